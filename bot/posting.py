"""A message that nobody asked for just now, posted into a channel; and what Discord made of it."""

import logging
from enum import StrEnum

import aiohttp
import discord

from bot.faults import log_failure
from bot.render import Rendered
from bot.replies import post_message

log = logging.getLogger(__name__)

_TOO_MANY = 429


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
