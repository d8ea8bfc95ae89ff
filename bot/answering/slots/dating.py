"""When, as a question wants it: as fine as it asks, and finer than it says itself."""

import re

from bot.answering.answer import Slot
from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Reading
from bot.answering.evidence.times import finest_time, is_exact, time_in
from bot.answering.lexicon.words import stems_of
from index.article import Precision

_NEW_DATE = re.compile(r"\bnew (?:date|day|time)\b|\breschedul", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:reschedul\w+|new date|moved to|put off (?:to|until)|postponed (?:to|until)|will now)\b", re.I
)
_DAY_ASKED = re.compile(r"\b(?:date|day|exact)\b", re.IGNORECASE)
_TIME_ASKED = re.compile(r"\bwhat time\b|\bwhat hour\b|\bo'clock\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d\s?(?::\d\d|[ap]\.?m\b)|noon|midnight", re.IGNORECASE)
_COARSE = frozenset({Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.HALF, Precision.YEAR})


def read_when(scene: Scene) -> Reading | None:
    """Return when the meeting is; where that is asked, only in words that answer it."""
    strict = Slot.WHEN in scene.question.asked
    if strict and _NEW_DATE.search(scene.question.text):
        return _new_time(scene)
    acts = stems_of(scene.known)
    for statement in scene.kin:
        reading = finest_time(statement, acts)
        if reading is not None and (not strict or _answers_when(scene, reading)):
            return reading
    for sentence in scene.about_it():
        reading = time_in(scene.telling, sentence.quote, acts)
        if reading is not None and (not strict or _answers_when(scene, reading)):
            return reading
    return None


def _new_time(scene: Scene) -> Reading | None:
    """Return the day to which the meeting was moved, told in a sentence that says so."""
    for sentence in scene.near():
        reading = time_in(scene.telling, sentence.quote) if _MOVED.search(sentence.quote.text) else None
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
    if _DAY_ASKED.search(text) and span.precision in _COARSE:
        return False
    if period is None or period.first is None or period.last is None:
        return True
    return is_exact(reading, (period.first, period.last))
