"""The sample briefings, built once with the cheap embedder, and the judged questions over them, answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.answer_json import answer_as_json
from bot.answering.answerer import Answerer
from evaluation.questions import Question, read_questions
from index.article import Article
from index.builder import BuildRequest, build
from index.engine import SearchEngine
from index.loaders import find_files, read_articles
from index.local import LocalEngine
from index.meetings import MeetingExtractor
from index.progress import Unwatched
from tests.index.hashing import HashingEmbedder

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
AS_OF = date(2024, 1, 29)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRun:
    """The sample briefings by id, their open index, and every judged question with what it was answered."""

    bodies: dict[str, str]
    engine: SearchEngine
    questions: tuple[Question, ...]
    records: list[dict[str, Any]]


@pytest.fixture(scope="session")
def sample_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleRun]:
    """Build an index of the sample briefings and ask it every judged question."""
    store, embedder = tmp_path_factory.mktemp("sample"), HashingEmbedder()
    build(BuildRequest(corpus=CORPUS, store=store), embedder, MeetingExtractor.load(), Unwatched())
    engine = LocalEngine.open(store, embedder)
    answerer = Answerer(engine)
    questions = read_questions(ROOT / "evaluation" / "sample-questions.jsonl")
    records = [{"id": one.id, **answer_as_json(answerer.answer(one.text, as_of=AS_OF))} for one in questions]
    yield SampleRun(bodies=_bodies(), engine=engine, questions=questions, records=records)
    engine.close()


def _bodies() -> dict[str, str]:
    return {
        article.id: article.body
        for path in find_files(CORPUS)
        for article in read_articles(path, CORPUS)
        if isinstance(article, Article)
    }
