"""The vector index: exact, never changed in place, and its file checked byte for byte."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.catalog import PassageColumns
from index.engine import Filters
from index.vectors import VectorIndex, allowed_ids, read_vectors, write_vectors


@pytest.fixture
def vectors() -> NDArray[np.float32]:
    rows = np.random.default_rng(3).normal(size=(50, 8)).astype(np.float32)
    unit: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


@pytest.fixture
def index(vectors: NDArray[np.float32]) -> VectorIndex:
    ids = np.arange(100, 150, dtype=np.int64)
    return VectorIndex.empty(8).replaced(np.empty(0, dtype=np.int64), [(ids, vectors)])


def test_replacing_returns_another_index(index: VectorIndex, vectors: NDArray[np.float32]) -> None:
    removed = np.array([100, 120], dtype=np.int64)
    other = index.replaced(removed, [(np.array([900], dtype=np.int64), vectors[:1])])
    assert other.ids().tolist() == [*range(101, 120), *range(121, 150), 900]
    assert index.ids().tolist() == list(range(100, 150))
    assert other.search(vectors[0], 1, None, threads=1)[0].passage_id == 900
    assert index.search(vectors[0], 1, None, threads=1)[0].passage_id == 100


def test_ties_at_the_cut_go_to_the_lowest_ids(vectors: NDArray[np.float32]) -> None:
    ids = np.array([9, 3, 7, 1, 5, 8], dtype=np.int64)
    same = np.repeat(vectors[:1], 6, axis=0)
    index = VectorIndex.empty(8).replaced(np.empty(0, dtype=np.int64), [(ids, same)])
    assert [one.passage_id for one in index.search(vectors[0], 2, None, threads=1)] == [1, 3]


def test_an_empty_index_and_an_odd_query(index: VectorIndex, vectors: NDArray[np.float32]) -> None:
    assert VectorIndex.empty(8).search(vectors[0], 5, None, threads=1) == []
    with pytest.raises(ValueError, match="finite"):
        index.search(np.full(8, np.nan, dtype=np.float32), 5, None, threads=1)


def test_filters_become_a_bitmap_over_ids(index: VectorIndex, vectors: NDArray[np.float32]) -> None:
    columns = PassageColumns(
        ids=np.arange(100, 150, dtype=np.int64),
        days=np.array([0, date(2020, 1, 1).toordinal()] * 25, dtype=np.int32),
        sources=np.zeros(50, dtype=np.int32),
        collections=np.arange(50, dtype=np.int32) % 5,
        source_names=("a",),
        collection_names=("v", "w", "x", "y", "z"),
    )
    where = Filters(since=date(2019, 1, 1), collections=frozenset({"w"}))
    found = index.search(vectors[0], 50, allowed_ids(columns, where), threads=1)
    assert sorted(one.passage_id for one in found) == [101, 111, 121, 131, 141]
    assert allowed_ids(columns, Filters()) is None
    nobody = allowed_ids(columns, Filters(source="nobody"))
    assert index.search(vectors[0], 5, nobody, threads=1) == []


def test_the_file_is_read_back_only_whole_and_of_this_store(index: VectorIndex, tmp_path: Path) -> None:
    write_vectors(tmp_path, index, "mine")
    back = read_vectors(tmp_path, "mine")
    assert back is not None
    assert back.ids().tolist() == index.ids().tolist()
    assert read_vectors(tmp_path, "another") is None
    content = bytearray((tmp_path / "vectors.faiss").read_bytes())
    for position in range(0, len(content), 97):
        content[position] ^= 1
        (tmp_path / "vectors.faiss").write_bytes(content)
        assert read_vectors(tmp_path, "mine") is None
        content[position] ^= 1
