"""What may be read where: the collections of a server, of a channel, and of direct messages."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import discord

from bot.faults import Refusal
from bot.languages import Language, Languages
from bot.state import Preferences, Whereabouts
from index.engine import EVERYTHING, Filters

DM_OFF = "I answer in servers only; please ask me there."
NOT_A_MEMBER = "This server has not been given any briefings; ask whoever runs me."


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What the operator allows: `guilds` None is everything to every server, `direct` None no direct
    messages at all. A server that is not listed sees nothing."""

    guilds: Mapping[int, frozenset[str]] | None = None
    direct: Filters | None = field(default=None)

    def of_guild(self, guild_id: int) -> frozenset[str] | None:
        """Return the collections that a server may choose from; None is all."""
        return None if self.guilds is None else self.guilds.get(guild_id, frozenset())


class Scopes:
    """Decides, for a place, which collections every search there is bound to, and its language."""

    def __init__(self, preferences: Preferences, languages: Languages, bounds: Bounds) -> None:
        self._preferences = preferences
        self._languages = languages
        self._bounds = bounds

    @property
    def bounds(self) -> Bounds:
        """What the operator allows."""
        return self._bounds

    async def filters(self, guild_id: int | None, channel_id: int, *parents: int) -> Filters:
        """Return the filter of a place: what the operator allows, narrowed by the server and the channel.

        A thread has the choices of its channel, given in `parents`. Raises `Refusal` where nothing may be
        asked.
        """
        if guild_id is None:
            if self._bounds.direct is None:
                raise Refusal(DM_OFF)
            return self._bounds.direct
        allowed = self._bounds.of_guild(guild_id)
        if allowed is not None and not allowed:
            raise Refusal(NOT_A_MEMBER)
        chosen = [(await self._preferences.of_guild(guild_id)).collections]
        chosen += [(await self._preferences.of_channel(one)).collections for one in (channel_id, *parents)]
        for one in chosen:
            allowed = one if allowed is None else allowed if one is None else allowed & one
        return replace(EVERYTHING, collections=allowed)

    async def of_place(self, place: Whereabouts, channel: object = None) -> Filters:
        """Return the filter of a place; `channel` tells the channel of a thread."""
        return await self.filters(place.guild_id, place.channel_id, *_parents(channel))

    async def of(self, interaction: discord.Interaction[Any]) -> Filters:
        """Return the filter of the place in which a command is used. Raises `Refusal`."""
        return await self.of_place(whereabouts(interaction), interaction.channel)

    async def language(self, guild_id: int | None, locale: str | None = None) -> Language:
        """Return the language of a server: chosen, else its own; in direct messages, the person's."""
        if guild_id is not None:
            chosen = (await self._preferences.of_guild(guild_id)).language
            if chosen is not None:
                return self._languages.of(chosen)
        return self._languages.of(locale)

    async def language_of(self, interaction: discord.Interaction[Any]) -> Language:
        """Return the language of the place in which a command is used."""
        locale = interaction.guild_locale if interaction.guild_id is not None else interaction.locale
        return await self.language(interaction.guild_id, None if locale is None else locale.value)


def whereabouts(interaction: discord.Interaction[Any], *, private: bool = False) -> Whereabouts:
    """Return who uses a command, and where."""
    return Whereabouts(
        channel_id=interaction.channel_id or 0,
        guild_id=interaction.guild_id,
        asker_id=interaction.user.id,
        private=private,
    )


def _parents(channel: object) -> tuple[int, ...]:
    return (channel.parent_id,) if isinstance(channel, discord.Thread) else ()
