"""The `inspect` command, run on a file of its own."""

import argparse
import json
from pathlib import Path

import pytest

from bot.commands import inspect

BRIEFING = """---
title: Talks in Oslo
source: Harbor Wire
published: 2024-03-08
---
Prime Minister Tom Berg met with President Ada Moreno in Oslo on Tuesday to discuss fish.
"""


def arguments(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    inspect.register(parser.add_subparsers())
    return parser.parse_args(["inspect", *words])


def test_json_has_the_documented_shape(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "oslo.md"
    file.write_text(BRIEFING, encoding="utf-8")
    assert inspect.run(arguments(str(file), "--json")) == 0
    shown = json.loads(capsys.readouterr().out)
    assert list(shown) == ["article", "passages", "time_expressions", "names", "meetings"]
    (meeting,) = shown["meetings"]
    assert [one["name"] for one in meeting["participants"]] == ["Tom Berg", "Ada Moreno"]
    assert meeting["when"]["first"] == "2024-03-05"
    body = shown["article"]["body"]
    for quote in (meeting["when"], meeting["where"], meeting["why"], meeting["evidence"]):
        assert body[quote["start"] : quote["end"]] == quote["text"]


def test_text_says_what_is_not_stated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "short.txt"
    file.write_text("Prime Minister Tom Berg met with President Ada Moreno.", encoding="utf-8")
    assert inspect.run(arguments(str(file))) == 0
    assert "where  not stated" in capsys.readouterr().out


def test_a_missing_file_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert inspect.run(arguments(str(tmp_path / "none.md"))) == 2
    assert "There is no file" in capsys.readouterr().err
