"""`/digest`: what is new, told now, or posted into a channel every day or every week."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import discord
from discord import app_commands
from discord.ext import commands

from bot.digests.digesting import Digesting
from bot.digests.schedules import Schedule
from bot.digests.time_zones import known_zones, offer_zones, read_zone
from bot.equipment import Equipment
from bot.faults import Refusal
from bot.languages import Language
from bot.moderating import check_moderates, check_postable, server_of
from bot.noticing import Noticing
from bot.offering import Choices, offered
from bot.rendering.answer import Rendered
from bot.rendering.digests import WEEKDAYS, render_digest_set
from bot.rendering.summaries import MOST_NEWS, render_digest
from bot.responding import read_here, respond_to
from bot.rounds import Rounds
from bot.state import DigestPlace, TooManyDigests
from bot.summaries.citing import cite_digest
from bot.summaries.digest import digest
from index.engine import Filters, Snapshot

if TYPE_CHECKING:
    from bot.client import ReadoutBot

ROUND_SECONDS = 20.0
_DAYS = 7
_HOUR = 8
_WEEKDAYS = [app_commands.Choice(name=name, value=number) for number, name in enumerate(WEEKDAYS)]


class DigestCog(commands.Cog):
    """Tells what is new, and posts digests in rounds of its own.

    `default_permissions` hides the group from those who do not moderate; a server can open it to all, and
    then setting a digest is still for those who may manage messages or the server.
    """

    digest = app_commands.Group(
        name="digest",
        description="What is new in the briefings, now or regularly in this channel",
        guild_only=True,
        default_permissions=discord.Permissions(manage_messages=True),
    )

    def __init__(self, bot: "ReadoutBot", equipment: Equipment, noticing: Noticing) -> None:
        self._equipment = equipment
        self._noticing = noticing
        digesting = Digesting(bot, equipment, self._noticing)
        self.rounds = Rounds(digesting.go, seconds=ROUND_SECONDS, name="digests")

    async def cog_load(self) -> None:
        """Begin the rounds; what fell due while the bot was away is made up for at once."""
        await asyncio.to_thread(known_zones)
        self.rounds.begin()

    async def cog_unload(self) -> None:
        """End the rounds."""
        await self.rounds.end()

    @digest.command(name="now", description="What is new in the briefings of the last days")
    @app_commands.describe(days="How many days back; 7 if you leave it out")
    async def now(
        self,
        interaction: "discord.Interaction[ReadoutBot]",
        days: app_commands.Range[int, 1, 3650] = _DAYS,
    ) -> None:
        """Tell what the briefings published in the last days tell anew, to all who can read the channel."""

        async def prepare(language: Language) -> Rendered:
            since = self._equipment.desk.today() - timedelta(days=days)

            def work(snapshot: Snapshot, scope: Filters) -> Rendered:
                return render_digest(cite_digest(digest(snapshot, since, None, scope), MOST_NEWS), language)

            return await read_here(interaction, self._equipment, work)

        await respond_to(interaction, self._equipment, prepare, private=False)

    @digest.command(name="daily", description="Post what is new into this channel every day")
    @app_commands.describe(
        hour="The hour, from 0 to 23; 8 if you leave it out",
        time_zone="Whose clock, as Europe/Berlin; UTC, or the one used in this server, if you leave it out",
    )
    async def daily(
        self,
        interaction: "discord.Interaction[ReadoutBot]",
        hour: app_commands.Range[int, 0, 23] = _HOUR,
        time_zone: str | None = None,
    ) -> None:
        """Set a digest for every day."""
        await self._set(interaction, time_zone, lambda zone: Schedule(hour=hour, zone=zone))

    @digest.command(name="weekly", description="Post what is new into this channel every week")
    @app_commands.describe(
        weekday="The day of the week",
        hour="The hour, from 0 to 23; 8 if you leave it out",
        time_zone="Whose clock, as Europe/Berlin; UTC, or the one used in this server, if you leave it out",
    )
    @app_commands.choices(weekday=_WEEKDAYS)
    async def weekly(
        self,
        interaction: "discord.Interaction[ReadoutBot]",
        weekday: int,
        hour: app_commands.Range[int, 0, 23] = _HOUR,
        time_zone: str | None = None,
    ) -> None:
        """Set a digest for one day of the week."""
        await self._set(interaction, time_zone, lambda zone: Schedule(hour=hour, zone=zone, weekday=weekday))

    @digest.command(name="off", description="Post no digest into this channel any more")
    async def off(self, interaction: "discord.Interaction[ReadoutBot]") -> None:
        """Switch the digest of the channel off."""
        check_moderates(interaction)

        async def prepare(language: Language) -> Rendered:
            if await self._equipment.state.digests.remove(_channel(interaction)):
                return Rendered(text=language.say("Switched off: no digest is posted here any more."))
            return Rendered(text=language.say("No digest was posted here."))

        await respond_to(interaction, self._equipment, prepare)

    @digest.command(name="show", description="When a digest is posted into this channel")
    async def show(self, interaction: "discord.Interaction[ReadoutBot]") -> None:
        """Show what is set for the channel."""

        async def prepare(language: Language) -> Rendered:
            held = await self._equipment.state.digests.of(_channel(interaction))
            return render_digest_set(held, language)

        await respond_to(interaction, self._equipment, prepare)

    @daily.autocomplete("time_zone")
    @weekly.autocomplete("time_zone")
    async def _complete(self, interaction: "discord.Interaction[ReadoutBot]", written: str) -> Choices:
        async def find() -> Choices:
            zones = await asyncio.to_thread(lambda: list(offer_zones(written, self._equipment.now())))
            return [app_commands.Choice(name=shown, value=name) for name, shown in zones]

        return await offered(find())

    async def _set(
        self,
        interaction: discord.Interaction[Any],
        time_zone: str | None,
        schedule_in: Callable[[ZoneInfo], Schedule],
    ) -> None:
        check_moderates(interaction)

        async def prepare(language: Language) -> Rendered:
            place = _place(interaction)
            schedule = schedule_in(await self._zone(time_zone, place.guild_id))
            await self._equipment.scopes.of(interaction)
            check_postable(interaction)
            self._equipment.cooldowns.take(interaction.user.id, interaction.guild_id)
            await self._noticing.look()  # what is there already is no news to this channel
            digests = self._equipment.state.digests
            try:
                await digests.set(place, schedule)
            except TooManyDigests:
                raise Refusal(
                    "This server has as many digests as I keep for one; switch one off with `/digest off`."
                ) from None
            return render_digest_set(await digests.of(place.channel_id), language)

        await respond_to(interaction, self._equipment, prepare)

    async def _zone(self, written: str | None, guild_id: int) -> ZoneInfo:
        if written is None:
            written = await self._equipment.state.digests.zone_of(guild_id) or "UTC"
        return await asyncio.to_thread(read_zone, written)


def _place(interaction: discord.Interaction[Any]) -> DigestPlace:
    channel, locale = interaction.channel, interaction.guild_locale
    return DigestPlace(
        channel_id=_channel(interaction),
        parent_id=channel.parent_id if isinstance(channel, discord.Thread) else None,
        guild_id=server_of(interaction),
        setter_id=interaction.user.id,
        locale=None if locale is None else locale.value,
    )


def _channel(interaction: discord.Interaction[Any]) -> int:
    return interaction.channel_id or 0
