"""Merging ranked lists: the arithmetic written out, and order that does not depend on the input's."""

import random

import pytest

from index.article import Retriever
from index.fusion import Ranked, fuse, fuse_by_rank, single


def ranked(*pairs: tuple[int, float]) -> list[Ranked]:
    return [Ranked(passage_id=passage_id, score=score) for passage_id, score in pairs]


def test_scores_are_brought_to_one_scale() -> None:
    fused = fuse(ranked((1, 0.9), (2, 0.5), (3, 0.1)), ranked((2, 20.0), (4, 10.0)))
    assert [one.passage_id for one in fused] == [2, 1, 3, 4]
    assert [one.score for one in fused] == pytest.approx([0.85, 0.3, 0.0, 0.0])
    assert fused[0].found_by == (Retriever.DENSE, Retriever.LEXICAL)
    assert fused[1].found_by == (Retriever.DENSE,)
    assert fused[3].found_by == (Retriever.LEXICAL,)


def test_reciprocal_ranks_are_summed() -> None:
    fused = fuse_by_rank(ranked((1, 0.9), (2, 0.5)), ranked((2, 20.0)))
    assert [one.passage_id for one in fused] == [2, 1]
    assert [one.score for one in fused] == pytest.approx([1 / 62 + 1 / 61, 1 / 61])


@pytest.mark.parametrize("merge", [fuse, fuse_by_rank])
def test_order_depends_on_scores_and_ids_alone(merge: object) -> None:
    assert callable(merge)
    dense = ranked(*((n, float(n % 3)) for n in range(20)))
    lexical = ranked(*((n, float(n % 2)) for n in range(10, 30)))
    expected = merge(dense, lexical)
    for seed in range(5):
        random.Random(seed).shuffle(dense)
        random.Random(seed).shuffle(lexical)
        if merge is fuse:
            assert merge(dense, lexical) == expected
    keys = [(-one.score, one.passage_id) for one in expected]
    assert keys == sorted(keys)


def test_empty_lists_and_equal_scores() -> None:
    assert fuse([], []) == []
    assert [one.score for one in fuse(ranked((5, 0.3)), [])] == [0.3]
    assert [one.passage_id for one in single(ranked((2, 1.0), (1, 1.0)), Retriever.DENSE)] == [1, 2]
