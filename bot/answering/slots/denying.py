"""What was not so: a sentence that says it, or one that tells what cannot be together with what is asked."""

import re
from collections.abc import Iterator

from bot.answering.evidence.moves import find_leaving
from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Reading, Sentence
from bot.answering.lexicon.acts import SPOKEN, acts_in
from bot.answering.lexicon.words import fold, folded_words, is_told, name_words, stem, stems_of
from bot.answering.slots.conditions import FIRST_ONE, contraries
from bot.answering.slots.locating import read_where
from bot.answering.understanding.claim import claim_in
from index.article import MeetingStatus
from index.letters import of_letters
from index.occasions.statuses import AHEAD

_NOT = (
    r"(?:\b(?:not(?! only)|never|cannot|no longer|refus(?:e[sd]?|ing) to|declin(?:e[sd]?|ing) to"
    r"|fail(?:s|ed|ing)? to|denied|stopped short of)|n['’]t)\b"
)
# The verb behind it may have an adverb in front, and a noun with "no" what it is like.
NEGATION = re.compile(
    rf"{_NOT} (?:(?:\w{{1,2}}|\w+ly|yet|even|ever|been|have) ){{0,3}}?(?P<verb>[a-z]{{3,}})"
    r"|\b(?:no|without(?: an?y?)?) (?:[a-z]+ ){0,2}(?P<noun>[a-z]{4,})",
    re.IGNORECASE,
)
"""What tells that something is not so, with the verb or the noun that it is told of."""
_FALSE = re.compile(r"\b(?:false|untrue|not true|no truth|a lie)\b", re.I)
_ANYTHING = re.compile(r"\b(?:any|anything|a word)\b", re.I)
_NOTHING = re.compile(
    r"\b(?:not (?:one|a(?: single)?) word|nothing|no mention|not mentioned|never mentioned)\b", re.I
)
_THEY = re.compile(r"\b(?:they|he|she|I|we|the two|neither|both)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:already|before|previously|ever|earlier)\b", re.IGNORECASE)
_BY_THEN = re.compile(
    r"\b(?:already|yet|so far)\b|^by\b.*\b(?:had|have|has)\b"
    r"|\b(?:had|has|have)\b.*\bby (?:then|the time)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|plan(?:s|ned|ning)?(?: by [^,;]{1,60}?)? to|look(?:s|ed|ing)? forward to"
    r"|hop(?:e|es|ed|ing) (?:to|that)|agree(?:d|ing|s)? to"
    r"|(?:expected|scheduled|slated|due|set|invited) to)\b"
    r"[^.;]{0,60}?\b(?:meet|meeting|visit|tour|travel|join|host|hold|discuss|talks?)\b"
    r"|\btomorrow\b|\bupcoming (?:meeting|visit|trip|tour|talks|hearing)\b",
    re.IGNORECASE,
)
_WENT = re.compile(
    r"^(?:did|has|have|had|was|were)\b.*\b(?:travel|go|visit|fly|come|meet|attend|take part|join|tour"
    r"|go ahead|held|take place)\b",
    re.IGNORECASE,
)
_CALLED_OFF = re.compile(
    r"\b(?:cancel(?:l?ed|s|l?ing)|call(?:s|ed) off|scrapped|postponed|put off|skipped"
    r"|(?:dropp|pull|back)ed out)\b",
    re.I,
)
_SHARED = 0.3
# A sentence far from the evidence negates what is asked where it tells so many more of its words.
_FAR = 2
# Nouns and verbs that begin alike for so many letters are kin.
_KIN = 6
_TOWN = of_letters(r"\bWashington\b|\bCapitol\b|^[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*, [A-Z]")
_HELD_THERE = re.compile(r"\b(?:held|take place|took place|taking place|happen|hosted)\b", re.IGNORECASE)


def read_denial(scene: Scene) -> Reading | None:
    """Return the sentence that says that it was not so, unless the question is itself in the negative."""
    if NEGATION.search(scene.question.text):
        return None
    grounds = (_moved, contraries, _negated, _off, _ahead, _elsewhere)
    sentence = next((found for ground in grounds for found in ground(scene)), None)
    if sentence is None:
        return None
    return Reading(text=sentence.quote.text, quote=sentence.quote, denies=True)


