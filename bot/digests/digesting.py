"""Posts the digests of channels when they are due: each once, whatever happens to Discord or to the bot."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import discord

from bot.equipment import Equipment
from bot.faults import Refusal, log_failure
from bot.languages import Language
from bot.noticing import Noticing
from bot.posting import Outcome, post, stands
from bot.rendering.answer import Rendered
from bot.rendering.digests import moment, render_channel_digest
from bot.rendering.summaries import MOST_NEWS
from bot.state import ChannelDigest, Posting
from bot.summaries.arrivals import digest_of_arrivals
from bot.summaries.citing import cite_digest
from index.engine import Filters, IndexUnavailable, Snapshot

if TYPE_CHECKING:
    from bot.client import ReadoutBot

log = logging.getLogger(__name__)

REFUSED_RUNS = 5
"""Runs in a row that cannot be posted, after which a digest is dropped."""
DRAWN_AT_MOST = 5
"""Attempts of a run, after which one that cannot be drawn is given up."""
_PAUSE = timedelta(minutes=1)
_LONGEST_PAUSE = timedelta(minutes=30)


class Digesting:
    """Does what is due. What it does not get done, the next round does, also after a restart."""

    def __init__(self, bot: "ReadoutBot", equipment: Equipment, noticing: Noticing) -> None:
        self._bot = bot
        self._equipment = equipment
        self._noticing = noticing

    async def go(self) -> None:
        """Post every digest that is due, one after the other, until the bot is stopping."""
        due = await self._equipment.state.digests.due()
        if not due or not await self._notice():
            await self._put_off(due)
            return
        for channel_id in due:
            if not self._bot.accepting:
                return
            # A task of its own, which a stop waits for: a post is not left half done.
            await asyncio.create_task(self._post(channel_id), name="readout: post")

    async def _post(self, channel_id: int) -> None:
        """Post the digest of a channel, and note what became of it."""
        digests = self._equipment.state.digests
        try:
            held = await digests.begin(channel_id)
        except Exception as error:  # noqa: BLE001 - such as a zone that the machine no longer knows
            log_failure(error, f"The digest of channel {channel_id} cannot be read")
            await digests.later(channel_id, self._equipment.now() + _LONGEST_PAUSE)
            return
        if held is not None and held.posting is not None:
            await self._conclude(held, held.posting, await self._try(held, held.posting))

    async def _notice(self) -> bool:
        """See what came into the index; False where that cannot be done now."""
        try:
            await self._noticing.look()
        except (Refusal, IndexUnavailable) as error:
            log.error("Digests are put off: %s", error)
        except Exception as error:  # noqa: BLE001 - a digest now would leave out what came
            log_failure(error, "Digests are put off")
        else:
            return True
        return False

    async def _put_off(self, due: Sequence[int]) -> None:
        again = self._equipment.now() + _PAUSE
        for channel_id in due:
            await self._equipment.state.digests.later(channel_id, again)

    async def _try(self, held: ChannelDigest, posting: Posting) -> Outcome:
        place = held.place
        parents = () if place.parent_id is None else (place.parent_id,)
        scopes = self._equipment.scopes
        try:
            scope = await scopes.filters(place.guild_id, place.channel_id, *parents)
        except Refusal as refusal:
            log.info("The digest of channel %d is not posted: %s", place.channel_id, refusal)
            return Outcome.CLOSED
        try:
            language = await scopes.language(place.guild_id, place.locale)
            rendered = await self._draw(held, posting, scope, language)
        except (Refusal, IndexUnavailable) as error:
            log.info("The digest of channel %d is put off: %s", place.channel_id, error)
            return Outcome.LATER
        except Exception as error:  # noqa: BLE001 - the other channels get theirs
            log_failure(error, f"The digest of channel {place.channel_id} failed")
            # Not for ever: a run that is given up shows in `/digest show`.
            return Outcome.LATER if posting.attempts < DRAWN_AT_MOST else Outcome.UNUSABLE
        return await self._send(held, posting, rendered)

    async def _send(self, held: ChannelDigest, posting: Posting, rendered: Rendered) -> Outcome:
        try:
            if posting.attempts > 1 and await self._stands(held, posting):
                return Outcome.SENT
            return await post(self._bot, held.place.channel_id, rendered, nonce=posting.nonce)
        except Exception as error:  # noqa: BLE001 - the other channels get theirs
            log_failure(error, f"The digest of channel {held.place.channel_id} failed")
        return Outcome.LATER

    async def _draw(
        self, held: ChannelDigest, posting: Posting, scope: Filters, language: Language
    ) -> Rendered:
        arrived = await self._equipment.state.arrivals.between(
            held.told.arrival, posting.until.arrival, scope.collections
        )
        zone, library = held.schedule.zone, self._equipment.library
        days = (held.told.at.astimezone(zone).date(), posting.until.at.astimezone(zone).date())

        def work(snapshot: Snapshot) -> Rendered:
            occasions = library.open(snapshot, scope).occasions
            told = digest_of_arrivals(snapshot, occasions, arrived, days=days, scope=scope)
            return render_channel_digest(cite_digest(told, MOST_NEWS), held, language)

        return await self._equipment.desk.read(work)

    async def _stands(self, held: ChannelDigest, posting: Posting) -> bool:
        """Tell whether an attempt whose end the bot did not see was successful after all.

        Discord knows a nonce for minutes only. The moment since which a digest tells is in no other post.
        """
        since = moment(held.told.at)

        def is_it(message: discord.Message) -> bool:
            return any(since in (one.description or "") for one in message.embeds)

        return await stands(self._bot, held.place.channel_id, posting.until.at, is_it)

    async def _conclude(self, held: ChannelDigest, posting: Posting, outcome: Outcome) -> None:
        digests, channel_id = self._equipment.state.digests, held.place.channel_id
        match outcome:
            case Outcome.SENT:
                await digests.sent(channel_id, posting.nonce)
            case Outcome.LATER:
                await digests.later(channel_id, self._next_attempt(posting))
            case Outcome.GONE:
                await digests.remove(channel_id)
                log.warning("Channel %d is no more, so its digest was dropped", channel_id)
            case Outcome.CLOSED | Outcome.UNUSABLE if held.refused + 1 >= REFUSED_RUNS:
                await digests.remove(channel_id)
                reason = (
                    "may not be posted there"
                    if outcome is Outcome.CLOSED
                    else "is refused or cannot be drawn"
                )
                log.warning(
                    "The digest of channel %d %s, %d times in a row: it was dropped",
                    channel_id,
                    reason,
                    REFUSED_RUNS,
                )
            case Outcome.CLOSED | Outcome.UNUSABLE:
                await digests.refused(channel_id, posting.nonce)

    def _next_attempt(self, posting: Posting) -> datetime:
        return self._equipment.now() + min(_PAUSE * (1 << min(posting.attempts - 1, 5)), _LONGEST_PAUSE)
