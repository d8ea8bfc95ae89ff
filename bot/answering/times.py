"""Days named in a sentence or a question, and what they mean beside an anchor date.

It reads weekdays, today and its neighbours, written dates, months and years. Words whose days cannot be known
keep an unknown span.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from index.article import UNKNOWN_DATE, DateSpan, Precision, TimeExpression, TimeKind

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month{0}>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PATTERN = re.compile(
    r"\b(?:(?P<iso>\d{4}-\d\d-\d\d)"
    rf"|{_MONTH.format('a')}\s+(?P<day_a>{_DAY})(?:\s*(?:-|–|to|and)\s*(?P<end_a>{_DAY}))?(?!\d)(?:,?\s+(?P<year_a>\d{{4}}))?"
    rf"|(?P<day_b>{_DAY})(?:\s*(?:-|–|to|and)\s*(?P<end_b>{_DAY}))?\s+{_MONTH.format('b')}\b(?:,?\s+(?P<year_b>\d{{4}}))?"
    rf"|(?:(?:last|next|this|on)\s+)?(?P<weekday>{_WEEKDAY})(?:\s*(?:and|-|–|to)\s*(?P<until>{_WEEKDAY}))?"
    r"|(?P<near>today|tonight|tomorrow|yesterday)"
    r"|(?P<week>(?:last|this|next)\s+(?:week|month|year))"
    rf"|{_MONTH.format('c')},?\s+(?:of\s+)?(?P<year_c>\d{{4}})"
    rf"|(?<=in\s){_MONTH.format('d')}"
    r"|(?P<year>(?:19|20)\d\d|1[5-8]\d\d))\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|is to|are to|to meet|plans? to|due to|scheduled|upcoming|next|shall)\b", re.I
)


def find_times(text: str, anchor: date | None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of `text`, in order, read beside `anchor`; relative ones unknown without."""  # noqa: E501
    ahead = _FUTURE.search(text) is not None
    return tuple(
        TimeExpression(
            start=match.start(),
            end=match.end(),
            text=match.group(),
            kind=TimeKind.DATE,
            span=_span(match, anchor, ahead=ahead),
        )
        for match in _PATTERN.finditer(text)
    )


def asked_period(question: str, as_of: date) -> DateSpan | None:
    """Return the period that the question is about, or None; the most exact one where it names several."""
    spans = [one.span for one in find_times(question, as_of) if one.span.first is not None]
    return min(spans, key=_length) if spans else None


def write_span(span: DateSpan) -> str:
    """Write the days of a known span, as exactly as they are known."""
    first, last = span.first, span.last
    if first is None or last is None:
        return "a day that is not known"
    if span.precision is Precision.YEAR:
        return str(first.year)
    if span.precision is Precision.MONTH:
        return f"{first:%B %Y}"
    if first == last:
        return f"{first.day} {first:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{last.day} {last:%B %Y}"
    return f"{first.day} {first:%B %Y} to {last.day} {last:%B %Y}"


def _length(span: DateSpan) -> int:
    return 0 if span.first is None or span.last is None else (span.last - span.first).days


def _span(match: re.Match[str], anchor: date | None, *, ahead: bool) -> DateSpan:
    found = {name: value.lower() for name, value in match.groupdict().items() if value}
    try:
        if "iso" in found:
            day = date.fromisoformat(found["iso"])
            return _days(day, day)
        if "year" in found:
            year = int(found["year"])
            return DateSpan(first=date(year, 1, 1), last=date(year, 12, 31), precision=Precision.YEAR)
        for key in "abcd":
            if f"month{key}" in found:
                return _calendar(found, key, anchor, ahead=ahead)
        return (
            UNKNOWN_DATE if anchor is None else _relative(match.group().lower(), found, anchor, ahead=ahead)
        )
    except (ValueError, OverflowError):
        return UNKNOWN_DATE


def _calendar(found: dict[str, str], key: str, anchor: date | None, *, ahead: bool) -> DateSpan:
    month = _MONTHS.index(found[f"month{key}"][:3]) + 1
    year = int(found.get(f"year_{key}", 0)) or _nearest_year(month, anchor, ahead=ahead)
    if not year:
        return UNKNOWN_DATE
    if f"day_{key}" not in found:
        last = monthrange(year, month)[1]
        return DateSpan(first=date(year, month, 1), last=date(year, month, last), precision=Precision.MONTH)
    first = date(year, month, _number(found[f"day_{key}"]))
    return _days(first, date(year, month, _number(found.get(f"end_{key}", found[f"day_{key}"]))))


def _nearest_year(month: int, anchor: date | None, *, ahead: bool) -> int:
    if anchor is None:
        return 0
    if ahead:
        return anchor.year + (month < anchor.month)
    return anchor.year - (month > anchor.month)


def _relative(words: str, found: dict[str, str], anchor: date, *, ahead: bool) -> DateSpan:
    if "near" in found:
        day = anchor + timedelta({"tomorrow": 1, "yesterday": -1}.get(found["near"], 0))
        return _days(day, day)
    if "week" in found:
        which, unit = words.split()
        return _neighbouring(which, unit, anchor)
    distance = (_WEEKDAYS.index(found["weekday"]) - anchor.weekday()) % 7
    if words.startswith("last") or (not ahead and distance):
        distance -= 7
    elif words.startswith("next") and not distance:
        distance = 7
    first = anchor + timedelta(distance)
    until = found.get("until", found["weekday"])
    return _days(first, first + timedelta((_WEEKDAYS.index(until) - first.weekday()) % 7))


def _neighbouring(which: str, unit: str, anchor: date) -> DateSpan:
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "week":
        first = anchor - timedelta(anchor.weekday()) + timedelta(7 * step)
        return DateSpan(first=first, last=first + timedelta(6), precision=Precision.WEEK)
    if unit == "year":
        year = anchor.year + step
        return DateSpan(first=date(year, 1, 1), last=date(year, 12, 31), precision=Precision.YEAR)
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + step, 12)
    last = monthrange(year, month + 1)[1]
    return DateSpan(
        first=date(year, month + 1, 1), last=date(year, month + 1, last), precision=Precision.MONTH
    )


def _days(first: date, last: date) -> DateSpan:
    if last < first:
        raise ValueError("the range ends before it begins")
    return DateSpan(first=first, last=last, precision=Precision.DAY)


def _number(written: str) -> int:
    return int(re.sub(r"\D", "", written))