def tells_place(scene: Scene) -> bool:
    """Tell whether the evidence has the meeting where the question says that it was held, if it does."""
    if not scene.question.places or _HELD_THERE.search(scene.question.text) is None:
        return True
    told = " ".join(one.evidence.text for one in scene.kin)
    words = [word for place in scene.question.places for word in place]
    return any(
        re.search(rf"\b(?:in|at|to|near|visit\w*|tour\w*) [^,;.]*?\b{one}\b", told, re.I) for one in words
    )


def _moved(scene: Scene) -> Iterator[Sentence]:
    """Yield the sentence by which the meeting is not on the day that is asked about, or not any more."""
    period = scene.question.period
    if period is None or period.first is None or period.last is None:
        return
    sentence = find_leaving(scene.anchor, period.first, period.last)
    if sentence is not None:
        yield sentence


def _negated(scene: Scene) -> Iterator[Sentence]:
    """Yield the sentences that negate what is asked, or call it false or the first of its kind."""
    text = scene.question.text
    claim = claim_in(text)
    said = stems_of(scene.question.topic) - stems_of(scene.question.names | scene.question.people)
    near = scene.near()
    for sentence in scene.whole():
        named = name_words(sentence.quote.text)
        of_them = bool(named) and named <= scene.known
        others = () if of_them else scene.question.people - sentence.words - scene.telling.office
        if others and (sentence not in near or _THEY.search(sentence.quote.text) is None):
            continue
        if sentence not in near and len(said & sentence.stems) < _FAR:
            continue
        if any(_is_claimed(found, claim) for found in NEGATION.finditer(sentence.quote.text)):
            yield sentence
    for sentence in scene.around_it():
        told = sentence.quote.text
        if _FALSE.search(told) and len(said & stems_of(sentence.words)) > 1:
            yield sentence
        if _ANYTHING.search(text) and _NOTHING.search(told):
            yield sentence
    if _BEFORE.search(text) and FIRST_ONE.search(scene.anchor.evidence.text):
        yield scene.telling.sentences[scene.anchor.place]


def _is_claimed(negated: re.Match[str], claim: str) -> bool:
    """Tell whether what is negated is claimed: the verb, one of its kind, or the noun of "no answer"."""
    words = folded_words(claim)
    if negated.group("noun"):
        return any(is_told(one, words) for one in folded_words(negated.group()) if len(one) >= _KIN)
    verb = fold(negated.group("verb"))
    return stem(verb) in stems_of(words) or bool(acts_in(verb) & acts_in(claim) & SPOKEN)


def _off(scene: Scene) -> Iterator[Sentence]:
    """Yield the sentences that call off what is asked about."""
    if scene.question.undone or _WENT.search(scene.question.text) is None:
        return
    people = scene.question.people - scene.telling.office
    for one in scene.around_it():
        if _CALLED_OFF.search(one.quote.text) and people <= one.words and scene.match(one.stems) >= _SHARED:
            yield one


def _ahead(scene: Scene) -> Iterator[Sentence]:
    """Yield what tells as still to come what is asked as past, the sentence that tells the most first."""
    if _BY_THEN.search(scene.question.text) is None:
        return
    if any(one.status is MeetingStatus.HELD and one.recorded for one in scene.kin):
        return
    if scene.anchor.status not in AHEAD and _TO_COME.search(scene.anchor.evidence.text) is None:
        return
    coming = [one for one in scene.around_it() if _TO_COME.search(one.quote.text)]
    yield from sorted(coming, key=lambda one: -scene.match(one.stems))


def _elsewhere(scene: Scene) -> Iterator[Sentence]:
    """Yield the sentence that has the meeting in another place than is asked."""
    places = scene.question.places
    if not places or _HELD_THERE.search(scene.question.text) is None:
        return
    where = read_where(scene)
    if where is None or _TOWN.search(where.text) is None:
        return
    # "Texas" may be where Houston is: only of two towns is one not the other.
    body = scene.telling.article.body
    towns = [place for place in places if any(_is_town(word, body) for word in place)]
    if towns and not any(place & folded_words(where.text) for place in towns):
        place = scene.telling.place_of(where.quote)
        if place is not None:
            yield scene.telling.sentences[place]


def _is_town(word: str, body: str) -> bool:
    """Tell whether an article gives a place a mayor, or the name of its state behind a comma."""
    name = rf"\b(?i:{re.escape(word)})"
    return re.search(rf"{name}(?:['’]s)? Mayor\b|\b[Mm]ayor of {name}\b|{name}, [A-Z]", body) is not None
