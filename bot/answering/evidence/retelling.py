"""Which sentences tell of a meeting once more: that it was held, or what "at the ceremony" points back to."""

import re
from collections.abc import Iterator
from itertools import takewhile

from bot.answering.evidence.sentences import Sentence
from bot.answering.evidence.telling import Telling
from bot.answering.evidence.times import CLOCK_FIRST, SAME_MEETING
from bot.answering.lexicon.encounters import MEETINGS, speaks_of_meeting
from bot.answering.lexicon.words import name_words

_NOUNS = (
    rf"{MEETINGS}|announcement|demonstration|rally|reception|breakfast|luncheon|lunch|dinner|signing"
    r"|celebration|debate|workshop|dedication"
)
_BE = r"(?:was|were|is|are|be|been|being)"
_HELD = re.compile(
    rf"\b(?P<noun>{_NOUNS})\b[^.;]{{0,90}}?\b(?P<held>{_BE} (?:\w+ )?(?:held|made|hosted|scheduled|staged)"
    r"|(?:takes?|took|taking) place|last(?:ed|s|ing))\b",
    re.IGNORECASE,
)
# An event that bears a name of its own is told by it once more.
_EVENT = re.compile(
    r"\W*(?:The |This year['’]s )?(?P<name>(?:\d+(?:st|nd|rd|th) )?(?:[A-Z][\w'’-]+,? (?:and |of )?){3,})"
)
_WHEN_THERE = re.compile(
    r"\b(?!is\b|are\b|was\b|were\b)[a-z]+ (?:\w+ ){0,3}there\b"
    r"(?! (?:is|are|was|were|has|have|had|will|would|can)\b)"
)
_AT_IT = re.compile(rf"\b(?:at|during|in|for|attend(?:ed|ing)?) (?={SAME_MEETING.pattern})", re.IGNORECASE)
_BACK = 2
_OWNERS = 3
_BELOW = 4
_LINE = 100


def tells_held(sentence: Sentence, question: str, known: frozenset[str]) -> str | None:
    """Return the question's noun for the meeting that a sentence says was held, or None.

    Whoever is named with it is of those already `known`, or else it is the meeting of others.
    """
    text = sentence.quote.text
    match = _HELD.search(text)
    if match is None or match.group("noun").lower() not in question.lower():
        return None
    whose = text[: match.start()].split()[-_OWNERS:]
    named = name_words(" ".join([*whose, text[match.start() : match.start("held")]]))
    return match.group("noun").lower() if named <= known else None


def tells_event(sentence: Sentence, evidence: str) -> bool:
    """Tell whether a sentence opens with the long name of the event that some evidence tells of."""
    match = _EVENT.match(sentence.quote.text)
    return match is not None and match.group("name").strip(" ,") in evidence


def told_before(telling: Telling, place: int) -> Iterator[Sentence]:
    """Yield the sentences that a sentence points back to with "there" or "at the ceremony", nearest first."""
    text = telling.sentences[place].quote.text
    there = _WHEN_THERE.search(text) is not None
    if not there and _AT_IT.search(text) is None:
        return
    for one in reversed(telling.sentences[max(0, place - _BACK - there) : place]):
        if there or speaks_of_meeting(one.quote.text):
            yield one


def stops_below(telling: Telling, place: int) -> Iterator[Sentence]:
    """Yield the lines of the schedule that soon follows a sentence: an hour, and below it where that is."""
    below = telling.sentences[place + 1 :]
    first = next((at for at, one in enumerate(below[:_BELOW]) if CLOCK_FIRST.match(one.quote.text)), None)
    if first is not None:
        yield from takewhile(lambda one: len(one.quote.text) < _LINE, below[first:])
