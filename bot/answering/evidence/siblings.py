"""Which of the meetings that one sentence tells a question means: A was met in one city, B in another."""

from bot.answering.answer import Reason
from bot.answering.evidence.statements import Statement
from bot.answering.lexicon.words import folded_words
from bot.answering.understanding.question import Question
from index.article import Meeting


def reason_beside(question: Question, statement: Statement) -> Reason | None:
    """Return what a record lacks of the question that another record of the same sentence has, or None."""
    own, siblings = statement.record, _siblings(statement)
    if own is None:
        return None
    mine = question.people & _names(own)
    if any(mine < question.people & _names(one) for one in siblings):
        return Reason.OTHER_PEOPLE
    if not _is_at(question, own) and any(_is_at(question, one) for one in siblings):
        return Reason.OTHER_PLACE
    return None


def is_sibling(statement: Statement, other: Statement) -> bool:
    """Tell whether two statements are records of meetings apart that one sentence tells."""
    return other.record is not None and any(one is other.record for one in _siblings(statement))


def met_apart(statement: Statement) -> frozenset[str]:
    """Return the folded words of the names of those whom the same sentence has met at another meeting."""
    if statement.record is None:
        return frozenset()
    theirs = frozenset().union(*(_names(one) for one in _siblings(statement)))
    return theirs - _names(statement.record)


def _siblings(statement: Statement) -> list[Meeting]:
    """Return the other meetings that the sentence of a record tells, in other places or on other days."""
    own = statement.record
    if own is None:
        return []
    return [one for one in statement.told_with() if _are_apart(own, one)]


def _are_apart(one: Meeting, other: Meeting) -> bool:
    places = [told.where.text for told in (one, other) if told.where is not None]
    # "Its laboratories" may be those of the college that the same sentence names.
    named = len(places) > 1 and not any(place.islower() for place in places)
    if named and folded_words(places[0]).isdisjoint(folded_words(places[1])):
        return True
    if one.when is None or other.when is None:
        return False
    return not one.when.span.overlaps(other.when.span.first, other.when.span.last)


def _names(meeting: Meeting) -> frozenset[str]:
    return folded_words(" ".join(one.name for one in meeting.participants))


def _is_at(question: Question, meeting: Meeting) -> bool:
    """Tell whether a place of the question is where a record puts its meeting."""
    where = folded_words(meeting.where.text) if meeting.where is not None else frozenset()
    return any(place <= where for place in question.places)
