"""What came into the index, in the order in which it was seen: texts of articles, and what they report."""

import json
import sqlite3
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.state.database import Database

REMEMBERED_DAYS = 90
"""An article that is put back within so many days has not come anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """What came between two arrivals: digests of articles `known` before and `new` since then, and the marks
    of reports in the new ones that had been `told` before, in another text that may be read."""

    known: frozenset[bytes]
    new: frozenset[bytes]
    told: frozenset[bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportMark:
    """A digest of what an article reports of a meeting, and the collection in which it does."""

    mark: bytes
    collection: str


class Arrivals:
    """Numbers what comes; the same text comes once."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def unknown(self, digests: Collection[bytes]) -> frozenset[bytes]:
        """Return those of `digests` that were never noted."""

        def read(connection: sqlite3.Connection) -> frozenset[bytes]:
            return frozenset(digests) - _all(connection).keys()

        return await self._database.run(read)

    async def note(self, present: Collection[bytes], fresh: Mapping[bytes, Collection[ReportMark]]) -> None:
        """Note the `fresh` articles that had not come before, each with the marks of its reports.

        What is not among the `present` ones is remembered for a while, and then forgotten.
        """
        today = self._now().date()
        oldest = (today - timedelta(days=REMEMBERED_DAYS)).isoformat()

        def write(connection: sqlite3.Connection) -> None:
            known = _all(connection)
            for digest, marks in fresh.items():
                if digest not in known:
                    _add(connection, digest, marks)
            here = frozenset(present) | fresh.keys()
            back = [(None, one) for one, left in known.items() if left is not None and one in here]
            left = [(today.isoformat(), one) for one, day in known.items() if day is None and one not in here]
            connection.executemany("UPDATE arrivals SET left_on = ? WHERE digest = ?", [*back, *left])
            gone = "SELECT number FROM arrivals WHERE left_on < ?"
            connection.execute(f"DELETE FROM arrived_reports WHERE number IN ({gone})", (oldest,))  # noqa: S608
            connection.execute("DELETE FROM arrivals WHERE left_on < ?", (oldest,))

        await self._database.run(write)

    async def after(self, told: int) -> frozenset[bytes]:
        """Return the digests of the articles that came after the arrival `told`."""
        query = "SELECT digest FROM arrivals WHERE number > ?"
        rows = await self._database.run(lambda connection: connection.execute(query, (told,)).fetchall())
        return frozenset(row[0] for row in rows)

    async def last(self) -> int:
        """Return the number of what came last."""
        return await self._database.run(last_arrival)

    async def between(self, told: int, until: int, collections: frozenset[str] | None) -> Arrived:
        """Return what came after the arrival `told`, up to `until`.

        Only what was told in `collections` had been told before; None is all.
        """
        readable = None if collections is None else json.dumps(sorted(collections))

        def read(connection: sqlite3.Connection) -> Arrived:
            before = connection.execute("SELECT digest FROM arrivals WHERE number <= ?", (told,))
            known = frozenset(row[0] for row in before)
            since = "SELECT digest FROM arrivals WHERE number > ? AND number <= ?"
            new = frozenset(row[0] for row in connection.execute(since, (told, until)))
            marks = connection.execute(
                "SELECT DISTINCT mark FROM arrived_reports WHERE number <= ?1"
                " AND (?3 IS NULL OR collection IN (SELECT value FROM json_each(?3)))"
                " AND mark IN (SELECT mark FROM arrived_reports WHERE number > ?1 AND number <= ?2)",
                (told, until, readable),
            )
            return Arrived(known=known, new=new, told=frozenset(row[0] for row in marks))

        return await self._database.run(read)


def last_arrival(connection: sqlite3.Connection) -> int:
    """Return the number of what came last."""
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM arrivals").fetchone()[0])


def _all(connection: sqlite3.Connection) -> dict[bytes, str | None]:
    return dict(connection.execute("SELECT digest, left_on FROM arrivals").fetchall())


def _add(connection: sqlite3.Connection, digest: bytes, marks: Collection[ReportMark]) -> None:
    number = connection.execute("INSERT INTO arrivals (digest) VALUES (?)", (digest,)).lastrowid
    connection.executemany(
        "INSERT OR IGNORE INTO arrived_reports (mark, number, collection) VALUES (?, ?, ?)",
        [(one.mark, number, one.collection) for one in marks],
    )
