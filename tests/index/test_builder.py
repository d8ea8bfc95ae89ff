"""The build: work in proportion to change, refusals, and one whole generation whatever happens."""

import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from index.article import Article, Extraction
from index.builder import BuildFailed, BuildRefused, BuildRequest, build
from index.engine import IndexUnavailable, Mode
from index.extraction import ExtractorUnavailable
from index.lexical import LexicalIndex
from index.local import LocalEngine
from index.lock import build_lock
from index.opening import SCHEMA_VERSION
from index.progress import Unwatched
from tests.index.briefings import build_store, write_briefing, write_lines
from tests.index.extracting import PatternExtractor
from tests.index.hashing import HashingEmbedder

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    return corpus


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def found_ids(store: Path, query: str = "minister delegation") -> set[str]:
    engine = LocalEngine.open(store, HashingEmbedder())
    try:
        with engine.snapshot() as snapshot:
            return {hit.article_id for hit in snapshot.search(query, k=1000).hits}
    finally:
        engine.close()


def assert_whole(store: Path) -> int:
    """Open a store and check that catalog, words and vectors hold the same passages; return the count."""
    engine = LocalEngine.open(store, HashingEmbedder())
    try:
        with engine.snapshot() as snapshot:
            wanted = snapshot.coverage().passages
            dense = snapshot.search("minister", k=5000, mode=Mode.DENSE).hits
        lexical = LexicalIndex(store).view().ids()
        with sqlite3.connect(store / "catalog.db") as catalog:
            ids = [row[0] for row in catalog.execute("SELECT id FROM passages ORDER BY id")]
            assert catalog.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        catalog.close()
        assert sorted(hit.passage_id for hit in dense) == lexical.tolist() == ids
        assert len(ids) == wanted
        return wanted
    finally:
        engine.close()


def test_a_touched_line_encodes_one_article_only(corpus: Path, store: Path) -> None:
    write_lines(corpus / "all.jsonl", 200)
    first = build_store(corpus, store, HashingEmbedder())
    assert (first.added, first.generation) == (200, 1)
    lines = (corpus / "all.jsonl").read_text().splitlines()
    row = json.loads(lines[50])
    row["text"] += " Nobody expected a walrus."
    lines[50] = json.dumps(row)
    (corpus / "all.jsonl").write_text("\n".join(lines))
    embedder = HashingEmbedder()
    second = build_store(corpus, store, embedder)
    assert (second.added, second.changed, second.removed, second.unchanged) == (0, 1, 0, 199)
    assert second.encoded == len(embedder.encoded) == 1
    assert "walrus" in embedder.encoded[0]
    assert second.generation == 2
    assert_whole(store)


def test_nothing_changed_publishes_nothing(corpus: Path, store: Path) -> None:
    write_lines(corpus / "all.jsonl", 20)
    build_store(corpus, store, HashingEmbedder())
    again = build_store(corpus, store, HashingEmbedder())
    assert (again.generation, again.unchanged, again.encoded) == (1, 20, 0)
    os.utime(corpus / "all.jsonl")
    assert build_store(corpus, store, HashingEmbedder()).generation == 1


def test_a_deleted_file_takes_its_articles_and_comes_back_for_free(corpus: Path, store: Path) -> None:
    write_lines(corpus / "all.jsonl", 20)
    write_briefing(corpus / "one.md", "The envoy sailed to Oslo.", id="one")
    build_store(corpus, store, HashingEmbedder())
    (corpus / "one.md").unlink()
    assert build_store(corpus, store, HashingEmbedder()).removed == 1
    assert "one" not in found_ids(store, "envoy Oslo")
    write_briefing(corpus / "one.md", "The envoy sailed to Oslo.", id="one")
    back = build_store(corpus, store, HashingEmbedder())
    assert (back.added, back.encoded) == (1, 0)
    assert "one" in found_ids(store, "envoy Oslo")


def test_the_first_path_keeps_an_id_and_the_other_gets_it_back(corpus: Path, store: Path) -> None:
    write_briefing(corpus / "b.md", "The envoy sailed to Oslo.", id="same")
    write_briefing(corpus / "c.md", "A third thing happened in Riga.", id="c")
    build_store(corpus, store, HashingEmbedder())
    write_briefing(corpus / "a.md", "The envoy flew to Quito.", id="same")
    taken = build_store(corpus, store, HashingEmbedder())
    assert (taken.changed, taken.removed) == (1, 0)
    assert [one.path for one in taken.failed] == ["b.md"]
    assert "a.md" in taken.failed[0].reason
    assert build_store(corpus, store, HashingEmbedder()).failed == taken.failed
    (corpus / "a.md").unlink()
    back = build_store(corpus, store, HashingEmbedder())
    assert (back.changed, back.removed, back.failed) == (1, 0, ())


