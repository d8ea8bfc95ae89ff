"""The many words by which news tells that people met: with the real parser."""

from datetime import date

import pytest

from index.article import Article, Meeting, MeetingKind, MeetingStatus
from index.meetings import MeetingExtractor


def read(extractor: MeetingExtractor, body: str) -> tuple[Meeting, ...]:
    article = Article(id="a", path="a", title="", body=body, published=date(2024, 3, 8))
    return extractor.extract(article).meetings


@pytest.mark.parametrize(
    "body",
    [
        "Senator Ada Moreno huddled with Mayor Tom Berg in Lisbon on Monday.",
        "Senator Ada Moreno dropped in on Mayor Tom Berg on Monday.",
        "Senator Ada Moreno went to see President Tom Berg in Oslo on Monday.",
        "Senator Ada Moreno saw President Tom Berg in Oslo on Monday.",
        "Senator Ada Moreno got together with Mayor Tom Berg on Monday.",
        "Senator Ada Moreno discussed the port with Mayor Tom Berg on Monday.",
        "Mayor Tom Berg and Senator Ada Moreno were together in Lisbon on Monday to open the bridge.",
        "Senator Ada Moreno was joined by Mayor Tom Berg at the opening of the bridge in Lisbon on Monday.",
        "Senator Ada Moreno joined Mayor Tom Berg in cutting the ribbon at the bridge on Monday.",
        "Mayor Tom Berg joined Senator Ada Moreno on Monday to talk about the port.",
        "President Ada Moreno summoned Ambassador Tom Berg on Monday.",
        "President Ada Moreno hosted a dinner for Premier Tom Berg on Monday.",
        "President Ada Moreno accompanied Premier Tom Berg to Lisbon on Monday.",
        "President Ada Moreno exchanged views with Premier Tom Berg in Oslo on Monday.",
        "President Ada Moreno appeared alongside Premier Tom Berg in Oslo on Monday.",
        "President Ada Moreno wrapped up two days of talks with Premier Tom Berg in Oslo on Monday.",
        "President Ada Moreno signed the treaty with Premier Tom Berg in Oslo on Monday.",
        "President Ada Moreno shook hands with Premier Tom Berg in Oslo on Monday.",
        "President Ada Moreno swore in Justice Tom Berg on Monday.",
        "President Ada Moreno presented Captain Tom Berg with the Silver Star on Monday.",
        "President Ada Moreno presented the medal to Captain Tom Berg on Monday.",
        "President Ada Moreno awarded Captain Tom Berg the Silver Star on Monday.",
        "President Ada Moreno surveyed flood damage in Lisbon with Mayor Tom Berg on Monday.",
        "President Ada Moreno walked through the market in Lisbon with Mayor Tom Berg on Monday.",
        "President Ada Moreno ate breakfast with Mayor Tom Berg in Lisbon on Monday.",
        "President Ada Moreno spent Monday with Mayor Tom Berg in Lisbon.",
        "President Ada Moreno paid a courtesy call on Mayor Tom Berg on Monday.",
        "President Ada Moreno took part in a roundtable with Mayor Tom Berg on Monday.",
        "President Ada Moreno sat in on a meeting with Mayor Tom Berg on Monday.",
        "President Ada Moreno held a video conference with Mayor Tom Berg on Monday.",
        "Mayor Tom Berg came to President Ada Moreno's office on Monday.",
        "The two leaders, President Ada Moreno and Premier Tom Berg, met on Monday.",
        "On Monday, President Ada Moreno and Premier Tom Berg talked about trade.",
    ],
)
def test_two_who_met_on_a_day(extractor: MeetingExtractor, body: str) -> None:
    (meeting,) = read(extractor, body)
    assert {one.name for one in meeting.participants} == {"Ada Moreno", "Tom Berg"}
    assert meeting.status is MeetingStatus.HELD
    assert meeting.when is not None
    assert meeting.when.span.first == meeting.when.span.last == date(2024, 3, 4)


@pytest.mark.parametrize(
    "body",
    [
        "Senator Ada Moreno saw Senator Tom Berg's plan as a mistake.",
        "Senator Ada Moreno saw Tom Berg as a friend.",
        "Senator Ada Moreno wants to see Tom Berg confirmed.",
        "Senator Ada Moreno saw Mayor Tom Berg on television.",
        "Senator Ada Moreno got the bill together with Senator Tom Berg.",
        "Senator Ada Moreno and Senator Tom Berg have worked together in Lisbon.",
        "The two senators are together in urging a vote in Lisbon.",
        "Senator Ada Moreno signed a letter with Senator Tom Berg on Monday.",
        "Senator Ada Moreno presented evidence to Attorney General Tom Berg in a letter.",
        "Senator Ada Moreno spent two years with the Peace Corps in Lisbon.",
        "Senator Ada Moreno discussed the bill with reporters on Monday.",
        "Senator Ada Moreno shares a warm relationship with Premier Tom Berg.",
        "Senator Ada Moreno was joined by Senators Tom Berg and Eva Lind in introducing the bill.",
        "Senator Ada Moreno accompanied her letter to Tom Berg with a report.",
        "The bill will come to the Senator's office on Monday.",
        "Senator Ada Moreno said that she stopped the bill in committee with Senator Berg.",
    ],
)
def test_the_same_words_of_something_else(extractor: MeetingExtractor, body: str) -> None:
    assert read(extractor, body) == ()


