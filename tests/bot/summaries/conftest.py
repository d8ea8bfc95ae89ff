"""Briefings and records made by hand, for summaries."""

from datetime import date

from index.article import (
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


def article(key: str, body: str, published: date | None, title: str = "A briefing") -> Article:
    """Return a briefing of the Gazette."""
    return Article(id=key, path=f"{key}.md", title=title, body=body, source="Gazette", published=published)


def meeting(
    briefing: Article, sentence: str, status: MeetingStatus, day: date | None, names: tuple[str, ...]
) -> ArticleMeeting:
    """Return the record of a meeting that a sentence of a briefing tells."""
    start = briefing.body.index(sentence)
    evidence = Quote(start=start, end=start + len(sentence), text=sentence)
    span = DateSpan(first=day, last=day, precision=Precision.DAY)
    when = None if day is None else MeetingDate(quote=evidence, span=span)
    return ArticleMeeting(
        id=f"{briefing.id}/{start}",
        article=briefing,
        meeting=Meeting(
            participants=tuple(Participant(name=name) for name in names),
            kind=MeetingKind.MEETING,
            status=status,
            when=when,
            where=None,
            why=None,
            evidence=evidence,
        ),
    )
