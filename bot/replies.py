"""The two ways an answer reaches a person: as a reply to a message, or to a command."""

import asyncio
import contextlib
import io
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Protocol

import aiohttp
import discord

from bot.delivery import deliver
from bot.faults import explain_failure, log_failure
from bot.render import Rendered

log = logging.getLogger(__name__)

TYPING_SECONDS = 8.0  # Discord shows a typing mark for about ten seconds
_ALREADY_ACKNOWLEDGED = 40060
_TOKEN_GONE = frozenset({50027, 10015, 10062})  # expired token, unknown webhook, unknown interaction


class Reply(Protocol):
    """Where an answer goes: acknowledged at once, sent when it is ready."""

    async def open(self) -> None:
        """Tell Discord within its three seconds that an answer is coming."""

    def waiting(self) -> contextlib.AbstractAsyncContextManager[None]:
        """Show that the answer is being prepared."""

    async def send(self, rendered: Rendered) -> None:
        """Show the answer."""


async def respond(reply: Reply, prepare: Callable[[], Awaitable[Rendered]]) -> None:
    """Acknowledge, prepare and send; whatever fails, the person hears of it where that is possible."""
    await reply.open()
    try:
        async with reply.waiting():
            rendered = await prepare()
    except Exception as error:  # noqa: BLE001 - the one place that turns any failure into a sentence
        rendered = Rendered(text=explain_failure(error))
    try:
        await reply.send(rendered)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        reference = log_failure(error, "An answer could not be delivered")
        with contextlib.suppress(discord.HTTPException, aiohttp.ClientError, OSError):
            await reply.send(Rendered(text=_undelivered(reference)))


class MessageReply:
    """Replies to a message in its channel."""

    def __init__(self, message: discord.Message) -> None:
        self._message = message

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

    async def send(self, rendered: Rendered) -> None:
        """Post the answer as a reply, once, however often Discord has to be asked."""
        reference = self._message.to_reference(fail_if_not_exists=False)
        await _post(self._message.channel, rendered, reference=reference)

    async def _type(self) -> None:
        with contextlib.suppress(discord.HTTPException, aiohttp.ClientError, OSError):
            while True:
                await self._message.channel.typing()
                await asyncio.sleep(TYPING_SECONDS)


class InteractionReply:
    """Replies to a slash command: deferred first, then edited; by message once its token is gone."""

    def __init__(self, interaction: discord.Interaction[Any], *, private: bool = False) -> None:
        self._interaction = interaction
        self._private = private
        self._token_gone = False

    async def open(self) -> None:
        """Defer. A repeated defer that Discord had already taken counts as taken."""
        defer = self._interaction.response.defer
        try:
            await deliver(lambda: defer(ephemeral=self._private, thinking=True), pauses=(0.2, 0.4))
        except discord.HTTPException as error:
            if error.code in _TOKEN_GONE:
                self._token_gone = True
            elif error.code != _ALREADY_ACKNOWLEDGED:
                raise

    @contextlib.asynccontextmanager
    async def waiting(self) -> AsyncIterator[None]:
        """Do nothing: Discord itself shows a deferred command as being thought about."""
        yield

    async def send(self, rendered: Rendered) -> None:
        """Fill the deferred reply in; without a valid token, post to the channel (a private answer: a DM)."""
        if not self._token_gone:
            try:
                await deliver(lambda: self._edit(rendered))
                return
            except discord.HTTPException as error:
                if error.code not in _TOKEN_GONE:
                    raise
                self._token_gone = True
        await self._post_instead(rendered)

    async def _edit(self, rendered: Rendered) -> None:
        await self._interaction.edit_original_response(
            content=rendered.text, embeds=list(rendered.embeds), attachments=_files(rendered)
        )

    async def _post_instead(self, rendered: Rendered) -> None:
        if not self._private:
            channel_id = self._interaction.channel_id
            if channel_id is not None:
                await _post(self._interaction.client.get_partial_messageable(channel_id), rendered)
            return
        try:
            await _post(self._interaction.user, rendered)
        except discord.Forbidden:
            log.warning("A private answer outlived its token, and its asker takes no direct messages")


async def _post(
    target: discord.abc.Messageable, rendered: Rendered, *, reference: discord.MessageReference | None = None
) -> None:
    nonce = secrets.token_hex(12)
    extra: dict[str, Any] = {} if reference is None else {"reference": reference}
    await deliver(
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


def _files(rendered: Rendered) -> list[discord.File]:
    if rendered.attachment is None:
        return []
    return [discord.File(io.BytesIO(rendered.attachment.encode()), filename="answer.txt")]


def _undelivered(reference: str) -> str:
    return f"I have an answer, but Discord did not take it. Please ask again; reference `{reference}`."
