"""One generation of a local store, whole: searched and read for as long as it is open."""

import sqlite3
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from index.article import Article, Hit, Retriever
from index.caches import begin
from index.catalog import CatalogReader, PassageColumns, StoreState
from index.embedder import Embedder
from index.engine import (
    EVERYTHING,
    ArticleMeeting,
    Coverage,
    Filters,
    KnownName,
    ListedArticle,
    Mode,
    SearchResult,
)
from index.fusion import Fused, fuse, single
from index.lexical import LexicalView
from index.vectors import VectorIndex, allowed_ids

DEPTH = 100
"""How many passages each retriever proposes: the same for every `k` up to it, so that a longer list only
adds to a shorter one."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What filters read of an article."""

    id: str
    published: date | None
    source: str | None
    collection: str
    title: str
    digest: bytes


class Generation:
    """Everything of one generation, shared by the snapshots that are open on it.

    While any is open, the connection holds a read transaction, which pins what SQLite shows. Between them it
    holds none, or the write-ahead log of a store that nobody asks could never shrink.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        state: StoreState,
        lexical: LexicalView,
        vectors: VectorIndex,
    ) -> None:
        self.state = state
        self.lexical = lexical
        self.vectors = vectors
        self.reader = CatalogReader(connection)
        """Reads this generation; hold `reading` while it is used."""
        self.reading = threading.RLock()
        self._connection = connection
        self.columns: PassageColumns = self.reader.columns()

    def pin(self) -> bool:
        """Begin the read transaction again; tell whether the store still is at this generation."""
        with self.reading:
            if begin(self._connection) == self.state:
                return True
            self.unpin()
            return False

    def unpin(self) -> None:
        """End the read transaction, so that the write-ahead log can shrink."""
        with self.reading:
            self._connection.execute("COMMIT")

    @cached_property
    def names(self) -> tuple[KnownName, ...]:
        """Read the name table once."""
        with self.reading:
            return tuple(self.reader.names())

    @cached_property
    def articles(self) -> tuple[ArticleRow, ...]:
        """Read what filters need of every article once, oldest first."""
        with self.reading:
            return tuple(ArticleRow(*row) for row in self.reader.article_ids())

    @cached_property
    def passage_counts(self) -> dict[str, int]:
        """Read how many passages each article has, once."""
        with self.reading:
            return self.reader.passage_counts()

    def close(self) -> None:
        """Let go of the catalog, whether pinned or not."""
        with self.reading:
            self._connection.close()


class LocalSnapshot:
    """A generation, asked through the port. The methods are those of `index.engine.Snapshot`."""

    def __init__(self, generation: Generation, embedder: Embedder, *, threads: int) -> None:
        self._generation = generation
        self._embedder = embedder
        self._threads = threads

    def generation(self) -> int:
        """Return the number of this generation; costs nothing."""
        return self._generation.state.generation

    def search(
        self, query: str, *, k: int = 10, where: Filters = EVERYTHING, mode: Mode = Mode.HYBRID
    ) -> SearchResult:
        """Find the `k` passages nearest to `query`; deterministic, ties by passage id."""
        if k < 1:
            raise ValueError(f"k must be at least 1, not {k}")
        began = time.perf_counter()
        vector = None if mode is Mode.LEXICAL or not query.strip() else self._embedder.encode_query(query)
        encoded = time.perf_counter()
        depth = max(DEPTH, k)
        dense = []
        if vector is not None:
            allowed = allowed_ids(self._generation.columns, where)
            dense = self._generation.vectors.search(vector, depth, allowed, threads=self._threads)
        lexical = [] if mode is Mode.DENSE else self._generation.lexical.search(query, depth, where)
        if mode is Mode.HYBRID:
            fused = fuse(dense, lexical)
        elif mode is Mode.DENSE:
            fused = single(dense, Retriever.DENSE)
        else:
            fused = single(lexical, Retriever.LEXICAL)
        hits = self._hits(fused[:k])
        return SearchResult(
            hits=hits,
            embed_ms=1000 * (encoded - began),
            search_ms=1000 * (time.perf_counter() - encoded),
        )

    def _hits(self, fused: Sequence[Fused]) -> tuple[Hit, ...]:
        with self._generation.reading:
            stored = {one.id: one for one in self._generation.reader.passages(f.passage_id for f in fused)}
        return tuple(
            Hit(
                article_id=stored[one.passage_id].article.id,
                passage_id=one.passage_id,
                passage=stored[one.passage_id].passage,
                score=one.score,
                rank=rank,
                found_by=one.found_by,
            )
            for rank, one in enumerate(fused, 1)
        )

    def article(self, article_id: str) -> Article | None:
        """Return the article of that id, or None."""
        with self._generation.reading:
            return self._generation.reader.article(article_id)

    def articles(self, where: Filters = EVERYTHING) -> Sequence[ListedArticle]:
        """List the articles that `where` lets through, oldest first, undated last."""
        passing = (one for one in self._generation.articles if _passes(one, where))
        return tuple(
            ListedArticle(
                id=one.id, title=one.title, published=one.published, source=one.source, digest=one.digest
            )
            for one in passing
        )

    def meetings_of(self, article_ids: Sequence[str]) -> tuple[ArticleMeeting, ...]:
        """Return the meeting records of these articles, in the order given, then of their evidence."""
        wanted = list(dict.fromkeys(article_ids))
        with self._generation.reading:
            extractions = self._generation.reader.extractions(wanted)
        found: list[ArticleMeeting] = []
        for identity in wanted:
            if identity not in extractions:
                continue
            article, extraction = extractions[identity]
            ordered = sorted(extraction.meetings, key=lambda meeting: meeting.evidence.start)
            found.extend(
                ArticleMeeting(id=f"{identity}/{number}", article=article, meeting=meeting)
                for number, meeting in enumerate(ordered, 1)
            )
        return tuple(found)

    def meetings(self, *, where: Filters = EVERYTHING) -> tuple[ArticleMeeting, ...]:
        """Return every meeting record of the articles that `where` lets through, oldest article first."""
        return self.meetings_of([one.id for one in self._generation.articles if _passes(one, where)])

    def names(self) -> Sequence[KnownName]:
        """Return the name table, most frequent first."""
        return self._generation.names

    def coverage(self, where: Filters = EVERYTHING) -> Coverage:
        """Count what is there, so that "not in the briefings" can say which briefings."""
        passing = [one for one in self._generation.articles if _passes(one, where)]
        days = [one.published for one in passing if one.published is not None]
        counts = self._generation.passage_counts
        return Coverage(
            generation=self._generation.state.generation,
            articles=len(passing),
            passages=sum(counts.get(one.id, 0) for one in passing),
            undated=len(passing) - len(days),
            first=min(days, default=None),
            last=max(days, default=None),
        )

    def sources(self, where: Filters = EVERYTHING) -> Sequence[str]:
        """Return the sources named by the articles that `where` lets through, sorted."""
        passing = (one for one in self._generation.articles if _passes(one, where))
        return tuple(sorted({one.source for one in passing if one.source}))

    def collections(self) -> Sequence[str]:
        """Return the collections of the articles, sorted."""
        return tuple(sorted({one.collection for one in self._generation.articles}))


def _passes(row: ArticleRow, where: Filters) -> bool:
    if (where.since or where.until) and row.published is None:
        return False
    if where.since and row.published and row.published < where.since:
        return False
    if where.until and row.published and row.published > where.until:
        return False
    if where.source is not None and (row.source or "").casefold() != where.source.casefold():
        return False
    return where.collections is None or row.collection in where.collections
