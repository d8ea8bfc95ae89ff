"""Which statement answers: how well each speaks of what is asked, and what speaks against it."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.answering.answer import Reason, Slot
from bot.answering.evidence import Statement
from bot.answering.question import Question
from bot.answering.words import folded_words
from index.article import Article

_ENOUGH = 0.5
_WEAK = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A statement, how much of the question it covers (0 to 1), and what it fails, or None."""

    statement: Statement
    cover: float
    against: Reason | None


def weigh(question: Question, articles: Sequence[Article]) -> Mapping[str, float]:
    """Return a weight for each word of the question: the rarer among the articles, the heavier (idf)."""
    holding = Counter(
        word for article in articles for word in folded_words(f"{article.title}\n{article.body}")
    )
    total = len(articles) + 1
    return {
        word: math.log(1 + total / (1 + holding[word])) * (2.0 if word in question.names else 1.0)
        for word in question.topic
    }


def choose(
    question: Question,
    statements: Sequence[Statement],
    weights: Mapping[str, float],
) -> Choice | None:
    """Return the best statement: one that nothing speaks against, else the nearest miss; None without any."""
    choices = [_judge(question, one, weights) for one in statements if one.is_meeting]
    choices = [one for one in choices if one.cover > 0]
    return max(choices, key=lambda one: _rank(question, one), default=None)


def _rank(question: Question, choice: Choice) -> tuple[bool, float]:
    filled = sum(slot in choice.statement.slots for slot in question.asked) / len(question.asked)
    return (choice.against is None, choice.cover + 0.15 * filled)


def _judge(question: Question, statement: Statement, weights: Mapping[str, float]) -> Choice:
    near = folded_words(statement.evidence.text)
    around = near | folded_words(statement.around)
    wide = around | folded_words(statement.article.title) | folded_words(statement.article.body)
    total = sum(weights.values())
    if not total:
        return Choice(statement=statement, cover=0.0, against=Reason.NOTHING_RELEVANT)
    cover = sum(
        weight * (1.0 if word in near else 0.7 if word in around else 0.25 if word in wide else 0.0)
        for word, weight in weights.items()
    )
    return Choice(
        statement=statement,
        cover=cover / total,
        against=_against(question, statement, around, wide, cover / total),
    )


def _against(
    question: Question,
    statement: Statement,
    around: frozenset[str],
    wide: frozenset[str],
    cover: float,
) -> Reason | None:
    if not question.names <= wide or (question.names and not question.names & around):
        return Reason.OTHER_PEOPLE
    if len(question.names - around) > len(question.names) // 2:
        return Reason.OTHER_PEOPLE
    if _elsewhen(question, statement):
        return Reason.OTHER_DATE
    if cover < (_ENOUGH if not question.names else _WEAK):
        return Reason.NO_MEETING
    return None


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
