"""`/settings`: what may be read where, which channels are answered unasked, threads, language."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.equipment import Equipment
from bot.faults import Refusal
from bot.languages import Language
from bot.moderating import check_manages, server_of
from bot.offering import Choices, as_choices, offered
from bot.rendering.answer import Rendered
from bot.rendering.settings import render_settings
from bot.responding import respond_to
from bot.settings import TOP_COLLECTION as TOP
from bot.state import ChannelChoices
from index.engine import Filters, Snapshot

if TYPE_CHECKING:
    from bot.client import ReadoutBot

ALL = "all"


class AnyAskedChannel(app_commands.Transformer):
    """Takes a channel in which people ask: of text, of announcements, or a forum for all its posts."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """Tell that the option is a channel."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Tell which channels Discord may offer."""
        return [discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum]

    async def transform(
        self, interaction: discord.Interaction[Any], value: app_commands.AppCommandChannel, /
    ) -> app_commands.AppCommandChannel:
        """Take the channel as it is."""
        return value


AskedChannel = app_commands.Transform[app_commands.AppCommandChannel, AnyAskedChannel]


class SettingsCog(commands.Cog):
    """Lets those who manage a server decide; `default_permissions` hides it from others, the check holds."""

    settings = app_commands.Group(
        name="settings",
        description="What I do in this server",
        guild_only=True,
        default_permissions=discord.Permissions(manage_guild=True),
    )

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Let only those pass who may manage the server. Raises `MissingPermissions`."""
        check_manages(interaction)
        return True

    @settings.command(name="show", description="What is set in this server and its channels")
    async def show(self, interaction: "discord.Interaction[ReadoutBot]") -> None:
        """Show what is set."""
        await respond_to(interaction, self._equipment, lambda language: self._show(interaction, language))

    @settings.command(name="collections", description="Which collections of briefings may be read here")
    @app_commands.describe(
        names="Names of collections, with commas between; “all” for every one",
        channel="Only for this channel, within what the server may read",
    )
    async def collections(
        self,
        interaction: "discord.Interaction[ReadoutBot]",
        names: str,
        channel: AskedChannel | None = None,
    ) -> None:
        """Bind the server, or one channel, to collections."""

        async def prepare(language: Language) -> Rendered:
            chosen = await self._read_collections(interaction, names)
            preferences, guild_id = self._equipment.state.preferences, server_of(interaction)
            if channel is None:
                now = await preferences.of_guild(guild_id)
                await preferences.set_guild(guild_id, replace(now, collections=chosen))
            else:
                held = await preferences.of_channel(channel.id)
                await preferences.set_channel(channel.id, guild_id, replace(held, collections=chosen))
            return await self._show(interaction, language)

        await respond_to(interaction, self._equipment, prepare)

    @settings.command(name="auto-answer", description="Answer questions in a channel without being mentioned")
    @app_commands.describe(
        channel="The channel", confidence="How sure I must be, from 1 to 100; 0 switches it off"
    )
    async def auto_answer(
        self,
        interaction: "discord.Interaction[ReadoutBot]",
        channel: AskedChannel,
        confidence: app_commands.Range[int, 0, 100],
    ) -> None:
        """Switch auto-answers on or off for a channel."""

        async def prepare(language: Language) -> Rendered:
            if confidence and not self._equipment.message_content:
                raise Refusal(
                    "I cannot read messages that do not mention me; whoever runs me must set "
                    "MESSAGE_CONTENT=yes."
                )
            preferences = self._equipment.state.preferences
            held: ChannelChoices = await preferences.of_channel(channel.id)
            least = confidence / 100 if confidence else None
            await preferences.set_channel(
                channel.id, server_of(interaction), replace(held, auto_answer=least)
            )
            return await self._show(interaction, language)

        await respond_to(interaction, self._equipment, prepare)

    @settings.command(name="threads", description="Open a thread below every answer to /ask")
    @app_commands.describe(on="Whether to")
    async def threads(self, interaction: "discord.Interaction[ReadoutBot]", on: bool) -> None:
        """Switch threads on or off."""

        async def prepare(language: Language) -> Rendered:
            preferences, guild_id = self._equipment.state.preferences, server_of(interaction)
            now = await preferences.of_guild(guild_id)
            await preferences.set_guild(guild_id, replace(now, threads=on))
            return await self._show(interaction, language)

        await respond_to(interaction, self._equipment, prepare)

    @settings.command(name="language", description="The language I speak in this server")
    @app_commands.describe(language="The language")
    async def language(self, interaction: "discord.Interaction[ReadoutBot]", language: str) -> None:
        """Choose a language; answers stay in the words of the briefings."""

        async def prepare(_: Language) -> Rendered:
            languages = self._equipment.languages
            chosen = languages.of(language)
            if chosen.code != language:
                known = ", ".join(f"{one.name} ({one.code})" for one in languages.all())
                raise Refusal("I speak: {known}.", known=known)
            preferences, guild_id = self._equipment.state.preferences, server_of(interaction)
            now = await preferences.of_guild(guild_id)
            await preferences.set_guild(guild_id, replace(now, language=language))
            return await self._show(interaction, chosen)

        await respond_to(interaction, self._equipment, prepare)

    @language.autocomplete("language")
    async def _complete_language(
        self, interaction: "discord.Interaction[ReadoutBot]", written: str
    ) -> list[app_commands.Choice[str]]:
        return [
            app_commands.Choice(name=one.name, value=one.code)
            for one in self._equipment.languages.all()
            if written.casefold() in (one.name + one.code).casefold()
        ][:25]

    @collections.autocomplete("names")
    async def _complete_names(self, interaction: "discord.Interaction[ReadoutBot]", written: str) -> Choices:
        return await offered(self._names(interaction, written))

    async def _names(self, interaction: discord.Interaction[Any], written: str) -> Choices:
        *given, last = [part.strip() for part in written.split(",")]
        known = self._of(interaction, await self._equipment.desk.glance(_collections))
        choosable = [*([] if given else [ALL]), *(one for one in known if one not in given)]
        return as_choices(", ".join([*given, one]) for one in choosable if last.casefold() in one.casefold())

    async def _read_collections(
        self, interaction: discord.Interaction[Any], names: str
    ) -> frozenset[str] | None:
        if names.strip().casefold() == ALL:
            return None
        known = await self._equipment.desk.read(_collections)
        allowed = {one.casefold(): one for one in self._of(interaction, known)}
        wanted = [part.strip() for part in names.split(",") if part.strip()]
        unknown = [one for one in wanted if one.casefold() not in allowed]
        if unknown or not wanted:
            raise Refusal(
                "There is no collection “{name}” here. There are: {known}.",
                name=", ".join(unknown),
                known=", ".join(allowed.values()) or "–",
            )
        chosen = (allowed[one.casefold()] for one in wanted)
        return frozenset("" if one == TOP else one for one in chosen)

    def _of(self, interaction: discord.Interaction[Any], known: Sequence[str]) -> list[str]:
        """Return those of the collections that the operator lets this server read."""
        bound = self._equipment.scopes.bounds.of_guild(server_of(interaction))
        return [one or TOP for one in known if bound is None or one in bound]

    async def _show(self, interaction: discord.Interaction[Any], language: Language) -> Rendered:
        preferences, guild_id = self._equipment.state.preferences, server_of(interaction)
        guild, channels = await preferences.of_guild(guild_id), await preferences.channels_of(guild_id)
        bound = Filters(collections=self._equipment.scopes.bounds.of_guild(guild_id))
        speaks = self._equipment.languages.of(guild.language) if guild.language else language
        return render_settings(guild, channels, bound, speaks.name, language)


def _collections(snapshot: Snapshot) -> Sequence[str]:
    return snapshot.collections()
