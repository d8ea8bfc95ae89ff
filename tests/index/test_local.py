"""The local engine: new generations without a restart, caches made anew, snapshots that stay whole."""

import shutil
import sqlite3
import tempfile
import threading
from pathlib import Path

import pytest

from index.engine import IndexUnavailable, Mode
from index.lexical import LexicalIndex, LexicalUnwritable
from index.local import LocalEngine
from index.lock import build_lock
from tests.index.briefings import build_store, write_briefing, write_lines
from tests.index.hashing import HashingEmbedder


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    write_lines(corpus / "all.jsonl", 60)
    return corpus


@pytest.fixture
def store(corpus: Path, tmp_path: Path) -> Path:
    build_store(corpus, tmp_path / "store", HashingEmbedder())
    return tmp_path / "store"


def test_a_running_engine_serves_the_new_generation_and_old_snapshots_stay(corpus: Path, store: Path) -> None:
    engine = LocalEngine.open(store, HashingEmbedder())
    with engine.snapshot() as old:
        before = old.search("walrus envoy", k=5)
        write_briefing(corpus / "new.md", "The envoy met a walrus.", id="new")
        build_store(corpus, store, HashingEmbedder())
        with engine.snapshot() as new:
            assert new.coverage().generation == 2
            assert new.search("walrus", k=1, mode=Mode.LEXICAL).hits[0].article_id == "new"
            assert new.search("The envoy met a walrus.", k=1, mode=Mode.DENSE).hits[0].article_id == "new"
        assert old.article("new") is None
        assert old.coverage().articles == 60
        assert old.search("walrus envoy", k=5).hits == before.hits
    engine.close()


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("damage", ["no vectors", "flipped byte", "cut vectors", "no words", "cut words"])
def test_damaged_caches_are_made_anew(store: Path, mode: Mode, damage: str) -> None:
    engine = LocalEngine.open(store, HashingEmbedder())
    with engine.snapshot() as snapshot:
        expected = snapshot.search("delegation in Riga", k=20, mode=mode).hits
    engine.close()
    vectors = store / "vectors.faiss"
    if damage == "no vectors":
        vectors.unlink()
    elif damage == "flipped byte":
        content = bytearray(vectors.read_bytes())
        content[-900] ^= 0x40
        vectors.write_bytes(content)
    elif damage == "cut vectors":
        vectors.write_bytes(vectors.read_bytes()[:500])
    else:
        for path in (store / "lexical").iterdir():
            if damage == "no words" or path.name == "meta.json":
                path.unlink()
    engine = LocalEngine.open(store, HashingEmbedder())
    with engine.snapshot() as snapshot:
        assert snapshot.search("delegation in Riga", k=20, mode=mode).hits == expected
    engine.close()


