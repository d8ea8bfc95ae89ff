"""What a sentence puts on another day, and which of its days are not meant any more."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from index.article import Precision, TimeExpression, TimeKind
from index.dates import periods, vocabulary

_SHIFT = (
    r"\b(?P<shift>postpon(?:e[sd]?|ing)|defer(?:s|red|ring)?|delay(?:s|ed|ing)?|re-?schedul(?:e[sd]?|ing)"
    r"|(?:put(?:s|ting)?|push(?:e[sd]|ing)?|mov(?:e[sd]?|ing)|bring(?:s|ing)?|brought) (?:[\w'’-]+ ){0,6}?"
    r"(?:off|back|up|forward|ahead)|(?:mov|chang)(?:e[sd]?|ing)|(?:shift|switch|push)(?:(?:e?s)|ed|ing)?"
    r"|advanc(?:e[sd]?|ing))\b"
)
_SHIFTED = re.compile(_SHIFT, re.IGNORECASE)
_SOONER = re.compile(r"\b(?:forward|up|ahead)$|^advanc", re.IGNORECASE)
_SET = r"(?:set|slated|planned|scheduled|due|expected|arranged|booked|billed|fixed|intended|meant|supposed)"
# No other verb may stand between: "moved the talks and will go to Oslo until May".
_WITHIN = r"(?:(?!\b(?:said|says|will|would|met|but|is|are)\b)[^.;:]){0,120}?"
_HOUR = r"(?:(?:at )?(?:\d{1,2}(?::\d\d)? ?[ap]\.?m\.?|noon|midnight),? (?:on )?)?"
_ONTO = re.compile(
    rf"{_SHIFT}(?P<what>{_WITHIN})(?<!at least)\b(?P<to>to|until|till|for) {_HOUR}(?:the )?$", re.IGNORECASE
)
_SET_FOR = re.compile(rf"\b{_SET} $", re.IGNORECASE)
_FROM = re.compile(rf"{_SHIFT}{_WITHIN}\bfrom (?:the )?$", re.IGNORECASE)
_BY = re.compile(
    rf"(?: by)? (?:another )?(?P<by>(?P<count>{vocabulary.NUMBER})[ -](?P<unit>day|week)s?)\b"
    r"(?! (?:of|after|ago)\b)",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    rf"\b(?:instead of|rather than|in place of|not) (?:(?:on|in|at) )?{_HOUR}(?:the )?$", re.IGNORECASE
)
# Where the next verb begins: "the meeting originally set for May 1 will take place on May 8".
_NEXT_VERB = r"\b(?:but|will|would|is|are|has|have|now)\b"
_ONCE = re.compile(
    rf"\b(?:(?:originally|initially|previously|formerly|first|once|earlier) (?:been )?{_SET}"
    r" (?:for|to|on|in|at)|(?:original|initial|previous|old) (?:date|day|plans?)"
    r"|(?:was|were) (?:originally |initially |first |due |supposed |set |scheduled )?to have)\b"
    rf"(?:(?!{_NEXT_VERB})[^.;,])*$",
    re.IGNORECASE,
)
_HAD_BEEN = re.compile(
    rf"\bhad (?:\w+ )?been (?:\w+ )?{_SET} (?:for|to|on|in|at)\b(?:(?!{_NEXT_VERB})[^.;,])*$", re.IGNORECASE
)
_PLANNED = re.compile(
    rf"\b(?:{_SET}|(?:was|were|had|is|are)(?: been)? to)\b(?:(?!{_NEXT_VERB})[^.;,])*$", re.IGNORECASE
)
_ANEW = re.compile(
    r"\b(?:(?:will|would|to|is|are) (?:now|instead)|now (?:[a-z]+ )?(?:set|due|planned|scheduled|expected|to)"
    r"|instead(?! of)|new (?:date|day))\b(?:(?!\bsaid\b)[^.;])*$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:(?:will|would|did|does|do) (?:not|no longer)|(?:wo|would|did|does)n['’]t) (?:\w+ ){0,2}?"
    r"(?:meet|visit|travel|hold|host|see|receive|go|come|fly|take place|be held|happen)\b"
    r"(?:(?!\bbut\b)[^.;,])*\b(?:on|in|at|this|next) (?:the )?$",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?:\bnot|n['’]t|\bno longer)\b[^.;]*?\b(?:on|in|at|for) (?:the )?$", re.IGNORECASE)
_BUT = re.compile(
    rf"(?:,? as (?:\w+ )?{_SET})?,? but (?:instead |only |rather )?(?:on |in |for )?(?:the )?$", re.IGNORECASE
)

_PUT_SO = re.compile(rf"\b(?:was|were) (?:{_SET} to|to)\b[^.;,]*$", re.IGNORECASE)
_BUT_THEN = re.compile(r",? but\b", re.IGNORECASE)
_WHEN = re.compile(r",? when\b", re.IGNORECASE)
_HAD = re.compile(r"\bhad (?:\w+ ){0,2}$", re.IGNORECASE)
_TELLING = re.compile(r"\b(?:sa(?:id|ys?)|announced?|confirmed|reported|told)\b", re.IGNORECASE)
_ENDED = (
    r"(?:cancel(?:l?ed)|called off|scrapped|postponed|put off|delayed|deferred|dropped|rescheduled|moved"
    r"|brought forward|pushed back)"
)
_HAS_ENDED = re.compile(
    rf"(?:[^.;,]{{0,60}}|, [^.;,]{{0,80}},) (?:has|have) (?:\w+ )?been (?:\w+ )?{_ENDED}\b", re.IGNORECASE
)
_HAS_DROPPED = re.compile(
    rf"\b{_ENDED} (?:the |an? |her |his |their )?$|"
    rf"\b(?:has|have) (?:\w+ )?{_ENDED}\b[^.;,]*?\b(?:meetings?|talks|visit|trip|summit|call|hearing)\b"
    rf"[^.;,]*\b(?:on|in|{_SET} for) (?:the )?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Words by which something is put on another day, as offsets, and that day where it is told."""

    start: int
    end: int
    day: TimeExpression | None


