"""Tells channels the news that wait for them, as far as their place may read by then, or later."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.equipment import Equipment
from bot.posting import Outcome, post, stands
from bot.rendering.answer import Rendered
from bot.rendering.watches import render_news
from bot.state import PendingNews, Watch
from bot.watches.items import Bundle, narrowed, read_bundle
from bot.watches.watcher import Watcher

if TYPE_CHECKING:
    from bot.client import ReadoutBot

log = logging.getLogger(__name__)

GIVEN_UP = timedelta(days=7)
_PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=3),
    timedelta(hours=12),
)


class Teller:
    """Posts what is due, in order.

    News are forgotten when Discord has taken them. A bot that dies between the two tries again after its
    restart: with the same nonce, which Discord posts once within some minutes, and only if the channel does
    not show the post already. Only where its messages may not be read can a post stand twice; none is lost.
    """

    def __init__(self, equipment: Equipment, watcher: Watcher) -> None:
        self._equipment = equipment
        self._watcher = watcher

    async def tell(self, client: "ReadoutBot") -> None:
        """Post the news that are due, unless Discord is out of order or the bot is stopping."""
        refused: set[int] = set()
        for one in await self._equipment.state.news.due():
            if one.channel_id in refused:
                continue  # what came first is told first
            if not client.accepting:
                return
            # A task of its own, which a stop waits for: a post is not left half done.
            outcome = await asyncio.create_task(self._tell(client, one), name="readout: post")
            if outcome is not None and outcome is not Outcome.SENT:
                refused.add(one.channel_id)
            if outcome is Outcome.LATER:
                return

    async def _tell(self, client: "ReadoutBot", news: PendingNews) -> Outcome | None:
        """Post news, and note what became of it; None where there is nothing to say any more."""
        watches = {one.key: one for one in await self._equipment.state.watches.of_channel(news.channel_id)}
        bundle = await self._allowed(read_bundle(news.items), watches)
        if not bundle.items:
            await self._equipment.state.news.drop(news.key)
            return None
        rendered = await self._render(bundle, watches)
        # Before the post: were the disk full after it, it would be made again and again.
        await self._equipment.state.news.put_off(news.key, self._next_try(news))
        outcome = await self._post(client, news, rendered)
        await self._settle(news, outcome)
        return outcome

    async def _post(self, client: "ReadoutBot", news: PendingNews, rendered: Rendered) -> Outcome:
        told = [(one.title, (one.description or "").strip()) for one in rendered.embeds]

        def is_it(message: discord.Message) -> bool:
            return [(one.title, (one.description or "").strip()) for one in message.embeds] == told

        try:
            if news.attempts and await stands(client, news.channel_id, news.found_at, is_it):
                return Outcome.SENT
        except (discord.HTTPException, aiohttp.ClientError, OSError):
            return Outcome.LATER
        return await post(client, news.channel_id, rendered, nonce=news.nonce)

    async def _allowed(self, bundle: Bundle, watches: Mapping[int, Watch]) -> Bundle:
        """Keep what is news to a watch that still stands, and may be read in its place by now."""
        if not watches:
            return Bundle(items=())
        scope = await self._watcher.scope_of(_any(watches).place)
        if scope is None:
            return Bundle(items=())
        return narrowed(bundle, frozenset(watches), scope.collections)

    async def _render(self, bundle: Bundle, watches: Mapping[int, Watch]) -> Rendered:
        place = _any(watches).place
        language = await self._equipment.scopes.language(place.guild_id, place.locale)
        return await asyncio.to_thread(render_news, bundle, watches, language)

    async def _settle(self, news: PendingNews, outcome: Outcome) -> None:
        state = self._equipment.state
        if outcome in (Outcome.SENT, Outcome.UNUSABLE):
            await state.news.drop(news.key)
        elif outcome is Outcome.GONE:
            await self._let_go(news.channel_id, "it was deleted")
        elif state.news.now() - news.found_at < GIVEN_UP:
            log.info("News for channel %d wait after attempt %d", news.channel_id, news.attempts + 1)
        elif outcome is Outcome.CLOSED:
            await self._let_go(news.channel_id, "the bot has not been allowed to write there for a week")
        else:
            log.warning("News for channel %d are dropped: Discord took none in a week", news.channel_id)
            await state.news.drop(news.key)

    async def _let_go(self, channel_id: int, reason: str) -> None:
        count = await self._equipment.state.watches.remove_channel(channel_id)
        log.warning("%d watches of channel %d are dropped: %s", count, channel_id, reason)

    def _next_try(self, news: PendingNews) -> datetime:
        return self._equipment.state.news.now() + _PAUSES[min(news.attempts, len(_PAUSES) - 1)]


def _any(watches: Mapping[int, Watch]) -> Watch:
    # Of one channel, so of one place.
    return next(iter(watches.values()))
