"""The bot as a running program: its threads, its signals, its end."""

import asyncio
import gc
import logging
import signal
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import aiohttp

from bot.client import ReadoutBot
from bot.cooldowns import Cooldowns
from bot.desk import Answerer, AnsweringDesk
from bot.equipment import Equipment
from bot.languages import Languages
from bot.reindexing import Reindexer
from bot.scopes import Bounds, Scopes
from bot.state import State, open_state
from bot.supervisor import keep_connected
from index.engine import SearchEngine

log = logging.getLogger(__name__)

# Two answers at a time: each uses one core, and the rest wait their turn.
_WORKERS = 2
_INTERRUPTED = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What the bot is made of. `open_connector` leads to Discord; None is the ordinary way.

    `build_environment` is that of the build's process; None is the bot's own.
    """

    answerer: Answerer
    engine: SearchEngine
    token: str
    build_command: Sequence[str]
    build_environment: Mapping[str, str] | None = None
    state_dir: Path
    bounds: Bounds = field(default_factory=Bounds)
    message_content: bool = False
    today: Callable[[], date] = date.today
    open_connector: Callable[[], aiohttp.BaseConnector] | None = None


def serve(service: Service) -> int:
    """Run the bot until a signal ends it, and return the exit code.

    SIGTERM (0) and Ctrl-C (130) let answers under way finish, within a bound; a second signal does not wait.
    Raises `StartupError` where the bot cannot run as it is set up.
    """
    try:
        return asyncio.run(run_service(service))
    except asyncio.CancelledError:
        return _INTERRUPTED


async def run_service(service: Service) -> int:
    """Do what `serve` does, on the running loop, whose signal handlers it takes over."""
    stop = asyncio.Event()
    received: list[signal.Signals] = []
    _listen(stop, received)
    executor = ThreadPoolExecutor(max_workers=_WORKERS, thread_name_prefix="answers")
    aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")
    state = await asyncio.to_thread(open_state, service.state_dir)
    equipment = await asyncio.to_thread(_equip, service, state, executor, aside)
    # What was loaded so far stays; going through it again and again would block the loop for 0.1 s or more.
    await asyncio.to_thread(gc.collect)
    gc.freeze()
    try:
        await keep_connected(lambda: _open_bot(service, equipment), service.token, stop=stop)
    finally:
        # Waiting here would block the loop; what overran its bound is not waited for.
        for pool in (executor, aside):
            pool.shutdown(wait=False, cancel_futures=True)
        await asyncio.to_thread(state.close)
    return _INTERRUPTED if received[:1] == [signal.SIGINT] else 0


def _listen(stop: asyncio.Event, received: list[signal.Signals]) -> None:
    loop = asyncio.get_running_loop()
    session = asyncio.current_task()

    def note(number: signal.Signals) -> None:
        if received and session is not None:
            session.cancel()
        received.append(number)
        log.info("Received %s; finishing the answers under way", number.name)
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, note, number)


def _equip(service: Service, state: State, executor: Executor, aside: Executor) -> Equipment:
    languages = Languages.load()
    return Equipment(
        desk=AnsweringDesk(
            answerer=service.answerer,
            engine=service.engine,
            executor=executor,
            aside=aside,
            today=service.today,
            workers=_WORKERS,
        ),
        reindexer=Reindexer(service.build_command, service.build_environment),
        state=state,
        scopes=Scopes(state.preferences, languages, service.bounds),
        languages=languages,
        cooldowns=Cooldowns(),
        message_content=service.message_content,
    )


def _open_bot(service: Service, equipment: Equipment) -> ReadoutBot:
    return ReadoutBot(
        equipment=equipment,
        digest_file=service.state_dir / "commands.sha256",
        connector=None if service.open_connector is None else service.open_connector(),
    )
