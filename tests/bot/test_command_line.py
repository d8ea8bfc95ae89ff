"""The command line as a person meets it: exit codes, one sentence on stderr, JSON as promised."""

import io
import json
import os
import resource
import shutil
import signal
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import pytest

import build_index
from bot.__main__ import main
from bot.answering.reply.confidence import read_model
from bot.settings import KNOWN, ROOT
from tests.index.briefings import build_store, write_briefing
from tests.index.extracting import PatternExtractor
from tests.index.hashing import HashingEmbedder

SLOTS = ["who", "when", "where", "why"]
ANSWER = ["question", "asked", "status", "answer", "slots", "citations", "confidence", "reason", "timings_ms"]
CITATION = ["number", "article_id", "path", "title", "source", "url", "published", "quote", "start", "end"]
OSLO = "Minister number 4 met a delegation in Oslo to discuss wheat exports."
WHO_MET = "Who met a delegation in Oslo to discuss wheat exports?"

Output = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("command-line")
    fields = {"published": "2024-03-05", "source": "Harbour News", "title": "Ministers in Oslo"}
    write_briefing(folder / "corpus" / "a.md", OSLO, id="a", **fields)
    quito = "Minister number 5 met a delegation in Quito to discuss a rail tunnel."
    write_briefing(folder / "corpus" / "Cables" / "b.md", quito, id="b", title="Ministers in Quito")
    build_store(folder / "corpus", folder / "store", HashingEmbedder())
    return folder / "store"


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "store"))


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give the commands an embedder and an extractor that need no model, and no settings but ours."""
    monkeypatch.setattr("bot.wiring.SentenceTransformerEmbedder", lambda *_, **__: HashingEmbedder())
    monkeypatch.setattr("index.embedder.SentenceTransformerEmbedder", lambda *_, **__: HashingEmbedder())
    monkeypatch.setattr("index.meetings.MeetingExtractor.load", PatternExtractor)
    monkeypatch.setattr("bot.settings.ROOT", tmp_path)
    for name in KNOWN:
        monkeypatch.delenv(name, raising=False)


def run(arguments: Sequence[str | Path]) -> int:
    """Return the exit code, also where argparse ends the run."""
    try:
        return main([str(one) for one in arguments])
    except SystemExit as end:
        return int(end.code or 0)


def complaint(said: Output) -> str:
    """Return the one sentence on stderr; nothing may be on stdout."""
    printed = said.readouterr()
    assert printed.out == ""
    assert printed.err.endswith((".\n", "!\n"))
    assert len(printed.err.splitlines()) == 1
    return printed.err


def asked(said: Output, *arguments: str | Path) -> dict[str, object]:
    assert run(["ask", *arguments, "--json"]) == 0
    printed = said.readouterr()
    assert printed.err == ""
    answer = json.loads(printed.out)
    assert isinstance(answer, dict)
    return answer


class TestTheBuild:
    def test_no_corpus_folder(self, tmp_path: Path, capsys: Output) -> None:
        given = ["--corpus", str(tmp_path / "none"), "--index", str(tmp_path / "store")]
        assert build_index.main(given) == 1
        assert str(tmp_path / "none") in complaint(capsys)

    def test_an_empty_corpus(self, tmp_path: Path, capsys: Output) -> None:
        (tmp_path / "corpus").mkdir()
        given = ["--corpus", str(tmp_path / "corpus"), "--index", str(tmp_path / "store")]
        assert build_index.main(given) == 1
        assert "put some into it" in capsys.readouterr().err

    def test_a_corpus_that_went_empty_loses_nothing(
        self, store: Path, built: Path, tmp_path: Path, capsys: Output
    ) -> None:
        corpus = tmp_path / "moved"
        shutil.copytree(built.parent / "corpus", corpus)
        given = ["--corpus", str(corpus), "--index", str(store)]
        assert build_index.main([*given, "--force"]) == 0
        shutil.rmtree(corpus)
        corpus.mkdir()
        capsys.readouterr()
        assert build_index.main(given) == 1
        assert "--force" in capsys.readouterr().err
        assert run(["search", "Oslo", "--index", store]) == 0

    def test_a_wrong_setting_is_named(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
    ) -> None:
        (tmp_path / ".env").write_text("CORPUS_DIRS=news\n")
        assert build_index.main([]) == 2
        assert "CORPUS_DIRS" in complaint(capsys)


class TestTheIndex:
    @pytest.mark.parametrize("command", [["ask", "Who met?"], ["search", "Oslo"], ["meetings"]])
    def test_there_is_none(self, command: list[str], tmp_path: Path, capsys: Output) -> None:
        assert run([*command, "--index", tmp_path / "none"]) == 1
        assert "run `python build_index.py`" in complaint(capsys)
        assert not (tmp_path / "none").exists()

    def test_of_another_embedder(self, store: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
        monkeypatch.setattr("bot.wiring.SentenceTransformerEmbedder", lambda *_, **__: HashingEmbedder(16))
        assert run(["ask", WHO_MET, "--index", store]) == 1
        assert "EMBEDDING_MODEL" in complaint(capsys)

    def test_of_a_newer_schema(self, store: Path, capsys: Output) -> None:
        with sqlite3.connect(store / "catalog.db") as catalog:
            catalog.execute("PRAGMA user_version = 999")
        catalog.close()
        assert run(["ask", WHO_MET, "--index", store]) == 1
        assert "newer version" in complaint(capsys)

    def test_that_is_no_index(self, tmp_path: Path, capsys: Output) -> None:
        (tmp_path / "catalog.db").write_bytes(b"nothing like a database " * 100)
        assert run(["ask", WHO_MET, "--index", tmp_path]) == 1
        assert "build_index.py" in complaint(capsys)


class TestAsk:
    @pytest.mark.parametrize("question", ["", "  \t", "?!"])
    def test_an_empty_question(self, question: str, store: Path, capsys: Output) -> None:
        assert run(["ask", question, "--index", store]) == 2
        assert "empty" in complaint(capsys)

    def test_ten_thousand_characters(self, store: Path, capsys: Output) -> None:
        assert run(["ask", "Who met whom? " * 720, "--index", store]) == 2
        assert "10,0" in complaint(capsys)

    def test_bytes_that_are_no_text(self, store: Path, capsys: Output) -> None:
        assert run(["ask", "Who met \udcff?", "--index", store]) == 2
        assert "UTF-8" in complaint(capsys)

    @pytest.mark.parametrize(
        "question", ["Чинийн албаны хүнтэй хэн уулзсан бэ?", "谁在北京会面？", "מי נפגש עם מי?"]
    )
    def test_another_script_is_not_in_the_briefings(self, question: str, store: Path, capsys: Output) -> None:
        answer = asked(capsys, question, "--index", store)
        assert answer["status"] == "no_answer"
        assert answer["question"] == question
        assert answer["answer"]

    def test_json_has_the_keys_promised(self, store: Path, capsys: Output) -> None:
        answer = asked(capsys, WHO_MET, "--index", store)
        assert list(answer) == ANSWER
        assert answer["status"] == "answered"
        slots, citations = answer["slots"], answer["citations"]
        assert isinstance(slots, dict)
        assert isinstance(citations, list)
        assert list(slots) == SLOTS
        assert slots["when"] is None
        assert list(slots["who"]) == ["text", "citation"]
        assert [list(one) for one in citations] == [CITATION] * len(citations)
        assert all(OSLO[one["start"] : one["end"]] == one["quote"] for one in citations)
        assert isinstance(answer["timings_ms"], dict)
        assert list(answer["timings_ms"]) == ["embed", "search", "read", "total"]

    def test_json_of_no_answer_has_the_same_keys(self, store: Path, capsys: Output) -> None:
        answer = asked(capsys, "Who met the King of Norway in 1905?", "--index", store)
        assert list(answer) == ANSWER
        assert answer["status"] == "no_answer"
        assert answer["slots"] == dict.fromkeys(SLOTS)
        assert answer["reason"] is not None

    def test_a_pipe_gets_plain_text(self, store: Path, capsys: Output) -> None:
        assert run(["ask", WHO_MET, "--index", store]) == 0
        printed = capsys.readouterr().out
        assert OSLO in printed
        assert "2024-03-05" in printed
        assert "Harbour News" in printed
        assert "\x1b" not in printed

    def test_colour_is_for_terminals_and_only_where_wanted(
        self, store: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
    ) -> None:
        monkeypatch.setenv("FORCE_COLOR", "1")  # rich then takes the capture for a terminal
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("NO_COLOR", raising=False)
        assert run(["ask", WHO_MET, "--index", store]) == 0
        assert "\x1b[36m" in capsys.readouterr().out
        monkeypatch.setenv("NO_COLOR", "1")
        assert run(["ask", WHO_MET, "--index", store]) == 0
        assert "\x1b[36m" not in capsys.readouterr().out

    def test_a_prompt_needs_a_terminal(
        self, store: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
    ) -> None:
        monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
        assert run(["ask", "--index", store]) == 2
        assert "terminal" in complaint(capsys)

    def test_the_prompt_goes_on_until_its_end(
        self, store: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
    ) -> None:
        typed = iter([WHO_MET, "", "Who met a delegation in Quito?"])
        prompt(monkeypatch, typed)
        assert run(["ask", "--index", store]) == 0
        printed = capsys.readouterr()
        assert "Oslo" in printed.out
        assert "Quito" in printed.out
        assert "empty" in printed.err

    def test_ctrl_c_at_the_prompt(self, store: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
        prompt(monkeypatch, iter([]), KeyboardInterrupt)
        assert run(["ask", "--index", store]) == 130
        assert capsys.readouterr() == ("\n", "Stopped.\n")


def prompt(
    monkeypatch: pytest.MonkeyPatch, typed: Iterator[str], end: type[BaseException] = EOFError
) -> None:
    def read(_: str) -> str:
        try:
            return next(typed)
        except StopIteration:
            raise end from None

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", read)


class TestFilters:
    @pytest.mark.parametrize(
        ("option", "wrong", "known"),
        [("--source", "Harbor News", "Harbour News"), ("--collection", "telegrams", "Cables")],
    )
    def test_an_unknown_name_is_answered_with_those_known(
        self, option: str, wrong: str, known: str, store: Path, capsys: Output
    ) -> None:
        for command in (["ask", WHO_MET], ["search", "Oslo"]):
            assert run([*command, option, wrong, "--index", store]) == 2
            said = complaint(capsys)
            assert wrong in said
            assert known in said

    def test_case_does_not_matter(self, store: Path, capsys: Output) -> None:
        for filters in (["--source", "HARBOUR news"], ["--collection", "cables"]):
            assert run(["search", "Minister", *filters, "--json", "--index", store]) == 0
            assert len(json.loads(capsys.readouterr().out)["hits"]) == 1

    @pytest.mark.parametrize("written", ["soon", "2024-02-30", "30/01/2024", "2024-13-01", ""])
    @pytest.mark.parametrize("option", ["--since", "--until", "--as-of"])
    def test_a_day_that_is_none(self, option: str, written: str, store: Path, capsys: Output) -> None:
        assert run(["ask", WHO_MET, option, written, "--index", store]) == 2
        assert f"argument {option}: {written!r} is not a day; write it as 2024-01-30" in complaint(capsys)

    @pytest.mark.parametrize("command", [["ask", WHO_MET], ["search", "Oslo"], ["meetings"]])
    def test_a_period_that_ends_before_it_begins(
        self, command: list[str], store: Path, capsys: Output
    ) -> None:
        assert run([*command, "--since", "2024-02-01", "--until", "2024-01-01", "--index", store]) == 2
        assert "swap them" in complaint(capsys)


class TestBatch:
    def test_answers_come_in_order_with_their_ids(self, store: Path, tmp_path: Path) -> None:
        questions = write_questions(tmp_path, [("q2", WHO_MET), (7, "Who met in 1905?"), ("q0", "")])
        out = tmp_path / "answers.jsonl"
        assert run(["batch", questions, "--out", out, "--index", store]) == 0
        answers = [json.loads(line) for line in out.read_text().splitlines()]
        assert [one["id"] for one in answers] == ["q2", 7, "q0"]
        assert [list(one) for one in answers] == [["id", *ANSWER]] * 3
        assert [one["status"] for one in answers] == ["answered", "no_answer", "no_answer"]
        assert "empty" in answers[2]["answer"]

    @pytest.mark.parametrize(
        "line",
        ["{", "[]", "7", '{"id": "x"}', '{"question": "Who?"}', '{"id": true, "question": "Who?"}',
         '{"id": "x", "question": 5}', '{"id": "x", "question": "\\ud800"}', "[" * 100_000],
    )  # fmt: skip
    def test_a_broken_line_is_named_and_nothing_written(
        self, line: str, store: Path, tmp_path: Path, capsys: Output
    ) -> None:
        questions = tmp_path / "questions.jsonl"
        questions.write_text(f'{{"id": "a", "question": "Who?"}}\n\n{line}\n')
        (tmp_path / "out.jsonl").write_text("earlier\n")
        assert run(["batch", questions, "--out", tmp_path / "out.jsonl", "--index", store]) == 2
        assert f"{questions}, line 3: " in complaint(capsys)
        assert (tmp_path / "out.jsonl").read_text() == "earlier\n"

    def test_a_file_that_is_absent_or_no_text(self, store: Path, tmp_path: Path, capsys: Output) -> None:
        (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
        for name in ("absent", "binary"):
            assert run(["batch", tmp_path / name, "--out", tmp_path / "o", "--index", store]) == 2
            assert f"{tmp_path / name} " in complaint(capsys)

    @pytest.mark.parametrize("out", [".", "nowhere/answers.jsonl", "questions.jsonl"])
    def test_a_place_that_cannot_be_written(
        self, out: str, store: Path, tmp_path: Path, capsys: Output
    ) -> None:
        questions = write_questions(tmp_path, [("a", WHO_MET)])
        before = questions.read_bytes()
        for command in (["batch"], ["search", "--batch"]):
            assert run([*command, str(questions), "--out", str(tmp_path / out), "--index", str(store)]) == 2
            complaint(capsys)
        assert questions.read_bytes() == before

    def test_a_full_disk(self, store: Path, tmp_path: Path, capsys: Output) -> None:
        questions = write_questions(tmp_path, [(number, WHO_MET) for number in range(200)])
        out = tmp_path / "answers.jsonl"
        out.write_text("earlier\n")
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
        handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        try:
            code = run(["batch", questions, "--out", out, "--index", store])
        finally:
            signal.signal(signal.SIGXFSZ, handler)
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert code == 1
        assert f"{out} cannot be written (File too large)" in complaint(capsys)
        assert out.read_text() == "earlier\n"
        assert not list(tmp_path.glob(".*.part"))

    def test_searches(self, store: Path, tmp_path: Path, capsys: Output) -> None:
        questions = write_questions(tmp_path, [("b", "Quito"), ("a", "Oslo")])
        out = tmp_path / "hits.jsonl"
        given: list[str | Path] = ["--out", out, "--mode", "lexical", "--index", store]
        assert run(["search", "--batch", questions, *given]) == 0
        lines = [json.loads(line) for line in out.read_text().splitlines()]
        assert [list(one) for one in lines] == [["id", "question", "hits"]] * 2
        assert [one["hits"][0]["article_id"] for one in lines] == ["b", "a"]
        assert list(lines[0]["hits"][0]) == ["article_id", "passage", "score", "rank", "found_by"]


def write_questions(folder: Path, rows: Sequence[tuple[str | int, str]]) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("".join(json.dumps({"id": key, "question": text}) + "\n" for key, text in rows))
    return path


class TestSearch:
    @pytest.mark.parametrize(
        "given",
        [[], [" "], ["Oslo", "--batch", "q"], ["--batch", "q"], ["Oslo", "--out", "o"], ["Oslo", "-k", "0"]],
    )
    def test_wrong_usage(self, given: list[str], store: Path, capsys: Output) -> None:
        assert run(["search", *given, "--index", store]) == 2
        complaint(capsys)

    def test_ten_thousand_characters_are_searched(self, store: Path, capsys: Output) -> None:
        assert run(["search", 'who "met* AND (Oslo' * 600, "--index", store]) == 0
        assert "Oslo" in capsys.readouterr().out


class TestFaults:
    def test_parameters_of_confidence_that_are_missing(
        self, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
    ) -> None:
        monkeypatch.setattr("bot.wiring.read_model", lambda: read_model(tmp_path / "none.json"))
        assert run(["ask", WHO_MET, "--index", store]) == 1
        assert "python -m evaluation calibrate" in complaint(capsys)

    def test_ctrl_c_anywhere(self, store: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
        def interrupted(*_: object, **__: object) -> NoReturn:
            raise KeyboardInterrupt

        monkeypatch.setattr("index.local.LocalSnapshot.search", interrupted)
        assert run(["ask", WHO_MET, "--index", store]) == 130
        assert complaint(capsys) == "Stopped.\n"

    def test_no_command_of_that_name(self, capsys: Output) -> None:
        assert run(["answer"]) == 2
        assert "'ask'" in complaint(capsys)

    def test_a_refused_setting_does_not_print_the_token(self, tmp_path: Path, capsys: Output) -> None:
        (tmp_path / ".env").write_text("DISCORD_TOKEN=very-secret\nDISCORD_TOKEM=very-secret\nINDEX_DIR=.\n")
        assert run(["ask", WHO_MET]) == 2
        assert "DISCORD_TOKEM" in (said := complaint(capsys))
        assert "very-secret" not in said

    @pytest.mark.parametrize("form", [[], ["--json"]])
    def test_an_encoding_that_lacks_a_letter_is_named(
        self, form: list[str], store: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
    ) -> None:
        narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
        monkeypatch.setattr("sys.stdout", narrow)
        assert run(["ask", "谁在北京会面？" if form else WHO_MET, *form, "--index", store]) == 1
        monkeypatch.undo()
        assert "PYTHONIOENCODING=utf-8" in complaint(capsys)

    @pytest.mark.parametrize("form", [[], ["--json"]])
    def test_a_reader_that_leaves_is_no_fault(
        self, form: list[str], store: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
    ) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "w") as left:
            monkeypatch.setattr("sys.stdout", left)
            assert run(["search", "Oslo", *form, "--index", store]) == 0
        monkeypatch.undo()
        assert capsys.readouterr().err == ""


def test_the_example_of_settings_names_every_setting() -> None:
    lines = (ROOT / ".env.example").read_text().splitlines()
    named = [line.partition("=")[0] for line in lines if line and not line.startswith("#")]
    assert sorted(named) == sorted(KNOWN)
