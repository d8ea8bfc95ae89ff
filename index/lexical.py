"""The lexical index: BM25 over stemmed words, in Tantivy. A cache that the catalog can make anew."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import tantivy

from index.catalog import Ids, StoredPassage
from index.engine import Filters
from index.fusion import Ranked
from index.texts import lexical_text

FOLDER = "lexical"
ANALYZER = "stemmed_english"
WRITER_MEMORY = 64_000_000
UNCHANGED = 0  # a clause that selects, and adds nothing to the score

QUESTION_WORDS = (
    "who whom whose what when where why which how did does do was were has have had been".split()  # noqa: SIM905 - words read best as words
)


class LexicalUnusable(Exception):
    """The folder holds no index that this code can read: make it anew."""


class LexicalUnwritable(Exception):
    """A commit failed: the folder holds its last commit, or is to be made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentinel:
    """Which state of which store an index holds: the single document that has no passage."""

    identity: str
    generation: int


class LexicalView:
    """One committed state of the index, pinned: later commits do not change what it finds."""

    def __init__(self, index: Any, searcher: Any) -> None:
        self._index = index
        self._searcher = searcher
        self._schema = index.schema
        self._analyzer = _query_analyzer()

    def sentinel(self) -> Sentinel | None:
        """Return the state this view holds, or None for an index that never finished a commit."""
        found = self._searcher.search(tantivy.Query.exists_query("generation"), 2).hits
        if len(found) != 1:
            return None
        document = self._searcher.doc(found[0][1])
        return Sentinel(identity=document.get_first("identity"), generation=document.get_first("generation"))

    def ids(self) -> Ids:
        """Return the ids of all passages in the view, ascending."""
        count = self._searcher.num_docs
        if count == 0:
            return np.empty(0, dtype=np.int64)
        hits = self._searcher.search(tantivy.Query.exists_query("passage"), count, count=False).hits
        values = self._searcher.fast_field_values("passage", [address for _, address in hits])
        return np.sort(np.array(values, dtype=np.int64))

    def search(self, text: str, depth: int, where: Filters) -> list[Ranked]:
        """Find the `depth` best passages by BM25; ties at the cut are settled by passage id."""
        terms = list(dict.fromkeys(self._analyzer.analyze(text)))
        if not terms or self._searcher.num_docs == 0:
            return []
        query = self._query(terms, where)
        limit = depth + 1
        while True:
            hits = self._searcher.search(query, limit, count=False).hits
            if len(hits) < limit or hits[-1][0] < hits[depth - 1][0]:
                break
            limit *= 2
        ids = self._searcher.fast_field_values("passage", [address for _, address in hits])
        ranked = [Ranked(passage_id=int(i), score=float(hit[0])) for i, hit in zip(ids, hits, strict=True)]
        return sorted(ranked, key=lambda one: (-one.score, one.passage_id))[:depth]

    def _query(self, terms: list[str], where: Filters) -> Any:
        words = tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "words", term, "freq"))
                for term in terms
            ]
        )
        must = [words, *(tantivy.Query.const_score_query(c, UNCHANGED) for c in self._clauses(where))]
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, clause) for clause in must])

    def _clauses(self, where: Filters) -> Iterator[Any]:
        if where.since or where.until:
            yield tantivy.Query.range_query(
                self._schema,
                "day",
                tantivy.FieldType.Integer,
                where.since.toordinal() if where.since else None,
                where.until.toordinal() if where.until else None,
            )
        if where.source is not None:
            yield tantivy.Query.term_query(self._schema, "source", where.source.casefold(), "basic")
        if where.collections is not None:
            yield tantivy.Query.boolean_query(
                [
                    (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "collection", one, "basic"))
                    for one in sorted(where.collections)
                ]
            )


class LexicalIndex:
    """The folder on disk: opened to read, and changed under the build lock alone."""

    def __init__(self, store: Path) -> None:
        self._folder = store / FOLDER
        self._index: Any = None

    def view(self) -> LexicalView:
        """Pin the newest commit. Raises LexicalUnusable where there is none to read."""
        try:
            if self._index is None:
                self._index = _open(self._folder)
            self._index.reload()
            return LexicalView(self._index, self._index.searcher())
        except Exception as error:  # tantivy raises ValueError and OSError for what it cannot read
            self._index = None
            raise LexicalUnusable(str(error)) from error

    def start_anew(self) -> None:
        """Throw the folder away and lay an empty index. Views that are open keep what they hold."""
        self._index = None
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True, exist_ok=True)
        self._index = _registered(tantivy.Index(_schema(), path=str(self._folder)))

    def publish(self, removed: Iterable[int], added: Iterable[StoredPassage], sentinel: Sentinel) -> None:
        """Remove and add passages and replace the sentinel, in one commit.

        Raises LexicalUnwritable where the folder is damaged, or the disk full.
        """
        try:
            self._commit(removed, added, sentinel)
        except (ValueError, OSError) as error:  # what tantivy makes of its errors
            self._index = None
            raise LexicalUnwritable(str(error)) from error

    def _commit(self, removed: Iterable[int], added: Iterable[StoredPassage], sentinel: Sentinel) -> None:
        with self._writer() as writer:
            for passage_id in removed:
                writer.delete_documents_by_term("passage", passage_id)
            for stored in added:
                writer.add_document(_document(stored))
            writer.delete_documents_by_query(tantivy.Query.exists_query("generation"))
            mark = tantivy.Document()
            mark.add_integer("generation", sentinel.generation)
            mark.add_text("identity", sentinel.identity)
            writer.add_document(mark)
            writer.commit()

    @contextmanager
    def _writer(self) -> Iterator[Any]:
        if self._index is None:
            self._index = _open(self._folder)
        writer = self._index.writer(heap_size=WRITER_MEMORY, num_threads=1)
        # A killed build leaves files that the next commit would stumble over (FileAlreadyExists).
        writer.garbage_collect_files()
        try:
            yield writer
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()


def _open(folder: Path) -> Any:
    index = _registered(tantivy.Index.open(str(folder)))
    index.config_reader("manual")
    return index


def _registered(index: Any) -> Any:
    index.register_tokenizer(ANALYZER, _analyzer())
    return index


def _analyzer() -> Any:
    return _word_filters().filter(tantivy.Filter.stemmer("english")).build()


def _query_analyzer() -> Any:
    asked = _word_filters().filter(tantivy.Filter.custom_stopword(list(QUESTION_WORDS)))
    return asked.filter(tantivy.Filter.stemmer("english")).build()


def _word_filters() -> Any:
    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.remove_long(60))
    folded = words.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
    return folded.filter(tantivy.Filter.stopword("english"))


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("passage", stored=False, indexed=True, fast=True)
    builder.add_text_field("words", stored=False, tokenizer_name=ANALYZER, index_option="freq")
    builder.add_integer_field("day", stored=False, indexed=True, fast=True)
    builder.add_text_field("source", stored=False, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("collection", stored=False, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("generation", stored=True, indexed=True, fast=True)
    builder.add_text_field("identity", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def _document(stored: StoredPassage) -> Any:
    article = stored.article
    document = tantivy.Document()
    document.add_integer("passage", stored.id)
    document.add_text("words", lexical_text(article, stored.passage))
    if article.published is not None:
        document.add_integer("day", article.published.toordinal())
    document.add_text("source", (article.source or "").casefold())
    document.add_text("collection", article.collection)
    return document
