"""Which articles are copies of one story: overlapping runs of words (Broder, 1997)."""

import re

from index.article import Article
from index.names.words import fold

_WORD = re.compile(r"[^\W_]+")
_RUN = 4
_COPIED = 0.6
"""Share of the shorter text's runs of words that the longer one holds: outlets cut, and add a line."""
_FEW = 30
"""Runs of a text so short that its own report and a copy share the usual words: it must be held whole."""


class CopyFinder:
    """Tells copies from reports of their own, reading each article once."""

    def __init__(self) -> None:
        self._runs: dict[str, frozenset[int]] = {}

    def are_copies(self, one: Article, two: Article) -> bool:
        """Tell whether most of the shorter article stands, run by run, in the longer."""
        few, many = sorted((self._runs_of(one), self._runs_of(two)), key=len)
        share = _COPIED if len(few) >= _FEW else 1.0
        return bool(few) and len(few & many) >= share * len(few)

    def _runs_of(self, article: Article) -> frozenset[int]:
        if article.id not in self._runs:
            words = _WORD.findall(fold(article.body))
            self._runs[article.id] = frozenset(
                hash(tuple(words[n : n + _RUN])) for n in range(max(1, len(words) - _RUN + 1)) if words
            )
        return self._runs[article.id]
