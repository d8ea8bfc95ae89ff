"""The one port of the index: what every search engine offers, whatever stores it."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from index.article import Article, Hit, Meeting, NameType


class Mode(StrEnum):
    """Which retrievers a search asks."""

    HYBRID = "hybrid"
    DENSE = "dense"
    LEXICAL = "lexical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which articles may be found: by published date (both ends included), source and collections.

    An article with no published date is left out as soon as `since` or `until` is given. `source` compares
    without case. `collections` None means all.
    """

    since: date | None = None
    until: date | None = None
    source: str | None = None
    collections: frozenset[str] | None = None


EVERYTHING = Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """Hits, best first, and the milliseconds spent on encoding the query and on searching."""

    hits: tuple[Hit, ...]
    embed_ms: float
    search_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What articles call a person by, and the published dates, first and last, of those that do."""

    title: str
    first: date | None
    last: date | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """A row of the name table: the fullest form, the forms seen, and how many articles hold it.

    `offices` are those that the articles say a person held, the most frequent first.
    """

    name: str
    type: NameType
    forms: tuple[str, ...]
    articles: int
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedArticle:
    """What a list shows of an article, without its body. `digest` is that of all it says."""

    id: str
    title: str
    published: date | None
    source: str | None
    digest: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleMeeting:
    """A meeting record with the article that tells it; `id` is stable while the article is unchanged."""

    id: str
    article: Article
    meeting: Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What a snapshot holds: counts and the published dates it spans."""

    generation: int
    articles: int
    passages: int
    undated: int
    first: date | None
    last: date | None


class Snapshot(Protocol):
    """One generation of the store, whole, for as long as it is open."""

    def generation(self) -> int:
        """Return the number of this generation; costs nothing."""

    def search(
        self, query: str, *, k: int = 10, where: Filters = EVERYTHING, mode: Mode = Mode.HYBRID
    ) -> SearchResult:
        """Find the `k` passages nearest to `query`; deterministic, ties by passage id."""

    def article(self, article_id: str) -> Article | None:
        """Return the article of that id, or None."""

    def articles(self, where: Filters = EVERYTHING) -> Sequence[ListedArticle]:
        """List the articles that `where` lets through, oldest first, undated last."""

    def meetings_of(self, article_ids: Sequence[str]) -> tuple[ArticleMeeting, ...]:
        """Return the meeting records of these articles, in the order given, then of their evidence."""

    def meetings(self, *, where: Filters = EVERYTHING) -> tuple[ArticleMeeting, ...]:
        """Return every meeting record of the articles that `where` lets through, oldest article first."""

    def names(self) -> Sequence[KnownName]:
        """Return the name table, most frequent first."""

    def coverage(self, where: Filters = EVERYTHING) -> Coverage:
        """Count what is there, so that "not in the briefings" can say which briefings."""

    def sources(self, where: Filters = EVERYTHING) -> Sequence[str]:
        """Return the sources named by the articles that `where` lets through, sorted."""

    def collections(self) -> Sequence[str]:
        """Return the collections of the articles, sorted."""


class SearchEngine(Protocol):
    """Opens snapshots of one index; safe to call from several threads."""

    def snapshot(self) -> AbstractContextManager[Snapshot]:
        """Open the newest published generation."""

    def close(self) -> None:
        """Let go of files and memory."""


class IndexUnavailable(Exception):
    """The index cannot be served: absent, of another embedder, or of a newer schema.

    Its text is one sentence for a person, and says what to run.
    """
