"""An embedder that needs no model: words hashed into a few numbers. Equal texts get equal vectors."""

import hashlib
import re
import time
from collections.abc import Sequence

import numpy as np

from index.embedder import Vectors


class HashingEmbedder:
    """Deterministic unit vectors from hashed words; counts what it encodes. `pause` slows every batch."""

    def __init__(self, dimension: int = 32, pause: float = 0.0) -> None:
        self.dimension = dimension
        self.fingerprint = f"hashing-{dimension}"
        self.encoded: list[str] = []
        self._pause = pause

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        time.sleep(self._pause)
        self.encoded.extend(texts)
        rows = [self.encode_query(text) for text in texts]
        return np.stack(rows) if rows else np.empty((0, self.dimension), dtype=np.float32)

    def encode_query(self, text: str) -> Vectors:
        vector = np.zeros(self.dimension, dtype=np.float32)
        vector[0] = 0.01
        for word in re.findall(r"\w+", text.lower()):
            digest = hashlib.md5(word.encode(), usedforsecurity=False).digest()
            vector[digest[0] % self.dimension] += 1 if digest[1] & 1 else -1
        unit: Vectors = vector / np.linalg.norm(vector)
        return unit
