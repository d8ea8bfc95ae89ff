"""What was not so: a sentence that says it, or one that tells what cannot be together with what is asked."""

import re
from collections.abc import Iterator

from bot.answering.evidence.moves import find_leaving
from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Reading, Sentence
from bot.answering.lexicon.words import fold, folded_list, folded_words, stem, stems_of
from bot.answering.slots.locating import read_where
from index.article import MeetingStatus
from index.occasions.statuses import AHEAD

_NEGATION = re.compile(
    r"\b(?:not(?! only)|never|cannot|n['’]t|no longer|refused to|declined to"
    r"|denied)\b (?:\w+ ){0,3}?(?P<verb>[a-z]{3,})",
    re.I,
)
_FALSE = re.compile(r"\b(?:false|untrue|not true|no truth|a lie)\b", re.I)
_ANYTHING = re.compile(r"\b(?:any|anything|a word)\b", re.I)
_NOTHING = re.compile(
    r"\b(?:not (?:one|a(?: single)?) word|nothing|no mention|not mentioned|never mentioned)\b", re.I
)
_THEY = re.compile(r"\b(?:they|he|she|I|we|the two|neither|both)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:already|before|previously|ever|earlier)\b", re.IGNORECASE)
_FIRST = re.compile(
    r"\bfirst(?:-ever)? (?:\w+ ){0,2}(?:visit|trip|meeting|time|talks|summit|tour|encounter)\b", re.I
)
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
_TOWN = re.compile(r"\bWashington\b|\bCapitol\b|^[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*, [A-Z]")
_HELD_THERE = re.compile(r"\b(?:held|take place|took place|taking place|happen|hosted)\b", re.IGNORECASE)
_MORE = r"(?:members?|senators?|lawmakers?|colleagues|officials|leaders|others|representatives|people|guests)"
# What is asked, and what cannot be told of it where it was so.
_CONTRARY = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for asked, told in (
        (
            r"\b(?:the (?:only|sole|lone)|alone|on (?:his|her|their) own|by (?:him|her)self)\b",
            r"^(?!\W*[\"“]).*?\b(?:(?:was|were) (?:also )?(?:joined|accompanied|flanked) by|joined by"
            r"|accompanied by|(?:several|many|other|fellow|group of|two|three|four|five) "
            rf"(?:\w+ ){{0,2}}{_MORE} (?:[^,;.]{{0,40}} )?(?:met|were|was|joined|attended|visited"
            r"|came|heard|took))\b(?P<them>.*)",
        ),
        (
            r"\b(?:the same|a single|one and the same) (?:visit|trip|meeting|day|time|occasion|tour)\b",
            r"\b(?:separate(?:ly)?|two different|on different)\b",
        ),
        (
            r"\bstill\b",
            r"\b(?:will now|instead|no longer|(?:originally|earlier) planned"
            r"|(?:has been|have been|was|were) (?:moved|changed|relocated|shifted|rescheduled)"
            r"|changed the (?:location|venue|date|time|place))\b",
        ),
        (
            r"(?=.*\b(?:reporters?|press|media|journalists?|cameras?|public)\b)"
            r"(?=.*\b(?:let in\w*|open|allowed|admitted|welcome|invited|able|attend|present|cover|watch)\b)",
            r"\bclosed to\b|\bclosed-(?:door|press)\b|\bbehind closed doors\b|\bnot open to\b",
        ),
    )
)


def read_denial(scene: Scene) -> Reading | None:
    """Return the sentence that says that it was not so, unless the question is itself in the negative."""
    if _NEGATION.search(scene.question.text):
        return None
    grounds = (_moved, _negated, _contrary, _off, _ahead, _elsewhere)
    sentence = next((found for ground in grounds for found in ground(scene)), None)
    if sentence is None:
        return None
    return Reading(text=sentence.quote.text, quote=sentence.quote, denies=True)


def needs_proof(scene: Scene) -> bool:
    """Tell whether a meeting alone does not prove what is asked: that nobody else was there, or where."""
    text = scene.question.text
    if any(asked.search(text) for asked, _ in _CONTRARY):
        return True
    if not scene.question.places or _HELD_THERE.search(text) is None:
        return False
    told = " ".join(one.evidence.text for one in scene.kin)
    words = [word for place in scene.question.places for word in place]
    return not any(
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
    verbs = stems_of(frozenset(folded_list(text)))
    said = stems_of(scene.question.topic) - stems_of(scene.question.names | scene.question.people)
    for sentence in scene.near():
        match = _NEGATION.search(sentence.quote.text)
        others = scene.question.people - sentence.words - scene.telling.office
        if match is None or (others and _THEY.search(sentence.quote.text) is None):
            continue
        if stem(fold(match.group("verb"))) in verbs:
            yield sentence
    for sentence in scene.around_it():
        told = sentence.quote.text
        if _FALSE.search(told) and len(said & stems_of(sentence.words)) > 1:
            yield sentence
        if _ANYTHING.search(text) and _NOTHING.search(told):
            yield sentence
    if _BEFORE.search(text) and _FIRST.search(scene.anchor.evidence.text):
        yield _anchored(scene)


def _contrary(scene: Scene) -> Iterator[Sentence]:
    """Yield what cannot be where it was as is asked: others beside the only one, a new place for the old."""
    others = scene.question.names - scene.telling.office
    for asked, told in _CONTRARY:
        if asked.search(scene.question.text) is None:
            continue
        for sentence in scene.around_it():
            match = told.search(sentence.quote.text)
            # Who was joined by those whom the question has somebody meet alone was joined by no others.
            them = match.groupdict().get("them") if match else None
            if match is not None and not (them and others & folded_words(them)):
                yield sentence


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


def _anchored(scene: Scene) -> Sentence:
    return scene.telling.sentences[scene.anchor.place]
