"""When a meeting is: the time expression nearest to its word, narrowed by its status."""

from collections.abc import Sequence
from datetime import date, timedelta

from index.article import (
    DateSpan,
    MeetingDate,
    MeetingStatus,
    Precision,
    Quote,
    Span,
    TimeExpression,
    TimeKind,
)
from index.dates import narrow_to_future, narrow_to_past

_PAST = frozenset([MeetingStatus.HELD, MeetingStatus.ONGOING])
_COARSE = frozenset([Precision.YEAR, Precision.DECADE])
_FUTURE = frozenset([MeetingStatus.PLANNED])


def _is_day_in(span: DateSpan, wide: DateSpan) -> bool:
    """Tell whether a span is one day of a longer one: "presented the May 2007 award on 15 May 2007"."""
    if span.first is None or span.last is None or wide.first is None or wide.last is None:
        return False
    return span.first == span.last and wide.first <= span.first <= wide.last and wide.first != wide.last


def read_date(
    expressions: Sequence[TimeExpression],
    scope: Span,
    trigger: int,
    status: MeetingStatus,
    anchor: date | None,
) -> MeetingDate | None:
    """Return the date within `scope` nearest to the offset `trigger`; durations and sets are none."""
    dated = [
        one
        for one in expressions
        if scope.start <= one.start < scope.end
        and one.kind in (TimeKind.DATE, TimeKind.TIME)
        and one.span.first is not None
    ]
    if not dated:
        return None
    # A bare year seldom dates a meeting ("the 2005 Commission"): it counts where nothing finer stands.
    nearest = min(dated, key=lambda one: (one.span.precision in _COARSE, abs(one.start - trigger), one.start))
    nearest = min(
        (one for one in dated if _is_day_in(one.span, nearest.span)),
        key=lambda one: abs(one.start - trigger),
        default=nearest,
    )
    span = nearest.span
    if anchor is not None and status in _PAST:
        before = nearest.text.lower().startswith("earlier") and span.precision is not Precision.DAY
        span = narrow_to_past(span, anchor - timedelta(days=1) if before else anchor)
    elif anchor is not None and status in _FUTURE:
        span = narrow_to_future(span, anchor)
    if span.first is None:
        # No day is left: "in May" of a report of April dates no meeting that was held.
        return None
    quote = Quote(start=nearest.start, end=nearest.end, text=nearest.text)
    return MeetingDate(quote=quote, span=span, modifier=nearest.modifier)
