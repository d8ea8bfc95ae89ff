"""When an occasion is, compared across articles: reports of one meeting may differ by a day or few."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from index.engine import ArticleMeeting

APART = 3
"""Days between two dates that reports of one meeting may still give."""
REPORTED = 7
"""Days within which a report without a date of its own is of the meeting that others report."""
_EXACT = 10
_BOUNDLESS = 3660


class DayMatch(IntEnum):
    """How two dates compare; greater is nearer."""

    FAR = 0
    UNKNOWN = 1
    LOOSE = 2
    NEAR = 3
    SAME = 4


@dataclass(frozen=True, slots=True)
class Days:
    """The days an article gives, as ordinals, or None; and the day it was published, or None."""

    first: int | None
    last: int | None
    published: int | None

    @property
    def is_exact(self) -> bool:
        """Tell whether the days are few enough to tell one meeting of the same people from the next."""
        return self.first is not None and self.last is not None and self.last - self.first < _EXACT


def days_of(record: ArticleMeeting) -> Days:
    """Return the days of a record in the form in which they compare; a period over ten years says nothing."""
    published = _ordinal(record.article.published)
    span = None if record.meeting.when is None else record.meeting.when.span
    if span is None or span.first is None or span.last is None or (span.last - span.first).days > _BOUNDLESS:
        return Days(None, None, published)
    return Days(span.first.toordinal(), span.last.toordinal(), published)


def compare(one: Days, two: Days) -> DayMatch:
    """Compare two dates; a period that holds the other date is loose, a date against none unknown."""
    if one.first is None or two.first is None:
        return DayMatch.UNKNOWN
    gap = gap_between(one, two)
    if gap == 0:
        return DayMatch.SAME if one.is_exact and two.is_exact else DayMatch.LOOSE
    return DayMatch.NEAR if gap <= APART and one.is_exact and two.is_exact else DayMatch.FAR


def gap_between(one: Days, two: Days) -> int:
    """Return the days from the end of the earlier to the start of the later; 0 where they overlap."""
    if one.first is None or one.last is None or two.first is None or two.last is None:
        return 0
    return max(0, two.first - one.last, one.first - two.last)


def told_together(one: Days, two: Days) -> bool:
    """Tell whether articles of which one gives no date speak of the same days by their own dates."""
    first, second = _told(one), _told(two)
    if first is None or second is None:
        return False
    return max(0, second[0] - first[1], first[0] - second[1]) <= REPORTED


def published_apart(one: Days, two: Days) -> int | None:
    """Return the days between two publications, or None where one is not known."""
    if one.published is None or two.published is None:
        return None
    return abs(one.published - two.published)


def _told(days: Days) -> tuple[int, int] | None:
    if days.first is not None and days.last is not None and days.is_exact:
        return days.first, days.last
    return None if days.published is None else (days.published, days.published)


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()
