"""Answers a question from one snapshot of the index: search, choose a statement, fill its slots, cite."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from time import perf_counter

from bot.answering.answer import Answer, NoAnswer, Reason, Slot, SlotValue, Timings
from bot.answering.choosing import Choice, rank_choices
from bot.answering.citations import Citations
from bot.answering.compose import write_answer, write_disagreement, write_refusal, write_slot
from bot.answering.evidence import Reading, Statement, statements_of
from bot.answering.question import Question, understand
from bot.answering.vocabulary import Vocabulary, vocabulary_of
from bot.answering.words import folded_list, folded_words, is_told
from index.article import Article, Hit, MeetingStatus
from index.engine import EVERYTHING, Filters, SearchEngine, SearchResult, Snapshot

_HITS = 20
_SHOWN = (Slot.WHO, Slot.WHEN, Slot.WHERE, Slot.WHY)
# A near miss is shown when it covers this much of the question, and is no mere neighbour in the index.
_NEAR = 0.25
# Two sources that give days no further apart speak of one meeting, and disagree.
_APART = timedelta(days=3)
_HAPPENED = frozenset({MeetingStatus.HELD, MeetingStatus.ONGOING})
_UNSETTLED = frozenset({MeetingStatus.PLANNED, MeetingStatus.REQUESTED})


class Answerer:
    """Answers from an index, with no model but the index's own; the same question gets the same answer."""

    def __init__(self, engine: SearchEngine) -> None:
        self._engine = engine
        self._vocabulary: tuple[int, Vocabulary] | None = None

    def answer(self, question: str, *, where: Filters = EVERYTHING, as_of: date) -> Answer | NoAnswer:
        """Answer from the articles that `where` lets through; "today" in the question is `as_of`.

        Raises `UnusableQuestion` when the question is empty or too long.
        """
        began = perf_counter()
        with self._engine.snapshot() as snapshot:
            asked = understand(question, as_of, self._known_by(snapshot))
            found = snapshot.search(asked.text, k=_HITS, where=where)
            searched = perf_counter()
            result = _read(asked, snapshot, found, where, as_of)
        ended = perf_counter()
        timings = Timings(
            embed=found.embed_ms,
            search=found.search_ms,
            read=(ended - searched) * 1000,
            total=(ended - began) * 1000,
        )
        return replace(result, question=question, timings=timings)

    def _known_by(self, snapshot: Snapshot) -> Vocabulary:
        # The name table changes with the generation only; reading it anew costs more than answering.
        generation = snapshot.coverage().generation
        held = self._vocabulary
        if held is None or held[0] != generation:
            held = (generation, vocabulary_of(snapshot.names()))
            self._vocabulary = held
        return held[1]


def _read(
    question: Question, snapshot: Snapshot, found: SearchResult, where: Filters, as_of: date
) -> Answer | NoAnswer:
    articles = _articles(snapshot, found.hits)
    records = snapshot.meetings_of([article.id for article in articles])
    choices = rank_choices(question, list(statements_of(articles, records, question)))
    if not choices:
        return _refuse(question, Reason.NOTHING_RELEVANT, None, snapshot, where)
    best = choices[0]
    if best.against is not None:
        near = (
            best.statement
            if best.cover >= _NEAR and all(is_told(word, best.statement.wide) for word in question.names)
            else None
        )
        reason = best.against if near is not None else Reason.NOTHING_RELEVANT
        return _refuse(question, reason, near, snapshot, where)
    filled = _filled(best.statement, question)
    if not any(slot in filled for slot in question.asked):
        return _refuse(question, Reason.NOT_STATED, best.statement, snapshot, where)
    return _answer(question, choices, filled, as_of)


def _articles(snapshot: Snapshot, hits: Sequence[Hit]) -> list[Article]:
    ids = dict.fromkeys(hit.article_id for hit in hits)
    return [article for one in ids if (article := snapshot.article(one)) is not None]


def _filled(statement: Statement, question: Question) -> Mapping[Slot, Reading]:
    filled = dict(statement.slots)
    if Slot.WHO in question.asked and Slot.WHO in filled and not _tells(filled[Slot.WHO], question):
        del filled[Slot.WHO]
    sentence = Reading(text=statement.evidence.text, quote=statement.evidence)
    # A meeting's record says that people met and why, never what they said to each other.
    if Slot.WHAT in question.asked and not question.wants_words:
        filled[Slot.WHAT] = sentence
    if Slot.WHETHER in question.asked and _settles(statement, question):
        filled[Slot.WHETHER] = sentence
    return filled


def _tells(reading: Reading, question: Question) -> bool:
    """Tell whether who takes part is more than the question's own words: "which officials?", "officials"."""
    asked = folded_words(question.text)
    fresh = [word for word in reading.text.split() if not is_told("".join(folded_list(word)), asked)]
    if question.wants_names:
        return any(word.lstrip('(“"')[:1].isupper() for word in fresh)
    return bool(fresh)


def _settles(statement: Statement, question: Question) -> bool:
    """Tell whether a statement proves that it was so, or that it was not."""
    if statement.status in _HAPPENED:
        return statement.recorded or question.people <= statement.who
    return statement.status not in _UNSETTLED or question.ahead


def _answer(
    question: Question, choices: Sequence[Choice], filled: Mapping[Slot, Reading], as_of: date
) -> Answer:
    choice, asked = choices[0], question.asked
    statement = choice.statement
    cited = Citations()
    slots = {}
    for slot in dict.fromkeys((*asked, *_SHOWN)):
        if slot in filled:
            reading = filled[slot]
            number = cited.number(statement.article, reading.quote)
            slots[slot] = SlotValue(text=write_slot(slot, reading), citation=number, span=reading.span)
    slots.pop(Slot.WHETHER, None)
    text = write_answer(statement, asked, filled, as_of)
    for other in _other_days(choices):
        reading = other.slots[Slot.WHEN]
        source = other.article.source or other.article.title
        text += write_disagreement(source, reading, cited.number(other.article, reading.quote))
    complete = all(slot in filled for slot in asked)
    return Answer(
        question=question.text,
        asked=asked,
        text=text,
        slots=slots,
        citations=cited.all(),
        confidence=round(min(1.0, choice.cover) * (1.0 if complete else 0.7), 2),
        complete=complete,
        reason=None if complete else Reason.NOT_STATED,
    )


def _other_days(choices: Sequence[Choice]) -> list[Statement]:
    """Return the statements of other articles that give the chosen meeting a different day."""
    chosen = choices[0].statement
    found = [one.statement for one in choices[1:] if one.against is None and _disagree(chosen, one.statement)]
    return list({one.article.id: one for one in reversed(found)}.values())[::-1]


def _disagree(one: Statement, other: Statement) -> bool:
    first, second = one.slots.get(Slot.WHEN), other.slots.get(Slot.WHEN)
    if first is None or second is None or first.span is None or second.span is None:
        return False
    if one.article.id == other.article.id or len(one.surnames & other.who) < 2:
        return False
    days, others = first.span, second.span
    if days.first is None or others.first is None or days.overlaps(others.first, others.last):
        return False
    return abs(days.first - others.first) <= _APART


def _refuse(
    question: Question, reason: Reason, near: Statement | None, snapshot: Snapshot, where: Filters
) -> NoAnswer:
    cited = Citations()
    if near is not None:
        cited.number(near.article, near.evidence)
    return NoAnswer(
        question=question.text,
        asked=question.asked,
        text=write_refusal(reason, near, question.asked, snapshot.coverage(where)),
        reason=reason,
        citations=cited.all(),
    )
