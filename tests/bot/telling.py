"""Make meeting records whose articles say what is quoted from them."""

from datetime import date

from index.article import (
    UNKNOWN_DATE,
    Article,
    DateSpan,
    Meeting,
    MeetingDate,
    MeetingKind,
    MeetingStatus,
    Participant,
    Precision,
    Quote,
)
from index.engine import ArticleMeeting

PUBLISHED = date(2031, 5, 7)


def tell(
    article: str,
    *names: str,
    first: date | None = None,
    last: date | None = None,
    precision: Precision = Precision.DAY,
    where: str | None = None,
    why: str | None = None,
    status: MeetingStatus = MeetingStatus.HELD,
    kind: MeetingKind = MeetingKind.MEETING,
    source: str | None = None,
    published: date | None = PUBLISHED,
    role: str | None = None,
    collection: str = "",
) -> ArticleMeeting:
    """Return a record told by an article whose whole body is its evidence."""
    parts = [" and ".join(names), " met", f" in {where}" if where else "", f" {why}" if why else "", " then."]
    body = f"{article}: {''.join(parts)}"
    span = UNKNOWN_DATE if first is None else DateSpan(first=first, last=last or first, precision=precision)
    return ArticleMeeting(
        id=f"{article}/1",
        article=Article(
            id=article,
            path=f"{article}.md",
            title=f"Title of {article}",
            body=body,
            source=source or f"The {article}",
            url=f"https://news.example/{article}",
            published=published,
            collection=collection,
        ),
        meeting=Meeting(
            participants=tuple(Participant(name=name, role=role) for name in names),
            kind=kind,
            status=status,
            when=None if first is None else MeetingDate(quote=_find(body, "then"), span=span),
            where=None if where is None else _find(body, where),
            why=None if why is None else _find(body, why),
            evidence=_find(body, body),
        ),
    )


def _find(body: str, words: str) -> Quote:
    start = body.rindex(words)
    return Quote(start=start, end=start + len(words), text=words)
