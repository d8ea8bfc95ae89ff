"""Who found which answer useful."""

import sqlite3
from collections.abc import Callable
from datetime import datetime

from bot.state.database import Database


class Ratings:
    """Keeps one rating a person an answer: the last."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def rate(self, key: int, user_id: int, *, useful: bool) -> None:
        """Note what a person thinks of an answer."""
        row = (key, user_id, useful, self._now().isoformat())
        await self._database.run(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO ratings (key, user_id, useful, rated_at) VALUES (?, ?, ?, ?)", row
            )
        )

    async def of(self, key: int) -> tuple[int, int]:
        """Count who found an answer useful, and who did not."""

        def count(connection: sqlite3.Connection) -> tuple[int, int]:
            useful, rated = connection.execute(
                "SELECT coalesce(sum(useful), 0), count(*) FROM ratings WHERE key = ?", (key,)
            ).fetchone()
            return useful, rated - useful

        return await self._database.run(count)
