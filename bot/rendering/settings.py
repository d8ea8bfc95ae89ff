"""What is set in a server and its channels, as `/settings` shows it."""

from collections.abc import Mapping

import discord

from bot.languages import Language
from bot.rendering.answer import ANSWERED, Rendered
from bot.rendering.markup import escape
from bot.settings import TOP_COLLECTION
from bot.state import ChannelChoices, GuildChoices
from index.engine import Filters

_SHOWN_CHANNELS = 20


def render_settings(
    guild: GuildChoices,
    channels: Mapping[int, ChannelChoices],
    bound: Filters,
    speaks: str,
    language: Language,
) -> Rendered:
    """Show what is set; channels beyond the twentieth are counted and listed in the file."""
    embed = discord.Embed(title=language.say("Settings of this server"), colour=ANSWERED)
    embed.add_field(
        name=language.say("Collections"),
        value=_named(guild.collections if guild.collections is not None else bound.collections, language),
        inline=False,
    )
    threads = language.say("below every answer to `/ask`") if guild.threads else language.say("off")
    embed.add_field(name=language.say("Threads"), value=threads)
    embed.add_field(name=language.say("Language"), value=speaks)
    lines = [f"<#{one}>: {_channel(choices, language)}" for one, choices in channels.items()]
    for line in lines[:_SHOWN_CHANNELS]:
        embed.add_field(name=language.say("Channel"), value=line, inline=False)
    if len(lines) > _SHOWN_CHANNELS:
        return Rendered(embeds=(embed,), attachment="\n".join([*lines, ""]))
    return Rendered(embeds=(embed,))


def _channel(choices: ChannelChoices, language: Language) -> str:
    parts = []
    if choices.collections is not None:
        parts.append(language.say("reads {collections}", collections=_named(choices.collections, language)))
    if choices.auto_answer is not None:
        percent = round(choices.auto_answer * 100)
        parts.append(language.say("answers unasked from {percent} % confidence on", percent=percent))
    return "; ".join(parts)


def _named(collections: frozenset[str] | None, language: Language) -> str:
    if collections is None:
        return language.say("all")
    return escape(", ".join(sorted(one or TOP_COLLECTION for one in collections))) or language.say("none")
