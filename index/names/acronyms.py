"""Organisations that an article names in full with their letters behind: "Fisheries Council (FC)"."""

import re
from collections.abc import Mapping

from index.letters import of_letters

_LETTERS = of_letters(r"\(\s?[\"“]?([A-Z][A-Z&]{1,6}s?)[\"”]?\s?\)")
_WORD = of_letters(r"[A-Za-z][\w’']*")
_SMALL = frozenset(("of", "the", "and", "for", "on", "in", "to", "a", "an", "at"))
_REACH = 12
"""How many words before the letters may spell them."""


def find_acronyms(body: str) -> Mapping[str, str]:
    """Return what the letters in parentheses stand for: the words just before that begin with them."""
    found: dict[str, str] = {}
    for match in _LETTERS.finditer(body):
        letters = match.group(1).removesuffix("s").replace("&", "").lower()
        paragraph = body.rfind("\n\n", 0, match.start()) + 1
        words = list(_WORD.finditer(body, paragraph, match.start()))[-_REACH:]
        start = _spelt(letters, words)
        if start is not None and body[start].isupper():
            found.setdefault(match.group(1), " ".join(body[start : match.start()].split()))
    return found


def _spelt(letters: str, words: list[re.Match[str]]) -> int | None:
    """Return where the last words begin whose first letters are `letters`; small words may be passed over."""
    position = len(letters) - 1
    for word in reversed(words):
        text = word.group().lower()
        if text[0] == letters[position]:
            position -= 1
        elif text not in _SMALL:
            return None
        if position < 0:
            return word.start()
    return None
