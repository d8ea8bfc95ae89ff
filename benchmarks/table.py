"""What was measured, ours and the yardstick's side by side, and which goals are met."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import mean, median

from benchmarks.measure.trials import Observed

MANY_PASSAGES = 20_000
EXTRACTION_SHARE = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A bound on the ratio of ours to the yardstick's."""

    ratio: float
    at_least: bool

    def met_by(self, ratio: float) -> bool:
        """Tell whether a ratio keeps the bound."""
        return ratio >= self.ratio if self.at_least else ratio <= self.ratio

    def __str__(self) -> str:
        return f"{'>=' if self.at_least else '<='} {self.ratio:.2f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure of both sides; NaN where it could not be measured."""

    name: str
    unit: str
    ours: float
    plain: float
    goal: Goal | None = None

    @property
    def ratio(self) -> float:
        """Return ours / yardstick."""
        return self.ours / self.plain if self.plain else math.nan

    @property
    def verdict(self) -> str:
        """Say whether the goal is met."""
        if self.goal is None:
            return ""
        if math.isnan(self.ratio):
            return "not measured"
        return "met" if self.goal.met_by(self.ratio) else "MISSED"


def rows(observed: Mapping[str, Observed]) -> list[Row]:
    """Return the figures: medians of the turns, and the mean of the reciprocal ranks."""
    ours, plain = observed["ours"], observed["plain"]
    return [
        _row("build rate", "passages/s", ours.passage_rates, plain.passage_rates, _at_least(1.6)),
        _row("", "words/s", ours.word_rates, plain.word_rates, None),
        _row("encoding alone", "/CPU-second", ours.encoding_rates, plain.encoding_rates, None),
        _row("one changed article", "s", ours.updates, plain.updates, _at_most(0.5)),
        *rows_of_search(observed, _at_least(1.05)),
    ]


def rows_of_search(observed: Mapping[str, Observed], ranking: Goal | None = None) -> list[Row]:
    """Return the figures of starting and searching alone; `ranking` is the goal of the reciprocal rank."""
    ours, plain = observed["ours"], observed["plain"]
    search = _at_most(0.5 if ours.passages >= MANY_PASSAGES else 0.9)
    return [
        _row("hybrid search, p50", "ms", ours.searches, plain.searches, search),
        _row("cold start to answer", "s", ours.starts, plain.starts, _at_most(1.2)),
        _row("resident memory", "MB", ours.megabytes, plain.megabytes, _at_most(1.2)),
        Row(
            name="article MRR@10",
            unit="",
            ours=_mean(ours.reciprocal_ranks),
            plain=_mean(plain.reciprocal_ranks),
            goal=ranking,
        ),
    ]


def extraction_line(ours: Observed) -> str:
    """Say how much of a build the extraction of names and meetings takes, which the yardstick has not."""
    share = _median(ours.extraction_shares)
    if math.isnan(share):
        return "Extraction beside encoding was not measured."
    verdict = "met" if share <= EXTRACTION_SHARE else "MISSED"
    return (
        f"Extracting names and meetings, ours alone, takes {share:.1%} of the processor time of encoding and "
        f"extraction: goal <= {EXTRACTION_SHARE:.0%} {verdict}"
    )


def lines(table: list[Row]) -> Iterator[str]:
    """Yield the table as text."""
    yield f"{'':22}{'':12}{'ours':>10}{'yardstick':>11}{'ratio':>8}  goal"
    for row in table:
        numbers = f"{row.ours:10.3f}{row.plain:11.3f}{row.ratio:8.2f}"
        yield f"{row.name:22}{row.unit:12}{numbers}  {row.goal or ''!s:8} {row.verdict}".rstrip()


def _row(name: str, unit: str, ours: list[float], plain: list[float], goal: Goal | None) -> Row:
    return Row(name=name, unit=unit, ours=_median(ours), plain=_median(plain), goal=goal)


def _at_least(ratio: float) -> Goal:
    return Goal(ratio=ratio, at_least=True)


def _at_most(ratio: float) -> Goal:
    return Goal(ratio=ratio, at_least=False)


def _median(values: list[float]) -> float:
    return median(values) if values else math.nan


def _mean(values: list[float]) -> float:
    return mean(values) if values else math.nan
