"""The line: who came first is served first, and whoever leaves it makes room."""

import asyncio

import pytest

from bot.line import Line, LineFull, Ticket


class Visitors:
    """People in a line; each is served until let go."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.served: list[int] = []
        self.doors: dict[int, asyncio.Event] = {}

    async def visit(self, ticket: Ticket) -> None:
        door = self.doors[ticket.number] = asyncio.Event()
        async with self.line.turn(ticket):
            self.served.append(ticket.number)
            await door.wait()

    def come(self, ticket: Ticket) -> "asyncio.Task[None]":
        return asyncio.create_task(self.visit(ticket))


async def test_a_ticket_drawn_earlier_is_served_earlier_whoever_waits_first() -> None:
    line = Line(places=1, limit=9)
    visitors = Visitors(line)
    tickets = [line.draw() for _ in range(4)]
    tasks = []
    for place in (0, 3, 1, 2):
        tasks.append(visitors.come(tickets[place]))
        await asyncio.sleep(0)
    assert [line.place_of(ticket) for ticket in tickets] == [0, 1, 2, 3]
    for number in range(1, 5):
        visitors.doors[number].set()
        await asyncio.sleep(0.01)
    await asyncio.gather(*tasks)
    assert visitors.served == [1, 2, 3, 4]
    assert len(line) == 0


async def test_a_ticket_that_does_not_wait_yet_holds_nobody_up() -> None:
    line = Line(places=1, limit=9)
    early, late = line.draw(), line.draw()
    async with line.turn(late):
        assert line.place_of(early) == 0
    assert len(line) == 0


async def test_a_full_line_takes_nobody_and_room_is_made_by_who_leaves() -> None:
    line = Line(places=1, limit=2)
    visitors = Visitors(line)
    first, second = (visitors.come(line.draw()) for _ in range(2))
    await asyncio.sleep(0)
    with pytest.raises(LineFull):
        await visitors.visit(line.draw())
    second.cancel()
    await asyncio.wait([second])
    third = visitors.come(line.draw())
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.wait([first])
    await asyncio.sleep(0)
    assert visitors.served == [1, 4]
    visitors.doors[4].set()
    await third
    assert len(line) == 0


async def test_who_is_cancelled_just_when_called_gives_the_turn_to_the_next() -> None:
    line = Line(places=1, limit=9)
    visitors = Visitors(line)
    first, second, third = (visitors.come(line.draw()) for _ in range(3))
    await asyncio.sleep(0)
    second.cancel()
    visitors.doors[1].set()
    await asyncio.wait([first, second])
    await asyncio.sleep(0)
    assert visitors.served == [1, 3]
    visitors.doors[3].set()
    await third
