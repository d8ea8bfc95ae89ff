"""Write what the extractor understood as JSON, and read it back. Names of fields are those of article.py."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from index.article import (
    DateSpan,
    Extraction,
    Meeting,
    MeetingDate,
    MeetingKind,
    MeetingStatus,
    Modifier,
    NameMention,
    NameType,
    Participant,
    Precision,
    Quote,
)

Json = Any


def encode_extraction(extraction: Extraction) -> str:
    """Write an extraction as JSON text that `decode_extraction` reads back equal."""
    return json.dumps(
        {
            "names": [[n.start, n.end, n.text, n.name, n.type.value] for n in extraction.names],
            "meetings": [_encode_meeting(meeting) for meeting in extraction.meetings],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def decode_extraction(text: str) -> Extraction:
    """Read what `encode_extraction` wrote."""
    record = json.loads(text)
    return Extraction(
        names=tuple(_decode_name(row) for row in record["names"]),
        meetings=tuple(_decode_meeting(row) for row in record["meetings"]),
    )


def _encode_meeting(meeting: Meeting) -> Json:
    return {
        "participants": [
            [p.name, p.role, p.affiliation, _encode_quote(p.mention)] for p in meeting.participants
        ],
        "kind": meeting.kind.value,
        "status": meeting.status.value,
        "when": _encode_when(meeting.when),
        "where": _encode_quote(meeting.where),
        "why": _encode_quote(meeting.why),
        "evidence": _encode_quote(meeting.evidence),
    }


def _encode_quote(quote: Quote | None) -> Json:
    return None if quote is None else [quote.start, quote.end, quote.text, quote.in_title]


def _encode_when(when: MeetingDate | None) -> Json:
    if when is None:
        return None
    span = when.span
    return {
        "quote": _encode_quote(when.quote),
        "first": span.first.isoformat() if span.first else None,
        "last": span.last.isoformat() if span.last else None,
        "precision": span.precision.value,
        "modifier": when.modifier.value if when.modifier else None,
    }


def _decode_name(row: Sequence[Json]) -> NameMention:
    start, end, text, name, kind = row
    return NameMention(start=start, end=end, text=text, name=name, type=NameType(kind))


def _decode_meeting(row: Mapping[str, Json]) -> Meeting:
    evidence = row["evidence"]
    return Meeting(
        participants=tuple(
            Participant(name=name, role=role, affiliation=affiliation, mention=_decode_optional(mention))
            for name, role, affiliation, mention in row["participants"]
        ),
        kind=MeetingKind(row["kind"]),
        status=MeetingStatus(row["status"]),
        when=_decode_when(row["when"]),
        where=_decode_optional(row["where"]),
        why=_decode_optional(row["why"]),
        evidence=_decode_quote(evidence),
    )


def _decode_quote(row: Sequence[Json]) -> Quote:
    start, end, text, in_title = row
    return Quote(start=start, end=end, text=text, in_title=in_title)


def _decode_optional(row: Sequence[Json] | None) -> Quote | None:
    return None if row is None else _decode_quote(row)


def _decode_when(row: Mapping[str, Json] | None) -> MeetingDate | None:
    if row is None:
        return None
    span = DateSpan(
        first=date.fromisoformat(row["first"]) if row["first"] else None,
        last=date.fromisoformat(row["last"]) if row["last"] else None,
        precision=Precision(row["precision"]),
    )
    modifier = Modifier(row["modifier"]) if row["modifier"] else None
    return MeetingDate(quote=_decode_quote(row["quote"]), span=span, modifier=modifier)
