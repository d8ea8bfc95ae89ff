"""The database of the bot's own state: one file, one thread, one transaction at a time."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from bot.settings import SettingsError

T = TypeVar("T")


class StateUnavailable(SettingsError):
    """The state cannot be used. Its text is one sentence that says what to do."""


class Database:
    """Runs work on an SQLite file in a thread of its own, so that the loop never waits for a disk."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="state")

    @classmethod
    def open(cls, file: Path, migrations: Sequence[str]) -> "Database":
        """Open the file, made if it is absent, and bring its tables up to date.

        Raises `StateUnavailable` when it cannot be written, is damaged, or is of a newer version.
        """
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
        except (OSError, sqlite3.Error) as error:
            raise StateUnavailable(f"{file} cannot be opened; let the bot write in STATE_DIR.") from error
        try:
            _migrate(connection, migrations, file)
        except sqlite3.Error as error:
            connection.close()
            raise StateUnavailable(f"{file} cannot be used ({error}); move it away to begin anew.") from error
        except StateUnavailable:
            connection.close()
            raise
        return cls(connection)

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do `work` in one transaction, and return what it returns; an exception undoes it all."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._transact, work)

    def close(self) -> None:
        """Finish what was begun, and let go of the file."""
        self._thread.shutdown(wait=True)
        self._connection.close()

    def _transact(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with _transaction(self._connection):
            return work(self._connection)


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _migrate(connection: sqlite3.Connection, migrations: Sequence[str], file: Path) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    # A crash of the machine may lose the last answers' buttons, never the file.
    connection.execute("PRAGMA synchronous = NORMAL")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(migrations):
        raise StateUnavailable(
            f"{file} was written by a newer Readout; update this one, or move the file away."
        )
    for number in range(version, len(migrations)):
        script = f"BEGIN;\n{migrations[number]}\nPRAGMA user_version = {number + 1};\nCOMMIT;"
        connection.executescript(script)
