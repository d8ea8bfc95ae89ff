"""The answers that were given: what buttons, follow-ups and deletions go back to."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.answer_json import answer_as_json
from bot.answer_reading import answer_from_json
from bot.answering.answer import Answer, NoAnswer
from bot.state.database import Database
from index.engine import EVERYTHING, Filters

KEPT_DAYS = 90
KEPT_ANSWERS = 20_000
_SWEEP_EVERY = 100
_COLUMNS = (
    "key, message_id, asked_id, channel_id, guild_id, asker_id, private, given_at, written, answer, filters"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Who asks, and where: `guild_id` is None in direct messages; `private` answers are the asker's alone."""

    channel_id: int
    guild_id: int | None
    asker_id: int
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer that was given. `written` is the question as the person wrote it, `where` without its
    collections: whatever is done with the answer later sees what its place may see by then."""

    key: int
    message_id: int | None
    asked_id: int | None
    place: Whereabouts
    given_at: datetime
    written: str
    answer: Answer | NoAnswer
    where: Filters = EVERYTHING


class GivenAnswers:
    """Keeps the answers of the last 90 days, at most 20,000 of them."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def add(
        self,
        answer: Answer | NoAnswer,
        place: Whereabouts,
        *,
        written: str,
        asked_id: int | None,
        where: Filters,
    ) -> int:
        """Note an answer that is about to be shown, and return its key."""
        now = self._now()
        row = (
            *(asked_id, place.channel_id, place.guild_id, place.asker_id, place.private),
            *(now.isoformat(), written, json.dumps(answer_as_json(answer)), _write_filters(where)),
        )

        def insert(connection: sqlite3.Connection) -> int:
            done = connection.execute(
                "INSERT INTO answers (asked_id, channel_id, guild_id, asker_id, private, given_at, written,"
                " answer, filters) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            key = int(done.lastrowid or 0)
            if key % _SWEEP_EVERY == 0:
                _sweep(connection, now - timedelta(days=KEPT_DAYS), key - KEPT_ANSWERS)
            return key

        return await self._database.run(insert)

    async def replace(self, key: int, answer: Answer | NoAnswer, written: str) -> None:
        """Note that another answer stands where the one of `key` stood: its question was edited."""
        values = (json.dumps(answer_as_json(answer)), written, key)
        await self._database.run(
            lambda connection: connection.execute(
                "UPDATE answers SET answer = ?, written = ? WHERE key = ?", values
            )
        )

    async def stands(self, key: int, message_id: int, channel_id: int) -> None:
        """Note the message in which an answer stands."""
        await self._database.run(
            lambda connection: connection.execute(
                "UPDATE answers SET message_id = ?, channel_id = ? WHERE key = ?",
                (message_id, channel_id, key),
            )
        )

    async def get(self, key: int) -> Given | None:
        """Return the answer of a key."""
        return await self._one("key = ?", key)

    async def in_message(self, message_id: int) -> Given | None:
        """Return the answer that stands in a message."""
        return await self._one("message_id = ?", message_id)

    async def asked_in(self, message_id: int) -> Given | None:
        """Return the answer to the question of a message."""
        return await self._one("asked_id = ?", message_id)

    async def latest_in(self, channel_id: int, asker_id: int | None = None) -> Given | None:
        """Return the last answer in a channel (to that asker) that was no private one."""
        condition = "channel_id = ? AND private = 0 AND message_id IS NOT NULL"
        if asker_id is None:
            return await self._one(condition, channel_id)
        return await self._one(f"{condition} AND asker_id = ?", channel_id, asker_id)

    async def remove(self, key: int) -> None:
        """Forget an answer and its ratings."""

        def delete(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM ratings WHERE key = ?", (key,))
            connection.execute("DELETE FROM answers WHERE key = ?", (key,))

        await self._database.run(delete)

    async def _one(self, condition: str, *values: int) -> Given | None:
        query = f"SELECT {_COLUMNS} FROM answers WHERE {condition} ORDER BY key DESC LIMIT 1"  # noqa: S608 - ours
        row = await self._database.run(lambda connection: connection.execute(query, values).fetchone())
        return None if row is None else _read(row)


def _sweep(connection: sqlite3.Connection, oldest: datetime, lowest_key: int) -> None:
    gone = "SELECT key FROM answers WHERE given_at < ? OR key <= ?"
    bounds = (oldest.isoformat(), lowest_key)
    connection.execute(f"DELETE FROM ratings WHERE key IN ({gone})", bounds)  # noqa: S608 - ours
    connection.execute(f"DELETE FROM answers WHERE key IN ({gone})", bounds)  # noqa: S608 - ours


def _read(row: tuple[object, ...]) -> Given:
    (
        key,
        message_id,
        asked_id,
        channel_id,
        guild_id,
        asker_id,
        private,
        given_at,
        written,
        answer,
        filters,
    ) = row
    return Given(
        key=_whole(key),
        message_id=None if message_id is None else _whole(message_id),
        asked_id=None if asked_id is None else _whole(asked_id),
        place=Whereabouts(
            channel_id=_whole(channel_id),
            guild_id=None if guild_id is None else _whole(guild_id),
            asker_id=_whole(asker_id),
            private=bool(private),
        ),
        given_at=datetime.fromisoformat(str(given_at)).astimezone(UTC),
        written=str(written),
        answer=answer_from_json(json.loads(str(answer))),
        where=_read_filters(str(filters)),
    )


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"a whole number was stored, not {value!r}")
    return value


def _write_filters(where: Filters) -> str:
    days = [None if day is None else day.isoformat() for day in (where.since, where.until)]
    return json.dumps([*days, where.source])


def _read_filters(written: str) -> Filters:
    since, until, source = json.loads(written)
    first, last = (None if day is None else date.fromisoformat(day) for day in (since, until))
    return Filters(since=first, until=last, source=source)
