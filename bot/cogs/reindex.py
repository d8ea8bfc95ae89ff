"""`/reindex`: administrators bring the index up to date with the briefings."""

import logging
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.equipment import Equipment
from bot.languages import Language
from bot.rendering.answer import Rendered, render_report
from bot.responding import respond_to

log = logging.getLogger(__name__)


class ReindexCog(commands.Cog):
    """Runs the incremental build; the bot serves its result from the next question on."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment

    # `default_permissions` hides the command from others, but a server can change that: hence the check.
    @app_commands.command(name="reindex", description="Bring the index up to date with the briefings")
    @app_commands.default_permissions(administrator=True)
    @app_commands.checks.has_permissions(administrator=True)
    @app_commands.guild_only()
    async def reindex(self, interaction: discord.Interaction[Any]) -> None:
        """Build the index and say what changed, to the administrator alone."""

        async def prepare(language: Language) -> Rendered:
            report = await self._equipment.reindexer.run()
            interaction.client.dispatch("index_built")
            log.info("Generation %d is published, %d files failed", report.generation, len(report.failed))
            return render_report(report, language)

        await respond_to(interaction, self._equipment, prepare)
