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
    write_briefing(corpus / "a.md", "Ana Ruiz met the harbour master in Oslo on Monday.", id="a")
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


def test_wrong_usage_is_one_sentence_and_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        build_index.main(["--no-such-option"])
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_wrong_setting_is_exit_2(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "two words")
    assert build_index.main(["--corpus", str(tmp_path), "--index", str(tmp_path / "store")]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1
    assert "DISCORD_TOKEN" in printed.err
    assert "two words" not in printed.err


def test_a_damaged_index_is_one_sentence_and_exit_1(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    store.mkdir()
    (store / "catalog.db").write_bytes(b"\x55" * 9000)
    assert build_index.main(["--corpus", str(corpus), "--index", str(store)]) == 1
    printed = capsys.readouterr()
    assert len(printed.err.splitlines()) == 1
    assert "move it away" in printed.err
    assert (store / "catalog.db").read_bytes() == b"\x55" * 9000


def test_two_builds_at_once_both_succeed(corpus: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    both = [run(corpus, store, "--json") for _ in range(2)]
    reports = [json.loads(one.communicate(timeout=200)[0]) for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert sorted(one["added"] for one in reports) == [0, 2]
    assert [one["generation"] for one in reports] == [1, 1]


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


@pytest.mark.parametrize("phase", ["Reading", "Encoding"])
def test_ctrl_c_in_any_phase_is_130_and_the_next_run_finishes(
    corpus: Path, tmp_path: Path, phase: str, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    process = run(corpus, store)
    assert process.stderr is not None
    while not process.stderr.readline().startswith(phase):
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    printed, complaints = process.communicate(timeout=60)
    assert (process.returncode, printed) == (130, "")
    assert complaints.splitlines()[-1].startswith("Stopped; ")
    assert "Traceback" not in complaints
    assert build_index.main(["--corpus", str(corpus), "--index", str(store), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["added"], report["generation"]) == (2, 1)


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
