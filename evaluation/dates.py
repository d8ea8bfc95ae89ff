"""Measure how many time expressions are found and read right, against their TimeML values."""

import argparse
import json
import os
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from index.article import DateSpan, Precision, TimeExpression, TimeKind
from index.dates import find_time_expressions

_SAMPLES = 2000
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An expression in its words, and the TimeML type and value that a reader gave it."""

    text: str
    start: int
    end: int
    expression: str
    document_date: date
    type: str
    value: str

    @property
    def span(self) -> DateSpan | None:
        return span_of_value(self.value) if self.type in ("DATE", "TIME") else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A row beside what was found at its place."""

    row: Row
    found: TimeExpression | None
    right: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, help="JSON lines (default $READOUT_DEV_DATA/timex-dev.jsonl)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N errors of each kind")


def run(arguments: argparse.Namespace) -> int:
    folder = os.environ.get("READOUT_DEV_DATA")
    path = arguments.data or (Path(folder) / "timex-dev.jsonl" if folder else None)
    if path is None or not path.is_file():
        print(
            "No data: give --data FILE, or set READOUT_DEV_DATA to the folder with timex-dev.jsonl.",
            file=sys.stderr,
        )
        return 2
    outcomes = [judge(row) for row in read_rows(path)]
    for line in (*report(outcomes), *list_errors(outcomes, arguments.errors)):
        print(line)
    return 0


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of `path`; raises KeyError or ValueError where a line is not one."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        before, after = record["before"], record["after"]
        glue = "" if re.match(r"[-'’.,;:)]", after) else " "
        head = f"{before}{'' if before.endswith(('-', '(', '`')) else ' '}" if before else ""
        yield Row(
            text=f"{head}{record['text']}{glue}{after}",
            start=len(head),
            end=len(head) + len(record["text"]),
            expression=record["text"],
            document_date=date.fromisoformat(record["document_date"]),
            type=record["type"],
            value=record["value"],
        )


def span_of_value(value: str) -> DateSpan | None:
    """Return the days of a TimeML value that names a calendar date, else None."""
    for pattern, build in _VALUE_SHAPES:
        if match := pattern.fullmatch(value):
            try:
                return build(*match.groups())
            except ValueError:
                return None
    return None


def _months(year: int, month: int, count: int, precision: Precision) -> DateSpan:
    years, following = divmod(month - 1 + count, 12)
    last = date(year + years, following + 1, 1) - timedelta(days=1)
    return DateSpan(first=date(year, month, 1), last=last, precision=precision)


def _day(text: str) -> DateSpan:
    return DateSpan(first=date.fromisoformat(text), last=date.fromisoformat(text), precision=Precision.DAY)


def _week(year: str, week: str) -> DateSpan:
    monday = date.fromisocalendar(int(year), int(week), 1)
    return DateSpan(first=monday, last=monday + timedelta(days=6), precision=Precision.WEEK)


def _weekend(year: str, week: str) -> DateSpan:
    saturday = date.fromisocalendar(int(year), int(week), 6)
    return DateSpan(first=saturday, last=saturday + timedelta(days=1), precision=Precision.DAY)


_VALUE_SHAPES: tuple[tuple[re.Pattern[str], Callable[..., DateSpan]], ...] = (
    (re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?(?:TMO|TAF|TEV|TNI)?"), _day),
    (re.compile(r"(\d{4})-W(\d\d?)-WE"), _weekend),
    (re.compile(r"(\d{4})-W(\d\d?)"), _week),
    (re.compile(r"(\d{4})-Q(\d)"), lambda y, q: _months(int(y), int(q) * 3 - 2, 3, Precision.QUARTER)),
    (re.compile(r"(\d{4})-H(\d)"), lambda y, h: _months(int(y), int(h) * 6 - 5, 6, Precision.HALF)),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda y, s: _months(int(y), _SEASONS[s], 3, Precision.SEASON)),
    (re.compile(r"(\d{4})-(\d\d)(?:-XX)?"), lambda y, m: _months(int(y), int(m), 1, Precision.MONTH)),
    (re.compile(r"(?:FY)?(\d{4})(?:-XX-XX)?"), lambda y: _months(int(y), 1, 12, Precision.YEAR)),
    (re.compile(r"(\d{3})X?"), lambda d: _months(int(d) * 10, 1, 120, Precision.DECADE)),
    (re.compile(r"(\d\d)(?:XX)?"), lambda c: _months(int(c) * 100, 1, 1200, Precision.DECADE)),
)


