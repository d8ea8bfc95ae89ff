"""The one lock of a store: whoever changes it or its caches holds `build.lock`. Freed by death."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


@contextmanager
def build_lock(store: Path, *, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock; when another process has it, call `on_wait` once and wait."""
    lock = FileLock(store / "build.lock", thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        on_wait()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def build_lock_if_free(store: Path) -> Iterator[bool]:
    """Hold the lock if nobody has it, and tell whether it is held."""
    lock = FileLock(store / "build.lock", thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()
