"""The operator's `aliases.toml`: read, checked entry by entry, and kept in the catalog as JSON."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from index.names.aliases import Aliases, Hide, Merge, Split

ALIASES = "aliases.toml"
"""What the file is called where it lies in the corpus folder."""

_SHAPES: Mapping[str, Mapping[str, type]] = {
    "merge": {"name": str, "also": list},
    "split": {"name": str, "into": str, "articles": list, "source": str, "since": date, "until": date},
    "hide": {"article": str, "quote": str},
}
_NEEDED = {"merge": ("name", "also"), "split": ("name", "into"), "hide": ("article",)}
_CALLED = {str: "a text", list: "a list of texts", date: "a day, like 2006-07-13"}

Record = Mapping[str, Any]
Entry = TypeVar("Entry")


class AliasFileUnusable(Exception):
    """The alias file cannot be used. Its text is one sentence that names the file, the line and the cure."""


def read_alias_file(path: Path) -> Aliases:
    """Read and check an alias file.

    Raises AliasFileUnusable where it is not there, not TOML, or says what nobody can mean.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AliasFileUnusable(
            f"The alias file {path} cannot be read ({error}): check ALIASES_FILE."
        ) from error
    try:
        record = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise AliasFileUnusable(f"The alias file {path} is no TOML: {error}.") from error
    checked = _Checked(path, text, record)
    aliases = Aliases(
        merges=tuple(checked.entries("merge", _merge)),
        splits=tuple(checked.entries("split", _split)),
        hides=tuple(checked.entries("hide", _hide)),
    )
    checked.refuse_two_persons(aliases)
    return aliases


def encode_aliases(aliases: Aliases) -> str:
    """Write aliases as JSON text that `decode_aliases` reads back equal."""
    return json.dumps(
        {
            "merge": [{"name": one.name, "also": one.also} for one in aliases.merges],
            "split": [
                {
                    "name": one.name,
                    "into": one.into,
                    "articles": one.articles,
                    "source": one.source,
                    "since": one.since.isoformat() if one.since else None,
                    "until": one.until.isoformat() if one.until else None,
                }
                for one in aliases.splits
            ],
            "hide": [{"article": one.article, "quote": one.quote} for one in aliases.hides],
        },
        ensure_ascii=False,
    )


def decode_aliases(text: str) -> Aliases:
    """Read what `encode_aliases` wrote."""
    record = json.loads(text)
    for one in record["split"]:
        for end in ("since", "until"):
            one[end] = date.fromisoformat(one[end]) if one[end] else None
    return Aliases(
        merges=tuple(_merge(one) for one in record["merge"]),
        splits=tuple(_split(one) for one in record["split"]),
        hides=tuple(_hide(one) for one in record["hide"]),
    )


def _merge(record: Record) -> Merge:
    return Merge(name=record["name"], also=tuple(record["also"]))


def _split(record: Record) -> Split:
    articles = record.get("articles")
    return Split(
        name=record["name"],
        into=record["into"],
        articles=None if articles is None else tuple(articles),
        source=record.get("source"),
        since=record.get("since"),
        until=record.get("until"),
    )


def _hide(record: Record) -> Hide:
    return Hide(article=record["article"], quote=record.get("quote"))


class _Checked:
    """One file beside its text, so that whatever is wrong is told with its line."""

    def __init__(self, path: Path, text: str, record: Record) -> None:
        self._path = path
        self._record = record
        self._lines = {
            kind: [
                number
                for number, line in enumerate(text.splitlines(), 1)
                if re.match(rf"\s*\[\[\s*{kind}\s*\]\]", line)
            ]
            for kind in _SHAPES
        }
        for kind in record:
            if kind not in _SHAPES:
                line = next((n for n, row in enumerate(text.splitlines(), 1) if kind in row), 1)
                raise self._wrong(line, f"there is no {kind!r}; write [[merge]], [[split]] or [[hide]]")

    def entries(self, kind: str, build: Callable[[Record], Entry]) -> Iterator[Entry]:
        """Yield what `build` makes of each checked entry of a kind."""
        found = self._record.get(kind, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise self._wrong(1, f"write [[{kind}]] with two brackets")
        for place, entry in enumerate(found):
            self._check(kind, entry, self._line(kind, place))
            yield build(entry)

    def refuse_two_persons(self, aliases: Aliases) -> None:
        """Refuse a name that two merges claim."""
        owners: dict[str, str] = {}
        for place, merge in enumerate(aliases.merges):
            for name in merge.also:
                owner = owners.setdefault(name.casefold(), merge.name)
                if owner != merge.name:
                    line = self._line("merge", place)
                    raise self._wrong(line, f"{name!r} is also said to be {owner!r}: keep one of the two")

    def _check(self, kind: str, entry: Record, line: int) -> None:
        for key in _NEEDED[kind]:
            if key not in entry:
                raise self._wrong(line, f"this [[{kind}]] needs `{key} = ...`")
        for key, value in entry.items():
            wanted = _SHAPES[kind].get(key)
            if wanted is None:
                known = ", ".join(_SHAPES[kind])
                raise self._wrong(line, f"a [[{kind}]] has no {key!r}, only {known}")
            if not _is_of(value, wanted):
                raise self._wrong(line, f"{key!r} must be {_CALLED[wanted]}")
        if kind == "split" and len(entry) == 2:
            raise self._wrong(line, "say in which articles: `articles`, `source`, `since` or `until`")

    def _line(self, kind: str, place: int) -> int:
        lines = self._lines[kind]
        return lines[place] if place < len(lines) else 1

    def _wrong(self, line: int, what: str) -> AliasFileUnusable:
        return AliasFileUnusable(f"The alias file {self._path} is wrong in line {line}: {what}.")


def _is_of(value: object, wanted: type) -> bool:
    if wanted is list:
        return isinstance(value, list) and bool(value) and all(_is_of(one, str) for one in value)
    if wanted is str:
        return isinstance(value, str) and bool(value.strip())
    return type(value) is wanted
