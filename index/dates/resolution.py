"""How each kind of time expression is read: one function for each pattern of the grammar."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from index.article import UNKNOWN_DATE, DateSpan, Modifier, Precision, TimeKind
from index.dates import periods, vocabulary
from index.dates.holidays import HOLIDAYS
from index.dates.tense import Tense, tense_around

_WRONG_TENSE_COST = 5
"""How much farther a day on the wrong side of the anchor counts when the year is chosen."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the words mean.

    `cycle` says what a second reading would be: a week or a year away, or none;
    an hour is of the day beside it."""

    span: DateSpan = UNKNOWN_DATE
    kind: TimeKind = TimeKind.DATE
    modifier: Modifier | None = None
    cycle: str = ""


Resolver = Callable[[Setting], Reading | None]


def _year(text: str) -> int | None:
    """Read "2006", "'06" or "06"; two digits mean 1930 to 2029."""
    digits = text.lstrip("'’`")
    if not digits:
        return None
    return int(digits) if len(digits) == 4 else 1900 + int(digits) + (100 if int(digits) < 30 else 0)


def _stated_year(setting: Setting) -> int | None:
    """Return the year that the words state, in figures or as "last year"."""
    which = setting.part("which_year")
    if which and setting.anchor:
        return setting.anchor.year + {"last": -1, "next": 1}.get(which, 0)
    return _year(setting.part("year"))


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


def _yearless(setting: Setting, build: Callable[[int], DateSpan]) -> Reading:
    """Give `build` the stated year, or the one that "last", "next" or the tense points to."""
    year, which = _stated_year(setting), setting.part("which")
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


def numeric(setting: Setting) -> Reading | None:
    """Read 2006-03-01, 3/1/2006 (month first, unless only the other order is a day), 01.03.2006."""
    year = _year(setting.part("year"))
    one, two = int(setting.part("one")), int(setting.part("two"))
    if setting.part("dot") or one > 12:
        one, two = (two, one) if not setting.part("iso") else (one, two)
    return Reading(span=periods.days(date(year, one, two))) if year else None


def day_of_month(setting: Setting) -> Reading:
    """Read "Feb. 13", "13 February 2006", "Feb. 13-16", "April 30 to May 2"."""
    month, day = vocabulary.month_number(setting.part("month")), _day(setting.part("day"))
    last_day = _day(setting.part("last_day")) if setting.part("last_day") else day
    last_month = vocabulary.month_number(setting.part("last_month")) if setting.part("last_month") else month

    def build(year: int) -> DateSpan:
        year_after = last_month < month
        last = periods.month_of(year + year_after, last_month).last
        first = periods.month_of(year, month).last
        if first is None or last is None:
            return UNKNOWN_DATE
        return periods.days(first.replace(day=min(day, first.day)), last.replace(day=min(last_day, last.day)))

    longest = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    if day > longest or (last_month == month and last_day < day):
        raise ValueError("no such day")
    return _yearless(setting, build)


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


_ALSO_NAMES = frozenset(("may", "april", "june", "august", "march"))
_NAME_BEFORE = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.|[a-z,] [A-Z][a-z]+) $")
_VERB_AFTER = re.compile(r" (?:I|we|you|he|she|they|God)\b")


def month(setting: Setting) -> Reading | None:
    """Read "in November", "last May", "March 2006"; a bare "May" after a name is a person."""
    bare = setting.match.group().lower() in _ALSO_NAMES
    head = setting.body[max(0, setting.match.start() - 24) : setting.match.start()]
    if bare and (_NAME_BEFORE.search(head) or _VERB_AFTER.match(setting.body, setting.match.end())):
        return None
    number = vocabulary.month_number(setting.part("month"))
    return _yearless(setting, lambda year: periods.month_of(year, number))


def season(setting: Setting) -> Reading | None:
    """Read "last spring", "summer of 1998"; a bare "fall" or "spring" is no season."""
    first_month = vocabulary.SEASONS[setting.part("season")]
    return _yearless(setting, lambda year: periods.season_of(year, first_month))


def holiday(setting: Setting) -> Reading:
    rule = HOLIDAYS[setting.part("holiday").replace("’", "'")]
    return _yearless(setting, lambda year: periods.days(rule(year)))


def quarter(setting: Setting) -> Reading | None:
    """Read "the third quarter of 1989", "fourth-quarter", "the first half of next year", "Q3 2006"."""
    number = int(setting.part("figure") or vocabulary.ORDINALS[setting.part("ordinal")])
    count, precision = (6, Precision.HALF) if setting.part("half") else (3, Precision.QUARTER)
    if number * count > 12:
        return None
    return _yearless(setting, lambda year: periods.months(year, (number - 1) * count + 1, count, precision))


def weekday(setting: Setting) -> Reading:
    """Read "Tuesday" by the tense of its sentence, "last Thursday", "Monday of next week"."""
    anchor = setting.anchor
    if anchor is None:
        return Reading()
    wanted, which = vocabulary.weekday_number(setting.part("weekday")), setting.part("which")
    if week := setting.part("of_week"):
        monday = anchor + timedelta(days=7 * {"last": -1, "next": 1}.get(week, 0) - anchor.weekday())
        return Reading(span=periods.days(monday + timedelta(days=wanted)))
    behind, ahead = (anchor.weekday() - wanted) % 7, (wanted - anchor.weekday()) % 7
    if which in ("last", "past", "this past", "previous"):
        return Reading(span=periods.days(anchor - timedelta(days=behind or 7)))
    if which in ("next", "coming", "this coming", "following"):
        return Reading(span=periods.days(anchor + timedelta(days=ahead or 7)))
    if which == "this":
        return Reading(span=periods.days(anchor + timedelta(days=ahead)), cycle="week")
    step = ahead if setting.tense() is Tense.FUTURE else -behind
    return Reading(span=periods.days(anchor + timedelta(days=step)), cycle="week")


_DEICTIC = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1,
    "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip


def deictic(setting: Setting) -> Reading:
    if setting.anchor is None:
        return Reading()
    words = setting.part("deictic")
    kind = TimeKind.TIME if "night" in words else TimeKind.DATE
    return Reading(span=periods.days(setting.anchor + timedelta(days=_DEICTIC[words])), kind=kind)


def part_of_today(setting: Setting) -> Reading:
    """Read "this morning" as a time of the anchor's day."""
    span = periods.days(setting.anchor) if setting.anchor else UNKNOWN_DATE
    return Reading(span=span, kind=TimeKind.TIME)


