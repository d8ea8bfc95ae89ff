"""The digests that channels have set: when each is due, what it has told, and the post under way."""

import secrets
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.digests.schedules import Schedule
from bot.state.arrivals import last_arrival
from bot.state.database import Database

A_GUILD = 50
_COLUMNS = (
    "channel_id, parent_id, guild_id, setter_id, locale, hour, weekday, zone, told, told_at, next_at, "
    "refused, nonce, until, until_at, attempts"
)


class TooManyDigests(Exception):
    """The server has as many digests as it may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestPlace:
    """Where a digest is posted, and who set it: `parent_id` is the channel of a thread, `locale` the server's
    own language; `setter_id` None is forgotten."""

    channel_id: int
    parent_id: int | None
    guild_id: int
    setter_id: int | None
    locale: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How far a digest tells: the number of the last arrival, and when that was."""

    arrival: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A post under way; `attempts` counts the present one."""

    nonce: str
    until: Reached
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelDigest:
    """A digest of a channel. `refused` counts the last runs in a row that could not be posted."""

    place: DigestPlace
    schedule: Schedule
    told: Reached
    next_at: datetime
    refused: int
    posting: Posting | None


class Digests:
    """Keeps one digest a channel."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def set(self, place: DigestPlace, schedule: Schedule) -> None:
        """Set or change the digest of a channel; what it has told stays told. Raises `TooManyDigests`.

        A post under way, or to be tried again, is concluded first: the runs after it are those set now.
        """
        now = self._now()
        values = (
            *(place.channel_id, place.parent_id, place.guild_id, place.setter_id, place.locale),
            *(schedule.hour, schedule.weekday, schedule.zone.key, now.isoformat()),
            schedule.next_run(now).isoformat(),
        )

        def write(connection: sqlite3.Connection) -> None:
            others = "SELECT count(*) FROM digests WHERE guild_id = ? AND channel_id <> ?"
            if connection.execute(others, (place.guild_id, place.channel_id)).fetchone()[0] >= A_GUILD:
                raise TooManyDigests
            connection.execute(
                "INSERT INTO digests (channel_id, parent_id, guild_id, setter_id, locale, hour, weekday,"
                " zone, told_at, next_at, told) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (channel_id) DO UPDATE SET parent_id = excluded.parent_id,"
                " setter_id = excluded.setter_id, locale = excluded.locale, hour = excluded.hour,"
                " weekday = excluded.weekday, zone = excluded.zone, refused = 0, next_at ="
                " CASE WHEN digests.nonce IS NULL THEN excluded.next_at ELSE digests.next_at END",
                (*values, last_arrival(connection)),
            )

        await self._database.run(write)

    async def of(self, channel_id: int) -> ChannelDigest | None:
        """Return the digest of a channel."""
        return await self._database.run(lambda connection: _find(connection, channel_id))

    async def remove(self, channel_id: int) -> bool:
        """Forget the digest of a channel; tell whether there was one."""
        delete = "DELETE FROM digests WHERE channel_id = ?"
        done = await self._database.run(lambda connection: connection.execute(delete, (channel_id,)).rowcount)
        return done > 0

    async def zone_of(self, guild_id: int) -> str | None:
        """Return the time zone that a server uses most."""
        query = (
            "SELECT zone FROM digests WHERE guild_id = ? GROUP BY zone ORDER BY count(*) DESC, zone LIMIT 1"
        )
        row = await self._database.run(lambda connection: connection.execute(query, (guild_id,)).fetchone())
        return None if row is None else str(row[0])

    async def due(self) -> tuple[int, ...]:
        """Return the channels whose digest is due, the longest due first."""
        now = self._now().isoformat()
        query = "SELECT channel_id FROM digests WHERE next_at <= ? ORDER BY next_at, channel_id"
        rows = await self._database.run(lambda connection: connection.execute(query, (now,)).fetchall())
        return tuple(row[0] for row in rows)

    async def begin(self, channel_id: int) -> ChannelDigest | None:
        """Begin the post of a channel, or one more attempt of the one under way; None if it was switched off.

        All attempts have one nonce and tell up to the same arrival.
        """
        nonce, now = secrets.token_hex(12), self._now().isoformat()

        def write(connection: sqlite3.Connection) -> ChannelDigest | None:
            connection.execute(
                "UPDATE digests SET nonce = ?, until = ?, until_at = ?, attempts = 0"
                " WHERE channel_id = ? AND nonce IS NULL",
                (nonce, last_arrival(connection), now, channel_id),
            )
            more = "UPDATE digests SET attempts = attempts + 1 WHERE channel_id = ?"
            connection.execute(more, (channel_id,))
            return _find(connection, channel_id)

        return await self._database.run(write)

    async def sent(self, channel_id: int, nonce: str) -> None:
        """Note that a post stands: what it tells is told."""
        await self._conclude(channel_id, nonce, "told = until, told_at = until_at, refused = 0")

    async def refused(self, channel_id: int, nonce: str) -> None:
        """Note that a post cannot be made: the next run tells what it would have told."""
        await self._conclude(channel_id, nonce, "refused = refused + 1")

    async def later(self, channel_id: int, again_at: datetime) -> None:
        """Put off a digest that is due."""
        query = "UPDATE digests SET next_at = ? WHERE channel_id = ? AND next_at <= ?"
        values = (again_at.isoformat(), channel_id, self._now().isoformat())
        await self._database.run(lambda connection: connection.execute(query, values))

    async def _conclude(self, channel_id: int, nonce: str, changes: str) -> None:
        """End a post; the run after it is that of the schedule as it is now, however many were missed."""
        now = self._now()

        def write(connection: sqlite3.Connection) -> None:
            held = _find(connection, channel_id)
            if held is None or held.posting is None or held.posting.nonce != nonce:
                return  # switched off meanwhile
            connection.execute(
                f"UPDATE digests SET {changes}, nonce = NULL, until = NULL, until_at = NULL,"  # noqa: S608
                " attempts = 0, next_at = ? WHERE channel_id = ?",
                (held.schedule.next_run(now).isoformat(), channel_id),
            )

        await self._database.run(write)


def _find(connection: sqlite3.Connection, channel_id: int) -> ChannelDigest | None:
    query = f"SELECT {_COLUMNS} FROM digests WHERE channel_id = ?"  # noqa: S608 - ours
    row = connection.execute(query, (channel_id,)).fetchone()
    return None if row is None else _read(dict(zip(_COLUMNS.split(", "), row, strict=True)))


def _read(row: dict[str, Any]) -> ChannelDigest:
    places = ("channel_id", "parent_id", "guild_id", "setter_id", "locale")
    posting = None
    if row["nonce"] is not None:
        until = Reached(arrival=row["until"], at=datetime.fromisoformat(row["until_at"]))
        posting = Posting(nonce=row["nonce"], until=until, attempts=row["attempts"])
    return ChannelDigest(
        place=DigestPlace(**{name: row[name] for name in places}),
        schedule=Schedule(hour=row["hour"], weekday=row["weekday"], zone=ZoneInfo(row["zone"])),
        told=Reached(arrival=row["told"], at=datetime.fromisoformat(row["told_at"])),
        next_at=datetime.fromisoformat(row["next_at"]),
        refused=row["refused"],
        posting=posting,
    )
