"""How long, how many, how much: a sentence that states the very measure, or nothing."""

import re

from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Reading
from bot.answering.lexicon.words import fold, stem

_ASKED = re.compile(
    r"\bhow (?P<kind>long|many|much|often|old|far|large|big|tall|wide|high|deep|heavy|fast)\b"
    r"(?: (?P<unit>[a-z-]+))?",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:\d[\d,.]*|an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|a dozen|dozens of|hundreds of|thousands of"
    r"|several)"
)
_SPAN = r"(?:second|minute|hour|day|week|month|year|decade)"
_TOLD = {
    "long": rf"\b{_NUMBER}[- ](?:and a half )?{_SPAN}s?\b|\b{_SPAN}-long\b"
    r"|\ball (?:day|night|morning|afternoon)\b",
    "much": r"\$ ?\d|\b\d[\d,.]* (?:\w+ )?"
    r"(?:dollars|euros|pounds|percent|cents|tons|acres|gallons|barrels)\b",
    "often": rf"\b(?:once|twice|{_NUMBER} times|every|each|daily|weekly|monthly|yearly|annually)\b",
    "old": rf"\b{_NUMBER}[- ]years?[- ]old\b|, \d{{1,3}},|\baged? {_NUMBER}\b|\d(?:st|nd|rd|th) birthday\b",
}
_SIZED = (
    rf"\b{_NUMBER}[- ](?:\w+ )?(?:miles?|feet|foot|yards?|acres?|tons?|pounds?|(?:kilo)?met(?:er|re)s?)\b"
)
# What was so long ago, or is due within so long, did not last so long.
_NO_LENGTH = re.compile(
    rf"\b{_NUMBER} {_SPAN}s? (?:ago|later|earlier|before|after|from)\b"
    rf"|\b(?:in|within|every) {_NUMBER} {_SPAN}s?\b",
    re.IGNORECASE,
)


def asks_measure(question: str) -> bool:
    """Tell whether a question asks how long, how many or how much."""
    return _ASKED.search(question) is not None


def read_measure(scene: Scene) -> Reading | None:
    """Return the sentence of the meeting that states the measure asked for, in the unit that is asked."""
    match = _ASKED.search(scene.question.text)
    if match is None:
        return None
    kind, unit = match.group("kind").lower(), match.group("unit")
    counted = stem(fold(unit)) if unit and kind in ("many", "much") else None
    for sentence in scene.around_it():
        text = _NO_LENGTH.sub(" ", sentence.quote.text)
        if _counts(text, counted) if kind == "many" and counted else _measures(text, kind):
            return Reading(text=sentence.quote.text, quote=sentence.quote)
    return None


def _counts(text: str, counted: str) -> bool:
    """Tell whether a text tells a number of what is counted: "some 40 local pilots"."""
    found = re.finditer(rf"\b{_NUMBER}[- ]((?:[\w'’-]+ ){{0,2}}[\w'’]+)", text, re.IGNORECASE)
    return any(stem(fold(word)) == counted for one in found for word in re.split(r"[ -]", one.group(1)))


def _measures(text: str, kind: str) -> bool:
    return re.search(_TOLD.get(kind, _SIZED), text, re.IGNORECASE) is not None
