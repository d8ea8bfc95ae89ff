"""`python -m bot run` with what a new set-up gets wrong: one sentence, the right exit code, no traceback."""

from pathlib import Path

import pytest

from bot.__main__ import main


def test_a_missing_token_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "")
    assert main(["run"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("DISCORD_TOKEN is not set")
    assert said.count("\n") == 1


def test_a_wrong_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "two words")
    assert main(["run"]) == 2
    said = capsys.readouterr().err
    assert "DISCORD_TOKEN" in said
    assert "two words" not in said


def test_a_missing_index_says_what_to_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "a-token")
    monkeypatch.setattr("bot.logs.configure_logging", lambda: None)  # pytest keeps the handlers
    assert main(["run", "--index", str(tmp_path / "nowhere")]) == 1
    assert "build_index.py" in capsys.readouterr().err
