"""Where questions wait for an answer: one bounded pool of threads between Discord's loop and the index."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from bot.answering.answer import Answer, NoAnswer
from bot.faults import Refusal
from index.engine import Coverage, Filters, SearchEngine, Snapshot

T = TypeVar("T")


class Answerer(Protocol):
    """Answers one question; blocks, and may be called from several threads."""

    def answer(self, question: str, *, where: Filters, as_of: date) -> Answer | NoAnswer:
        """Answer from the articles that `where` lets through; "today" in the question is `as_of`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer, and what was searched for it."""

    answer: Answer | NoAnswer
    coverage: Coverage


class Ticket:
    """A place in the line; make one before asking, to tell later how many are ahead of it."""


class AnsweringDesk:
    """Works off the loop, first come, first served; at most `limit` at a time, waiting ones included."""

    def __init__(
        self,
        *,
        answerer: Answerer,
        engine: SearchEngine,
        executor: Executor,
        today: Callable[[], date],
        limit: int = 64,
        workers: int = 2,
    ) -> None:
        self._answerer = answerer
        self._engine = engine
        self._executor = executor
        self._today = today
        self._limit = limit
        self._workers = workers
        self._line: dict[Ticket, None] = {}

    def today(self) -> date:
        """Return the day that "today" means."""
        return self._today()

    async def answer(
        self, question: str, where: Filters, *, ticket: Ticket | None = None, as_of: date | None = None
    ) -> Answered:
        """Answer a question in a worker thread.

        Raises `Refusal` when the source is one that no briefing has, or too many questions are waiting, and
        what the answerer raises for one that it cannot use.
        """
        day = as_of or self._today()

        def work() -> Answered:
            with self._engine.snapshot() as snapshot:
                if where.source is not None:
                    _check_source(where.source, snapshot.sources(replace(where, source=None)))
                coverage = snapshot.coverage(where)
            answer = self._answerer.answer(question, where=where, as_of=day)
            return Answered(answer=answer, coverage=coverage)

        return await self._wait_in_line(work, ticket or Ticket())

    async def read(self, work: Callable[[Snapshot], T]) -> T:
        """Do other work on the newest snapshot in a worker thread. Raises `Refusal` when too much waits."""

        def with_snapshot() -> T:
            with self._engine.snapshot() as snapshot:
                return work(snapshot)

        return await self._wait_in_line(with_snapshot, Ticket())

    def ahead_of(self, ticket: Ticket) -> int:
        """Count those who are to be served before a ticket; 0 when it is being served, or no more waits."""
        if ticket not in self._line:
            return 0
        return max(0, list(self._line).index(ticket) - self._workers + 1)

    @property
    def waiting(self) -> int:
        """How many are in the line, those being served included."""
        return len(self._line)

    async def _wait_in_line(self, work: Callable[[], T], ticket: Ticket) -> T:
        if len(self._line) >= self._limit:
            raise Refusal(
                "I am busy: {count} questions are waiting already. Please ask again in a minute.",
                count=len(self._line),
            )
        self._line[ticket] = None
        try:
            return await asyncio.get_running_loop().run_in_executor(self._executor, work)
        finally:
            del self._line[ticket]


def _check_source(wanted: str, known: Sequence[str]) -> None:
    if wanted.casefold() in (source.casefold() for source in known):
        return
    shown = ", ".join(known[:10]) + (f" (+{len(known) - 10:,})" if len(known) > 10 else "")
    raise Refusal(
        "No briefing names the source “{source}”. The sources are: {known}.",
        source=wanted,
        known=shown or "–",
    )
