"""What the bot remembers between restarts: answers, settings, ratings, digests, watches; not the index."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.state.arrivals import Arrivals, Arrived, ReportMark
from bot.state.database import Database, StateUnavailable
from bot.state.digests import ChannelDigest, DigestPlace, Digests, Posting, TooManyDigests
from bot.state.feedback import AnswerRecord, Feedback
from bot.state.findings import Finding, Findings, Report
from bot.state.given import Given, GivenAnswers, Whereabouts
from bot.state.news import News, PendingNews
from bot.state.preferences import ChannelChoices, GuildChoices, Preferences
from bot.state.ratings import Ratings
from bot.state.schema import MIGRATIONS
from bot.state.watches import (
    AlreadyWatched,
    Subject,
    TooManyWatches,
    Watch,
    Watches,
    WatchPlace,
    forget_watches,
)

__all__ = [
    "AlreadyWatched",
    "AnswerRecord",
    "Arrivals",
    "Arrived",
    "ChannelChoices",
    "ChannelDigest",
    "DigestPlace",
    "Digests",
    "Feedback",
    "Finding",
    "Findings",
    "Given",
    "GivenAnswers",
    "GuildChoices",
    "News",
    "PendingNews",
    "Posting",
    "Preferences",
    "Ratings",
    "Report",
    "ReportMark",
    "State",
    "StateUnavailable",
    "Subject",
    "TooManyDigests",
    "TooManyWatches",
    "Watch",
    "WatchPlace",
    "Watches",
    "Whereabouts",
    "open_state",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """How much of a person was deleted."""

    answers: int
    ratings: int
    watches: int


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The rooms of the state, over one database."""

    database: Database
    given: GivenAnswers
    preferences: Preferences
    ratings: Ratings
    feedback: Feedback
    arrivals: Arrivals
    digests: Digests
    watches: Watches
    findings: Findings
    news: News

    async def forget(self, user_id: int) -> Forgotten:
        """Delete everything kept of a person: questions with answers, ratings, watches, who set a digest."""

        def delete(connection: sqlite3.Connection) -> Forgotten:
            ratings = connection.execute("DELETE FROM ratings WHERE user_id = ?", (user_id,)).rowcount
            asked = "SELECT key FROM answers WHERE asker_id = ?"
            connection.execute(f"DELETE FROM ratings WHERE key IN ({asked})", (user_id,))  # noqa: S608 - ours
            connection.execute("UPDATE digests SET setter_id = NULL WHERE setter_id = ?", (user_id,))
            answers = connection.execute("DELETE FROM answers WHERE asker_id = ?", (user_id,)).rowcount
            watches = forget_watches(connection, "maker_id = ?", user_id)
            return Forgotten(answers=answers, ratings=ratings, watches=watches)

        return await self.database.run(delete)

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()


def open_state(folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> State:
    """Open the state in `folder`. Raises `StateUnavailable`."""
    database = Database.open(folder / "state.db", MIGRATIONS)
    return State(
        database=database,
        given=GivenAnswers(database, now),
        preferences=Preferences(database),
        ratings=Ratings(database, now),
        feedback=Feedback(database, now),
        arrivals=Arrivals(database, now),
        digests=Digests(database, now),
        watches=Watches(database, now),
        findings=Findings(database, now),
        news=News(database, now),
    )
