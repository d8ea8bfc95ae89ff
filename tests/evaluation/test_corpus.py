"""The articles to ask are drawn anew the same, and none that is asked about is missing."""

import gzip
import json
from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.corpus import draw
from evaluation.questions import QuestionsUnusable

KNOWN = [f"a{number:02}" for number in range(40)]


def _question(article: str, **more: str) -> str:
    return json.dumps({"id": f"{article}-u", "question": "Who?", "answerable": False, "kind": "slot",
                       "article": article, **more})  # fmt: skip


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join([_question("a07"), _question("a07"), _question("a30", also="a31")]))
    return path


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "export.jsonl.gz"
    records = [json.dumps({"id": identity, "text": "Leeâs talks."}) for identity in KNOWN]
    path.write_bytes(gzip.compress("\n\n".join(records).encode()))
    return path


def test_all_that_is_asked_about_is_drawn_and_as_many_others_as_wanted() -> None:
    drawn = draw(KNOWN, {"a07", "a30"}, others=10, seed=1)
    assert len(drawn) == len(set(drawn)) == 12
    assert {"a07", "a30"} <= set(drawn)
    assert drawn == draw(KNOWN[::-1], {"a30", "a07"}, others=10, seed=1)
    assert drawn != draw(KNOWN, {"a07", "a30"}, others=10, seed=2)


def test_more_than_there_are_is_all() -> None:
    assert draw(KNOWN, {"a07"}, others=1000, seed=1) == KNOWN


def test_an_article_that_the_export_lacks_is_told() -> None:
    with pytest.raises(QuestionsUnusable, match=r"lacks 1 of the articles asked about \(b01 is one\)"):
        draw(KNOWN, {"a07", "b01"}, others=1, seed=1)


def test_the_file_can_be_built_from(
    questions: Path, export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "drawn.jsonl"
    given = ["corpus", str(questions), "--export", str(export), "--others", "5", "--out", str(out)]
    assert main(given) == 0
    assert capsys.readouterr().out == f"{out}: 3 articles asked about and 5 others.\n"
    records = [json.loads(line) for line in out.read_text().splitlines()]
    assert len(records) == 8
    assert {"a07", "a30", "a31"} <= {one["id"] for one in records}
    assert records[0]["text"] == "Leeâs talks."


@pytest.mark.parametrize("content", [b"{", b"[1]", b'{"text": "no id"}'])
def test_an_export_that_is_none_is_told(
    questions: Path, tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    export = tmp_path / "export.jsonl"
    export.write_bytes(content)
    given = ["corpus", str(questions), "--export", str(export), "--out", str(tmp_path / "drawn.jsonl")]
    assert main(given) == 1
    assert "name another file" in capsys.readouterr().err


def test_an_export_that_is_missing_is_told(
    questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READOUT_DEV_DATA", str(tmp_path / "nowhere"))
    assert main(["corpus", str(questions), "--out", str(tmp_path / "drawn.jsonl")]) == 1
    assert "name another file" in capsys.readouterr().err
    monkeypatch.delenv("READOUT_DEV_DATA")
    assert main(["corpus", str(questions), "--out", str(tmp_path / "drawn.jsonl")]) == 1
    assert "set READOUT_DEV_DATA" in capsys.readouterr().err
