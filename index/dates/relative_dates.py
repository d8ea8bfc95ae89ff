"""Reads what counts from the anchor ("Tuesday", "last week", "two weeks ago"), and what names no day."""

import re
from dataclasses import replace
from datetime import timedelta

from index.article import UNKNOWN_DATE, TimeKind
from index.dates import periods, vocabulary
from index.dates.reading import Reading, Setting
from index.dates.tense import Tense


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


def duration(setting: Setting) -> Reading:
    return Reading(kind=TimeKind.DURATION)


def repeated(setting: Setting) -> Reading:
    return Reading(kind=TimeKind.SET)


def vague(setting: Setting) -> Reading:
    """Read "recently", "now": a time, but no days."""
    return Reading()
