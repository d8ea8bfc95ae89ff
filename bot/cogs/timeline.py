"""`/timeline`: the meetings of a person, or of two, by date, with the picture."""

from datetime import date
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.equipment import Equipment
from bot.languages import Language
from bot.occasion_choices import complete_name, explain_unclear, read_period
from bot.occasions.people import UnclearName
from bot.rendering.answer import Rendered
from bot.rendering.timeline import render_timeline
from bot.responding import read_here, respond_to
from bot.timeline import make_timeline
from bot.timeline.theme import Theme
from index.engine import Filters, Snapshot

if TYPE_CHECKING:
    from bot.client import ReadoutBot

_THEMES = [app_commands.Choice(name=one.value, value=one.value) for one in Theme]


class TimelineCog(commands.Cog):
    """Draws timelines."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment

    @app_commands.command(name="timeline", description="Someone's meetings by date, with a picture")
    @app_commands.rename(other="with")
    @app_commands.describe(
        name="Whose meetings",
        other="Only those with this person too",
        since="Held on this day or later, as 2024-01-28",
        until="Held on this day or earlier, as 2024-01-28",
        theme="Colours of the picture",
        private="Show the timeline to you alone",
    )
    @app_commands.choices(theme=_THEMES)
    async def timeline(
        self,
        interaction: "discord.Interaction[ReadoutBot]",
        name: app_commands.Range[str, 1, 200],
        other: app_commands.Range[str, 1, 200] | None = None,
        since: str | None = None,
        until: str | None = None,
        theme: str = Theme.DARK.value,
        private: bool = False,
    ) -> None:
        """Show the lines and the picture."""

        async def prepare(language: Language) -> Rendered:
            period = read_period(since, until)
            return await self._draw(interaction, (name, other), period, Theme(theme), language)

        await respond_to(interaction, self._equipment, prepare, private=private)

    async def _draw(
        self,
        interaction: "discord.Interaction[ReadoutBot]",
        names: tuple[str, str | None],
        period: tuple[date | None, date | None],
        theme: Theme,
        language: Language,
    ) -> Rendered:
        # Pillow is first needed here, and read in a worker thread.
        def work(snapshot: Snapshot, scope: Filters) -> Rendered:
            from bot.timeline.picture import draw_timeline

            shelf = self._equipment.library.open(snapshot, scope)
            timeline = make_timeline(shelf, *names, since=period[0], until=period[1])
            picture = draw_timeline(timeline, theme) if timeline.entries else None
            return render_timeline(timeline, picture, shelf.coverage, language)

        try:
            return await read_here(interaction, self._equipment, work)
        except UnclearName as error:
            raise explain_unclear(error, language) from error

    @timeline.autocomplete("name")
    @timeline.autocomplete("other")
    async def _complete_name(
        self, interaction: "discord.Interaction[ReadoutBot]", written: str
    ) -> list[app_commands.Choice[str]]:
        return await complete_name(self._equipment, interaction, written)
