"""Organisations and places, found by all the words of one of their forms."""

from collections import defaultdict
from collections.abc import Sequence

from index.engine import KnownName
from index.names.common import FUNCTION_WORDS, GROUPS, MONTHS, WEEKDAYS, WORDS_TOO
from index.names.tokens import Token, words_of
from index.names.words import TITLES

Words = tuple[str, ...]
_NO_NAMES = FUNCTION_WORDS | WORDS_TOO | GROUPS | MONTHS | WEEKDAYS | TITLES


class PhraseIndex:
    """The organisations and places of a name table by the words of their forms."""

    def __init__(self, names: Sequence[KnownName]) -> None:
        self._by_words: defaultdict[Words, list[KnownName]] = defaultdict(list)
        self._longest: dict[str, int] = {}
        for known in names:
            for words in dict.fromkeys(_words_of(form) for form in (known.name, *known.forms)):
                if words and not (len(words) == 1 and (words[0] in _NO_NAMES or len(words[0]) == 1)):
                    self._by_words[words].append(known)
                    self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def find(self, tokens: Sequence[Token], first: int, *, cased: bool) -> tuple[int, tuple[KnownName, ...]]:
        """Return how many words from `first` on are a form of something known, and all that it can mean."""
        longest = min(self._longest.get(tokens[first].word, 0), len(tokens) - first)
        for length in range(longest, 0, -1):
            run = tokens[first : first + length]
            found = self._by_words.get(tuple(one.word for one in run))
            if found and not (length == 1 and cased and not run[0].capital):
                return length, tuple(dict.fromkeys(found))
        return 0, ()


def _words_of(form: str) -> Words:
    words = tuple(word.removeprefix("-") for word in words_of(form))
    return words[1:] if len(words) > 1 and words[0] == "the" else words
