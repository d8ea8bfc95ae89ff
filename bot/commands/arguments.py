"""Arguments that several commands share, read and checked."""

import argparse
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from index.engine import Filters, Snapshot


class UsageError(Exception):
    """The command cannot be meant as it was written. Its text is one sentence that says what to do."""


def read_day(written: str) -> date:
    """Read a day written YYYY-MM-DD."""
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise ArgumentTypeError(f"{written!r} is not a day; write it as 2024-01-30") from error


def add_index(parser: ArgumentParser) -> None:
    """Add `--index`."""
    parser.add_argument("--index", type=Path, metavar="DIR", help="where the index is (default: INDEX_DIR)")


def add_filters(parser: ArgumentParser) -> None:
    """Add the filters by which articles are found."""
    parser.add_argument("--since", type=read_day, metavar="D", help="published on this day or later")
    parser.add_argument("--until", type=read_day, metavar="D", help="published on this day or earlier")
    parser.add_argument("--source", metavar="S", help="only briefings of this source")
    parser.add_argument("--collection", metavar="C", help="only briefings of this collection")
    add_index(parser)


def add_as_of(parser: ArgumentParser) -> None:
    """Add `--as-of`."""
    parser.add_argument(
        "--as-of", type=read_day, metavar="D", help='the day that "today" in a question is (default: today)'
    )


def read_filters(arguments: argparse.Namespace, snapshot: Snapshot) -> Filters:
    """Return the filters asked for. Raises `UsageError` for a source or collection that no briefing has."""
    since, until = arguments.since, arguments.until
    if since is not None and until is not None and until < since:
        raise UsageError(f"--until {until} is before --since {since}; swap them.")
    source, collection = arguments.source, arguments.collection
    if source is not None:
        _check("source", source, [one.casefold() for one in snapshot.sources()], snapshot.sources())
    if collection is not None:
        _check("collection", collection, snapshot.collections(), snapshot.collections())
    return Filters(
        since=since,
        until=until,
        source=source,
        collections=None if collection is None else frozenset([collection]),
    )


def _check(kind: str, wanted: str, compared: Sequence[str], known: Sequence[str]) -> None:
    if wanted in compared or wanted.casefold() in compared:
        return
    names = ", ".join(one for one in known if one) or "none"
    raise UsageError(f"No briefing has the {kind} {wanted!r}; known are: {names}.")
