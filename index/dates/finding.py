"""Finds time expressions: runs the grammar, settles overlaps, widens and joins what it found."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from index.article import UNKNOWN_DATE, DateSpan, Precision, TimeExpression, TimeKind
from index.dates import periods
from index.dates.anchors import Anchor, find_anchors
from index.dates.calendar_patterns import calendar_rules, year_rules
from index.dates.moving import leaves_a_day
from index.dates.reading import Reading, Setting
from index.dates.relative_patterns import relative_rules, told_rules, unresolved_rules
from index.dates.rules import OPENING_WORD, Rule, opening_key, rules_by_opener
from index.dates.vocabulary import DAYPART, MODIFIERS, fold

_PREFIX = re.compile(
    r"(?<!\w)(?i:(?:the )?(?P<word>early|earlier|late|later|mid|pre|post|beginning|start|middle|end|close"
    r"|about|around|nearly|almost|roughly|approximately)(?:[- ]| of (?:the )?| in (?:the )?)"
    r"(?:(?:the )?(?:day|night|morning|evening|week) of )?)$"
)
_DAY_BESIDE = re.compile(r"(?<!\w)(?i:(?:the |a |one )?day (?P<side>before|after)) $")
_HOUR_AFTER = re.compile(rf"(?: {DAYPART}|,? at \d{{1,2}}(?::\d\d)? ?[ap]\.?m\b\.?)")
_RANGE = re.compile(r" ?[-–—] ?| to | through | until | till ")
_TO_DAY = re.compile(r",? (?:\(\d{3,4} GMT\) )?(?:on )?")
_BETWEEN = re.compile(r"\b[Bb]etween $")
_REACH = 40
_REFERENCE_REACH = 400
_FINENESS = list(Precision)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    start: int
    end: int
    reading: Reading


def find_time_expressions(body: str, anchor: date | None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of an article's `body`, in order, without overlaps.

    Relative words count from `anchor`, the day the article was published; without one they have an
    unknown span. Durations and sets always do.
    """
    settled = _refer(_settle(_candidates(body, find_anchors(body, anchor))))
    found = list(_settle(iter([_widen(body, one) for one in settled])))
    return tuple(_express(body, one) for one in _join(body, found))


@lru_cache(maxsize=1)
def _rules() -> Mapping[str, tuple[Rule, ...]]:
    return rules_by_opener(
        (*calendar_rules(), *relative_rules(), *told_rules(), *year_rules(), *unresolved_rules())
    )


def _candidates(body: str, anchors: Sequence[Anchor]) -> Iterator[_Found]:
    """Yield what the rules filed under each word of `body` read there."""
    rules, starts = _rules(), [one.start for one in anchors]
    for word in OPENING_WORD.finditer(body):
        for rule in rules.get(opening_key(body, word), ()):
            match = rule.pattern.match(body, word.start())
            if match and match.groupdict().get("last_day") and _is_left(body, match.start()):
                # "Moved from May 1 to May 8": two days, not all from one to the other.
                match = rule.pattern.match(body, word.start(), match.end("day"))
            if match:
                anchor = anchors[bisect_right(starts, match.start()) - 1].day
                reading = _read(rule, Setting(body=body, match=match, anchor=anchor))
                if reading:
                    yield _Found(start=match.start(), end=match.end(), reading=reading)


def _is_left(body: str, start: int) -> bool:
    """Tell whether the day that begins at `start` is one that something is moved away from."""
    return leaves_a_day(body[max(0, start - _REFERENCE_REACH) : start])


def _read(rule: Rule, setting: Setting) -> Reading | None:
    try:
        return rule.resolve(setting)
    except (ValueError, OverflowError):  # no such day in the calendar: the words name no date
        return None


def _settle(candidates: Iterator[_Found]) -> Iterator[_Found]:
    """Keep the leftmost, then longest, of those that overlap."""
    reached = 0
    for one in sorted(candidates, key=lambda one: (one.start, -one.end)):
        if one.start >= reached:
            reached = one.end
            yield one


def _refer(settled: Iterable[_Found]) -> Iterator[_Found]:
    """Count "the next day" and its like from the nearest date before that is known finely enough."""
    told: list[_Found] = []
    for one in settled:
        if one.reading.reference:
            one = replace(one, reading=_referred(one, told))
        if one.reading.span.first and one.reading.kind in (TimeKind.DATE, TimeKind.TIME):
            told.append(one)
        yield one


