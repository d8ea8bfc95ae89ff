"""Which statement answers: how well each speaks of what is asked, and what speaks against it."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.answering.answer import Reason, Slot
from bot.answering.evidence import Statement
from bot.answering.question import Question
from bot.answering.words import folded_words, is_told

_ENOUGH = 0.5
_WEAK = 0.3
# What an article does not speak of at all may weigh this much of a question, and no more.
_UNTOLD = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A statement, how much of the question it covers (0 to 1), and what it fails, or None."""

    statement: Statement
    cover: float
    against: Reason | None


def rank_choices(question: Question, statements: Sequence[Statement]) -> list[Choice]:
    """Return the statements, best first: those that nothing speaks against, then the nearest misses."""
    weights = _weights(question, statements)
    if not weights and len({one.article.id for one in statements}) > 1:
        # "On which days?" can be answered only where there is but one article that it can be about.
        return []
    choices = [_judge(question, one, weights) for one in statements]
    return sorted(
        (one for one in choices if one.cover > 0), key=lambda one: _rank(question, one), reverse=True
    )


def _weights(question: Question, statements: Sequence[Statement]) -> Mapping[str, float]:
    """Weigh each word of the question: the rarer among the articles, the heavier (idf)."""
    articles = {one.article.id: one.wide for one in statements}
    holding = Counter(word for words in articles.values() for word in words & question.topic)
    total = len(articles) + 1
    return {
        word: math.log(1 + total / (1 + holding[word])) * (1.5 if word in question.names else 1.0)
        for word in question.topic
    }


def _rank(question: Question, choice: Choice) -> tuple[bool, float]:
    filled = sum(slot in choice.statement.slots for slot in question.asked) / len(question.asked)
    return (choice.against is None, choice.cover + 0.15 * filled + 0.2 * choice.statement.recorded)


def _judge(question: Question, statement: Statement, weights: Mapping[str, float]) -> Choice:
    total = sum(weights.values())
    if not total:
        return Choice(statement=statement, cover=_ENOUGH, against=_against(question, statement, _ENOUGH, 0.0))
    cover = sum(
        weight * (1.0 if word in statement.near else 0.35 if word in statement.wide else 0.0)
        for word, weight in weights.items()
    )
    untold = sum(weight for word, weight in weights.items() if word not in statement.wide)
    return Choice(
        statement=statement,
        cover=cover / total,
        against=_against(question, statement, cover / total, untold / total),
    )


def _against(question: Question, statement: Statement, cover: float, untold: float) -> Reason | None:
    met = statement.who | folded_words(statement.evidence.text)
    if not question.people <= met or (question.people and not question.people & statement.who):
        return Reason.OTHER_PEOPLE
    if not all(is_told(word, statement.wide) for word in question.names):
        return Reason.OTHER_PEOPLE
    if question.names and not question.people and not question.names & statement.near:
        return Reason.OTHER_PEOPLE
    if _elsewhen(question, statement):
        return Reason.OTHER_DATE
    if _elsewhere(question, statement):
        return Reason.OTHER_PLACE
    if not question.people and (untold > _UNTOLD or cover < _ENOUGH):
        return Reason.NO_MEETING
    return Reason.NO_MEETING if cover < _WEAK else None


def _elsewhen(question: Question, statement: Statement) -> bool:
    period = question.period
    if period is None:
        return False
    when = statement.slots.get(Slot.WHEN)
    if when is not None and when.span is not None and when.span.first is not None:
        return not when.span.overlaps(period.first, period.last)
    published = statement.article.published
    # Undated words of an article are of its own time: a season may lie between a meeting and its telling.
    if published is None or period.first is None or period.last is None:
        return False
    return not -31 <= (published - period.first).days <= 120 + (period.last - period.first).days


def _elsewhere(question: Question, statement: Statement) -> bool:
    return bool(question.places) and not question.places & statement.near
