"""Read the catalog, the truth of a store. `index/opening.py` opens it, `index/publishing.py` writes it."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.article import Article, Extraction, NameType, Passage
from index.engine import KnownName, Office
from index.names.alias_file import decode_aliases
from index.names.aliases import NO_ALIASES, Aliases
from index.names.table import NameRow, make_table
from index.records import decode_extraction

BATCH = 500

Ids = NDArray[np.int64]
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreState:
    """What a store says of itself."""

    identity: str
    generation: int
    root: str
    embedder: str
    extractor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPassage:
    """A passage with the article it is part of."""

    id: int
    article: Article
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageColumns:
    """What filters read, one value a passage, in the order of `ids` (ascending).

    `days` are proleptic ordinals, 0 where the article has no date; `sources` and `collections` are
    positions in `source_names` (without case; "" for none) and `collection_names`.
    """

    ids: Ids
    days: NDArray[np.int32]
    sources: NDArray[np.int32]
    collections: NDArray[np.int32]
    source_names: tuple[str, ...]
    collection_names: tuple[str, ...]


class CatalogReader:
    """Reads one generation: what the transaction that its connection holds open sees."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @cached_property
    def aliases(self) -> Aliases:
        """What the operator says of names, as the last build read it."""
        if not self._has("naming"):
            return NO_ALIASES
        row = self._connection.execute("SELECT aliases FROM naming").fetchone()
        return NO_ALIASES if row is None else decode_aliases(row[0])

    def _has(self, table: str) -> bool:
        """Tell whether a table is there: one of a later version comes with the first build by it."""
        rows = self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,))
        return rows.fetchone() is not None

    def state(self) -> StoreState | None:
        """Return what the store says of itself, or None where nothing was ever published."""
        row = self._connection.execute(
            "SELECT identity, generation, root, embedder, extractor FROM store"
        ).fetchone()
        if row is None:
            return None
        identity, generation, root, embedder, extractor = row
        return StoreState(
            identity=identity, generation=generation, root=root, embedder=embedder, extractor=extractor
        )

    def passage_ids(self) -> Ids:
        """Return the ids of all passages, ascending."""
        rows = self._connection.execute("SELECT id FROM passages ORDER BY id")
        return np.fromiter((row[0] for row in rows), dtype=np.int64)

    def columns(self) -> PassageColumns:
        """Read what filters need of every passage."""
        sources: dict[str, int] = {}
        collections: dict[str, int] = {}
        of_article: dict[int, tuple[int, int, int]] = {}
        for number, published, source, collection in self._connection.execute(
            "SELECT number, published, source, collection FROM articles ORDER BY number"
        ):
            of_article[number] = (
                date.fromisoformat(published).toordinal() if published else 0,
                sources.setdefault((source or "").casefold(), len(sources)),
                collections.setdefault(collection, len(collections)),
            )
        rows = self._connection.execute("SELECT id, article FROM passages ORDER BY id").fetchall()
        values = np.array([of_article[article] for _, article in rows], dtype=np.int32).reshape(-1, 3)
        return PassageColumns(
            ids=np.array([row[0] for row in rows], dtype=np.int64),
            days=values[:, 0],
            sources=values[:, 1],
            collections=values[:, 2],
            source_names=tuple(sources),
            collection_names=tuple(collections),
        )

    def vectors(self, ids: Ids, dimension: int) -> Iterator[tuple[Ids, NDArray[np.float32]]]:
        """Yield the vectors of these passages in blocks, as ids and an (n, dimension) array."""
        for block in _blocks(ids.tolist()):
            rows = self._connection.execute(
                "SELECT p.id, v.vector FROM passages p JOIN vectors v ON v.key = p.vector "
                "WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id",
                (json.dumps(block),),
            ).fetchall()
            matrix = np.frombuffer(b"".join(row[1] for row in rows), dtype=np.float16)
            found = np.array([row[0] for row in rows], dtype=np.int64)
            yield found, matrix.reshape(-1, dimension).astype(np.float32)

    def dimension(self) -> int | None:
        """Return the length of the vectors in use, or None where there is none."""
        row = self._connection.execute(
            "SELECT length(v.vector) FROM passages p JOIN vectors v ON v.key = p.vector LIMIT 1"
        ).fetchone()
        return None if row is None else int(row[0]) // 2

    def passages(self, ids: Iterable[int]) -> Iterator[StoredPassage]:
        """Yield passages with their articles, in ascending order of id."""
        for block in _blocks(sorted(ids)):
            articles: dict[int, Article] = {}
            rows = self._connection.execute(
                "SELECT id, article, start, stop FROM passages "
                "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
                (json.dumps(block),),
            ).fetchall()
            for number, article in self._numbered(sorted({row[1] for row in rows})):
                articles[number] = article
            for passage_id, number, start, stop in rows:
                article = articles[number]
                passage = Passage(start=start, end=stop, text=article.body[start:stop])
                yield StoredPassage(id=passage_id, article=article, passage=passage)

    def _numbered(self, numbers: Sequence[int]) -> Iterator[tuple[int, Article]]:
        for block in _blocks(numbers):
            for row in self._connection.execute(
                "SELECT number, id, path, title, body, source, url, published, collection, tags "
                "FROM articles WHERE number IN (SELECT value FROM json_each(?))",
                (json.dumps(block),),
            ):
                yield row[0], read_article(row[1:])

    def article(self, article_id: str) -> Article | None:
        """Return the article of that id, or None."""
        row = self._connection.execute(
            "SELECT id, path, title, body, source, url, published, collection, tags "
            "FROM articles WHERE id = ?",
            (article_id,),
        ).fetchone()
        return None if row is None else read_article(row)

    def extractions(self, article_ids: Sequence[str]) -> dict[str, tuple[Article, Extraction]]:
        """Return these articles with what was extracted from them; one with no record is left out."""
        found: dict[str, tuple[Article, Extraction]] = {}
        for block in _blocks(list(dict.fromkeys(article_ids))):
            for row in self._connection.execute(
                "SELECT e.extraction, id, path, title, body, source, url, published, collection, tags "
                "FROM articles a JOIN store s "
                "JOIN extractions e ON e.digest = a.digest AND e.extractor = s.extractor "
                "WHERE a.id IN (SELECT value FROM json_each(?))",
                (json.dumps(block),),
            ):
                article = read_article(row[1:])
                found[article.id] = (article, self.aliases.apply(article, decode_extraction(row[0])))
        return found

    def article_ids(self) -> list[tuple[str, date | None, str | None, str, str, bytes]]:
        """Return id, published date, source, collection, title and digest of all articles, oldest first."""
        rows = self._connection.execute(
            "SELECT id, published, source, collection, title, digest "
            "FROM articles ORDER BY published IS NULL, published, id"
        )
        return [(row[0], date.fromisoformat(row[1]) if row[1] else None, *row[2:]) for row in rows]

    def passage_counts(self) -> dict[str, int]:
        """Return how many passages each article has."""
        rows = self._connection.execute(
            "SELECT a.id, count(*) FROM passages p JOIN articles a ON a.number = p.article GROUP BY a.number"
        )
        return {row[0]: row[1] for row in rows}

    def names(self) -> list[KnownName]:
        """Return the name table, most frequent first, then by name."""
        rows = self._connection.execute("SELECT name, type, article, form FROM mentions")
        kinds = {kind.value: kind for kind in NameType}
        table = make_table(
            (
                NameRow(name=name, type=kinds[kind], article=article, form=form)
                for name, kind, article, form in rows
            ),
            self._offices(),
        )
        return self.aliases.known_by(table)

    def _offices(self) -> Iterator[tuple[str, Office]]:
        if not self._has("offices"):
            return
        rows = self._connection.execute(
            "SELECT name, o.title, min(published), max(published), count(*) "
            "FROM offices o JOIN articles a ON a.number = o.article GROUP BY name, o.title"
        )
        for name, title, first, last, articles in rows:
            yield (
                name,
                Office(
                    title=title,
                    first=date.fromisoformat(first) if first else None,
                    last=date.fromisoformat(last) if last else None,
                    articles=articles,
                ),
            )


def read_article(row: Sequence[str | None]) -> Article:
    """Read id, path, title, body, source, url, published, collection and tags of a row."""
    identity, path, title, body, source, url, published, collection, tags = row
    return Article(
        id=identity or "",
        path=path or "",
        title=title or "",
        body=body or "",
        source=source,
        url=url,
        published=date.fromisoformat(published) if published else None,
        collection=collection or "",
        tags=tuple(json.loads(tags or "[]")),
    )


def _blocks(values: Sequence[Key]) -> Iterator[Sequence[Key]]:
    for start in range(0, len(values), BATCH):
        yield values[start : start + BATCH]
