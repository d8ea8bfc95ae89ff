"""Other meetings that fit a question as well as the one chosen: "who met in Geneva?" may mean several."""

import re
from collections.abc import Sequence

from bot.answering.answer import Slot
from bot.answering.evidence.choice import Choice
from bot.answering.evidence.siblings import is_sibling
from bot.answering.understanding.question import Question
from index.article import DateSpan
from index.engine import ArticleMeeting
from index.occasions import Occasion

_COVER = 0.01
_SCORE = 0.05
_ONE = re.compile(r"\b(?:first|last|latest|most recent|final|next)\b", re.IGNORECASE)
_SETTLED = frozenset({Slot.WHETHER, Slot.WHAT})


def find_alternatives(
    question: Question, chosen: Choice, choices: Sequence[Choice], occasions: Sequence[Occasion]
) -> list[Occasion]:
    """Return the other occasions of other days that cover as much of the question, best first.

    Only meetings on record whose day is known count; "the last one" and yes-or-no questions mean one alone.
    """
    if _SETTLED & set(question.asked) or _ONE.search(question.text) is not None:
        return []
    own = occasion_of(chosen.statement.told, occasions)
    if own is None or _day_of(own) is None:
        return []
    found: list[Occasion] = []
    for choice in choices:
        other = occasion_of(choice.statement.told, occasions) if _fits(choice, chosen) else None
        if other is None or any(not _are_days_apart(other, one) for one in (own, *found)):
            continue
        if is_sibling(chosen.statement, choice.statement) or not any(
            _share(other, one) for one in (own, *found)
        ):
            found.append(other)
    return found


def occasion_of(told: ArticleMeeting | None, occasions: Sequence[Occasion]) -> Occasion | None:
    """Return the occasion of which a record is a version; None for a mere sentence."""
    if told is None:
        return None
    holding = (one for one in occasions if any(version.id == told.id for version in one.versions))
    return next(holding, None)


def _fits(choice: Choice, chosen: Choice) -> bool:
    return (
        choice.against is None
        and choice.cover >= chosen.cover - _COVER
        and choice.score >= chosen.score - _SCORE
    )


def _are_days_apart(one: Occasion, other: Occasion) -> bool:
    days, others = _day_of(one), _day_of(other)
    return days is not None and others is not None and not days.overlaps(others.first, others.last)


def _share(one: Occasion, other: Occasion) -> bool:
    """Tell whether an article tells both, which may be one meeting told twice unless one sentence does."""
    return bool({version.article.id for version in one.versions} & {v.article.id for v in other.versions})


def _day_of(occasion: Occasion) -> DateSpan | None:
    span = None if occasion.when is None else occasion.when[1].span
    return None if span is None or span.first is None else span
