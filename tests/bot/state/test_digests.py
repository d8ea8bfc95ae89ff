"""Digests and arrivals: kept over restarts, concluded once, numbered, and forgotten when long gone."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio

from bot.digests.schedules import Schedule
from bot.state import Arrived, ChannelDigest, DigestPlace, ReportMark, State, TooManyDigests, open_state
from bot.state.digests import A_GUILD
from tests.clock import Clock

PLACE = DigestPlace(channel_id=3, parent_id=None, guild_id=2, setter_id=4, locale="de")
DAILY = Schedule(hour=8, zone=ZoneInfo("Europe/Berlin"))
NOTHING: frozenset[bytes] = frozenset()
NOBODYS: frozenset[str] = frozenset()


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


async def _of(state: State, channel_id: int = 3) -> ChannelDigest:
    held = await state.digests.of(channel_id)
    assert held is not None
    return held


async def test_a_digest_is_kept_over_restarts(tmp_path: Path, clock: Clock) -> None:
    state = open_state(tmp_path, clock)
    await state.arrivals.note([b"a"], {b"a": []})
    await state.digests.set(PLACE, replace(DAILY, weekday=6))
    begun = await state.digests.begin(3)
    state.close()
    state = open_state(tmp_path, clock)
    held = await _of(state)
    state.close()
    assert held == begun
    assert (held.place, held.schedule) == (PLACE, replace(DAILY, weekday=6))
    assert (held.told.arrival, held.told.at) == (1, clock.now)
    assert held.next_at == datetime(2024, 2, 4, 7, tzinfo=UTC)


async def test_what_is_posted_is_told_and_the_next_run_is_yet_to_come(state: State, clock: Clock) -> None:
    await state.digests.set(PLACE, DAILY)
    clock.pass_by(days=4)
    assert await state.digests.due() == (3,)
    await state.arrivals.note([b"a"], {b"a": []})
    first, again = await state.digests.begin(3), await state.digests.begin(3)
    assert first is not None
    assert again is not None
    assert first.posting is not None
    assert again.posting == replace(first.posting, attempts=2)
    await state.arrivals.note([b"a", b"b"], {b"b": []})
    await state.digests.sent(3, "of another post")
    assert (await _of(state)).posting is not None
    await state.digests.sent(3, first.posting.nonce)
    held = await _of(state)
    assert (held.posting, held.told.arrival) == (None, 1)
    assert held.next_at == datetime(2024, 2, 6, 7, tzinfo=UTC)
    assert await state.digests.due() == ()


async def test_a_digest_set_anew_keeps_what_it_told_and_its_own_run(state: State, clock: Clock) -> None:
    await state.digests.set(PLACE, DAILY)
    told = (await _of(state)).told
    clock.pass_by(days=1)
    begun = await state.digests.begin(3)
    assert begun is not None
    assert begun.posting is not None
    await state.digests.set(replace(PLACE, setter_id=5), replace(DAILY, hour=20))
    await state.digests.later(3, clock.now)
    held = await _of(state)
    assert (held.told, held.posting) == (told, begun.posting)
    assert held.next_at == clock.now  # what is under way is concluded first
    await state.digests.refused(3, begun.posting.nonce)
    held = await _of(state)
    assert (held.told, held.refused, held.posting) == (told, 1, None)
    assert held.next_at == datetime(2024, 2, 2, 19, tzinfo=UTC)


async def test_a_digest_switched_off_during_its_post_stays_off(state: State) -> None:
    await state.digests.set(PLACE, DAILY)
    begun = await state.digests.begin(3)
    assert begun is not None
    assert begun.posting is not None
    assert await state.digests.remove(3)
    assert not await state.digests.remove(3)
    await state.digests.sent(3, begun.posting.nonce)
    assert await state.digests.of(3) is None
    assert await state.digests.begin(3) is None


async def test_a_server_has_so_many_digests_and_a_usual_zone(state: State) -> None:
    assert await state.digests.zone_of(2) is None
    for channel_id in range(A_GUILD):
        zone = ZoneInfo("UTC" if channel_id % 3 == 0 else "Asia/Tokyo")
        await state.digests.set(replace(PLACE, channel_id=channel_id), Schedule(hour=8, zone=zone))
    with pytest.raises(TooManyDigests):
        await state.digests.set(replace(PLACE, channel_id=A_GUILD), DAILY)
    await state.digests.set(replace(PLACE, channel_id=0), DAILY)
    await state.digests.set(replace(PLACE, channel_id=A_GUILD, guild_id=1), DAILY)
    assert await state.digests.zone_of(2) == "Asia/Tokyo"


async def test_who_set_a_digest_is_forgotten_and_the_digest_stays(state: State) -> None:
    await state.digests.set(PLACE, DAILY)
    await state.digests.set(replace(PLACE, channel_id=5, setter_id=6), DAILY)
    await state.forget(4)
    assert (await _of(state)).place.setter_id is None
    assert (await _of(state, 5)).place.setter_id == 6


def _mark(*names: bytes, collection: str = "open") -> list[ReportMark]:
    return [ReportMark(mark=name, collection=collection) for name in names]


async def test_what_came_is_told_apart_from_what_was_there(state: State) -> None:
    await state.arrivals.note([b"a", b"b"], {b"a": _mark(b"1", b"2"), b"b": []})
    assert await state.arrivals.unknown([b"a", b"c"]) == {b"c"}
    await state.arrivals.note([b"a", b"c"], {b"a": _mark(b"9"), b"c": _mark(b"2", b"3")})
    await state.arrivals.note([b"a", b"c", b"d"], {b"d": _mark(b"3")})
    assert await state.arrivals.between(2, 3, None) == Arrived(
        known=frozenset({b"a", b"b"}), new=frozenset({b"c"}), told=frozenset({b"2"})
    )
    assert (await state.arrivals.between(3, 4, None)).told == {b"3"}
    assert (await state.arrivals.between(4, 4, None)).new == NOTHING


async def test_what_was_told_where_nobody_may_read_was_not_told(state: State) -> None:
    await state.arrivals.note([b"a"], {b"a": _mark(b"1", collection="closed")})
    await state.arrivals.note([b"a", b"b"], {b"b": _mark(b"1")})
    for collections in (None, frozenset({"open", "closed"})):
        assert (await state.arrivals.between(1, 2, collections)).told == {b"1"}
    for collections in (frozenset({"open"}), NOBODYS):
        assert (await state.arrivals.between(1, 2, collections)).told == NOTHING


async def test_an_article_put_back_within_three_months_has_not_come_anew(state: State, clock: Clock) -> None:
    await state.arrivals.note([b"a", b"b"], {b"a": _mark(b"1"), b"b": _mark(b"2")})
    clock.pass_by(days=200)
    await state.arrivals.note([b"a"], {})
    clock.pass_by(days=90)
    await state.arrivals.note([b"a", b"b"], {})
    assert await state.arrivals.unknown([b"b"]) == NOTHING
    await state.arrivals.note([b"a"], {})
    clock.pass_by(days=91)
    await state.arrivals.note([b"a"], {})
    assert await state.arrivals.unknown([b"a", b"b"]) == {b"b"}
    await state.arrivals.note([b"a", b"b"], {b"b": _mark(b"2")})
    assert await state.arrivals.between(2, 9, None) == Arrived(
        known=frozenset({b"a"}), new=frozenset({b"b"}), told=NOTHING
    )
