"""The days of an event that a question counts from: "since the Vienna summit"."""

from datetime import date

from bot.answering.lexicon.words import folded_words
from index.article import DateSpan
from index.engine import EVERYTHING, ArticleMeeting, Filters, Mode, Snapshot

_PASSAGES = 20


def days_of_event(
    words: str, snapshot: Snapshot, as_of: date, where: Filters = EVERYTHING
) -> DateSpan | None:
    """Return the days of the latest meeting, begun by `as_of`, whose own sentence holds all of `words`."""
    found = snapshot.search(words, k=_PASSAGES, where=where, mode=Mode.LEXICAL)
    records = snapshot.meetings_of(list(dict.fromkeys(hit.article_id for hit in found.hits)))
    wanted = folded_words(words)
    spans = [
        one.meeting.when.span for one in records if one.meeting.when is not None and wanted <= _told_of(one)
    ]
    begun = [one for one in spans if one.first is not None and one.first <= as_of]
    return max(begun, key=lambda one: (one.first or date.min, one.last or date.min), default=None)


def _told_of(record: ArticleMeeting) -> frozenset[str]:
    meeting = record.meeting
    place = meeting.where.text if meeting.where is not None else ""
    return folded_words(f"{meeting.evidence.text} {place}")
