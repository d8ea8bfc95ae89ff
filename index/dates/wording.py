"""Writes spans of days as a person does, and narrows them to what can have happened or is to come."""

from dataclasses import replace
from datetime import date, timedelta

from index.article import UNKNOWN_DATE, DateSpan, Modifier, Precision

_BEFORE_SPAN = {
    Modifier.START: "early", Modifier.MID: "mid", Modifier.END: "late", Modifier.BEFORE: "before",
    Modifier.AFTER: "after", Modifier.APPROX: "about",
}  # fmt: skip
_SEASON_NAMES = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def format_span(span: DateSpan, modifier: Modifier | None = None) -> str:
    """Write "30–31 January 2024", "early March 2006", "the week of 3–9 May 2004", "spring 2005".

    A span that is not known is "date not resolved".
    """
    if span.first is None or span.last is None:
        return "date not resolved"
    words = _period(span.first, span.last, span.precision)
    # Days counted one by one have no early part that a reader could place.
    if modifier is None or (span.last > span.first and words == _day_range(span.first, span.last)):
        return words
    if span.precision is Precision.WEEK and modifier is not Modifier.MID:
        return f"{_BEFORE_SPAN[modifier]} in {words}"
    joint = "-" if modifier is Modifier.MID else " "
    if words.startswith("the "):
        return f"the {_BEFORE_SPAN[modifier]}{joint}{words.removeprefix('the ')}"
    return f"{_BEFORE_SPAN[modifier]}{joint}{words}"


def _period(first: date, last: date, precision: Precision) -> str:
    """Name the unit where the span is exactly one; else write its first and last day."""
    length, year = (last - first).days + 1, first.year
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    if precision is Precision.WEEK and length == 7:
        return f"the week of {_day_range(first, last)}"
    if not whole_months or precision is Precision.DAY:
        return _day_range(first, last)
    count = (last.year - year) * 12 + last.month - first.month + 1
    match precision, count:
        case (Precision.QUARTER, 3):
            ordinal = ("first", "second", "third", "fourth")[(first.month - 1) // 3]
            return f"the {ordinal} quarter of {year}"
        case (Precision.HALF, 6):
            return f"the {'first' if first.month == 1 else 'second'} half of {year}"
        case (Precision.SEASON, 3):
            years = str(year) if last.year == year else f"{year}–{last.year % 100:02}"
            return (
                f"{_SEASON_NAMES[first.month]} {years}"
                if first.month in _SEASON_NAMES
                else _month_range(first, last)
            )
        case (Precision.DECADE, 120):
            return f"the {year}s"
        case (Precision.DECADE, 1200):
            return f"{year}–{last.year}"
        case (Precision.YEAR, _) if count % 12 == 0 and first.month == 1:
            return str(year) if count == 12 else f"{year}–{last.year}"
    return _month_range(first, last)


def _month_range(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    return f"{first:%B}–{last:%B %Y}" if first.year == last.year else f"{first:%B %Y} – {last:%B %Y}"


def _day_range(first: date, last: date) -> str:
    if first == last:
        return f"{first.day} {first:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%B %Y}"
    start = f"{first.day} {first:%B}" if first.year == last.year else f"{first.day} {first:%B %Y}"
    return f"{start} – {last.day} {last:%B %Y}"


def narrow_to_past(span: DateSpan, anchor: date | None) -> DateSpan:
    """Cut the span of something that has happened: "this month" ends on the day before `anchor`.

    A single day, and the anchor itself, stay; a span wholly after the anchor is not known.
    """
    if anchor is None or span.first is None or span.last is None or span.last < anchor:
        return span
    if span.first > anchor:
        return UNKNOWN_DATE
    if span.precision in (Precision.DAY, Precision.WEEK) or span.first == anchor:
        return replace(span, last=anchor)
    return replace(span, last=anchor - timedelta(days=1))


def narrow_to_future(span: DateSpan, anchor: date | None) -> DateSpan:
    """Cut the span of something planned: it begins on `anchor` at the earliest.

    A span wholly before the anchor is not known.
    """
    if anchor is None or span.first is None or span.last is None or span.first >= anchor:
        return span
    return UNKNOWN_DATE if span.last < anchor else replace(span, first=anchor)
