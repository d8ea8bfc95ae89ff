"""Text to vectors: the port, and the embedder of sentence-transformers behind it."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.embedding_model import (
    PACKAGED_SHA256,
    check_packaged,
    folder_digest,
    hub_folder,
    load_model,
    packaged_folder,
)

Vectors = NDArray[np.float32]

PACKAGED_DIMENSION = 384
TOKENS_AT_ONCE = 1024
"""Tokens of a batch, padding included: what two cores keep in their caches."""


class Embedder(Protocol):
    """Turns texts into unit vectors. Loading anything heavy waits for the first text."""

    @property
    def fingerprint(self) -> str:
        """Name what decides a vector: weights, longest input, prompts. Cheap, loads no model.

        The arithmetic (float32, bfloat16, a graphics card) is left out on purpose: its vectors differ by
        less than half precision keeps, and an index built on one machine must serve on another.
        """

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return an (n, dimension) array of unit vectors in the order of `texts`."""

    def encode_query(self, text: str) -> Vectors:
        """Return the unit vector (dimension,) of a question."""


class SentenceTransformerEmbedder:
    """Encodes with a sentence-transformers model, loaded by the first text.

    `model` is None for the packaged MiniLM, else a folder or a hub name. `threads` is how many torch may
    use: one to serve beside a busy process, None for all in a build. Raises EmbedderUnavailable where the
    model cannot be found, loaded or trusted.
    """

    def __init__(self, model: str | None = None, threads: int | None = None) -> None:
        self._name = model
        self._threads = threads
        self._loading = threading.Lock()
        self._loaded: Any = None

    @cached_property
    def fingerprint(self) -> str:
        """Name the weights, the tokenizer and the prompts, without loading them into memory."""
        if self._name is None:
            return f"all-MiniLM-L6-v2:{PACKAGED_SHA256[:32]}"
        return f"{Path(self._name).name}:{folder_digest(self._folder)}"

    @cached_property
    def dimension(self) -> int:
        """Return the length of a vector."""
        if self._name is None:
            return PACKAGED_DIMENSION
        return int(self._model().get_embedding_dimension())

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return an (n, dimension) array of unit vectors in the order of `texts`."""
        return self._encode(list(texts))

    def encode_query(self, text: str) -> Vectors:
        """Return the unit vector (dimension,) of a question.

        It is what the library's own `encode_query` gives. That one goes through the whole model twice before
        it encodes, to set its mode and find its device: a fifth of the time of a short text.
        """
        import torch
        from sentence_transformers.util import batch_to_device

        model = self._model()
        with torch.inference_mode():
            features = model.preprocess([text], prompt=model.prompts["query"], task="query")
            vectors = model(batch_to_device(features, model.device), task="query")["sentence_embedding"]
        query: Vectors = _unit(vectors)[0]
        return query

    def _encode(self, texts: list[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        model = self._model()
        found = np.empty((len(texts), self.dimension), dtype=np.float32)

        def encode_batch(places: list[int]) -> None:
            some = [texts[place] for place in places]
            found[places] = _unit(
                model.encode_document(
                    some, convert_to_tensor=True, show_progress_bar=False, batch_size=len(some)
                )
            )

        _side_by_side(encode_batch, list(_batches(model, texts)), _workers(model))
        return found

    @cached_property
    def _folder(self) -> Path:
        if self._name is None:
            return packaged_folder()
        if Path(self._name).is_dir():
            return Path(self._name)
        return hub_folder(self._name)

    def _model(self) -> Any:
        with self._loading:
            if self._loaded is None:
                if self._name is None:
                    check_packaged(self._folder / "model.safetensors")
                self._loaded = load_model(self._folder)
            self._limit_threads()
            return self._loaded

    def _limit_threads(self) -> None:
        import torch

        # OpenMP keeps this number for each calling thread, so it is set where the encoding runs.
        if self._threads is not None and torch.get_num_threads() != self._threads:
            torch.set_num_threads(self._threads)


def _unit(vectors: Any) -> Vectors:
    """Return the rows as unit vectors: divided in bfloat16, they would be off by up to 0.4 %."""
    import torch

    units: Vectors = torch.nn.functional.normalize(vectors.float(), dim=1).cpu().numpy()
    return units


def _batches(model: Any, texts: list[str]) -> Iterator[list[int]]:
    """Yield the places of texts of about one length, longest first, TOKENS_AT_ONCE to a batch.

    A batch that fits the processor's cache and holds little padding is what is fastest: a fixed number of
    texts is either too many of the long or too few of the short ones.
    """
    if len(texts) == 1:
        yield [0]
        return
    # Asked just as `encode` will ask: a tokenizer keeps how it pads and cuts as a state of its own, which
    # must not change while several threads use it.
    lengths = model.preprocess(texts)["attention_mask"].sum(dim=1).tolist()
    places = sorted(range(len(texts)), key=lambda place: (-lengths[place], place))
    while places:
        size = max(1, TOKENS_AT_ONCE // lengths[places[0]])
        yield places[:size]
        places = places[size:]


def _workers(model: Any) -> int:
    """Return how many batches are encoded at once: a thread of torch each; one on a graphics card."""
    import torch

    return int(torch.get_num_threads()) if model.device.type == "cpu" else 1


def _side_by_side(encode: Callable[[list[int]], None], batches: Sequence[list[int]], workers: int) -> None:
    """Encode every batch, `workers` of them at a time, each with a single thread of torch.

    Threads that share one multiplication wait for each other at the end of it, and wait long beside anything
    else that is busy; threads with a batch each never wait.
    """
    if workers == 1 or len(batches) == 1:
        for batch in batches:
            encode(batch)
        return
    import torch

    pool = ThreadPoolExecutor(
        min(workers, len(batches)),
        thread_name_prefix="encoding",
        initializer=torch.set_num_threads,
        initargs=(1,),
    )
    try:
        for _ in pool.map(encode, batches):
            pass
    finally:
        pool.shutdown(cancel_futures=True)
