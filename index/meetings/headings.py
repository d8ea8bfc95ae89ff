"""Advisories' headings: "WHERE: City Hall" states the place of the meetings that name none."""

import re
from collections.abc import Iterable
from dataclasses import replace

from index.article import Meeting, Quote

_WHERE = re.compile(r"^[ \t]*(?:WHERE|Where|LOCATION|Location|PLACE|Place)[ \t]*:\s*(\S[^\n]*)", re.MULTILINE)


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
