"""`python -m bot meetings`: the table, and the same meetings for other programs."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from bot.__main__ import main
from index.article import (
    UNKNOWN_DATE,
    Article,
    DateSpan,
    Meeting,
    MeetingDate,
    MeetingKind,
    MeetingStatus,
    Modifier,
    Participant,
    Precision,
    Quote,
)
from index.engine import ArticleMeeting
from tests.bot.fakes import ArticlesEngine

BODY = (
    "Trade Minister Ana Lobo received Chancellor Piet Vos in Riga, Latvia, on 4 and 5 May to settle the "
    "wheat\ntariff; both spoke of progress. Lobo will call on the mayor of Oslo soon."
)
ARTICLE = Article(
    id="lobo",
    path="trade/lobo.md",
    title='=Lobo, "Vos" meet',
    body=BODY,
    source="Harbour News",
    url="https://news.example/lobo",
    published=date(2024, 5, 6),
    collection="trade",
)

Output = pytest.CaptureFixture[str]


def quote(text: str) -> Quote:
    start = BODY.index(text)
    return Quote(start=start, end=start + len(text), text=text)


def record(key: str, when: MeetingDate | None, status: MeetingStatus, *names: str) -> ArticleMeeting:
    held = status is MeetingStatus.HELD
    meeting = Meeting(
        participants=tuple(Participant(name=name) for name in names),
        kind=MeetingKind.MEETING,
        status=status,
        when=when,
        where=quote("Riga, Latvia") if held else None,
        why=quote("to settle the wheat\ntariff") if held else None,
        evidence=quote(
            BODY[: BODY.index(" Lobo will")] if held else "Lobo will call on the mayor of Oslo soon."
        ),
    )
    return ArticleMeeting(id=key, article=ARTICLE, meeting=meeting)


DAYS = DateSpan(first=date(2024, 5, 4), last=date(2024, 5, 5), precision=Precision.DAY)
HELD = record(
    "lobo/1",
    MeetingDate(quote=quote("on 4 and 5 May"), span=DAYS, modifier=Modifier.APPROX),
    MeetingStatus.HELD,
    "Ana Lobo",
    "Piet Vos",
)
SOON = record(
    "lobo/2",
    MeetingDate(quote=quote("soon"), span=UNKNOWN_DATE),
    MeetingStatus.PLANNED,
    "Ana Lobo",
    "the mayor",
)


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.wiring.open_engine", lambda *_: ArticlesEngine([ARTICLE], [HELD, SOON]))


def listed(said: Output, *arguments: str) -> list[str]:
    assert main(["meetings", "--json", *arguments]) == 0
    return [one["id"] for one in json.loads(said.readouterr().out)["meetings"]]


def test_json_has_the_shape_promised(capsys: Output) -> None:
    assert main(["meetings", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert list(printed) == ["meetings"]
    held, soon = printed["meetings"]
    keys = ["id", "participants", "kind", "status", "when", "where", "why", "evidence", "sources"]
    keys += ["independent_sources", "versions", "disagreements"]
    assert list(held) == list(soon) == keys
    assert (held["independent_sources"], held["disagreements"]) == (1, [])
    assert [(one["source"], one["id"]) for one in held["versions"]] == [(1, "lobo/1")]
    assert held["participants"][0] == {"name": "Ana Lobo", "role": None, "affiliation": None}
    start = BODY.index("on 4 and 5 May")
    assert held["when"] == {
        "text": "on 4 and 5 May",
        "start": start,
        "end": start + 14,
        "first": "2024-05-04",
        "last": "2024-05-05",
        "precision": "day",
        "modifier": "approx",
    }
    assert soon["when"]["first"] is soon["when"]["last"] is soon["where"] is soon["why"] is None
    assert soon["when"]["precision"] == "unknown"
    assert [one["quote"] for one in soon["sources"]] == [soon["evidence"]["text"]]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--who", "lobo", "--with", "VOS"], ["lobo/1"]),
        (["--who", "the mayor"], ["lobo/2"]),
        (["--who", "Lobo Vos"], []),
        (["--where", "riga"], ["lobo/1"]),
        (["--topic", "wheat tariff"], ["lobo/1"]),
        (["--status", "planned"], ["lobo/2"]),
        (["--since", "2024-05-05", "--until", "2024-05-05"], ["lobo/1"]),
        (["--until", "2024-05-03"], []),
        (["--source", "harbour news", "--collection", "trade", "--status", "planned"], ["lobo/2"]),
    ],
)
def test_filters(arguments: list[str], found: list[str], capsys: Output) -> None:
    assert listed(capsys, *arguments) == found


@pytest.mark.parametrize("command", [["meetings"], ["timeline", "Lobo"]])
def test_a_source_or_collection_that_no_briefing_has_is_named(command: list[str], capsys: Output) -> None:
    assert main([*command, "--source", "The Post"]) == 2
    assert "'The Post'; known are: Harbour News." in capsys.readouterr().err
    assert main([*command, "--collection", "sport"]) == 2
    assert "'sport'; known are: trade." in capsys.readouterr().err


@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"], ["--ics"]])
def test_undated_ones_left_out_are_counted_beside_the_output(form: list[str], capsys: Output) -> None:
    assert main(["meetings", *form, "--since", "2024-01-01"]) == 0
    printed = capsys.readouterr()
    assert printed.err == "1 meeting without a known date left out.\n"
    assert "mayor" not in printed.out
    assert main(["meetings", *form]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("columns", [80, 120])
def test_the_table_fits_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # rich then takes the capture for a terminal
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")  # no escapes at all, but the terminal's width
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main(["meetings"]) == 0
    printed = capsys.readouterr().out
    assert max(len(line.rstrip()) for line in printed.splitlines()) <= columns
    assert "…" not in printed
    said = " ".join(printed.split())
    for words in ("Lobo", "Vos", "Riga", "tariff", "trade/lobo.md", "Harbour News", "2024-05-06", "“soon”"):
        assert words in said


OTHER = Article(
    id="post",
    path="trade/post.md",
    title="Vos in Riga",
    body="Lobo met Vos in Riga on 6 May, over wheat.",
    source="The Post",
    published=date(2024, 5, 7),
    tags=("grain",),
)
DISPUTED = ArticleMeeting(
    id="post/1",
    article=OTHER,
    meeting=Meeting(
        participants=(Participant(name="Lobo"), Participant(name="Vos")),
        kind=MeetingKind.MEETING,
        status=MeetingStatus.HELD,
        when=MeetingDate(
            quote=Quote(start=24, end=32, text="on 6 May"),
            span=DateSpan(first=date(2024, 5, 6), last=date(2024, 5, 6), precision=Precision.DAY),
        ),
        where=Quote(start=16, end=20, text="Riga"),
        why=None,
        evidence=Quote(start=0, end=len(OTHER.body), text=OTHER.body),
    ),
)


@pytest.fixture
def disputed(monkeypatch: pytest.MonkeyPatch) -> None:
    held = replace(HELD, meeting=replace(HELD.meeting, when=exact(HELD)))
    monkeypatch.setattr(
        "bot.wiring.open_engine", lambda *_: ArticlesEngine([ARTICLE, OTHER], [held, SOON, DISPUTED])
    )


def exact(one: ArticleMeeting) -> MeetingDate:
    assert one.meeting.when is not None
    return replace(one.meeting.when, modifier=None)


@pytest.mark.usefixtures("disputed")
def test_sources_that_differ_are_both_quoted(capsys: Output) -> None:
    assert main(["meetings", "--who", "Vos"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "sources differ on the date: 4–5 or 6 May 2024" in said
    assert "“Lobo met Vos in Riga on 6 May, over wheat.” 2024-05-07 · The Post · trade/post.md" in said
    assert "1 meeting in 2 briefings" in said


@pytest.mark.usefixtures("disputed")
def test_sources_that_differ_are_told_apart_in_json(capsys: Output) -> None:
    assert main(["meetings", "--json", "--status", "held"]) == 0
    (printed,) = json.loads(capsys.readouterr().out)["meetings"]
    assert [one["article_id"] for one in printed["sources"]] == ["lobo", "post"]
    assert printed["independent_sources"] == 2
    assert printed["disagreements"] == [
        {
            "about": "when",
            "readings": [
                {"text": "4–5 May 2024", "sources": [1]},
                {"text": "6 May 2024", "sources": [2]},
            ],
        }
    ]
    assert [one["when"]["first"] for one in printed["versions"]] == ["2024-05-04", "2024-05-06"]


@pytest.mark.usefixtures("disputed")
@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--who", "Ana Lobo", "--with", "Piet Vos", "--since", "2024-05-06"], ["lobo/1"]),
        (["--who", "Lobo", "--with", "Ana Lobo"], []),
        (["--who", "A. Lobo", "--status", "planned"], ["lobo/2"]),
        (["--topic", "grain"], ["lobo/1"]),
    ],
)
def test_what_any_source_says_finds_the_meeting(
    arguments: list[str], found: list[str], capsys: Output
) -> None:
    assert listed(capsys, *arguments) == found


def test_nothing_found_is_said(capsys: Output) -> None:
    assert main(["meetings", "--who", "Nobody"]) == 0
    assert capsys.readouterr().out == "No such meeting is recorded.\n"


def test_csv_is_read_back_by_a_reader_and_runs_no_formula(capsys: Output) -> None:
    assert main(["meetings", "--csv"]) == 0
    held, soon = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (held["id"], held["first"], held["last"]) == ("lobo/1", "2024-05-04", "2024-05-05")
    assert held["participants"] == "Ana Lobo; Piet Vos"
    assert held["why"] == "to settle the wheat tariff"
    assert held["title"] == "'" + ARTICLE.title
    assert (soon["first"], soon["precision"], soon["where"]) == ("", "unknown", "")


def test_the_calendar_holds_what_has_a_day(capsys: Output) -> None:
    assert main(["meetings", "--ics"]) == 0
    written = capsys.readouterr().out
    lines = written.split("\r\n")
    assert "\n" not in "".join(lines)
    assert all(len(line.encode()) <= 75 for line in lines)
    events = list(unfolded(lines))
    assert events.count("BEGIN:VEVENT") == events.count("END:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20240504" in events
    assert "DTEND;VALUE=DATE:20240506" in events  # the day after the last, as the format has it
    assert "SUMMARY:Meeting: Ana Lobo\\; Piet Vos" in events
    assert "LOCATION:Riga\\, Latvia" in events
    assert "STATUS:CONFIRMED" in events
    assert "URL:https://news.example/lobo" in events


def unfolded(lines: list[str]) -> Iterator[str]:
    whole = ""
    for line in lines:
        if line.startswith(" "):
            whole += line[1:]
        else:
            yield whole
            whole = line


def test_one_form_at_a_time(capsys: Output) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["meetings", "--json", "--csv"])
    assert "not allowed with" in capsys.readouterr().err