def _referred(found: _Found, told: Sequence[_Found]) -> Reading:
    reading, reference = found.reading, found.reading.reference
    for earlier in reversed(told):
        if reference is None or found.start - earlier.end > _REFERENCE_REACH:
            break
        last = earlier.reading.span.last
        if last and _FINENESS.index(earlier.reading.span.precision) <= _FINENESS.index(reference.precision):
            return replace(reading, span=reference.build(last))
    return reading


def _widen(body: str, found: _Found) -> _Found:
    """Take in the words that modify a date ("the end of", "early") or give its hour."""
    if found.reading.kind in (TimeKind.DURATION, TimeKind.SET) or not found.reading.span.first:
        return found
    window = max(0, found.start - _REACH)
    before = body[window : found.start]
    reading, start, end = found.reading, found.start, found.end
    if after := _HOUR_AFTER.match(body, end):
        reading, end = replace(reading, kind=TimeKind.TIME), after.end()
    day = reading.span.first
    if day and day == reading.span.last and (beside := _DAY_BESIDE.search(before)):
        step = timedelta(days=-1 if beside["side"] == "before" else 1)
        moved = replace(reading, span=periods.days(day + step), modifier=None)
        return _Found(start=window + beside.start(), end=end, reading=moved)
    if prefix := _PREFIX.search(before):
        modifier = MODIFIERS[fold(prefix["word"])]
        return _Found(start=window + prefix.start(), end=end, reading=replace(reading, modifier=modifier))
    return _Found(start=start, end=end, reading=reading)


def _join(body: str, found: list[_Found]) -> Iterator[_Found]:
    """Make one of "Monday to Friday", "between May and June 2006" and "Tuesday and Wednesday"."""
    pending: _Found | None = None
    for one in found:
        joined = _joined(body, pending, one) if pending else None
        if pending and not joined:
            yield pending
        pending = joined or one
    if pending:
        yield pending


def _joined(body: str, left: _Found, right: _Found) -> _Found | None:
    between = body[left.end : right.start]
    kinds = {left.reading.kind, right.reading.kind}
    if len(between) > 15 or not kinds <= {TimeKind.DATE, TimeKind.TIME}:
        return None
    if left.reading.cycle == "hour" and _TO_DAY.fullmatch(between):
        reading = replace(right.reading, kind=TimeKind.TIME, modifier=None)
        return _Found(start=left.start, end=right.end, reading=reading)
    is_pair = between in (" and ", " or ", ", ")
    is_range = bool(_RANGE.fullmatch(between)) or (
        between == " and " and bool(_BETWEEN.search(body, max(0, left.start - 9), left.start))
    )
    if not (is_pair or is_range):
        return None
    if is_range and _is_left(body, left.start):
        return None  # "moved from Monday to Friday": no days between
    span = _spanned(left.reading, right.reading, pair=not is_range)
    return (
        _Found(start=left.start, end=right.end, reading=replace(left.reading, span=span, cycle=""))
        if span
        else None
    )


def _spanned(left: Reading, right: Reading, *, pair: bool) -> DateSpan | None:
    """Return the days from `left` to `right`, each moved to fit the other, or None where they do not."""
    one, two = left.span, right.span
    if one == two == UNKNOWN_DATE and left.cycle == right.cycle == "week":
        return UNKNOWN_DATE
    if not (one.first and one.last and two.first and two.last) or one.precision is not two.precision:
        return None
    if pair and (one.precision is not Precision.DAY or "week" not in (left.cycle, right.cycle)):
        return None
    first, last = one.first, two.last
    if right.cycle == "week" and left.cycle == "week":
        last = first + timedelta(days=(last - first).days % 7)
    elif left.cycle == "year" and not right.cycle:
        first = _move_year(first, two.first.year - (1 if first.month > two.first.month else 0))
    elif right.cycle == "year" and last < first:
        last = _move_year(last, last.year + 1)
    if last <= first or (pair and (last - first).days != 1):
        return None
    return DateSpan(first=first, last=last, precision=one.precision)


def _move_year(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)


def _express(body: str, found: _Found) -> TimeExpression:
    reading = found.reading
    return TimeExpression(
        start=found.start,
        end=found.end,
        text=body[found.start : found.end],
        kind=reading.kind,
        span=reading.span,
        modifier=reading.modifier,
    )
