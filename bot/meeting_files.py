"""Meetings for other programs: comma-separated values (RFC 4180) and a calendar (RFC 5545)."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from index.article import Meeting, MeetingStatus
from index.engine import ArticleMeeting

_COLUMNS = (
    "id",
    "status",
    "kind",
    "first",
    "last",
    "precision",
    "participants",
    "where",
    "why",
    "evidence",
    "article_id",
    "title",
    "source",
    "published",
    "url",
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_OCTETS = 75
_CALENDAR_STATUS = {
    MeetingStatus.CANCELLED: "CANCELLED",
    MeetingStatus.DECLINED: "CANCELLED",
    MeetingStatus.POSTPONED: "TENTATIVE",
    MeetingStatus.REQUESTED: "TENTATIVE",
}


def meetings_as_csv(records: Sequence[ArticleMeeting]) -> str:
    """Return a table with a heading, a meeting a row; what is not stated is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([_cell(one) for one in _row(record)] for record in records)
    return out.getvalue()


def meetings_as_calendar(records: Sequence[ArticleMeeting]) -> str:
    """Return an all-day event for each meeting with a known date; the last day is included."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Readout//meetings//EN"]
    for record in records:
        when = record.meeting.when
        if when is not None and when.span.first is not None and when.span.last is not None:
            lines += _event(record, when.span.first, when.span.last)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _row(record: ArticleMeeting) -> Iterator[str]:
    meeting, article = record.meeting, record.article
    span = None if meeting.when is None else meeting.when.span
    yield from (record.id, meeting.status.value, meeting.kind.value)
    yield from ("", "", "") if span is None else (_day(span.first), _day(span.last), span.precision.value)
    yield _participants(meeting)
    for quote in (meeting.where, meeting.why, meeting.evidence):
        yield "" if quote is None else _one_line(quote.text)
    yield from (article.id, article.title, article.source or "", _day(article.published), article.url or "")


def _cell(written: str) -> str:
    # A spreadsheet would run text that begins like a formula, and briefings are written by others.
    return f"'{written}" if written.startswith(_FORMULA_STARTS) else written


def _event(record: ArticleMeeting, first: date, last: date) -> Iterator[str]:
    meeting, article = record.meeting, record.article
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(record.id)}"
    # A stamp is required; one that follows from the article alone keeps the calendar the same each time.
    yield f"DTSTAMP:{datetime.combine(article.published or first, time(), UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'{meeting.kind.value.capitalize()}: {_participants(meeting)}')}"
    yield f"STATUS:{_CALENDAR_STATUS.get(meeting.status, 'CONFIRMED')}"
    if meeting.where is not None:
        yield f"LOCATION:{_escaped(meeting.where.text)}"
    told = [] if meeting.why is None else [_one_line(meeting.why.text)]
    told.append(f"“{_one_line(meeting.evidence.text)}” ({article.title})")
    yield f"DESCRIPTION:{_escaped(chr(10).join(told))}"
    if article.url is not None and article.url.isascii() and article.url.isprintable():
        yield f"URL:{article.url}"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return "".join(one if one.isprintable() else " " for one in text)


def _folded(line: str) -> str:
    """Break a line after at most 75 octets, never inside a character; RFC 5545, 3.1."""
    pieces, octets = [""], 0
    for character in line:
        size = len(character.encode())
        if octets + size > _OCTETS:
            pieces.append(" ")
            octets = 1
        pieces[-1] += character
        octets += size
    return "\r\n".join(pieces)


def _participants(meeting: Meeting) -> str:
    return "; ".join(one.name for one in meeting.participants)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
