"""An occasion in words: when, who, what became of it, and whether its sources agree."""

import re
from collections.abc import Sequence
from datetime import date

from bot.languages import ENGLISH, Language
from index.article import DateSpan, MeetingDate, MeetingStatus, Modifier, Participant, Precision
from index.dates import format_span
from index.engine import ArticleMeeting
from index.occasions import Aspect, Disagreement, Occasion

_PERIODS = frozenset(Precision) - {Precision.DAY, Precision.WEEK, Precision.UNKNOWN}


def write_when(occasion: Occasion, language: Language = ENGLISH) -> str:
    """Write the day, as exactly as it is known: disputed days both, "c. March 2006" for a mere month."""
    disputed = [one for one in occasion.disagreements if one.aspect is Aspect.WHEN]
    if disputed:
        return _write_days(disputed[0], language)
    dated = occasion.when
    return language.say("undated") if dated is None else write_date(dated[1], language)


def write_date(when: MeetingDate, language: Language = ENGLISH) -> str:
    """Write one date; words that no day is known for are quoted."""
    if when.span.first is None:
        return language.say("“{words}”, day not known", words=on_one_line(when.quote.text))
    if language.code == ENGLISH.code:
        return write_span(when.span, when.modifier)
    days = language.span(when.span)
    return language.say("c. {days}", days=days) if when.span.precision in _PERIODS else days


def write_span(span: DateSpan, modifier: Modifier | None = None) -> str:
    """Write a known span in English so that its precision shows."""
    words = format_span(span, modifier)
    if modifier is not None or span.precision not in _PERIODS:
        return words
    if re.search(r"\b\d{1,2} [A-Z]", words):
        # A part of a period, cut by the day of publication: some day of it.
        return re.sub(r"^(.+?) ?– ?(.+)$", r"between \1 and \2", words)
    return f"c. {words}"


def join_days(days: Sequence[str], word: str = "or") -> str:
    """Write alternatives without saying month and year twice: "5 or 6 September 1978"."""
    endings = [re.search(r"(?:\.? \w*[^\W\d_]+)? \d{4}$", day) for day in days]
    common = {ending.group() for ending in endings if ending is not None}
    if len(common) == 1 and None not in endings:
        (ending,) = common
        days = [*(day.removesuffix(ending) for day in days[:-1]), days[-1]]
    return join(days, word)


def write_people(
    participants: Sequence[Participant], language: Language = ENGLISH, *, most: int | None = None
) -> str:
    """Write the names as a list; beyond `most` of them the rest is counted."""
    names = [one.name for one in participants]
    if most is not None and len(names) > most + 1:
        names = [*names[:most], language.say("{count} others", count=len(names) - most)]
    return join(names, language.say("and"))


def join(parts: Sequence[str], word: str) -> str:
    """Write "a", "a and b", "a, b and c"."""
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def write_course(occasion: Occasion, language: Language = ENGLISH) -> str:
    """Write what became of it: "held", or "planned, then cancelled" where the reports tell more."""
    return language.say(", then ").join(language.say(one.value) for one in _course(occasion))


def is_plain(occasion: Occasion) -> bool:
    """Tell whether it simply was held, so that nothing need be said of its status."""
    return _course(occasion) == [MeetingStatus.HELD]


def _course(occasion: Occasion) -> list[MeetingStatus]:
    told = list(occasion.statuses)
    while told[-1] is not occasion.status:
        told.pop()  # a plan that is told again after it was kept
    return told


def write_agreement(occasion: Occasion, language: Language = ENGLISH) -> str:
    """Write whether its sources agree; nothing where one source tells it once."""
    if not occasion.disagreements:
        count = len(occasion.sources)
        return language.say("{count} sources agree", count=count) if count > 1 else ""
    what = join([_dispute(one, language) for one in occasion.disagreements], language.say("and on"))
    if len(occasion.sources) > 1:
        return language.say("sources differ on {what}", what=what)
    return language.say("reports of one source differ on {what}", what=what)


def _dispute(disagreement: Disagreement, language: Language) -> str:
    name = {
        Aspect.WHEN: language.say("the date"),
        Aspect.WHERE: language.say("the place"),
        Aspect.WHO: language.say("the people"),
        Aspect.STATUS: language.say("whether it took place"),
    }[disagreement.aspect]
    if disagreement.aspect is Aspect.WHEN:
        return f"{name}: {_write_days(disagreement, language)}"
    texts = [reading.text for reading in disagreement.readings]
    if disagreement.aspect is Aspect.STATUS:
        texts = [language.say(text) for text in texts]
    return f"{name}: {join(texts, language.say('or'))}"


def _write_days(disagreement: Disagreement, language: Language) -> str:
    """Write disputed days in the order of the calendar, whichever most sources give."""
    readings = sorted(disagreement.readings, key=lambda one: _first_day(one.versions[0]))
    dates = [one.versions[0].meeting.when for one in readings]
    days = [write_date(when, language) for when in dates if when is not None]
    return join_days(days, language.say("or"))


def _first_day(version: ArticleMeeting) -> date:
    when = version.meeting.when
    return date.max if when is None or when.span.first is None else when.span.first


def on_one_line(text: str) -> str:
    """Join lines and runs of blanks with single spaces: words of a body may span its lines."""
    return " ".join(text.split())
