"""Dates written out, never as Discord's own timestamps: those show the viewer's zone, and can move a day."""

from datetime import date

from index.article import DateSpan, Precision


def write_day(day: date) -> str:
    """Write "28 January 2024"."""
    return f"{day.day} {day:%B %Y}"


def write_span(span: DateSpan) -> str:
    """Write the days of a span, as exactly as they are known: "30-31 January 2024", "March 2006", "1998"."""
    first, last = span.first, span.last
    if first is None or last is None:
        return "date not known"
    if span.precision is Precision.YEAR and first.year == last.year:
        return str(first.year)
    if span.precision is Precision.DECADE:
        return f"{first.year // 10 * 10}s"
    if span.precision is Precision.MONTH and (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    return _range(first, last)


def _range(first: date, last: date) -> str:
    if first == last:
        return write_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%B %Y}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {write_day(last)}"
    return f"{write_day(first)} – {write_day(last)}"
