"""What was asked and rated in a server, as it is read back: of that server, those days, no private answer."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from bot.answering.answer import Answer, NoAnswer, Reason, Slot
from bot.state import State, Whereabouts, open_state
from index.engine import Filters
from tests.clock import Clock
from tests.discord.fakes import NOTHING, TALKS

PLACE = Whereabouts(channel_id=3, guild_id=2, asker_id=4)


@pytest.fixture
def clock() -> Clock:
    """The time of a test."""
    return Clock()


@pytest_asyncio.fixture
async def state(tmp_path: Path, clock: Clock) -> AsyncIterator[State]:
    """An empty state."""
    opened = open_state(tmp_path, clock)
    yield opened
    opened.close()


async def give(state: State, answer: Answer | NoAnswer, place: Whereabouts = PLACE) -> int:
    return await state.given.add(answer, place, written="why?", asked_id=None, where=Filters())


async def test_answers_come_with_their_ratings_and_what_they_lack(state: State, clock: Clock) -> None:
    whole = await give(state, TALKS)
    slots = {Slot.WHEN: TALKS.slots[Slot.WHEN]}
    await give(state, replace(TALKS, slots=slots, complete=False))
    await give(state, NOTHING)
    await state.ratings.rate(whole, 5, useful=True)
    await state.ratings.rate(whole, 6, useful=False)
    first, second, third = await state.feedback.of_guild(2, 30)
    assert (first.whole, first.useful, first.useless, first.missing) == (True, 1, 1, ())
    assert first.question == TALKS.question
    assert first.given_at == clock.now
    assert (second.whole, second.partial, second.missing) == (False, True, (Slot.WHY,))
    assert (third.whole, third.partial, third.reason) == (False, False, Reason.NOTHING_RELEVANT)


async def test_private_answers_direct_messages_and_other_servers_are_not_read(state: State) -> None:
    await give(state, NOTHING, replace(PLACE, private=True))
    await give(state, NOTHING, replace(PLACE, guild_id=None))
    await give(state, NOTHING, replace(PLACE, guild_id=9))
    assert await state.feedback.of_guild(2, 30) == ()


async def test_only_the_days_asked_for_are_read(state: State, clock: Clock) -> None:
    await give(state, NOTHING)
    clock.pass_by(days=2)
    assert len(await state.feedback.of_guild(2, 2)) == 1
    assert await state.feedback.of_guild(2, 1) == ()
