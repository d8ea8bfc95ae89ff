"""`/feedback`: what people made of the answers in this server, for those who manage it."""

import asyncio
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.equipment import Equipment
from bot.languages import Language
from bot.moderating import check_manages, server_of
from bot.rendering.answer import Rendered
from bot.rendering.feedback import render_feedback
from bot.responding import respond_to
from bot.state.given import KEPT_DAYS

_DAYS = 30


class FeedbackCog(commands.Cog):
    """Sums up ratings and gaps; `default_permissions` hides it from others, the check holds."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment

    @app_commands.command(name="feedback", description="How useful answers were, and what was not answered")
    @app_commands.describe(days="Of how many days; 30 if you leave it out")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.guild_only()
    async def feedback(
        self, interaction: discord.Interaction[Any], days: app_commands.Range[int, 1, KEPT_DAYS] = _DAYS
    ) -> None:
        """Sum up, to who asks alone. Raises `NoPrivateMessage` and `MissingPermissions`."""

        async def prepare(language: Language) -> Rendered:
            guild_id = server_of(interaction)
            check_manages(interaction)
            self._equipment.cooldowns.take(interaction.user.id, guild_id)
            records = await self._equipment.state.feedback.of_guild(guild_id, days)
            return await asyncio.to_thread(render_feedback, records, days, language)

        await respond_to(interaction, self._equipment, prepare)
