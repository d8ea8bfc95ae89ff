"""The common way of a command: acknowledge first, then find the language, then answer in it."""

from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.equipment import Equipment
from bot.languages import Language
from bot.render import Rendered
from bot.replies import InteractionReply, Shown, respond


async def respond_to(
    interaction: discord.Interaction[Any],
    equipment: Equipment,
    prepare: Callable[[Language], Awaitable[Rendered]],
    *,
    private: bool = True,
) -> Shown | None:
    """Answer a command with what `prepare` draws in the language of its place."""
    reply = InteractionReply(interaction, private=private)
    await reply.open()
    language = await equipment.scopes.language_of(interaction)
    return await respond(reply, lambda: prepare(language), language=language)
