"""Build a store from a corpus: what changed, read, split, extract, embed, publish."""

import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.caches import begin, catch_up_lexical, rebuild_lexical, refresh_vector_file
from index.catalog import CatalogReader, StoreState
from index.changes import FailedLoad, IndexedArticle, Publication
from index.embedder import Embedder
from index.engine import IndexUnavailable
from index.extraction import Extractor, read_meetings
from index.lexical import LexicalIndex, LexicalUnwritable
from index.lock import build_lock
from index.names.aliases import NO_ALIASES
from index.opening import connect
from index.passages import split_passages
from index.progress import Progress
from index.publishing import CatalogWriter
from index.requests import (
    BuildFailed,
    BuildRefused,
    BuildRequest,
    aliases_of,
    check_corpus,
    check_store,
    check_survey,
    unwritable,
)
from index.survey import READING_RULES, Known, ReadArticle, Survey, article_digest, root_of, survey
from index.texts import embedding_text, vector_key

__all__ = ["BuildFailed", "BuildRefused", "BuildReport", "BuildRequest", "Extractor", "build"]

ENCODE_AT_ONCE = 128
EXTRACT_AT_ONCE = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did: articles, the passages encoded, and all that the corpus holds unreadable."""

    generation: int
    added: int
    changed: int
    removed: int
    unchanged: int
    failed: tuple[FailedLoad, ...]
    encoded: int
    seconds: float


def build(request: BuildRequest, embedder: Embedder, extractor: Extractor, progress: Progress) -> BuildReport:
    """Bring the store up to date with the corpus and return what was done.

    Raises BuildFailed, IndexUnavailable (a store of a newer schema), and whatever the embedder and the
    extractor raise. Wherever it ends or is killed, the last generation stays whole.
    """
    began = time.monotonic()
    try:
        return _locked_build(request, embedder, extractor, progress, began)
    except (OSError, sqlite3.Error, LexicalUnwritable) as error:
        raise unwritable(error, request.store) from error


def _locked_build(
    request: BuildRequest, embedder: Embedder, extractor: Extractor, progress: Progress, began: float
) -> BuildReport:
    check_corpus(request)
    request.store.mkdir(parents=True, exist_ok=True)
    with build_lock(request.store, on_wait=progress.waiting):
        connection = connect(request.store, create=True)
        try:
            return _Build(request, embedder, extractor, progress, connection).run(began)
        finally:
            connection.close()


class _Build:
    """One build, under the lock."""

    def __init__(
        self,
        request: BuildRequest,
        embedder: Embedder,
        extractor: Extractor,
        progress: Progress,
        connection: sqlite3.Connection,
    ) -> None:
        self._request = request
        self._embedder = embedder
        self._extractor = extractor
        self._progress = progress
        self._connection = connection
        self._reader = CatalogReader(connection)
        self._aliases = NO_ALIASES
        self._writer = CatalogWriter(connection)

    def run(self, began: float) -> BuildReport:
        state = self._reader.state()
        check_store(self._request, state, self._embedder.fingerprint)
        self._aliases = aliases_of(self._request)
        found = self._survey()
        check_survey(self._request, found)
        articles = [self._indexed(one) for one in (*found.added, *found.changed, *found.rewritten)]
        encoded = self._stage_vectors(articles)
        extracted = self._stage_extractions(state, found, articles)
        self._publish(state, found, articles, extracted)
        generation = self._refresh_caches()
        self._writer.forget_unused()
        failed = (*self._writer.failures(), *self._writer.failed_extractions())
        self._writer.shrink_log()
        return BuildReport(
            generation=generation,
            added=len(found.added),
            changed=len(found.changed),
            removed=len(found.removed),
            unchanged=found.unchanged,
            failed=failed,
            encoded=encoded,
            seconds=time.monotonic() - began,
        )

    def _survey(self) -> Survey:
        known = Known(
            files=self._writer.known_files(),
            articles=self._writer.known_articles(),
            failures=self._writer.failures(),
        )
        return survey(self._request.corpus, known, everything=self._request.full, progress=self._progress)

    def _indexed(self, read: ReadArticle) -> IndexedArticle:
        fingerprint = self._embedder.fingerprint
        return IndexedArticle(
            article=read.article,
            file=read.file,
            digest=read.digest,
            reading=READING_RULES,
            passages=tuple(
                (passage, vector_key(fingerprint, embedding_text(read.article, passage)))
                for passage in split_passages(read.article)
            ),
        )

    def _stage_vectors(self, articles: Iterable[IndexedArticle]) -> int:
        texts = {
            key: embedding_text(one.article, passage) for one in articles for passage, key in one.passages
        }
        missing = self._writer.missing_vectors(texts)
        # Longest first: texts of one length are encoded together, and the time left is never too hopeful.
        ordered = sorted(missing, key=lambda key: (-len(texts[key]), key))
        self._progress.begin("Encoding", len(ordered))
        for start in range(0, len(ordered), ENCODE_AT_ONCE):
            keys = ordered[start : start + ENCODE_AT_ONCE]
            self._writer.stage_vectors(keys, self._embedder.encode_passages([texts[key] for key in keys]))
            self._progress.advance(len(keys))
        return len(ordered)

    def _stage_extractions(
        self, state: StoreState | None, found: Survey, articles: Sequence[IndexedArticle]
    ) -> bool:
        """Extract what this extractor has not read; tell whether articles that stay were read anew."""
        fresh = {one.digest: one.article for one in articles}
        renewed = state is not None and state.extractor != self._extractor.version
        waiting = dict(fresh)
        if renewed:
            leaving = {one.article.id for one in articles} | {one.id for one in found.removed}
            kept = [row[0] for row in self._reader.article_ids() if row[0] not in leaving]
            for identity in kept:
                article = self._reader.article(identity)
                if article is not None:
                    waiting[article_digest(article)] = article
        if self._request.full:
            self._writer.forget_failed_extractions()
        digests = sorted(self._writer.without_extraction(self._extractor.version, waiting))
        self._progress.begin("Extracting", len(digests))
        for start in range(0, len(digests), EXTRACT_AT_ONCE):
            some = digests[start : start + EXTRACT_AT_ONCE]
            read = read_meetings(self._extractor, {digest: waiting[digest] for digest in some})
            self._writer.stage_extractions(self._extractor.version, read.extractions, read.failed)
            self._progress.advance(len(some))
        return renewed

    def _publish(
        self, state: StoreState | None, found: Survey, articles: Sequence[IndexedArticle], renewed: bool
    ) -> None:
        known = self._writer.known_articles()
        replaced = [known[one.article.id].number for one in articles if one.article.id in known]
        removed = [one.number for one in found.removed] + replaced
        renamed = renewed or not self._writer.is_named_by(self._aliases)
        self._progress.begin("Publishing", 1)
        self._writer.publish(
            Publication(
                root=str(root_of(self._request.corpus).resolve()),
                embedder=self._embedder.fingerprint,
                extractor=self._extractor.version,
                removed=removed,
                added=articles,
                files_removed=found.files_removed,
                files=found.files,
                failures=found.failures,
                new_generation=bool(removed or articles or renamed or state is None),
                mentions_anew=renamed,
                aliases=self._aliases,
            )
        )

    def _refresh_caches(self) -> int:
        state = begin(self._connection)
        if state is None:
            raise IndexUnavailable("Nothing was published.")
        lexical = LexicalIndex(self._request.store)
        if self._request.full:
            rebuild_lexical(self._reader, state, lexical)
        else:
            catch_up_lexical(self._reader, state, lexical)
        refresh_vector_file(self._reader, state, self._request.store)
        self._connection.execute("COMMIT")
        self._progress.advance(1)
        return state.generation