def test_words_cut_by_other_rules_are_indexed_anew(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.lexical.lexical_text", lambda article, passage: "walrus")
    monkeypatch.setattr("index.caches.WORD_RULES", "other")
    engine = LocalEngine.open(store, HashingEmbedder())
    with engine.snapshot() as snapshot:
        assert len(snapshot.search("walrus", k=100, mode=Mode.LEXICAL).hits) == 60
        assert snapshot.search("minister", mode=Mode.LEXICAL).hits == ()
    engine.close()


def test_an_engine_nobody_asks_lets_the_log_shrink(corpus: Path, store: Path) -> None:
    engine = LocalEngine.open(store, HashingEmbedder())
    log = store / "catalog.db-wal"
    with engine.snapshot() as old:
        write_briefing(corpus / "a.md", "The envoy met a walrus.", id="a")
        build_store(corpus, store, HashingEmbedder())
        assert old.article("a") is None
        assert log.stat().st_size > 0
    write_briefing(corpus / "b.md", "The envoy met a seal.", id="b")
    build_store(corpus, store, HashingEmbedder())
    assert log.stat().st_size == 0
    with engine.snapshot() as snapshot:
        assert snapshot.article("b") is not None
    catalog = sqlite3.connect(store / "catalog.db", isolation_level=None)
    catalog.execute("UPDATE store SET root = root || '/moved'")
    assert log.stat().st_size > 0
    assert catalog.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone() == (0, 0, 0)
    catalog.close()
    engine.close()


@pytest.fixture
def lagging(corpus: Path, store: Path, tmp_path: Path) -> Path:
    """Return a store whose words are one generation behind, as a killed build may leave it."""
    shutil.copytree(store / "lexical", tmp_path / "behind")
    write_briefing(corpus / "new.md", "The envoy met a walrus.", id="new")
    build_store(corpus, store, HashingEmbedder())
    shutil.rmtree(store / "lexical")
    shutil.move(tmp_path / "behind", store / "lexical")
    return store


def test_words_that_lag_are_made_apart_while_a_build_goes_on(
    lagging: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.local.PATIENCE", 0.2)
    with build_lock(lagging, on_wait=lambda: None):
        engine = LocalEngine.open(lagging, HashingEmbedder())
        with engine.snapshot() as snapshot:
            found = snapshot.search("walrus", mode=Mode.LEXICAL).hits
            assert [hit.article_id for hit in found] == ["new"]
            assert len(snapshot.search("minister", k=100, mode=Mode.LEXICAL).hits) == 60
        engine.close()
        sentinel = LexicalIndex(lagging).view().sentinel()
        assert sentinel is not None
        assert sentinel.generation == 1
    assert not list(Path(tempfile.gettempdir()).glob("readout-*"))


def test_words_that_cannot_be_written_are_made_apart(lagging: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise LexicalUnwritable("no space left")

    monkeypatch.setattr("index.local.catch_up_lexical", refuse)
    engine = LocalEngine.open(lagging, HashingEmbedder())
    with engine.snapshot() as snapshot:
        assert snapshot.search("walrus", mode=Mode.LEXICAL).hits[0].article_id == "new"
    engine.close()
    monkeypatch.setattr("index.local.lexical_apart", refuse)
    with pytest.raises(IndexUnavailable, match="free some space"):
        LocalEngine.open(lagging, HashingEmbedder())


def test_many_threads_search_beside_builds(corpus: Path, store: Path) -> None:
    engine = LocalEngine.open(store, HashingEmbedder())
    faults: list[BaseException] = []
    done = threading.Event()

    def ask() -> None:
        try:
            while not done.is_set():
                with engine.snapshot() as snapshot:
                    coverage = snapshot.coverage()
                    hits = snapshot.search("minister", k=500, mode=Mode.DENSE).hits
                    assert len(hits) == coverage.passages
        except BaseException as fault:  # noqa: BLE001  handed to the test's own thread
            faults.append(fault)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(5):
        write_briefing(corpus / f"{number}.md", f"Envoy {number} sailed to Oslo.", id=f"e{number}")
        build_store(corpus, store, HashingEmbedder())
    done.set()
    for thread in threads:
        thread.join()
    assert faults == []
    engine.close()


def test_an_absent_index_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailable, match=r"build_index\.py"):
        LocalEngine.open(tmp_path, HashingEmbedder())
    (tmp_path / "catalog.db").write_text("this is no database, whatever its name says" * 50)
    with pytest.raises(IndexUnavailable, match="move it away"):
        LocalEngine.open(tmp_path, HashingEmbedder())


def test_a_catalog_that_cannot_be_read_is_one_sentence(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "catalog.db").mkdir(parents=True)
    with pytest.raises(IndexUnavailable, match="cannot be read"):
        LocalEngine.open(folder, HashingEmbedder())


def test_a_catalog_damaged_while_it_is_served_is_one_sentence(store: Path) -> None:
    engine = LocalEngine.open(store, HashingEmbedder())
    catalog = store / "catalog.db"
    catalog.write_bytes(b"\x55" * catalog.stat().st_size)
    with pytest.raises(IndexUnavailable, match=r"catalog\.db"):
        _read_all(engine)
    engine.close()


def _read_all(engine: LocalEngine) -> None:
    with engine.snapshot() as snapshot:
        snapshot.search("delegation in Riga", k=20)
        snapshot.names()
