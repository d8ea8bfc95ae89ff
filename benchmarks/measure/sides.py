"""The two sides behind one port: Readout through its builder and engine, and the plain script."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from benchmarks.yardstick import PlainSearch
    from index.builder import Extractor
    from index.local import LocalEngine

FOUND = 10  # passages a search returns


class Side(Protocol):
    """What a worker process is asked to do. Each imports what it needs when it is first needed."""

    def warm_up(self) -> None:
        """Load whatever a build needs, so that a measured build is only that."""

    def build(self, listed: Path) -> int:
        """Make the articles of a JSON list searchable and return the number of passages encoded."""

    def encode(self, listed: Path) -> int:
        """Encode the articles of a JSON list, keep nothing, and return the number of passages."""

    def extract(self, listed: Path) -> int:
        """Read names and meetings, where the side does so, and return the number of articles read."""

    def update(self, article: str, body: str) -> None:
        """Make a changed text of an article searchable."""

    def finish(self) -> None:
        """Leave on disk what a process that only searches needs."""

    def take_over(self, store: Path) -> int:
        """Leave on disk, without encoding, what a search over the passages and vectors of a store needs.

        Returns the number of passages.
        """

    def search(self, query: str) -> list[str]:
        """Return the articles of the best passages."""


class Readout:
    """This project, as `build_index.py` and the bot use it. The parent writes the corpus folder."""

    def __init__(self, folder: Path) -> None:
        from index.embedder import SentenceTransformerEmbedder

        self._extractor: Extractor | None = None
        self._corpus, self._store = folder / "corpus", folder / "store"
        self._builder = SentenceTransformerEmbedder()
        self._server = SentenceTransformerEmbedder(threads=1)
        self._engine: LocalEngine | None = None

    def warm_up(self) -> None:
        """Load the models and take them through a text."""
        from index.article import Article
        from index.meetings import MeetingExtractor

        self._builder.encode_passages(["Warm up."])
        self._extractor = MeetingExtractor.load()
        text = "Ana Ruiz met Lee Park in Lisbon."
        self._extractor.extract(Article(id="warm-up", path="", title="", body=text))

    def build(self, listed: Path) -> int:
        """Build what is new in the corpus folder."""
        from index.builder import BuildRequest, build
        from index.progress import Unwatched

        request = BuildRequest(corpus=self._corpus, store=self._store)
        return build(request, self._builder, self._warm_extractor(), Unwatched()).encoded

    def encode(self, listed: Path) -> int:
        """Split the bodies and encode the passages."""
        from index.article import Article
        from index.passages import split_passages
        from index.texts import embedding_text

        articles = [Article(id=one, path=one, title="", body=body) for one, body in _pairs(listed)]
        texts = [embedding_text(one, passage) for one in articles for passage in split_passages(one)]
        self._builder.encode_passages(texts)
        return len(texts)

    def extract(self, listed: Path) -> int:
        """Extract from the articles."""
        from index.article import Article

        articles = [Article(id=one, path=one, title="", body=body) for one, body in _pairs(listed)]
        return len(list(self._warm_extractor().extract_many(articles)))

    def update(self, article: str, body: str) -> None:
        """Build, and open the generation that the build published."""
        self.build(self._corpus)
        with self._opened().snapshot():
            pass

    def finish(self) -> None:
        """Do nothing: a build leaves everything on disk."""

    def take_over(self, store: Path) -> int:
        """Search in the store itself."""
        self._store.symlink_to(store.resolve(), target_is_directory=True)
        with self._opened().snapshot() as snapshot:
            return snapshot.coverage().passages

    def search(self, query: str) -> list[str]:
        """Search the newest generation."""
        with self._opened().snapshot() as snapshot:
            return [hit.article_id for hit in snapshot.search(query, k=FOUND).hits]

    def _warm_extractor(self) -> "Extractor":
        if self._extractor is None:
            raise RuntimeError("a build is measured after a warm-up")
        return self._extractor

    def _opened(self) -> "LocalEngine":
        from index.local import LocalEngine

        if self._engine is None:
            self._engine = LocalEngine.open(self._store, self._server)
        return self._engine


class Plain:
    """The yardstick."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "plain"
        self._held: PlainSearch | None = None

    def warm_up(self) -> None:
        """Load the model and take it through a text."""
        self._search_anew().warm_up()

    def build(self, listed: Path) -> int:
        """Add the listed articles."""
        return self._search().add(_pairs(listed))

    def encode(self, listed: Path) -> int:
        """Cut the bodies and encode the pieces."""
        return self._search().encode([body for _, body in _pairs(listed)])

    def extract(self, listed: Path) -> int:
        """Do nothing: the yardstick reads no meetings."""
        return 0

    def update(self, article: str, body: str) -> None:
        """Encode the article again and make the word index anew."""
        self._search().replace(article, body)

    def finish(self) -> None:
        """Save the index."""
        self._search().save(self._folder)

    def take_over(self, store: Path) -> int:
        """Index the store's own passages and vectors with the yardstick's libraries."""
        from benchmarks.measure.stored import read_passages

        search = self._search_anew()
        owners, texts, vectors = read_passages(store)
        search.add_encoded(owners, texts, vectors)
        search.save(self._folder)
        return len(texts)

    def search(self, query: str) -> list[str]:
        """Search."""
        return self._search().search(query, FOUND)

    def _search_anew(self) -> "PlainSearch":
        from benchmarks.yardstick import PlainSearch

        self._held = PlainSearch()
        return self._held

    def _search(self) -> "PlainSearch":
        from benchmarks.yardstick import PlainSearch

        if self._held is None:
            self._held = PlainSearch.load(self._folder)
        return self._held


def _pairs(listed: Path) -> list[tuple[str, str]]:
    """Read the ids and bodies of a list that the parent wrote."""
    return [(identity, body) for identity, body in json.loads(listed.read_text(encoding="utf-8"))]


SIDES: dict[str, type[Readout] | type[Plain]] = {"ours": Readout, "plain": Plain}
