"""`/who`: a person as the meetings know them."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.equipment import Equipment
from bot.faults import Refusal
from bot.languages import Language
from bot.occasion_choices import complete_name, explain_unclear
from bot.occasions.people import UnclearName, only_one
from bot.rendering.answer import Rendered, write_coverage
from bot.rendering.person import render_person
from bot.responding import read_here, respond_to
from index.engine import Filters, Snapshot

if TYPE_CHECKING:
    from bot.client import ReadoutBot


class WhoCog(commands.Cog):
    """Tells of a person."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment

    @app_commands.command(name="who", description="Someone's offices, names and meetings")
    @app_commands.describe(name="Whom you want to know about", private="Show it to you alone")
    async def who(
        self,
        interaction: "discord.Interaction[ReadoutBot]",
        name: app_commands.Range[str, 1, 200],
        private: bool = False,
    ) -> None:
        """Show what the meetings tell of a person."""

        async def prepare(language: Language) -> Rendered:
            def work(snapshot: Snapshot, scope: Filters) -> Rendered:
                shelf = self._equipment.library.open(snapshot, scope)
                someone = only_one(shelf.people, name)
                if someone is None:
                    raise Refusal(
                        "The briefings record no meeting of “{name}”. {searched}.",
                        name=name,
                        searched=write_coverage(shelf.coverage, language),
                    )
                return render_person(someone, shelf.people, language)

            try:
                return await read_here(interaction, self._equipment, work)
            except UnclearName as error:
                raise explain_unclear(error, language) from error

        await respond_to(interaction, self._equipment, prepare, private=private)

    @who.autocomplete("name")
    async def _complete_name(
        self, interaction: "discord.Interaction[ReadoutBot]", written: str
    ) -> list[app_commands.Choice[str]]:
        return await complete_name(self._equipment, interaction, written)
