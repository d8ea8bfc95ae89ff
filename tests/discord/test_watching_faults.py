"""What ails the watches: channels gone or closed, outages, a crash; and builds from here and elsewhere."""

import asyncio
import sqlite3
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.state import State
from bot.watches.telling import GIVEN_UP
from index.article import MeetingStatus
from index.builder import BuildRequest, build
from index.embedder import SentenceTransformerEmbedder
from index.engine import IndexUnavailable
from index.local import LocalEngine
from index.meetings import MeetingExtractor
from index.progress import Unwatched
from tests.bot.fakes import ArticlesEngine
from tests.bot.telling import tell
from tests.discord.conftest import Bench
from tests.discord.loopback import (
    CHANNEL_ID,
    GUILD_ID,
    OTHER_CHANNEL_ID,
    Fault,
    LoopbackDiscord,
    Place,
    Sent,
)
from tests.discord.payloads import channel
from tests.index.briefings import write_briefing

ROOT = Path(__file__).parents[2]
KNOWN = tell("known", "Ana Lobo", "Piet Vos", first=date(2030, 1, 4))
NEW = tell("new", "Ana Lobo", "Eva Brandt", first=date(2031, 5, 5), status=MeetingStatus.PLANNED)
NEWER = tell("newer", "Ana Lobo", "Jon Kern", first=date(2031, 8, 5), status=MeetingStatus.PLANNED)
BUILD = """
import json
print(json.dumps({"generation": 8, "added": 1, "changed": 0, "removed": 0, "unchanged": 1, "encoded": 9,
                  "seconds": 0.5, "failed": []}))
"""


@pytest.fixture
def engine(bench: Bench) -> ArticlesEngine:
    """An index that the watches look at all the time."""
    engine = ArticlesEngine([KNOWN.article], [KNOWN])
    bench.real = (bench.answerer, engine)
    bench.look_seconds = 0.02
    return engine


async def watch(loopback: LoopbackDiscord, name: str = "Ana Lobo") -> Sent:
    used = await loopback.use("watch person", {"name": name}, admin=True)
    await loopback.until(lambda: used.shown, seconds=30)
    return used.shown[-1]


async def due_again(state: State, *, found: timedelta = timedelta(0)) -> None:
    """Let the time pass until what waits is due; `found` is how long ago it was found."""
    when = (datetime.now(UTC) - found).isoformat()

    def rewind(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE news SET next_at = ?", (datetime.now(UTC).isoformat(),))
        if found:
            connection.execute("UPDATE news SET found_at = ?", (when,))

    await state.database.run(rewind)


async def attempted(state: State) -> int:
    """Count how often what waits was tried in vain."""
    rows = await state.database.run(
        lambda connection: connection.execute("SELECT coalesce(sum(attempts), 0) FROM news").fetchone()
    )
    return int(rows[0])


async def until_attempted(state: State, times: int) -> None:
    async with asyncio.timeout(20):
        while await attempted(state) < times:  # noqa: ASYNC110 - a database tells nobody when it changes
            await asyncio.sleep(0.02)


async def until_nothing_waits(state: State) -> None:
    async with asyncio.timeout(20):
        while (await state.database.run(_count)) > 0:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.02)


def _count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM news").fetchone()[0])


async def test_a_channel_that_is_gone_takes_its_watches_along(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine, caplog: pytest.LogCaptureFixture
) -> None:
    async with bench.running():
        await watch(loopback)
        loopback.faults[Place.MESSAGES].append(Fault.GONE)
        engine.publish([KNOWN.article, NEW.article], [KNOWN, NEW])
        await loopback.until(lambda: loopback.attempts[Place.MESSAGES])
        await until_nothing_waits(bench.state)
        assert await bench.state.watches.all() == ()
    assert f"1 watches of channel {CHANNEL_ID} are dropped: it was deleted" in caplog.text


async def test_a_closed_channel_is_tried_again_later_in_order_and_given_up_after_a_week(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine, caplog: pytest.LogCaptureFixture
) -> None:
    async with bench.running():
        await watch(loopback)
        loopback.faults[Place.MESSAGES].append(Fault.FORBIDDEN)
        engine.publish([KNOWN.article, NEW.article], [KNOWN, NEW])
        await until_attempted(bench.state, 1)
        engine.publish([KNOWN.article, NEW.article, NEWER.article], [KNOWN, NEW, NEWER])
        await asyncio.sleep(0.3)
        assert loopback.messages == []
        assert loopback.attempts[Place.MESSAGES] == 1
        await due_again(bench.state)
        await loopback.until(lambda: len(loopback.messages) == 2)
        assert "Eva Brandt" in loopback.messages[0].text
        assert "Jon Kern" in loopback.messages[1].text
        await until_nothing_waits(bench.state)
        loopback.faults[Place.MESSAGES].extend([Fault.FORBIDDEN] * 2)
        engine.publish([KNOWN.article], [KNOWN])
        late = tell("late", "Ana Lobo", "Lin Wei", first=date(2031, 9, 5))
        engine.publish([KNOWN.article, late.article], [KNOWN, late])
        await until_attempted(bench.state, 1)
        await due_again(bench.state, found=GIVEN_UP)
        await until_nothing_waits(bench.state)
        assert await bench.state.watches.all() == ()
    assert "the bot has not been allowed to write there for a week" in caplog.text


