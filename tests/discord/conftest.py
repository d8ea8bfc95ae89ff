"""One Discord on the loopback and one running bot a test, both watched."""

import asyncio
import contextlib
import gc
import logging
import os
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import pytest_asyncio
import trustme

from bot.client import ReadoutBot
from bot.cooldowns import Allowance, Cooldowns
from bot.desk import Answerer, AnsweringDesk
from bot.equipment import Equipment
from bot.languages import Languages
from bot.reindexing import Reindexer
from bot.scopes import Bounds, Scopes
from bot.state import State, open_state
from bot.supervisor import keep_connected
from index.engine import SearchEngine
from tests.discord.contract import Contract
from tests.discord.fakes import FakeAnswerer, FakeEngine
from tests.discord.loopback import TOKEN, LoopbackDiscord
from tests.discord.watching import watched_steps


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """The authority that vouches for the loopback's certificates."""
    return trustme.CA()


@pytest.fixture(scope="session")
def contract() -> Contract | None:
    """Discord's contract, where the machine has it; without it, bodies are checked for the limits alone."""
    place = os.environ.get("DISCORD_OPENAPI")
    return Contract(Path(place)) if place and Path(place).is_file() else None


@pytest_asyncio.fixture
async def loopback(
    contract: Contract | None,
    authority: trustme.CA,
    caplog: pytest.LogCaptureFixture,
) -> AsyncIterator[LoopbackDiscord]:
    """A Discord that fails the test for any wrong request, and for any step that blocks the loop."""
    caplog.set_level(logging.INFO)
    # As the service does: else the garbage of every test before this one is gone through during a step.
    gc.collect()
    gc.freeze()
    async with LoopbackDiscord(contract, authority) as server:
        with watched_steps() as steps:
            yield server
    assert server.violations == []
    assert steps.slow == []


class Bench:
    """A bot with fakes behind it, run by the supervisor as it is in earnest."""

    def __init__(
        self,
        loopback: LoopbackDiscord,
        folder: Path,
        executor: ThreadPoolExecutor,
        aside: ThreadPoolExecutor,
    ) -> None:
        self.answerer = FakeAnswerer()
        self.engine = FakeEngine()
        self.real: tuple[Answerer, SearchEngine] | None = None
        self.executor = executor
        self.aside = aside
        self.stop = asyncio.Event()
        self.folder = folder
        self.digest_file = folder / "commands.sha256"
        self.build_command = [sys.executable, "-c", "raise SystemExit('no build was set up')"]
        self.token = TOKEN
        self.drain_seconds = 5.0
        self.limit = 64
        self.patience = 5.0
        self.look_seconds = 30.0
        self.per_user = Allowance(questions=100, seconds=1.0)
        self.per_guild = Allowance(questions=1000, seconds=1.0)
        self.bounds = Bounds()
        self.message_content = False
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.bots: list[ReadoutBot] = []
        self._loopback = loopback

    @property
    def state(self) -> State:
        """The state of the running bot."""
        return self.bots[-1].equipment.state

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.Task[None]]:
        """Run the bot until the test is through with it; it can be run again, as after a restart."""
        self.stop.clear()
        session = asyncio.create_task(self.supervise())
        try:
            ready = asyncio.create_task(self._ready())
            await asyncio.wait({session, ready}, return_when=asyncio.FIRST_COMPLETED)
            ready.cancel()
            if session.done():
                session.result()
            yield session
        finally:
            self.stop.set()
            self.answerer.gate.set()
            await asyncio.wait_for(asyncio.shield(session), 20)

    async def _ready(self) -> None:
        bots = len(self.bots)
        await self._loopback.ready()
        await self._loopback.until(lambda: len(self.bots) > bots - 1 and self.bots[-1].is_ready())

    async def supervise(self) -> None:
        """Keep the bot connected, with no patience between attempts."""
        state = await asyncio.to_thread(open_state, self.folder, self.now)
        equipment = await asyncio.to_thread(self._equip, state)
        try:
            await keep_connected(
                lambda: self._bot(equipment),
                self.token,
                stop=self.stop,
                drain_seconds=self.drain_seconds,
                pauses=_no_patience,
            )
        finally:
            await asyncio.to_thread(state.close)

    def _equip(self, state: State) -> Equipment:
        languages = Languages.load()
        answerer, engine = self.real or (self.answerer, self.engine)
        return Equipment(
            desk=AnsweringDesk(
                answerer=answerer,
                engine=engine,
                executor=self.executor,
                aside=self.aside,
                today=lambda: date(2024, 2, 1),
                limit=self.limit,
            ),
            reindexer=Reindexer(self.build_command),
            state=state,
            scopes=Scopes(state.preferences, languages, self.bounds),
            languages=languages,
            cooldowns=Cooldowns(per_user=self.per_user, per_guild=self.per_guild),
            message_content=self.message_content,
            patience=self.patience,
            now=self.now,
            look_seconds=self.look_seconds,
        )

    def _bot(self, equipment: Equipment) -> ReadoutBot:
        bot = ReadoutBot(
            equipment=equipment,
            digest_file=self.digest_file,
            connector=self._loopback.connector(),
            guild_ready_timeout=0.05,
        )
        self.bots.append(bot)
        return bot


@pytest.fixture
def executor() -> Iterator[ThreadPoolExecutor]:
    """The pool that answers questions."""
    with ThreadPoolExecutor(max_workers=2, thread_name_prefix="answers") as pool:
        yield pool


@pytest.fixture
def aside() -> Iterator[ThreadPoolExecutor]:
    """The pool that finds choices while somebody writes."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside") as pool:
        yield pool


@pytest.fixture
def bench(
    loopback: LoopbackDiscord, tmp_path: Path, executor: ThreadPoolExecutor, aside: ThreadPoolExecutor
) -> Bench:
    """A bot to run against the loopback."""
    return Bench(loopback, tmp_path, executor, aside)


def _no_patience() -> Iterator[float]:
    while True:
        yield 0.01