def hour(setting: Setting) -> Reading:
    """Read "10 a.m.": of the anchor's day, unless a day stands beside it."""
    return replace(part_of_today(setting), cycle="hour")


_STEPS = {"last": -1, "past": -1, "previous": -1, "this past": -1, "next": 1, "coming": 1, "following": 1}


def relative_period(setting: Setting) -> Reading:
    """Read "last week", "this quarter", "earlier this month", "a year earlier" by calendar units."""
    if setting.anchor is None:
        return Reading()
    which, unit = setting.part("which"), setting.part("unit")
    step = _STEPS.get(which, 0)
    if unit == "weekend":
        in_week = setting.anchor.weekday() >= 5
        step = {"last": -1, "past": -1, "this past": -1, "next": 1}.get(which, 0)
        if which in ("the", "over the") and not in_week and setting.tense() is not Tense.FUTURE:
            step = -1
    return Reading(span=periods.period_of(setting.anchor, unit, step))


def current_period(setting: Setting) -> Reading:
    """Read "the month" of "the end of the month": the one that holds the anchor."""
    if setting.anchor is None:
        return Reading()
    return Reading(span=periods.period_of(setting.anchor, setting.part("unit")))


def year_before(setting: Setting) -> Reading:
    """Read "year-ago" and "year-earlier": the quarter compared with, else the year before the anchor's."""
    if setting.anchor is None:
        return Reading()
    if _tells_results(setting):
        return Reading(span=periods.period_of(setting.anchor, "quarter", -5))
    return Reading(span=periods.year_of(setting.anchor.year - 1))


