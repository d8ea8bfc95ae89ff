"""Lays a timeline out: labels below each other at even distances, marks where the calendar has them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import zip_longest

from bot.occasions.wording import (
    is_plain,
    on_one_line,
    write_agreement,
    write_course,
    write_people,
    write_when,
)
from bot.timeline.axis import Axis
from bot.timeline.lines import write_count
from bot.timeline.plan import LINE_HEIGHTS, WIDTH, Mark, Plan, Ruler, Style, Tone, Words
from bot.timeline.timeline import Entry, Timeline
from bot.timeline.wrapping import wrap
from index.article import MeetingKind

_MARGIN = 22.0
_AXIS = 88.0
_LABEL = 138.0
_GAP = 14.0
_TIGHT = 4.0
_MANY = 16
_MOST = 80
"""Entries of one picture; it would grow too tall to be opened."""
_LINES = 2
_NUMBER = 34.0
_DATE_ROOM = 140.0
_BESIDE = 12.0
_EXACT = 10
_TICKS_APART = 30.0
_FIXED = "\u00a0"
"""A space at which no line breaks."""


def plan_timeline(timeline: Timeline, ruler: Ruler) -> Plan:
    """Plan the picture of a timeline of at least one entry, whose text is as wide as `ruler` measures."""
    words = list(_heading(timeline, ruler))
    y = words[-1].y + LINE_HEIGHTS[words[-1].style] + 20
    top, middles = y, []
    shown = timeline.entries[-_MOST:]
    is_dense = len(shown) > _MANY
    column = _date_column(shown, ruler)
    for entry in shown:
        texts = _texts(entry, is_pair=timeline.other is not None)
        label = list(_row(entry, texts, y, column, ruler) if is_dense else _label(entry, texts, y, ruler))
        middles.append(y + LINE_HEIGHTS[Style.DATE] / 2)
        words += label
        y = label[-1].y + LINE_HEIGHTS[label[-1].style] + (_TIGHT if is_dense else _GAP)
    axis = _axis(shown, top + 4, max(y - _GAP - 4, top + 30))
    words += _sources(timeline, y + 6, ruler)
    return Plan(
        height=words[-1].y + LINE_HEIGHTS[words[-1].style] + _MARGIN - 4,
        axis_x=_AXIS,
        axis_top=axis.top,
        axis_bottom=axis.bottom,
        label_x=_LABEL,
        words=tuple(words),
        marks=tuple(_mark(e, axis, middle) for e, middle in zip(shown, middles, strict=True)),
        ticks=tuple(axis.ticks(_TICKS_APART)),
    )


def _heading(timeline: Timeline, ruler: Ruler) -> Iterator[Words]:
    y = _MARGIN - 6
    for line in wrap(timeline.title, WIDTH - 2 * _MARGIN, lambda text: ruler(text, Style.TITLE)):
        yield Words(text=line, x=_MARGIN, y=y, style=Style.TITLE)
        y += LINE_HEIGHTS[Style.TITLE]
    count = write_count(timeline).removesuffix(".")
    if len(timeline.entries) > _MOST:
        count += f"; the last {_MOST} are drawn"
    yield Words(text=count, x=_MARGIN, y=y + 2, style=Style.SUBTITLE, tone=Tone.MUTED)


def _label(entry: Entry, texts: tuple[str, str], y: float, ruler: Ruler) -> Iterator[Words]:
    dates = list(_date_lines(entry, y, ruler))
    yield from dates
    y = dates[-1].y + LINE_HEIGHTS[Style.DATE]
    room = WIDTH - _MARGIN - _LABEL
    looks = ((Style.PEOPLE, Tone.TEXT), (Style.DETAIL, Tone.MUTED))
    for text, (style, tone) in zip(texts, looks, strict=True):
        for line in wrap(text, room, _measure(ruler, style), most=_LINES):
            yield Words(text=line, x=_LABEL, y=y, style=style, tone=tone)
            y += LINE_HEIGHTS[style]


def _row(entry: Entry, texts: tuple[str, str], y: float, column: float, ruler: Ruler) -> Iterator[Words]:
    """Write an entry of many: the date, and beside it what became of it, with whom, or where."""
    occasion = entry.occasion
    yield _number(entry, y)
    text = _dotted("" if is_plain(occasion) else write_course(occasion), texts[0])
    room = WIDTH - _MARGIN - _LABEL - column - _NUMBER
    dates = wrap(write_when(occasion), column - _BESIDE, _measure(ruler, Style.DATE), most=_LINES)
    lines = wrap(text, room, _measure(ruler, Style.DETAIL), most=_LINES)
    for line, (day, told) in enumerate(zip_longest(dates, lines, fillvalue="")):
        below = y + line * LINE_HEIGHTS[Style.DATE]
        yield Words(text=day, x=_LABEL, y=below, style=Style.DATE, tone=Tone.STATUS, status=occasion.status)
        yield Words(text=told, x=_LABEL + column, y=below - 0.5, style=Style.DETAIL)


def _date_column(shown: Sequence[Entry], ruler: Ruler) -> float:
    widest = max(ruler(write_when(entry.occasion), Style.DATE) for entry in shown)
    return min(widest, _DATE_ROOM) + _BESIDE


def _date_lines(entry: Entry, y: float, ruler: Ruler) -> Iterator[Words]:
    """Write the date, what became of it and whether sources agree, on a line of their own where need be."""
    occasion = entry.occasion
    yield _number(entry, y)
    x, room = _LABEL, WIDTH - _MARGIN - _NUMBER
    for text, tone in _date_parts(entry):
        said = text if x == _LABEL else f" · {text}"
        if x > _LABEL and x + ruler(said, Style.DATE) > room:
            x, y, said = _LABEL, y + LINE_HEIGHTS[Style.DATE], text
        yield Words(text=said, x=x, y=y, style=Style.DATE, tone=tone, status=occasion.status)
        x += ruler(said, Style.DATE)


def _date_parts(entry: Entry) -> Iterator[tuple[str, Tone]]:
    occasion = entry.occasion
    yield write_when(occasion), Tone.STATUS
    if not is_plain(occasion):
        yield write_course(occasion), Tone.STATUS
    if occasion.disagreements:
        yield "sources differ", Tone.DOUBT
    elif agreement := write_agreement(occasion):
        yield agreement, Tone.MUTED


def _number(entry: Entry, y: float) -> Words:
    text = f"[{entry.citation}]"
    return Words(text=text, x=WIDTH - _MARGIN, y=y, style=Style.DATE, tone=Tone.MUTED, from_right=True)


def _texts(entry: Entry, *, is_pair: bool) -> tuple[str, str]:
    """Return the line in bold and the lines below it: with whom, or for a pair where; then the rest."""
    occasion = entry.occasion
    kind = occasion.lead.meeting.kind
    special = "" if kind in (MeetingKind.MEETING, MeetingKind.OTHER) else kind.value
    where, why = ("" if one is None else on_one_line(one[1].text) for one in (occasion.where, occasion.why))
    people = write_people(entry.others, most=4)
    if is_pair or not people:
        also = f"with {people}" if people else ""
        return where or special.capitalize() or "Place not stated", _dotted(also, why)
    return f"{people} ({special})" if special else people, _dotted(where, why)


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _sources(timeline: Timeline, y: float, ruler: Ruler) -> Iterator[Words]:
    """Write the articles that are cited, each once with all its numbers."""
    numbers: dict[str, list[str]] = {}
    drawn = {entry.citation for entry in timeline.entries[-_MOST:]}
    for one in (one for one in timeline.citations if one.number in drawn):
        article = f"{one.source or one.title}, {_day(one.published)}"
        numbers.setdefault(article, []).append(f"[{one.number}]")
    said = [f"{''.join(cited)} {article}".replace(" ", _FIXED) for article, cited in numbers.items()]
    room = WIDTH - 2 * _MARGIN
    for line in wrap(f"{_FIXED * 2} ".join(said), room, _measure(ruler, Style.SOURCE)):
        yield Words(text=line, x=_MARGIN, y=y, style=Style.SOURCE, tone=Tone.MUTED)
        y += LINE_HEIGHTS[Style.SOURCE]


def _day(day: date | None) -> str:
    return "undated" if day is None else f"{day.day} {day:%b %Y}"


def _axis(shown: Sequence[Entry], top: float, bottom: float) -> Axis:
    days = [_days(entry) for entry in shown]
    first, last = min(day for day, _ in days), max(day for _, day in days)
    return Axis(first=first, last=last, top=top, bottom=bottom)


def _mark(entry: Entry, axis: Axis, label: float) -> Mark:
    first, last = _days(entry)
    is_period = last - first >= _EXACT
    place = axis.place((first + last) / 2)
    return Mark(
        top=axis.place(first) if is_period else place,
        bottom=axis.place(last) if is_period else place,
        is_period=is_period,
        status=entry.occasion.status,
        label=label,
    )


def _days(entry: Entry) -> tuple[int, int]:
    return entry.first.toordinal(), entry.last.toordinal()


def _measure(ruler: Ruler, style: Style) -> Callable[[str], float]:
    return lambda text: ruler(text, style)
