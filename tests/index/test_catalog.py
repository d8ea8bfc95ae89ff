"""What the catalog keeps is what was put into it."""

from datetime import date

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
from index.records import decode_extraction, encode_extraction


def test_an_extraction_is_read_back_equal() -> None:
    quote = Quote(start=3, end=9, text="Zürich")
    span = DateSpan(first=date(2024, 1, 30), last=None, precision=Precision.DAY)
    meeting = Meeting(
        participants=(
            Participant(name="Ana Ruiz", role="minister", mention=quote),
            Participant(name="port officials"),
        ),
        kind=MeetingKind.CALL,
        status=MeetingStatus.PLANNED,
        when=MeetingDate(quote=quote, span=span, modifier=Modifier.APPROX),
        where=quote,
        why=None,
        evidence=Quote(start=0, end=20, text="They will speak so.", in_title=True),
    )
    bare = Meeting(
        participants=(),
        kind=MeetingKind.OTHER,
        status=MeetingStatus.HELD,
        when=None,
        where=None,
        why=quote,
        evidence=quote,
    )
    name = NameMention(start=0, end=4, text="Ruiz", name="Ana Ruiz", type=NameType.PERSON)
    extraction = Extraction(names=(name,), meetings=(meeting, bare))
    assert decode_extraction(encode_extraction(extraction)) == extraction
    assert decode_extraction(encode_extraction(Extraction())) == Extraction()
