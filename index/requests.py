"""What a build is asked to do, and when it refuses."""

import errno
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from index.catalog import StoreState
from index.names.alias_file import ALIASES, AliasFileUnusable, read_alias_file
from index.names.aliases import NO_ALIASES, Aliases
from index.opening import is_damage, unreadable
from index.survey import Survey, root_of


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildRequest:
    """What to build from what. `full` reads everything again; `force` allows to remove most of it.

    `aliases` is the operator's file of names; None is the one in the corpus folder, where there is one.
    """

    corpus: Path
    store: Path
    full: bool = False
    force: bool = False
    aliases: Path | None = None


class BuildFailed(Exception):
    """A build could not be done. Its text is one sentence for a person, and says what to do.

    The generation published last is whole, whatever happened.
    """


class BuildRefused(BuildFailed):
    """A build would do harm, or has nothing to do."""


def check_corpus(request: BuildRequest) -> None:
    """Refuse a corpus that is not there."""
    if not request.corpus.exists():
        raise BuildRefused(
            f"There is no corpus at {request.corpus}: make that folder and put briefings into it, "
            "or name another with `--corpus DIR`."
        )


def aliases_of(request: BuildRequest) -> Aliases:
    """Read the operator's file of names; refuse one that cannot be used."""
    beside = root_of(request.corpus) / ALIASES
    path = request.aliases or (beside if beside.is_file() else None)
    if path is None:
        return NO_ALIASES
    try:
        return read_alias_file(path)
    except AliasFileUnusable as error:
        raise BuildRefused(str(error)) from error


def check_store(request: BuildRequest, state: StoreState | None, embedder: str) -> None:
    """Refuse a store of another embedder, without `--full`, or of another corpus, without `--force`."""
    if state is None:
        return
    if state.embedder != embedder and not request.full:
        raise BuildRefused(
            f"The index in {request.store} was built with another embedding model: "
            "run `python build_index.py --full` to build it again with this one."
        )
    root = str(root_of(request.corpus).resolve())
    if state.root != root and not request.force:
        raise BuildRefused(
            f"The index in {request.store} was built from {state.root}, not from {root}: "
            "add `--force` if this corpus is to replace it, or name another `--index DIR`."
        )


def check_survey(request: BuildRequest, found: Survey) -> None:
    """Refuse an empty corpus, and to remove most of what is indexed, without `--force`."""
    before = len(found.removed) + len(found.changed) + found.unchanged
    if 2 * len(found.removed) > before and not request.force:
        raise BuildRefused(
            f"{len(found.removed)} of the {before} articles indexed are gone from "
            f"{request.corpus}: is its folder mounted? Add `--force` if they are to be removed."
        )
    if found.on_disk == 0 and before == 0:
        raise BuildRefused(
            f"There are no briefings in {request.corpus}: put some into it "
            "(its README says in which formats), or name another folder with `--corpus DIR`."
        )


def unwritable(error: Exception, store: Path) -> BuildFailed:
    """Return what to tell a person when the store could not be written, or not be read in writing it."""
    if isinstance(error, sqlite3.Error) and is_damage(error):
        return BuildFailed(str(unreadable(error, store)))
    full = isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
    words = str(error).lower()
    if full or any(sign in words for sign in ("is full", "no space", "too large", "disk i/o")):
        return BuildFailed(
            f"There is no room left to write the index in {store} ({error}): free some space and run "
            "`python build_index.py` again; the index published last is whole."
        )
    return BuildFailed(
        f"The index in {store} cannot be written ({error}): check the folder and its permissions, then run "
        "`python build_index.py` again; the index published last is whole."
    )
