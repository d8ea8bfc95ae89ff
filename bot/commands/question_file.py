"""Files of questions, one JSON object a line, and files of results written whole or not at all."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.commands.arguments import UsageError


class ResultsUnwritable(Exception):
    """Results cannot be written to the end. Its text is one sentence that says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """A line of a file of questions; `id` is given back as it was written."""

    id: str | int
    question: str


def read_questions(path: Path) -> list[AskedLine]:
    """Read a file of questions. Raises `UsageError` that names the line which is not one."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text; name a file of JSON lines.") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}); name a file of JSON lines.") from error
    return list(_questions(path, lines))


def _questions(path: Path, lines: Iterable[str]) -> Iterator[AskedLine]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        asked = _asked(line)
        if asked is None:
            raise UsageError(f'{path}, line {number}: write {{"id": "...", "question": "..."}} in UTF-8.')
        yield asked


def _asked(line: str) -> AskedLine | None:
    try:
        read = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(read, dict):
        return None
    key, question = read.get("id"), read.get("question")
    if not isinstance(key, str | int) or isinstance(key, bool) or not isinstance(question, str):
        return None
    if not (_is_text(question) and _is_text(str(key))):
        return None
    return AskedLine(id=key, question=question)


def _is_text(written: str) -> bool:
    # JSON can spell half of a surrogate pair, which no file and no model can hold.
    return not any("\ud800" <= character <= "\udfff" for character in written)


def check_results_path(out: Path, questions: Path) -> None:
    """Raise `UsageError` where results cannot be put: told before the work, not after it."""
    if out.is_dir():
        raise UsageError(f"{out} is a folder; name the file to write.")
    if not out.parent.is_dir():
        raise UsageError(f"There is no folder {out.parent}; make it, or name another file to write.")
    if out.exists() and out.samefile(questions):
        raise UsageError(f"{out} holds the questions; name another file to write.")


def write_lines(path: Path, lines: Iterable[dict[str, Any]]) -> int:
    """Write JSON lines beside `path`, then put them in its place; return how many.

    Raises `ResultsUnwritable`; a file that was there before is then as it was.
    """
    beside = path.with_name(f".{path.name}.part")
    written = 0
    try:
        with beside.open("w", encoding="utf-8") as out:
            for line in lines:
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
                written += 1
        beside.replace(path)
    except OSError as error:
        raise ResultsUnwritable(
            f"{path} cannot be written ({error.strerror}); free some space, or name another file to write."
        ) from error
    finally:
        with suppress(OSError):  # where it could not be made, it cannot be removed
            beside.unlink()
    return written
