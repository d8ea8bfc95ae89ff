"""News that channels are still to be told, kept until Discord has taken them: none is lost or told twice."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.state.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingNews:
    """News for a channel, how often they were tried, and the nonce that is theirs for ever."""

    key: int
    channel_id: int
    nonce: str
    found_at: datetime
    items: str
    attempts: int


class News:
    """Keeps what is still to be told."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def now(self) -> datetime:
        """Return the time by which news are due."""
        return self._now()

    async def due(self) -> tuple[PendingNews, ...]:
        """Return the news to be told now, the oldest first: none before what its channel waits for."""
        now = self._now().isoformat()

        def read(connection: sqlite3.Connection) -> tuple[PendingNews, ...]:
            rows = connection.execute(
                "SELECT key, channel_id, nonce, found_at, items, attempts FROM news WHERE next_at <= ?"
                " AND NOT EXISTS (SELECT 1 FROM news other WHERE other.channel_id = news.channel_id"
                " AND other.key < news.key AND other.next_at > ?) ORDER BY key",
                (now, now),
            )
            return tuple(
                PendingNews(
                    key=row[0],
                    channel_id=row[1],
                    nonce=row[2],
                    found_at=datetime.fromisoformat(row[3]).astimezone(UTC),
                    items=row[4],
                    attempts=row[5],
                )
                for row in rows
            )

        return await self._database.run(read)

    async def put_off(self, key: int, until: datetime) -> None:
        """Note an attempt that is about to be made, and when to try again if it comes to nothing."""
        await self._database.run(
            lambda connection: connection.execute(
                "UPDATE news SET attempts = attempts + 1, next_at = ? WHERE key = ?", (until.isoformat(), key)
            )
        )

    async def drop(self, key: int) -> None:
        """Forget news: told, or never to be."""
        await self._database.run(
            lambda connection: connection.execute("DELETE FROM news WHERE key = ?", (key,))
        )
