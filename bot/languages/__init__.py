"""The languages in which people are spoken to; answers stay in the words of the briefings."""

from bot.languages.language import ENGLISH, Language
from bot.languages.shelf import Languages

__all__ = ["ENGLISH", "Language", "Languages"]
