"""Keeps a client connected through what discord.py itself does not survive."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterator

import discord

from bot.client import ReadoutBot
from bot.settings import SettingsError

log = logging.getLogger(__name__)

HEALTHY_SECONDS = 60.0


class StartupError(SettingsError):
    """Discord refuses the bot as it is set up. Its text is one sentence that says what to do."""


def back_off() -> Iterator[float]:
    """Yield the seconds before each new attempt: 1, 2, 4, ... and 60 for ever after."""
    seconds = 1.0
    while True:
        yield seconds
        seconds = min(seconds * 2, 60.0)


async def keep_connected(
    open_bot: Callable[[], ReadoutBot],
    token: str,
    *,
    stop: asyncio.Event,
    drain_seconds: float = 20.0,
    pauses: Callable[[], Iterator[float]] = back_off,
) -> None:
    """Run a client, and a fresh one whenever it dies, until `stop` is set; then drain and close.

    A first connection that fails, or a malformed payload, ends a client of discord.py for good; no client is
    used twice. Raises `StartupError` where trying again cannot help.
    """
    loop = asyncio.get_running_loop()
    waits = pauses()
    while not stop.is_set():
        began = loop.time()
        failure = await _run_once(open_bot(), token, stop, drain_seconds)
        _check_hopeless(failure)
        if stop.is_set():
            return
        if loop.time() - began > HEALTHY_SECONDS:
            waits = pauses()
        wait = next(waits)
        log.error("The connection to Discord ended; a new one in %.1f s", wait, exc_info=failure)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), wait)


async def _run_once(
    bot: ReadoutBot, token: str, stop: asyncio.Event, drain_seconds: float
) -> BaseException | None:
    session = asyncio.create_task(bot.start(token), name="readout: session")
    stopping = asyncio.create_task(stop.wait(), name="readout: stop")
    try:
        await asyncio.wait({session, stopping}, return_when=asyncio.FIRST_COMPLETED)
        await bot.drain(drain_seconds)
    finally:
        stopping.cancel()
        await bot.close()
        session.cancel()
        await asyncio.wait({session, stopping})
    return None if session.cancelled() else session.exception()


def _check_hopeless(failure: BaseException | None) -> None:
    if isinstance(failure, discord.LoginFailure):
        raise StartupError(
            "Discord does not accept the token; copy it again from the Bot page of your application "
            "into DISCORD_TOKEN in .env."
        )
    if isinstance(failure, discord.PrivilegedIntentsRequired):
        raise StartupError("Discord refuses an intent; the bot needs none that must be switched on.")
