"""Open the catalog of a store: SQLite in WAL mode, checked for its schema; say what is wrong with one."""

import sqlite3
from pathlib import Path

from index.engine import IndexUnavailable

SCHEMA_VERSION = 1
CATALOG = "catalog.db"
_DAMAGED = frozenset([sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB])
_PRIMARY = 0xFF  # SQLite's extended codes hold the primary one in their lowest byte


def connect(store: Path, *, create: bool = False) -> sqlite3.Connection:
    """Open the catalog of a store, checked for its schema.

    Raises IndexUnavailable where there is none, where it cannot be read, or where its schema is newer; with
    `create`, sqlite3.Error where it cannot be written.
    """
    path = store / CATALOG
    if not create and not path.exists():
        raise IndexUnavailable(f"There is no index in {store}: run `python build_index.py` first.")
    try:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=60)
    except sqlite3.Error as error:
        raise unreadable(error, store) from error
    try:
        _prepare(connection, store, create=create)
    except sqlite3.Error as error:
        connection.close()
        if create and not is_damage(error):
            raise
        raise unreadable(error, store) from error
    except IndexUnavailable:
        connection.close()
        raise
    return connection


def unreadable(error: sqlite3.Error, store: Path) -> IndexUnavailable:
    """Return what to tell a person when the catalog of a store cannot be read."""
    path = store / CATALOG
    if is_damage(error):
        return IndexUnavailable(
            f"{path} is damaged, or no catalog ({error}): move it away and run `python build_index.py` to "
            "build it again."
        )
    return IndexUnavailable(
        f"{path} cannot be read ({error}): check the disk, the folder and its permissions, then try again."
    )


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether the file itself is broken, so that no second try helps."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY in _DAMAGED


def _prepare(connection: sqlite3.Connection, store: Path, *, create: bool) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise IndexUnavailable(
            f"The index in {store} was built by a newer version of this program (schema {version}, here "
            f"{SCHEMA_VERSION}): update the program, or build another index with `--index DIR`."
        )
    if version == 0 and not create:
        raise IndexUnavailable(
            f"The index in {store} was never finished: run `python build_index.py` to finish it."
        )
    connection.execute("PRAGMA synchronous = NORMAL")
    if version == 0:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(
            f"BEGIN;\n{_script('schema.sql')}\nPRAGMA user_version = {SCHEMA_VERSION};\nCOMMIT;"
        )
    if create:
        connection.executescript(_script("additions.sql"))


def _script(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
