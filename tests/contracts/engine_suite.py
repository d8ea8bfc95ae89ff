"""What every SearchEngine must do, against brute force as the oracle. Inherit and give `engine`."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pytest

from index.article import Article, Hit, Meeting, Passage, Retriever
from index.embedder import Embedder
from index.engine import Filters, Mode, SearchEngine
from index.passages import split_passages
from index.survey import article_digest
from index.texts import embedding_text, lexical_text
from tests.index.extracting import extraction_of, names_told

FILTERS = (
    Filters(),
    Filters(since=date(2013, 3, 10)),
    Filters(until=date(2015, 3, 6)),
    Filters(since=date(2012, 1, 1), until=date(2016, 12, 31)),
    Filters(source="the COURIER"),
    Filters(source="the courier", since=date(2014, 1, 1)),
    Filters(source="nobody"),
    Filters(collections=frozenset({"north"})),
    Filters(collections=frozenset({"north", "south"}), until=date(2017, 1, 1)),
    Filters(collections=frozenset()),
)
QUESTIONS = ("delegation discuss vaccine supplies Nairobi", "minister number 17", "rail tunnel Riga", "wheat")


STOP_WORDS = """a an and are as at be but by for if in into is it no not of on or such that the their then
there these they this to was will with"""


class Oracle:
    """Brute force over the same articles: exact inner products, and BM25 written out."""

    def __init__(self, articles: Sequence[Article], embedder: Embedder) -> None:
        self.entries = [(one, passage) for one in articles for passage in split_passages(one)]
        self._embedder = embedder
        texts = [embedding_text(*entry) for entry in self.entries]
        halves = embedder.encode_passages(texts).astype(np.float16)
        self._vectors = halves.astype(np.float32)
        self._words = [Counter(_words(lexical_text(*entry))) for entry in self.entries]

    def dense(self, query: str, where: Filters) -> dict[tuple[str, int], float]:
        scores = self._vectors @ self._embedder.encode_query(query)
        return {
            (article.id, passage.start): float(score)
            for (article, passage), score in zip(self.entries, scores, strict=True)
            if passes(article, where)
        }

    def lexical(self, query: str, where: Filters, extra_documents: int = 0) -> dict[tuple[str, int], float]:
        """Score by BM25 (k1 1.2, b 0.75); statistics are those of all passages, whatever `where` says."""
        count = len(self.entries) + extra_documents
        average = sum(words.total() for words in self._words) / count
        found: dict[tuple[str, int], float] = {}
        for word in dict.fromkeys(_words(query)):
            holders = sum(word in words for words in self._words)
            weight = math.log(1 + (count - holders + 0.5) / (holders + 0.5))
            for (article, passage), words in zip(self.entries, self._words, strict=True):
                if words[word] and passes(article, where):
                    length = 1.2 * (1 - 0.75 + 0.75 * words.total() / average)
                    score = weight * 2.2 * words[word] / (words[word] + length)
                    key = (article.id, passage.start)
                    found[key] = found.get(key, 0.0) + score
        return found


def passes(article: Article, where: Filters) -> bool:
    """Tell whether an article may be found: the port's words, written out once more."""
    day = article.published
    return (
        (where.since is None or (day is not None and day >= where.since))
        and (where.until is None or (day is not None and day <= where.until))
        and (where.source is None or (article.source or "").lower() == where.source.lower())
        and (where.collections is None or article.collection in where.collections)
    )


def meetings_told(articles: Sequence[Article]) -> list[tuple[Article, Meeting]]:
    """Return what the extractor of the tests reads of these articles, in the order of the evidence."""
    told = [(one, meeting) for one in articles for meeting in reversed(extraction_of(one).meetings)]
    assert len(told) == 2 * len(articles)
    return told


def _words(text: str) -> list[str]:
    import Stemmer

    stop = {*STOP_WORDS.split()}
    stemmer = Stemmer.Stemmer("english")
    words = [word for word in re.findall(r"[^\W_]+", text.lower()) if word not in stop]
    return [stemmer.stemWord(word) for word in words]


def assert_agrees(hits: Sequence[Hit], expected: Mapping[tuple[str, int], float], k: int) -> None:
    """Check ids and scores: every hit has its oracle's score, in order, and nothing better is missing."""
    best = sorted(expected.values(), reverse=True)[:k]
    assert [hit.score for hit in hits] == pytest.approx(best, abs=2e-3)
    for hit in hits:
        assert hit.score == pytest.approx(expected[hit.article_id, hit.passage.start], abs=2e-3)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert len({hit.passage_id for hit in hits}) == len(hits)


