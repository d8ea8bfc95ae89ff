"""Why, as a question wants it: the purpose or topic that fits it best, or what made a meeting fail."""

import re
from collections.abc import Iterator

from bot.answering.answer import Slot
from bot.answering.evidence.aptness import Aptness
from bot.answering.evidence.scene import VERB, Scene
from bot.answering.evidence.sentences import Reading
from bot.answering.lexicon.acts import DISCUSSING, GETTING, GIVING, PRAISING, SEEING, SPOKEN, STAYING
from bot.answering.lexicon.undoing import UNDOING
from bot.answering.lexicon.words import folded_words, stems_of, topic_words
from bot.answering.slots.acting import ADDED, acted_in, doer_of, fresh_in, told_in
from bot.answering.slots.journeys import read_journeys
from bot.answering.slots.purposes import (
    cause_in,
    front_purpose_in,
    listed_matters_in,
    matter_in,
    named_purpose_in,
    noun_asked,
    purpose_in,
    told_of_noun,
)

# What was talked about is no more than a matter of the talk: not what somebody was in town for.
_DISCUSSED = re.compile(
    r"\bwhat\b.*\b(?:discuss|talk about|bring up|come up|came up|raise|on (?:[\w.'’-]+ ){1,4}minds?)\b", re.I
)
_OCCASION = re.compile(r"(?:for (?:the|his|her|their)|as part of|following)\b", re.I)
_WHOLE = 0.5
_OF_ACT = 0.3
_AFAR = 0.15
_NAMED = 0.2
_FOR_WHOLE = 0.2
_PURPOSED = re.compile(
    r"\b(?:about|subjects?|purpose|topics?|discuss|talk|meant|reasons?|on the table|agenda"
    r"|theme|focus|goal|the point|brought(?! up)|hop(?:e|ed|ing)|tr(?:y|ied|ying)"
    r"|aim(?:s|ed|ing)?|intend(?:ed)?|after(?= (?:on|in|at|with|from|when|during)\b))\b",
    re.I,
)
# What only leads to other words, and the fields of a notice, tell nothing by themselves.
_NO_SENTENCE = re.compile(r":\s*$|\b(?:Who|What|When|Where|WHO|WHAT|WHEN|WHERE):")
_FOR_WHAT = re.compile(r"\bwhat\b.*\bfor\b", re.I)
_REWARDED = re.compile(
    r"[a-z]+(?: [\w.'’-]+){0,4} for (?!\d|the (?:first|last|past|week|month|year)\b)", re.I
)
_WHAT = frozenset(["what", "which"])
_DECISION = re.compile(rf"\b(?:decision|move|delay|cancellation|postponement)\b|{UNDOING.pattern}", re.I)


def read_why(scene: Scene) -> Reading | None:
    """Return why the meeting was, what it was about, or why it came to nothing; None where not stated."""
    if scene.question.undone and Slot.WHY in scene.question.asked:
        return next(_causes(scene), None)
    if scene.question.asking.words:
        return read_told(scene)
    if Slot.WHY not in scene.question.asked:
        return next(_recorded(scene), None)
    apt = Aptness(scene.question, scene.telling)
    gone = max(read_journeys(scene), key=lambda one: _fitness(scene, apt, one), default=None)
    if gone is not None:
        return gone
    found = [(_fitness(scene, apt, one), one) for one in _purposes(scene)]
    if scene.known & _WHAT:
        found += [(_fitness(scene, apt, one) + _of_act(scene, apt, one), one) for one in told_in(scene, apt)]
    if _PURPOSED.search(scene.question.text) and not _DISCUSSED.search(scene.question.text):
        found += [(_fitness(scene, apt, one) + _NAMED, one) for one in _named(scene)]
    if "what" in scene.known and not (found and _PURPOSED.search(scene.question.text)):
        found += [(_fitness(scene, apt, one) - _FOR_WHOLE, one) for one in _wholes(scene, apt)]
    noun = noun_asked(scene.question.text)
    if noun is not None:
        found += [(_fitness(scene, apt, one) + _NAMED + _OF_ACT, one) for one in _of_noun(scene, noun)]
    found = [(weight, one) for weight, one in found if _is_of_thing(scene, apt, one)]
    found = [(weight, one) for weight, one in found if not _is_apart(scene, one)]
    if DISCUSSING in apt.acts or (_PURPOSED.search(scene.question.text) and not apt.acts & SPOKEN):
        found += [(_fitness_of_list(scene, apt, one), one) for one in _listed(scene)]
    if apt.acts & {PRAISING, GETTING} and _FOR_WHAT.search(scene.question.text):
        # What somebody was honored for stands behind those very words.
        found = [one for one in found if _REWARDED.match(one[1].text)] or found
    return max(found, key=lambda one: one[0])[1] if found else None


def _is_of_thing(scene: Scene, apt: Aptness, reading: Reading) -> bool:
    """Tell whether a reading may tell the thing asked for: by its name, or by what was done with it."""
    thing = scene.question.asking.thing
    if apt.acts & {*SPOKEN, GETTING, GIVING, SEEING} and doer_of(scene):
        place = scene.telling.place_of(reading.quote)
        words = None if place is None else acted_in(scene, apt, scene.telling.sentences[place])
        if words is None or len(fresh_in(scene, words)) < ADDED:
            return False
    return (
        not thing or bool(thing & stems_of(folded_words(reading.quote.text))) or apt.tells_act(reading.text)
    )


