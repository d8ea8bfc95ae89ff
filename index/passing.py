"""A snapshot and an engine that pass everything on: the ground of those that change one thing of another."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from index.article import Article
from index.engine import (
    EVERYTHING,
    ArticleMeeting,
    Coverage,
    Filters,
    KnownName,
    ListedArticle,
    Mode,
    SearchEngine,
    SearchResult,
    Snapshot,
)


class PassingSnapshot:
    """Asks another snapshot; override what is to differ."""

    def __init__(self, inner: Snapshot) -> None:
        self._inner = inner

    def generation(self) -> int:
        """Pass on."""
        return self._inner.generation()

    def search(
        self, query: str, *, k: int = 10, where: Filters = EVERYTHING, mode: Mode = Mode.HYBRID
    ) -> SearchResult:
        """Find the `k` passages nearest to `query`; deterministic, ties by passage id."""
        return self._inner.search(query, k=k, where=where, mode=mode)

    def article(self, article_id: str) -> Article | None:
        """Return the article of that id, or None."""
        return self._inner.article(article_id)

    def articles(self, where: Filters = EVERYTHING) -> Sequence[ListedArticle]:
        """List the articles that `where` lets through, oldest first, undated last."""
        return self._inner.articles(where)

    def meetings_of(self, article_ids: Sequence[str]) -> tuple[ArticleMeeting, ...]:
        """Return the meeting records of these articles, in the order given, then of their evidence."""
        return self._inner.meetings_of(article_ids)

    def meetings(self, *, where: Filters = EVERYTHING) -> tuple[ArticleMeeting, ...]:
        """Return every meeting record of the articles that `where` lets through, oldest article first."""
        return self._inner.meetings(where=where)

    def names(self) -> Sequence[KnownName]:
        """Return the name table, most frequent first."""
        return self._inner.names()

    def coverage(self, where: Filters = EVERYTHING) -> Coverage:
        """Count what is there."""
        return self._inner.coverage(where)

    def sources(self, where: Filters = EVERYTHING) -> Sequence[str]:
        """Return the sources named by the articles that `where` lets through, sorted."""
        return self._inner.sources(where)

    def collections(self) -> Sequence[str]:
        """Return the collections of the articles, sorted."""
        return self._inner.collections()


class PassingEngine:
    """Opens the snapshots of another engine through `wrap`, which changes what they do."""

    def __init__(self, inner: SearchEngine, wrap: Callable[[Snapshot], Snapshot]) -> None:
        self._inner = inner
        self._wrap = wrap

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Open the newest published generation."""
        with self._inner.snapshot() as snapshot:
            yield self._wrap(snapshot)

    def close(self) -> None:
        """Let go of files and memory."""
        self._inner.close()
