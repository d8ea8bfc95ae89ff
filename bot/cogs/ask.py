"""`/ask`: a question as a command."""

import logging
from typing import TYPE_CHECKING, Any, Literal

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import Asked, Asking, Standing
from bot.delivery import deliver
from bot.equipment import Equipment
from bot.faults import Refusal, explain_failure
from bot.occasions.wording import on_one_line
from bot.offering import Choices, as_choices, offered
from bot.rendering.answer import Rendered
from bot.rendering.markup import shortened
from bot.replies import InteractionReply
from bot.scopes import whereabouts
from bot.state import Given
from bot.written_days import read_written_day
from index.engine import Filters

if TYPE_CHECKING:
    from bot.client import ReadoutBot

log = logging.getLogger(__name__)

_THREAD_NAME = 100
_A_DAY: Literal[1440] = 1440  # minutes


class AskCog(commands.Cog):
    """Answers questions that are asked with `/ask`."""

    def __init__(self, equipment: Equipment, asking: Asking) -> None:
        self._equipment = equipment
        self._asking = asking

    @app_commands.command(name="ask", description="Ask who met, when, where and why")
    @app_commands.describe(
        question="What you want to know",
        since="Only briefings published on or after this day, as 2024-01-28",
        until="Only briefings published on or before this day, as 2024-01-28",
        source="Only briefings of this source",
        private="Show the answer to you alone",
    )
    async def ask(
        self,
        interaction: "discord.Interaction[ReadoutBot]",
        question: app_commands.Range[str, 1, 6000],
        since: str | None = None,
        until: str | None = None,
        source: str | None = None,
        private: bool = False,
    ) -> None:
        """Answer a question from the briefings that the filters let through."""
        ticket = self._equipment.desk.draw()
        reply = InteractionReply(interaction, private=private)
        await reply.open()
        language = await self._equipment.scopes.language_of(interaction)
        try:
            where = _read_filters(since, until, source)
        except Refusal as refusal:
            await reply.send(Rendered(text=explain_failure(refusal, language)))
            return
        asked = Asked(
            written=question,
            place=whereabouts(interaction, private=private),
            before=await self._before(interaction),
            where=where,
            channel=interaction.channel,
            ticket=ticket,
        )
        standing = await self._asking.ask(asked, reply, language)
        if standing is not None and not private:
            await self._open_thread(interaction, standing, question)

    @ask.autocomplete("source")
    async def _complete_source(self, interaction: "discord.Interaction[ReadoutBot]", written: str) -> Choices:
        return await offered(self._sources(interaction, written))

    async def _sources(self, interaction: discord.Interaction[Any], written: str) -> Choices:
        scope = await self._equipment.scopes.of(interaction)
        known = await self._equipment.desk.glance(lambda snapshot: snapshot.sources(scope))
        return as_choices(one for one in known if written.casefold() in one.casefold())

    async def _before(self, interaction: discord.Interaction[Any]) -> Given | None:
        """Return the answer that a follow-up leans on: the last of a thread, or the asker's own last."""
        given, channel = self._equipment.state.given, interaction.channel
        if isinstance(channel, discord.Thread):
            return await given.latest_in(channel.id) or await given.in_message(channel.id)
        return await given.latest_in(interaction.channel_id or 0, interaction.user.id)

    async def _open_thread(
        self, interaction: discord.Interaction[Any], standing: Standing, question: str
    ) -> None:
        """Open a thread below the answer where the server wants that; the answer never depends on it.

        Discord may refuse: for want of the permission, or because 1,000 threads are open already. Below a
        question in a thread, a forum's post or a voice channel there is none to open.
        """
        if interaction.guild_id is None or not isinstance(interaction.channel, discord.TextChannel):
            return
        if not (await self._equipment.state.preferences.of_guild(interaction.guild_id)).threads:
            return
        message = interaction.channel.get_partial_message(standing.shown.message.id)
        name = shortened(on_one_line(question), _THREAD_NAME)
        try:
            # Safe to repeat: a message has one thread at most.
            await deliver(lambda: message.create_thread(name=name, auto_archive_duration=_A_DAY))
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("No thread could be opened below an answer: %s", error)


def _read_filters(since: str | None, until: str | None, source: str | None) -> Filters:
    first, last = read_written_day("since", since), read_written_day("until", until)
    if first is not None and last is not None and first > last:
        raise Refusal("`since` is later than `until`, so no briefing can match; swap them.")
    return Filters(since=first, until=last, source=source)
