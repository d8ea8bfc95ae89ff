"""An occasion in words: when, who, what became of it, and whether its sources agree."""

import re
from collections.abc import Sequence
from datetime import date

from index.article import DateSpan, MeetingDate, MeetingStatus, Modifier, Participant, Precision
from index.dates import format_span
from index.engine import ArticleMeeting
from index.occasions import Aspect, Disagreement, Occasion

_PERIODS = frozenset(Precision) - {Precision.DAY, Precision.WEEK, Precision.UNKNOWN}
_ASPECTS = {
    Aspect.WHEN: "the date",
    Aspect.WHERE: "the place",
    Aspect.WHO: "the people",
    Aspect.STATUS: "whether it took place",
}


def write_when(occasion: Occasion) -> str:
    """Write the day, as exactly as it is known: disputed days both, "c. March 2006" for a mere month."""
    disputed = [one for one in occasion.disagreements if one.aspect is Aspect.WHEN]
    if disputed:
        return _write_days(disputed[0])
    dated = occasion.when
    return "undated" if dated is None else write_date(dated[1])


def write_date(when: MeetingDate) -> str:
    """Write one date; words that no day is known for are quoted."""
    if when.span.first is None:
        return f"“{on_one_line(when.quote.text)}”, day not known"
    return write_span(when.span, when.modifier)


def write_span(span: DateSpan, modifier: Modifier | None = None) -> str:
    """Write a known span so that its precision shows."""
    words = format_span(span, modifier)
    if modifier is not None or span.precision not in _PERIODS:
        return words
    if re.search(r"\b\d{1,2} [A-Z]", words):
        # A part of a period, cut by the day of publication: some day of it.
        return re.sub(r"^(.+?) ?– ?(.+)$", r"between \1 and \2", words)
    return f"c. {words}"


def join_days(days: Sequence[str]) -> str:
    """Write alternatives without saying month and year twice: "5 or 6 September 1978"."""
    endings = [re.search(r"(?: [A-Z][a-z]+)? \d{4}$", day) for day in days]
    common = {ending.group() for ending in endings if ending is not None}
    if len(common) == 1 and None not in endings:
        (ending,) = common
        days = [*(day.removesuffix(ending) for day in days[:-1]), days[-1]]
    return join(days, "or")


def write_people(participants: Sequence[Participant], *, most: int | None = None) -> str:
    """Write the names as a list; beyond `most` of them the rest is counted."""
    names = [one.name for one in participants]
    if most is not None and len(names) > most + 1:
        names = [*names[:most], f"{len(names) - most} others"]
    return join(names, "and")


def join(parts: Sequence[str], word: str) -> str:
    """Write "a", "a and b", "a, b and c"."""
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def write_course(occasion: Occasion) -> str:
    """Write what became of it: "held", or "planned, then cancelled" where the reports tell more."""
    told = [one.value for one in occasion.statuses]
    if told[-1] != occasion.status.value:
        told.append(occasion.status.value)
    return ", then ".join(told)


def is_plain(occasion: Occasion) -> bool:
    """Tell whether it simply was held, so that nothing need be said of its status."""
    return occasion.statuses == (MeetingStatus.HELD,)


def write_agreement(occasion: Occasion) -> str:
    """Write whether its sources agree; nothing where one source tells it once."""
    if occasion.disagreements:
        tellers = _tellers(occasion)
        return f"{tellers} on {join([_dispute(one) for one in occasion.disagreements], 'and on')}"
    count = len(occasion.sources)
    return f"{count} sources agree" if count > 1 else ""


def _tellers(occasion: Occasion) -> str:
    if len(occasion.sources) > 1:
        return "sources differ"
    return f"{occasion.sources[0].name} differs with itself"


def _dispute(disagreement: Disagreement) -> str:
    if disagreement.aspect is Aspect.WHEN:
        said = _write_days(disagreement)
    else:
        said = join([reading.text for reading in disagreement.readings], "or")
    return f"{_ASPECTS[disagreement.aspect]}: {said}"


def _write_days(disagreement: Disagreement) -> str:
    """Write disputed days in the order of the calendar, whichever most sources give."""
    readings = sorted(disagreement.readings, key=lambda one: _first_day(one.versions[0]))
    return join_days([reading.text for reading in readings])


def _first_day(version: ArticleMeeting) -> date:
    when = version.meeting.when
    return date.max if when is None or when.span.first is None else when.span.first


def on_one_line(text: str) -> str:
    """Join lines and runs of blanks with single spaces: words of a body may span its lines."""
    return " ".join(text.split())
