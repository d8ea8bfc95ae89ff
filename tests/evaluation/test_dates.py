"""The measure of dates: values become days, and outcomes are judged."""

import json
from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.dates import span_of_value


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2004-02", "2004-02-01", "2004-02-29"),
        ("2004-W01", "2003-12-29", "2004-01-04"),
        ("2004-Q4", "2004-10-01", "2004-12-31"),
        ("2004-WI", "2004-12-01", "2005-02-28"),
        ("2004-05-03TMO", "2004-05-03", "2004-05-03"),
        ("199", "1990-01-01", "1999-12-31"),
    ],
)
def test_a_value_becomes_days(value: str, first: str, last: str) -> None:
    span = span_of_value(value)
    assert span is not None
    assert (str(span.first), str(span.last)) == (first, last)


@pytest.mark.parametrize("value", ["PRESENT_REF", "P3D", "2004-WXX", "2004-02-31"])
def test_other_values_name_no_days(value: str) -> None:
    assert span_of_value(value) is None


def test_the_command_prints_the_share_and_the_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {
        "document_date": "2006-07-12", "before": "They met", "after": "in Oslo.", "type": "DATE",
    }  # fmt: skip
    rows = [row | {"text": "Tuesday", "value": value} for value in ("2006-07-11", "2006-07-04")]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in rows), encoding="utf-8")
    assert main(["dates", "--data", str(path), "--errors", "1"]) == 0
    shown = capsys.readouterr().out
    assert "50.0%  values right, of expressions naming a calendar date (1 of 2" in shown
    assert "They met [Tuesday] in Oslo." in shown
