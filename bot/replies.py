"""The ways an answer reaches a person: as a reply to a message, to a command, or in place of an older one."""

import asyncio
import contextlib
import io
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

import aiohttp
import discord

from bot.delivery import deliver
from bot.faults import explain_failure, log_failure
from bot.languages import ENGLISH, Language
from bot.rendering.answer import Rendered
from bot.views import build_view

log = logging.getLogger(__name__)

TYPING_SECONDS = 8.0  # Discord shows a typing mark for about ten seconds
_ALREADY_ACKNOWLEDGED = 40060
_TOKEN_GONE = frozenset({50027, 10015, 10062})  # expired token, unknown webhook, unknown interaction
_FAILURES = (discord.HTTPException, aiohttp.ClientError, OSError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Where an answer stands."""

    message: discord.Message
    channel_id: int


class Reply(Protocol):
    """Where an answer goes: acknowledged at once, sent when it is ready."""

    async def open(self) -> None:
        """Tell Discord within its three seconds that an answer is coming."""

    def waiting(self) -> contextlib.AbstractAsyncContextManager[None]:
        """Show that the answer is being prepared."""

    async def note(self, text: str) -> None:
        """Say something meanwhile, where the answer will stand."""

    async def send(self, rendered: Rendered) -> Shown | None:
        """Show the answer; None where it could only be dropped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """After how many seconds, and then how often, a person who waits is told `say()`; None says nothing."""

    seconds: float
    say: Callable[[], str | None]


async def respond(
    reply: Reply,
    prepare: Callable[[], Awaitable[Rendered]],
    *,
    language: Language = ENGLISH,
    patience: Patience | None = None,
) -> Shown | None:
    """Acknowledge, prepare and send; whatever fails, the person hears of it where that is possible."""
    await reply.open()
    prepared = asyncio.Event()
    notes = None if patience is None else asyncio.create_task(_keep_informed(reply, patience, prepared))
    try:
        async with reply.waiting():
            rendered = await prepare()
    except Exception as error:  # noqa: BLE001 - the one place that turns any failure into a sentence
        rendered = Rendered(text=explain_failure(error, language))
    finally:
        prepared.set()
        if notes is not None:
            # A note on its way is waited for: it must not overtake the answer, nor be left standing.
            await asyncio.wait([notes])
    try:
        return await reply.send(rendered)
    except _FAILURES as error:
        reference = log_failure(error, "An answer could not be delivered")
        with contextlib.suppress(*_FAILURES):
            await reply.send(Rendered(text=_undelivered(reference, language)))
    return None


async def _keep_informed(reply: Reply, patience: Patience, prepared: asyncio.Event) -> None:
    said = None
    while True:
        try:
            await asyncio.wait_for(prepared.wait(), patience.seconds)
        except TimeoutError:
            pass
        else:
            return
        text = patience.say()
        if text is not None and text != said:
            said = text
            with contextlib.suppress(*_FAILURES):
                await reply.note(text)


class MessageReply:
    """Replies to a message in its channel."""

    def __init__(self, message: discord.Message) -> None:
        self._message = message
        self._noted: discord.Message | None = None

    async def open(self) -> None:
        """Do nothing: a message has no deadline."""

    @contextlib.asynccontextmanager
    async def waiting(self) -> AsyncIterator[None]:
        """Show the typing mark, as long as Discord lets us; the answer never depends on it."""
        typing = asyncio.create_task(self._type())
        try:
            yield
        finally:
            typing.cancel()
            await asyncio.wait([typing])

    async def note(self, text: str) -> None:
        """Post a note, which the answer will replace."""
        if self._noted is None:
            self._noted = await post_message(
                self._message.channel, Rendered(text=text), reference=self._reference()
            )
        else:
            await _edit(self._noted, Rendered(text=text))

    async def send(self, rendered: Rendered) -> Shown:
        """Post the answer as a reply, once, however often Discord has to be asked."""
        if self._noted is not None:
            try:
                return _shown(await _edit(self._noted, rendered))
            except discord.NotFound:
                log.info("A note was deleted before its answer came; the answer is posted anew")
        return _shown(await post_message(self._message.channel, rendered, reference=self._reference()))

    def _reference(self) -> discord.MessageReference:
        return self._message.to_reference(fail_if_not_exists=False)

    async def _type(self) -> None:
        with contextlib.suppress(*_FAILURES):
            while True:
                await self._message.channel.typing()
                await asyncio.sleep(TYPING_SECONDS)


class StandingReply:
    """Replaces an answer that stands: its question was edited."""

    def __init__(self, message: discord.PartialMessage) -> None:
        self._message = message

    async def open(self) -> None:
        """Do nothing: a message has no deadline."""

    @contextlib.asynccontextmanager
    async def waiting(self) -> AsyncIterator[None]:
        """Do nothing: the older answer stands meanwhile."""
        yield

    async def note(self, text: str) -> None:
        """Say nothing: the older answer stands meanwhile."""

    async def send(self, rendered: Rendered) -> Shown:
        """Put the answer in the place of the older one."""
        return _shown(await _edit(self._message, rendered))


class InteractionReply:
    """Replies to a command, a menu, a form or a button: deferred first, then edited.

    Once its token is gone, the answer goes to the channel as a message; a private one to its asker, or
    nowhere. With `in_place` the message that holds the button is edited.
    """

    def __init__(
        self, interaction: discord.Interaction[Any], *, private: bool = False, in_place: bool = False
    ) -> None:
        self._interaction = interaction
        self._private = private
        self._in_place = in_place
        self._token_gone = False
        self._opened = False

    async def open(self) -> None:
        """Defer, once. A repeated defer that Discord had already taken counts as taken."""
        if self._opened:
            return
        self._opened = True
        defer = self._interaction.response.defer
        thinking = not self._in_place
        try:
            await deliver(
                lambda: defer(ephemeral=self._private and thinking, thinking=thinking), pauses=(0.2, 0.4)
            )
        except discord.HTTPException as error:
            if error.code in _TOKEN_GONE:
                self._token_gone = True
            elif error.code != _ALREADY_ACKNOWLEDGED:
                raise

    @contextlib.asynccontextmanager
    async def waiting(self) -> AsyncIterator[None]:
        """Do nothing: Discord itself shows a deferred command as being thought about."""
        yield

    async def note(self, text: str) -> None:
        """Show a note in the deferred reply."""
        if not self._token_gone and not self._in_place:
            await self._interaction.edit_original_response(content=text)

    async def send(self, rendered: Rendered) -> Shown | None:
        """Fill the deferred reply in; without a valid token, post to the channel (a private answer: a DM)."""
        if not self._token_gone:
            try:
                return _shown(await deliver(lambda: self._edit(rendered)))
            except discord.HTTPException as error:
                if error.code not in _TOKEN_GONE:
                    raise
                self._token_gone = True
        return await self._post_instead(rendered)

    async def _edit(self, rendered: Rendered) -> discord.Message:
        return await self._interaction.edit_original_response(
            content=rendered.text,
            embeds=list(rendered.embeds),
            attachments=_files(rendered),
            view=build_view(rendered.controls),
        )

    async def _post_instead(self, rendered: Rendered) -> Shown | None:
        if not self._private:
            channel_id = self._interaction.channel_id
            if channel_id is None:
                return None
            return _shown(
                await post_message(self._interaction.client.get_partial_messageable(channel_id), rendered)
            )
        try:
            return _shown(await post_message(self._interaction.user, rendered))
        except discord.Forbidden:
            log.warning("A private answer outlived its token, and its asker takes no direct messages")
        return None


async def post_message(
    target: discord.abc.Messageable,
    rendered: Rendered,
    *,
    reference: discord.MessageReference | None = None,
    nonce: str | None = None,
) -> discord.Message:
    """Post a message, once, however often Discord has to be asked; `nonce` is what it is known by there."""
    nonce = nonce or secrets.token_hex(12)
    extra: dict[str, Any] = {} if reference is None else {"reference": reference}
    if rendered.controls:
        extra["view"] = build_view(rendered.controls)
    return await deliver(
        lambda: target.send(
            content=rendered.text,
            embeds=list(rendered.embeds),
            files=_files(rendered),
            nonce=nonce,
            # Links in plain text must not unfold; the flag would hide embeds of our own.
            suppress_embeds=not rendered.embeds,
            **extra,
        )
    )


async def _edit(message: discord.Message | discord.PartialMessage, rendered: Rendered) -> discord.Message:
    return await deliver(
        lambda: message.edit(
            content=rendered.text,
            embeds=list(rendered.embeds),
            attachments=_files(rendered),
            view=build_view(rendered.controls),
        )
    )


def _shown(message: discord.Message) -> Shown:
    return Shown(message=message, channel_id=message.channel.id)


def _files(rendered: Rendered) -> list[discord.File]:
    files = [discord.File(io.BytesIO(one.content), filename=one.name) for one in rendered.files]
    if rendered.attachment is not None:
        files.append(discord.File(io.BytesIO(rendered.attachment.encode()), filename="answer.txt"))
    return files


def _undelivered(reference: str, language: Language) -> str:
    return language.say(
        "I have an answer, but Discord did not take it. Please ask again; reference `{reference}`.",
        reference=reference,
    )
