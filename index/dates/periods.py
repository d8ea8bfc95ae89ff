"""Calendar arithmetic: the named periods of the calendar and steps between them."""

import calendar
from datetime import date, timedelta

from index.article import DateSpan, Precision

_DAYS_OF_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def days(first: date, last: date | None = None, precision: Precision = Precision.DAY) -> DateSpan:
    return DateSpan(first=first, last=last or first, precision=precision)


def months(year: int, month: int, count: int, precision: Precision) -> DateSpan:
    """Return the span of `count` months from the first of `month`; `month` may lie outside 1..12.

    Raises ValueError outside the years 1..9999.
    """
    start, end = divmod(year * 12 + month - 1, 12), divmod(year * 12 + month + count - 2, 12)
    last = date(end[0], end[1] + 1, calendar.monthrange(end[0], end[1] + 1)[1])
    return DateSpan(first=date(start[0], start[1] + 1, 1), last=last, precision=precision)


def week_of(day: date) -> DateSpan:
    monday = day - timedelta(days=day.weekday())
    return days(monday, monday + timedelta(days=6), Precision.WEEK)


def weekend_of(day: date) -> DateSpan:
    saturday = day - timedelta(days=day.weekday()) + timedelta(days=5)
    return days(saturday, saturday + timedelta(days=1))


def month_of(year: int, month: int) -> DateSpan:
    return months(year, month, 1, Precision.MONTH)


def year_of(year: int) -> DateSpan:
    return months(year, 1, 12, Precision.YEAR)


def decade_of(year: int) -> DateSpan:
    return months(year // 10 * 10, 1, 120, Precision.DECADE)


def century_of(year: int) -> DateSpan:
    """Return the century as TimeML counts it: the 1900s are the twentieth."""
    return months(max(year // 100 * 100, 1), 1, 1200, Precision.DECADE)


def add_months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def period_of(day: date, unit: str, step: int = 0) -> DateSpan:
    """Return the calendar `unit` that is `step` units after the one holding `day`."""
    moved = step_by(day, unit, step)
    builders = {
        "day": lambda: days(moved),
        "week": lambda: week_of(moved),
        "weekend": lambda: weekend_of(moved),
        "month": lambda: month_of(moved.year, moved.month),
        "quarter": lambda: months(moved.year, (moved.month - 1) // 3 * 3 + 1, 3, Precision.QUARTER),
        "year": lambda: year_of(moved.year),
        "decade": lambda: decade_of(moved.year),
        "century": lambda: century_of(moved.year),
    }
    return builders[unit]()


def step_by(day: date, unit: str, count: int) -> date:
    if unit in _DAYS_OF_MONTHS:
        return add_months(day, count * _DAYS_OF_MONTHS[unit])
    return day + timedelta(days=count if unit == "day" else 7 * count)


def season_of(year: int, first_month: int) -> DateSpan:
    """Return the season that begins in `first_month` of `year`; winter runs into the next year."""
    return months(year, first_month, 3, Precision.SEASON)
