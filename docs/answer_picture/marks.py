"""Discord's marks in text, as far as the bot writes them: escapes, bold, italics, links, quotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import groupby

_MARK = re.compile(
    r"\\(?P<escaped>[^\w\s])|\*\*(?P<bold>(?:\\.|[^*\\])+)\*\*|\*(?P<italic>(?:\\.|[^*\\])+)\*"
    r"|\[(?P<label>(?:\\.|[^\]\\])+)\]\(<?(?P<url>[^\s)>]+)>?\)|`(?P<code>[^`]+)`"
)


class Tone(Enum):
    """How a run of text shows itself."""

    PLAIN = auto()
    BOLD = auto()
    ITALIC = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text in one tone."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line as it was written, before it is broken; `quoted` has a bar before it."""

    runs: tuple[Run, ...]
    quoted: bool = False


def read_marks(text: str) -> Iterator[Paragraph]:
    """Yield the lines of a text."""
    for line in text.split("\n"):
        quoted = line.startswith("> ")
        yield Paragraph(runs=tuple(_joined(_runs(line.removeprefix("> ")))), quoted=quoted)


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Join neighbours of one tone, so that no line breaks where an escape stood."""
    for tone, alike in groupby(runs, key=lambda run: run.tone):
        yield Run(text="".join(run.text for run in alike), tone=tone)


def _runs(text: str) -> Iterator[Run]:
    place = 0
    for found in _MARK.finditer(text):
        if found.start() > place:
            yield Run(text=text[place : found.start()])
        place = found.end()
        yield from _marked(found)
    if place < len(text):
        yield Run(text=text[place:])


def _marked(found: re.Match[str]) -> Iterator[Run]:
    match found.lastgroup:
        case "escaped":
            yield Run(text=found["escaped"])
        case "bold" | "italic":
            tone = Tone.BOLD if found.lastgroup == "bold" else Tone.ITALIC
            yield from (replace(run, tone=tone) for run in _runs(found[found.lastgroup]))
        case "url":
            yield from (replace(run, tone=Tone.LINK) for run in _runs(found["label"]))
        case _:
            yield Run(text=found["code"])
