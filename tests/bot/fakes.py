"""An engine in memory that finds articles by the words they share with the query."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from bot.answering.lexicon.words import topic_words
from index.article import Article, Hit, Passage, Retriever
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
from index.survey import article_digest


class ArticlesEngine:
    """A `SearchEngine` and its one `Snapshot`, over articles given."""

    def __init__(self, articles: Sequence[Article], records: Sequence[ArticleMeeting] = ()) -> None:
        self._generation = 0
        self.numbered = 0
        self.publish(articles, records)

    def publish(self, articles: Sequence[Article], records: Sequence[ArticleMeeting] = ()) -> None:
        """Let another generation take the place of this one."""
        self._articles = {one.id: one for one in articles}
        self._words = {one.id: topic_words(f"{one.title}\n{one.body}") for one in articles}
        self._records = tuple(records)
        self._generation += 1

    @contextmanager
    def snapshot(self) -> Iterator["ArticlesEngine"]:
        yield self

    def close(self) -> None:
        pass

    def generation(self) -> int:
        self.numbered += 1
        return self._generation

    def search(
        self, query: str, *, k: int = 10, where: Filters = EVERYTHING, mode: Mode = Mode.HYBRID
    ) -> SearchResult:
        wanted = topic_words(query)
        scored = sorted(
            (-len(wanted & words), key)
            for key, words in self._words.items()
            if _passes(self._articles[key], where)
        )
        hits = tuple(
            self._hit(key, -score, rank) for rank, (score, key) in enumerate(scored[:k], start=1) if score
        )
        return SearchResult(hits=hits, embed_ms=0.0, search_ms=0.0)

    def article(self, article_id: str) -> Article | None:
        return self._articles.get(article_id)

    def articles(self, where: Filters = EVERYTHING) -> Sequence[ListedArticle]:
        passing = (one for one in self._articles.values() if _passes(one, where))
        return tuple(
            ListedArticle(
                id=one.id,
                title=one.title,
                published=one.published,
                source=one.source,
                digest=article_digest(one),
            )
            for one in sorted(passing, key=lambda one: (one.published or date.max, one.id))
        )

    def meetings_of(self, article_ids: Sequence[str]) -> tuple[ArticleMeeting, ...]:
        return tuple(one for one in self._records if one.article.id in article_ids)

    def meetings(self, *, where: Filters = EVERYTHING) -> tuple[ArticleMeeting, ...]:
        return tuple(one for one in self._records if _passes(one.article, where))

    def names(self) -> Sequence[KnownName]:
        return ()

    def coverage(self, where: Filters = EVERYTHING) -> Coverage:
        passing = [one for one in self._articles.values() if _passes(one, where)]
        days = [one.published for one in passing if one.published is not None]
        count = len(passing)
        return Coverage(
            generation=self._generation,
            articles=count,
            passages=count,
            undated=count - len(days),
            first=min(days, default=None),
            last=max(days, default=None),
        )

    def sources(self, where: Filters = EVERYTHING) -> Sequence[str]:
        return sorted({one.source for one in self._articles.values() if one.source})

    def collections(self) -> Sequence[str]:
        return sorted({one.collection for one in self._articles.values()})

    def _hit(self, key: str, score: float, rank: int) -> Hit:
        body = self._articles[key].body
        return Hit(
            article_id=key,
            passage_id=rank,
            passage=Passage(start=0, end=len(body), text=body),
            score=score,
            rank=rank,
            found_by=(Retriever.LEXICAL,),
        )


def _passes(article: Article, where: Filters) -> bool:
    day = article.published
    if where.collections is not None and article.collection not in where.collections:
        return False
    if day is None:
        return where.since is None and where.until is None
    return (where.since is None or day >= where.since) and (where.until is None or day <= where.until)
