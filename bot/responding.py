"""The common way of a command: acknowledge first, find the language, read what may be read there, answer."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import discord

from bot.equipment import Equipment
from bot.languages import Language
from bot.rendering.answer import Rendered
from bot.replies import InteractionReply, Shown, respond
from index.engine import Filters, Snapshot

T = TypeVar("T")


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


async def read_here(
    interaction: discord.Interaction[Any], equipment: Equipment, work: Callable[[Snapshot, Filters], T]
) -> T:
    """Do `work` off the loop on what may be read in the place of a command, and count it as a question.

    Raises `Refusal` for a place that reads nothing, for who asks too often, and when too much waits.
    """
    scope = await equipment.scopes.of(interaction)
    equipment.cooldowns.take(interaction.user.id, interaction.guild_id)
    return await equipment.desk.read(lambda snapshot: work(snapshot, scope))
