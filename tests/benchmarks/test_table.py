"""Ratios and goals of the table."""

import math

import pytest

from benchmarks.measure.trials import Observed
from benchmarks.table import Goal, Row, extraction_line, lines, rows


def observed(**values: list[float]) -> Observed:
    return Observed(passages=100, **values)


@pytest.mark.parametrize(
    ("goal", "ours", "verdict"),
    [
        (Goal(ratio=1.6, at_least=True), 16.0, "met"),
        (Goal(ratio=1.6, at_least=True), 15.9, "MISSED"),
        (Goal(ratio=0.5, at_least=False), 5.0, "met"),
        (Goal(ratio=0.5, at_least=False), 5.1, "MISSED"),
        (Goal(ratio=0.5, at_least=False), math.nan, "not measured"),
        (None, 1.0, ""),
    ],
)
def test_a_goal_bounds_the_ratio(goal: Goal | None, ours: float, verdict: str) -> None:
    assert Row(name="x", unit="s", ours=ours, plain=10.0, goal=goal).verdict == verdict


def test_rows_hold_medians_and_the_mean_reciprocal_rank() -> None:
    both = {
        "ours": observed(searches=[9.0, 1.0, 2.0], reciprocal_ranks=[1.0, 0.5]),
        "plain": observed(searches=[4.0], reciprocal_ranks=[0.5, 0.5]),
    }
    by_name = {row.name: row for row in rows(both)}
    assert by_name["hybrid search, p50"].ratio == 0.5
    assert by_name["article MRR@10"].ratio == 1.5
    assert by_name["article MRR@10"].verdict == "met"
    assert by_name["cold start to answer"].verdict == "not measured"


def test_many_passages_have_a_stricter_goal_for_search() -> None:
    few, many = observed(searches=[6.0]), observed(searches=[6.0])
    many.passages = 41_000
    plain = observed(searches=[10.0])
    assert {r.name: r.verdict for r in rows({"ours": few, "plain": plain})}["hybrid search, p50"] == "met"
    assert {r.name: r.verdict for r in rows({"ours": many, "plain": plain})}["hybrid search, p50"] == "MISSED"


def test_the_table_shows_both_sides_the_ratio_and_the_goal() -> None:
    goal = Goal(ratio=1.2, at_least=False)
    shown = list(lines([Row(name="cold start", unit="s", ours=3.0, plain=2.0, goal=goal)]))
    assert shown[1].split() == ["cold", "start", "s", "3.000", "2.000", "1.50", "<=", "1.20", "MISSED"]


@pytest.mark.parametrize(
    ("shares", "words"), [([0.2, 0.04], "12.0%"), ([0.15], "met"), ([0.16], "MISSED"), ([], "not measured")]
)
def test_extraction_has_a_line_of_its_own(shares: list[float], words: str) -> None:
    assert words in extraction_line(observed(extraction_shares=shares))
