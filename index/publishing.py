"""Write the catalog: stage vectors and extractions, then publish a new generation in one transaction."""

import json
import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from index.article import Article, Extraction
from index.catalog import read_article
from index.changes import FailedExtraction, FailedLoad, IndexedArticle, KnownArticle, KnownFile, Publication
from index.names.alias_file import encode_aliases
from index.names.aliases import Aliases
from index.names.titles import find_titles
from index.records import decode_extraction, encode_extraction

SPARE_VECTORS = 1000
"""Vectors that no passage uses are kept up to this many (or a quarter of those in use): a passage that
comes back, or an article moved out and in, costs nothing."""

NAMING_RULES = "names-2"
"""Version of what is written of names: when it changes, the table is written anew, and nothing read again."""


class CatalogWriter:
    """Changes a catalog, under the build lock alone."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def known_files(self) -> dict[str, KnownFile]:
        """Return the files of the last build by path."""
        rows = self._connection.execute("SELECT path, size, mtime_ns, digest, reading, retry FROM files")
        return {
            path: KnownFile(
                path=path, size=size, mtime_ns=mtime, digest=digest, reading=reading, retry=bool(retry)
            )
            for path, size, mtime, digest, reading, retry in rows
        }

    def known_articles(self) -> dict[str, KnownArticle]:
        """Return the published articles by id."""
        rows = self._connection.execute("SELECT number, id, file, digest, reading FROM articles")
        return {
            row[1]: KnownArticle(number=row[0], id=row[1], file=row[2], digest=row[3], reading=row[4])
            for row in rows
        }

    def failures(self) -> list[FailedLoad]:
        """Return what the last build could not read, by path."""
        rows = self._connection.execute("SELECT file, path, reason FROM failures ORDER BY path, reason")
        return [FailedLoad(file=row[0], path=row[1], reason=row[2]) for row in rows]

    def failed_extractions(self) -> list[FailedLoad]:
        """Return the published articles that the store's extractor stumbled over, by path."""
        rows = self._connection.execute(
            "SELECT a.file, a.path, u.reason FROM unextracted u JOIN store s ON s.extractor = u.extractor "
            "JOIN articles a ON a.digest = u.digest ORDER BY a.path, a.id"
        )
        return [FailedLoad(file=row[0], path=row[1], reason=row[2]) for row in rows]

    def forget_failed_extractions(self) -> None:
        """Have the articles that an extractor stumbled over be read again."""
        with self._transaction():
            self._connection.execute(
                "DELETE FROM extractions WHERE (digest, extractor) IN "
                "(SELECT digest, extractor FROM unextracted)"
            )
            self._connection.execute("DELETE FROM unextracted")

    def missing_vectors(self, keys: Iterable[bytes]) -> set[bytes]:
        """Return those of `keys` that no vector is stored under."""
        wanted = set(keys)
        found: set[bytes] = set()
        for key in wanted:
            if self._connection.execute("SELECT 1 FROM vectors WHERE key = ?", (key,)).fetchone():
                found.add(key)
        return wanted - found

    def stage_vectors(self, keys: Sequence[bytes], vectors: NDArray[np.float32]) -> None:
        """Store vectors in a commit of their own, so that a killed build need not encode them again."""
        halves = vectors.astype(np.float16)
        with self._transaction():
            self._connection.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
                [(key, half.tobytes()) for key, half in zip(keys, halves, strict=True)],
            )

    def without_extraction(self, extractor: str, digests: Iterable[bytes]) -> set[bytes]:
        """Return those of `digests` whose article this extractor has not read yet."""
        rows = self._connection.execute("SELECT digest FROM extractions WHERE extractor = ?", (extractor,))
        return set(digests) - {row[0] for row in rows}

    def stage_extractions(
        self, extractor: str, extractions: Mapping[bytes, Extraction], failed: Sequence[FailedExtraction] = ()
    ) -> None:
        """Store extractions, and which of them failed, in a commit of their own."""
        with self._transaction():
            self._connection.executemany(
                "INSERT OR REPLACE INTO unextracted VALUES (?, ?, ?)",
                [(one.digest, extractor, one.reason) for one in failed],
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO extractions VALUES (?, ?, ?)",
                [(digest, extractor, encode_extraction(one)) for digest, one in extractions.items()],
            )

    def is_named_by(self, aliases: Aliases) -> bool:
        """Tell whether the names were written by the rules of today and under these aliases."""
        row = self._connection.execute("SELECT rules, aliases FROM naming").fetchone()
        return row is not None and row == (NAMING_RULES, encode_aliases(aliases))

    def publish(self, publication: Publication) -> None:
        """Make all of it visible at once, or nothing."""
        with self._transaction():
            self._remove_articles(publication.removed)
            added = [self._add_article(indexed) for indexed in publication.added]
            self._replace_files(publication)
            self._write_state(publication)
            self._write_naming(publication.aliases)
            self._write_mentions(None if publication.mentions_anew else added, publication.aliases)

    def forget_unused(self) -> None:
        """Delete vectors and extractions that nothing published uses, once they are too many."""
        execute = self._connection.execute
        used = execute("SELECT count(DISTINCT vector) FROM passages").fetchone()[0]
        spare = execute("SELECT count(*) FROM vectors").fetchone()[0] - used
        if spare <= max(SPARE_VECTORS, used // 4):
            return
        with self._transaction():
            execute("DELETE FROM vectors WHERE key NOT IN (SELECT vector FROM passages)")
            for table in ("extractions", "unextracted"):
                execute(
                    f"DELETE FROM {table} WHERE digest NOT IN (SELECT digest FROM articles) "  # noqa: S608
                    "OR extractor <> (SELECT extractor FROM store)"
                )

    def shrink_log(self) -> None:
        """Empty the write-ahead log, unless a reader is in the middle of it: then the next build does."""
        self._connection.execute("PRAGMA busy_timeout = 0")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _remove_articles(self, numbers: Sequence[int]) -> None:
        rows = [(number,) for number in numbers]
        self._connection.executemany("DELETE FROM mentions WHERE article = ?", rows)
        self._connection.executemany("DELETE FROM offices WHERE article = ?", rows)
        self._connection.executemany("DELETE FROM passages WHERE article = ?", rows)
        self._connection.executemany("DELETE FROM articles WHERE number = ?", rows)

    def _add_article(self, indexed: IndexedArticle) -> int:
        article = indexed.article
        cursor = self._connection.execute(
            "INSERT INTO articles (id, file, digest, reading, path, title, body, source, url, published, "
            "collection, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                article.id,
                indexed.file,
                indexed.digest,
                indexed.reading,
                article.path,
                article.title,
                article.body,
                article.source,
                article.url,
                article.published.isoformat() if article.published else None,
                article.collection,
                json.dumps(article.tags, ensure_ascii=False),
            ),
        )
        self._connection.executemany(
            "INSERT INTO passages (article, start, stop, vector) VALUES (?, ?, ?, ?)",
            [(cursor.lastrowid, passage.start, passage.end, key) for passage, key in indexed.passages],
        )
        return int(cursor.lastrowid or 0)

    def _write_naming(self, aliases: Aliases) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO naming VALUES (1, ?, ?)", (NAMING_RULES, encode_aliases(aliases))
        )

    def _write_mentions(self, numbers: Sequence[int] | None, aliases: Aliases) -> None:
        """Write the names that these articles hold and their offices; None: those of all articles, anew."""
        if numbers is None:
            self._connection.execute("DELETE FROM mentions")
            self._connection.execute("DELETE FROM offices")
            numbers = [row[0] for row in self._connection.execute("SELECT number FROM articles")]
        for number in numbers:
            row = self._connection.execute(
                "SELECT e.extraction, id, path, title, body, source, url, published, collection, tags "
                "FROM articles a JOIN store s "
                "JOIN extractions e ON e.digest = a.digest AND e.extractor = s.extractor WHERE a.number = ?",
                (number,),
            ).fetchone()
            if row is not None:
                article = read_article(row[1:])
                self._write_names(number, article, aliases.apply(article, decode_extraction(row[0])))

    def _write_names(self, number: int, article: Article, extraction: Extraction) -> None:
        self._connection.executemany(
            "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?)",
            [(number, one.name, one.type.value, one.text) for one in extraction.names],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO offices VALUES (?, ?, ?)",
            [(number, name, title) for name, title in find_titles(article.body, extraction.names)],
        )

    def _replace_files(self, publication: Publication) -> None:
        gone = [(path,) for path in publication.files_removed]
        read = [(file.path,) for file in publication.files]
        self._connection.executemany("DELETE FROM failures WHERE file = ?", gone + read)
        self._connection.executemany("DELETE FROM files WHERE path = ?", gone)
        self._connection.executemany(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)",
            [
                (file.path, file.size, file.mtime_ns, file.digest, file.reading, int(file.retry))
                for file in publication.files
            ],
        )
        self._connection.executemany(
            "INSERT INTO failures VALUES (?, ?, ?)",
            [(failed.file, failed.path, failed.reason) for failed in publication.failures],
        )

    def _write_state(self, publication: Publication) -> None:
        self._connection.execute(
            "INSERT INTO store VALUES (1, ?, 0, '', '', '') ON CONFLICT DO NOTHING", (uuid.uuid4().hex,)
        )
        self._connection.execute(
            "UPDATE store SET generation = generation + ?, root = ?, embedder = ?, extractor = ?",
            (
                int(publication.new_generation),
                publication.root,
                publication.embedder,
                publication.extractor,
            ),
        )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")
