"""Advisories' headings: "WHERE: City Hall", "WHEN: March 3" state what meetings leave out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from index.article import Meeting, MeetingStatus, Quote, Span, TimeExpression
from index.meetings.slots.times import read_date
from index.meetings.syntax.schedules import find_day_above, opens_with_hour

_WHERE = re.compile(r"^[ \t]*(?:WHERE|Where|LOCATION|Location|PLACE|Place)[ \t]*:\s*(\S[^\n]*)", re.MULTILINE)

_WHEN = re.compile(r"^[ \t]*(?:WHEN|When|DATE|Date)[ \t]*:\s*(\S[^\n]*)", re.MULTILINE)


def add_stated_dates(
    meetings: Iterable[Meeting], body: str, expressions: Sequence[TimeExpression], anchor: date | None
) -> list[Meeting]:
    """Return the planned meetings that name no day with that of the only heading."""
    headings = list(_WHEN.finditer(body))
    if len(headings) != 1:
        return list(meetings)
    scope = Span(start=headings[0].start(1), end=headings[0].end(1))
    return [
        one
        if one.when or one.status is not MeetingStatus.PLANNED
        else replace(one, when=read_date(expressions, scope, scope.start, one.status, anchor))
        for one in meetings
    ]


def add_days_above(
    meetings: Iterable[Meeting], body: str, expressions: Sequence[TimeExpression], anchor: date | None
) -> Iterator[Meeting]:
    """Give a planned meeting that a schedule tells at an hour the day in the heading above it."""
    for one in meetings:
        scope = None
        if one.when is None and one.status is MeetingStatus.PLANNED and opens_with_hour(one.evidence.text):
            scope = find_day_above(body, one.evidence.start, expressions)
        if scope is None:
            yield one
        else:
            yield replace(one, when=read_date(expressions, scope, scope.start, one.status, anchor))


def add_stated_places(meetings: Iterable[Meeting], body: str) -> list[Meeting]:
    """Return the meetings with the place of the first heading after each, else of the only heading."""
    places = [
        Quote(
            start=found.start(1),
            end=found.start(1) + len(found.group(1).rstrip()),
            text=found.group(1).rstrip(),
        )
        for found in _WHERE.finditer(body)
    ]
    return [_placed(meeting, places) for meeting in meetings]


def _placed(meeting: Meeting, places: list[Quote]) -> Meeting:
    after = [place for place in places if place.start >= meeting.evidence.end]
    chosen = after[0] if after else places[0] if len(places) == 1 else None
    return meeting if meeting.where or chosen is None else replace(meeting, where=chosen)
