"""What can be done with a message by right-clicking it: ask about it, or check what it claims."""

import asyncio
from datetime import date
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.reply.claims import Verdict, judge_claim, question_of, split_claims
from bot.answering.understanding.follow_ups import complete_from_text
from bot.asking import Asked, Asking
from bot.equipment import Equipment
from bot.faults import Refusal, explain_failure
from bot.languages import Language
from bot.rendering.answer import Rendered
from bot.rendering.claims import render_verdicts
from bot.replies import InteractionReply
from bot.responding import respond_to
from bot.scopes import whereabouts
from bot.state import Given
from index.engine import Filters

if TYPE_CHECKING:
    from bot.client import ReadoutBot

ASK_ABOUT = "Ask about this message"
CHECK = "Check against the briefings"
_FORM_SECONDS = 900.0
_LONGEST_QUESTION = 300


class MenusCog(commands.Cog):
    """Adds the two entries to the menu of every message."""

    def __init__(self, bot: "ReadoutBot", equipment: Equipment, asking: Asking) -> None:
        self._bot = bot
        self._equipment = equipment
        self._asking = asking
        self._menus = [
            app_commands.ContextMenu(name=ASK_ABOUT, callback=self.ask_about),
            app_commands.ContextMenu(name=CHECK, callback=self.check),
        ]

    async def cog_load(self) -> None:
        """Add the entries; a cog cannot declare them."""
        for menu in self._menus:
            self._bot.tree.add_command(menu)

    async def ask_about(
        self, interaction: "discord.Interaction[ReadoutBot]", message: discord.Message
    ) -> None:
        """Ask for a question, in a form that holds the message where that is one."""
        language = await self._equipment.scopes.language_of(interaction)
        form = QuestionForm(self, message, language)
        await interaction.response.send_modal(form)

    async def check(self, interaction: "discord.Interaction[ReadoutBot]", message: discord.Message) -> None:
        """Hold each claim of a message against the briefings, and show the findings to who wants to know."""

        async def prepare(language: Language) -> Rendered:
            claims = split_claims(_text_of(message))
            if not claims:
                raise Refusal("This message claims nothing that I can look up: name who met, when or where.")
            self._equipment.cooldowns.take(interaction.user.id, interaction.guild_id)
            scope = await self._equipment.scopes.of(interaction)
            day = message.created_at.date()
            verdicts = [await self._judge(claim, scope, day) for claim in claims]
            return await asyncio.to_thread(render_verdicts, verdicts, language)

        await respond_to(interaction, self._equipment, prepare)

    async def answer(
        self,
        interaction: discord.Interaction[Any],
        message: discord.Message,
        question: str,
        language: Language,
    ) -> None:
        """Answer a question about a message, for its asker alone."""
        reply = InteractionReply(interaction, private=True)
        await reply.open()
        before = await self._answer_in(interaction, message)
        written = question if before is not None else complete_from_text(question, _text_of(message))
        asked = Asked(
            written=written,
            place=whereabouts(interaction, private=True),
            before=before,
            as_of=message.created_at.date() if before is None else None,
            channel=interaction.channel,
        )
        await self._asking.ask(asked, reply, language)

    async def _answer_in(
        self, interaction: discord.Interaction[Any], message: discord.Message
    ) -> Given | None:
        given = await self._equipment.state.given.in_message(message.id)
        return given if given is not None and given.place.guild_id == interaction.guild_id else None

    async def _judge(self, claim: str, scope: Filters, day: date) -> Verdict:
        answered = await self._equipment.desk.answer(question_of(claim), scope, as_of=day)
        return judge_claim(claim, answered.answer)


class QuestionForm(discord.ui.Modal):
    """Asks for a question about a message."""

    def __init__(self, menus: MenusCog, message: discord.Message, language: Language) -> None:
        super().__init__(title=language.say("Ask about this message"), timeout=_FORM_SECONDS)
        text = " ".join(_text_of(message).split())
        self._menus = menus
        self._message = message
        self._language = language
        self.question: discord.ui.TextInput[Any] = discord.ui.TextInput(
            label=language.say("Your question"),
            placeholder=language.say("When was that? Who else was there?"),
            default=text if text.endswith("?") and len(text) <= _LONGEST_QUESTION else None,
            max_length=_LONGEST_QUESTION,
        )
        self.add_item(self.question)

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Answer what was written."""
        await self._menus.answer(interaction, self._message, self.question.value, self._language)

    async def on_error(  # type: ignore[override]
        self, interaction: discord.Interaction[Any], error: Exception, /
    ) -> None:
        """Tell the person in a sentence."""
        await interaction.client.tell(interaction, explain_failure(error, self._language))


def _text_of(message: discord.Message) -> str:
    """Return what a message says, its embeds included: news is often posted as one."""
    parts = [message.content]
    for embed in message.embeds:
        parts += [embed.title or "", embed.description or ""]
    return "\n\n".join(part for part in parts if part)
