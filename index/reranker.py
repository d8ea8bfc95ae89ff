"""Score passages again, read together with the question: the port, and the cross encoder behind it."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any, Protocol

from index.embedding_model import EmbedderUnavailable
from index.engine import EVERYTHING, Filters, Mode, SearchEngine, SearchResult, Snapshot
from index.passing import PassingEngine, PassingSnapshot

DEPTH = 20
"""How many hits are scored again: the right article is among them for all but a few questions, and a cross
encoder reads each pair whole."""


class Reranker(Protocol):
    """Tells how well each text answers a question."""

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """Return a score from 0 to 1 for each text, in their order."""


class RerankerUnavailable(EmbedderUnavailable):
    """The model cannot be loaded. Its text is one sentence for a person, and says what to do."""


class CrossEncoderReranker:
    """Scores with a cross encoder of sentence-transformers, a folder or a hub name, loaded at first use.

    `threads` is how many torch may use. Raises RerankerUnavailable where it cannot be loaded.
    """

    def __init__(self, model: str, threads: int | None = None) -> None:
        self._name = model
        self._threads = threads
        self._loading = threading.Lock()
        self._loaded: Any = None

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """Return the relevance of each text, 0 to 1."""
        if not texts:
            return []
        import torch

        model = self._model()
        scores = model.predict(
            [(question, text) for text in texts],
            activation_fn=torch.nn.Sigmoid(),
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return [float(one) for one in scores]

    def _model(self) -> Any:
        import torch

        with self._loading:
            if self._loaded is None:
                self._loaded = _load(self._name)
            # OpenMP keeps this number for each calling thread, so it is set where the scoring runs.
            if self._threads is not None and torch.get_num_threads() != self._threads:
                torch.set_num_threads(self._threads)
            return self._loaded


def reranked(engine: SearchEngine, reranker: Reranker) -> SearchEngine:
    """Return the engine with its hybrid searches ordered by the reranker."""
    return PassingEngine(engine, lambda snapshot: RerankingSnapshot(snapshot, reranker))


class RerankingSnapshot(PassingSnapshot):
    """Orders the first hits of a hybrid search anew; dense and lexical search show what each finds itself."""

    def __init__(self, inner: Snapshot, reranker: Reranker) -> None:
        super().__init__(inner)
        self._reranker = reranker

    def search(
        self, query: str, *, k: int = 10, where: Filters = EVERYTHING, mode: Mode = Mode.HYBRID
    ) -> SearchResult:
        """Find the `k` passages that the reranker finds nearest to `query`; ties by passage id."""
        if mode is not Mode.HYBRID:
            return self._inner.search(query, k=k, where=where, mode=mode)
        found = self._inner.search(query, k=max(k, DEPTH), where=where, mode=mode)
        began = perf_counter()
        first, rest = found.hits[:DEPTH], found.hits[DEPTH:]
        scores = self._reranker.score(query, [hit.passage.text for hit in first])
        ordered = sorted(zip(scores, first, strict=True), key=lambda one: (-one[0], one[1].passage_id))
        # What was not read stands behind, below every score: nothing found is lost when k is large.
        again = [replace(hit, score=score) for score, hit in ordered] + [
            replace(hit, score=0.0) for hit in rest
        ]
        return replace(
            found,
            hits=tuple(replace(hit, rank=rank) for rank, hit in enumerate(again[:k], 1)),
            search_ms=found.search_ms + (perf_counter() - began) * 1000,
        )


def _load(name: str) -> Any:
    import logging

    from sentence_transformers import CrossEncoder
    from transformers.utils import logging as transformers_logging

    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        model = CrossEncoder(name, local_files_only=Path(name).is_dir())
    except (OSError, ValueError, KeyError) as error:
        raise RerankerUnavailable(
            f"The reranker {name!r} is neither a folder with a cross encoder nor can it be fetched from the "
            "hub: check RERANKER_MODEL and the connection, or leave it empty to search without."
        ) from error
    if model.num_labels != 1:
        raise RerankerUnavailable(
            f"The model {name!r} gives {model.num_labels} scores where a reranker gives one: "
            "name another as RERANKER_MODEL."
        )
    return model
