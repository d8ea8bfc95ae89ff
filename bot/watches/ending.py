"""Who may end a watch, and ending it: by command, or by the button below what it told."""

from typing import Any

import discord

from bot.equipment import Equipment
from bot.faults import Refusal
from bot.languages import Language
from bot.moderating import check_moderates
from bot.rendering.answer import Rendered
from bot.rendering.markup import escape
from bot.state import Watch
from bot.watches.wording import write_watch


async def end_watch(
    interaction: discord.Interaction[Any], equipment: Equipment, key: int, language: Language
) -> Rendered:
    """End a watch. Raises `Refusal` and `MissingPermissions`."""
    watch = await equipment.state.watches.get(key)
    if watch is None or not may_see(interaction, watch):
        raise Refusal("There is no such watch here any more.")
    if interaction.user.id != watch.place.maker_id:
        check_moderates(interaction)
    await equipment.state.watches.remove(key)
    what = escape(write_watch(watch, language))
    if watch.place.channel_id == interaction.channel_id:
        return Rendered(text=language.say("No longer watched here: {what}.", what=what))
    channel = f"<#{watch.place.channel_id}>"
    return Rendered(text=language.say("No longer watched in {channel}: {what}.", channel=channel, what=what))


def may_see(interaction: discord.Interaction[Any], watch: Watch) -> bool:
    """Tell whether a watch is of this channel, or of another one of a server that the person manages."""
    if watch.place.channel_id == interaction.channel_id:
        return True
    return (
        watch.place.guild_id is not None
        and watch.place.guild_id == interaction.guild_id
        and (interaction.permissions.manage_guild or interaction.permissions.administrator)
    )
