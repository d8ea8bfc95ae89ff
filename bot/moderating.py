"""Who may decide what is posted into a channel of their own accord by the bot."""

from typing import Any

import discord
from discord import app_commands


def may_moderate(interaction: discord.Interaction[Any]) -> bool:
    """Tell whether a person may manage messages here, or the server; nobody can in direct messages."""
    held = interaction.permissions
    allowed = held.manage_messages or held.manage_guild or held.administrator
    return interaction.guild_id is not None and allowed


def check_moderates(interaction: discord.Interaction[Any]) -> None:
    """Let only those pass who may. Raises `MissingPermissions`."""
    if not may_moderate(interaction):
        raise app_commands.MissingPermissions(["manage_messages"])
