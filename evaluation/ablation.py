"""What each part of search and answering is worth: the figures with it changed, beside those as it is."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from bot.answering.answerer import Answerer
from evaluation.asking import ask_each
from evaluation.metrics import first_rank
from evaluation.questions import Question, QuestionsUnusable, default_questions, read_questions
from evaluation.retrieval import Ranking, summarise
from evaluation.scoring import Scores, score
from evaluation.variants import DEPTH, Variant, variants
from index.embedder import SentenceTransformerEmbedder, Vectors
from index.embedding_model import EmbedderUnavailable
from index.engine import IndexUnavailable, SearchEngine
from index.local import LocalEngine
from index.names import NameMatcher
from index.passing import PassingEngine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("questions", nargs="?", type=Path, help="default: the development questions")
    parser.add_argument("--index", type=Path, metavar="DIR", required=True, help="the index to ask")
    parser.add_argument("--only", action="append", metavar="NAME", help="try these variants alone")


def run(arguments: argparse.Namespace) -> int:
    """Print one line a variant as it is known; return 0, or 1 with a sentence for a fault."""
    try:
        questions = read_questions(arguments.questions or default_questions())
        for line in _lines(questions, arguments.index, arguments.only):
            print(line, flush=True)
    except (QuestionsUnusable, IndexUnavailable, EmbedderUnavailable) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A variant's figures: where the right article ranks, and how the answers score."""

    ranking: Ranking
    scores: Scores


def try_variant(variant: Variant, questions: Sequence[Question], engine: SearchEngine, as_of: date) -> Trial:
    """Search and answer every question with the variant in place."""
    changed = PassingEngine(engine, variant.wrap)
    answerable = [one for one in questions if one.answerable]
    with changed.snapshot() as snapshot:
        ranks = [
            first_rank((hit.article_id for hit in snapshot.search(one.text, k=DEPTH).hits), one.article)
            for one in answerable
        ]
    answerer = Answerer(changed)
    judged = [one.judgement for one in ask_each(answerer, questions, as_of)]
    return Trial(ranking=summarise(variant.name, answerable, ranks), scores=score(judged))


def _lines(questions: Sequence[Question], index: Path, only: Sequence[str] | None) -> Iterator[str]:
    as_of = date.today()
    embedder = RememberingEmbedder(os.environ.get("EMBEDDING_MODEL") or None, threads=1)
    engine = LocalEngine.open(index, embedder)
    try:
        with engine.snapshot() as snapshot:
            matcher = NameMatcher(snapshot.names())
        tried = [one for one in variants(matcher, as_of) if only is None or one.name in only]
        yield "| variant | hits@1 | hits@4 | MRR@10 | slot accuracy | citation precision | false answers |"
        yield "|---|---|---|---|---|---|---|"
        for variant in tried:
            yield _row(try_variant(variant, questions, engine, as_of))
    finally:
        engine.close()


class RememberingEmbedder(SentenceTransformerEmbedder):
    """Encodes each question once, however many variants ask it."""

    def __init__(self, model: str | None, threads: int | None) -> None:
        super().__init__(model, threads)
        self._remembered = lru_cache(maxsize=None)(super().encode_query)

    def encode_query(self, text: str) -> Vectors:
        """Return the unit vector of a question, from memory where it was asked before."""
        return self._remembered(text)


def _row(trial: Trial) -> str:
    ranking, figures = trial.ranking, trial.scores.figures
    cells = (
        ranking.name,
        f"{ranking.hits[1]:.3f}",
        f"{ranking.hits[4]:.3f}",
        f"{ranking.mrr.value:.3f}",
        *(
            f"{figures[name].value:.1%}" if figures[name].count else "-"
            for name in ("slot accuracy", "citation precision", "false-answer rate")
        ),
    )
    return f"| {' | '.join(cells)} |"