def judge(row: Row) -> Outcome:
    """Find the expression that shares most characters with the row's, and compare what both mean.

    Where one found expression joins two of the reader's ("April 24 and 25"), its first or last day counts.
    """
    found = find_time_expressions(row.text, row.document_date)
    touching = [one for one in found if one.start < row.end and row.start < one.end]
    best = max(touching, key=lambda one: min(one.end, row.end) - max(one.start, row.start), default=None)
    return Outcome(row=row, found=best, right=best is not None and _agrees(row, best))


def _agrees(row: Row, found: TimeExpression) -> bool:
    if row.type in ("DURATION", "SET"):
        return found.kind.value == row.type.lower()
    if found.kind in (TimeKind.DURATION, TimeKind.SET):
        return False
    if row.span is None:
        return found.span.first is None
    if found.span == row.span:
        return True
    joins = row.span.precision is found.span.precision and len(found.text) > len(row.expression) + 3
    return joins and (row.span.first == found.span.first or row.span.last == found.span.last)


def report(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines of figures, the headline first."""
    calendar = [one for one in outcomes if one.row.span is not None]
    dates = [one for one in outcomes if one.row.type in ("DATE", "TIME")]
    loose = [one for one in outcomes if one.row.type in ("DURATION", "SET")]
    mistaken = [one for one in loose if one.found is not None and one.found.span.first is not None]
    yield _share("values right, of expressions naming a calendar date", [one.right for one in calendar])
    yield _share("values right, of all dates and times", [one.right for one in dates])
    yield _share("found, of expressions naming a calendar date", [one.found is not None for one in calendar])
    yield _share("found, of all expressions", [one.found is not None for one in outcomes])
    yield _share("durations and sets not taken for dates", [one not in mistaken for one in loose])


def _share(label: str, flags: Sequence[bool]) -> str:
    if not flags:
        return f"   n/a  {label} (none in this data)"
    low, high = _interval(flags)
    share = sum(flags) / len(flags)
    return f"{share:6.1%}  {label} ({sum(flags)} of {len(flags)}; 95 % interval {low:.1%} to {high:.1%})"


def _interval(flags: Sequence[bool]) -> tuple[float, float]:
    """Return the percentile bootstrap interval of the mean, the same for the same flags."""
    source, size = random.Random(0), len(flags)
    means = sorted(sum(source.choices(flags, k=size)) / size for _ in range(_SAMPLES))
    return means[int(0.025 * _SAMPLES)], means[int(0.975 * _SAMPLES) - 1]


def list_errors(outcomes: Sequence[Outcome], shown: int) -> Iterator[str]:
    """Yield the number of errors of each kind, with up to `shown` examples."""
    kinds: Counter[str] = Counter()
    examples: defaultdict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        if not one.right:
            kind = _error_kind(one)
            kinds[kind] += 1
            examples[kind].append(one)
    for kind, count in kinds.most_common():
        yield f"{count:5}  {kind}"
        yield from (f"         {_example(one)}" for one in examples[kind][:shown])


def _error_kind(outcome: Outcome) -> str:
    row, found = outcome.row, outcome.found
    wanted = f"{row.type.lower()} {row.span.precision.value if row.span else 'without days'}"
    if found is None:
        return f"{wanted}: not found"
    got = f"{found.kind.value} {found.span.precision.value}"
    return (
        f"{wanted}: another day"
        if row.span and found.span.precision is row.span.precision
        else f"{wanted}: read as {got}"
    )


def _example(outcome: Outcome) -> str:
    row, found = outcome.row, outcome.found
    context = f"{row.text[: row.start]}[{row.expression}]{row.text[row.end :]}"
    got = f"{found.text!r} {found.span.first} to {found.span.last}" if found else "nothing"
    return f"{row.document_date} {context!r}: {row.value}, found {got}"
