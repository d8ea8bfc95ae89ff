"""Open the catalog of a store: SQLite in WAL mode, checked for its schema."""

import sqlite3
from pathlib import Path

from index.engine import IndexUnavailable

SCHEMA_VERSION = 1
CATALOG = "catalog.db"


def connect(store: Path, *, create: bool = False) -> sqlite3.Connection:
    """Open the catalog of a store, checked for its schema.

    Raises IndexUnavailable where there is none, where it is no catalog, or where its schema is newer.
    """
    path = store / CATALOG
    if not create and not path.exists():
        raise IndexUnavailable(f"There is no index in {store}: run `python build_index.py` first.")
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=60)
    try:
        _prepare(connection, store, create=create)
    except sqlite3.DatabaseError as error:
        connection.close()
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise IndexUnavailable(
            f"{path} is not a catalog ({error}): move it away and run `python build_index.py --full`."
        ) from error
    except IndexUnavailable:
        connection.close()
        raise
    return connection


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
        schema = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
        connection.executescript(f"BEGIN;\n{schema}\nPRAGMA user_version = {SCHEMA_VERSION};\nCOMMIT;")
