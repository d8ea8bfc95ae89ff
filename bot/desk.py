"""Where questions wait for an answer: one bounded pool of threads between Discord's loop and the index."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from datetime import date
from typing import Protocol

from bot.answering.answer import Answer, NoAnswer
from bot.faults import Refusal
from bot.render import Answered, Rendered, render_answer
from index.engine import Filters, SearchEngine


class Answerer(Protocol):
    """Answers one question; blocks, and may be called from several threads."""

    def answer(self, question: str, *, where: Filters, as_of: date) -> Answer | NoAnswer:
        """Answer from the articles that `where` lets through; "today" in the question is `as_of`."""


class AnsweringDesk:
    """Answers questions off the loop, at most `limit` at a time, waiting ones included."""

    def __init__(
        self,
        *,
        answerer: Answerer,
        engine: SearchEngine,
        executor: Executor,
        today: Callable[[], date],
        limit: int = 16,
    ) -> None:
        self._answerer = answerer
        self._engine = engine
        self._executor = executor
        self._today = today
        self._limit = limit
        self._taken = 0

    async def answer(self, question: str, where: Filters) -> Rendered:
        """Answer a question, and draw the answer, in a worker thread.

        Raises `Refusal` when the source is one that no briefing has, or too many questions are waiting, and
        what the answerer raises for one that it cannot use.
        """
        if self._taken >= self._limit:
            raise Refusal(
                f"I am busy: {self._taken} questions are waiting already. Please ask again in a minute."
            )
        self._taken += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._executor, self._work, question, where, self._today())
        finally:
            self._taken -= 1

    def _work(self, question: str, where: Filters, as_of: date) -> Rendered:
        with self._engine.snapshot() as snapshot:
            if where.source is not None:
                _check_source(where.source, snapshot.sources())
            coverage = snapshot.coverage(where)
        answer = self._answerer.answer(question, where=where, as_of=as_of)
        return render_answer(Answered(answer=answer, coverage=coverage))


def _check_source(wanted: str, known: Sequence[str]) -> None:
    if wanted.casefold() in (source.casefold() for source in known):
        return
    shown = ", ".join(known[:10]) + (f" and {len(known) - 10:,} more" if len(known) > 10 else "")
    raise Refusal(f"No briefing names the source “{wanted}”. The sources are: {shown or 'none'}.")
