"""What only the title states of the meeting that an article opens with: "MEETS X TO DISCUSS TRADE"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.article import Meeting, Quote
from index.names.words import fold, name_words

_OPENING = 500
"""Code points of a body within which the meeting stands that its title tells."""
_MEETS = re.compile(
    r"\b(?:meets?|meeting|talks|discuss(?:es)?|visits?|tours?|travels?|hosts?|joins?|welcomes?|hearing|summit|"
    r"roundtable|calls?|holds?|sits? down)\b",
    re.IGNORECASE,
)
_SEATS = ("White House", "Capitol", "Capitol Hill", "Pentagon", "State Department", "Kremlin", "Elysee")
_NOT_AIMS = r"meet|visit|be\b|host|attend|hold|travel|join|tour|testify|speak"
_PURPOSE = re.compile(
    r"\b(?:meets?|meeting|talks|visits?|tours?|travels?|hosts?|joins?|holds?|sits? down)\b[^,;:]*?"
    r"(?<!travels )(?<!travel )(?<!trip )(?<!visit )\bto "
    rf"(?!{_NOT_AIMS})(?P<purpose>[a-z]{{3,}} [^;:]{{3,}})",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\b(?:talks|hearing|meeting|roundtable|summit|forum)\b.*? "
    r"(?:on|about|over) (?P<purpose>[a-z0-9][^,;:]{3,})",
    re.IGNORECASE,
)
_DISCUSSED = re.compile(r"\bdiscuss(?:es)? (?P<purpose>[^;:]+?)(?: with .+)?$", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|at|to|visits?|tours?) (?P<place>[a-z][^,;:]*)", re.IGNORECASE)


def add_titled(meetings: Sequence[Meeting], title: str, places: Iterable[str]) -> list[Meeting]:
    """Return the meetings with the place and purpose of the title where the opening one states none.

    A title's place counts where the body names it as one (`places`): titles in capitals tell nothing else.
    """
    grown = list(meetings)
    if not grown or not _MEETS.search(title):
        return grown
    first = grown[0]
    if first.evidence.start > _OPENING or not _is_titled(first, title):
        return grown
    grown[0] = replace(
        first,
        where=first.where or _place(title, places),
        why=first.why or _purpose(title),
    )
    return grown


def _is_titled(meeting: Meeting, title: str) -> bool:
    words = set(re.findall(r"\w+", fold(title)))
    return any(
        name_words(one.name)[-1:] and name_words(one.name)[-1] in words for one in meeting.participants
    )


def _purpose(title: str) -> Quote | None:
    for pattern in (_DISCUSSED, _PURPOSE, _TOPIC):
        found = pattern.search(title)
        if found is not None:
            return Quote(
                start=found.start("purpose"),
                end=found.end("purpose"),
                text=found.group("purpose"),
                in_title=True,
            )
    return None


def _place(title: str, places: Iterable[str]) -> Quote | None:
    known = {fold(place) for place in (*places, *_SEATS)}
    for found in _PLACED.finditer(title):
        words = found.group("place")
        for end in range(len(words), 0, -1):
            if fold(words[:end]) in known and (end == len(words) or not words[end].isalnum()):
                start = found.start("place")
                return Quote(start=start, end=start + end, text=words[:end], in_title=True)
    return None
