"""Questions: a mention of the bot, or `/ask`."""

import logging
import re
import time
from datetime import date
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.desk import AnsweringDesk
from bot.faults import Refusal
from bot.render import Rendered
from bot.replies import InteractionReply, MessageReply, respond
from index.engine import EVERYTHING, Filters

if TYPE_CHECKING:
    from bot.client import ReadoutBot

log = logging.getLogger(__name__)

HELP = (
    "Ask me who met, when, where or why, for example: `When do US and Chinese officials meet?` "
    "Or use `/ask`, which also takes dates and a source."
)


class AskCog(commands.Cog):
    """Answers questions from the briefings."""

    def __init__(self, bot: "ReadoutBot", desk: AnsweringDesk) -> None:
        self._bot = bot
        self._desk = desk

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that mentions the bot, or is a reply that pings it."""
        user = self._bot.user
        if message.author.bot or user is None or user not in message.mentions or not self._bot.accepting:
            return
        question = _without_mention(message.content, user.id)
        await respond(MessageReply(message), lambda: self._answer(question, EVERYTHING))

    @app_commands.command(name="ask", description="Ask who met, when, where and why")
    @app_commands.describe(
        question="What you want to know",
        since="Only briefings published on or after this day, as 2024-01-28",
        until="Only briefings published on or before this day, as 2024-01-28",
        source="Only briefings of this source",
    )
    async def ask(
        self,
        interaction: discord.Interaction[Any],
        question: app_commands.Range[str, 1, 6000],
        since: str | None = None,
        until: str | None = None,
        source: str | None = None,
    ) -> None:
        """Answer a question from the briefings that the filters let through."""

        async def prepare() -> Rendered:
            first, last = _parse_day("since", since), _parse_day("until", until)
            if first is not None and last is not None and first > last:
                raise Refusal("`since` is later than `until`, so no briefing can match; swap them.")
            return await self._answer(question, Filters(since=first, until=last, source=source))

        await respond(InteractionReply(interaction), prepare)

    async def _answer(self, question: str, where: Filters) -> Rendered:
        question = question.strip()
        if not question:
            return Rendered(text=HELP)
        began = time.monotonic()
        rendered = await self._desk.answer(question, where)
        # What was asked stays between the asker and the channel: the log holds its length alone.
        log.info("Answered a question of %d characters in %.2f s", len(question), time.monotonic() - began)
        return rendered


def _without_mention(content: str, user_id: int) -> str:
    return re.sub(rf"<@!?{user_id}>", " ", content)


def _parse_day(name: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise Refusal(f"`{name}` must be a day written as 2024-01-28.") from None
