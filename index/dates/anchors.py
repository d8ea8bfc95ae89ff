"""Finds where a body takes a date of its own: datelines, and lines that hold nothing but a date."""

import re
from dataclasses import dataclass
from datetime import date

from index.dates.vocabulary import DAY, MONTH, WEEKDAY, YEAR, month_number

_LATEST_DELAY, _EARLIEST_LEAD = 31, -3
"""By how many days a dateline without a year may be older, or newer, than the publication."""

_DATE = (
    rf"(?:{WEEKDAY},? )?(?:(?P<month>{MONTH}) (?P<day>{DAY})(?:,? (?P<year>{YEAR}))?"
    rf"|(?P<day_first>{DAY}) (?P<month_last>{MONTH})(?: (?P<year_last>{YEAR}))?)"
)
_TOWN = (
    r"(?:[A-Z][A-Z.'’-]{2,}(?:[ ,/]+[A-Z][\w.'’]*){0,4}"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)?, ?(?:[A-Z]\.? ?[A-Z]\.?|[A-Z][a-z]+\.?))"
)
_DATELINE = re.compile(
    rf"[ \t(\[]*{_TOWN}[ ,)]*[-–—]*[ \t]*[(\[]?{_DATE}[)\]]?[ \t]*"
    r"(?:\([A-Z][\w ]+\)[ \t]*)?(?:[-–—:]|(?<=[)\]]))"
)
_LINE_OF_DATE = re.compile(rf"[ \t]*{_DATE}[ \t]*(?=\n|\Z)")
_LINE_START = re.compile(r"(?:\A|\n)(?=[ \t(\[]*[A-Z\d])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """From `start` on, relative words count from `day`."""

    start: int
    day: date | None


def find_anchors(body: str, published: date | None) -> tuple[Anchor, ...]:
    """Return the anchors of `body` in order; the first is the day it was published.

    A line of a date counts where it states its year, as a letter inside a release does. A date after
    the publication anchors nothing: it heads a plan.
    """
    own = (anchor for line in _LINE_START.finditer(body) if (anchor := _read(body, line.end(), published)))
    return (Anchor(start=0, day=published), *own)


def _read(body: str, start: int, published: date | None) -> Anchor | None:
    """Read the line that begins at `start`, None where it is of another kind."""
    match = _LINE_OF_DATE.match(body, start)
    bare = match is not None
    match = match or _DATELINE.match(body, start)
    if match is None:
        return None
    stated = match["year"] or match["year_last"]
    day = None if bare and not stated else _day_of(match, stated, published)
    return Anchor(start=match.end(), day=day) if day else None


def _day_of(match: re.Match[str], stated: str | None, published: date | None) -> date | None:
    month = month_number(match["month"] or match["month_last"])
    number = int(re.sub(r"\D", "", match["day"] or match["day_first"]))
    years = [int(stated)] if stated else [published.year, published.year - 1] if published else []
    for year in years:
        try:
            day = date(year, month, number)
        except ValueError:  # no such day in that year: the line anchors nothing
            continue
        delay = (published - day).days if published else 0
        if delay >= _EARLIEST_LEAD and (stated or delay <= _LATEST_DELAY):
            return day
    return None
