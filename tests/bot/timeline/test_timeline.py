"""`python -m bot timeline`: which meetings, in what words, and as JSON."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from index.article import MeetingStatus, Precision
from tests.bot.fakes import ArticlesEngine
from tests.bot.telling import tell

RECORDS = [
    tell("alpha", "Ana Lobo", "Piet Vos", first=date(2030, 3, 4), where="Riga", why="to settle a tariff"),
    tell(
        "beta",
        "Lobo",
        "Eva Brandt",
        first=date(2030, 1, 1),
        last=date(2030, 1, 31),
        precision=Precision.MONTH,
    ),
    tell("gamma", "Ana Lobo", "Piet Vos", first=date(2031, 5, 5), where="Oslo"),
    tell("delta", "Ana Lobo", "Piet Vos", first=date(2031, 5, 6), where="Oslo"),
    tell("epsilon", "Ana Lobo", "Piet Vos", published=date(2029, 1, 1)),
    tell("zeta", "Ana Lobo", first=date(2032, 6, 1), where="Hanoi", status=MeetingStatus.CANCELLED),
    tell("eta", "Jon Brandt", "Otto Berg", first=date(2030, 3, 4)),
]

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = ArticlesEngine([one.article for one in RECORDS], RECORDS)
    monkeypatch.setattr("bot.wiring.open_engine", lambda *_: engine)


def printed(said: Output, *arguments: str) -> dict[str, Any]:
    assert main(["timeline", "--json", *arguments]) == 0
    values = json.loads(said.readouterr().out)
    assert isinstance(values, dict)
    return values


def test_the_meetings_stand_in_order_with_one_citation_each(capsys: Output) -> None:
    values = printed(capsys, "lobo")
    assert values["name"] == "Ana Lobo"
    assert [one["citation"] for one in values["entries"]] == [1, 2, 3, 4]
    assert [one["article_id"] for one in values["citations"]] == ["beta", "alpha", "delta", "zeta"]
    assert values["undated"] == 1
    assert [one["disputed"] for one in values["entries"]] == [[], [], ["when"], []]


def test_the_lines_show_how_exactly_a_day_is_known(capsys: Output) -> None:
    assert main(["timeline", "Ana Lobo"]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert lines[:8] == [
        "Ana Lobo",
        "",
        "c. January 2030 with Eva Brandt [1]",
        "4 March 2030 with Piet Vos · Riga · to settle a tariff [2]",
        "5 or 6 May 2031 with Piet Vos · Oslo · sources differ [3]",
        "1 June 2032 meeting · Hanoi · cancelled [4]",
        "",
        "4 dated meetings; 1 more without a known date.",
    ]
    assert "[1] “beta: Lobo and Eva Brandt met then.”" in lines


def test_two_people_and_a_period(capsys: Output) -> None:
    values = printed(capsys, "Vos", "--with", "Ana Lobo", "--since", "2031-01-01")
    assert [one["id"] for one in values["entries"]] == ["delta/1"]
    assert values["with"] == "Ana Lobo"
    assert values["undated"] == 1


def test_a_name_that_several_have_is_asked_back(capsys: Output) -> None:
    assert main(["timeline", "Brandt"]) == 2
    assert capsys.readouterr().err == (
        "“Brandt” can be Eva Brandt (1) or Jon Brandt (1); write the name in full.\n"
    )


def test_an_unknown_name_is_an_honest_nothing(capsys: Output) -> None:
    assert main(["timeline", "Nobody Here"]) == 0
    assert "No dated meeting is recorded." in capsys.readouterr().out
    assert printed(capsys, "Nobody Here")["entries"] == []


def test_the_picture_is_written(tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "lobo.png"
    assert main(["timeline", "Lobo", "--png", str(file), "--theme", "light"]) == 0
    assert file.read_bytes().startswith(b"\x89PNG")
    assert "4 dated meetings" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "file", "said"),
    [("Nobody", "x.png", "no dated meeting to draw"), ("Lobo", "no/such/x.png", "cannot be written")],
)
def test_a_picture_that_cannot_be_is_refused(
    name: str, file: str, said: str, tmp_path: Path, capsys: Output
) -> None:
    assert main(["timeline", name, "--png", str(tmp_path / file)]) == 2
    assert said in capsys.readouterr().err
