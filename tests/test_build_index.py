"""The command line of the build: what it prints, and how it exits."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import build_index
from index.embedder import SentenceTransformerEmbedder
from index.local import LocalEngine
from index.lock import build_lock
from tests.index.briefings import write_briefing

REPOSITORY = Path(__file__).parents[1]
KEYS = ["generation", "added", "changed", "removed", "unchanged", "failed", "encoded", "seconds"]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    corpus = tmp_path_factory.mktemp("real") / "corpus"
    write_briefing(corpus / "a.md", "The envoy met the harbour master in Oslo on Monday.", id="a")
    write_briefing(corpus / "b.md", "The envoy flew to Quito to discuss wheat.", id="b")
    (corpus / "c.md").write_bytes(b"\x80\x81\x00")
    return corpus


@pytest.fixture(scope="module")
def printed(corpus: Path) -> tuple[Path, str]:
    """Return a store built by the command, and the JSON that it printed."""
    store = corpus.parent / "store"
    output, _ = run(corpus, store, "--json").communicate(timeout=120)
    return store, output


def run(corpus: Path, store: Path, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "build_index.py", "--corpus", str(corpus), "--index", str(store), *more],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_json_has_exactly_the_keys_promised(printed: tuple[Path, str]) -> None:
    report = json.loads(printed[1])
    assert list(report) == KEYS
    assert [list(one) for one in report["failed"]] == [["path", "reason"]]
    assert (report["added"], report["encoded"], report["generation"]) == (2, 2, 1)
    assert all(isinstance(report[key], int) for key in KEYS if key != "failed")


def test_the_index_holds_the_meetings_told(printed: tuple[Path, str]) -> None:
    engine = LocalEngine.open(printed[0], SentenceTransformerEmbedder())
    with engine.snapshot() as snapshot:
        told = snapshot.meetings_of(["a"])
        assert [one.meeting.evidence.text for one in told] == [told[0].article.body.strip()]
        assert told[0].meeting.where is not None
        assert told[0].meeting.where.text == "Oslo"
        assert "Oslo" in {one.name for one in snapshot.names()}
    engine.close()


def test_nothing_changed_loads_no_model(corpus: Path, printed: tuple[Path, str]) -> None:
    code = (
        "import sys, build_index\n"
        f"build_index.main(['--corpus', {str(corpus)!r}, '--index', {str(printed[0])!r}])\n"
        "print('loaded:', [name for name in ('spacy', 'torch', 'transformers') if name in sys.modules])"
    )
    again = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert "2 unchanged" in again.stdout
    assert "c.md: " in again.stdout
    assert again.stdout.endswith("loaded: []\n")


def test_a_fault_is_one_sentence_and_exit_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--corpus", str(tmp_path / "none"), "--index", str(tmp_path / "store")]
    assert build_index.main(arguments) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1
    assert not (tmp_path / "store").exists()


def test_wrong_usage_is_exit_2() -> None:
    with pytest.raises(SystemExit, match="2"):
        build_index.main(["--no-such-option"])


def test_ctrl_c_while_waiting_is_130(corpus: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.mkdir()
    with build_lock(store, on_wait=lambda: None):
        process = run(corpus, store)
        assert process.stderr is not None
        assert "Another build" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=20)
    assert process.returncode == 130
    assert len(complaints.splitlines()) == 1


@pytest.mark.parametrize("after", [1.0, 6.0])
def test_killed_with_the_real_embedder_the_next_run_finishes(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], after: float
) -> None:
    store = tmp_path / "store"
    process = run(corpus, store)
    time.sleep(after)
    process.kill()
    process.communicate()
    assert build_index.main(["--corpus", str(corpus), "--index", str(store), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["added"] + report["unchanged"] == 2
    assert (store / "vectors.faiss").exists()
