"""Answerers over whole corpora, read by the real extractor; only the embedder is the cheap one."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from index.builder import BuildRequest, build
from index.local import LocalEngine
from index.meetings import MeetingExtractor
from index.progress import Unwatched
from tests.index.hashing import HashingEmbedder

Opener = Callable[[Path], Answerer]


@pytest.fixture(scope="session")
def open_answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opener]:
    """Build an index of a corpus in a folder of its own, and answer from it."""
    with ExitStack() as opened:

        def answerer(corpus: Path) -> Answerer:
            store = tmp_path_factory.mktemp("store")
            embedder = HashingEmbedder()
            build(BuildRequest(corpus=corpus, store=store), embedder, MeetingExtractor.load(), Unwatched())
            engine = LocalEngine.open(store, embedder)
            opened.callback(engine.close)
            return Answerer(engine)

        yield answerer
