"""One thing that was looked at, and what is to be done about it."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How a finding is to be taken; only what is missing keeps the bot from working."""

    FINE = "ok"
    NOTE = "note"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was looked at, and one sentence that says how it is, or what to do."""

    subject: str
    grade: Grade
    text: str


def fine(subject: str, text: str) -> Finding:
    """Return that all is well."""
    return Finding(subject=subject, grade=Grade.FINE, text=text)


def note(subject: str, text: str) -> Finding:
    """Return what a person may want to know."""
    return Finding(subject=subject, grade=Grade.NOTE, text=text)


def missing(subject: str, text: str) -> Finding:
    """Return what keeps the bot from working."""
    return Finding(subject=subject, grade=Grade.MISSING, text=text)
