"""Whether what fits a question best is outdone by a meeting elsewhere that lacks too much of it."""

from collections.abc import Sequence

from bot.answering.answer import Reason, Slot
from bot.answering.evidence.choice import Choice
from bot.answering.understanding.question import Question

_NEVER_FORGIVEN = frozenset([Slot.WHEN, Slot.WHERE])


def outdoing(question: Question, choices: Sequence[Choice]) -> Choice | None:
    """Return the choice of another article that is likelier meant than the best one, and no answer either.

    It is of the people asked about and fits better, but the article lacks too many words of the question. A
    day or a place of what fits worse would be another meeting's.
    """
    best = choices[0]
    if _NEVER_FORGIVEN.isdisjoint(question.asked) or best.against is not None:
        return None
    rivals = (one for one in choices if one.against is Reason.NO_MEETING and _is_of_these(one, best))
    rival = max(rivals, key=lambda one: one.score, default=best)
    return rival if rival.score > best.score else None


def _is_of_these(one: Choice, best: Choice) -> bool:
    """Tell whether a choice of another article is of everybody the question names."""
    held = one.sufficiency
    return one.statement.article.id != best.statement.article.id and held.people == held.names == 1
