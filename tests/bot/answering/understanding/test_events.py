"""A question that counts from an event is about the days before or after it."""

from datetime import date

from bot.answering.understanding.events import days_of_event
from index.article import (
    Article,
    DateSpan,
    Meeting,
    MeetingDate,
    MeetingKind,
    MeetingStatus,
    Precision,
    Quote,
)
from index.engine import ArticleMeeting
from tests.bot.fakes import ArticlesEngine


def told(number: int, sentence: str, day: date | None) -> ArticleMeeting:
    quote = Quote(start=0, end=len(sentence), text=sentence)
    span = DateSpan(first=day, last=day, precision=Precision.DAY)
    meeting = Meeting(
        participants=(),
        kind=MeetingKind.MEETING,
        status=MeetingStatus.HELD,
        when=MeetingDate(quote=quote, span=span) if day else None,
        where=None,
        why=None,
        evidence=quote,
    )
    article = Article(id=str(number), path=f"{number}.md", title="Talks", body=sentence)
    return ArticleMeeting(id=f"{number}/1", article=article, meeting=meeting)


RECORDS = (
    told(1, "The ministers opened the Vienna summit.", date(2006, 5, 3)),
    told(2, "The ministers opened the Vienna summit.", date(2004, 5, 3)),
    told(3, "The ministers opened the Oslo summit.", date(2006, 6, 3)),
    told(4, "The envoys opened the Riga summit.", None),
)


def days(words: str, as_of: date = date(2006, 7, 1)) -> date | None:
    engine = ArticlesEngine([one.article for one in RECORDS], RECORDS)
    with engine.snapshot() as snapshot:
        span = days_of_event(words, snapshot, as_of)
    return None if span is None else span.first


def test_the_latest_event_of_that_name_counts() -> None:
    assert days("Vienna summit") == date(2006, 5, 3)
    assert days("summit") == date(2006, 6, 3)


def test_an_event_yet_to_come_is_not_meant() -> None:
    assert days("Vienna summit", date(2006, 1, 1)) == date(2004, 5, 3)


def test_an_event_without_a_day_or_a_record_is_not_known() -> None:
    assert days("Riga summit") is None
    assert days("Bergen summit") is None
