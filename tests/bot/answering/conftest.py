"""Answerers over whole corpora, read by the real extractor; only the embedder is the cheap one."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from bot.answering.answerer import Answerer
from index.builder import BuildRequest, build
from index.local import LocalEngine
from index.meetings import MeetingExtractor
from index.progress import Unwatched
from tests.index.hashing import HashingEmbedder

Opener = Callable[[Path], Answerer]


class BriefingsOpener(Protocol):
    """Answers from briefings given by their names, all of one day and source."""

    def __call__(self, briefings: Mapping[str, str], source: str = "Senator Webb") -> Answerer: ...


@pytest.fixture(scope="session")
def open_answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opener]:
    """Build an index of a corpus in a folder of its own, and answer from it."""
    extractor = MeetingExtractor.load()
    with ExitStack() as opened:

        def answerer(corpus: Path) -> Answerer:
            store = tmp_path_factory.mktemp("store")
            embedder = HashingEmbedder()
            build(BuildRequest(corpus=corpus, store=store), embedder, extractor, Unwatched())
            engine = LocalEngine.open(store, embedder)
            opened.callback(engine.close)
            return Answerer(engine)

        yield answerer


@pytest.fixture(scope="session")
def open_briefings(open_answerer: Opener, tmp_path_factory: pytest.TempPathFactory) -> BriefingsOpener:
    """Write briefings into a corpus of their own, and answer from it."""

    def answerer(briefings: Mapping[str, str], source: str = "Senator Webb") -> Answerer:
        corpus = tmp_path_factory.mktemp("corpus")
        for name, body in briefings.items():
            text = f"---\nid: {name}\npublished: 2025-05-09\nsource: {source}\n---\n{body}"
            (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
        return open_answerer(corpus)

    return answerer
