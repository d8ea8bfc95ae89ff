"""A line in which who came first is served first, however long the way to it took."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from itertools import count


class LineFull(Exception):
    """As many stand in the line as may."""


@dataclass(frozen=True, slots=True, order=True)
class Ticket:
    """A place in the line, from the moment it is drawn: draw it before anything else is waited for."""

    number: int


class Line:
    """Calls up those who wait, by the numbers of their tickets; at most `places` are served at a time.

    Who has drawn a ticket and does not wait yet (Discord is being told, say) holds nobody up.
    """

    def __init__(self, *, places: int, limit: int) -> None:
        self._places = places
        self._limit = limit
        self._numbers = count(1)
        self._waiting: dict[Ticket, asyncio.Future[None]] = {}
        self._served: set[Ticket] = set()

    def __len__(self) -> int:
        """Return how many stand in the line, those being served included."""
        return len(self._waiting) + len(self._served)

    def draw(self) -> Ticket:
        """Draw the next ticket."""
        return Ticket(next(self._numbers))

    def place_of(self, ticket: Ticket) -> int:
        """Return the place of one who waits, from 1; 0 for one who is being served or does not wait."""
        if ticket not in self._waiting:
            return 0
        return sum(other <= ticket for other in self._waiting)

    @contextlib.asynccontextmanager
    async def turn(self, ticket: Ticket) -> AsyncIterator[None]:
        """Wait for one's turn, and have it until the context ends. Raises `LineFull` at once."""
        if len(self) >= self._limit:
            raise LineFull
        called = asyncio.get_running_loop().create_future()
        self._waiting[ticket] = called
        self._call()
        try:
            await called
            yield
        finally:
            self._waiting.pop(ticket, None)
            self._served.discard(ticket)
            self._call()

    def _call(self) -> None:
        while self._waiting and len(self._served) < self._places:
            ticket = min(self._waiting)
            called = self._waiting.pop(ticket)
            if not called.done():  # one who was cancelled has left, and only has not gone yet
                self._served.add(ticket)
                called.set_result(None)