def latest_quarter(setting: Setting) -> Reading:
    """Read "the quarter", "the latest quarter", "the year-ago quarter" of results: the last one completed."""
    if setting.anchor is None:
        return Reading()
    step = -5 if setting.part("year_ago") else -1
    return Reading(span=periods.period_of(setting.anchor, "quarter", step))


def spoken_year(setting: Setting) -> Reading:
    """Read "nineteen ninety-six" and "the year two thousand"."""
    if not setting.part("rest"):
        return Reading(span=periods.year_of(2000))
    hundreds = vocabulary.number(setting.part("hundreds"))
    return Reading(span=periods.year_of(hundreds * 100 + vocabulary.number(setting.part("rest"))))


_RESULTS = re.compile(r"\b(?:a share|net|revenues?|earnings|profits?|sales|loss|quarter|income)\b")


def _tells_results(setting: Setting) -> bool:
    """Tell whether figures of a quarter are compared here: "a year ago" is then the same quarter."""
    start, end = setting.match.span()
    return bool(_RESULTS.search(setting.body, max(0, start - 120), end + 80))


def counted_step(setting: Setting) -> Reading:
    """Read "two weeks ago", "in three days", "a year from now": precise to the unit counted in."""
    if setting.anchor is None or not setting.part("number"):
        return Reading()
    count = vocabulary.number(setting.part("number"))
    ahead = bool(setting.part("ahead") or setting.part("within"))
    unit = re.sub(r"centuries", "century", setting.part("length")).rstrip("s")
    if unit in ("hour", "minute", "second"):
        return Reading(span=periods.days(setting.anchor), kind=TimeKind.TIME)
    day = periods.step_by(setting.anchor, unit, count if ahead else -count)
    if unit == "week":
        return Reading(span=periods.days(day))
    if unit == "year" and count == 1 and not ahead and _tells_results(setting):
        return Reading(span=periods.period_of(setting.anchor, "quarter", -5))
    return Reading(span=periods.period_of(day, unit))


def year(setting: Setting) -> Reading:
    """Read "1998", "fiscal 1999", "1989-90"."""
    first = _year(setting.part("year"))
    if first is None:
        return Reading()
    span = periods.year_of(first)
    if other := setting.part("last_year"):
        last = int(other) if len(other) == 4 else first // 100 * 100 + int(other)
        if not first < last <= first + 100:
            raise ValueError("no range of years")
        span = DateSpan(first=span.first, last=periods.year_of(last).last, precision=Precision.YEAR)
    return Reading(span=span)


def decade(setting: Setting) -> Reading:
    """Read "the 1990s", "the '80s", "the nineties"."""
    words = setting.part("decade").strip("'’`").removesuffix("s").rstrip("'’")
    named = vocabulary.DECADES.get(setting.part("decade"))
    start = 1900 + named if named else int(words) if len(words) == 4 else 1900 + int(words)
    return Reading(span=periods.decade_of(start))


def century(setting: Setting) -> Reading:
    number = setting.part("ordinal")
    words = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty first": 21, "sixteenth": 16,
             "seventeenth": 17}  # fmt: skip
    count = words.get(number) or int(re.sub(r"\D", "", number))
    return Reading(span=periods.century_of(count * 100 - 100))


def week_holding(setting: Setting) -> Reading:
    """Read "the week of March 6": the week that holds the day."""
    named = day_of_month(setting).span
    return Reading(span=periods.week_of(named.first)) if named.first else Reading()


def duration(setting: Setting) -> Reading:
    return Reading(kind=TimeKind.DURATION)


def repeated(setting: Setting) -> Reading:
    return Reading(kind=TimeKind.SET)


def vague(setting: Setting) -> Reading:
    """Read "recently", "now": a time, but no days."""
    return Reading()
