"""What servers and channels have set."""

import json
import sqlite3
from dataclasses import dataclass

from bot.state.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class GuildChoices:
    """What a server has set. `collections` None is all it may see; `language` None is the server's own."""

    collections: frozenset[str] | None = None
    language: str | None = None
    threads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelChoices:
    """What a channel has set. `auto_answer` is the confidence from which questions are answered unasked."""

    collections: frozenset[str] | None = None
    auto_answer: float | None = None


class Preferences:
    """Reads and writes the settings; what was never set has its default."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_guild(self, guild_id: int) -> GuildChoices:
        """Return what a server has set."""

        def read(connection: sqlite3.Connection) -> GuildChoices:
            row = connection.execute(
                "SELECT collections, language, threads FROM guilds WHERE guild_id = ?", (guild_id,)
            ).fetchone()
            if row is None:
                return GuildChoices()
            return GuildChoices(collections=_collections(row[0]), language=row[1], threads=bool(row[2]))

        return await self._database.run(read)

    async def of_channel(self, channel_id: int) -> ChannelChoices:
        """Return what a channel has set."""

        def read(connection: sqlite3.Connection) -> ChannelChoices:
            row = connection.execute(
                "SELECT collections, auto_answer FROM channels WHERE channel_id = ?", (channel_id,)
            ).fetchone()
            if row is None:
                return ChannelChoices()
            return ChannelChoices(collections=_collections(row[0]), auto_answer=row[1])

        return await self._database.run(read)

    async def set_guild(self, guild_id: int, choices: GuildChoices) -> None:
        """Replace what a server has set."""
        row = (guild_id, _written(choices.collections), choices.language, choices.threads)
        await self._database.run(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO guilds (guild_id, collections, language, threads) "
                "VALUES (?, ?, ?, ?)",
                row,
            )
        )

    async def set_channel(self, channel_id: int, guild_id: int, choices: ChannelChoices) -> None:
        """Replace what a channel of a server has set."""
        row = (channel_id, guild_id, _written(choices.collections), choices.auto_answer)
        await self._database.run(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO channels (channel_id, guild_id, collections, auto_answer)"
                " VALUES (?, ?, ?, ?)",
                row,
            )
        )

    async def channels_of(self, guild_id: int) -> dict[int, ChannelChoices]:
        """Return the channels of a server that have set something."""

        def read(connection: sqlite3.Connection) -> dict[int, ChannelChoices]:
            rows = connection.execute(
                "SELECT channel_id, collections, auto_answer FROM channels WHERE guild_id = ?"
                " AND (collections IS NOT NULL OR auto_answer IS NOT NULL) ORDER BY channel_id",
                (guild_id,),
            )
            return {
                row[0]: ChannelChoices(collections=_collections(row[1]), auto_answer=row[2]) for row in rows
            }

        return await self._database.run(read)


def _collections(written: str | None) -> frozenset[str] | None:
    return None if written is None else frozenset(json.loads(written))


def _written(collections: frozenset[str] | None) -> str | None:
    return None if collections is None else json.dumps(sorted(collections))
