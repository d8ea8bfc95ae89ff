"""Times that only bound what is told, or say which thing is meant, date nothing."""

from datetime import date

import pytest

from index.article import Article
from index.dates import dates_nothing, find_time_expressions
from index.meetings import MeetingExtractor

PUBLISHED = date(2025, 6, 10)


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("They have met twice since Monday.", True),
        ("They have met weekly since early 2024.", True),
        ("A feud dating back to May 2021 came up.", True),
        ("The 1944 treaty was brought up.", True),
        ("Lee spoke of a March 4 letter.", True),
        ("Lee met those hurt in the May 2 explosion at the mine.", True),
        ("Lee's May 4 order was read out.", True),
        ("The March 10 meeting went well.", False),
        ("His March 10 Riga visit went well.", False),
        ("The May 4 bipartisan budget meeting went well.", False),
        ("They met in the week of March 10 at the mill.", False),
        ("They met during the July 4 holiday break.", False),
        ("On March 10 friends met.", False),
        ("They met on this May 4 and parted.", False),
    ],
)
def test_what_a_time_does_for_its_sentence(text: str, nothing: bool) -> None:
    (one,) = (one for one in find_time_expressions(text, PUBLISHED) if one.span.first is not None)
    assert dates_nothing(text, one.start, one.end) is nothing


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("Ann Lee has met with Tom Berg twice since January 2025.", None),
        ("Ann Lee met with Tom Berg about the March 4 explosion.", None),
        ("Ann Lee met with Tom Berg on March 4.", date(2025, 3, 4)),
    ],
)
def test_a_meeting_has_no_day_from_them(extractor: MeetingExtractor, body: str, day: date | None) -> None:
    told = Article(id="a", path="a", title="", body=body, published=PUBLISHED)
    (meeting,) = extractor.extract(told).meetings
    assert (meeting.when and meeting.when.span.first) == day
