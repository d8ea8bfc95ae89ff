"""Figures of merit, pure and deterministic: ranks, means with intervals, risk against coverage."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

RESAMPLES = 2000
CONFIDENCE = 0.95
BINS = 10
SEED = 20240130  # any: fixed, so that the same answers print the same interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A mean over `count` observations with its interval; NaN where there is none."""

    value: float
    low: float
    high: float
    count: int

    def __str__(self) -> str:
        if not self.count:
            return "   -"
        return f"{self.value:5.1%}  [{self.low:.1%}, {self.high:.1%}]  n={self.count}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A value seen on one question; those of one `group` (an article) are not independent."""

    group: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """An answer that was given: how sure the system was of it, and whether it was right."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskPoint:
    """The share of wrong answers (`risk`) when only the surest `coverage` of all questions is answered."""

    coverage: float
    risk: float


def estimate(observations: Sequence[Observation]) -> Estimate:
    """Return the mean with a 95 % percentile interval, resampling whole groups.

    The cluster bootstrap of Davison and Hinkley, "Bootstrap Methods and their Application" (1997), 3.8.
    """
    if not observations:
        return Estimate(value=float("nan"), low=float("nan"), high=float("nan"), count=0)
    names = sorted({one.group for one in observations})
    place = {name: number for number, name in enumerate(names)}
    sums, counts = np.zeros(len(names)), np.zeros(len(names))
    for one in observations:
        sums[place[one.group]] += one.value
        counts[place[one.group]] += 1
    picks = np.random.default_rng(SEED).integers(0, len(names), size=(RESAMPLES, len(names)))
    means = sums[picks].sum(axis=1) / counts[picks].sum(axis=1)
    low, high = np.quantile(means, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    value = float(sums.sum() / counts.sum())
    return Estimate(value=value, low=float(low), high=float(high), count=len(observations))


def first_rank(ranked: Iterable[str], wanted: str) -> int | None:
    """Return the rank, from 1, of `wanted` among the distinct entries of `ranked`, or None."""
    distinct = dict.fromkeys(ranked)
    return next((rank for rank, one in enumerate(distinct, 1) if one == wanted), None)


def hit_at(rank: int | None, k: int) -> float:
    """Return 1 where the rank is within the first `k`, else 0."""
    return 1.0 if rank is not None and rank <= k else 0.0


def reciprocal_rank(rank: int | None, k: int) -> float:
    """Return 1 / rank within the first `k`, else 0: its mean is MRR@k."""
    return 1 / rank if rank is not None and rank <= k else 0.0


def risk_coverage(predictions: Sequence[Prediction], questions: int) -> tuple[RiskPoint, ...]:
    """Return the curve, surest answers first; equally sure ones share their errors evenly.

    `questions` counts all questions, those left unanswered too (El-Yaniv and Wiener, "On the foundations
    of noise-free selective classification", JMLR 2010).
    """
    ordered = sorted(predictions, key=lambda one: -one.confidence)
    points: list[RiskPoint] = []
    answered, wrong = 0, 0.0
    for _, same in groupby(ordered, key=lambda one: one.confidence):
        tied = list(same)
        share = sum(not one.right for one in tied) / len(tied)
        for _ in tied:
            answered += 1
            wrong += share
            points.append(RiskPoint(coverage=answered / questions, risk=wrong / answered))
    return tuple(points)


def risk_area(points: Sequence[RiskPoint]) -> float:
    """Return the mean risk over the answers given: 0 is perfect; NaN where none was given."""
    return sum(point.risk for point in points) / len(points) if points else float("nan")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationBin:
    """The answers whose confidence lies in one tenth of 0..1: how sure they were, and how often right."""

    confidence: float
    right: float
    count: int


def calibration_bins(predictions: Sequence[Prediction]) -> tuple[CalibrationBin, ...]:
    """Sort predictions into tenths of confidence, leaving out empty ones."""
    bins: dict[int, list[Prediction]] = {}
    for one in predictions:
        bins.setdefault(min(BINS - 1, int(one.confidence * BINS)), []).append(one)
    return tuple(
        CalibrationBin(
            confidence=sum(one.confidence for one in held) / len(held),
            right=sum(one.right for one in held) / len(held),
            count=len(held),
        )
        for _, held in sorted(bins.items())
    )


def calibration_error(bins: Sequence[CalibrationBin]) -> float:
    """Return the expected calibration error: the mean gap between sureness and rightness; NaN for none.

    Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", AAAI
    2015, with ten bins of equal width.
    """
    count = sum(one.count for one in bins)
    gaps = sum(one.count * abs(one.confidence - one.right) for one in bins)
    return gaps / count if count else float("nan")
