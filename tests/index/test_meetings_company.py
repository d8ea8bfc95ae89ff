"""Who else took part: ends of long lists, hosts, those who are handed something, those met on a journey."""

from datetime import date

import pytest

from index.article import Article, Meeting, MeetingKind
from index.meetings import MeetingExtractor


@pytest.fixture(scope="module")
def extractor() -> MeetingExtractor:
    return MeetingExtractor.load()


def read(extractor: MeetingExtractor, body: str) -> tuple[Meeting, ...]:
    article = Article(id="a", path="a", title="", body=body, source=None, published=date(2024, 3, 8))
    return extractor.extract(article).meetings


def names(meeting: Meeting) -> set[str]:
    return {one.name for one in meeting.participants}


@pytest.mark.parametrize(
    ("body", "people"),
    [
        (
            "Sens. Ada Lind and Tom Berg, Rep. Eva Moreno, the Army Corps of Engineers, the Stony Creek "
            "project manager and area officials met today to discuss the dam.",
            {
                "Ada Lind",
                "Tom Berg",
                "Eva Moreno",
                "Army Corps of Engineers",
                "Stony Creek project manager",
                "area officials",
            },
        ),
        (
            "Senator Rosa Diaz met with Governor Tom Hale, the Army Corps of Engineers, ranchers and county "
            "officials on Monday.",
            {"Rosa Diaz", "Tom Hale", "Army Corps of Engineers", "ranchers", "county officials"},
        ),
        (
            "A bipartisan group of 17 senators, including Ada Lind and Tom Berg, met with President Hale.",
            {"bipartisan group of 17 senators", "Ada Lind", "Tom Berg", "Hale"},
        ),
        (
            "Senator Rosa Diaz will come to Bergen on Thursday to meet with local law enforcement and the "
            "management of the mill.",
            {"Rosa Diaz", "local law enforcement", "management of the mill"},
        ),
    ],
)
def test_a_list_is_read_to_its_end(extractor: MeetingExtractor, body: str, people: set[str]) -> None:
    (meeting,) = read(extractor, body)
    assert names(meeting) == people


@pytest.mark.parametrize(
    "body",
    [
        "Ada Lind, chairwoman of the panel and a senator from Maine, met with Tom Berg on Monday.",
        "Ada Lind and Tom Berg, members of the council and friends of the port, met on Monday.",
    ],
)
def test_what_people_are_is_nobody_else(extractor: MeetingExtractor, body: str) -> None:
    (meeting,) = read(extractor, body)
    assert names(meeting) == {"Ada Lind", "Tom Berg"}


@pytest.mark.parametrize(
    "opening",
    [
        "In his meeting with the nominee for Secretary of the Interior, Gov. Tom Hale (R-ID), ",
        "In a meeting with the nominee for Secretary of the Interior, Gov. Tom Hale, ",
        "During her meeting with Governor Tom Hale on Monday, ",
    ],
)
def test_a_meeting_before_its_subject_is_that_subjects(extractor: MeetingExtractor, opening: str) -> None:
    (meeting,) = read(extractor, f"{opening}Senator Rosa Diaz discussed the beetles.")
    assert names(meeting) == {"Tom Hale", "Rosa Diaz"}


def test_a_meeting_of_ours_is_the_speakers(extractor: MeetingExtractor) -> None:
    body = '"In my meeting with Governor Tom Hale, Senator Eva Lind was praised," said Senator Rosa Diaz.'
    (meeting,) = read(extractor, body)
    assert names(meeting) == {"Tom Hale", "Rosa Diaz"}


def test_who_travels_to_meet_somebody_does_so_once_and_there(extractor: MeetingExtractor) -> None:
    body = (
        "Senator Rosa Diaz (R-ME) traveled to Rill County today to meet with nurses and doctors at Wren "
        "Hospital to discuss Medicare."
    )
    (meeting,) = read(extractor, body)
    assert names(meeting) == {"Rosa Diaz", "nurses", "doctors"}
    assert meeting.kind is MeetingKind.VISIT
    assert meeting.where is not None
    assert meeting.where.text == "Wren Hospital"
    assert meeting.why is not None
    assert meeting.why.text == "to discuss Medicare"


def test_who_travels_with_somebody_is_still_on_a_trip(extractor: MeetingExtractor) -> None:
    body = "Senator Rosa Diaz travelled to Berlin with Tom Berg on Monday to meet Chancellor Eva Lind."
    (meeting,) = read(extractor, body)
    assert names(meeting) == {"Rosa Diaz", "Tom Berg", "Eva Lind"}
    assert meeting.kind is MeetingKind.TRIP


@pytest.mark.parametrize(
    ("body", "people"),
    [
        (
            "Senator Rosa Diaz today attended a forum hosted by Senator Eva Lind to discuss the drought.",
            {"Rosa Diaz", "Eva Lind"},
        ),
        (
            "During the event hosted by the Department of Agriculture, Senator Rosa Diaz joined Director "
            "Tom Berg in presenting the check to community leaders and the management of Kit Cooperative.",
            {
                "Rosa Diaz",
                "Tom Berg",
                "Department of Agriculture",
                "community leaders",
                "management of Kit Cooperative",
            },
        ),
        (
            "Senator Rosa Diaz visited Rill High School to present an award to the students.",
            {"Rosa Diaz", "students"},
        ),
        (
            "Senator Rosa Diaz met with farmers at a dinner hosted by the Rill Chamber of Commerce.",
            {"Rosa Diaz", "farmers"},
        ),
        (
            "Senator Rosa Diaz joined Mayor Tom Berg at a forum to present a plan to the Senate.",
            {"Rosa Diaz", "Tom Berg"},
        ),
    ],
)
def test_hosts_and_those_who_are_handed_something(
    extractor: MeetingExtractor, body: str, people: set[str]
) -> None:
    (meeting,) = read(extractor, body)
    assert names(meeting) == people
