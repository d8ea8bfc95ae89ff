"""Make what a question gets out of what was read: an answer with its citations, or the reason for none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answering.answer import Answer, NoAnswer, Reason, Slot, SlotValue
from bot.answering.evidence.choice import Choice
from bot.answering.evidence.sentences import Reading
from bot.answering.evidence.statements import Statement
from bot.answering.lexicon.words import folded_words, stems_of
from bot.answering.reply.alternatives import find_alternatives, occasion_of
from bot.answering.reply.citations import Citations
from bot.answering.reply.compose import (
    write_alternatives,
    write_answer,
    write_dispute,
    write_later_report,
    write_refusal,
    write_slot,
)
from bot.answering.reply.confidence import ConfidenceModel
from bot.answering.sufficiency import Sufficiency
from bot.answering.understanding.question import Question
from bot.occasions.wording import write_people
from index.article import MeetingDate, Quote
from index.dates import format_span
from index.engine import ArticleMeeting, Coverage
from index.letters import of_letters
from index.occasions import Aspect, Occasion, link_occasions
from index.occasions.statuses import AHEAD

_NAME = of_letters(r"\b[A-Z][\w.'’-]+ [A-Z]")
_SHOWN = (Slot.WHO, Slot.WHEN, Slot.WHERE, Slot.WHY)
_DISPUTED = {Aspect.WHEN: Slot.WHEN, Aspect.WHERE: Slot.WHERE}
_ALTERNATIVES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was read for a question: the statement chosen among others, what fills the slots, all records."""

    question: Question
    choice: Choice
    choices: Sequence[Choice]
    filled: Mapping[Slot, Reading]
    records: Sequence[ArticleMeeting]
    as_of: date


def make_answer(found: Found, model: ConfidenceModel) -> Answer:
    """Return the answer, each slot with its citation, and what other sources dispute of it with theirs.

    `model` says how sure it is.
    """
    statement, asked, filled = found.choice.statement, found.question.asked, found.filled
    cited = Citations()
    slots = {}
    for slot in dict.fromkeys((*asked, *_SHOWN)):
        if slot in filled:
            reading = filled[slot]
            number = cited.number(statement.article, reading.quote)
            slots[slot] = SlotValue(text=write_slot(slot, reading), citation=number, span=reading.span)
    slots.pop(Slot.WHETHER, None)
    # A mere sentence belongs to no occasion, and has no other beside it.
    occasions = link_occasions(found.records) if statement.told is not None else ()
    occasion = occasion_of(statement.told, occasions)
    later = _later_report(statement, occasion)
    text = write_answer(statement, asked, filled, found.as_of, reported=later is not None)
    if later is not None:
        number = cited.number(later.article, later.meeting.evidence)
        text += write_later_report(later.meeting.status, later.article.source or later.article.title, number)
    if occasion is not None:
        text += "".join(_disputes(found, occasion, cited))
    text += _alternatives(found, occasions, cited)
    complete = all(slot in filled for slot in asked)
    held = _completed(found)
    return Answer(
        question=found.question.text,
        asked=asked,
        text=text,
        slots=slots,
        citations=cited.all(),
        confidence=round(model.of(held), 2),
        complete=complete,
        reason=None if complete else Reason.NOT_STATED,
        sufficiency=held,
    )


def make_refusal(
    question: Question,
    reason: Reason,
    near: Choice | None,
    coverage: Coverage,
    *,
    shown: bool = True,
    doubted: bool = False,
) -> NoAnswer:
    """Return that there is no answer and why, with the nearest true statement where it is worth showing.

    `doubted` tells that an answer was read, and not trusted.
    """
    cited = Citations()
    if near is not None and shown:
        cited.number(near.statement.article, near.statement.evidence)
    return NoAnswer(
        question=question.text,
        asked=question.asked,
        text=write_refusal(
            reason, near.statement if near and shown else None, question.asked, coverage, doubted=doubted
        ),
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
        told=min((_told_in(found.question, one) for one in readings), default=0.0),
        named=Slot.WHO not in found.question.asked
        or Slot.WHO not in found.filled
        or _NAME.search(found.filled[Slot.WHO].text) is not None,
    )


def _told_in(question: Question, reading: Reading) -> float:
    """Return the share of the question's words that the sentence of a reading holds."""
    topic = stems_of(question.topic)
    told = topic & stems_of(folded_words(reading.quote.text))
    return len(told) / len(topic) if topic else 1.0


def _later_report(statement: Statement, occasion: Occasion | None) -> ArticleMeeting | None:
    """Return the record that tells what became of a meeting which the chosen statement only plans."""
    if occasion is None or statement.status not in AHEAD or occasion.status in AHEAD:
        return None
    return occasion.lead


def _disputes(found: Found, occasion: Occasion, cited: Citations) -> Iterator[str]:
    """Write the other days and places that other briefings give the same occasion."""
    own = found.choice.statement.article.id
    for dispute in occasion.disagreements:
        slot = _DISPUTED.get(dispute.aspect)
        if slot is None or slot not in found.question.asked:
            continue
        for reading in dispute.readings:
            other = reading.versions[0]
            if any(one.article.id == own for one in reading.versions):
                continue
            number = cited.number(other.article, _stated(other, slot))
            yield write_dispute(slot, other.article.source or other.article.title, reading.text, number)


def _alternatives(found: Found, occasions: Sequence[Occasion], cited: Citations) -> str:
    """Write the other meetings that fit the question as well, the likeliest three with a citation each."""
    others = find_alternatives(found.question, found.choice, found.choices, occasions)
    told = []
    for occasion in others[:_ALTERNATIVES]:
        if occasion.when is not None:
            number = cited.number(occasion.lead.article, occasion.lead.meeting.evidence)
            told.append(
                f"{write_people(occasion.participants, most=3)}, {_days(occasion.when[1])} [{number}]"
            )
    return write_alternatives(told, len(others) - len(told))


def _days(when: MeetingDate) -> str:
    return format_span(when.span, when.modifier)


def _stated(record: ArticleMeeting, slot: Slot) -> Quote:
    meeting = record.meeting
    quote = meeting.where if slot is Slot.WHERE else meeting.when.quote if meeting.when else None
    return quote or meeting.evidence
