"""`/sources`, `/status` and `/help`: what there is to ask, how the bot is, and how to ask."""

import time
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.about import examples_from, render_help, render_sources, render_status
from bot.equipment import Equipment
from bot.languages import Language
from bot.rendering.answer import Rendered
from bot.responding import respond_to

if TYPE_CHECKING:
    from bot.client import ReadoutBot


class AboutCog(commands.Cog):
    """Tells what there is; to who asks alone."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment
        self._began = time.monotonic()

    @app_commands.command(name="sources", description="Which briefings can be asked here")
    async def sources(self, interaction: "discord.Interaction[ReadoutBot]") -> None:
        """List the sources, and how many briefings there are of which days."""

        async def prepare(language: Language) -> Rendered:
            scope = await self._equipment.scopes.of(interaction)
            return await self._equipment.desk.read(lambda snapshot: render_sources(snapshot, scope, language))

        await respond_to(interaction, self._equipment, prepare)

    @app_commands.command(name="status", description="How the bot and its index are")
    async def status(self, interaction: "discord.Interaction[ReadoutBot]") -> None:
        """Tell what the index holds, how long the line is, and how far Discord is away."""
        waiting, latency = self._equipment.desk.waiting, interaction.client.latency

        async def prepare(language: Language) -> Rendered:
            scope = await self._equipment.scopes.of(interaction)
            coverage = await self._equipment.desk.read(lambda snapshot: snapshot.coverage(scope))
            uptime = time.monotonic() - self._began
            return render_status(coverage, waiting=waiting, latency=latency, uptime=uptime, language=language)

        await respond_to(interaction, self._equipment, prepare)

    @app_commands.command(name="help", description="How to ask, with examples from the briefings")
    async def help(self, interaction: "discord.Interaction[ReadoutBot]") -> None:
        """Show what can be done, with questions that the briefings answer."""
        known = interaction.client.tree.get_commands(type=discord.AppCommandType.chat_input)

        async def prepare(language: Language) -> Rendered:
            scope = await self._equipment.scopes.of(interaction)
            examples = await self._equipment.desk.read(lambda snapshot: examples_from(snapshot, scope))
            return render_help(examples, known, language)

        await respond_to(interaction, self._equipment, prepare)
