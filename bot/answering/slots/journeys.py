"""What somebody went somewhere for: told of that very journey, and of no meeting held before or after it."""

import re
from collections.abc import Iterator

from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Reading, Sentence
from bot.answering.lexicon.words import folded_list, folded_words
from bot.answering.slots.purposes import purpose_in, trimmed
from index.letters import of_letters

_GOING = re.compile(
    r"\b(?:go(?:es|ing|ne)?|went|travel\w*|fl(?:y|ies|ew|ying|own)|head(?:s|ed|ing)?|journey\w*|trips?|bound"
    r"|return\w*|com(?:e|es|ing)|came|left|leav(?:e|es|ing)|depart\w*|set out|drove|sailed)\b"
    r"(?: (?:back|out|home|down|up|over|on|off))?(?: (?:to|for))? (?P<rest>(?:[\w.,'’-]+ ?){1,5})",
    re.IGNORECASE,
)
_NAMED = of_letters(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
# What is asked of a meeting held on the way is not what the journey was for.
_WHY_GONE = re.compile(
    r"\b(?:why|purposes?|reasons?|what for|aim|goal|took|brought|drew)\b"
    r"(?:(?!\b(?:when|while|after|before|during|once|since|whom?|whose|that|meet|met|meeting|talks?|spoke"
    r"|speak)\b)[^?])*",
    re.IGNORECASE,
)
_THERE = re.compile(r"there\b", re.IGNORECASE)
_ERRAND = re.compile(
    r"\b(?:in order )?to (?!(?:the|an?|his|her|their|its|this|that|be|have|all|other)\b)[a-z]+\b.*", re.DOTALL
)
# A sentence names the place of "there" so far before it.
_MEANT = 6


def read_journeys(scene: Scene) -> Iterator[Reading]:
    """Yield what the journey was for that the question asks of; nothing where it asks of none."""
    place = _place_asked(scene)
    for sentence in scene.telling.sentences if place else ():
        text = sentence.quote.text
        for match in _GOING.finditer(text):
            if not (_goes_to(match, place) or _goes_there(scene, sentence, match, place)):
                continue
            if not _is_of_same(scene, sentence):
                continue
            behind = match.start("rest")
            errand = _ERRAND.search(text, behind)
            words = trimmed(errand.group()) if errand else purpose_in(text, behind, loose=True)
            if words:
                yield Reading(text=words, quote=sentence.quote)


def _place_asked(scene: Scene) -> frozenset[str]:
    """Return the folded words of the place to which the question has somebody go."""
    why = _WHY_GONE.search(scene.question.text)
    for match in _GOING.finditer(why.group()) if why else ():
        for place in scene.question.places:
            if _goes_to(match, place):
                return place
        named = _NAMED.match(match.group("rest"))
        words = folded_words(named.group()) if named else frozenset[str]()
        if words and words.isdisjoint(scene.question.people):
            return words
    return frozenset()


def _goes_to(match: re.Match[str], place: frozenset[str]) -> bool:
    first = folded_list(match.group("rest"))[: len(place) + 1]
    return bool(place) and place <= frozenset(first)


def _goes_there(scene: Scene, sentence: Sentence, match: re.Match[str], place: frozenset[str]) -> bool:
    before = scene.telling.sentences[max(0, sentence.place - _MEANT) : sentence.place]
    named = any(place <= folded_words(one.quote.text) for one in before)
    return _THERE.match(match.group("rest")) is not None and named


def _is_of_same(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether somebody of the question goes: named in the sentence or right before it."""
    people = scene.question.people
    before = scene.telling.sentences[max(0, sentence.place - 1)]
    return not people or not people.isdisjoint(sentence.words | before.words)
