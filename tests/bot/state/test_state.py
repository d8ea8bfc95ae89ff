"""What the bot remembers: kept over restarts, bounded, and forgotten when a person asks."""

import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.state import (
    ChannelChoices,
    GuildChoices,
    State,
    StateUnavailable,
    Whereabouts,
    open_state,
)
from index.engine import Filters
from tests.discord.fakes import NOTHING, TALKS

PLACE = Whereabouts(channel_id=3, guild_id=2, asker_id=4)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2024, 2, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


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


async def _add(state: State, *, place: Whereabouts = PLACE, asked_id: int | None = None) -> int:
    return await state.given.add(TALKS, place, written="When?", asked_id=asked_id, where=Filters())


async def test_an_answer_survives_a_restart_whole(tmp_path: Path, clock: Clock) -> None:
    where = Filters(since=date(2024, 1, 1), source="The Gazette", collections=frozenset({"asia"}))
    state = open_state(tmp_path, clock)
    keys = [
        await state.given.add(answer, PLACE, written="When?", asked_id=8, where=where)
        for answer in (TALKS, NOTHING)
    ]
    await state.given.stands(keys[0], 9, 3)
    state.close()
    state = open_state(tmp_path, clock)
    given, nothing = [await state.given.get(key) for key in keys]
    state.close()
    assert given is not None
    assert nothing is not None
    assert given.answer == TALKS
    assert nothing.answer == NOTHING
    assert given.where == Filters(since=date(2024, 1, 1), source="The Gazette")
    assert (given.message_id, given.asked_id, given.place, given.written) == (9, 8, PLACE, "When?")
    assert given.given_at == clock.now


async def test_an_answer_is_found_by_its_message_and_its_question(state: State) -> None:
    key = await _add(state, asked_id=8)
    await state.given.stands(key, 9, 3)
    for found in (
        await state.given.in_message(9),
        await state.given.asked_in(8),
        await state.given.latest_in(3),
    ):
        assert found is not None
        assert found.key == key
    await state.given.remove(key)
    assert await state.given.in_message(9) is None


async def test_the_latest_answer_of_a_channel_is_no_private_one(state: State) -> None:
    key = await _add(state)
    await state.given.stands(key, 9, 3)
    private = await _add(state, place=Whereabouts(channel_id=3, guild_id=2, asker_id=4, private=True))
    await state.given.stands(private, 10, 3)
    latest = await state.given.latest_in(3)
    assert latest is not None
    assert latest.key == key
    assert await state.given.latest_in(3, asker_id=5) is None


async def test_old_answers_go(state: State, clock: Clock) -> None:
    old = await _add(state)
    await state.ratings.rate(old, 5, useful=True)
    clock.now += timedelta(days=91)
    keys = [await _add(state) for _ in range(100)]
    assert await state.given.get(old) is None
    assert await state.ratings.of(old) == (0, 0)
    assert await state.given.get(keys[0]) is not None


async def test_a_person_is_forgotten_and_nobody_else(state: State) -> None:
    mine = await _add(state)
    other = await _add(state, place=Whereabouts(channel_id=3, guild_id=2, asker_id=5))
    await state.ratings.rate(mine, 5, useful=True)
    await state.ratings.rate(other, 4, useful=False)
    await state.ratings.rate(other, 6, useful=True)
    forgotten = await state.forget(4)
    assert (forgotten.answers, forgotten.ratings) == (1, 1)
    assert await state.given.get(mine) is None
    assert await state.given.get(other) is not None
    assert await state.ratings.of(mine) == (0, 0)
    assert await state.ratings.of(other) == (1, 0)


async def test_a_person_has_one_rating_an_answer(state: State) -> None:
    key = await _add(state)
    await state.ratings.rate(key, 4, useful=True)
    await state.ratings.rate(key, 4, useful=False)
    assert await state.ratings.of(key) == (0, 1)


async def test_settings_have_defaults_and_are_kept(state: State) -> None:
    assert await state.preferences.of_guild(2) == GuildChoices()
    assert await state.preferences.of_channel(3) == ChannelChoices()
    guild = GuildChoices(collections=frozenset({"asia", ""}), language="de", threads=True)
    channel = ChannelChoices(collections=frozenset(), auto_answer=0.8)
    await state.preferences.set_guild(2, guild)
    await state.preferences.set_channel(3, 2, channel)
    assert await state.preferences.of_guild(2) == guild
    assert await state.preferences.of_channel(3) == channel
    assert await state.preferences.channels_of(2) == {3: channel}
    assert await state.preferences.channels_of(1) == {}


async def test_a_failure_undoes_its_transaction(state: State) -> None:
    def half(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO guilds (guild_id, threads) VALUES (2, 1)")
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - the very one raised above
        await state.database.run(half)
    assert await state.preferences.of_guild(2) == GuildChoices()


def test_a_state_that_cannot_be_used_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / "state.db").write_text("this is no database, and long enough to be one" * 100)
    with pytest.raises(StateUnavailable, match="move it away"):
        open_state(tmp_path / "damaged")
    open_state(tmp_path / "newer").close()
    with sqlite3.connect(tmp_path / "newer" / "state.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StateUnavailable, match="newer Readout"):
        open_state(tmp_path / "newer")
    (tmp_path / "file").write_text("")
    with pytest.raises(StateUnavailable, match="STATE_DIR"):
        open_state(tmp_path / "file")