def test_a_file_that_breaks_keeps_what_was_read_before(corpus: Path, store: Path) -> None:
    write_briefing(corpus / "a.md", "The envoy sailed to Oslo.", id="a")
    write_briefing(corpus / "b.md", "The envoy flew to Quito.", id="b")
    build_store(corpus, store, HashingEmbedder())
    (corpus / "a.md").write_bytes(b"\xff\xfe\x00broken\x80\x81")
    broken = build_store(corpus, store, HashingEmbedder())
    assert (broken.removed, broken.unchanged) == (0, 2)
    assert [one.path for one in broken.failed] == ["a.md"]
    assert "kept" in broken.failed[0].reason
    assert found_ids(store, "envoy") == {"a", "b"}
    (corpus / "a.md").unlink()
    assert build_store(corpus, store, HashingEmbedder()).removed == 1


@pytest.mark.parametrize("leave", [0, 4])
def test_removing_most_of_it_needs_force(corpus: Path, store: Path, leave: int) -> None:
    write_lines(corpus / "all.jsonl", 10)
    build_store(corpus, store, HashingEmbedder())
    (corpus / "all.jsonl").unlink()
    if leave:
        write_lines(corpus / "all.jsonl", leave)
    with pytest.raises(BuildRefused, match="--force"):
        build_store(corpus, store, HashingEmbedder())
    assert assert_whole(store) == 10
    forced = build_store(corpus, store, HashingEmbedder(), force=True)
    assert (forced.removed, forced.generation) == (10 - leave, 2)
    assert assert_whole(store) == leave


def test_another_root_needs_force(corpus: Path, store: Path, tmp_path: Path) -> None:
    write_lines(corpus / "all.jsonl", 10)
    build_store(corpus, store, HashingEmbedder())
    moved = tmp_path / "elsewhere"
    shutil.copytree(corpus, moved)
    with pytest.raises(BuildRefused, match="--force"):
        build_store(moved, store, HashingEmbedder())
    assert build_store(moved, store, HashingEmbedder(), force=True).unchanged == 10


def test_no_corpus_and_an_empty_one_are_refused(corpus: Path, store: Path, tmp_path: Path) -> None:
    with pytest.raises(BuildRefused, match="There is no corpus"):
        build_store(tmp_path / "none", store, HashingEmbedder())
    with pytest.raises(BuildRefused, match="There are no briefings"):
        build_store(corpus, store, HashingEmbedder())


def test_another_embedder_needs_full(corpus: Path, store: Path) -> None:
    write_lines(corpus / "all.jsonl", 10)
    build_store(corpus, store, HashingEmbedder())
    with pytest.raises(BuildRefused, match="--full"):
        build_store(corpus, store, HashingEmbedder(16))
    with pytest.raises(IndexUnavailable, match="another embedding model"):
        LocalEngine.open(store, HashingEmbedder(16))
    rebuilt = build_store(corpus, store, HashingEmbedder(16), full=True)
    assert (rebuilt.unchanged, rebuilt.changed) == (10, 0)
    engine = LocalEngine.open(store, HashingEmbedder(16))
    with engine.snapshot() as snapshot:
        assert snapshot.search("minister", mode=Mode.DENSE).hits
    engine.close()


def test_a_newer_schema_is_refused(corpus: Path, store: Path) -> None:
    write_lines(corpus / "all.jsonl", 10)
    build_store(corpus, store, HashingEmbedder())
    catalog = sqlite3.connect(store / "catalog.db")
    catalog.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    catalog.close()
    for attempt in (
        lambda: build_store(corpus, store, HashingEmbedder()),
        lambda: LocalEngine.open(store, HashingEmbedder()),
    ):
        with pytest.raises(IndexUnavailable, match="newer version"):
            attempt()


def test_an_article_is_extracted_once_and_again_by_new_rules(corpus: Path, store: Path) -> None:
    write_lines(corpus / "all.jsonl", 10)
    request = BuildRequest(corpus=corpus, store=store)
    for version, read, generation in (("1", 10, 1), ("1", 0, 1), ("2", 10, 2)):
        extractor = PatternExtractor(version)
        report = build(request, HashingEmbedder(), extractor, Unwatched())
        assert (len(extractor.read), report.generation) == (read, generation)
    engine = LocalEngine.open(store, HashingEmbedder())
    with engine.snapshot() as snapshot:
        assert (snapshot.names()[0].name, snapshot.names()[0].articles) == ("delegation", 10)
    engine.close()


