"""Meetings that were put on another day, or off: the new day, or that none is told."""

from datetime import date

import pytest

from index.article import Article, Meeting
from index.meetings import MeetingExtractor

PUBLISHED = date(2025, 4, 28)
"""A Monday."""


def read(extractor: MeetingExtractor, body: str) -> Meeting:
    article = Article(id="a", path="a", title="", body=body, published=PUBLISHED)
    (found,) = extractor.extract(article).meetings
    return found


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("The talks between Ann Lee and Tom Berg were postponed from May 1 to May 8.", (5, 8)),
        ("Ann Lee's talks with Tom Berg, which had been set for Tuesday, have been moved to Friday.", (5, 2)),
        ("Ann Lee's visit to Oslo was brought forward from 10 May to 3 May.", (5, 3)),
        ("Ann Lee's visit to Oslo, which was to begin on 3 May, has been delayed by a week.", (5, 10)),
        ("Ann Lee postponed until May 8 a meeting with Tom Berg planned for May 1.", (5, 8)),
        ("Ann Lee said her talks with Tom Berg, planned for May 1, would be put back to May 8.", (5, 8)),
        ("Ann Lee and Tom Berg have put off their meeting until May 8.", (5, 8)),
        ("Ann Lee and Tom Berg agreed on Friday to move their meeting from May 1 to May 8.", (5, 8)),
        ("Ann Lee's May 1 meeting with Tom Berg has been moved to May 8.", (5, 8)),
        ("Thursday's meeting between Ann Lee and Tom Berg has been moved to Friday.", (5, 2)),
        ("The talks between Ann Lee and Tom Berg, originally set for May 1, will be held on May 8.", (5, 8)),
        ("The talks between Ann Lee and Tom Berg slated for May 1 are now expected on May 8.", (5, 8)),
        ("The talks between Ann Lee and Tom Berg that were delayed last month will be on May 8.", (5, 8)),
        ("Ann Lee had been due to meet Tom Berg on Tuesday but will now see him on Friday.", (5, 2)),
        ("Ann Lee and Tom Berg were to meet on Wednesday; they will instead meet on Friday.", (5, 2)),
        ("Ann Lee was to have met Tom Berg on May 2, but the meeting was pushed back to May 6.", (5, 6)),
        ("Ann Lee will not visit Oslo on May 1 as planned but on May 8.", (5, 8)),
        ("Ann Lee will meet Tom Berg in Oslo on May 1. The talks have since been put off to May 6.", (5, 6)),
        ("Ann Lee will meet Tom Berg on May 1. On Monday she said it had been postponed to May 6.", (5, 6)),
        ("Ann Lee is to meet Tom Berg on May 8. The meeting was postponed from May 1.", (5, 8)),
        ("Ann Lee will meet Tom Berg on Thursday. The meeting had been postponed for a strike.", (5, 1)),
        ("Ann Lee will meet Tom Berg on May 1. The talks with Eva Lind have been called off.", (5, 1)),
    ],
)
def test_a_meeting_put_on_another_day_is_planned_for_it(
    extractor: MeetingExtractor, body: str, day: tuple[int, int]
) -> None:
    meeting = read(extractor, body)
    assert meeting.status == "planned"
    assert meeting.when is not None
    assert meeting.when.span.first == date(2025, *day)
    quote = meeting.when.quote
    assert body[quote.start : quote.end] == quote.text


@pytest.mark.parametrize(
    ("body", "status", "day"),
    [
        (
            "Talks between Ann Lee and Tom Berg set for Thursday were put off indefinitely.",
            "postponed",
            (5, 1),
        ),
        ("Ann Lee's visit to Oslo on 3 May has been postponed until further notice.", "postponed", (5, 3)),
        ("Ann Lee's visit to Oslo was postponed on Sunday.", "postponed", None),
        ("Ann Lee on Sunday postponed a visit to Oslo.", "postponed", None),
        ("Ann Lee's meeting with Tom Berg on Thursday has been called off.", "cancelled", (5, 1)),
        ("Ann Lee will no longer meet Tom Berg on May 1.", "cancelled", (5, 1)),
        ("Ann Lee and Tom Berg will not meet on May 1 as planned.", "cancelled", (5, 1)),
        ("Ann Lee was to meet Tom Berg on May 1. The talks have been called off.", "cancelled", (5, 1)),
        ("Ann Lee was to visit Oslo on Tuesday but called off the trip.", "cancelled", (4, 29)),
        ("Ann Lee was to have met Tom Berg on April 24.", "planned", None),
    ],
)
def test_a_meeting_put_off_keeps_the_day_it_was_planned_for(
    extractor: MeetingExtractor, body: str, status: str, day: tuple[int, int] | None
) -> None:
    meeting = read(extractor, body)
    assert meeting.status == status
    assert (meeting.when and meeting.when.span.first) == (day and date(2025, *day))


@pytest.mark.parametrize(
    "body",
    [
        "Ann Lee met Tom Berg in Oslo on Friday, a day later than planned.",
        "Ann Lee met Tom Berg in Oslo on Friday, a week earlier than planned.",
        "Ann Lee met Tom Berg in Oslo on Friday instead of Thursday.",
        "Ann Lee met Tom Berg in Oslo on Friday after their talks, planned for Monday, were postponed.",
        "Ann Lee met Tom Berg in Oslo on Friday. The meeting had been postponed from Wednesday.",
        "Ann Lee met Tom Berg in Oslo on Friday. Their next meeting has been postponed to May 6.",
        "Ann Lee met Tom Berg in Oslo on Friday to postpone the election to May 9.",
        "At a meeting with Tom Berg on Friday, Ann Lee said the vote had been moved to Tuesday.",
    ],
)
def test_a_meeting_that_was_held_keeps_its_day(extractor: MeetingExtractor, body: str) -> None:
    meeting = read(extractor, body)
    assert meeting.status == "held"
    assert meeting.when is not None
    assert meeting.when.span.first == date(2025, 4, 25)
