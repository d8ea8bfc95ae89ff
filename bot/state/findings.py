"""What the watches found: the reports of meetings that each knows by now, and news for their channels."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.state.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report of a meeting as a watch remembers it: its article, a digest of what is told, and its JSON."""

    article: str
    mark: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a round found for a channel: what its watches now know, by their keys, and news to tell, if any.

    What is known of the articles in `replaced` takes the place of what was.
    """

    channel_id: int
    known: Mapping[int, Sequence[Report]]
    replaced: frozenset[str]
    news: str | None
    nonce: str


class Findings:
    """Keeps what rounds found, so that each thing is news once."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def remembered(self, watch: int, articles: Iterable[str], marks: Iterable[str]) -> list[Report]:
        """Return what a watch remembers of some articles, and all that has one of these marks."""
        wanted = (watch, json.dumps(sorted(articles)), json.dumps(sorted(marks)))

        def read(connection: sqlite3.Connection) -> list[Report]:
            rows = connection.execute(
                "SELECT article, mark, report FROM watched WHERE watch = ?1"
                " AND (article IN (SELECT value FROM json_each(?2))"
                " OR mark IN (SELECT value FROM json_each(?3))) ORDER BY article, mark",
                wanted,
            )
            return [Report(article=row[0], mark=row[1], written=row[2]) for row in rows]

        return await self._database.run(read)

    async def conclude(self, watches: Iterable[int], told: int, findings: Sequence[Finding]) -> None:
        """Note that a round has looked for these watches up to the arrival `told`, and what it found.

        All of it is noted, or nothing.
        """
        now = self._now().isoformat()
        looked = [(told, key) for key in watches]

        def write(connection: sqlite3.Connection) -> None:
            for one in findings:
                kept = {key: known for key, known in one.known.items() if _stands(connection, key)}
                for key, known in kept.items():
                    remember(connection, key, known, one.replaced)
                if kept and one.news is not None:
                    connection.execute(
                        "INSERT INTO news (channel_id, nonce, found_at, items, next_at)"
                        " VALUES (?, ?, ?, ?, ?)",
                        (one.channel_id, one.nonce, now, one.news, now),
                    )
            connection.executemany("UPDATE watches SET told = ? WHERE key = ?", looked)

        await self._database.run(write)


def remember(
    connection: sqlite3.Connection, watch: int, known: Sequence[Report], replaced: frozenset[str]
) -> None:
    """Let a watch know some reports; of the articles in `replaced`, these take the place of what it knew."""
    outdated = sorted(replaced & {one.article for one in known})
    connection.executemany(
        "DELETE FROM watched WHERE watch = ? AND article = ?", [(watch, article) for article in outdated]
    )
    connection.executemany(
        "INSERT OR REPLACE INTO watched (watch, article, mark, report) VALUES (?, ?, ?, ?)",
        [(watch, one.article, one.mark, one.written) for one in known],
    )


def _stands(connection: sqlite3.Connection, key: int) -> bool:
    return connection.execute("SELECT 1 FROM watches WHERE key = ?", (key,)).fetchone() is not None
