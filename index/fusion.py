"""Merge ranked lists into one. Pure, deterministic, ties by passage id."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.article import Retriever


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A passage and the score one retriever gave it."""

    passage_id: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fused:
    """A passage, its merged score, and who found it."""

    passage_id: int
    score: float
    found_by: tuple[Retriever, ...]


DENSE_WEIGHT = 0.3
"""How much meaning counts beside words; evaluation/README.md has the figures it was chosen by."""

RECIPROCAL_RANK_CONSTANT = 60
"""The constant of Cormack, Clarke and Buettcher, "Reciprocal rank fusion" (SIGIR 2009)."""


def fuse(dense: Sequence[Ranked], lexical: Sequence[Ranked]) -> list[Fused]:
    """Merge by scores brought to one scale: each list to 0..1, absent is 0, then a weighted sum.

    "Min-max" of Lee, "Analyses of multiple evidence combination" (SIGIR 1997).
    """
    return _merged(_unit_scores(dense, DENSE_WEIGHT), _unit_scores(lexical, 1 - DENSE_WEIGHT))


def fuse_by_rank(dense: Sequence[Ranked], lexical: Sequence[Ranked]) -> list[Fused]:
    """Merge by reciprocal rank: the sum of 1 / (60 + rank) over the lists that hold a passage."""
    return _merged(_reciprocal_ranks(dense), _reciprocal_ranks(lexical))


def single(hits: Sequence[Ranked], found_by: Retriever) -> list[Fused]:
    """Return one retriever's list as it is, with its own scores."""
    ordered = sorted(hits, key=lambda one: (-one.score, one.passage_id))
    return [Fused(passage_id=one.passage_id, score=one.score, found_by=(found_by,)) for one in ordered]


def _unit_scores(hits: Sequence[Ranked], weight: float) -> dict[int, float]:
    """Scale to 0..weight; a list of equal scores counts in full, since being found is worth something."""
    if not hits:
        return {}
    low, high = min(one.score for one in hits), max(one.score for one in hits)
    if high <= low:
        return {one.passage_id: weight for one in hits}
    return {one.passage_id: weight * (one.score - low) / (high - low) for one in hits}


def _reciprocal_ranks(hits: Sequence[Ranked]) -> dict[int, float]:
    ordered = sorted(hits, key=lambda one: (-one.score, one.passage_id))
    return {one.passage_id: 1 / (RECIPROCAL_RANK_CONSTANT + rank) for rank, one in enumerate(ordered, 1)}


def _merged(dense: dict[int, float], lexical: dict[int, float]) -> list[Fused]:
    found = []
    for passage_id in dense.keys() | lexical.keys():
        names = ((Retriever.DENSE, dense), (Retriever.LEXICAL, lexical))
        found.append(
            Fused(
                passage_id=passage_id,
                score=dense.get(passage_id, 0.0) + lexical.get(passage_id, 0.0),
                found_by=tuple(name for name, part in names if passage_id in part),
            )
        )
    return sorted(found, key=lambda one: (-one.score, one.passage_id))