def read_told(scene: Scene) -> Reading | None:
    """Return the words in which somebody says, promises or asks what the question wants told."""
    apt = Aptness(scene.question, scene.telling)
    return max(told_in(scene, apt), key=lambda one: _fitness(scene, apt, one), default=None)


def _is_apart(scene: Scene, reading: Reading) -> bool:
    """Tell whether a reading tells what the question wants apart: "besides the ferry"."""
    apart = scene.question.asking.apart & topic_words(scene.question.text)
    return bool(apart & folded_words(reading.text))


def _recorded(scene: Scene) -> Iterator[Reading]:
    """Yield the purposes of the meeting's records: what is told unasked must need no guess."""
    for statement in scene.kin:
        record = statement.record
        if record is not None and record.why is not None and not _is_no_matter(scene, record.why.text):
            yield Reading(text=record.why.text, quote=scene.telling.whole(record.why), recorded=True)


def _is_no_matter(scene: Scene, words: str) -> bool:
    """Tell whether the question asks what was talked about, and words only tell what a stay was for."""
    return _DISCUSSED.search(scene.question.text) is not None and _OCCASION.match(words) is not None


def _purposes(scene: Scene) -> Iterator[Reading]:
    """Yield the purposes and matters stated of the meeting, those of its record and evidence first."""
    yield from _recorded(scene)
    for statement in scene.kin:
        text = statement.evidence.text
        loose = statement is scene.anchor and _DISCUSSED.search(scene.question.text) is None
        front = front_purpose_in(text)
        if front:
            yield Reading(text=front, quote=statement.evidence)
        words = purpose_in(text, _verb_end(text), loose=loose)
        if words:
            yield Reading(text=words, quote=statement.evidence)
    for sentence in scene.around_it():
        text = sentence.quote.text
        if _NO_SENTENCE.search(text):
            continue
        front = front_purpose_in(text)
        if front:
            yield Reading(text=front, quote=sentence.quote)
        words = matter_in(text)
        if words:
            yield Reading(text=words, quote=sentence.quote)
        aim = purpose_in(text, _verb_end(text)) if VERB.search(text) else None
        if aim:
            yield Reading(text=aim, quote=sentence.quote)


def _causes(scene: Scene) -> Iterator[Reading]:
    """Yield what the briefing says made the meeting fail."""
    told = [scene.telling.sentences[scene.anchor.place], *scene.beside()]
    for sentence in sorted(told, key=lambda one: _DECISION.search(one.quote.text) is None):
        words = cause_in(sentence.quote.text)
        if words:
            yield Reading(text=words, quote=sentence.quote)


def _named(scene: Scene) -> Iterator[Reading]:
    """Yield what the sentences around call the purpose."""
    for sentence in scene.around_it():
        words = named_purpose_in(sentence.quote.text)
        if words:
            yield Reading(text=words, quote=sentence.quote)


def _of_noun(scene: Scene, noun: str) -> Iterator[Reading]:
    """Yield what the sentences around say that the advice or answer asked for was."""
    for sentence in scene.around_it():
        words = told_of_noun(sentence.quote.text, noun)
        if words:
            yield Reading(text=words, quote=sentence.quote)


def _listed(scene: Scene) -> Iterator[Reading]:
    """Yield what the article lists as talked about in the meeting."""
    for sentence in scene.telling.sentences:
        words = listed_matters_in(sentence.quote.text)
        if words and scene.speaks_of_it(sentence):
            yield Reading(text=words, quote=sentence.quote)


def _wholes(scene: Scene, apt: Aptness) -> Iterator[Reading]:
    """Yield whole sentences that tell most of what is asked."""
    for sentence in scene.around_it():
        text = sentence.quote.text
        if (
            apt.of(text) >= _WHOLE
            and (not apt.acts or apt.tells_act(text))
            and len(fresh_in(scene, text)) >= ADDED
            and _NO_SENTENCE.search(text) is None
        ):
            yield Reading(text=text, quote=sentence.quote)


def _of_act(scene: Scene, apt: Aptness, reading: Reading) -> float:
    """Weigh that a sentence tells the very act: more than any purpose, where it stands near the evidence."""
    if all(reading.quote != one.quote for one in scene.around_it()):
        return -_AFAR
    spoken = apt.acts & {*SPOKEN, STAYING} or (DISCUSSING in apt.acts and doer_of(scene))
    return _OF_ACT if spoken else 0.0


def _fitness(scene: Scene, apt: Aptness, reading: Reading) -> float:
    """Weigh a purpose: its sentence tells the question's words, and it adds some of its own."""
    return apt.of(reading.quote.text) + 0.1 * min(3, len(fresh_in(scene, reading.text)))


def _fitness_of_list(scene: Scene, apt: Aptness, reading: Reading) -> float:
    """Weigh a list of what was talked about, which leaves to the evidence who talked."""
    whole = f"{scene.anchor.evidence.text} {reading.quote.text}"
    return apt.of(whole) + 0.1 * min(3, len(fresh_in(scene, reading.text))) + _NAMED + _OF_ACT


def _verb_end(sentence: str) -> int:
    verb = VERB.search(sentence)
    return verb.end() if verb else 0
