"""Where questions wait for an answer: one bounded pool of threads between Discord's loop and the index."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Protocol, TypeVar

from bot.answering.answer import Answer, NoAnswer
from bot.faults import Refusal
from bot.line import Line, LineFull, Ticket
from index.engine import Coverage, Filters, SearchEngine, Snapshot

T = TypeVar("T")
Complete = Callable[[Snapshot], tuple[str, Filters]]
_BUSY = "I am busy: {count} questions are waiting already. Please ask again in a minute."
_GLANCES = 4  # keystrokes follow each other quickly, and only the last one's choices are looked at


class Answerer(Protocol):
    """Answers one question; blocks, and may be called from several threads."""

    def answer(self, question: str, *, where: Filters, as_of: date) -> Answer | NoAnswer:
        """Answer from the articles that `where` lets through; "today" in the question is `as_of`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer, and what was searched for it."""

    answer: Answer | NoAnswer
    coverage: Coverage


class AnsweringDesk:
    """Works off the loop, first come, first served; at most `limit` at a time, waiting ones included.

    `aside` is a pool for what must not delay answers, the choices offered while somebody writes; without one
    they share that of the answers.
    """

    def __init__(
        self,
        *,
        answerer: Answerer,
        engine: SearchEngine,
        executor: Executor,
        today: Callable[[], date],
        aside: Executor | None = None,
        limit: int = 64,
        workers: int = 2,
    ) -> None:
        self._answerer = answerer
        self._engine = engine
        self._executor = executor
        self._aside = aside or executor
        self._glances = 0
        self._today = today
        self._line = Line(places=workers, limit=limit)

    def today(self) -> date:
        """Return the day that "today" means."""
        return self._today()

    def draw(self) -> Ticket:
        """Draw a place in the line for a question that has just come."""
        return self._line.draw()

    async def answer(
        self,
        question: str,
        where: Filters,
        *,
        ticket: Ticket | None = None,
        as_of: date | None = None,
        complete: Complete | None = None,
    ) -> Answered:
        """Answer a question in a worker thread; `complete` first makes a follow-up whole, in the same turn.

        Raises `Refusal` when the source is one that no briefing has, or too many questions are waiting, and
        what the answerer raises for one that it cannot use.
        """
        day = as_of or self._today()

        def work() -> Answered:
            with self._engine.snapshot() as snapshot:
                whole, scope = (question, where) if complete is None else complete(snapshot)
                if scope.source is not None:
                    _check_source(scope.source, snapshot.sources(replace(scope, source=None)))
                coverage = snapshot.coverage(scope)
            answer = self._answerer.answer(whole, where=scope, as_of=day)
            return Answered(answer=answer, coverage=coverage)

        return await self._wait_in_line(work, ticket or self.draw())

    async def read(self, work: Callable[[Snapshot], T]) -> T:
        """Do other work on the newest snapshot in a worker thread. Raises `Refusal` when too much waits."""
        return await self._wait_in_line(partial(self._on_snapshot, work), self.draw())

    async def glance(self, work: Callable[[Snapshot], T]) -> T:
        """Do small work beside the line. Raises `Refusal` when it would come too late to be of use."""
        if self._glances >= _GLANCES:
            raise Refusal(_BUSY, count=self._glances)
        self._glances += 1
        try:
            looking = partial(self._on_snapshot, work)
            return await asyncio.get_running_loop().run_in_executor(self._aside, looking)
        finally:
            self._glances -= 1

    def place_of(self, ticket: Ticket) -> int:
        """Return the place in line of one who waits; 0 for one who is being served, or no more waits."""
        return self._line.place_of(ticket)

    @property
    def waiting(self) -> int:
        """How many are in the line, those being served included."""
        return len(self._line)

    def _on_snapshot(self, work: Callable[[Snapshot], T]) -> T:
        with self._engine.snapshot() as snapshot:
            return work(snapshot)

    async def _wait_in_line(self, work: Callable[[], T], ticket: Ticket) -> T:
        try:
            async with self._line.turn(ticket):
                return await asyncio.get_running_loop().run_in_executor(self._executor, work)
        except LineFull:
            raise Refusal(_BUSY, count=len(self._line)) from None


def _check_source(wanted: str, known: Sequence[str]) -> None:
    if wanted.casefold() in (source.casefold() for source in known):
        return
    shown = ", ".join(known[:10]) + (f" (+{len(known) - 10:,})" if len(known) > 10 else "")
    raise Refusal(
        "No briefing names the source “{source}”. The sources are: {known}.",
        source=wanted,
        known=shown or "–",
    )
