"""Offices as articles state them beside a name: "Secretary of State Ann Lee", "Ann Lee, the president"."""

import re
from collections.abc import Iterator, Sequence

from index.article import NameMention, NameType
from index.letters import of_letters
from index.names.common import FUNCTION_WORDS, MONTHS, WEEKDAYS
from index.names.forms import split_name

HEADS = frozenset(
    """
    administrator ambassador attorney chair chairman chairwoman chancellor chief commander commissioner
    congressman congresswoman director emir emperor envoy governor inspector judge king leader mayor
    minister pope premier president queen representative secretary senator sheriff speaker sultan
    superintendent treasurer undersecretary
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""What offices are called: the word that an office cannot do without."""

_BLANK = re.compile(r"\s")
_FORMER = frozenset(("former", "late", "ex", "then"))
_OPENERS = (
    FUNCTION_WORDS
    | WEEKDAYS
    | MONTHS
    | {"dear", "today", "yesterday", "statement", "senators", "honorable", "the"}
)
SHORT = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "amb": "ambassador",
    "pres": "president",
}
_NOT_NOW = re.compile(
    r"(?:\b(?:former|formerly|ex|late|then|vice|deputy|assistant|acting)[ -]+|[-–])\Z", re.I
)
_HEAD = rf"(?:{'|'.join(sorted(HEADS, reverse=True))}|Sen\.|Rep\.|Gov\.)"
# The head in capitals, as before a name; the abbreviations have theirs.
_CAPITAL_HEAD = rf"(?:{'|'.join(word.title() for word in sorted(HEADS, reverse=True))}|Sen\.|Rep\.|Gov\.)"
_MODIFIER = r"(?:U\.S\.|[A-Z][\w’'&-]*|general|prime|foreign|vice)"
_OF = r"(?: (?:of|for) (?:the )?[A-Z][\w’'&-]*(?:(?: and(?: the)?| of(?: the)?)? [A-Z][\w’'&-]*){0,4})"
_BEFORE = of_letters(rf"(?P<title>(?:{_MODIFIER} ){{0,4}}{_CAPITAL_HEAD}(?: General)?{_OF}?) \Z")
_AFTER = of_letters(
    rf", (?:who is |who was )?(?:the |an? )?(?P<title>(?:{_MODIFIER} ){{0,4}}(?i:{_HEAD})"
    rf"(?: (?i:general)| of state)?{_OF}?)(?=[,.;:)]| (?:and|who|said|met|will|was|is|has)\b)"
)
_REACH = 100


def find_titles(body: str, mentions: Sequence[NameMention]) -> Iterator[tuple[str, str]]:
    """Yield each person of `mentions` with an office that the words just before or after a mention state."""
    for mention in mentions:
        if mention.type is not NameType.PERSON or not split_name(mention.name)[1]:
            continue
        lead = _BLANK.sub(" ", body[max(0, mention.start - _REACH) : mention.start])
        before = _BEFORE.search(lead)
        if before is not None:
            yield from _held(mention.name, before["title"], lead[: before.start()])
        after = _AFTER.match(_BLANK.sub(" ", body[mention.end : mention.end + _REACH]))
        if after is not None:
            yield from _held(mention.name, after["title"], "")


def _held(name: str, title: str, lead: str) -> Iterator[tuple[str, str]]:
    """Yield the office that `title` ends with, unless the words say that it is held no more."""
    words = title.split()
    while words and (words[0].casefold() in _OPENERS or words[0].endswith("ing")):
        lead = f"{lead}{words.pop(0)} "
    if words and _NOT_NOW.search(lead) is None and words[0].casefold() not in _FORMER:
        yield name, " ".join(words).replace("’", "'")
