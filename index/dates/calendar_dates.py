"""Reads what names its own place in the calendar: days, months, seasons, holidays, quarters, years."""

import re
from datetime import date

from index.article import UNKNOWN_DATE, DateSpan, Precision
from index.dates import periods, vocabulary
from index.dates.holidays import HOLIDAYS, election_of
from index.dates.reading import Reading, Setting, read_year, yearless
from index.dates.results import tells_results
from index.dates.tense import Tense


def numeric(setting: Setting) -> Reading | None:
    """Read 2006-03-01, 3/1/2006 (month first, unless only the other order is a day), 01.03.2006."""
    year = read_year(setting.part("year"))
    one, two = int(setting.part("one")), int(setting.part("two"))
    groups = setting.match.groupdict()
    if groups.get("dot") or (one > 12 and not groups.get("iso")):
        one, two = two, one
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
    return yearless(setting, build)


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


_ALSO_NAMES = frozenset(("may", "april", "june", "august", "march"))
_NAME_BEFORE = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.|[a-z,] [A-Z][a-z]+) $")
_VERB_AFTER = re.compile(r" (?:I|we|you|he|she|they|God)\b")
_GIVEN_NAME = re.compile(r"Jan|April|June|May|August")
_SURNAME_AFTER = re.compile(r" (?:[A-Z]\. )?[A-Z][a-z]+(?!\w)")


def month(setting: Setting) -> Reading | None:
    """Read "in November", "last May", "March 2006"; a bare "May" after a name is a person."""
    bare = setting.match.group().lower() in _ALSO_NAMES
    if bare and setting.match.group().isupper():  # a heading's "MAY" may be the verb
        return None
    if _GIVEN_NAME.fullmatch(setting.match.group()) and _SURNAME_AFTER.match(
        setting.body, setting.match.end()
    ):
        return None
    head = setting.body[max(0, setting.match.start() - 24) : setting.match.start()]
    if bare and (_NAME_BEFORE.search(head) or _VERB_AFTER.match(setting.body, setting.match.end())):
        return None
    number = vocabulary.month_number(setting.part("month"))
    return yearless(setting, lambda year: periods.month_of(year, number))


def season(setting: Setting) -> Reading | None:
    """Read "last spring", "summer of 1998"; a bare "fall" or "spring" is no season."""
    first_month = vocabulary.SEASONS[setting.part("season")]
    return yearless(setting, lambda year: periods.season_of(year, first_month))


def holiday(setting: Setting) -> Reading:
    rule = HOLIDAYS[setting.part("holiday").replace("’", "'")]
    return yearless(setting, lambda year: periods.days(rule(year)))


def quarter(setting: Setting) -> Reading | None:
    """Read "the third quarter of 1989", "fourth-quarter", "the first half of next year", "Q3 2006".

    Without a year, one whose results are told has begun.
    """
    number = int(setting.part("figure") or vocabulary.ORDINALS[setting.part("ordinal")])
    count, precision = (6, Precision.HALF) if setting.part("half") else (3, Precision.QUARTER)
    if number * count > 12:
        return None

    def build(year: int) -> DateSpan:
        return periods.months(year, (number - 1) * count + 1, count, precision)

    anchor, named = setting.anchor, setting.part("year") or setting.part("which_year")
    told = tells_results(setting.body, *setting.match.span()) and setting.tense() is Tense.UNKNOWN
    if anchor is not None and not named and told:
        begun = (build(anchor.year - step) for step in (0, 1))
        return Reading(span=next(one for one in begun if one.first is not None and one.first <= anchor))
    return yearless(setting, build)


def half(setting: Setting) -> Reading:
    """Read "the first two quarters of 1990", "the latter half of last year"."""
    month = 1 if setting.part("part") == "first" else 7
    return yearless(setting, lambda year: periods.months(year, month, 6, Precision.HALF))


def week_holding(setting: Setting) -> Reading:
    """Read "the week of March 6": the week that holds the day."""
    named = day_of_month(setting).span
    return Reading(span=periods.week_of(named.first)) if named.first else Reading()


def year(setting: Setting) -> Reading:
    """Read "1998", "fiscal 1999", "1989-90"."""
    first = read_year(setting.part("year"))
    if first is None:
        return Reading()
    span = periods.year_of(first)
    if other := setting.part("last_year"):
        last = int(other) if len(other) == 4 else first // 100 * 100 + int(other)
        if not first < last <= first + 100:
            raise ValueError("no range of years")
        span = DateSpan(first=span.first, last=periods.year_of(last).last, precision=Precision.YEAR)
    return Reading(span=span)


def spoken_year(setting: Setting) -> Reading:
    """Read "nineteen ninety-six" and "the year two thousand"."""
    spoken = setting.part("spoken")
    return Reading(span=periods.year_of(vocabulary.spoken_year(spoken) if spoken else 2000))


def quarter_year_ago(setting: Setting) -> Reading:
    """Read "the year-ago third quarter": a year before the last one of that name to have ended."""
    if setting.anchor is None:
        return Reading()
    month, day = vocabulary.ORDINALS[setting.part("ordinal")] * 3 - 2, setting.anchor
    year = day.year - (2 if month + 2 >= day.month else 1)
    return Reading(span=periods.months(year, month, 3, Precision.QUARTER))


_SCHOOL_BEGINS = 8
"""The month from which a school year counts, to the end of the July after."""


def school_year(setting: Setting) -> Reading:
    """Read "the 2005-06 school year" and "this school year": from August to July."""
    first, anchor = read_year(setting.part("year")), setting.anchor
    if first is None and anchor is not None:
        step = {"last": -1, "next": 1}.get(setting.part("which"), 0)
        first = anchor.year + step - (anchor.month < _SCHOOL_BEGINS)
    return Reading(span=periods.months(first, _SCHOOL_BEGINS, 12, Precision.YEAR)) if first else Reading()


def election_day(setting: Setting) -> Reading | None:
    """Read "Election Day" of the United States: not one of another country, nor of a region."""
    head = setting.body[max(0, setting.match.start() - 24) : setting.match.start()]
    if re.search(r"[A-Z][\w.’']+ $", head) and not setting.part("which"):
        return None
    return yearless(setting, lambda year: periods.days(election_of(year)))


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
