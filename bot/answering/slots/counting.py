"""How many, how much and how long: only a sentence that tells such a number answers."""

import re

from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Reading
from bot.answering.lexicon.words import folded_list, folded_words, stem, stems_of

_COUNTED = re.compile(
    r"\bhow (?P<what>many|much|long|far|often|old|large|big|tall|late|early)\b(?: (?P<noun>[a-z][\w-]+))?",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:\d[\d,.]*|an?|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|forty|fifty|sixty|ninety|(?:a )?(?:dozen|hundred|thousand|million)s?|several|some)"
)
_MONEY = r"(?:[$€£¥]\s?\d|\b\d[\d,.]* (?:\w+ )?(?:dollars?|euros?|pounds?|francs?|yen|yuan|percent)\b)"
_UNITS = {
    "much": rf"{_MONEY}",
    "long": rf"\b{_NUMBER}[ -](?:and a half )?(?:\w+ )?(?:minute|hour|day|week|month|year)s?\b",
    "far": r"\b\d[\d,.]* (?:miles?|kilomet(?:er|re)s?|met(?:er|re)s?)\b",
    "often": r"\b(?:once|twice|times|every|daily|weekly|monthly)\b",
    "old": r"\b\d+[ -]years?[ -]old\b|, \d{2},",
}


def counts(question: str) -> bool:
    """Tell whether a question asks for a number."""
    return _COUNTED.search(question) is not None


def read_count(scene: Scene) -> Reading | None:
    """Return the sentence of the meeting that tells the number asked for, or None."""
    asked = _COUNTED.search(scene.question.text)
    if asked is None:
        return None
    noun = "" if asked.group("what").lower() != "many" else asked.group("noun") or ""
    wanted = _UNITS.get(asked.group("what").lower())
    for sentence in (scene.telling.sentences[scene.anchor.place], *scene.about_it(), *scene.beside()):
        text = sentence.quote.text
        told = _numbered(text, noun) if noun else wanted is not None and re.search(wanted, text, re.I)
        if told and _is_of_the_act(scene, sentence.stems, noun):
            return Reading(text=text, quote=sentence.quote)
    return None


def _numbered(text: str, noun: str) -> bool:
    """Tell whether a text counts what a noun names: "three more islands"."""
    kind = stem(folded_list(noun)[-1])
    spans = re.finditer(rf"\b{_NUMBER}\b((?:[ -][\w'’-]+){{1,4}})", text, re.IGNORECASE)
    return any(kind in stems_of(folded_words(match.group(1))) for match in spans)


def _is_of_the_act(scene: Scene, stems: frozenset[str], noun: str) -> bool:
    """Tell whether a sentence tells most of what the question says beside names and the noun counted."""
    names = stems_of(scene.question.names | scene.question.people)
    said = stems_of(scene.question.topic) - names - stems_of(folded_words(noun))
    return 2 * len(said & stems) >= len(said)
