"""The days that a question is about: "last week", "since 5 May", "March to May", "before the summit"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from index.article import DateSpan, Precision, TimeExpression, TimeKind
from index.dates import periods, vocabulary
from index.dates.questions import parse_question_dates


class Side(Enum):
    """On which side of a day or an event the days lie."""

    SINCE = "since"
    BEFORE = "before"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventBound:
    """An event in the question's words ("Vienna summit") that its days lie before or after."""

    side: Side
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPeriod:
    """The days that a question is about, and the events that bound them further.

    An open end is `date.min` or `date.max`. `days` is None where the question names none.
    """

    days: DateSpan | None
    events: tuple[EventBound, ...] = ()

    def resolve(self, days_of: Callable[[str], DateSpan | None]) -> DateSpan | None:
        """Return the days within all bounds; an event that `days_of` knows no days of bounds nothing."""
        found = self.days
        for event in self.events:
            known = days_of(event.words)
            if known is not None and known.first is not None:
                found = _within(found, _beside(known, event.side))
        return found


_LEAD = (
    r"(?: (?!(?:in|on|at|during|of|with|for|by|to|and|from)\b)[\w'’]+){0,3}(?: (?:end|start|beginning) of)?"
)
# "Before writing to him in May": the day is of what was done, unless that is the meeting asked about.
_DOING = r"(?!(?:meet|see|visit|talk|speak|travel)ing\b)\w+ing(?: [\w'’-]+){0,9}?"
# "By" and "following" have other meanings: a day must stand just behind them.
_BARE = r"(?: (?:the|early|mid|late|end of))*"
_SINCE_DAY = re.compile(rf"\b(?:(?:since|after){_LEAD}|following{_BARE}) $", re.IGNORECASE)
_BEFORE_DAY = re.compile(
    rf"\b(?:(?:before|ahead of|prior to|until|till){_LEAD}|by{_BARE}|before {_DOING} (?:in|on)) $",
    re.IGNORECASE,
)
_BARE_SIDE = re.compile(rf"\b(?:since|after|following|before|ahead of|prior to|until|till|by){_BARE} $", re.I)
_OF_A_NOUN = re.compile(r" (?!(?:and|or|in|at|on|with|by|for|to|from|but|as|when|where)\b)[A-Za-z]")
_UP_TO = re.compile(r"\b(?:by|until|till)\b[^.]*$", re.IGNORECASE)
_LATER = re.compile(r"\b(?:after|following)\b[^.]*$", re.IGNORECASE)
_TITLE = re.compile(r"Today|Tomorrow|Yesterday|Tonight")
"""With a capital inside a question these are part of a name: "the Jobs Tomorrow tour"."""
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_DATED = re.compile(r"\d{4},? $")
_DETERMINED = re.compile(r"\b(?:the|an?|his|her|their|its|\d{4}) $")
_ONWARDS = re.compile(r"\s*(?:or later|onwards?|and after)\b", re.IGNORECASE)
_OCCASION = (
    r"summit|conference|talks|visit|trip|tour|hearing|election|elections|inauguration|vote|referendum"
    r"|meeting|roundtable|ceremony|session|cease-?fire|agreement|accord|treaty|attacks?|invasion|war"
)
_ALONE = frozenset(("summit", "conference", "election", "elections", "inauguration", "referendum"))
"""Occasions that a question may mean by themselves; "after the meeting" is after the one it asks about."""
_EVENTS = {
    side: re.compile(
        rf"\b(?:{words}) (?:the |their |its )?(?P<event>(?:[\w.'’-]+ ){{0,4}}?(?:{_OCCASION}))\b",
        re.IGNORECASE,
    )
    for side, words in (
        (Side.SINCE, r"since|after|following"),
        (Side.BEFORE, r"before|ahead of|prior to|until|till"),
    )
}
_SPAN_BACK = re.compile(
    r"\b(?P<the>the )?(?P<which>last|past|previous|next|coming) "
    rf"(?:(?P<number>{vocabulary.NUMBER}|few|couple of) )?"
    r"(?P<unit>days?|weeks?|months?|years?)\b(?! of\b)",
    re.IGNORECASE,
)
_FEW = 3
_DECEMBER = 12


def read_question_period(question: str, as_of: date) -> QuestionPeriod:
    """Read the days that the meetings of a question lie in; relative words count from `as_of`.

    Of several periods the narrowest counts ("on 5 May 2006", not the 2006 beside it); bounds on either side
    are kept together ("after 5 May but before June").
    """
    counted = dict(_counted(question, as_of))
    named = _named(question, as_of)
    spans = [*counted.values(), *(span for start, span in named if all(start not in one for one in counted))]
    closed = [one for one in spans if one.first not in (None, date.min) and one.last != date.max]
    open_ended = [one for one in spans if one.first == date.min or one.last == date.max]
    found = min(closed, key=_length, default=None)
    for one in open_ended:
        found = _within(found, one)
    return QuestionPeriod(days=found, events=tuple(_events(question, parse_question_dates(question, as_of))))


