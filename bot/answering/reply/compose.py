"""The words of an answer: one or two plain sentences, or why there is none and what was searched."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.answering.answer import Answer, NoAnswer, Reason, Slot, Wording
from bot.answering.evidence.sentences import Reading
from bot.answering.evidence.statements import Statement
from index.article import MeetingStatus
from index.dates import format_span
from index.engine import Coverage
from index.occasions.statuses import OFF

_MISSING = {
    Slot.WHO: "who took part", Slot.WHEN: "when it was", Slot.WHERE: "where it was", Slot.WHY: "why",
    Slot.WHAT: "what was said", Slot.WHETHER: "whether it was so",
}  # fmt: skip
_REFUSALS = {
    Reason.NOTHING_RELEVANT: "That is not in the briefings.",
    Reason.NO_MEETING: "The briefings record no such meeting.",
    Reason.OTHER_PEOPLE: "The briefings do not say that these people met.",
    Reason.OTHER_DATE: "The briefings record no such meeting at that time.",
    Reason.OTHER_PLACE: "The briefings record no such meeting there.",
    Reason.NOT_STATED: "The briefings do not state it.",
}
_WORDINGS = {
    Wording.LLM: "Worded by a language model; checked against the sources.",
    Wording.LLM_UNAVAILABLE: "The language model was unavailable; this is the answer without it.",
}
_BECAME = {
    MeetingStatus.CANCELLED: "was cancelled",
    MeetingStatus.POSTPONED: "was postponed",
    MeetingStatus.DECLINED: "was declined",
    MeetingStatus.ONGOING: "is under way",
}


def write_slot(slot: Slot, reading: Reading) -> str:
    """Write what fills a slot; a day is written out, or said to be unknown."""
    if slot is not Slot.WHEN or reading.span is None:
        return reading.text
    if reading.span.first is None:
        return f"{reading.text} (the briefing carries no date, so the days cannot be resolved)"
    return format_span(reading.span, reading.modifier)


def write_answer(
    statement: Statement,
    asked: tuple[Slot, ...],
    filled: Mapping[Slot, Reading],
    as_of: date,
    *,
    reported: bool = False,
) -> str:
    """Write the asked slots, which of them nobody states, and what became of the meeting.

    `reported` tells that what became of it is written from a later briefing.
    """
    if Slot.WHETHER in asked:
        reading = filled.get(Slot.WHETHER)
        denied = statement.status in OFF or (reading is not None and reading.denies)
        text = f"{'No' if denied else 'Yes'}: {reading.text if reading else statement.evidence.text}"
    elif Slot.WHAT in asked:
        said = filled.get(Slot.WHAT)
        text = said.text if said else statement.evidence.text
        text = f"{text[0].upper()}{text[1:]}"
    else:
        text = "; ".join(write_slot(slot, filled[slot]).strip(" .") for slot in asked if slot in filled)
        text = f"{text[0].upper()}{text[1:]}."
    missing = [_MISSING[slot] for slot in asked if slot not in filled]
    if missing:
        text += f" The briefings do not state {' or '.join(missing)}."
    if Slot.WHETHER in asked and statement.status in OFF:
        return text
    return text if reported else text + _fate(statement, filled, as_of)


def _fate(statement: Statement, filled: Mapping[Slot, Reading], as_of: date) -> str:
    if statement.status in OFF:
        return f" It was {statement.status.value}."
    if statement.status is MeetingStatus.REQUESTED:
        return " It was asked for; no later report of it is in the briefings."
    when = filled.get(Slot.WHEN)
    last = None if when is None or when.span is None else when.span.last
    if statement.status is MeetingStatus.PLANNED and last is not None and last < as_of:
        return " It was planned for then; no later report of it is in the briefings."
    return ""


def write_dispute(slot: Slot, source: str, words: str, number: int) -> str:
    """Write that another source gives another day or place."""
    return f" {source} gives another {'day' if slot is Slot.WHEN else 'place'}: {words} [{number}]."


def write_later_report(status: MeetingStatus, source: str, number: int) -> str:
    """Write what a later briefing says became of a meeting that was planned."""
    return f" {source} later reports that it {_BECAME.get(status, 'took place')} [{number}]."


def write_alternatives(told: Sequence[str], more: int) -> str:
    """Write which other meetings the question may mean: each with its people, its days and its citation."""
    if not told:
        return ""
    rest = f"; and {more} more" if more else ""
    others = "Another meeting fits" if len(told) + more == 1 else "Other meetings fit"
    return f" {others} as well: {'; '.join(told)}{rest}."


def write_refusal(
    reason: Reason,
    near: Statement | None,
    asked: tuple[Slot, ...],
    coverage: Coverage,
    *,
    doubted: bool = False,
) -> str:
    """Write that there is no answer, the nearest thing the briefings do say, and what was searched.

    `doubted` tells that there was one, which was less sure than is asked for.
    """
    text = _REFUSALS[reason]
    if reason is Reason.NOT_STATED:
        missing = " or ".join(_MISSING[slot] for slot in asked)
        text = f"The briefings do not state {'clearly enough ' if doubted else ''}{missing}."
    if near is not None:
        text += f" {_nearest(near)}: “{near.evidence.text}”"
    return f"{text} {write_coverage(coverage)}"


def _nearest(near: Statement) -> str:
    """Write what the nearest statement is: a meeting, of its day where that is known, or mere words."""
    when = None if near.record is None else near.record.when
    if near.record is None or near.status in OFF:
        return "The nearest they say"
    planned = " as planned" if near.status in (MeetingStatus.PLANNED, MeetingStatus.REQUESTED) else ""
    if when is None or when.span.first is None:
        return f"The nearest meeting they record{planned}"
    return f"The nearest meeting they record{planned}, of {format_span(when.span, when.modifier)}"


def write_coverage(coverage: Coverage) -> str:
    """Write which briefings were searched."""
    count = f"{coverage.articles:,} briefing{'' if coverage.articles == 1 else 's'}"
    if coverage.first is None or coverage.last is None:
        return f"Searched {count}, none of them dated."
    dated = f"from {_day(coverage.first)} to {_day(coverage.last)}"
    undated = f" ({coverage.undated:,} undated)" if coverage.undated else ""
    return f"Searched {count} {dated}{undated}."


def write_wording(answer: Answer | NoAnswer) -> str | None:
    """Write what a language model had to do with an answer, where that is worth a reader's notice."""
    return None if isinstance(answer, NoAnswer) else _WORDINGS.get(answer.wording)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
