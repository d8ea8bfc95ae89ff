"""The parts of a person's name, and which given names can be those of one person."""

from collections.abc import Sequence

from index.names.common import FUNCTION_WORDS, GROUPS, MONTH_NAMES, MONTHS, PARTICLES, WEEKDAYS
from index.names.tokens import words_of
from index.names.words import SUFFIXES, TITLES, is_surname_too

_NICKNAME = 3
"""So many letters alike make one given name short for another: "Ken" for "Kenneth"."""
_NO_SURNAME = (FUNCTION_WORDS - MONTH_NAMES - {"will"}) | GROUPS | WEEKDAYS | TITLES | (MONTHS - MONTH_NAMES)
_NO_GIVEN = (FUNCTION_WORDS | GROUPS | WEEKDAYS) - PARTICLES

Words = tuple[str, ...]


def split_name(name: str) -> tuple[Words, Words]:
    """Return the given names of a person and the surname, of several words where hyphens join them.

    Titles and "Jr." are left out. Both are empty where `name` is no person's, whatever a parser took it for.
    """
    words = words_of(name)
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    start = next((place for place, word in enumerate(words) if word not in TITLES), len(words))
    cut = len(words) - 1
    while cut > start and words[cut].startswith("-"):
        cut -= 1
    plain = tuple(word.removeprefix("-") for word in words)
    given, surname = plain[start:cut], plain[cut:]
    named = start < len(words) - 1 and is_surname_too(plain, len(plain) - 1)
    if start >= len(words) or len(surname[-1]) < 2 or (surname[-1] in _NO_SURNAME and not named):
        return (), ()
    if any(word in _NO_GIVEN for word in given):
        return (), ()
    return given, surname


def fits_given(words: Sequence[str], given: Sequence[str]) -> bool:
    """Tell whether `words` can be said of a person of these given names: in part, shortened, as initials.

    An initial of the person stands for any name that begins so, but not a middle one for the first.
    """
    opened = not words or any(_is_short_for(words[0], one) for one in _full(given))
    return opened and all(any(_is_short_for(word, one) for one in given) for word in words[1:])


def _full(given: Sequence[str]) -> Sequence[str]:
    return [one for place, one in enumerate(given) if place == 0 or len(one) > 1]


def _is_short_for(word: str, given: str) -> bool:
    if word == given:
        return True
    short, long = sorted((word, given), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) >= _NICKNAME)
