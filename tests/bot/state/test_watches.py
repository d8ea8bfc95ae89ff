"""Watches as they are kept: limits, what each knows, news to be told, and what is forgotten."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.state import (
    AlreadyWatched,
    Finding,
    Report,
    State,
    Subject,
    TooManyWatches,
    Watch,
    WatchPlace,
    open_state,
)
from bot.state.watches import A_CHANNEL, A_GUILD
from tests.clock import Clock

PLACE = WatchPlace(channel_id=3, parent_id=None, guild_id=2, maker_id=4, locale="de")
OSLO = Report(article="oslo", mark="aa", written="{}")
RIGA = Report(article="riga", mark="bb", written="{}")


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


def place(channel: int, guild: int | None = 2, *, parent: int | None = None, maker: int = 4) -> WatchPlace:
    return WatchPlace(channel_id=channel, parent_id=parent, guild_id=guild, maker_id=maker, locale=None)


async def person(state: State, name: str, where: WatchPlace = PLACE) -> Watch:
    return await state.watches.add(where, Subject.PERSON, [name], [], 0)


def found(watch: Watch, *known: Report, replaced: frozenset[str] = frozenset(), news: str | None) -> Finding:
    return Finding(
        channel_id=watch.place.channel_id, known={watch.key: known}, replaced=replaced, news=news, nonce="n"
    )


async def test_a_watch_survives_a_restart_whole(tmp_path: Path, clock: Clock) -> None:
    state = open_state(tmp_path, clock)
    made = await state.watches.add(PLACE, Subject.PAIR, ["Ana Lobo", "Piet Vos"], [OSLO], 7)
    state.close()
    state = open_state(tmp_path, clock)
    assert await state.watches.all() == (made,)
    assert await state.watches.get(made.key) == made
    assert made.made_at == clock.now
    assert await state.findings.remembered(made.key, ["oslo"], []) == [OSLO]
    state.close()


async def test_a_channel_watches_nothing_twice_and_only_so_much(state: State) -> None:
    await person(state, "Ana Lobo")
    with pytest.raises(AlreadyWatched):
        await person(state, "Ana Lobo")
    await person(state, "Ana Lobo", place(33))
    for n in range(A_CHANNEL - 1):
        await person(state, f"Guest {n}")
    with pytest.raises(TooManyWatches) as full:
        await person(state, "One More")
    assert (full.value.most, full.value.in_channel) == (A_CHANNEL, True)


async def test_a_server_watches_only_so_much_and_direct_messages_are_none(state: State) -> None:
    for n in range(A_GUILD):
        await person(state, "Ana Lobo", place(100 + n))
    with pytest.raises(TooManyWatches) as full:
        await person(state, "Ana Lobo", place(99))
    assert (full.value.most, full.value.in_channel) == (A_GUILD, False)
    await person(state, "Ana Lobo", place(99, None))
    await person(state, "Ana Lobo", place(98, 5))
    assert len(await state.watches.of_guild(2)) == A_GUILD
    assert len(await state.watches.of_channel(99)) == 1


async def test_what_a_round_found_is_noted_as_one(state: State) -> None:
    watch, other = await person(state, "Ana Lobo"), await person(state, "Piet Vos")
    await state.findings.conclude([watch.key], 9, [found(watch, OSLO, RIGA, news="[1]")])
    assert [one.told for one in await state.watches.all()] == [9, 0]
    assert await state.findings.remembered(watch.key, [], ["bb"]) == [RIGA]
    assert await state.findings.remembered(other.key, ["oslo"], ["bb"]) == []
    (news,) = await state.news.due()
    assert (news.channel_id, news.nonce, news.items, news.attempts) == (3, "n", "[1]", 0)


async def test_what_is_known_of_a_replaced_article_goes_and_the_rest_stays(state: State) -> None:
    watch = await state.watches.add(PLACE, Subject.TOPIC, ["wheat"], [OSLO, RIGA], 0)
    edited = Report(article="oslo", mark="cc", written="{}")
    more = Report(article="riga", mark="dd", written="{}")
    await state.findings.conclude(
        [], 0, [found(watch, edited, more, replaced=frozenset({"oslo"}), news=None)]
    )
    assert await state.findings.remembered(watch.key, ["oslo", "riga"], []) == [edited, RIGA, more]
    assert await state.news.due() == ()


async def test_news_of_a_watch_that_was_removed_meanwhile_are_none(state: State) -> None:
    watch = await person(state, "Ana Lobo")
    assert await state.watches.remove(watch.key)
    assert not await state.watches.remove(watch.key)
    await state.findings.conclude([], 0, [found(watch, OSLO, news="[1]")])
    assert await state.news.due() == ()
    assert await state.findings.remembered(watch.key, ["oslo"], []) == []


async def test_news_wait_until_they_are_due_and_keep_their_nonce(state: State, clock: Clock) -> None:
    watch = await person(state, "Ana Lobo")
    await state.findings.conclude([], 0, [found(watch, news="[1]")])
    (news,) = await state.news.due()
    await state.news.put_off(news.key, clock.now + timedelta(minutes=5))
    assert await state.news.due() == ()
    clock.pass_by(minutes=5)
    (again,) = await state.news.due()
    assert (again.nonce, again.attempts, again.found_at) == (news.nonce, 1, news.found_at)
    await state.news.drop(news.key)
    assert await state.news.due() == ()


async def test_a_channel_that_is_gone_takes_its_watches_threads_and_news_along(state: State) -> None:
    watch = await person(state, "Ana Lobo")
    await person(state, "Ana Lobo", place(34, parent=3))
    other = await person(state, "Ana Lobo", place(35))
    await state.findings.conclude([], 0, [found(watch, OSLO, news="[1]")])
    assert await state.watches.remove_channel(3) == 2
    assert await state.watches.all() == (other,)
    assert await state.news.due() == ()


async def test_a_person_who_is_forgotten_watches_nothing_any_more(state: State) -> None:
    mine = await state.watches.add(PLACE, Subject.PERSON, ["Ana Lobo"], [OSLO], 0)
    other = await person(state, "Piet Vos", place(3, maker=5))
    assert (await state.forget(4)).watches == 1
    assert await state.watches.all() == (other,)
    assert await state.findings.remembered(mine.key, ["oslo"], []) == []
