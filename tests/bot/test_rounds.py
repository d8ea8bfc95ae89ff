"""Rounds: repeated, hurried, unharmed by a failure, ended at once."""

import asyncio

import pytest

from bot.rounds import Rounds


class Walker:
    """Counts its rounds, and stumbles when told to."""

    def __init__(self) -> None:
        self.rounds = 0
        self.stumbles = 0
        self.stands = asyncio.Event()

    async def go(self) -> None:
        self.rounds += 1
        self.stands.set()
        if self.stumbles:
            self.stumbles -= 1
            raise RuntimeError("the walker stumbled")


async def _until(walker: Walker, rounds: int) -> None:
    async with asyncio.timeout(5):
        while walker.rounds < rounds:
            walker.stands.clear()
            await walker.stands.wait()


async def test_a_round_that_fails_is_logged_and_followed_by_the_next(
    caplog: pytest.LogCaptureFixture,
) -> None:
    walker = Walker()
    walker.stumbles = 2
    rounds = Rounds(walker.go, seconds=0.01, name="walking")
    rounds.begin()
    await _until(walker, 4)
    await rounds.end()
    assert caplog.text.count("A round of walking failed [") == 2
    count = walker.rounds
    await asyncio.sleep(0.05)
    assert walker.rounds == count


async def test_a_hurried_round_comes_at_once_and_one_under_way_is_cut_short_at_the_end() -> None:
    walker = Walker()
    rounds = Rounds(walker.go, seconds=3600.0, name="walking")
    rounds.begin()
    rounds.begin()
    await _until(walker, 1)
    rounds.hurry()
    await _until(walker, 2)
    await rounds.end()
    await rounds.end()

    async def stand() -> None:
        walker.stands.set()
        await asyncio.sleep(3600.0)

    walker.stands.clear()
    standing = Rounds(stand, seconds=0.0, name="standing")
    standing.begin()
    await walker.stands.wait()
    await standing.end()
    assert walker.rounds == 2


async def test_an_end_that_comes_with_a_hurry_is_heeded() -> None:
    """As `wait_for` of Python 3.11 does not: it takes what it waited for, and forgets that it was to end."""
    for steps in range(6):
        rounds = Rounds(_nothing, seconds=3600, name="testing")
        rounds.begin()
        await asyncio.sleep(0.01)
        rounds.hurry()
        for _ in range(steps):
            await asyncio.sleep(0)
        async with asyncio.timeout(5):
            await rounds.end()


async def _nothing() -> None:
    """Do what takes no time."""
