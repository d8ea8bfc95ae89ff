"""Where everything of a message goes. Units are pixels as a phone shows them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from docs.answer_picture.marks import Paragraph, Run, Tone, read_marks

Colour = tuple[int, int, int]
WIDTH = 430.0

BACKGROUND: Colour = (0x31, 0x33, 0x38)
CARD: Colour = (0x2B, 0x2D, 0x31)
TEXT: Colour = (0xDB, 0xDE, 0xE1)
BRIGHT: Colour = (0xF2, 0xF3, 0xF5)
MUTED: Colour = (0xA3, 0xA9, 0xB2)
LINK: Colour = (0x00, 0xA8, 0xFC)
BAR: Colour = (0x4E, 0x50, 0x58)
BUTTON: Colour = (0x4E, 0x50, 0x58)
DANGER: Colour = (0xDA, 0x37, 0x3C)
TAG: Colour = (0x58, 0x65, 0xF2)

_MARGIN, _AVATAR, _GAP = 14.0, 40.0, 12.0
_LEFT = _MARGIN + _AVATAR + _GAP
_PADDING = 14.0
_INSIDE = _LEFT + 4 + _PADDING
_ROOM = WIDTH - _MARGIN - _PADDING - _INSIDE
_QUOTE = 13.0
_BUTTON_HEIGHT, _BUTTON_GAP, _BUTTON_PADDING, _EMOJI = 34.0, 8.0, 14.0, 22.0
_DANGER_STYLE = 4


class Face(Enum):
    """The sizes and weights of the letters."""

    NAME = auto()
    TAG = auto()
    TITLE = auto()
    LABEL = auto()
    TEXT = auto()
    BOLD = auto()
    ITALIC = auto()
    SMALL = auto()
    BUTTON = auto()
    INITIAL = auto()


Ruler = Callable[[str, Face], float]
_LINE = {Face.TITLE: 23.0, Face.LABEL: 21.0, Face.TEXT: 20.5, Face.SMALL: 17.0}
_FACES = {Tone.PLAIN: Face.TEXT, Tone.BOLD: Face.BOLD, Tone.ITALIC: Face.ITALIC, Tone.LINK: Face.TEXT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Text on one line: `x` its left edge (or middle, if `centred`), `y` its middle."""

    text: str
    x: float
    y: float
    face: Face
    colour: Colour
    centred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle with round corners."""

    left: float
    top: float
    right: float
    bottom: float
    radius: float
    colour: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumb:
    """A thumb, up or down, in a square at `left` and `top`."""

    left: float
    top: float
    is_up: bool


@dataclass(slots=True, kw_only=True)
class Plan:
    """The whole picture, in the order of drawing."""

    height: float = 0.0
    boxes: list[Box] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    thumbs: list[Thumb] = field(default_factory=list)


def plan_message(message: dict[str, Any], name: str, time: str, ruler: Ruler) -> Plan:
    """Lay out a message with one embed, as the bot sends it, below the bot's `name`."""
    (embed,) = message["embeds"]
    return _Layout(ruler).message(embed, message.get("components") or [], name, time)


