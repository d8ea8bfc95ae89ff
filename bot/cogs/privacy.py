"""`/forget-me`: everything kept of a person is deleted."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.equipment import Equipment
from bot.languages import Language
from bot.rendering.answer import Rendered
from bot.responding import respond_to

if TYPE_CHECKING:
    from bot.client import ReadoutBot


class PrivacyCog(commands.Cog):
    """Deletes what the bot keeps of who asks for it."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment

    @app_commands.command(
        name="forget-me", description="Delete what I keep of you: questions, ratings, watches"
    )
    async def forget_me(self, interaction: "discord.Interaction[ReadoutBot]") -> None:
        """Delete, and say how much it was."""

        async def prepare(language: Language) -> Rendered:
            gone = await self._equipment.state.forget(interaction.user.id)
            answers = language.count("{number} question", "{number} questions", gone.answers)
            ratings = language.count("{number} rating", "{number} ratings", gone.ratings)
            watches = language.count("{number} watch", "{number} watches", gone.watches)
            return Rendered(
                text=language.say(
                    "Deleted: {answers}, {ratings} and {watches}. Messages that stand in Discord are yours "
                    "to delete there; the buttons below them no longer work.",
                    answers=answers,
                    ratings=ratings,
                    watches=watches,
                )
            )

        await respond_to(interaction, self._equipment, prepare)
