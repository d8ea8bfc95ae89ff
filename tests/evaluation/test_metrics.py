"""The figures of merit against values computed by hand."""

import math

import pytest

from evaluation.metrics import (
    Observation,
    Prediction,
    estimate,
    first_rank,
    hit_at,
    reciprocal_rank,
    risk_area,
    risk_coverage,
)


def test_a_rank_counts_distinct_entries_from_one() -> None:
    assert first_rank(["b", "b", "c", "a", "a"], "a") == 3
    assert first_rank(["b"], "a") is None


@pytest.mark.parametrize(("rank", "hit", "reciprocal"), [(1, 1, 1), (4, 1, 0.25), (5, 0, 0), (None, 0, 0)])
def test_hits_and_reciprocal_ranks_stop_at_the_cut(rank: int | None, hit: float, reciprocal: float) -> None:
    assert hit_at(rank, 4) == hit
    assert reciprocal_rank(rank, 4) == reciprocal


def test_surest_answers_come_first_on_the_risk_curve() -> None:
    given = [
        Prediction(confidence=c, right=r) for c, r in [(0.2, False), (0.9, True), (0.5, False), (0.7, True)]
    ]
    curve = risk_coverage(given, questions=8)
    assert [point.coverage for point in curve] == [0.125, 0.25, 0.375, 0.5]
    assert [point.risk for point in curve] == pytest.approx([0, 0, 1 / 3, 1 / 2])
    assert risk_area(curve) == pytest.approx((1 / 3 + 1 / 2) / 4)


def test_equally_sure_answers_share_their_errors_in_whatever_order() -> None:
    given = [Prediction(confidence=0.5, right=True), Prediction(confidence=0.5, right=False)]
    assert risk_coverage(given, 2) == risk_coverage(given[::-1], 2)
    assert [point.risk for point in risk_coverage(given, 2)] == [0.5, 0.5]


def test_no_answer_has_no_area() -> None:
    assert math.isnan(risk_area(risk_coverage([], 5)))


def test_an_estimate_is_the_mean_and_its_interval_holds_it() -> None:
    seen = [Observation(group=str(n), value=float(n % 4 == 0)) for n in range(80)]
    found = estimate(seen)
    assert found.value == 0.25
    assert found.count == 80
    # The normal interval of 20 in 80 is .155 to .345.
    assert found.low == pytest.approx(0.155, abs=0.025)
    assert found.high == pytest.approx(0.345, abs=0.025)
    assert estimate(seen) == found


def test_questions_of_one_article_are_resampled_together() -> None:
    alone = [Observation(group=str(n), value=float(n < 20)) for n in range(40)]
    together = [Observation(group=str(n // 10), value=float(n < 20)) for n in range(40)]
    assert estimate(together).high - estimate(together).low > 2 * (estimate(alone).high - estimate(alone).low)


def test_an_estimate_of_nothing_says_so() -> None:
    found = estimate([])
    assert found.count == 0
    assert "-" in str(found)