def is_new_day(before: str, after: str) -> bool:
    """Tell whether the words around a time move something to it that is still to come: "was put off until".

    What "had been put off until" a day, with nobody who says so, may have been there by now, and what was put
    off until a day "when" something was done.
    """
    match = _ONTO.search(before)
    if match is None or not _is_onto(match) or _WHEN.match(after) is not None:
        return False
    told = before[: match.start("shift")]
    return _HAD.search(told) is None or _TELLING.search(told) is not None


def is_dropped_since(before: str) -> bool:
    """Tell whether words before a day say that somebody "has called off" the meeting on it."""
    return _HAS_DROPPED.search(before) is not None


def is_plan_that_failed(before: str, after: str) -> bool:
    """Tell whether a day is that of a plan which something came between: "was to meet on Monday, but"."""
    return _PUT_SO.search(before) is not None and _BUT_THEN.match(after) is not None


def is_dropped_after(after: str) -> bool:
    """Tell whether words behind a day say that what is on it "has been called off"."""
    return _HAS_ENDED.match(after) is not None


def leaves_a_day(before: str) -> bool:
    """Tell whether words that stand before a time move something away from it: "moved from"."""
    return _FROM.search(before) is not None


def find_moves(text: str, times: Sequence[TimeExpression]) -> list[Move]:
    """Return what a sentence moves, in order; `times` are its own, with offsets in `text`."""
    dated = list(_dated(times))
    onto = [(match, one) for one in dated if (match := _ONTO.search(text[: one.start])) and _is_onto(match)]
    found = []
    for shift in _SHIFTED.finditer(text):
        told = (one for match, one in onto if match.start("shift") <= shift.start() < one.start)
        day = next(told, None) or _counted(text, shift, dated)
        found.append(Move(start=shift.start(), end=shift.end(), day=day))
    return found


def days_left(text: str, times: Sequence[TimeExpression]) -> frozenset[int]:
    """Return where the times of a sentence begin that it says are not the ones any more, or never were."""
    dated = list(_dated(times))
    dropped = {one.start for one in dated if _is_dropped(text[: one.start])}
    new = {move.day.start for move in find_moves(text, times) if move.day is not None}
    new |= {one.start for one in dated if one.start not in dropped and _ANEW.search(text[: one.start])}
    for one, after in pairwise(dated):
        if _NOT.search(text[: one.start]) and _BUT.fullmatch(text[one.end : after.start]):
            new.add(after.start)
    if new:
        dropped |= {
            one.start for one in dated if _PLANNED.search(text[: one.start]) or _NOT.search(text[: one.start])
        }
    return frozenset(dropped - new)


def _is_dropped(before: str) -> bool:
    """Tell whether the words before a day say by themselves that it is not the one, or not any more."""
    had = _HAD_BEEN.search(before)
    if had is not None and _TELLING.search(before, 0, had.start()) is None:
        return True
    return any(one.search(before) is not None for one in (_REPLACED, _ONCE, _FROM, _DENIED))


def _dated(times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    return (one for one in times if one.kind in (TimeKind.DATE, TimeKind.TIME) and one.span.first is not None)


def _is_onto(match: re.Match[str]) -> bool:
    """Tell whether a day is the goal of the move: not "postponed a visit planned for", nor "delayed for"."""
    if match["to"].lower() == "for" and not match["shift"].lower().startswith(
        ("resched", "re-sched", "postpon")
    ):
        return False
    return _SET_FOR.search(match["what"]) is None


def _counted(text: str, shift: re.Match[str], dated: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the day that is so many days from the only one told before: "was delayed by a week"."""
    by = _BY.match(text, shift.end())
    olds = [one for one in dated if one.end <= shift.start() or text.endswith("from ", 0, one.start)]
    if by is None or len(olds) != 1 or olds[0].span.precision is not Precision.DAY:
        return None
    (old,) = olds
    if old.span.first is None or old.span.first != old.span.last:
        return None
    count = vocabulary.number(by["count"]) * (7 if by["unit"].lower() == "week" else 1)
    day = old.span.first + timedelta(days=-count if _SOONER.search(shift["shift"]) else count)
    return replace(
        old, start=by.start("by"), end=by.end("by"), text=by["by"], span=periods.days(day), modifier=None
    )
