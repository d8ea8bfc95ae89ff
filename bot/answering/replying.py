"""Make what a question gets out of what was read: an answer with its citations, or the reason for none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answering.answer import Answer, NoAnswer, Reason, Slot, SlotValue
from bot.answering.choosing import Choice
from bot.answering.citations import Citations
from bot.answering.compose import (
    write_answer,
    write_dispute,
    write_later_report,
    write_refusal,
    write_slot,
)
from bot.answering.question import Question
from bot.answering.statements import Reading, Statement
from bot.answering.sufficiency import Sufficiency
from index.article import MeetingStatus
from index.engine import ArticleMeeting, Coverage
from index.occasions import Aspect, Occasion, link_occasions

_SHOWN = (Slot.WHO, Slot.WHEN, Slot.WHERE, Slot.WHY)
_DISPUTED = {Aspect.WHEN: Slot.WHEN, Aspect.WHERE: Slot.WHERE}
_NOT_YET = frozenset({MeetingStatus.PLANNED, MeetingStatus.REQUESTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was read for a question: the statement chosen, what fills the slots, and all records looked at."""

    question: Question
    choice: Choice
    filled: Mapping[Slot, Reading]
    records: Sequence[ArticleMeeting]
    as_of: date


def make_answer(found: Found) -> Answer:
    """Return the answer, each slot with its citation, and what other sources dispute of it with theirs."""
    statement, asked, filled = found.choice.statement, found.question.asked, found.filled
    cited = Citations()
    slots = {}
    for slot in dict.fromkeys((*asked, *_SHOWN)):
        if slot in filled:
            reading = filled[slot]
            number = cited.number(statement.article, reading.quote)
            slots[slot] = SlotValue(text=write_slot(slot, reading), citation=number, span=reading.span)
    slots.pop(Slot.WHETHER, None)
    text = write_answer(statement, asked, filled, found.as_of) + "".join(_beside(found, cited))
    complete = all(slot in filled for slot in asked)
    held = _completed(found)
    return Answer(
        question=found.question.text,
        asked=asked,
        text=text,
        slots=slots,
        citations=cited.all(),
        confidence=round(min(1.0, held.cover) * (1.0 if complete else 0.7), 2),
        complete=complete,
        reason=None if complete else Reason.NOT_STATED,
        sufficiency=held,
    )


def make_refusal(
    question: Question, reason: Reason, near: Choice | None, coverage: Coverage, *, shown: bool = True
) -> NoAnswer:
    """Return that there is no answer and why, with the nearest true statement where it is worth showing."""
    cited = Citations()
    if near is not None and shown:
        cited.number(near.statement.article, near.statement.evidence)
    return NoAnswer(
        question=question.text,
        asked=question.asked,
        text=write_refusal(reason, near.statement if near and shown else None, question.asked, coverage),
        reason=reason,
        citations=cited.all(),
        sufficiency=None if near is None else near.sufficiency,
    )


def _completed(found: Found) -> Sufficiency:
    """Add how the asked slots are filled, and from where."""
    readings = [found.filled[slot] for slot in found.question.asked if slot in found.filled]
    return replace(
        found.choice.sufficiency,
        filled=len(readings) / len(found.question.asked),
        from_evidence=all(one.quote == found.choice.statement.evidence for one in readings),
        from_record=all(one.recorded for one in readings),
    )


def _beside(found: Found, cited: Citations) -> Iterator[str]:
    """Write what other briefings say of the same occasion: what became of a plan, and what they dispute."""
    statement = found.choice.statement
    occasion = _occasion_of(statement, found.records)
    if occasion is None:
        return
    if statement.status in _NOT_YET and occasion.status not in _NOT_YET:
        later = occasion.lead
        number = cited.number(later.article, later.meeting.evidence)
        yield write_later_report(occasion.status, later.article.source or later.article.title, number)
    for dispute in occasion.disagreements:
        slot = _DISPUTED.get(dispute.aspect)
        if slot is None or slot not in found.question.asked:
            continue
        for reading in dispute.readings:
            others = [one for one in reading.versions if one.article.id != statement.article.id]
            if len(others) < len(reading.versions) or not others:
                continue
            other = others[0]
            stated = other.meeting.when.quote if slot is Slot.WHEN and other.meeting.when else None
            quote = stated or other.meeting.where or other.meeting.evidence
            number = cited.number(other.article, quote if slot is Slot.WHERE else stated or quote)
            yield write_dispute(slot, other.article.source or other.article.title, reading.text, number)


def _occasion_of(statement: Statement, records: Sequence[ArticleMeeting]) -> Occasion | None:
    if statement.told is None:
        return None
    identity = statement.told.id
    return next(
        (one for one in link_occasions(records) if any(version.id == identity for version in one.versions)),
        None,
    )
