"""Requests to Discord that outlive what discord.py gives up on."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp
import discord

T = TypeVar("T")
log = logging.getLogger(__name__)

# Seconds before each new attempt. discord.py retries 500, 502, 504 and most 429 by itself; it gives up at
# once on 503, on a 429 from the edge (no Via header) and, on Linux, on a connection reset.
PAUSES = (0.5, 1.0, 2.0, 4.0)
LONGEST_WAIT = 30.0


async def deliver(send: Callable[[], Awaitable[T]], *, pauses: tuple[float, ...] = PAUSES) -> T:
    """Await `send()` until it succeeds, fails for good, or the pauses are used up.

    `send` must be safe to repeat: an edit, or a message whose nonce stays the same, so that Discord posts it
    once however often it arrives. Raises what the last attempt raised.
    """
    for pause in pauses:
        try:
            return await send()
        except (discord.HTTPException, aiohttp.ClientConnectionError, OSError, TimeoutError) as error:
            wait = _seconds_before_retry(error, pause)
            if wait is None:
                raise
            log.warning("Discord did not take a request (%s); again in %.1f s", _short(error), wait)
            await asyncio.sleep(wait)
    return await send()


def _seconds_before_retry(error: Exception, pause: float) -> float | None:
    if not isinstance(error, discord.HTTPException):
        return pause
    if error.status == 503:
        return pause
    if error.status == 429:
        return _asked_wait(error, pause)
    return None


def _asked_wait(error: discord.HTTPException, pause: float) -> float | None:
    try:
        asked = float(error.response.headers.get("Retry-After", pause))
    except ValueError:
        return pause
    return asked if asked <= LONGEST_WAIT else None


def _short(error: Exception) -> str:
    return f"HTTP {error.status}" if isinstance(error, discord.HTTPException) else type(error).__name__
