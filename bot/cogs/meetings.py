"""`/meetings`: the meetings that the briefings record, by people, place, topic, days, status or source."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.equipment import Equipment
from bot.languages import Language
from bot.occasion_choices import complete_name, complete_source, read_period
from bot.occasions.choosing import Wanted, choose
from bot.rendering.answer import Rendered
from bot.rendering.meetings import render_meetings
from bot.responding import read_here, respond_to
from index.article import MeetingStatus
from index.engine import Filters, Snapshot

if TYPE_CHECKING:
    from bot.client import ReadoutBot

_STATUSES = [app_commands.Choice(name=one.value, value=one.value) for one in MeetingStatus]


class MeetingsCog(commands.Cog):
    """Lists meetings."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment

    @app_commands.command(name="meetings", description="List meetings that the briefings record")
    @app_commands.rename(other="with")
    @app_commands.describe(
        who="Someone who takes part",
        other="Someone else who takes part",
        where="The place",
        topic="Words of the purpose, the sentence or the title",
        since="Held on this day or later, as 2024-01-28",
        until="Held on this day or earlier, as 2024-01-28",
        status="What became of it",
        source="Only those that this source tells",
        private="Show the list to you alone",
    )
    @app_commands.choices(status=_STATUSES)
    async def meetings(
        self,
        interaction: "discord.Interaction[ReadoutBot]",
        who: app_commands.Range[str, 1, 200] | None = None,
        other: app_commands.Range[str, 1, 200] | None = None,
        where: app_commands.Range[str, 1, 200] | None = None,
        topic: app_commands.Range[str, 1, 200] | None = None,
        since: str | None = None,
        until: str | None = None,
        status: str | None = None,
        source: app_commands.Range[str, 1, 200] | None = None,
        private: bool = False,
    ) -> None:
        """List the meetings that fit, the newest first."""

        async def prepare(language: Language) -> Rendered:
            first, last = read_period(since, until)
            wanted = Wanted(
                who=who,
                other=other,
                where=where,
                topic=topic,
                since=first,
                until=last,
                status=None if status is None else MeetingStatus(status),
                source=source,
            )

            def work(snapshot: Snapshot, scope: Filters) -> Rendered:
                shelf = self._equipment.library.open(snapshot, scope)
                chosen = choose(shelf.occasions, shelf.people, wanted)
                return render_meetings(chosen, wanted, shelf.coverage, language)

            return await read_here(interaction, self._equipment, work)

        await respond_to(interaction, self._equipment, prepare, private=private)

    @meetings.autocomplete("who")
    @meetings.autocomplete("other")
    async def _complete_name(
        self, interaction: "discord.Interaction[ReadoutBot]", written: str
    ) -> list[app_commands.Choice[str]]:
        return await complete_name(self._equipment, interaction, written)

    @meetings.autocomplete("source")
    async def _complete_source(
        self, interaction: "discord.Interaction[ReadoutBot]", written: str
    ) -> list[app_commands.Choice[str]]:
        return await complete_source(self._equipment, interaction, written)
