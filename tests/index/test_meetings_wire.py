"""Meetings as wire reports tell them: datelines, "here", plans told again with their day."""

from datetime import date

import pytest

from index.article import Article, Meeting
from index.meetings import MeetingExtractor
from index.meetings.datelines import find_dateline

PUBLISHED = date(2024, 3, 8)


@pytest.fixture(scope="module")
def extractor() -> MeetingExtractor:
    return MeetingExtractor.load()


def read(extractor: MeetingExtractor, body: str) -> Meeting:
    article = Article(id="a", path="a", title="", body=body, published=PUBLISHED)
    (found,) = extractor.extract(article).meetings
    for quote in (found.evidence, found.where, found.why):
        assert quote is None or body[quote.start : quote.end] == quote.text
    return found


@pytest.mark.parametrize(
    ("body", "town"),
    [
        ("RIGA, March 7 — President Ann Lee", "RIGA"),
        ("RIGA (AP) — President Ann Lee", "RIGA"),
        ("NEW DELHI, India, 7 March 2024 (Wire) -- President Ann Lee", "NEW DELHI, India"),
        ("WASHINGTON, D.C. - “We met,” he said.", "WASHINGTON, D.C."),
        ("PORT-AU-PRINCE, Feb. 2 – Ann Lee", "PORT-AU-PRINCE"),
        ("President Ann Lee — who met Bo Day", None),
        ("NATO leaders met in Riga - again.", None),
        ("By Bo Day\n\nRIGA, March 7 — President Ann Lee", "RIGA"),
        (f"{'Long. ' * 200}\n\nRIGA, March 7 — President Ann Lee", None),
    ],
)
def test_a_dateline_names_the_town(body: str, town: str | None) -> None:
    found = find_dateline(body)
    assert (found and found.town.text) == town
    if found is not None:
        assert body[found.town.start : found.town.end] == found.town.text
        assert body[found.end] in "“PA"


def test_the_town_of_a_dateline_is_nobody_who_meets_and_what_here_means(extractor: MeetingExtractor) -> None:
    body = "SOFIA, March 7 — Foreign Minister Ann Lee met President Bo Day here on Thursday to discuss wheat."
    meeting = read(extractor, body)
    assert {one.name for one in meeting.participants} == {"Ann Lee", "Bo Day"}
    assert meeting.where is not None
    assert meeting.where.text == "SOFIA"
    assert meeting.evidence.text.startswith("Foreign Minister")
    assert meeting.when is not None
    assert meeting.when.span.first == date(2024, 3, 7)


def test_without_here_the_town_of_a_dateline_places_nothing(extractor: MeetingExtractor) -> None:
    meeting = read(extractor, "SOFIA, March 7 — Foreign Minister Ann Lee met President Bo Day on Thursday.")
    assert meeting.where is None


def test_two_who_sit_down_together_meet(extractor: MeetingExtractor) -> None:
    body = "President Ann Lee and King Bo Day sat down together in Riga. The conversation focused on oil."
    meeting = read(extractor, body)
    assert {one.name for one in meeting.participants} == {"Ann Lee", "Bo Day"}
    assert meeting.why is not None
    assert meeting.why.text == "on oil"


def test_a_plan_told_again_with_its_day_has_that_day_and_place(extractor: MeetingExtractor) -> None:
    body = (
        "Secretary of State Ann Lee will travel to France next week. She is scheduled to meet "
        "Foreign Minister Luc Roy in Paris on March 14. The talks are aimed at a treaty on fishing."
    )
    meeting = read(extractor, body)
    assert meeting.when is not None
    assert meeting.when.span.first == meeting.when.span.last == date(2024, 3, 14)
    assert meeting.where is not None
    assert meeting.where.text == "Paris"
    assert meeting.why is not None
    assert meeting.why.text == "aimed at a treaty on fishing"
