"""Arguments that several commands share, read and checked."""

import argparse
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from index.engine import Filters, Snapshot

_NAMED = 20


class UsageError(Exception):
    """The command cannot be meant as it was written. Its text is one sentence that says what to do."""


def read_day(written: str) -> date:
    """Read a day written YYYY-MM-DD."""
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise ArgumentTypeError(f"{written!r} is not a day; write it as 2024-01-30") from error


def read_words(written: str) -> str:
    """Read words, refusing bytes that are no text in the terminal's encoding."""
    try:
        written.encode()
    except UnicodeEncodeError as error:
        raise ArgumentTypeError("it holds bytes that are no text; write it in UTF-8") from error
    return written


def add_index(parser: ArgumentParser) -> None:
    """Add `--index`."""
    parser.add_argument("--index", type=Path, metavar="DIR", help="where the index is (default: INDEX_DIR)")


def add_scope(parser: ArgumentParser) -> None:
    """Add which index, and which part of it."""
    parser.add_argument("--source", metavar="S", help="only briefings of this source")
    parser.add_argument("--collection", metavar="C", help="only briefings of this collection")
    add_index(parser)


def add_filters(parser: ArgumentParser) -> None:
    """Add the filters by which articles are found."""
    parser.add_argument("--since", type=read_day, metavar="D", help="published on this day or later")
    parser.add_argument("--until", type=read_day, metavar="D", help="published on this day or earlier")
    add_scope(parser)


def add_as_of(parser: ArgumentParser) -> None:
    """Add `--as-of`."""
    parser.add_argument(
        "--as-of", type=read_day, metavar="D", help='the day that "today" in a question is (default: today)'
    )


def check_period(since: date | None, until: date | None) -> None:
    """Raise `UsageError` where the period ends before it begins."""
    if since is not None and until is not None and until < since:
        raise UsageError(f"--until {until} is before --since {since}; swap them.")


def read_filters(arguments: argparse.Namespace, snapshot: Snapshot) -> Filters:
    """Return the filters asked for. Raises `UsageError` for a source or collection that no briefing has."""
    check_period(arguments.since, arguments.until)
    return replace(read_scope(arguments, snapshot), since=arguments.since, until=arguments.until)


def read_scope(arguments: argparse.Namespace, snapshot: Snapshot) -> Filters:
    """Return the part of the index asked for. Raises `UsageError` as `read_filters` does."""
    source = _known("source", arguments.source, snapshot.sources())
    collection = _known("collection", arguments.collection, snapshot.collections())
    return Filters(source=source, collections=None if collection is None else frozenset([collection]))


def _known(kind: str, wanted: str | None, known: Sequence[str]) -> str | None:
    """Return the name as the briefings write it; a name that differs only in case is meant."""
    if wanted is None or wanted in known:
        return wanted
    for name in known:
        if name.casefold() == wanted.casefold():
            return name
    named = [one for one in known if one]
    more = f" and {len(named) - _NAMED:,} more" if len(named) > _NAMED else ""
    names = ", ".join(named[:_NAMED]) or "none"
    raise UsageError(f"No briefing has the {kind} {wanted!r}; known are: {names}{more}.")
