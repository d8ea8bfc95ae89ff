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
    ],
)
def test_why_they_met(extractor: MeetingExtractor, body: str, why: str) -> None:
    meeting = read(extractor, body)
    assert meeting.why is not None
    assert meeting.why.text == why


@pytest.mark.parametrize(
    "told", ["She told reporters that the yard was needed.", "Diaz asked Ann Bay to lead the panel."]
)
def test_what_is_told_to_others_is_no_reason(extractor: MeetingExtractor, told: str) -> None:
    assert read(extractor, f"Senator Rosa Diaz met with Secretary Tom Berg on Monday. {told}").why is None


def test_a_place_is_told_with_its_town(extractor: MeetingExtractor) -> None:
    meeting = read(extractor, "Senator Rosa Diaz is visiting a hospital in Bergen, Maine today.")
    assert meeting.where is not None
    assert meeting.where.text == "a hospital in Bergen, Maine"