async def test_an_outage_puts_news_off_and_never_ends_a_watch(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine, caplog: pytest.LogCaptureFixture
) -> None:
    loopback.rate_limit_seconds = 3600.0  # too long to wait for
    async with bench.running():
        await watch(loopback)
        loopback.faults[Place.MESSAGES].append(Fault.BLOCKED_AT_EDGE)
        engine.publish([KNOWN.article, NEW.article], [KNOWN, NEW])
        await until_attempted(bench.state, 1)
        await due_again(bench.state)
        await loopback.until(lambda: loopback.messages)
        await until_nothing_waits(bench.state)
        loopback.faults[Place.MESSAGES].extend([Fault.BLOCKED_AT_EDGE] * 2)
        engine.publish([KNOWN.article, NEWER.article], [KNOWN, NEWER])
        await until_attempted(bench.state, 1)
        await due_again(bench.state, found=GIVEN_UP)
        await until_nothing_waits(bench.state)
        assert len(await bench.state.watches.all()) == 1
    assert len(loopback.messages) == 1
    assert f"News for channel {CHANNEL_ID} are dropped" in caplog.text


async def test_a_message_that_discord_refuses_is_logged_and_dropped(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine, caplog: pytest.LogCaptureFixture
) -> None:
    async with bench.running():
        await watch(loopback)
        loopback.faults[Place.MESSAGES].append(Fault.INVALID)
        engine.publish([KNOWN.article, NEW.article], [KNOWN, NEW])
        await loopback.until(lambda: loopback.attempts[Place.MESSAGES])
        await until_nothing_waits(bench.state)
        engine.publish([KNOWN.article, NEWER.article], [KNOWN, NEWER])
        await loopback.until(lambda: loopback.messages)
    assert f"Discord refuses a post into channel {CHANNEL_ID} [" in caplog.text
    assert "Jon Kern" in loopback.messages[0].text


async def test_news_that_cannot_be_drawn_hold_up_no_watch_and_are_dropped_after_a_week(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine, caplog: pytest.LogCaptureFixture
) -> None:
    async with bench.running():
        await watch(loopback)
        await bench.state.database.run(_spoil)
        await until_attempted(bench.state, 1)
        other = await loopback.use("watch person", {"name": "Ana Lobo"}, admin=True, place=OTHER_CHANNEL_ID)
        await loopback.until(lambda: other.shown)
        engine.publish([KNOWN.article, NEW.article], [KNOWN, NEW])
        await loopback.until(lambda: loopback.messages)
        assert [one.channel_id for one in loopback.messages] == [OTHER_CHANNEL_ID]
        await due_again(bench.state, found=GIVEN_UP)
        await loopback.until(lambda: len(loopback.messages) == 2)
        await until_nothing_waits(bench.state)
    assert f"News for channel {CHANNEL_ID} cannot be drawn [" in caplog.text
    assert f"News for channel {CHANNEL_ID} are dropped: they could not be drawn" in caplog.text
    assert "A round of watching failed" not in caplog.text


def _spoil(connection: sqlite3.Connection) -> None:
    """Let news of a strange form wait, and make what is remembered unreadable."""
    now = datetime.now(UTC).isoformat()
    connection.execute(
        "INSERT INTO news (channel_id, nonce, found_at, items, next_at) VALUES (?, 'n', ?, '{}', ?)",
        (CHANNEL_ID, now, now),
    )
    connection.execute("UPDATE watched SET report = 'no report'")


@pytest.mark.parametrize(
    ("history", "forgotten"), [([], True), ([Fault.UNAVAILABLE], True), ([Fault.FORBIDDEN], False)]
)
async def test_a_crash_between_the_post_and_its_note_posts_once(
    loopback: LoopbackDiscord,
    bench: Bench,
    engine: ArticlesEngine,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    history: list[Fault],
    forgotten: bool,
) -> None:
    """Discord forgets a nonce after minutes; as long as it remembers, nothing need be read."""

    async def crash(self: object, key: int) -> None:
        raise RuntimeError("the lights went out")

    async with bench.running():
        await watch(loopback)
        with monkeypatch.context() as patched:
            patched.setattr("bot.state.news.News.drop", crash)
            engine.publish([KNOWN.article, NEW.article], [KNOWN, NEW])
            await loopback.until(lambda: "A round of watching failed [" in caplog.text)
            bench.stop.set()
    assert loopback.attempts[Place.MESSAGES] == 1
    loopback.faults[Place.HISTORY].extend(history)
    if forgotten:
        loopback.nonces.clear()
    async with bench.running():
        for _ in range(len(history) + 1):
            await due_again(bench.state)
            await asyncio.sleep(0.3)
        await until_nothing_waits(bench.state)
    assert len(loopback.messages) == 1


