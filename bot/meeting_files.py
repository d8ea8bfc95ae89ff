"""Meetings for other programs: comma-separated values (RFC 4180) and a calendar (RFC 5545)."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from bot.occasions.wording import on_one_line, write_agreement
from bot.tables import write_table
from index.article import MeetingStatus
from index.occasions import Occasion

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
    "independent_sources",
    "agreement",
    "article_ids",
)
_OCTETS = 75
_CALENDAR_STATUS = {
    MeetingStatus.CANCELLED: "CANCELLED",
    MeetingStatus.DECLINED: "CANCELLED",
    MeetingStatus.POSTPONED: "TENTATIVE",
    MeetingStatus.REQUESTED: "TENTATIVE",
}


def occasions_as_csv(occasions: Sequence[Occasion]) -> str:
    """Return a table with a heading, an occasion a row; what is not stated is empty.

    `evidence` and what follows it are of the leading report; `article_ids` are those of all.
    """
    return write_table(_COLUMNS, map(_row, occasions))


def occasions_as_calendar(occasions: Sequence[Occasion]) -> str:
    """Return an all-day event for each occasion with a known date; the last day is included."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Readout//meetings//EN"]
    for occasion in occasions:
        span = None if occasion.when is None else occasion.when[1].span
        if span is not None and span.first is not None and span.last is not None:
            lines += _event(occasion, span.first, span.last)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _row(occasion: Occasion) -> Iterator[str]:
    article = occasion.lead.article
    span = None if occasion.when is None else occasion.when[1].span
    yield from (occasion.id, occasion.status.value, occasion.lead.meeting.kind.value)
    yield from ("", "", "") if span is None else (_day(span.first), _day(span.last), span.precision.value)
    yield _participants(occasion)
    for stated in (occasion.where, occasion.why):
        yield "" if stated is None else on_one_line(stated[1].text)
    yield on_one_line(occasion.lead.meeting.evidence.text)
    yield from (article.id, article.title, article.source or "", _day(article.published), article.url or "")
    yield from (str(len(occasion.sources)), write_agreement(occasion))
    yield "; ".join(dict.fromkeys(version.article.id for version in occasion.versions))


def _event(occasion: Occasion, first: date, last: date) -> Iterator[str]:
    lead = occasion.lead
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(occasion.id)}"
    # A stamp is required; one that follows from the article alone keeps the calendar the same each time.
    yield f"DTSTAMP:{datetime.combine(lead.article.published or first, time(), UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'{lead.meeting.kind.value.capitalize()}: {_participants(occasion)}')}"
    yield f"STATUS:{_CALENDAR_STATUS.get(occasion.status, 'CONFIRMED')}"
    if occasion.where is not None:
        yield f"LOCATION:{_escaped(on_one_line(occasion.where[1].text))}"
    yield f"DESCRIPTION:{_escaped(chr(10).join(_told(occasion)))}"
    url = lead.article.url
    if url is not None and url.isascii() and url.isprintable():
        yield f"URL:{url}"
    yield "END:VEVENT"


def _told(occasion: Occasion) -> Iterator[str]:
    if occasion.why is not None:
        yield on_one_line(occasion.why[1].text)
    for version in occasion.versions:
        yield f"“{on_one_line(version.meeting.evidence.text)}” ({version.article.title})"
    if agreement := write_agreement(occasion):
        yield f"{agreement[0].upper()}{agreement[1:]}."


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


def _participants(occasion: Occasion) -> str:
    return "; ".join(one.name for one in occasion.participants)


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
