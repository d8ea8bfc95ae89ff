"""What a question asks: its slots, its names, its period, and what it is about."""

import re
from dataclasses import dataclass
from datetime import date

from bot.answering.answer import Slot
from bot.answering.times import asked_period
from bot.answering.words import name_words, topic_words
from index.article import DateSpan

LONGEST = 2_000


class UnusableQuestion(Exception):
    """The question cannot be answered as it stands. Its text is one sentence that says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question understood. `names` and `topic` are folded words; `period` are the days it is about."""

    text: str
    asked: tuple[Slot, ...]
    names: frozenset[str]
    topic: frozenset[str]
    period: DateSpan | None


_PLACES = r"city|town|country|place|venue|building|room|hotel"
_TIMES = r"day|days|date|month|year|week|weekend"
_MATTERS = r"issue|issues|subject|subjects|report|topic|topics"
_OTHERS = rf"{_PLACES}|{_TIMES}|{_MATTERS}|will|would|did|does|do|was|were|is|are|has|had|have|for|to"
_ASKS = (
    (Slot.WHERE, rf"\bwhere\b|\b(?:which|what) (?:\w+ )?(?:{_PLACES})\b|\bwhose place"),
    (Slot.WHEN, rf"\bwhen\b|\b(?:which|what) (?:{_TIMES})\b|\bdate\b|\bday\?|\btime\?"),
    (
        Slot.WHY,
        r"\bwhy\b|\bwhat for\b|what (?:was|were|is|are) .*\b(?:for|about|after)\b|\bpurpose|\breason\b|\babout what"  # noqa: E501
        rf"|\b(?:{_MATTERS})\b|\bto (?:discuss|talk about) what|what .*\bdiscuss",
    ),
    (
        Slot.WHO,
        rf"\bwho(?:m|se|'s)?\b(?! place)|\bnames of\b|\b(?:which|what) (?!(?:{_OTHERS})\b|\w+ (?:{_PLACES})\b)\w+",  # noqa: E501
    ),
)
_WHETHER = re.compile(
    r"^(?:did|does|do|has|have|had|was|were|is|are|will)\b|:\s*(?:did|was|were|had|has)\b", re.I
)
_OPENERS = re.compile(r"(?:^|[.?!:]\s+)(?:\w+)")


def understand(text: str, as_of: date) -> Question:
    """Read a question; "today" in it is `as_of`.

    Raises `UnusableQuestion` when it is empty, has no letter, or is too long.
    """
    words = " ".join(text.split())
    if not any(character.isalpha() for character in words):
        raise UnusableQuestion("The question is empty; ask who met, when, where or why.")
    if len(words) > LONGEST:
        raise UnusableQuestion(f"The question has {len(words):,} characters; ask in {LONGEST:,} or fewer.")
    return Question(
        text=words,
        asked=_asked(words),
        names=_names(words),
        topic=topic_words(words),
        period=asked_period(words, as_of),
    )


def _asked(words: str) -> tuple[Slot, ...]:
    found = []
    for slot, pattern in _ASKS:
        match = re.search(pattern, words, re.IGNORECASE)
        if match is not None:
            found.append((match.start(), slot))
    if _WHETHER.search(words) is not None and not any(start == 0 for start, _ in found):
        return (Slot.WHETHER,)
    if not found:
        return (Slot.WHAT,)
    return tuple(slot for _, slot in sorted(found))


def _names(words: str) -> frozenset[str]:
    # The word that opens a sentence has a capital whoever it is, unless it is written so elsewhere as well.
    rest = _OPENERS.sub(lambda match: match.group() if _is_name(match.group()) else " ", words)
    return name_words(rest)


def _is_name(opener: str) -> bool:
    return bool(name_words(opener)) and opener.isupper() and len(opener) < 5
