"""Questions in messages: mentions, replies, direct messages, threads of the bot, auto-answer channels."""

import contextlib
import logging
import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import aiohttp
import discord
from discord.ext import commands

from bot.answering.answer import Answer
from bot.answering.understanding.question import UnusableQuestion
from bot.asking import Asked, Asking, Standing
from bot.delivery import deliver
from bot.equipment import Equipment
from bot.faults import Refusal
from bot.languages import Language
from bot.rendering.answer import Rendered
from bot.replies import MessageReply, StandingReply, respond
from bot.state import Given, Whereabouts

if TYPE_CHECKING:
    from bot.client import ReadoutBot

log = logging.getLogger(__name__)

# A question may be mended for a minute, and the answer follows it.
MENDING = timedelta(minutes=1)
# So long a follow-up may come after its answer without being a reply to it.
_RECENT = timedelta(minutes=15)
_QUESTION = re.compile(
    r"\?\s*$|^(?:who(?:m|se)?|when|where|why|which|what|did|does|do|has|have|was|were|is|are|will)\b", re.I
)
_FEWEST_WORDS = 3


@dataclass(slots=True)
class _Fate:
    """What became of a question while its answer was prepared."""

    deleted: bool = False
    edited: discord.Message | None = None


class ListeningCog(commands.Cog):
    """Answers messages, and keeps answers true to the messages that asked."""

    def __init__(self, bot: "ReadoutBot", equipment: Equipment, asking: Asking) -> None:
        self._bot = bot
        self._equipment = equipment
        self._asking = asking
        self._under_way: dict[int, _Fate] = {}

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that asks the bot, or that a channel wants answered."""
        if message.author.bot or self._bot.user is None or not self._bot.accepting:
            return
        if self._is_addressed(message):
            await self._answer(message)
        elif self._equipment.message_content and message.guild is not None:
            await self._answer_unasked(message)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Answer anew when a question is edited within a minute."""
        message = payload.message
        if message.author.bot or not self._bot.accepting:
            return
        if message.id in self._under_way:
            self._under_way[message.id].edited = message
            return
        given = await self._equipment.state.given.asked_in(message.id)
        if given is not None and discord.utils.utcnow() - message.created_at <= MENDING:
            await self._answer_again(message, given)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Take the answer away when its question goes."""
        await self._gone(payload.message_id)

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Take the answers away when their questions go."""
        for message_id in sorted(payload.message_ids):
            await self._gone(message_id)

    def _is_addressed(self, message: discord.Message) -> bool:
        if message.guild is None or self._bot.user in message.mentions:
            return True
        return self._equipment.message_content and self._is_own_thread(message.channel)

    def _is_own_thread(self, channel: object) -> bool:
        user = self._bot.user
        return isinstance(channel, discord.Thread) and user is not None and channel.owner_id == user.id

    async def _answer(self, message: discord.Message) -> None:
        # Noted before anything is awaited: the message may be edited or deleted at any moment from now on.
        fate = self._under_way.setdefault(message.id, _Fate())
        try:
            standing = await self._answer_once(message)
        finally:
            del self._under_way[message.id]
        await self._follow(message, standing, fate)

    async def _answer_once(self, message: discord.Message) -> Standing | None:
        ticket = self._equipment.desk.draw()
        language = await self._language(message)
        question = self._question_in(message)
        if not question:
            await respond(MessageReply(message), lambda: _help(language), language=language)
            return None
        asked = self._asked(message, question, await self._before(message))
        asked = replace(asked, ticket=ticket, channel=await self._channel_of(message))
        return await self._asking.ask(asked, MessageReply(message), language)

    async def _answer_unasked(self, message: discord.Message) -> None:
        """Answer in an auto-answer channel, where the answer is sure enough; else stay silent."""
        channel_of_it = await self._channel_of(message)
        channel_ids = [message.channel.id, *_parent_of(channel_of_it)]
        choices = [await self._equipment.state.preferences.of_channel(one) for one in channel_ids]
        least = next((one.auto_answer for one in choices if one.auto_answer is not None), None)
        question = message.content.strip()
        if least is None or not _QUESTION.search(question) or len(question.split()) < _FEWEST_WORDS:
            return
        asked = replace(self._asked(message, question, None), channel=channel_of_it)
        with contextlib.suppress(Refusal, UnusableQuestion):
            answered = await self._asking.find(asked)
            if isinstance(answered.answer, Answer) and answered.answer.confidence >= least:
                language = await self._language(message)
                key, rendered = await self._asking.draw(asked, answered, language)

                async def prepared() -> Rendered:
                    return rendered

                shown = await respond(MessageReply(message), prepared, language=language)
                await self._asking.settle(key, answered, shown)

    async def _answer_again(self, message: discord.Message, given: Given) -> None:
        question = self._question_in(message)
        if not question or question == given.written or given.message_id is None:
            return
        channel = self._bot.get_partial_messageable(given.place.channel_id)
        standing = channel.get_partial_message(given.message_id)
        asked = replace(self._asked(message, question, None), channel=await self._channel_of(message))
        await self._asking.again(asked, given, StandingReply(standing), await self._language(message))

    async def _follow(self, message: discord.Message, standing: Standing | None, fate: _Fate) -> None:
        """Do to an answer what was done to its question meanwhile."""
        if standing is None:
            return
        if fate.deleted:
            await self._gone(message.id)
        elif fate.edited is not None:
            given = await self._equipment.state.given.get(standing.key)
            if given is not None:
                await self._answer_again(fate.edited, given)

    async def _gone(self, message_id: int) -> None:
        if message_id in self._under_way:
            self._under_way[message_id].deleted = True
            return
        state = self._equipment.state.given
        own = await state.in_message(message_id)
        if own is not None:
            await state.remove(own.key)
        given = await state.asked_in(message_id)
        if given is None:
            return
        await state.remove(given.key)
        if given.message_id is not None:
            channel = self._bot.get_partial_messageable(given.place.channel_id)
            try:
                await channel.get_partial_message(given.message_id).delete()
            except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
                log.warning("The answer to a deleted question could not be deleted: %s", error)

    async def _channel_of(self, message: discord.Message) -> object:
        """Return the channel of a message; a thread that the client was never told of is looked up.

        What may be read in a thread is up to its channel, so without knowing that one nothing is answered:
        what Discord raises is left to the client's log.
        """
        if message.guild is None or not isinstance(message.channel, discord.PartialMessageable):
            return message.channel
        unknown = message.channel.id
        return await deliver(lambda: self._bot.fetch_channel(unknown))

    async def _before(self, message: discord.Message) -> Given | None:
        """Return the answer that a follow-up leans on."""
        given = self._equipment.state.given
        if message.reference is not None and message.reference.message_id is not None:
            return await given.in_message(message.reference.message_id)
        if isinstance(message.channel, discord.Thread):
            return await given.latest_in(message.channel.id) or await given.in_message(message.channel.id)
        latest = await given.latest_in(message.channel.id, message.author.id)
        if latest is None or message.guild is None:
            return latest
        return latest if message.created_at - latest.given_at <= _RECENT else None

    def _asked(self, message: discord.Message, question: str, before: Given | None) -> Asked:
        place = Whereabouts(
            channel_id=message.channel.id,
            guild_id=None if message.guild is None else message.guild.id,
            asker_id=message.author.id,
        )
        return Asked(
            written=question, place=place, asked_id=message.id, before=before, channel=message.channel
        )

    def _question_in(self, message: discord.Message) -> str:
        user = self._bot.user
        mention = re.compile(rf"<@!?{0 if user is None else user.id}>")
        return mention.sub(" ", message.content).strip()

    async def _language(self, message: discord.Message) -> Language:
        guild = message.guild
        locale = None if guild is None else guild.preferred_locale.value
        return await self._equipment.scopes.language(None if guild is None else guild.id, locale)


def _parent_of(channel: object) -> tuple[int, ...]:
    return (channel.parent_id,) if isinstance(channel, discord.Thread) else ()


async def _help(language: Language) -> Rendered:
    return Rendered(
        text=language.say(
            "Ask me who met, when, where or why, for example: `When do US and Chinese officials meet?` "
            "Or use `/ask`, which also takes dates and a source; `/help` tells more."
        )
    )
