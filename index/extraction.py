"""The port of the extractor: articles to the names and meetings that they tell."""

from collections.abc import Iterable
from typing import Protocol

from index.article import Article, Extraction


class Extractor(Protocol):
    """Reads names and meetings out of an article. Loading anything heavy waits for the first article."""

    @property
    def version(self) -> str:
        """Name the rules and models: an article is read again when it changes."""

    def extract_many(self, articles: Iterable[Article]) -> Iterable[Extraction]:
        """Return the names and meetings of each article, in order."""
