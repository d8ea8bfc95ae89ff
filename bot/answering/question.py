"""What a question asks: its slots, its names, its period, and what it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.answering.answer import Slot
from bot.answering.vocabulary import Vocabulary
from bot.answering.words import folded_list, folded_words, name_words, topic_words
from index.article import DateSpan, NameType
from index.dates import parse_question_dates
from index.names import NameMatch

LONGEST = 2_000


class UnusableQuestion(Exception):
    """The question cannot be answered as it stands. Its text is one sentence that says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question understood. Sets are of folded words; `period` are the days it is about.

    `known` are the names in it that the index knows, each with everyone it can mean. `names` are all the
    names in it; of these, `people` are surnames that the index knows, and `places` those where the question
    says that the meeting was. `ahead` tells that it asks of what is still to come, and
    `wants_names` that it knows what they are, and asks who. `wants_words` tells that it asks what was said.
    """

    text: str
    asked: tuple[Slot, ...]
    known: tuple[NameMatch, ...]
    names: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    topic: frozenset[str]
    period: DateSpan | None
    ahead: bool
    wants_names: bool
    wants_words: bool


_PLACES = r"city|town|country|place|venue|building|room|hotel"
_TIMES = r"day|days|date|month|year|week|weekend"
_MATTERS = r"issue|issues|subject|subjects|report|topic|topics"
_OTHERS = rf"{_PLACES}|{_TIMES}|{_MATTERS}|will|would|did|does|do|was|were|is|are|has|had|have|for|to"
_ASKS = (
    (Slot.WHERE, rf"\bwhere\b|\b(?:which|what) (?:\w+ )?(?:{_PLACES})\b|\bwhose place"),
    (
        Slot.WHEN,
        r"(?:^|[,;:?/–-]\s*|\band\s+)when\b|\bwhen\W*$"
        rf"|\b(?:which|what) (?:{_TIMES})\b|\bdate\b|\bday\?|\btime\?",
    ),
    (
        Slot.WHY,
        r"\bwhy\b|\bwhat for\b|what (?:was|were|is|are) .*\b(?:for|about|after)\b|\bpurpose"
        r"|\breason\b|\babout what"
        rf"|\b(?:{_MATTERS})\b|\bto (?:discuss|talk about) what|what .*\bdiscuss",
    ),
    (
        Slot.WHO,
        rf"\bwho(?:m|se|'s)?\b(?! place)|\bnames of\b"
        rf"|\b(?:which|what) (?!(?:{_OTHERS})\b|\w+ (?:{_PLACES})\b)\w+",
    ),
)
_WHETHER = re.compile(
    r"^(?:did|does|do|has|have|had|was|were|is|are|will)\b|:\s*(?:did|was|were|had|has)\b", re.I
)
_AHEAD = re.compile(r"\b(?:will|is|are|going|upcoming|next|planned|plans?|scheduled)\b", re.I)
_SAID = re.compile(r"\b(?:tell|told|sa(?:y|id)|agree|promised?|repl(?:y|ied)|conclude|decide|offer)\b", re.I)
_NAMELY = re.compile(r"\b(?:which|what|names?)\b", re.I)
_IN_PLACE = re.compile(r"\b(?:in|at|to) ((?:the )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)")
_OPENERS = re.compile(r"(?:^|[.?!:]\s+)(?:\w+)")


def understand(text: str, as_of: date, vocabulary: Vocabulary) -> Question:
    """Read a question; "today" in it is `as_of`, and its names are told by `vocabulary`.

    Raises `UnusableQuestion` when it is empty, has no letter, or is too long.
    """
    words = " ".join(text.split())
    if not any(character.isalpha() for character in words):
        raise UnusableQuestion("The question is empty; ask who met, when, where or why.")
    if len(words) > LONGEST:
        raise UnusableQuestion(f"The question has {len(words):,} characters; ask in {LONGEST:,} or fewer.")
    known = vocabulary.matcher.match(words)
    people = _surnames(known)
    topic = topic_words(words)
    return Question(
        text=words,
        asked=_asked(words),
        known=known,
        names=_names(words) | people,
        people=people,
        places=_places(words, vocabulary),
        topic=topic,
        period=_period(words, as_of),
        ahead=_AHEAD.search(words) is not None,
        wants_names=_NAMELY.search(words) is not None,
        wants_words=_SAID.search(words) is not None,
    )


def _surnames(known: Sequence[NameMatch]) -> frozenset[str]:
    people = [one.text for one in known if one.candidates[0].type is NameType.PERSON]
    return frozenset(folded_list(text)[-1] for text in people)


def _places(words: str, vocabulary: Vocabulary) -> frozenset[str]:
    stated = frozenset(word for match in _IN_PLACE.finditer(words) for word in folded_words(match.group(1)))
    return stated & vocabulary.places


def _period(words: str, as_of: date) -> DateSpan | None:
    spans = [one.span for one in parse_question_dates(words, as_of) if one.span.first is not None]
    return min(spans, key=_length, default=None)


def _length(span: DateSpan) -> int:
    return 0 if span.first is None or span.last is None else (span.last - span.first).days


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
