"""When, as a question wants it: as fine as it asks, and finer than it says itself."""

import re

from bot.answering.answer import Slot
from bot.answering.evidence.moves import moves_meeting, old_times
from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Reading
from bot.answering.evidence.times import finest_time, is_exact, time_in, time_of
from bot.answering.lexicon.encounters import speaks_of_meeting, status_in
from bot.answering.lexicon.words import stem, stems_of
from index.article import MeetingStatus, Precision
from index.occasions.statuses import OFF

# What is told as done lately was done on no day that the sentences around tell.
_LATELY = re.compile(
    r"\b(?:recently|lately|previously|not long ago|(?:in|over) (?:the )?(?:recent|past|last)"
    r" (?:days|weeks|months|years))\b",
    re.IGNORECASE,
)
_FIRST_DATE = re.compile(
    r"\b(?:original|initial)(?:ly)?\b|\bat first\b|\bfirst (?:set|scheduled|planned|due)\b|\bhad\b.* been"
    r" (?:\w+ )?(?:set|scheduled|planned|due)\b|\bold (?:date|day)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:planned|planning|scheduled|supposed|set|due|slated|expected|meant|was to|were to"
    r"|to (?:have|take place|be held))\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(rf"{_PLAN.pattern}|\bwhen will\b", re.IGNORECASE)
_WRITING = re.compile(
    r"\b(?:did|does|had|has|have|will|was|were)\b[^?]*?"
    r" (?:write|written|wrote|(?:sen[dt]|sign\w*) (?:\w+ ){0,3}letter)\b"
)
_WRITTEN = re.compile(r"\b(?:letters?|wr(?:ote|ites?|itten|iting)|memo\w*|sent|signed)\b", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:back|home) (?:again )?from\b|\b(?:get|got|come|came|be) (?:back|home)\b", re.IGNORECASE
)
_NEW_DATE = re.compile(r"\bnew (?:date|day|time)\b|\breschedul", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:reschedul\w+|new date|will now)\b", re.I)
# What people spoke of may be planned as well: "whether a ferry was planned".
_CLAUSE = re.compile(r"\b(?:whether|if|that)\b.*$", re.IGNORECASE)
_DAY_ASKED = re.compile(r"\b(?:date|day|exact)\b", re.IGNORECASE)
_TIME_ASKED = re.compile(r"\bwhat time\b|\bwhat hour\b|\bo'clock\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d\s?(?::\d\d|[ap]\.?m\b)|noon|midnight", re.IGNORECASE)
_COARSE = frozenset({Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.HALF, Precision.YEAR})


def read_when(scene: Scene) -> Reading | None:
    """Return when the meeting is; where that is asked, only in words that answer it."""
    strict = Slot.WHEN in scene.question.asked
    if strict and _FIRST_DATE.search(scene.question.text):
        first = _first_time(scene)
        if first is not None or any(moves_meeting(scene.telling, one.quote) for one in scene.near()):
            return first
    elif strict and _NEW_DATE.search(scene.question.text):
        return _new_time(scene)
    elif _is_off(scene) and (strict or scene.anchor.record is None or scene.anchor.record.when is None):
        return None
    acts = stems_of(scene.known)
    if _BACK.search(scene.question.text):
        acts |= {stem("returned")}
    if _LATELY.search(scene.anchor.evidence.text):
        own = time_of(scene.anchor, acts)
        return own if own is not None and (not strict or _answers_when(scene, own)) else None
    for statement in scene.kin:
        reading = finest_time(statement, acts)
        if reading is not None and (not strict or _answers_when(scene, reading)):
            return reading
    for sentence in scene.about_it():
        if not speaks_of_meeting(sentence.quote.text):
            continue
        reading = time_in(scene.telling, sentence.quote, acts)
        if reading is not None and (not strict or _answers_when(scene, reading)):
            return reading
    return None


def _is_off(scene: Scene) -> bool:
    """Tell whether the meeting came to nothing, and it is not asked for when it had been planned."""
    off = scene.anchor.recorded and scene.anchor.status in OFF
    return off and not scene.question.undone and _PLAN.search(scene.question.text) is None


def _first_time(scene: Scene) -> Reading | None:
    """Return the day from which the meeting was moved."""
    for sentence in scene.near():
        for old in old_times(scene.telling, sentence.quote):
            return Reading(text=old.text, quote=sentence.quote, span=old.span, modifier=old.modifier)
    return None


def _new_time(scene: Scene) -> Reading | None:
    """Return the day to which the meeting was moved, told in a sentence that says so."""
    for sentence in scene.near():
        moved = _MOVED.search(sentence.quote.text) or moves_meeting(scene.telling, sentence.quote)
        reading = time_in(scene.telling, sentence.quote) if moved else None
        if reading is not None:
            return reading
    return None


def _answers_when(scene: Scene, reading: Reading) -> bool:
    """Tell whether a time is as fine as the question wants, and finer than what it says itself."""
    text = scene.question.text
    if _TIME_ASKED.search(text):
        return _CLOCK.search(reading.text) is not None
    span, period = reading.span, scene.question.period
    if span is None:
        return True
    if (_DAY_ASKED.search(text) and span.precision in _COARSE) or _is_over(scene, reading):
        return False
    # The day of a call is none of a letter.
    if _WRITING.search(text) and _WRITTEN.search(reading.quote.text) is None:
        return False
    if period is None or period.first is None or period.last is None:
        return True
    return span.overlaps(period.first, period.last) and is_exact(reading, (period.first, period.last))


def _is_over(scene: Scene, reading: Reading) -> bool:
    """Tell whether a day had come when it was told, and no plan is told of it, where a plan is asked for."""
    published, span, text = scene.telling.article.published, reading.span, reading.quote.text
    asked = _CLAUSE.sub("", scene.question.text)
    if _AHEAD.search(asked) is None or published is None or span is None or span.last is None:
        return False
    if span.last > published or _PLAN.search(text) is not None or " will " in text:
        return False
    planned = scene.anchor.status is MeetingStatus.PLANNED and reading.quote == scene.anchor.evidence
    return not planned and status_in(text) is MeetingStatus.HELD
