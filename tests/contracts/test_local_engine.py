"""The local engine under the contract of every engine, after a first build and after changes."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from index.article import Article
from index.embedder import Embedder
from index.engine import SearchEngine
from index.loaders import find_files, read_articles
from index.local import LocalEngine
from tests.contracts.engine_suite import SearchEngineSuite
from tests.index.briefings import build_store, write_lines
from tests.index.hashing import HashingEmbedder


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return HashingEmbedder()


@pytest.fixture(scope="module", params=["built at once", "after changes"])
def corpus_and_store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, embedder: Embedder
) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("engine")
    corpus, store = folder / "corpus", folder / "store"
    if request.param == "after changes":
        _write_collections(corpus, seed=11)
        write_lines(corpus / "gone.jsonl", 40, seed=3)
        build_store(corpus, store, embedder)
        (corpus / "gone.jsonl").unlink()
        build_store(corpus, store, embedder)
        shutil.rmtree(store / "lexical")  # statistics keep removed documents until they are merged away
    _write_collections(corpus, seed=1)
    build_store(corpus, store, embedder)
    return corpus, store


def _write_collections(corpus: Path, *, seed: int) -> None:
    for number, name in enumerate(("north", "south")):
        path = corpus / name / "news.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_lines(path, 60, seed=seed + number)
        path.write_text(path.read_text().replace('"n', f'"{name}'))


@pytest.fixture(scope="module")
def articles(corpus_and_store: tuple[Path, Path]) -> Sequence[Article]:
    corpus, _ = corpus_and_store
    read = [one for path in find_files(corpus) for one in read_articles(path, corpus)]
    return [one for one in read if isinstance(one, Article)]


@pytest.fixture(scope="module")
def engine(corpus_and_store: tuple[Path, Path], embedder: Embedder) -> Iterator[SearchEngine]:
    engine = LocalEngine.open(corpus_and_store[1], embedder)
    yield engine
    engine.close()


class TestLocalEngine(SearchEngineSuite):
    pass
