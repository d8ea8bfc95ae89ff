"""Judged questions: what is asked, what would be right, and where it stands."""

import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.answering.answer import Slot


class QuestionsUnusable(Exception):
    """The judged questions or the answers cannot be read. Its text is one sentence for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question and its judgement.

    An answerable one has the `slot` it asks for, acceptable `answers` ("A | B" needs both), the `evidence`
    sentence of `article`, and for `when` the days; `also` is an article that says otherwise. One that the
    corpus does not answer has its `kind`.
    """

    id: str
    text: str
    article: str
    slot: Slot | None = None
    answers: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    evidence: str = ""
    also: str = ""
    kind: str = ""
    note: str = ""

    @property
    def answerable(self) -> bool:
        """Tell whether the corpus holds the answer."""
        return self.slot is not None

    @property
    def expected(self) -> str:
        """Return in words what would be right."""
        return " / ".join(self.answers) or f"no answer ({self.kind.replace('_', ' ')}: {self.note})"


def default_questions() -> Path:
    """Return the development questions; raises QuestionsUnusable where READOUT_DEV_DATA is not set."""
    folder = os.environ.get("READOUT_DEV_DATA")
    if not folder:
        raise QuestionsUnusable(
            "No questions: name a QUESTIONS.jsonl file, or set READOUT_DEV_DATA to the development data."
        )
    return Path(folder) / "questions-dev.jsonl"


def read_questions(path: Path) -> tuple[Question, ...]:
    """Read one judged question a line; raises QuestionsUnusable with the file and line."""
    return tuple(_question(record, where) for record, where in read_records(path))


def read_records(path: Path) -> list[tuple[dict[str, Any], str]]:
    """Read one JSON object a line, each with "file, line n"; raises QuestionsUnusable."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionsUnusable(f"{path} cannot be read ({error}): name another file.") from error
    records = []
    for number, line in enumerate(lines, 1):
        where = f"{path}, line {number}"
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise QuestionsUnusable(f"{where} is not JSON ({error}): put one object on each line.") from error
        if not isinstance(record, dict):
            raise QuestionsUnusable(f"{where} is not a JSON object: put one object on each line.")
        records.append((record, where))
    return records


def _question(record: dict[str, Any], where: str) -> Question:
    try:
        answerable = record["answerable"]
        span = record.get("date") or {}
        return Question(
            id=record["id"],
            text=record["question"],
            article=record.get("article", ""),
            slot=Slot(record["type"]) if answerable else None,
            answers=tuple(record["answers"]) if answerable else (),
            first=date.fromisoformat(span["start"]) if span else None,
            last=date.fromisoformat(span["end"]) if span else None,
            evidence=record.get("evidence") or "",
            also=record.get("also") or "",
            kind="" if answerable else record["kind"],
            note=record.get("note") or "",
        )
    except (KeyError, ValueError, TypeError) as error:
        raise QuestionsUnusable(
            f"{where} is no judged question ({error!r}): see evaluation/README.md."
        ) from error
