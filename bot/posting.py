"""A message that nobody asked for just now, posted into a channel; and what Discord made of it."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import aiohttp
import discord

from bot.faults import log_failure
from bot.rendering.answer import Rendered
from bot.replies import post_message

log = logging.getLogger(__name__)

_TOO_MANY = 429
_LOOKED_THROUGH = 100
_APART = timedelta(seconds=5)
"""How far the clock here and that of Discord may be apart."""


class Outcome(StrEnum):
    """What became of a post."""

    SENT = "sent"
    LATER = "later"
    """Discord is out of order, or asks for patience: try again."""
    CLOSED = "closed"
    """The bot may not write there now; it may be let in again."""
    GONE = "gone"
    """The channel is no more."""
    UNUSABLE = "unusable"
    """Discord refuses the message itself: it never will be taken."""


async def post(client: discord.Client, channel_id: int, rendered: Rendered, *, nonce: str) -> Outcome:
    """Post into a channel, thread or direct messages; whatever happens, it is told and not raised.

    Discord posts a nonce once within some minutes. Who keeps it, and tries again with the same one after a
    restart, does not post twice.
    """
    try:
        await post_message(client.get_partial_messageable(channel_id), rendered, nonce=nonce)
    except discord.NotFound:
        return Outcome.GONE
    except discord.Forbidden as error:
        log.info("Channel %d takes no post: %s", channel_id, error.text or error.status)
        return Outcome.CLOSED
    except discord.HTTPException as error:
        if error.status >= 500 or error.status == _TOO_MANY:
            return Outcome.LATER
        log_failure(error, f"Discord refuses a post into channel {channel_id}")
        return Outcome.UNUSABLE
    except (aiohttp.ClientError, OSError, TimeoutError):
        return Outcome.LATER
    return Outcome.SENT


async def stands(
    client: discord.Client, channel_id: int, since: datetime, is_it: Callable[[discord.Message], bool]
) -> bool:
    """Tell whether a post whose end was not seen stands after all, by the messages of ours since then.

    Discord remembers a nonce for minutes only; this helps beyond them, where messages may be read.
    """
    channel: Any = client.get_partial_messageable(channel_id)
    try:
        async for message in channel.history(after=since - _APART, limit=_LOOKED_THROUGH, oldest_first=False):
            if client.user is not None and message.author.id == client.user.id and is_it(message):
                return True
    except (discord.Forbidden, discord.NotFound):
        log.info("Channel %d does not let its messages be read", channel_id)
    return False