@pytest.mark.parametrize(
    ("body", "where", "kind"),
    [
        ("Senator Ada Moreno paid a visit to Wren Hospital on Monday.", "Wren Hospital", MeetingKind.VISIT),
        ("Senator Ada Moreno made a stop at the Wren plant on Monday.", "the Wren plant", MeetingKind.VISIT),
        ("Senator Ada Moreno stopped by the Wren plant on Monday.", "the Wren plant", MeetingKind.VISIT),
        ("Senator Ada Moreno toured a warehouse on Monday.", "a warehouse", MeetingKind.VISIT),
        ("Senator Ada Moreno took a trip to Oslo on Monday.", "Oslo", MeetingKind.TRIP),
        ("Ada Moreno welcomed President Tom Berg to Oslo.", "Oslo", MeetingKind.MEETING),
        ("Ada Moreno flew to Oslo on Monday for talks with President Tom Berg.", "Oslo", MeetingKind.MEETING),
        ("In May Senator Ada Moreno hosted the first Farm Summit in Bergen.", "Bergen", MeetingKind.MEETING),
    ],
)
def test_where_somebody_came(extractor: MeetingExtractor, body: str, where: str, kind: MeetingKind) -> None:
    (meeting,) = read(extractor, body)
    assert meeting.where is not None
    assert (meeting.where.text, meeting.kind) == (where, kind)


def test_what_somebody_said_would_be_is_planned(extractor: MeetingExtractor) -> None:
    (meeting,) = read(extractor, "Secretary Tom Berg told the members that he would visit the Wren campus.")
    assert meeting.status is MeetingStatus.PLANNED


@pytest.mark.parametrize(
    ("body", "people"),
    [
        (
            "Senator Ada Moreno spoke with General Tom Berg by phone. Fish was no topic.\n\n"
            "She also met with him in Lisbon to discuss the port.",
            {"Ada Moreno", "Tom Berg"},
        ),
        (
            "The delegates from Oslo arrive on Sunday. They will meet with senators.",
            {"delegates from Oslo", "senators"},
        ),
    ],
)
def test_whom_pronouns_mean(extractor: MeetingExtractor, body: str, people: set[str]) -> None:
    assert {one.name for one in read(extractor, body)[-1].participants} == people


def test_a_day_told_once_is_that_of_what_comes_later_on_it(extractor: MeetingExtractor) -> None:
    body = (
        "Senator Ada Moreno met farmers in Rill County today. Prices rose.\n\nRain fell.\n\n"
        "Following her visit to Rill County, the Senator met with Mayor Tom Berg."
    )
    assert [one.when.span.first for one in read(extractor, body) if one.when] == [date(2024, 3, 8)] * 2


def test_the_day_counts_where_the_month_stands_nearer(extractor: MeetingExtractor) -> None:
    (meeting,) = read(extractor, "On March 5, Ada Moreno presented the March 2024 Farm Award to Tom Berg.")
    assert meeting.when is not None
    assert meeting.when.span.first == date(2024, 3, 5)


@pytest.mark.parametrize(
    ("body", "legs"),
    [
        (
            "Ada Moreno met with Premier Tom Berg in Oslo on Monday and with Eva Lind in Riga on Tuesday.",
            [("Tom Berg", "Oslo", 4), ("Eva Lind", "Riga", 5)],
        ),
        (
            "Ada Moreno met Premier Tom Berg in Oslo and President Eva Lind in Riga.",
            [("Tom Berg", "Oslo", None), ("Eva Lind", "Riga", None)],
        ),
        (
            "Ada Moreno met with Premier Tom Berg on Monday and President Eva Lind on Tuesday.",
            [("Tom Berg", None, 4), ("Eva Lind", None, 5)],
        ),
        (
            "Ada Moreno met Tom Berg in Oslo on Monday before meeting Eva Lind in Riga on Tuesday.",
            [("Tom Berg", "Oslo", 4), ("Eva Lind", "Riga", 5)],
        ),
        (
            "Ada Moreno met Tom Berg in Oslo on Monday and visited Eva Lind in Riga on Tuesday.",
            [("Tom Berg", "Oslo", 4), ("Eva Lind", "Riga", 5)],
        ),
        (
            "On Monday, Ada Moreno met Tom Berg in Oslo and Eva Lind in Riga.",
            [("Tom Berg", "Oslo", 4), ("Eva Lind", "Riga", 4)],
        ),
    ],
)
def test_each_leg_has_its_own_place_and_day(
    extractor: MeetingExtractor, body: str, legs: list[tuple[str, str | None, int | None]]
) -> None:
    assert [
        (
            one.participants[-1].name,
            one.where and one.where.text,
            one.when and one.when.span.first and one.when.span.first.day,
        )
        for one in read(extractor, body)
    ] == legs
    assert all(len(one.participants) == 2 for one in read(extractor, body))


@pytest.mark.parametrize(
    "body",
    [
        "Ada Moreno met Tom Berg and Eva Lind in Riga on Tuesday.",
        "Ada Moreno met with Mayor Tom Berg of Oslo and Mayor Eva Lind of Riga on Monday.",
    ],
)
def test_one_place_and_day_of_several_people_is_one_meeting(extractor: MeetingExtractor, body: str) -> None:
    (meeting,) = read(extractor, body)
    assert len(meeting.participants) == 3


def test_somebody_was_fortunate_to_meet_or_committed_to_a_tour(extractor: MeetingExtractor) -> None:
    (met,) = read(extractor, "Ada Moreno was fortunate to meet with Premier Tom Berg last December.")
    (promised,) = read(extractor, "Secretary Tom Berg committed to touring the prison with Ada Moreno.")
    assert (met.status, promised.status) == (MeetingStatus.HELD, MeetingStatus.PLANNED)
