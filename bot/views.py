"""Buttons as Discord takes them. None is remembered by the client: an id says all, also after a restart."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.controls import TEMPLATE, Act, Control, Look

if TYPE_CHECKING:
    from bot.client import ReadoutBot

_STYLES = {Look.PLAIN: discord.ButtonStyle.secondary, Look.DANGER: discord.ButtonStyle.danger}


class AnswerButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=TEMPLATE):
    """A button of any answer ever given."""

    def __init__(self, control: Control) -> None:
        super().__init__(
            discord.ui.Button(
                label=control.label,
                emoji=control.emoji,
                style=_STYLES[control.look],
                custom_id=control.custom_id,
                disabled=control.disabled,
                row=control.row,
            )
        )
        self.control = control

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Read a button back from its id."""
        return cls(
            Control(act=Act(match["act"]), key=int(match["key"]), page=int(match["page"]), label=match["act"])
        )

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the bot."""
        bot: ReadoutBot = interaction.client
        await bot.press(interaction, self.control)


def build_view(controls: Sequence[Control]) -> discord.ui.View:
    """Lay buttons out; an empty view takes those of an edited message away."""
    view = discord.ui.View(timeout=None)
    for control in controls:
        view.add_item(AnswerButton(control))
    return view
