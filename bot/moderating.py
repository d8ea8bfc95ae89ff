"""Who may decide what the bot does in a server and posts into a channel unasked, and whether it could."""

from typing import Any

import discord
from discord import app_commands

from bot.faults import Refusal


def server_of(interaction: discord.Interaction[Any]) -> int:
    """Return the server. Raises `NoPrivateMessage` in direct messages."""
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    return interaction.guild_id


def check_manages(interaction: discord.Interaction[Any]) -> None:
    """Let only those pass who may manage the server. Raises `MissingPermissions`."""
    allowed = interaction.permissions
    if not (allowed.manage_guild or allowed.administrator) or interaction.guild_id is None:
        raise app_commands.MissingPermissions(["manage_guild"])


def may_moderate(interaction: discord.Interaction[Any]) -> bool:
    """Tell whether a person may manage messages here, or the server; nobody can in direct messages."""
    held = interaction.permissions
    allowed = held.manage_messages or held.manage_guild or held.administrator
    return interaction.guild_id is not None and allowed


def check_moderates(interaction: discord.Interaction[Any]) -> None:
    """Let only those pass who may. Raises `MissingPermissions`."""
    if not may_moderate(interaction):
        raise app_commands.MissingPermissions(["manage_messages"])


def check_postable(interaction: discord.Interaction[Any]) -> None:
    """Refuse a channel in which the bot could not post. Raises `Refusal`."""
    mine = interaction.app_permissions
    in_thread = isinstance(interaction.channel, discord.Thread)
    may_write = mine.send_messages_in_threads if in_thread else mine.send_messages
    needed = (mine.view_channel, may_write, mine.embed_links, mine.attach_files)
    if not (mine.administrator or all(needed)):
        raise Refusal(
            "I could not post here: let me see this channel, send messages, embed links and attach files."
        )
