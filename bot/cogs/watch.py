"""`/watch`: a channel is told when a meeting of a person, a pair or a topic is new or changed."""

import asyncio
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.equipment import Equipment
from bot.faults import Refusal
from bot.languages import Language
from bot.moderating import check_moderates, check_postable
from bot.noticing import Noticing
from bot.occasion_choices import complete_name, explain_unclear
from bot.occasions.people import UnclearName
from bot.occasions.wording import on_one_line
from bot.offering import CHOICES, LONGEST, Choices, offered
from bot.rendering.answer import Rendered
from bot.rendering.markup import shortened
from bot.rendering.watches import render_made, render_watches
from bot.responding import respond_to
from bot.rounds import Rounds
from bot.state import AlreadyWatched, Subject, TooManyWatches, Watch, WatchPlace
from bot.watches.ending import end_watch, may_see
from bot.watches.telling import Teller
from bot.watches.watcher import Watcher
from bot.watches.wording import write_watch

if TYPE_CHECKING:
    from bot.client import ReadoutBot

_GONE = "There is no such watch here any more."
_DIGITS = 18  # of a number that the database can hold


class WatchCog(commands.Cog):
    """Keeps the watches, and goes its rounds for them.

    Everybody may list them; making one in a server is for those who may manage messages. The commands check
    that themselves: `default_permissions` are those of the whole group, and would hide the list.
    """

    watch = app_commands.Group(name="watch", description="Be told when a meeting is new or changed")

    def __init__(self, bot: "ReadoutBot", equipment: Equipment, noticing: Noticing) -> None:
        self._bot = bot
        self._equipment = equipment
        self._watcher = Watcher(equipment, noticing)
        self._teller = Teller(equipment, self._watcher)
        self._rounds = Rounds(self._go, seconds=equipment.look_seconds, name="watching")

    async def cog_load(self) -> None:
        """Begin the rounds; they wait until the bot is ready."""
        self._rounds.begin()

    async def cog_unload(self) -> None:
        """End the rounds with the client."""
        await self._rounds.end()

    @commands.Cog.listener()
    async def on_index_built(self) -> None:
        """Look at once: the index was just built from here."""
        self._rounds.hurry()

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Forget the watches of a channel that is deleted, and of its threads."""
        await self._equipment.state.watches.remove_channel(channel.id)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """Forget the watches of a thread that is deleted."""
        await self._equipment.state.watches.remove_channel(payload.thread_id)

    @watch.command(name="person", description="Tell this channel of someone's meetings")
    @app_commands.describe(name="Whose meetings")
    async def person(
        self, interaction: "discord.Interaction[ReadoutBot]", name: app_commands.Range[str, 1, 200]
    ) -> None:
        """Watch a person."""
        await self._make(interaction, Subject.PERSON, name)

    @watch.command(name="pair", description="Tell this channel when two people meet")
    @app_commands.describe(name="Someone", other="Someone else")
    async def pair(
        self,
        interaction: "discord.Interaction[ReadoutBot]",
        name: app_commands.Range[str, 1, 200],
        other: app_commands.Range[str, 1, 200],
    ) -> None:
        """Watch two people."""
        await self._make(interaction, Subject.PAIR, name, other)

    @watch.command(name="topic", description="Tell this channel of meetings on a topic")
    @app_commands.describe(words="Words that the purpose, the sentence or the title must all have")
    async def topic(
        self, interaction: "discord.Interaction[ReadoutBot]", words: app_commands.Range[str, 2, 200]
    ) -> None:
        """Watch a topic."""
        await self._make(interaction, Subject.TOPIC, words)

    @watch.command(name="list", description="What is watched in this channel")
    async def show(self, interaction: "discord.Interaction[ReadoutBot]") -> None:
        """List the watches of the channel, to who asks alone."""

        async def prepare(language: Language) -> Rendered:
            watches = await self._equipment.state.watches.of_channel(interaction.channel_id or 0)
            return render_watches(watches, language)

        await respond_to(interaction, self._equipment, prepare)

    @watch.command(name="remove", description="End a watch")
    @app_commands.rename(key="watch")
    @app_commands.describe(key="Which one")
    async def remove(self, interaction: "discord.Interaction[ReadoutBot]", key: str) -> None:
        """End a watch: who made it may, and who manages messages; it is told to who ended it alone."""

        async def prepare(language: Language) -> Rendered:
            if not key.isdecimal() or len(key) > _DIGITS:
                raise Refusal(_GONE)
            return await end_watch(interaction, self._equipment, int(key), language)

        await respond_to(interaction, self._equipment, prepare)

    @person.autocomplete("name")
    @pair.autocomplete("name")
    @pair.autocomplete("other")
    async def _complete_name(self, interaction: "discord.Interaction[ReadoutBot]", written: str) -> Choices:
        return await complete_name(self._equipment, interaction, written)

    @remove.autocomplete("key")
    async def _complete_watch(self, interaction: "discord.Interaction[ReadoutBot]", written: str) -> Choices:
        async def find() -> Choices:
            watches, language = await asyncio.gather(
                self._ending(interaction), self._equipment.scopes.language_of(interaction)
            )
            named = [
                (f"{write_watch(one, language)}{self._elsewhere(interaction, one.place.channel_id)}", one.key)
                for one in watches
            ]
            fitting = [one for one in named if written.casefold() in one[0].casefold()]
            return [
                app_commands.Choice(name=shortened(name, LONGEST), value=str(key))
                for name, key in fitting[:CHOICES]
            ]

        return await offered(find())

    async def _ending(self, interaction: discord.Interaction[Any]) -> list[Watch]:
        """Return the watches that a person may see from here, those of this channel first."""
        watches, guild_id, channel_id = (
            self._equipment.state.watches,
            interaction.guild_id,
            interaction.channel_id,
        )
        kept = await (watches.of_channel(channel_id or 0) if guild_id is None else watches.of_guild(guild_id))
        seen = [one for one in kept if may_see(interaction, one)]
        return sorted(seen, key=lambda one: one.place.channel_id != channel_id)

    def _elsewhere(self, interaction: discord.Interaction[Any], channel_id: int) -> str:
        if channel_id == interaction.channel_id:
            return ""
        channel = self._bot.get_channel(channel_id)
        return f" · #{getattr(channel, 'name', channel_id)}"

    async def _make(
        self, interaction: "discord.Interaction[ReadoutBot]", subject: Subject, *words: str
    ) -> None:
        async def prepare(language: Language) -> Rendered:
            _check_may_make(interaction)
            scope = await self._equipment.scopes.of(interaction)
            self._equipment.cooldowns.take(interaction.user.id, interaction.guild_id)
            written = [on_one_line(one) for one in words]
            try:
                made = await self._watcher.make(_place(interaction), subject, written, scope)
            except UnclearName as error:
                raise explain_unclear(error, language) from error
            except AlreadyWatched as error:
                raise Refusal("That is watched here already; see `/watch list`.") from error
            except TooManyWatches as error:
                raise _too_many(error) from error
            return render_made(made.watch, made.known, language)

        await respond_to(interaction, self._equipment, prepare, private=False)

    async def _go(self) -> None:
        await self._bot.wait_until_ready()
        if self._bot.accepting:
            # What waits is told first: it came first, and whatever ails the index is no matter to it.
            await self._teller.tell(self._bot)
            await self._watcher.look()
            await self._teller.tell(self._bot)


def _check_may_make(interaction: discord.Interaction[Any]) -> None:
    """Raise `MissingPermissions` for who may not make watches here, `Refusal` where the bot may not write."""
    if interaction.guild_id is not None:
        check_moderates(interaction)
        check_postable(interaction)


def _place(interaction: discord.Interaction[Any]) -> WatchPlace:
    channel = interaction.channel
    locale = interaction.guild_locale if interaction.guild_id is not None else interaction.locale
    return WatchPlace(
        channel_id=interaction.channel_id or 0,
        parent_id=channel.parent_id if isinstance(channel, discord.Thread) else None,
        guild_id=interaction.guild_id,
        maker_id=interaction.user.id,
        locale=None if locale is None else locale.value,
    )


def _too_many(error: TooManyWatches) -> Refusal:
    if error.in_channel:
        return Refusal("This channel has {most} watches already; end one of them first.", most=error.most)
    return Refusal("This server has {most} watches already; end one of them first.", most=error.most)
