"""Which of the meetings that fit comes first by time: what was told last of a plan, and the latest one."""

import re
from datetime import date

from bot.answering.evidence.choice import Choice
from bot.answering.evidence.moves import find_leaving
from bot.answering.evidence.statements import Statement
from bot.answering.understanding.question import Question
from index.article import MeetingStatus

# The last meeting of some people is told in other words than those of the question, as often as not.
_FITTING = 0.6
_LATEST = re.compile(
    r"\blast (?:me(?:e)?t|s(?:aw|ee)|visit|sp[eo]|talk|go|went|come|came|host|receiv|travel|time|trip)"
    r"|\bmost recent|\blatest\b",
    re.IGNORECASE,
)


def last_told_first(ordered: list[Choice]) -> list[Choice]:
    """Put before a plan what a later article tells of it: that its day is not the one any more."""
    if (
        not ordered
        or ordered[0].against is not None
        or ordered[0].statement.status is not MeetingStatus.PLANNED
    ):
        return ordered
    later = next((one for one in ordered[1:] if _overtakes(one.statement, ordered[0].statement, one)), None)
    return ordered if later is None else [later, *(one for one in ordered if one is not later)]


def latest_first(question: Question, ordered: list[Choice]) -> list[Choice]:
    """Put first the latest of the meetings that fit, where the last one is asked for."""
    if _LATEST.search(question.text) is None or not ordered or ordered[0].against is not None:
        return ordered
    fitting = [one for one in ordered if _is_held(one) and one.cover >= _FITTING * ordered[0].cover]
    latest = max(fitting, key=_last_day, default=ordered[0])
    return [latest, *(one for one in ordered if one is not latest)]


def _is_held(choice: Choice) -> bool:
    """Tell whether a choice is a meeting on record that was held, on a day that is known."""
    held = choice.statement.status is MeetingStatus.HELD
    return choice.against is None and held and _last_day(choice) > date.min


def _last_day(choice: Choice) -> date:
    record = choice.statement.record
    last = None if record is None or record.when is None else record.when.span.last
    return last or date.min


def _overtakes(later: Statement, plan: Statement, choice: Choice) -> bool:
    told, first = later.article.published, plan.article.published
    if choice.against is not None or told is None or first is None or told < first:
        return False
    day = None if plan.record is None or plan.record.when is None else plan.record.when.span
    if day is None or day.first is None or day.last is None or later.article.id == plan.article.id:
        return False
    return later.recorded and find_leaving(later, day.first, day.last) is not None
