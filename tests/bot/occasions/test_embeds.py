"""What `/meetings`, `/timeline` and `/who` look like, to the letter; and that nothing breaks a limit."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.occasions.choosing import Chosen, Wanted
from bot.occasions.people import only_one
from bot.occasions.shelf import Shelf
from bot.rendering.answer import Rendered
from bot.rendering.meetings import render_meetings
from bot.rendering.person import render_person
from bot.rendering.timeline import render_timeline
from bot.timeline import make_timeline
from index.article import MeetingKind, MeetingStatus, Precision, Quote
from index.engine import ArticleMeeting, Coverage
from index.occasions import link_occasions
from tests.bot.agreed import assert_as_agreed
from tests.bot.telling import tell
from tests.discord.contract import limit_complaints

COVERAGE = Coverage(
    generation=3, articles=12, passages=30, undated=0, first=date(2029, 1, 1), last=date(2032, 1, 1)
)
MAY = date(2031, 5, 5)
RECORDS = [
    tell("alpha", "Ana Lobo", "Piet Vos", first=MAY, where="Oslo", why="to settle a tariff", role="minister"),
    tell("beta", "Lobo", "Piet Vos", first=MAY + timedelta(1), where="Oslo", role="chancellor"),
    tell(
        "gamma",
        "Ana Lobo",
        "Eva Brandt",
        first=date(2030, 1, 1),
        last=date(2030, 1, 31),
        precision=Precision.MONTH,
    ),
    tell("delta", "Ana Lobo", "Piet Vos", kind=MeetingKind.CALL, published=date(2029, 2, 1)),
    tell(
        "epsilon",
        "Ana Lobo",
        "Eva Brandt",
        first=date(2032, 3, 1),
        status=MeetingStatus.PLANNED,
        published=date(2032, 1, 1),
    ),
]


def shelf(records: list[ArticleMeeting]) -> Shelf:
    return Shelf(coverage=COVERAGE, occasions=link_occasions(records))


def meetings(records: list[ArticleMeeting], wanted: Wanted, undated: int = 0) -> Rendered:
    chosen = Chosen(occasions=link_occasions(records), undated=undated)
    return render_meetings(chosen, wanted, COVERAGE)


def person(records: list[ArticleMeeting], name: str) -> Rendered:
    kept = shelf(records)
    someone = only_one(kept.people, name)
    assert someone is not None
    return render_person(someone, kept.people)


CASES = {
    "meetings": lambda: meetings(RECORDS, Wanted(who="Lobo", since=date(2029, 1, 1)), undated=2),
    "meetings_none": lambda: meetings([], Wanted(where="Quito", status=MeetingStatus.HELD)),
    "timeline": lambda: render_timeline(make_timeline(shelf(RECORDS), "Lobo"), b"png", COVERAGE),
    "timeline_none": lambda: render_timeline(make_timeline(shelf(RECORDS), "Nobody"), None, COVERAGE),
    "person": lambda: person(RECORDS, "ana lobo"),
}


@pytest.mark.parametrize("name", CASES)
def test_it_looks_as_agreed(name: str) -> None:
    (embed,) = CASES[name]().embeds
    assert_as_agreed(name, embed.to_dict())


def test_what_is_whole_needs_no_file_and_a_timeline_always_has_its_sentences() -> None:
    assert CASES["meetings_none"]().files == ()
    assert meetings(RECORDS[2:3], Wanted()).files == ()
    picture, text = CASES["timeline"]().files
    assert (picture.name, picture.content) == ("timeline.png", b"png")
    written = text.content.decode()
    assert "5 or 6 May 2031: Piet Vos · Oslo" in written
    assert "“gamma: Ana Lobo and Eva Brandt met then.”" in written


def test_what_does_not_fit_is_whole_in_the_file() -> None:
    records = [
        tell(
            f"n{n}",
            "Ana Lobo",
            f"Guest {n}",
            first=MAY + timedelta(30 * n),
            where="Riga",
            why="to talk " * 60,
        )
        for n in range(40)
    ]
    for rendered in (meetings(records, Wanted()), person(records, "Lobo")):
        (embed,) = rendered.embeds
        assert "40" in (embed.footer.text or "")
        (file,) = rendered.files
        written = file.content.decode()
        for record in records:
            assert f"“{' '.join(record.meeting.evidence.text.split())}”" in written
            assert record.article.url is not None
            assert record.article.url in written


def test_words_of_the_briefings_cannot_act() -> None:
    hostile = tell("evil", "@everyone <@4001>", "[x](https://evil.example)", first=MAY, where="**Oslo**")
    text = meetings([hostile], Wanted(who="@here")).embeds[0].to_dict()
    said = json.dumps(text, ensure_ascii=False)
    assert "@everyone" not in said
    assert "<@4001>" not in said.replace("\\\\<", "")
    assert "](https://evil" not in said


def test_other_names_are_names_without_titles_and_pronouns() -> None:
    record = RECORDS[0]
    lobo, vos = record.meeting.participants
    told = []
    for n, words in enumerate(["his", "President Ana Lobo", "Lobo", "the minister", "A. M. Lobo"]):
        mention = Quote(start=0, end=len(words), text=words)
        meeting = replace(record.meeting, participants=(replace(lobo, mention=mention), vos))
        other = tell(f"n{n}", "Ana Lobo", "Piet Vos", first=date(2020 + n, 1, 1))
        told.append(
            replace(other, meeting=replace(meeting, when=other.meeting.when, evidence=other.meeting.evidence))
        )
    (embed,) = person(told, "Ana Lobo").embeds
    assert "**Also written** Lobo, A. M. Lobo\n" in (embed.description or "")


_texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)


@settings(max_examples=25, deadline=None)
@given(names=st.lists(_texts, min_size=1, max_size=12), place=_texts, why=_texts, times=st.integers(1, 60))
def test_nothing_breaks_a_limit(names: list[str], place: str, why: str, times: int) -> None:
    why = f"why {why} " * times
    records = [
        tell(f"n{n}", *names, first=MAY + timedelta(60 * n), where=f"in {place}", why=why) for n in range(12)
    ]
    kept = shelf(records)
    everyone = [meetings(records, Wanted(topic=why), undated=3)]
    everyone += [
        part
        for someone in kept.people.all[:1]
        for part in (
            render_person(someone, kept.people),
            render_timeline(make_timeline(kept, someone.name), b"", COVERAGE),
        )
    ]
    for rendered in everyone:
        body = {"embeds": [embed.to_dict() for embed in rendered.embeds]}
        assert limit_complaints(body, has_files=True, is_edit=True) == []
