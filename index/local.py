"""The search engine of one machine: SQLite, Tantivy and FAISS behind the SearchEngine port."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.caches import (
    begin,
    catch_up_lexical,
    current_vectors,
    lexical_agrees,
    lexical_apart,
    rebuild_lexical,
)
from index.catalog import CatalogReader, StoreState
from index.embedder import Embedder
from index.engine import IndexUnavailable, Snapshot
from index.lexical import LexicalIndex, LexicalUnusable, LexicalUnwritable, LexicalView
from index.lock import build_lock_if_free
from index.opening import connect, unreadable
from index.snapshot import Generation, LocalSnapshot
from index.vectors import VectorIndex

LOOK_AGAIN = 0.05  # seconds, while a build is between its commit and that of the lexical index
PATIENCE = 3.0
"""Seconds to wait for that commit. A build that goes on for longer found the index of words behind (the one
before it was killed) and will mend it only when it ends, in an hour perhaps."""


class LocalEngine:
    """Serves the newest generation of a store; safe to call from several threads.

    A build in another process is noticed by the next `snapshot()`. `threads` is how many a query may use:
    one is fastest beside anything else that is busy.
    """

    def __init__(self, store: Path, embedder: Embedder, *, threads: int = 1) -> None:
        self._store = store
        self._embedder = embedder
        self._threads = threads
        self._lexical = LexicalIndex(store)
        self._watch = connect(store)
        self._changing = threading.RLock()
        self._current: Generation | None = None
        self._users: dict[int, int] = {}
        self._closed = False

    @classmethod
    def open(cls, store: Path, embedder: Embedder, *, threads: int = 1) -> "LocalEngine":
        """Open a store.

        Raises IndexUnavailable where there is none, where it was never finished, where it was built by
        another embedder or where its schema is newer.
        """
        engine = cls(store, embedder, threads=threads)
        try:
            with engine.snapshot():
                pass
        except BaseException:
            engine.close()
            raise
        return engine

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Open the newest published generation.

        Raises IndexUnavailable where the catalog cannot be read, also while the snapshot is used.
        """
        try:
            with self._used_generation() as generation:
                yield LocalSnapshot(generation, self._embedder, threads=self._threads)
        except sqlite3.Error as error:
            raise unreadable(error, self._store) from error

    def close(self) -> None:
        """Let go of files and memory."""
        with self._changing:
            self._closed = True
            self._watch.close()
            if self._current is not None and not self._in_use(self._current):
                self._current.close()
            self._current = None

    @contextmanager
    def _used_generation(self) -> Iterator[Generation]:
        with self._changing:
            generation = self._refresh()
            self._users[id(generation)] = self._users.get(id(generation), 0) + 1
        try:
            yield generation
        finally:
            self._leave(generation)

    def _leave(self, generation: Generation) -> None:
        with self._changing:
            left = self._users.pop(id(generation)) - 1
            if left:
                self._users[id(generation)] = left
            elif generation is self._current:
                generation.unpin()
            else:
                generation.close()

    def _refresh(self) -> Generation:
        """Return the newest generation, pinned, loading it where it is not the one held."""
        if self._closed:
            raise IndexUnavailable("The index is closed.")
        state = self._checked(CatalogReader(self._watch).state())
        held = self._current
        if held is not None and held.state == state and (self._in_use(held) or held.pin()):
            return held
        loaded = self._load()
        self._current = loaded
        if held is not None and held is not loaded and not self._in_use(held):
            held.close()
        return loaded

    def _in_use(self, generation: Generation) -> bool:
        return bool(self._users.get(id(generation)))

    def _load(self) -> Generation:
        """Pin a generation and find the lexical state that agrees with it, as the store's protocol says."""
        waiting_ends = time.monotonic() + PATIENCE
        while True:
            loaded = self._pinned(apart=time.monotonic() >= waiting_ends)
            if loaded is not None:
                return loaded
            try:
                caught_up = self._catch_up()
            except (LexicalUnwritable, OSError):
                # Nothing can be written into the store: no waiting helps.
                waiting_ends = 0.0
                continue
            if not caught_up:
                if self._current is not None and self._in_use(self._current):
                    return self._current
                time.sleep(LOOK_AGAIN)

    def _pinned(self, *, apart: bool) -> Generation | None:
        """Return the newest generation, or None where the lexical index disagrees and is not made `apart`."""
        connection = connect(self._store)
        try:
            state = self._checked(begin(connection))
            reader = CatalogReader(connection)
            view = self._agreeing_view(state) or (self._view_apart(reader, state) if apart else None)
            if view is not None:
                vectors = current_vectors(reader, state, self._store, self._held_vectors(state))
                return Generation(connection, state, view, vectors)
        except BaseException:
            connection.close()
            raise
        connection.close()
        return None

    def _view_apart(self, reader: CatalogReader, state: StoreState) -> LexicalView:
        try:
            return lexical_apart(reader, state)
        except (LexicalUnwritable, OSError) as error:
            raise IndexUnavailable(
                f"The words of the index in {self._store} can be written neither there nor for temporary "
                f"files ({error}): free some space, and run `python build_index.py` again."
            ) from error

    def _held_vectors(self, state: StoreState) -> VectorIndex | None:
        if self._current is None or self._current.state.identity != state.identity:
            return None
        return self._current.vectors

    def _agreeing_view(self, state: StoreState) -> LexicalView | None:
        try:
            view = self._lexical.view()
            return view if lexical_agrees(view, state) else None
        except LexicalUnusable:
            return None

    def _catch_up(self) -> bool:
        """Bring the lexical index to the catalog's state, unless a build is about to; tell whether it was."""
        with build_lock_if_free(self._store) as held:
            if not held:
                return False
            connection = connect(self._store)
            try:
                state = self._checked(begin(connection))
                catch_up_lexical(CatalogReader(connection), state, self._lexical)
                if self._agreeing_view(state) is None:
                    rebuild_lexical(CatalogReader(connection), state, self._lexical)
            finally:
                connection.close()
            return True

    def _checked(self, state: StoreState | None) -> StoreState:
        if state is None:
            raise IndexUnavailable(
                f"The index in {self._store} was never finished: run `python build_index.py` to finish it."
            )
        if state.embedder != self._embedder.fingerprint:
            raise IndexUnavailable(
                f"The index in {self._store} was built with another embedding model: set EMBEDDING_MODEL "
                "to that one, or run `python build_index.py --full` to build it again with this one."
            )
        return state