def _named(question: str, as_of: date) -> Iterator[tuple[int, DateSpan]]:
    for one in parse_question_dates(question, as_of):
        named = one.start > 0 and (_TITLE.fullmatch(one.text) or _is_of_name(question, one))
        if one.kind in (TimeKind.DATE, TimeKind.TIME) and one.span.first is not None and not named:
            before, after = question[: one.start], question[one.end :]
            # "Before their May meeting" may be in May: the month is that of what is told, not the bound.
            # And "after the 2004 floods" may be in 2004: the year is that of the floods.
            coarse = one.span.precision is not Precision.DAY
            loose = coarse and (_BARE_SIDE.search(before) is None or _OF_A_NOUN.match(after) is not None)
            if _BEFORE_DAY.search(before):
                inclusive = loose or _UP_TO.search(before[-24:]) is not None
                yield one.start, _beside(one.span, Side.BEFORE, inclusive=inclusive)
            elif _SINCE_DAY.search(before) or _ONWARDS.match(after):
                inclusive = loose or _LATER.search(before[-24:]) is None
                yield one.start, _beside(one.span, Side.SINCE, inclusive=inclusive)
            else:
                yield one.start, _either_winter(one.span)


def _either_winter(span: DateSpan) -> DateSpan:
    """Return the days of both winters that "winter 2006" can be: the one that ends in it, and the next."""
    if span.precision is not Precision.SEASON or span.first is None or span.first.month != _DECEMBER:
        return span
    return replace(span, first=span.first.replace(year=span.first.year - 1))


def _is_of_name(question: str, one: TimeExpression) -> bool:
    """Tell whether a weekday is part of what something is called: "the 2006 Thursday Club"."""
    if _WEEKDAY.fullmatch(one.text) is None:
        return False
    before, after = question[: one.start], question[one.end :]
    titled = _DETERMINED.search(before) is not None and re.match(r" [A-Z]", after) is not None
    return titled or _DATED.search(before) is not None


def _counted(question: str, as_of: date) -> Iterator[tuple[range, DateSpan]]:
    """Read "in the last two weeks", which is no calendar week but so many days up to today, by its place."""
    for match in _SPAN_BACK.finditer(question):
        number, unit = (match["number"] or "").lower(), match["unit"].lower()
        if not number and not (unit.endswith("s") or match["the"]):
            continue
        count = _FEW if number in ("few", "couple of", "") else vocabulary.number(number)
        ahead = match["which"].lower() in ("next", "coming")
        count = 1 if not number and not unit.endswith("s") else count
        edge = periods.step_by(as_of, unit.rstrip("s"), count if ahead else -count)
        first, last = (as_of, edge) if ahead else (edge, as_of)
        yield range(*match.span()), DateSpan(first=first, last=last, precision=Precision.DAY)


def _events(question: str, dates: Sequence[TimeExpression]) -> Iterator[EventBound]:
    for side, pattern in _EVENTS.items():
        for match in pattern.finditer(question):
            words = match["event"].split()
            dated = any(one.start < match.end() and match.start("event") < one.end for one in dates)
            if not dated and (len(words) > 1 or words[0].lower() in _ALONE):
                yield EventBound(side=side, words=" ".join(words))


def _beside(span: DateSpan, side: Side, *, inclusive: bool = False) -> DateSpan:
    """Return the days before or since a span: without it, or with it."""
    first, last = span.first or date.min, span.last or date.max
    if side is Side.BEFORE:
        edge = last if inclusive else first - timedelta(days=1) if first > date.min else first
        return DateSpan(first=date.min, last=edge, precision=Precision.UNKNOWN)
    edge = first if inclusive else last + timedelta(days=1) if last < date.max else last
    return DateSpan(first=edge, last=date.max, precision=Precision.UNKNOWN)


def _within(one: DateSpan | None, other: DateSpan) -> DateSpan:
    if one is None or one.first is None or one.last is None or other.first is None or other.last is None:
        return other
    first, last = max(one.first, other.first), min(one.last, other.last)
    # Bounds that leave nothing between them were not both meant so: the narrower one stands.
    return DateSpan(first=first, last=last, precision=one.precision) if first <= last else one


def _length(span: DateSpan) -> int:
    return 0 if span.first is None or span.last is None else (span.last - span.first).days
