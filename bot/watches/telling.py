"""Tells channels the news that wait for them, as far as their place may read by then, or later."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.equipment import Equipment
from bot.faults import log_failure
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
        # Before all: were the disk full after the post, it would be made again and again; and what cannot be
        # drawn must not come first in every round.
        await self._equipment.state.news.put_off(news.key, self._next_try(news))
        try:
            rendered = await self._draw(news)
        except Exception as error:  # noqa: BLE001 - the other channels, and the watches, go on
            log_failure(error, f"News for channel {news.channel_id} cannot be drawn")
            await self._give_up(news)
            return Outcome.UNUSABLE
        if rendered is None:
            await self._equipment.state.news.drop(news.key)
            return None
        outcome = await self._post(client, news, rendered)
        await self._settle(news, outcome)
        return outcome

    async def _draw(self, news: PendingNews) -> Rendered | None:
        watches = {one.key: one for one in await self._equipment.state.watches.of_channel(news.channel_id)}
        bundle = await self._allowed(await asyncio.to_thread(read_bundle, news.items), watches)
        return await self._render(bundle, watches) if bundle.items else None

    async def _give_up(self, news: PendingNews) -> None:
        """Drop news that could not be drawn for a week: a newer version of the bot may have been able to."""
        if self._equipment.state.news.now() - news.found_at >= GIVEN_UP:
            log.warning("News for channel %d are dropped: they could not be drawn in a week", news.channel_id)
            await self._equipment.state.news.drop(news.key)

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
