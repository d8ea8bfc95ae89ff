"""Files of questions, one JSON object a line, and files of results written whole or not at all."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.commands.arguments import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """A line of a file of questions."""

    id: str
    question: str


def read_questions(path: Path) -> list[AskedLine]:
    """Read a file of questions. Raises `UsageError` that names the line which is not one."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read as UTF-8 text; name a file of JSON lines.") from error
    return list(_questions(path, lines))


def _questions(path: Path, lines: Iterable[str]) -> Iterator[AskedLine]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            read = json.loads(line)
        except ValueError:
            read = None
        if (
            not isinstance(read, dict)
            or not isinstance(read.get("question"), str)
            or not isinstance(read.get("id"), str | int)
        ):
            raise UsageError(f'{path}, line {number}: write {{"id": "...", "question": "..."}}.')
        yield AskedLine(id=str(read["id"]), question=read["question"])


def write_lines(path: Path, lines: Iterable[dict[str, Any]]) -> int:
    """Write JSON lines beside `path`, then put them in its place; return how many."""
    beside = path.with_name(f".{path.name}.part")
    count = 0
    try:
        with beside.open("w", encoding="utf-8") as out:
            for count, line in enumerate(lines, start=1):  # noqa: B007 - the last number is the count
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return count
