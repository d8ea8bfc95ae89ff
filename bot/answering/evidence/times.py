"""When a statement's meeting is: its record, else the time named nearest behind its verb."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from bot.answering.evidence.sentences import Reading
from bot.answering.evidence.statements import Statement
from bot.answering.evidence.telling import Telling
from bot.answering.lexicon.encounters import MEETINGS
from bot.answering.lexicon.governing import Tie, tie_of
from bot.answering.lexicon.words import stem
from index.article import Article, MeetingDate, Precision, Quote, TimeExpression, TimeKind
from index.dates import dates_nothing, days_left, find_moves, find_time_expressions
from index.letters import of_letters

_VERB = re.compile(
    r"\b(?:me(?:e)?t(?:s|ing|ings)?|talks|summit|visit(?:s|ed|ing)?|host(?:s|ed|ing)?|spoke|receiv(?:e|ed|es)"
    r"|welcom(?:e|ed|es)|call(?:s|ed)? on|brief(?:s|ed|ing)|trip|travel(?:s|ed|l?ing)?|hearing|roundtable"
    r"|conference|ceremony|tour(?:s|ed)?|convened?|consult(?:s|ed)?|sat down|session|joined|discuss\w*)\b",
    re.IGNORECASE,
)
_HAS_TIME = re.compile(
    r"\d|day\b|week|month|year|night|morning|noon|evening|spring|summer|autumn|fall|winter|tomorrow"
    r"|earlier|recent"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
)
# Another sentence may add a slot only where it speaks of the meeting as one already named.
SAME_MEETING = of_letters(
    r"\b(?:the|this|these|that|their|his|her|our)(?: [\w.:-]+){0,3}? "
    rf"(?:{MEETINGS}|delegation)\b(?-i:(?! [A-Z]))",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\b(?:meetings?|talks|summit|visit|trip|call|session|hearing|tour|ceremony|roundtable|conference|briefing"
    r"|journey|lunch|dinner)\b",
    re.IGNORECASE,
)
_MEETING_IS = re.compile(
    rf"(?:{_NOUN.pattern}(?: (?:between|with|of|in|to|on|at|by|from|for|scheduled|planned|set)\b[^,;.]*?)?"
    r"(?:, [^;.]*?,)?|\bit) (?:which |that )?(?:was|were|is|are|has|have|had|will|would)(?: \w+){0,3}? $",
    re.IGNORECASE,
)
# "Tomorrow's workforce" tells no day of a meeting.
_OWNER = re.compile(
    r"['’]s? (?!(?:[\w.]+ )?(?:meeting|visit|hearing|talks|call|session|event|briefing|ceremony"
    r"|roundtable|trip|tour))"
)
# What is told so far behind the verb may belong to something else.
_FAR = 60
# An entry of a schedule opens with its hour, and the entries of a day stand below that day.
CLOCK_FIRST = re.compile(r"\s*(?:\d{1,2}(?::\d\d)? ?[AaPp]\.?[Mm]\b|Noon\b)")
_DAY_LINE = re.compile(
    r"^[ \t]*((?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:January|February|March|April|May|June"
    r"|July|August"
    r"|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov"
    r"|Dec)\.? \d{1,2}(?:, \d{4})?)[ \t:]*$",
    re.MULTILINE | re.IGNORECASE,
)
# Who returned on a day had met people before it.
_RETURNED = re.compile(r"\breturn(?:s|ed|ing)? (?:(?:home|back|on|late|early) )*$", re.IGNORECASE)
# "A November 17 letter" was written then.
_WRITTEN = re.compile(
    r",? (?:letters?|requests?|invitations?|reports?|memo\w*|resolution|study|bill|law|article|editorial"
    r"|poll|survey)\b"
)
# The year by which a law is called, or for which money is spent, is no time of a meeting.
_TITLED = re.compile(
    r"\b(?:Acts?|Treaty|Law|Accords?|Agreement|Convention|Resolution|Amendments?) of $"
    r"|\b(?:fiscal year|FY) ?$",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"\b(?:week|month|year)\b", re.IGNORECASE)


def time_of(statement: Statement, acts: frozenset[str] = frozenset()) -> Reading | None:
    """Return when the statement says its meeting is, from its record or its own sentence.

    `acts` are the stems of what is asked about, if it is known.
    """
    record, telling = statement.record, statement.telling
    when = None if record is None else record.when
    if when is not None and _is_known(when, telling.article) and not _is_of_return(when, telling, acts):
        return Reading(
            text=when.quote.text,
            quote=telling.whole(when.quote),
            span=when.span,
            modifier=when.modifier,
            recorded=True,
        )
    return time_in(telling, statement.evidence, acts) or _day_above(telling, statement.evidence)


def _is_of_return(when: MeetingDate, telling: Telling, acts: frozenset[str]) -> bool:
    """Tell whether a day is that of coming back, and it is not asked for."""
    whole = telling.whole(when.quote)
    before = whole.text[: max(0, when.quote.start - whole.start)]
    return _RETURNED.search(before) is not None and stem("returned") not in acts


def _day_above(telling: Telling, quote: Quote) -> Reading | None:
    """Return the day that heads an entry of a schedule, which itself tells but the hour."""
    if CLOCK_FIRST.match(quote.text) is None:
        return None
    lines = _day_lines(telling.article.body)
    above = bisect_left(lines, quote.start, key=lambda line: line.end)
    return time_in(telling, lines[above - 1]) if above else None


@lru_cache(8)
def _day_lines(body: str) -> tuple[Quote, ...]:
    return tuple(
        Quote(start=line.start(1), end=line.end(1), text=line.group(1)) for line in _DAY_LINE.finditer(body)
    )


def _is_known(when: MeetingDate, article: Article) -> bool:
    # Words that stay unresolved in a dated article name no day: "tomorrow's workforce".
    return when.span.first is not None or article.published is None


def time_in(telling: Telling, quote: Quote, acts: frozenset[str] = frozenset()) -> Reading | None:
    """Read the time named nearest behind the verb: "announced on Sunday" comes after the meeting's own."""
    anchor = telling.article.published
    if _HAS_TIME.search(quote.text) is None:
        return None
    verb = _VERB.search(quote.text)
    behind = verb.start() if verb else 0
    times = [
        one
        for one in find_time_expressions(quote.text, anchor)
        if one.kind in (TimeKind.DATE, TimeKind.TIME)
        and (anchor is None or one.span.first is not None)
        and _OWNER.match(quote.text, one.end) is None
        and _WRITTEN.match(quote.text, one.end) is None
        and not dates_nothing(quote.text, one.start, one.end)
        and _TITLED.search(quote.text, 0, one.start) is None
    ]
    left = days_left(quote.text, times)
    times = [one for one in times if one.start not in left]
    moved = _moved_day(quote.text, times)
    if moved is not None:
        return Reading(text=moved.text, quote=quote, span=moved.span, modifier=moved.modifier)
    ties = [tie_of(quote.text, one.start, one.end, acts) for one in times]
    if not times or min(ties) is Tie.APART:
        return None
    tied = [one for one, tie in zip(times, ties, strict=True) if tie == min(ties)]
    at_verb = (
        one for one in tied if verb and quote.text[one.end : behind].strip() == "" and one.end <= behind
    )
    chosen = next(at_verb, None) or _nearest(tied, behind)
    return Reading(text=chosen.text, quote=quote, span=chosen.span, modifier=chosen.modifier)


