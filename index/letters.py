"""Patterns of names, whose letters are those of any Latin alphabet: "Čapek" is a name as "Carter" is."""

import re

# Latin-1, Latin Extended A and B, and Latin Extended Additional, where Vietnamese stands.
_LATIN = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
_UPPER = "A-Z" + "".join(one for one in _LATIN if one.isupper())
_LOWER = "a-z" + "".join(one for one in _LATIN if one.islower())


def of_letters(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern compiled with its letters A to Z widened to those with accents."""
    return re.compile(widened(pattern), flags)


def widened(pattern: str) -> str:
    """Return a pattern with its letters A to Z widened to those with accents."""
    return pattern.replace("A-Z", _UPPER).replace("a-z", _LOWER)
