"""The words of an answer: one or two plain sentences, or why there is none and what was searched."""

from collections.abc import Mapping
from datetime import date

from bot.answering.answer import Reason, Slot
from bot.answering.evidence import Reading, Statement
from bot.answering.times import write_span
from index.article import MeetingStatus
from index.engine import Coverage

_NAMES = {
    Slot.WHO: "Who", Slot.WHEN: "When", Slot.WHERE: "Where", Slot.WHY: "Why", Slot.WHAT: "What",
}  # fmt: skip
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


def write_slot(slot: Slot, reading: Reading) -> str:
    """Write what fills a slot; a day is written out, or said to be unknown."""
    if slot is not Slot.WHEN or reading.span is None:
        return reading.text
    if reading.span.first is None:
        return f"{reading.text} (the briefing carries no date, so the days cannot be resolved)"
    return write_span(reading.span)


def write_answer(
    statement: Statement, asked: tuple[Slot, ...], filled: Mapping[Slot, Reading], as_of: date
) -> str:
    """Write the asked slots, then what became of the meeting and which slots nobody states."""
    if asked == (Slot.WHETHER,):
        text = f"Yes: {statement.evidence.text}"
    elif asked == (Slot.WHAT,):
        text = statement.evidence.text
    else:
        parts = [f"{_NAMES[slot]}: {write_slot(slot, filled[slot])}" for slot in asked if slot in filled]
        text = "; ".join(parts) + "."
    missing = [_MISSING[slot] for slot in asked if slot not in filled]
    if missing:
        text += f" The briefings do not state {' or '.join(missing)}."
    return text + _fate(statement, filled, as_of)


def _fate(statement: Statement, filled: Mapping[Slot, Reading], as_of: date) -> str:
    if statement.status in (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED):
        return f" It was {statement.status.value}."
    when = filled.get(Slot.WHEN)
    last = None if when is None or when.span is None else when.span.last
    if statement.status is MeetingStatus.PLANNED and last is not None and last < as_of:
        return " It is told as planned; this briefing does not say whether it took place."
    return ""


def write_refusal(reason: Reason, near: Statement | None, asked: tuple[Slot, ...], coverage: Coverage) -> str:
    """Write that there is no answer, the nearest thing the briefings do say, and what was searched."""
    text = _REFUSALS[reason]
    if reason is Reason.NOT_STATED:
        text = f"The briefings do not state {' or '.join(_MISSING[slot] for slot in asked)}."
    if near is not None:
        text += f" The nearest they say: “{near.evidence.text}”"
    return f"{text} {write_coverage(coverage)}"


def write_coverage(coverage: Coverage) -> str:
    """Write which briefings were searched."""
    count = f"{coverage.articles:,} briefing{'' if coverage.articles == 1 else 's'}"
    if coverage.first is None or coverage.last is None:
        return f"Searched {count}, none of them dated."
    dated = f"from {_day(coverage.first)} to {_day(coverage.last)}"
    undated = f" ({coverage.undated:,} undated)" if coverage.undated else ""
    return f"Searched {count} {dated}{undated}."


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