def _moved_day(text: str, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the day on which a sentence puts a meeting: "their talks were put off until Monday"."""
    for move in find_moves(text, times):
        put_off = _MEETING_IS.search(text[: move.start]) is not None
        day = move.day
        if day is not None and (put_off or _NOUN.search(text, move.end, day.start) is not None):
            return day
    return None


def _nearest(times: Sequence[TimeExpression], behind: int) -> TimeExpression:
    """Return the first time behind the verb; a mere month or year far behind gives way to a day before it."""
    after = next((one for one in times if one.start >= behind), None)
    before = [one for one in times if one.start < behind]
    if after is None:
        return times[0]
    loose = after.span.precision is not Precision.DAY and after.start > behind + _FAR
    days = [one for one in before if one.span.precision is Precision.DAY]
    return days[-1] if loose and days else after


def tells_time_in(telling: Telling, quote: Quote, first: date, last: date) -> bool:
    """Tell whether any time that a sentence names overlaps some days."""
    times = find_time_expressions(quote.text, telling.article.published)
    return any(
        one.kind is not TimeKind.DURATION
        and one.span.overlaps(first, last)
        and _TITLED.search(quote.text, 0, one.start) is None
        for one in times
    )


def finest_time(statement: Statement, acts: frozenset[str]) -> Reading | None:
    """Return when the meeting is, in the finest words of the evidence and of the sentences about it."""
    held = time_of(statement, acts)
    for one in statement.telling.around(statement.place, 2):
        if SAME_MEETING.search(one.quote.text) is None:
            continue
        reading = time_in(statement.telling, one.quote, acts)
        if reading is not None and (held is None or _is_finer(reading, held)):
            held = reading
    return held


def _is_finer(reading: Reading, held: Reading) -> bool:
    # "this week" gives way to the days that the next sentence names within it.
    if _LOOSE.search(held.text) is None or _LOOSE.search(reading.text) is not None:
        return False
    old, new = held.span, reading.span
    if old is None or new is None or old.first is None:
        return re.search(r"day\b", reading.text) is not None
    # On a Sunday, "this week" may be the one that begins.
    return new.first is not None and old.first <= new.first <= (old.last or old.first) + timedelta(days=7)


def is_exact(reading: Reading, period: tuple[date, date] | None) -> bool:
    """Tell whether a time is finer than the period that the question itself names."""
    span = reading.span
    if span is None or span.first is None or span.last is None or period is None:
        return True
    first, last = period
    return not (
        span.first <= first and last <= span.last and (first, last) != (span.first, span.last)
    ) and not ((first, last) == (span.first, span.last) and (last - first).days > 1)
