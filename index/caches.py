"""Bring the caches of a store to what its catalog says: by the difference of ids, or anew."""

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from index.catalog import CatalogReader, Ids, StoreState
from index.lexical import LexicalIndex, LexicalUnusable, LexicalUnwritable, LexicalView, Sentinel
from index.texts import WORD_RULES
from index.vectors import VectorIndex, read_vectors, write_vectors

REWRITE_SHARE = 0.05
"""The vector file may lag behind by this share of the passages: a reader adds those few in memory, which
is cheaper than to write all of it for every article that changes."""


def sentinel_of(state: StoreState) -> Sentinel:
    """Return the sentinel of a lexical index that holds this state, in the words of today's rules."""
    return Sentinel(identity=f"{state.identity}:{WORD_RULES}", generation=state.generation)


def catch_up_lexical(reader: CatalogReader, state: StoreState, lexical: LexicalIndex) -> None:
    """Bring the lexical index to the reader's generation. The caller holds the build lock."""
    wanted = reader.passage_ids()
    try:
        view = lexical.view()
        found = view.sentinel()
        if found == sentinel_of(state):
            return
        if found is None or found.identity != sentinel_of(state).identity:
            raise LexicalUnusable("it belongs to another store, or holds other words")
        _publish_difference(reader, state, lexical, view.ids(), wanted)
    except (LexicalUnusable, LexicalUnwritable):
        lexical.start_anew()
        _publish_difference(reader, state, lexical, np.empty(0, dtype=np.int64), wanted)


def _publish_difference(
    reader: CatalogReader, state: StoreState, lexical: LexicalIndex, have: Ids, wanted: Ids
) -> None:
    removed = np.setdiff1d(have, wanted, assume_unique=True).tolist()
    added = np.setdiff1d(wanted, have, assume_unique=True).tolist()
    lexical.publish(removed, reader.passages(added), sentinel_of(state))


def rebuild_lexical(reader: CatalogReader, state: StoreState, lexical: LexicalIndex) -> None:
    """Make the lexical index anew. The caller holds the build lock, if the index is the store's."""
    lexical.start_anew()
    _publish_difference(reader, state, lexical, np.empty(0, dtype=np.int64), reader.passage_ids())


def lexical_apart(reader: CatalogReader, state: StoreState) -> LexicalView:
    """Make the words of the reader's generation outside its store: for who cannot have the build lock.

    The files go at once; the view keeps what it holds. Raises LexicalUnwritable where there is no room.
    """
    with TemporaryDirectory(prefix="readout-", ignore_cleanup_errors=True) as folder:
        lexical = LexicalIndex(Path(folder))
        rebuild_lexical(reader, state, lexical)
        return lexical.view()


def current_vectors(
    reader: CatalogReader, state: StoreState, store: Path, held: VectorIndex | None
) -> VectorIndex:
    """Return the vectors of the reader's generation: those held, or those of the file, brought up to date."""
    base = held or read_vectors(store, state.identity)
    dimension = reader.dimension()
    if base is None or (dimension is not None and base.dimension != dimension):
        base = VectorIndex.empty(dimension or 1)
    removed, added = _lag(base, reader.passage_ids())
    if not len(removed) and not len(added):
        return base
    return base.replaced(removed, reader.vectors(added, base.dimension))


def refresh_vector_file(reader: CatalogReader, state: StoreState, store: Path) -> None:
    """Write the vector file again once it lags by more than REWRITE_SHARE. The caller holds the lock."""
    base = read_vectors(store, state.identity)
    if base is not None:
        removed, added = _lag(base, reader.passage_ids())
        if len(removed) + len(added) <= REWRITE_SHARE * len(base.ids()):
            return
    write_vectors(store, current_vectors(reader, state, store, base), state.identity)


def _lag(base: VectorIndex, wanted: Ids) -> tuple[Ids, Ids]:
    have = base.ids()
    return (
        np.setdiff1d(have, wanted, assume_unique=True),
        np.setdiff1d(wanted, have, assume_unique=True),
    )


def lexical_agrees(view: LexicalView, state: StoreState) -> bool:
    """Tell whether a view holds exactly this state."""
    return view.sentinel() == sentinel_of(state)


def begin(connection: sqlite3.Connection) -> StoreState | None:
    """Begin a read transaction and pin it by reading the store's state."""
    connection.execute("BEGIN")
    return CatalogReader(connection).state()
