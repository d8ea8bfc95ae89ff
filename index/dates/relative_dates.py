"""Reads what counts from the anchor ("Tuesday", "last week", "two weeks ago"), and what names no day."""

import re
from datetime import date, timedelta

from index.article import UNKNOWN_DATE, DateSpan, Modifier, Precision, TimeKind
from index.dates import periods, vocabulary
from index.dates.reading import Reading, Reference, Setting
from index.dates.results import is_compared, tells_a_quarter, tells_business, tells_results
from index.dates.tense import Tense

_NAME_OF_A_DAY = re.compile(r"\b(?:Good|Holy|Ash|Palm|Easter|Super|Black|Bloody|Fat|Maundy|Cyber) $")


_EVENT_OF_THAT_DAY = re.compile(r"['’]s (?P<event>[a-z]+)")
_TO_COME_WORDS = """
    meeting vote election elections hearing summit talks game deadline debate session visit trial event
    lunch dinner breakfast call trip tour
"""
_TO_COME = frozenset(_TO_COME_WORDS.split())
"""What may lie ahead when it is called by its day; "Wednesday's ruling" is there already."""


def weekday(setting: Setting) -> Reading | None:
    """Read "Tuesday" by the tense of its sentence, "last Thursday", "Monday of next week"."""
    anchor, start = setting.anchor, setting.match.start()
    if _NAME_OF_A_DAY.search(setting.body, max(0, start - 8), start):
        return None
    if anchor is None:
        return Reading(cycle="week")
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
    known = _EVENT_OF_THAT_DAY.match(setting.body, setting.match.end())
    tense = Tense.PAST if known and known["event"] not in _TO_COME else setting.tense()
    if not ahead and setting.is_new_day():
        ahead = 7  # What is put off "until Monday" on a Monday is not put off to today.
    step = ahead if tense is Tense.FUTURE else -behind
    if setting.is_plan_that_failed():
        step = min(ahead, -behind, key=abs)
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
    """Read "10 a.m.": of the day beside it, else of a day told before; of none where none is told."""
    told = Reference(precision=Precision.DAY, build=periods.days)
    return Reading(kind=TimeKind.TIME, cycle="hour", reference=told)


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


def year_end(setting: Setting) -> Reading:
    """Read "by year-end", the end of the anchor's year, and "since year-end", of the year before."""
    if setting.anchor is None:
        return Reading()
    year = setting.anchor.year - (1 if setting.part("since") else 0)
    return Reading(span=periods.year_of(year), modifier=Modifier.END)


def current_period(setting: Setting) -> Reading:
    """Read "the month" of "the end of the month": the one that holds the anchor."""
    if setting.anchor is None:
        return Reading()
    return Reading(span=periods.period_of(setting.anchor, setting.part("unit")))


_QUARTERS_OF_RESULTS = -5
"""From the quarter of the anchor to the one that results, out after a quarter's end, are compared with."""


def year_before(setting: Setting) -> Reading:
    """Read "year-ago" and "a year earlier": the year before, or the quarter beside a company's results."""
    if setting.anchor is None:
        return Reading()
    if tells_results(setting.body, setting.match.start(), setting.match.end()):
        return Reading(span=periods.period_of(setting.anchor, "quarter", _QUARTERS_OF_RESULTS))
    return Reading(span=periods.year_of(setting.anchor.year - 1))


def year_of_figures(setting: Setting) -> Reading:
    """Read the "last year" of "last year's $2 million": a quarter where the results are of one."""
    if setting.anchor is None:
        return Reading()
    if tells_a_quarter(setting.body, setting.match.start(), setting.match.end()):
        return Reading(span=periods.period_of(setting.anchor, "quarter", _QUARTERS_OF_RESULTS))
    return Reading(span=periods.year_of(setting.anchor.year - 1))


def year_compared(setting: Setting) -> Reading | None:
    """Read "compared with a loss of $2 million last year": the quarter, unless a longer period is told."""
    if setting.anchor is None or not is_compared(setting.body, setting.match.start(), setting.match.end()):
        return None
    return Reading(span=periods.period_of(setting.anchor, "quarter", _QUARTERS_OF_RESULTS))


def period_of_results(setting: Setting) -> Reading:
    """Read "the 1988 period": in that year, the quarter of the results that are told."""
    if setting.anchor is None:
        return Reading()
    latest = periods.period_of(setting.anchor, "quarter", -1)
    year, month = int(setting.part("year")), latest.first.month if latest.first else 1
    return Reading(span=periods.months(year, month, 3, Precision.QUARTER))


