"""What a resolver is given and what it returns, and how a year is inferred."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from index.article import UNKNOWN_DATE, DateSpan, Modifier, Precision, TimeKind
from index.dates import vocabulary
from index.dates.moving import is_new_day, is_plan_that_failed
from index.dates.tense import Tense, sentence_before, tense_around

_WRONG_TENSE_COST = 5
"""How much farther a day on the wrong side of the anchor counts when the year is chosen."""
_BEHIND = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The words in their body, and the day that relative ones count from."""

    body: str
    match: re.Match[str]
    anchor: date | None

    def part(self, name: str) -> str:
        """Return the folded text of a group, "" where it took no part."""
        return vocabulary.fold(self.match.groupdict().get(name) or "")

    def tense(self) -> Tense:
        return tense_around(self.body, self.match.start(), self.match.end())

    def is_new_day(self) -> bool:
        """Tell whether the words before move something to this day."""
        return is_new_day(*self._around())

    def is_plan_that_failed(self) -> bool:
        """Tell whether this is the day of a plan that something came between."""
        return is_plan_that_failed(*self._around())

    def _around(self) -> tuple[str, str]:
        after = self.body[self.match.end() : self.match.end() + _BEHIND]
        return sentence_before(self.body, self.match.start()), after


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """How "the next day" or "two years later" counts from a date told before it.

    Only a date known at least to `precision` will do; `build` is given its last day.
    """

    precision: Precision
    build: Callable[[date], DateSpan]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the words mean.

    `cycle` says what a second reading would be: a week or a year away, or none; an hour is of the day
    beside it. With a `reference` the span is known once a date told before is.
    """

    span: DateSpan = UNKNOWN_DATE
    kind: TimeKind = TimeKind.DATE
    modifier: Modifier | None = None
    cycle: str = ""
    reference: Reference | None = None


Resolver = Callable[[Setting], Reading | None]


def read_year(text: str) -> int | None:
    """Read "2006", "'06" or "06"; two digits mean 1930 to 2029."""
    digits = text.lstrip("'’`")
    if not digits:
        return None
    return int(digits) if len(digits) == 4 else 1900 + int(digits) + (100 if int(digits) < 30 else 0)


def stated_year(setting: Setting) -> int | None:
    """Return the year that the words state, in figures or as "last year"."""
    which = setting.part("which_year")
    if which and setting.anchor:
        return setting.anchor.year + {"last": -1, "next": 1}.get(which, 0)
    if spoken := setting.part("spoken"):
        return vocabulary.spoken_year(spoken)
    return read_year(setting.part("year"))


def nearest_year(setting: Setting, build: Callable[[int], DateSpan]) -> DateSpan:
    """Return the yearless period nearest to the anchor, the tense of the sentence willing."""
    if setting.anchor is None:
        return UNKNOWN_DATE
    anchor, tense = setting.anchor, setting.tense()

    def cost(span: DateSpan) -> int:
        if span.first is None or span.last is None or span.first <= anchor <= span.last:
            return 0
        ahead = span.first > anchor
        distance = (span.first - anchor).days if ahead else (anchor - span.last).days
        if tense is Tense.UNKNOWN:
            return distance * (2 if ahead else 1)
        wrong = tense is (Tense.PAST if ahead else Tense.FUTURE)
        return distance * (_WRONG_TENSE_COST if wrong else 1)

    candidates = [build(anchor.year + step) for step in (0, -1, 1)]
    return min(candidates, key=cost)


def yearless(setting: Setting, build: Callable[[int], DateSpan]) -> Reading:
    """Give `build` the stated year, or the one that "last", "next" or the tense points to."""
    year, which = stated_year(setting), setting.part("which")
    if year is not None:
        return Reading(span=build(year))
    if setting.part("which_year"):
        return Reading()
    if which and setting.anchor:
        return Reading(span=_directed(build, which, setting.anchor))
    return Reading(span=nearest_year(setting, build), cycle="year")


def _directed(build: Callable[[int], DateSpan], which: str, anchor: date) -> DateSpan:
    spans = [build(anchor.year + step) for step in (-2, -1, 0, 1, 2)]
    if which in ("last", "past", "previous", "this past"):
        return [span for span in spans if span.last and span.last < anchor][-1]
    if which in ("next", "coming", "this coming"):
        return next(span for span in spans if span.first and span.first > anchor)
    holding = [span for span in spans if span.first and span.last and span.first <= anchor <= span.last]
    return holding[0] if holding else spans[2]
