"""How long, how many, how much: a sentence of the meeting that states the very measure, or nothing."""

import re

from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Reading, Sentence
from bot.answering.lexicon.encounters import MEETINGS, speaks_of_meeting
from bot.answering.lexicon.words import fold, stem, stems_of

_ASKED = re.compile(
    r"\bhow (?P<kind>long|many|much|often|old|far|large|big|tall|wide|high|deep|heavy|fast|late|early)\b"
    r"(?: (?P<unit>[a-z-]+))?",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:\d[\d,.]*|an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?"
    r"|(?:a )?(?:dozen|hundred|thousand|million)s?(?: of)?|several)"
)
_SPAN = r"(?:second|minute|hour|day|week|month|year|decade)"
_SIZED = (
    rf"\b{_NUMBER}[- ](?:\w+ )?(?:miles?|feet|foot|yards?|acres?|tons?|pounds?|(?:kilo)?met(?:er|re)s?)\b"
)
_TOLD = {
    "long": rf"\b{_NUMBER}[- ](?:and a half )?{_SPAN}s?\b|\b{_SPAN}-long\b"
    r"|\ball (?:day|night|morning|afternoon)\b",
    "much": r"[$€£¥] ?\d|\b\d[\d,.]* (?:\w+ )?"
    r"(?:dollars|euros|pounds|francs|yen|yuan|percent|cents|tons|acres|gallons|barrels)\b",
    "often": rf"\b(?:once|twice|{_NUMBER} times|every|each|daily|weekly|monthly|yearly|annually)\b",
    "old": rf"\b{_NUMBER}[- ]years?[- ]old\b|, \d{{1,3}},|\baged? {_NUMBER}\b|\d(?:st|nd|rd|th) birthday\b",
    **dict.fromkeys(("late", "early"), r"\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b(?:noon|midnight)\b"),
}
# What was so long ago, or is due within so long, did not last so long.
_NO_LENGTH = re.compile(
    rf"\b{_NUMBER} {_SPAN}s? (?:ago|later|earlier|before|after|from)\b"
    rf"|\b(?:in|within|every) {_NUMBER} {_SPAN}s?\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    rf"\b(?:{MEETINGS}|last(?:ed|s|ing)|sp(?:en[dt]|ending)|took|ran|stay(?:ed|ing)?|together)\b",
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
    counted = stem(fold(unit)) if unit and kind in ("many", "much") else ""
    lasting = kind == "long" or re.fullmatch(f"{_SPAN}s?", unit or "", re.IGNORECASE) is not None
    for sentence in scene.around_it():
        text = _NO_LENGTH.sub(" ", sentence.quote.text)
        told = _counts(text, counted) if kind == "many" and counted else _measures(text, kind)
        if told and (_LASTING.search(text) if lasting else _is_of_the_act(scene, sentence, counted)):
            return Reading(text=sentence.quote.text, quote=sentence.quote)
    return None


def _counts(text: str, counted: str) -> bool:
    """Tell whether a text tells a number of what is counted: "some 40 local pilots"."""
    found = re.finditer(rf"\b{_NUMBER}[- ]((?:[\w'’-]+ ){{0,2}}[\w'’]+)", text, re.IGNORECASE)
    return any(stem(fold(word)) == counted for one in found for word in re.split(r"[ -]", one.group(1)))


def _measures(text: str, kind: str) -> bool:
    return re.search(_TOLD.get(kind, _SIZED), text, re.IGNORECASE) is not None


def _is_of_the_act(scene: Scene, sentence: Sentence, counted: str) -> bool:
    """Tell whether a sentence tells what the question says was done: who is asked to have come met."""
    question = scene.question
    done = stems_of(question.topic) - scene.anchor.stems() - {counted}
    done -= stems_of(question.names | question.people)
    if 2 * len(done & sentence.stems) >= len(done):
        return True
    return speaks_of_meeting(question.text) and speaks_of_meeting(sentence.quote.text)