class _Layout:
    def __init__(self, ruler: Ruler) -> None:
        self._ruler = ruler
        self._plan = Plan()
        self._y = _MARGIN

    def message(self, embed: dict[str, Any], rows: Sequence[dict[str, Any]], name: str, time: str) -> Plan:
        self._head(name, time)
        self._card(embed)
        self._y += _BUTTON_GAP
        for row in rows:
            self._buttons(row["components"])
        self._plan.height = self._y + _MARGIN - _BUTTON_GAP
        return self._plan

    def _head(self, name: str, time: str) -> None:
        middle = self._y + 11
        self._box(_MARGIN, self._y, _MARGIN + _AVATAR, self._y + _AVATAR, _AVATAR / 2, (0x2E, 0x8B, 0x57))
        self._write(name[0], _MARGIN + _AVATAR / 2, self._y + _AVATAR / 2, Face.INITIAL, BRIGHT, centred=True)
        x = self._write(name, _LEFT, middle, Face.NAME, BRIGHT) + 7
        tag = self._ruler("APP", Face.TAG) + 11
        self._box(x, middle - 8, x + tag, middle + 8, 4, TAG)
        self._write("APP", x + tag / 2, middle, Face.TAG, BRIGHT, centred=True)
        self._write(time, x + tag + 8, middle + 1, Face.SMALL, MUTED)
        self._y += 28

    def _card(self, embed: dict[str, Any]) -> None:
        top, place = self._y, len(self._plan.boxes)
        self._y += _PADDING
        if author := (embed.get("author") or {}).get("name"):
            self._lines(author, Face.LABEL, BRIGHT)
            self._y += 6
        self._lines(embed["title"], Face.TITLE, BRIGHT)
        self._y += 5
        self._marked(embed["description"])
        for one in embed.get("fields") or []:
            self._y += 9
            self._lines(one["name"], Face.LABEL, BRIGHT)
            self._marked(one["value"])
        if footer := (embed.get("footer") or {}).get("text"):
            self._y += 11
            self._lines(footer, Face.SMALL, MUTED)
        self._y += _PADDING - 3
        right, bottom = WIDTH - _MARGIN, self._y
        red, green, blue = (embed.get("color", 0) >> shift & 255 for shift in (16, 8, 0))
        self._plan.boxes[place:place] = [
            Box(left=_LEFT, top=top, right=right, bottom=bottom, radius=5, colour=(red, green, blue)),
            Box(left=_LEFT + 4, top=top, right=right, bottom=bottom, radius=5, colour=CARD),
            # The bar is straight on its inner side.
            Box(left=_LEFT + 4, top=top, right=_LEFT + 12, bottom=bottom, radius=0, colour=CARD),
        ]

    def _lines(self, text: str, face: Face, colour: Colour) -> None:
        """Write a title, a label or the footer, in which escapes count and one tone shows."""
        for paragraph in read_marks(text):
            for line in _broken(paragraph, _ROOM, lambda piece, _: self._ruler(piece, face)):
                self._y += _LINE[face]
                said = "".join(run.text for run in line)
                self._write(said, _INSIDE, self._y - _LINE[face] / 2, face, colour)

    def _marked(self, text: str) -> None:
        for paragraph in read_marks(text):
            indent = _QUOTE if paragraph.quoted else 0.0
            top = self._y
            for line in _broken(paragraph, _ROOM - indent, self._ruler):
                self._y += _LINE[Face.TEXT]
                x = _INSIDE + indent
                for run in line:
                    colour = LINK if run.tone is Tone.LINK else TEXT
                    x = self._write(run.text, x, self._y - _LINE[Face.TEXT] / 2, _FACES[run.tone], colour)
            if paragraph.quoted:
                self._box(_INSIDE, top + 2, _INSIDE + 4, self._y - 1, 2, BAR)

    def _buttons(self, buttons: Sequence[dict[str, Any]]) -> None:
        x = _LEFT
        for button in buttons:
            emoji = (button.get("emoji") or {}).get("name")
            label = button.get("label") or ""
            room = self._ruler(label, Face.BUTTON) + 2 * _BUTTON_PADDING + (_EMOJI if emoji else 0)
            if x > _LEFT and x + room > WIDTH - _MARGIN:
                x, self._y = _LEFT, self._y + _BUTTON_HEIGHT + _BUTTON_GAP
            colour = DANGER if button["style"] == _DANGER_STYLE else BUTTON
            self._box(x, self._y, x + room, self._y + _BUTTON_HEIGHT, 8, colour)
            inside = x + _BUTTON_PADDING
            if emoji:
                self._plan.thumbs.append(Thumb(left=inside, top=self._y + 9, is_up=emoji == "👍"))
                inside += _EMOJI
            self._write(label, inside, self._y + _BUTTON_HEIGHT / 2, Face.BUTTON, BRIGHT)
            x += room + _BUTTON_GAP
        self._y += _BUTTON_HEIGHT + _BUTTON_GAP

    def _write(
        self, text: str, x: float, y: float, face: Face, colour: Colour, *, centred: bool = False
    ) -> float:
        self._plan.words.append(Words(text=text, x=x, y=y, face=face, colour=colour, centred=centred))
        return x + self._ruler(text, face)

    def _box(
        self, left: float, top: float, right: float, bottom: float, radius: float, colour: Colour
    ) -> None:
        self._plan.boxes.append(
            Box(left=left, top=top, right=right, bottom=bottom, radius=radius, colour=colour)
        )


def _broken(paragraph: Paragraph, room: float, ruler: Ruler) -> Iterator[list[Run]]:
    """Break a paragraph between words, also between words of different tones."""
    line: list[Run] = []
    used = 0.0
    for run in _words(paragraph):
        wide = ruler(run.text.rstrip(), _FACES[run.tone])
        if line and used + wide > room:
            yield line
            line, used = [], 0.0
        line.append(run)
        used += ruler(run.text, _FACES[run.tone])
    if line:
        yield line


def _words(paragraph: Paragraph) -> Iterator[Run]:
    """Split into words, each with the blanks behind it."""
    for run in paragraph.runs:
        for word in re.findall(r"\S+\s*|^\s+", run.text):
            yield Run(text=word, tone=run.tone)
