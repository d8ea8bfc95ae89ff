"""Meetings put on another day: the sentence that says that a day is not the meeting's any more."""

import re
from collections.abc import Iterator
from datetime import date

from bot.answering.evidence.sentences import Sentence
from bot.answering.evidence.statements import Statement
from bot.answering.evidence.telling import Telling
from bot.answering.evidence.times import SAME_MEETING, tells_time_in, time_of
from index.article import Quote, TimeExpression
from index.dates import days_left, find_moves, find_time_expressions

# A sentence next to a meeting's speaks of it by its noun, or of those who meet there.
_ABOUT = re.compile(rf"{SAME_MEETING.pattern}|^\W*(?:they|both|the (?:two|pair))\b", re.IGNORECASE)


def old_times(telling: Telling, quote: Quote) -> list[TimeExpression]:
    """Return the times of a sentence that it says are no longer the ones; their offsets are those in it."""
    times = find_time_expressions(quote.text, telling.article.published)
    left = days_left(quote.text, times)
    return [one for one in times if one.start in left]


def moves_meeting(telling: Telling, quote: Quote) -> bool:
    """Tell whether a sentence puts something on another day that it names."""
    times = find_time_expressions(quote.text, telling.article.published)
    return any(move.day is not None for move in find_moves(quote.text, times))


def find_leaving(statement: Statement, first: date, last: date) -> Sentence | None:
    """Return the sentence that says that a meeting is not, or not any more, on any day of a period.

    Where it is on some of them all the same, none says so.
    """
    when = time_of(statement)
    if when is not None and when.span is not None and when.span.overlaps(first, last):
        return None
    leaving = next(_leaving(statement, first, last), None)
    moving = None if leaving is None else _moving(statement)
    return moving or leaving


def _moving(statement: Statement) -> Sentence | None:
    """Return the sentence that puts a recorded meeting on its day."""
    record, telling = statement.record, statement.telling
    place = None if record is None or record.when is None else telling.place_of(record.when.quote)
    if place is None or not moves_meeting(telling, telling.sentences[place].quote):
        return None
    return telling.sentences[place]


def _leaving(statement: Statement, first: date, last: date) -> Iterator[Sentence]:
    telling = statement.telling
    for one in (telling.sentences[statement.place], *telling.around(statement.place, 2)):
        about = one.place == statement.place or _ABOUT.search(one.quote.text) is not None
        if about and any(old.span.overlaps(first, last) for old in old_times(telling, one.quote)):
            yield one
    moving = _moving(statement)
    elsewhere = moving is not None and moving.place != statement.place
    if moving is not None and elsewhere and tells_time_in(telling, statement.evidence, first, last):
        yield moving
