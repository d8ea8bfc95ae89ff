"""Commands and menus in the language of who looks at them; Discord picks it, for each person."""

import asyncio

import discord
from discord import app_commands

from bot.languages import ENGLISH, Languages


class CommandTranslator(app_commands.Translator):
    """Translates names, descriptions, choices and menu entries."""

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return the translation into a locale of Discord, or None to keep the English text."""
        language = self._languages.of(locale.value)
        if language is ENGLISH:
            return None
        # All commands in all of Discord's languages are too much for one step of the loop.
        await asyncio.sleep(0)
        if _is_slash_name(context):
            called = language.called(string.message)
            return None if called == string.message else called
        (translated, *_) = language.texts.get(string.message, (None,))
        return translated


def _is_slash_name(context: app_commands.TranslationContextTypes) -> bool:
    place = app_commands.TranslationContextLocation
    if context.location in (place.group_name, place.parameter_name):
        return True
    return context.location is place.command_name and not isinstance(context.data, app_commands.ContextMenu)