class Stumbling(PatternExtractor):
    """Fails on every article that tells of a walrus, until it is mended."""

    mended = False

    def extract_many(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            if "walrus" in article.body and not self.mended:
                raise KeyError("walrus")
            yield from super().extract_many([article])


def test_an_article_that_the_extractor_stumbles_over_stops_no_other(corpus: Path, store: Path) -> None:
    write_lines(corpus / "all.jsonl", 40)
    write_briefing(corpus / "walrus.md", "The envoy met a walrus.", id="walrus")
    extractor = Stumbling()
    request = BuildRequest(corpus=corpus, store=store)
    first = build(request, HashingEmbedder(), extractor, Unwatched())
    assert (first.added, [one.path for one in first.failed]) == (41, ["walrus.md"])
    assert first.failed[0].reason.startswith("the meetings of article 'walrus' could not be read (KeyError")
    assert "walrus" in found_ids(store, "walrus")
    engine = LocalEngine.open(store, HashingEmbedder())
    with engine.snapshot() as snapshot:
        assert snapshot.meetings_of(["walrus"]) == ()
        assert len({one.article.id for one in snapshot.meetings()}) == 40
    engine.close()
    assert build(request, HashingEmbedder(), extractor, Unwatched()).failed == first.failed
    extractor.mended = True
    full = BuildRequest(corpus=corpus, store=store, full=True)
    assert build(full, HashingEmbedder(), extractor, Unwatched()).failed == ()


def test_an_extractor_that_cannot_work_ends_the_build(corpus: Path, store: Path) -> None:
    class Absent(PatternExtractor):
        def extract_many(self, articles: Iterable[Article]) -> Iterator[Extraction]:
            raise ExtractorUnavailable("The language model is not installed.")

    write_lines(corpus / "all.jsonl", 10)
    with pytest.raises(ExtractorUnavailable):
        build(BuildRequest(corpus=corpus, store=store), HashingEmbedder(), Absent(), Unwatched())


def test_a_store_laid_before_the_additions_is_built_on(corpus: Path, store: Path) -> None:
    write_lines(corpus / "all.jsonl", 10)
    build_store(corpus, store, HashingEmbedder())
    with sqlite3.connect(store / "catalog.db") as catalog:
        catalog.execute("DROP TABLE unextracted")
    catalog.close()
    write_briefing(corpus / "new.md", "The envoy met a walrus.", id="new")
    assert build_store(corpus, store, HashingEmbedder()).added == 1


def test_a_damaged_catalog_is_one_sentence(corpus: Path, store: Path) -> None:
    write_lines(corpus / "all.jsonl", 200)
    build_store(corpus, store, HashingEmbedder())
    catalog = store / "catalog.db"
    content = bytearray(catalog.read_bytes())
    content[4096:] = b"\x55" * (len(content) - 4096)
    catalog.write_bytes(content)
    os.utime(corpus / "all.jsonl")
    with pytest.raises((BuildFailed, IndexUnavailable), match="move it away"):
        build_store(corpus, store, HashingEmbedder())
    with pytest.raises(IndexUnavailable, match="move it away"):
        LocalEngine.open(store, HashingEmbedder())
    catalog.unlink()
    assert build_store(corpus, store, HashingEmbedder()).added == 200
    assert assert_whole(store) == 200


def test_a_second_build_waits_and_says_so(corpus: Path, store: Path) -> None:
    class Watching(Unwatched):
        waited = threading.Event()

        def waiting(self) -> None:
            self.waited.set()

    write_lines(corpus / "all.jsonl", 10)
    store.mkdir()
    watching = Watching()
    second = threading.Thread(
        target=build,
        args=(BuildRequest(corpus=corpus, store=store), HashingEmbedder(), PatternExtractor("1"), watching),
    )
    with build_lock(store, on_wait=lambda: None):
        second.start()
        assert watching.waited.wait(5)
        assert not (store / "catalog.db").exists()
    second.join(10)
    assert assert_whole(store) == 10


@pytest.mark.parametrize("limit", [20_000, 80_000, 150_000])
def test_a_full_disk_is_one_sentence_and_loses_nothing(corpus: Path, store: Path, limit: int) -> None:
    write_lines(corpus / "all.jsonl", 40)
    build_store(corpus, store, HashingEmbedder())
    write_lines(corpus / "more.jsonl", 900, seed=9)
    text = (corpus / "more.jsonl").read_text().replace('"n', '"m')
    (corpus / "more.jsonl").write_text(text)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        with pytest.raises(BuildFailed, match="no room left"):
            build_store(corpus, store, HashingEmbedder())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert assert_whole(store) in {40, 940}
    build_store(corpus, store, HashingEmbedder())
    assert assert_whole(store) == 940


def test_killed_at_any_moment_the_store_is_whole(corpus: Path, store: Path) -> None:
    chance = random.Random(20)
    write_lines(corpus / "base.jsonl", 100)
    build_store(corpus, store, HashingEmbedder())
    killed = attempt = 0
    while killed < 15:  # some finish first: a kill after the end proves nothing
        attempt += 1
        assert attempt <= 40
        write_lines(corpus / "new.jsonl", 600, seed=100 + attempt)
        text = (corpus / "new.jsonl").read_text().replace('"n', f'"k{attempt}-')
        (corpus / "new.jsonl").write_text(text)
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.index.killed_build", str(corpus), str(store)],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.45))
        process.kill()
        killed += process.wait() == -signal.SIGKILL
        process.stdout.close()
        assert assert_whole(store) in {100, 700}
    build_store(corpus, store, HashingEmbedder(), force=True)
    assert assert_whole(store) == 700
