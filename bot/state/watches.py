"""What channels are to be told of: the watches."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from bot.state.database import Database
from bot.state.findings import Report, remember

A_CHANNEL = 20
A_GUILD = 100
_COLUMNS = "key, channel_id, parent_id, guild_id, maker_id, made_at, locale, subject, words, told"


class WatchRefused(Exception):
    """A watch cannot be kept."""


class AlreadyWatched(WatchRefused):
    """The channel has that very watch."""


class TooManyWatches(WatchRefused):
    """The channel or the server has as many as it may; `most` of them."""

    def __init__(self, most: int, *, in_channel: bool) -> None:
        super().__init__(f"there are {most} watches already")
        self.most = most
        self.in_channel = in_channel


class Subject(StrEnum):
    """What a watch looks out for. The values stand in the database, and never change."""

    PERSON = "person"
    PAIR = "pair"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchPlace:
    """Where a watch tells, and who made it: `parent_id` is the channel of a thread, `guild_id` None in direct
    messages, `locale` Discord's for the place."""

    channel_id: int
    parent_id: int | None
    guild_id: int | None
    maker_id: int
    locale: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A watch. `words` are one name, two names, or the words of a topic; `told` is the last arrival that was
    looked at for it."""

    key: int
    place: WatchPlace
    made_at: datetime
    subject: Subject
    words: tuple[str, ...]
    told: int


class Watches:
    """Keeps the watches."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def add(
        self, place: WatchPlace, subject: Subject, words: Sequence[str], known: Sequence[Report], told: int
    ) -> Watch:
        """Keep a watch, and what there is to know up to the arrival `told`. Raises `WatchRefused`."""
        written = json.dumps(list(words))
        made = self._now()

        def insert(connection: sqlite3.Connection) -> int:
            _check(connection, place, subject, written)
            done = connection.execute(
                "INSERT INTO watches (channel_id, parent_id, guild_id, maker_id, made_at, locale, subject,"
                " words, told) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(place.channel_id, place.parent_id, place.guild_id, place.maker_id),
                    *(made.isoformat(), place.locale, subject.value, written, told),
                ),
            )
            key = int(done.lastrowid or 0)
            remember(connection, key, known, frozenset())
            return key

        key = await self._database.run(insert)
        return Watch(key=key, place=place, made_at=made, subject=subject, words=tuple(words), told=told)

    async def all(self) -> tuple[Watch, ...]:
        """Return every watch, the oldest first."""
        return await self._select("1 = 1")

    async def of_channel(self, channel_id: int) -> tuple[Watch, ...]:
        """Return the watches of a channel."""
        return await self._select("channel_id = ?", channel_id)

    async def of_guild(self, guild_id: int) -> tuple[Watch, ...]:
        """Return the watches of a server."""
        return await self._select("guild_id = ?", guild_id)

    async def get(self, key: int) -> Watch | None:
        """Return the watch of a key."""
        return next(iter(await self._select("key = ?", key)), None)

    async def remove(self, key: int) -> bool:
        """Forget a watch; tell whether there was one."""
        return await self._database.run(lambda connection: forget_watches(connection, "key = ?", key)) > 0

    async def remove_channel(self, channel_id: int) -> int:
        """Forget the watches of a channel that is no more and of its threads, and its news; count them."""

        def delete(connection: sqlite3.Connection) -> int:
            connection.execute("DELETE FROM news WHERE channel_id = ?", (channel_id,))
            return forget_watches(connection, "? IN (channel_id, parent_id)", channel_id)

        return await self._database.run(delete)

    async def _select(self, condition: str, *values: int) -> tuple[Watch, ...]:
        query = f"SELECT {_COLUMNS} FROM watches WHERE {condition} ORDER BY key"  # noqa: S608 - ours
        rows = await self._database.run(lambda connection: connection.execute(query, values).fetchall())
        return tuple(_read(*row) for row in rows)


def forget_watches(connection: sqlite3.Connection, condition: str, value: int) -> int:
    """Delete the watches for which a condition of ours holds, and what they know; count them."""
    gone = f"SELECT key FROM watches WHERE {condition}"  # noqa: S608 - ours
    connection.execute(f"DELETE FROM watched WHERE watch IN ({gone})", (value,))  # noqa: S608 - ours
    return connection.execute(f"DELETE FROM watches WHERE {condition}", (value,)).rowcount  # noqa: S608 - ours


def _check(connection: sqlite3.Connection, place: WatchPlace, subject: Subject, words: str) -> None:
    same = "SELECT 1 FROM watches WHERE channel_id = ? AND subject = ? AND words = ?"
    if connection.execute(same, (place.channel_id, subject.value, words)).fetchone() is not None:
        raise AlreadyWatched(words)
    if _count(connection, "channel_id", place.channel_id) >= A_CHANNEL:
        raise TooManyWatches(A_CHANNEL, in_channel=True)
    if place.guild_id is not None and _count(connection, "guild_id", place.guild_id) >= A_GUILD:
        raise TooManyWatches(A_GUILD, in_channel=False)


def _count(connection: sqlite3.Connection, column: str, value: int) -> int:
    query = f"SELECT count(*) FROM watches WHERE {column} = ?"  # noqa: S608 - ours
    return int(connection.execute(query, (value,)).fetchone()[0])


def _read(
    key: int,
    channel_id: int,
    parent_id: int | None,
    guild_id: int | None,
    maker_id: int,
    made_at: str,
    locale: str | None,
    subject: str,
    words: str,
    told: int,
) -> Watch:
    place = WatchPlace(
        channel_id=channel_id, parent_id=parent_id, guild_id=guild_id, maker_id=maker_id, locale=locale
    )
    return Watch(
        key=key,
        place=place,
        made_at=datetime.fromisoformat(made_at).astimezone(UTC),
        subject=Subject(subject),
        words=tuple(json.loads(words)),
        told=told,
    )
