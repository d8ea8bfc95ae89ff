"""Answers a question from one snapshot of the index: search, choose a statement, fill its slots, cite."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from time import perf_counter

from bot.answering.answer import Answer, NoAnswer, Reason, Slot, SlotValue, Timings
from bot.answering.choosing import Choice, choose, weigh
from bot.answering.citations import Citations
from bot.answering.compose import write_answer, write_refusal, write_slot
from bot.answering.evidence import Reading, Statement, statements_of
from bot.answering.question import Question, understand
from index.article import Article, Hit
from index.engine import EVERYTHING, Filters, SearchEngine, SearchResult, Snapshot

_HITS = 20
_SHOWN = (Slot.WHO, Slot.WHEN, Slot.WHERE, Slot.WHY)


class Answerer:
    """Answers from an index, with no model but the index's own; the same question gets the same answer."""

    def __init__(self, engine: SearchEngine) -> None:
        self._engine = engine

    def answer(self, question: str, *, where: Filters = EVERYTHING, as_of: date) -> Answer | NoAnswer:
        """Answer from the articles that `where` lets through; "today" in the question is `as_of`.

        Raises `UnusableQuestion` when the question is empty or too long.
        """
        began = perf_counter()
        asked = understand(question, as_of)
        with self._engine.snapshot() as snapshot:
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


def _read(
    question: Question, snapshot: Snapshot, found: SearchResult, where: Filters, as_of: date
) -> Answer | NoAnswer:
    articles = _articles(snapshot, found.hits)
    records = snapshot.meetings_of([article.id for article in articles])
    statements = list(statements_of(articles, records, question))
    choice = choose(question, statements, weigh(question, articles))
    if choice is None:
        return _refuse(question, Reason.NOTHING_RELEVANT, None, snapshot, where)
    if choice.against is not None:
        near = choice.statement if choice.cover >= 0.25 else None
        reason = choice.against if near is not None else Reason.NOTHING_RELEVANT
        return _refuse(question, reason, near, snapshot, where)
    filled = _filled(choice.statement, question.asked)
    if not any(slot in filled for slot in question.asked):
        return _refuse(question, Reason.NOT_STATED, choice.statement, snapshot, where)
    return _answer(question, choice, filled, as_of)


def _articles(snapshot: Snapshot, hits: Sequence[Hit]) -> list[Article]:
    ids = dict.fromkeys(hit.article_id for hit in hits)
    return [article for one in ids if (article := snapshot.article(one)) is not None]


def _filled(statement: Statement, asked: tuple[Slot, ...]) -> Mapping[Slot, Reading]:
    filled = dict(statement.slots)
    for slot in asked:
        if slot in (Slot.WHETHER, Slot.WHAT):
            filled[slot] = Reading(text=statement.evidence.text, quote=statement.evidence)
    return filled


def _answer(question: Question, choice: Choice, filled: Mapping[Slot, Reading], as_of: date) -> Answer:
    statement, asked = choice.statement, question.asked
    cited = Citations()
    slots = {}
    for slot in dict.fromkeys((*asked, *_SHOWN)):
        if slot in filled:
            reading = filled[slot]
            number = cited.number(statement.article, reading.quote)
            slots[slot] = SlotValue(text=write_slot(slot, reading), citation=number, span=reading.span)
    complete = all(slot in filled for slot in asked)
    slots.pop(Slot.WHETHER, None)
    return Answer(
        question=question.text,
        asked=asked,
        text=write_answer(statement, asked, filled, as_of),
        slots=slots,
        citations=cited.all(),
        confidence=round(min(1.0, choice.cover) * (1.0 if complete else 0.7), 2),
        complete=complete,
        reason=None if complete else Reason.NOT_STATED,
    )


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