def latest_quarter(setting: Setting) -> Reading | None:
    """Read "for the quarter", "the latest quarter", "the year-ago quarter": by the last whole one."""
    if setting.anchor is None:
        return Reading()
    start, end = setting.match.span()
    plain = setting.match.group() == "the quarter" and setting.body.endswith("in ", 0, start)
    if plain and not tells_business(setting.body, start, end):
        return None  # "in the quarter by the harbour"
    step = _QUARTERS_OF_RESULTS if setting.part("year_ago") else -1
    return Reading(span=periods.period_of(setting.anchor, "quarter", step))


_WEEKS_ROUGHLY = 3


def counted_step(setting: Setting) -> Reading:
    """Read "two weeks ago", "in three days", "a year from now": precise to the unit counted in."""
    if setting.anchor is None or not setting.part("number"):
        return Reading()
    count = vocabulary.number(setting.part("number"))
    ahead = bool(setting.part("ahead") or setting.part("within"))
    if setting.part("within") and setting.tense() is Tense.PAST:
        return Reading(kind=TimeKind.DURATION)
    unit = re.sub(r"centuries", "century", setting.part("length")).rstrip("s")
    if unit in ("hour", "minute", "second"):
        return Reading(span=periods.days(setting.anchor), kind=TimeKind.TIME)
    day = periods.step_by(setting.anchor, unit, count if ahead else -count)
    if unit == "week":
        # "Two weeks ago" means that day; who counts more of them means the week.
        return Reading(span=periods.days(day) if count < _WEEKS_ROUGHLY else periods.week_of(day))
    return Reading(span=periods.period_of(day, unit))


def in_the_day(setting: Setting) -> Reading:
    """Read "later in the day": of the day told before, else of the anchor's."""
    span = periods.days(setting.anchor) if setting.anchor else UNKNOWN_DATE
    return Reading(
        span=span, kind=TimeKind.TIME, reference=Reference(precision=Precision.DAY, build=periods.days)
    )


def then(setting: Setting) -> Reading:
    """Read the "then" of "until then": the date told before."""
    return Reading(reference=Reference(precision=Precision.DAY, build=periods.days))


def told_day(setting: Setting) -> Reading:
    """Read "that day", "the next morning", "the following Monday" from a date told before."""
    which, weekday = setting.part("which"), setting.part("weekday")
    step = {"that": 0, "that same": 0, "same": 0, "the same": 0, "previous": -1}.get(which, 1)

    def build(told: date) -> DateSpan:
        if weekday:
            return periods.days(
                told + timedelta(days=((vocabulary.weekday_number(weekday) - told.weekday()) % 7 or 7))
            )
        return periods.days(told + timedelta(days=step))

    kind = TimeKind.TIME if setting.part("daypart") else TimeKind.DATE
    return Reading(kind=kind, reference=Reference(precision=Precision.DAY, build=build))


def weekday_before(setting: Setting) -> Reading:
    """Read "the previous Friday": before the day told before, else before the anchor."""
    wanted, anchor = vocabulary.weekday_number(setting.part("weekday")), setting.anchor

    def build(told: date) -> DateSpan:
        return periods.days(told - timedelta(days=(told.weekday() - wanted) % 7 or 7))

    span = build(anchor) if anchor else UNKNOWN_DATE
    return Reading(span=span, reference=Reference(precision=Precision.DAY, build=build))


def told_period(setting: Setting) -> Reading:
    """Read "the following year", "that week" from a date told before."""
    unit, step = setting.part("unit"), 0 if setting.part("which") in ("that", "same", "the same") else 1
    needed = {"week": Precision.WEEK, "month": Precision.MONTH, "quarter": Precision.QUARTER}.get(
        unit, Precision.YEAR
    )
    return Reading(
        reference=Reference(precision=needed, build=lambda told: periods.period_of(told, unit, step))
    )


def told_step(setting: Setting) -> Reading:
    """Read "two days later", "a year later" from a date told before."""
    count, unit = vocabulary.number(setting.part("number")), setting.part("length").rstrip("s")
    needed = {"month": Precision.MONTH, "year": Precision.YEAR}.get(unit, Precision.DAY)

    def build(told: date) -> DateSpan:
        day = periods.step_by(told, unit, count)
        return periods.days(day) if unit in ("day", "week") else periods.period_of(day, unit)

    return Reading(reference=Reference(precision=needed, build=build))


def duration(setting: Setting) -> Reading:
    return Reading(kind=TimeKind.DURATION)


def repeated(setting: Setting) -> Reading:
    return Reading(kind=TimeKind.SET)


def vague(setting: Setting) -> Reading:
    """Read "recently", "now": a time, but no days."""
    return Reading()