class SearchEngineSuite:
    """The contract. Fixtures to give: `engine`, `articles` (those indexed), `embedder`.

    The engine is built with `PatternExtractor`.
    """

    @pytest.fixture
    def oracle(self, articles: Sequence[Article], embedder: Embedder) -> Oracle:
        return Oracle(articles, embedder)

    @pytest.mark.parametrize("where", FILTERS)
    @pytest.mark.parametrize("query", QUESTIONS)
    def test_dense_agrees_with_brute_force(
        self, engine: SearchEngine, oracle: Oracle, query: str, where: Filters
    ) -> None:
        with engine.snapshot() as snapshot:
            hits = snapshot.search(query, k=10, where=where, mode=Mode.DENSE).hits
        assert_agrees(hits, oracle.dense(query, where), 10)
        assert all(hit.found_by == (Retriever.DENSE,) for hit in hits)

    @pytest.mark.parametrize("where", FILTERS)
    @pytest.mark.parametrize("query", QUESTIONS)
    def test_lexical_finds_what_brute_force_finds(
        self, engine: SearchEngine, oracle: Oracle, query: str, where: Filters
    ) -> None:
        with engine.snapshot() as snapshot:
            hits = snapshot.search(query, k=10, where=where, mode=Mode.LEXICAL).hits
        # The document that holds the generation counts among the documents of the statistics.
        assert_agrees(hits, oracle.lexical(query, where, extra_documents=1), 10)

    @pytest.mark.parametrize("where", FILTERS)
    def test_hybrid_obeys_filters_and_names_who_found(
        self, engine: SearchEngine, articles: Sequence[Article], where: Filters
    ) -> None:
        by_id = {one.id: one for one in articles}
        with engine.snapshot() as snapshot:
            hits = snapshot.search(QUESTIONS[0], k=20, where=where).hits
        assert all(passes(by_id[hit.article_id], where) for hit in hits)
        assert bool(hits) == any(passes(one, where) for one in articles)
        scores = [(-hit.score, hit.passage_id) for hit in hits]
        assert scores == sorted(scores)
        assert all(hit.found_by for hit in hits)

    @pytest.mark.parametrize("mode", Mode)
    def test_a_longer_list_only_adds(self, engine: SearchEngine, mode: Mode) -> None:
        with engine.snapshot() as snapshot:
            long = snapshot.search(QUESTIONS[0], k=40, mode=mode).hits
            assert snapshot.search(QUESTIONS[0], k=7, mode=mode).hits == long[:7]

    @pytest.mark.parametrize(
        "query", ["", " ", 'why: (AND "', "*", "NOT OR", "\x00", "北京会谈", "who met whom", "x" * 10_000]
    )
    @pytest.mark.parametrize("mode", Mode)
    def test_any_text_can_be_asked(self, engine: SearchEngine, query: str, mode: Mode) -> None:
        with engine.snapshot() as snapshot:
            hits = snapshot.search(query, k=5, mode=mode).hits
        assert len(hits) <= 5

    def test_words_nobody_wrote_find_nothing_lexical(self, engine: SearchEngine) -> None:
        with engine.snapshot() as snapshot:
            assert snapshot.search("zyxgrub", mode=Mode.LEXICAL).hits == ()
            assert snapshot.search("*", mode=Mode.LEXICAL).hits == ()

    def test_hits_quote_their_articles(self, engine: SearchEngine) -> None:
        with engine.snapshot() as snapshot:
            for hit in snapshot.search(QUESTIONS[0], k=30).hits:
                article = snapshot.article(hit.article_id)
                assert article is not None
                passage: Passage = hit.passage
                assert article.body[passage.start : passage.end] == passage.text

    def test_articles_and_coverage(self, engine: SearchEngine, articles: Sequence[Article]) -> None:
        with engine.snapshot() as snapshot:
            assert {one.id: snapshot.article(one.id) for one in articles} == {one.id: one for one in articles}
            assert snapshot.article("nothing") is None
            for where in FILTERS:
                kept = [one for one in articles if passes(one, where)]
                days = sorted(one.published for one in kept if one.published)
                coverage = snapshot.coverage(where)
                assert coverage.articles == len(kept)
                assert coverage.passages == sum(len(list(split_passages(one))) for one in kept)
                assert coverage.undated == sum(one.published is None for one in kept)
                assert (coverage.first, coverage.last) == ((days[0], days[-1]) if days else (None, None))
            assert list(snapshot.sources()) == sorted({one.source for one in articles if one.source})
            for where in FILTERS:
                named = {one.source for one in articles if one.source and passes(one, where)}
                assert list(snapshot.sources(where)) == sorted(named)
            assert list(snapshot.collections()) == sorted({one.collection for one in articles})
            assert snapshot.generation() == snapshot.coverage().generation

    def test_a_listed_article_has_the_digest_of_what_it_says(
        self, engine: SearchEngine, articles: Sequence[Article]
    ) -> None:
        with engine.snapshot() as snapshot:
            listed = {one.id: one.digest for one in snapshot.articles()}
        assert listed == {one.id: article_digest(one) for one in articles}

    @pytest.mark.parametrize("where", FILTERS)
    def test_meetings_come_oldest_article_first(
        self, engine: SearchEngine, articles: Sequence[Article], where: Filters
    ) -> None:
        kept = sorted(
            (one for one in articles if passes(one, where)),
            key=lambda one: (one.published or date.max, one.id),
        )
        with engine.snapshot() as snapshot:
            found = snapshot.meetings(where=where)
        assert [(one.article, one.meeting) for one in found] == meetings_told(kept)
        assert len({one.id for one in found}) == len(found)

    def test_meetings_of_articles_come_in_the_order_asked(
        self, engine: SearchEngine, articles: Sequence[Article]
    ) -> None:
        wanted = [articles[7], articles[2], articles[30]]
        with engine.snapshot() as snapshot:
            every = {(one.article.id, one.meeting.evidence): one for one in snapshot.meetings()}
            found = snapshot.meetings_of([*(one.id for one in wanted), "nothing", wanted[0].id])
            assert snapshot.meetings_of([]) == ()
        assert [(one.article, one.meeting) for one in found] == meetings_told(wanted)
        assert [every[one.article.id, one.meeting.evidence] for one in found] == list(found)

    def test_names_are_those_of_the_articles(self, engine: SearchEngine, articles: Sequence[Article]) -> None:
        with engine.snapshot() as snapshot:
            names = list(snapshot.names())
        assert names == names_told(articles)
        assert names[0].name == "delegation"
        assert "Minister number 3" in next(one for one in names if one.name == "Minister Number 3").forms

    def test_k_must_be_positive(self, engine: SearchEngine) -> None:
        with engine.snapshot() as snapshot, pytest.raises(ValueError, match="k must be"):
            snapshot.search("anything", k=0)
