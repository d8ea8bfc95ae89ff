"""What is no meeting, however it is worded, and what kind a meeting is: with the real parser."""

from datetime import date

import pytest

from index.article import Article, Meeting, MeetingKind, MeetingStatus
from index.meetings import MeetingExtractor


def read(extractor: MeetingExtractor, body: str, title: str = "") -> tuple[Meeting, ...]:
    article = Article(id="a", path="a", title=title, body=body, published=date(2024, 3, 8))
    return extractor.extract(article).meetings


@pytest.mark.parametrize(
    "body",
    [
        "The new rules help Oslo companies meet normal operating expenses.",
        "Senator Ada Moreno said that the needs of Oslo's elderly are met with dignity.",
        "The failure of Norway's government to meet benchmarks is one more reason to act.",
        "Senator Ada Moreno joined Senator Tom Berg in urging a ban on the trade.",
        "Senator Ada Moreno joined Senator Tom Berg to introduce a bill on fishing.",
        "Senator Ada Moreno called on Secretary Tom Berg to release his reserve funds.",
        "The House and Senate will meet in conference to work out the differences.",
        "Senator Ada Moreno meets regularly with farmers from Bergen.",
        "Not so long ago, two thirds of the children travelled to school by foot.",
        "Ada Moreno would prefer that we were meeting with Ambassador Tom Berg.",
        "The Berg-class station will act as a base for a trip to Mars.",
    ],
)
def test_no_meeting(extractor: MeetingExtractor, body: str) -> None:
    assert read(extractor, body) == ()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Senator Ada Moreno hosted a roundtable discussion on mine safety.", MeetingKind.ROUNDTABLE),
        ("Senator Ada Moreno held a hearing on mine safety on Tuesday.", MeetingKind.HEARING),
        ("Senator Ada Moreno joined President Tom Berg at the signing ceremony.", MeetingKind.CEREMONY),
        ("Senator Ada Moreno toured the plant and met with workers from Bergen.", MeetingKind.VISIT),
        ("Minister Ada Moreno met with President Tom Berg on a trip to Norway.", MeetingKind.TRIP),
        ("Senator Ada Moreno held a town hall meeting in Lisbon.", MeetingKind.OTHER),
        ("Senator Ada Moreno spoke with Ambassador Tom Berg about fish.", MeetingKind.OTHER),
        ("Senator Ada Moreno held a conference call with Mayor Tom Berg.", MeetingKind.CALL),
    ],
)
def test_kinds(extractor: MeetingExtractor, body: str, kind: MeetingKind) -> None:
    (meeting,) = read(extractor, body)
    assert meeting.kind is kind


def test_a_meeting_that_is_arranged_is_planned(extractor: MeetingExtractor) -> None:
    (meeting,) = read(extractor, "Senator Ada Moreno scheduled a meeting with Ambassador Tom Berg.")
    assert meeting.status is MeetingStatus.PLANNED


def test_some_of_a_group_are_met(extractor: MeetingExtractor) -> None:
    (meeting,) = read(extractor, "Senator Ada Moreno met with several of the families of the miners.")
    assert len(meeting.participants) == 2


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Senator Ada Moreno came to Lisbon and met with farmers.", "Lisbon"),
        ("Senator Ada Moreno visited Lisbon, where she met with farmers.", "Lisbon"),
        ("Senator Ada Moreno met with farmers. The meeting took place in Lisbon.", "Lisbon"),
        ("Senator Ada Moreno met with farmers. They talked in her Lisbon office.", "her Lisbon office"),
    ],
)
def test_where_it_was_is_told_around_it(extractor: MeetingExtractor, body: str, place: str) -> None:
    assert place in [one.where.text for one in read(extractor, body) if one.where]


@pytest.mark.parametrize(
    ("body", "purpose"),
    [
        (
            "Senator Ada Moreno met with farmers. The purpose of the meeting was to end the strike.",
            "to end the strike",
        ),
        (
            "Senator Ada Moreno met with farmers. At the meeting, Moreno raised the price of fish.",
            "raised the price of fish",
        ),
        (
            "Senator Ada Moreno met with farmers in an effort to end the strike.",
            "in an effort to end the strike",
        ),
        (
            "Senator Ada Moreno met with farmers. Among the topics they discussed were water and fish.",
            "water and fish",
        ),
    ],
)
def test_why_it_was_is_told_around_it(extractor: MeetingExtractor, body: str, purpose: str) -> None:
    (meeting,) = read(extractor, body)
    assert meeting.why is not None
    assert meeting.why.text == purpose


def test_a_title_states_what_the_body_leaves_out(extractor: MeetingExtractor) -> None:
    title = "MORENO MEETS FARMERS IN LISBON TO DISCUSS THE STRIKE"
    body = "Senator Ada Moreno met with farmers today. Moreno will visit Lisbon again, Berg said."
    first = read(extractor, body, title)[0]
    assert first.why is not None
    assert first.why.in_title
    assert title[first.why.start : first.why.end] == first.why.text == "THE STRIKE"


@pytest.mark.parametrize(
    "body",
    [
        "We are pleased to welcome Dr. Eva Lind, director of the Bergen Institute.",
        "Mayor Ada Moreno has testified before the Senate Fisheries Committee on many occasions.",
        "As I travel to all Norwegian towns annually, I enjoy meeting residents of Bergen.",
        "Sprinter Ada Moreno will meet Eva Lind again in the 100-metre final.",
        "President Ada Moreno continues to tour the country.",
        "Senator Ada Moreno has held several hearings on port security.",
        "Senator Ada Moreno encourages you to visit the Web site of the Bergen Centre.",
        "When the roll is called on Senator Eva Lind, Senator Ada Moreno will vote yea.",
        "It matters that Secretary Tom Berg is under oath when he testifies before Congress.",
    ],
)
def test_habits_greetings_and_games_are_no_meetings(extractor: MeetingExtractor, body: str) -> None:
    assert read(extractor, body) == ()
