"""What a server's people made of the answers they got: ratings, and the questions left unanswered."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.answering.answer import Reason, Slot
from bot.state.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRecord:
    """An answer that everybody could read, without its words and without who asked.

    A `whole` answer fills every asked slot, a `partial` one leaves the `missing` ones empty; one that is
    neither is none at all, and `reason` says why.
    """

    question: str
    given_at: datetime
    whole: bool
    partial: bool
    reason: Reason | None
    missing: tuple[Slot, ...]
    useful: int
    useless: int


class Feedback:
    """Reads back what was answered, and what people thought of it."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def of_guild(self, guild_id: int, days: int) -> tuple[AnswerRecord, ...]:
        """Return the answers of a server's last days, the oldest first; private ones are not read at all."""
        since = (self._now() - timedelta(days=days)).isoformat()

        def read(connection: sqlite3.Connection) -> tuple[AnswerRecord, ...]:
            rows = connection.execute(
                "SELECT json_extract(answer, '$.question'), given_at, json_extract(answer, '$.status'),"
                " json_extract(answer, '$.reason'), json_extract(answer, '$.asked'),"
                " json_extract(answer, '$.slots'),"
                " (SELECT coalesce(sum(useful), 0) FROM ratings WHERE ratings.key = answers.key),"
                " (SELECT count(*) FROM ratings WHERE ratings.key = answers.key)"
                " FROM answers WHERE guild_id = ? AND private = 0 AND given_at >= ? ORDER BY key",
                (guild_id, since),
            )
            return tuple(_read(*row) for row in rows)

        return await self._database.run(read)


def _read(
    question: str,
    given_at: str,
    status: str,
    reason: str | None,
    asked: str,
    slots: str,
    useful: int,
    rated: int,
) -> AnswerRecord:
    filled = json.loads(slots)
    missing = tuple(Slot(one) for one in json.loads(asked) if one in filled and filled[one] is None)
    return AnswerRecord(
        question=question,
        given_at=datetime.fromisoformat(given_at).astimezone(UTC),
        whole=status == "answered",
        partial=status == "partial",
        reason=None if reason is None else Reason(reason),
        missing=missing,
        useful=useful,
        useless=rated - useful,
    )
