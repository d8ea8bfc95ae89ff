"""Why people met: told when they met, told to the other, seen there, or in a phrase of the verb above."""

from datetime import date

import pytest

from index.article import Article, Meeting
from index.meetings import MeetingExtractor


def read(extractor: MeetingExtractor, body: str) -> Meeting:
    article = Article(id="a", path="a", title="", body=body, source=None, published=date(2024, 3, 8))
    return extractor.extract(article).meetings[0]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (
            "When Senator Rosa Diaz met with port executives last year, they showed her the new cranes.",
            "they showed her the new cranes",
        ),
        (
            "Senator Rosa Diaz prepares to meet with commissioners on Friday in Bergen, as part of her "
            "jobs tour to discuss county priorities.",
            "to discuss county priorities",
        ),
        (
            "Senator Rosa Diaz hosted a conference call Friday, March 1, with Maine reporters to discuss a "
            "report on the army.",
            "to discuss a report on the army",
        ),
        (
            "Senator Rosa Diaz spoke with Secretary Tom Berg on Monday. Diaz encouraged Secretary Berg to "
            "open the yard again.",
            "encouraged Secretary Berg to open the yard again",
        ),
        (
            "Senator Rosa Diaz met with teachers on Monday. She thanked them for their work.",
            "thanked them for their work",
        ),
        (
            "Senator Rosa Diaz visited the Bergen Shipyard on Monday and was able to see the new cranes.",
            "was able to see the new cranes",
        ),
        (
            "Senator Rosa Diaz flew to Oslo for talks with Mayor Tom Berg that are expected to focus on cod.",
            "expected to focus on cod",
        ),
        (
            "Senator Rosa Diaz met Mayor Tom Berg on Monday, hoping to win support for a dam.",
            "hoping to win support for a dam",
        ),
        ("Senator Rosa Diaz met Mayor Tom Berg and agreed to build a dam.", "agreed to build a dam"),
        (
            "Senator Rosa Diaz met with Mayor Tom Berg for the annual meeting of the Joint Trade Commission.",
            "for the annual meeting of the Joint Trade Commission",
        ),
        ("Prices were at the top of the agenda when Senator Rosa Diaz met Mayor Tom Berg.", "Prices"),
        (
            "As Senator Rosa Diaz toured the Kit plant in Bergen, she called on Congress to build the plane.",
            "she called on Congress to build the plane",
        ),
        (
            "Senator Rosa Diaz joined Mayor Tom Berg in touring the mill, receiving an update on its cranes.",
            "receiving an update on its cranes",
        ),
    ],
)
def test_why_they_met(extractor: MeetingExtractor, body: str, why: str) -> None:
    meeting = read(extractor, body)
    assert meeting.why is not None
    assert meeting.why.text == why


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("High on the agenda were prices and the dam.", "prices and the dam"),
        ("The two spoke about the dam.", "about the dam"),
        ("The meeting was about the dam.", "about the dam"),
        ("The issues discussed included the dam and the yard.", "the dam and the yard"),
        ('"We had a good discussion about the dam," Diaz said.', "about the dam"),
        ('"We discussed the dam," Diaz said.', "discussed the dam"),
        ("Diaz said she told Berg that the dam must go.", "told Berg that the dam must go"),
    ],
)
def test_what_is_told_next_is_why_they_met(extractor: MeetingExtractor, told: str, why: str) -> None:
    meeting = read(extractor, f"Senator Rosa Diaz met with Secretary Tom Berg on Monday. {told}")
    assert meeting.why is not None
    assert meeting.why.text == why


@pytest.mark.parametrize(
    "told",
    [
        "She told reporters that the yard was needed.",
        "Diaz asked Ann Bay to lead the panel.",
        "Diaz said the Senate discussed the dam.",
        "This was on the agenda.",
        "The two agreed to meet again.",
        "They also agreed on that step.",
        "Ann Bay spoke about the dam.",
    ],
)
def test_what_is_told_to_others_is_no_reason(extractor: MeetingExtractor, told: str) -> None:
    assert read(extractor, f"Senator Rosa Diaz met with Secretary Tom Berg on Monday. {told}").why is None


@pytest.mark.parametrize(
    "body",
    [
        "King Olav hosted a banquet for President Rosa Diaz on Monday.",
        "Senator Rosa Diaz met with Secretary Tom Berg over dinner.",
    ],
)
def test_neither_guests_nor_meals_are_reasons(extractor: MeetingExtractor, body: str) -> None:
    assert read(extractor, body).why is None


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ("at a coffee shop in downtown Bergen", "a coffee shop in downtown Bergen"),
        ("at her home in Bergen", "her home in Bergen"),
        ("on Monday. Their talks focused on the dam, she said", None),
        ("at home", None),
    ],
)
def test_houses_where_people_meet(extractor: MeetingExtractor, told: str, where: str | None) -> None:
    meeting = read(extractor, f"Senator Rosa Diaz met with nurses {told}.")
    assert (meeting.where and meeting.where.text) == where


def test_a_place_is_told_with_its_town(extractor: MeetingExtractor) -> None:
    meeting = read(extractor, "Senator Rosa Diaz is visiting a hospital in Bergen, Maine today.")
    assert meeting.where is not None
    assert meeting.where.text == "a hospital in Bergen, Maine"
