"""Looks what a new state of the index brings to each watch, once, and notes it to be told."""

import asyncio
import logging
import secrets
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.equipment import Equipment
from bot.faults import Refusal, log_failure
from bot.noticing import Noticing
from bot.occasions.people import People
from bot.occasions.shelf import Shelf
from bot.state import Finding, Report, Subject, Watch, WatchPlace
from bot.watches.comparing import MeetingNews, news_of
from bot.watches.items import bundle, write_bundle
from bot.watches.matching import matching, words_meant
from bot.watches.reports import mark_of, report_from_written, report_of
from index.engine import ArticleMeeting, Filters, IndexUnavailable, Snapshot
from index.occasions import Occasion

log = logging.getLogger(__name__)

BROADEST = 2000
"""Meetings that a new watch may be about already: what everything matches is no watch."""
_TRIES = 5


class _Superseded(Exception):
    """A build was published between two steps: they would not speak of the same index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A watch that was made, and how many meetings it is about already."""

    watch: Watch
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Touched:
    """The meetings that a watch is about and fresh articles tell of."""

    watch: Watch
    occasions: tuple[Occasion, ...]
    people: People
    fresh: frozenset[str]


class Watcher:
    """Keeps what is news apart from what was known when a watch was made, and from what was told.

    Each watch has the number of the last arrival that was looked at for it; what came after that is fresh,
    once. That a round looked, what it found, and what each watch knows by now is noted in one transaction: a
    crash loses nothing and tells nothing twice.
    """

    def __init__(self, equipment: Equipment, noticing: Noticing) -> None:
        self._equipment = equipment
        self._noticing = noticing
        self._looking = asyncio.Lock()

    async def look(self) -> None:
        """Look what came since the last time, if somebody watches; cheap where nothing did."""
        try:
            async with self._looking:
                await self._round()
        except (Refusal, _Superseded) as error:
            log.info("The watches look later: %s", error)
        except IndexUnavailable as error:
            log.warning("The watches cannot look into the index: %s", error)

    async def make(self, place: WatchPlace, subject: Subject, words: Sequence[str], scope: Filters) -> Made:
        """Make a watch, which knows all that there is by now.

        Raises `Refusal`, `UnclearName` and `WatchRefused`.
        """
        async with self._looking:
            for _ in range(_TRIES):
                generation = await self._noticing.look()
                told = await self._equipment.state.arrivals.last()
                try:
                    meant, known, count = await self._equipment.desk.read(
                        partial(self._known, generation, scope, subject, words)
                    )
                except _Superseded:
                    continue
                watch = await self._equipment.state.watches.add(place, subject, meant, known, told)
                return Made(watch=watch, known=count)
        raise Refusal("The index is being rebuilt just now. Please try again in a minute.")

    def _known(
        self, generation: int, scope: Filters, subject: Subject, words: Sequence[str], snapshot: Snapshot
    ) -> tuple[tuple[str, ...], list[Report], int]:
        shelf = self._shelf(snapshot, generation, scope)
        # The name table is that of all collections: an office that it knows may be told in a closed one.
        names = snapshot.names() if scope.collections is None else ()
        meant = words_meant(subject, words, shelf.people, names)
        found = matching(shelf.occasions, shelf.people, subject, meant)
        if len(found) > BROADEST:
            raise Refusal(
                "That is too broad: {count} meetings match already. Please be more exact.",
                count=f"{len(found):,}",
            )
        return meant, [report_of(version) for one in found for version in one.versions], len(found)

    def _shelf(self, snapshot: Snapshot, generation: int, scope: Filters) -> Shelf:
        if snapshot.generation() != generation:
            raise _Superseded("a build was published meanwhile")
        return self._equipment.library.open(snapshot, scope)

    async def _round(self) -> None:
        """Look for every watch. Raises `_Superseded` where a build was published meanwhile."""
        state = self._equipment.state
        watches = await state.watches.all()
        if not watches:
            return
        generation = await self._noticing.look()
        until = await state.arrivals.last()
        behind: defaultdict[int, list[Watch]] = defaultdict(list)
        for watch in watches:
            if watch.told != until:
                behind[watch.told].append(watch)
        for told, some in behind.items():
            came = await state.arrivals.after(told)
            touched = await self._touched(some, came, generation)
            findings = [await self._finding(channel, found) for channel, found in touched.items()]
            await state.findings.conclude([one.key for one in some], until, findings)
            log.info("Looked at generation %d for %d watches", generation, len(some))

    async def _touched(
        self, watches: Sequence[Watch], came: frozenset[bytes], generation: int
    ) -> dict[int, list[_Touched]]:
        """Find, by channel, the watches that new articles concern: each within what its place may read."""
        by_scope: defaultdict[Filters, list[Watch]] = defaultdict(list)
        for watch in watches:
            scope = await self.scope_of(watch.place)
            if scope is not None:
                by_scope[scope].append(watch)
        found: defaultdict[int, list[_Touched]] = defaultdict(list)
        for scope, some in by_scope.items():
            for one in await self._equipment.desk.read(partial(self._find, generation, scope, some, came)):
                found[one.watch.place.channel_id].append(one)
        return found

    async def scope_of(self, place: WatchPlace) -> Filters | None:
        """Return what may be read in the place of a watch by now; None is nothing at all."""
        parents = () if place.parent_id is None else (place.parent_id,)
        try:
            return await self._equipment.scopes.filters(place.guild_id, place.channel_id, *parents)
        except Refusal:
            return None

    def _find(
        self,
        generation: int,
        scope: Filters,
        watches: Sequence[Watch],
        came: frozenset[bytes],
        snapshot: Snapshot,
    ) -> list[_Touched]:
        shelf = self._shelf(snapshot, generation, scope)
        fresh = frozenset(one.id for one in snapshot.articles(scope) if one.digest in came)
        told = [one for one in shelf.occasions if any(two.article.id in fresh for two in one.versions)]
        found = ((one, matching(told, shelf.people, one.subject, one.words)) for one in watches)
        return [
            _Touched(watch=one, occasions=occasions, people=shelf.people, fresh=fresh)
            for one, occasions in found
            if occasions
        ]

    async def _finding(self, channel_id: int, touched: Sequence[_Touched]) -> Finding:
        known: dict[int, list[Report]] = {}
        found: list[tuple[str, int, MeetingNews]] = []
        for one in touched:
            key, fresh = one.watch.key, one.fresh
            versions = [version for occasion in one.occasions for version in occasion.versions]
            new = [version for version in versions if version.article.id in fresh]
            remembered = await self._equipment.state.findings.remembered(
                key, {version.article.id for version in new}, map(mark_of, new)
            )
            known[key] = [report_of(version) for version in versions]
            found += [
                (occasion_id, key, news)
                for occasion_id, news in await asyncio.to_thread(_compare, one, remembered)
            ]
        return Finding(
            channel_id=channel_id,
            known=known,
            replaced=frozenset().union(*(one.fresh for one in touched)),
            news=write_bundle(bundle(found)) if found else None,
            nonce=secrets.token_hex(12),
        )


def _read(report: Report) -> ArticleMeeting | None:
    """Return what is remembered; what cannot be read any more is not, and no watch stands still for it."""
    try:
        return report_from_written(report)
    except Exception as error:  # noqa: BLE001 - whatever stands there, the round goes on
        log_failure(error, "A remembered report cannot be read")
        return None


def _compare(touched: _Touched, remembered: Sequence[Report]) -> list[tuple[str, MeetingNews]]:
    watch = touched.watch
    reports = [read for one in remembered if (read := _read(one)) is not None]

    def is_about(occasion: Occasion) -> bool:
        return bool(matching([occasion], touched.people, watch.subject, watch.words))

    compared = ((one.id, news_of(one, touched.fresh, reports, is_about)) for one in touched.occasions)
    return [(key, news) for key, news in compared if news is not None]