async def test_a_stop_lets_a_post_finish(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    async with bench.running() as session:
        await watch(loopback)
        loopback.faults[Place.MESSAGES].append(Fault.SLOW)
        engine.publish([KNOWN.article, NEW.article], [KNOWN, NEW])
        await loopback.until(lambda: loopback.attempts[Place.MESSAGES])
        bench.stop.set()
        await asyncio.wait_for(asyncio.shield(session), 5)
    async with bench.running():
        await asyncio.sleep(0.2)
        assert await attempted(bench.state) == 0
    assert len(loopback.messages) == 1
    assert loopback.attempts[Place.MESSAGES] == 1


async def test_an_index_that_cannot_be_served_is_looked_at_again(
    loopback: LoopbackDiscord,
    bench: Bench,
    engine: ArticlesEngine,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def unavailable() -> int:
        raise IndexUnavailable("The index was never finished: run `python build_index.py`.")

    async with bench.running():
        await watch(loopback)
        with monkeypatch.context() as patched:
            patched.setattr(engine, "generation", unavailable)
            await loopback.until(lambda: "cannot look into the index" in caplog.text)
        engine.publish([KNOWN.article, NEW.article], [KNOWN, NEW])
        await loopback.until(lambda: loopback.messages)
    assert "Traceback" not in caplog.text


async def test_a_channel_or_thread_that_is_deleted_is_watched_no_longer(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    async with bench.running():
        await watch(loopback)
        state = bench.state
        await loopback.dispatch("CHANNEL_DELETE", channel(CHANNEL_ID))
        async with asyncio.timeout(5):
            while await state.watches.all():  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.02)
        await watch(loopback)
        gone = {"id": str(CHANNEL_ID), "guild_id": str(GUILD_ID), "parent_id": "9", "type": 11}
        await loopback.dispatch("THREAD_DELETE", gone)
        async with asyncio.timeout(5):
            while await state.watches.all():  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.02)


async def test_a_build_by_command_is_told_at_once(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine, tmp_path: Path
) -> None:
    bench.look_seconds = 3600.0
    script = tmp_path / "build.py"
    script.write_text(BUILD)
    bench.build_command = [sys.executable, str(script)]
    async with bench.running():
        await watch(loopback)
        engine.publish([KNOWN.article, NEW.article], [KNOWN, NEW])
        built = await loopback.use("reindex", admin=True)
        await loopback.until(lambda: built.shown and loopback.messages)
    assert "Eva Brandt" in loopback.messages[0].text


async def test_a_build_by_another_process_is_noticed(
    loopback: LoopbackDiscord, bench: Bench, tmp_path: Path
) -> None:
    corpus, store = tmp_path / "corpus", tmp_path / "store"
    sentence = "The envoy Ana Ruiz met Governor Lee Park in Oslo on Monday to discuss wheat."
    write_briefing(corpus / "talks.md", sentence, published="2024-03-04", source="The Gazette")
    embedder = SentenceTransformerEmbedder()
    await asyncio.to_thread(_build, corpus, store, embedder)
    engine = LocalEngine.open(store, embedder)
    bench.real = (bench.answerer, engine)
    bench.look_seconds = 0.1
    async with bench.running():
        made = await watch(loopback, "Ana Ruiz")
        sentence = "The envoy Ana Ruiz will meet Governor Lee Park in Bergen on 9 April 2024 about rye."
        write_briefing(corpus / "again.md", sentence, published="2024-03-20", source="The Courier")
        process = await asyncio.create_subprocess_exec(
            *[sys.executable, str(ROOT / "build_index.py"), "--json"],
            *["--corpus", str(corpus), "--index", str(store)],
            stdout=asyncio.subprocess.DEVNULL,
        )
        assert await process.wait() == 0
        await loopback.until(lambda: loopback.messages, seconds=30)
    engine.close()
    assert made.embed["footer"]["text"].startswith("1 such meeting is recorded already")
    (post,) = loopback.messages
    assert "9 April 2024" in post.text
    assert f"> {sentence}" in post.text


def _build(corpus: Path, store: Path, embedder: SentenceTransformerEmbedder) -> None:
    request = BuildRequest(corpus=corpus, store=store)
    build(request, embedder, MeetingExtractor.load(), Unwatched())
