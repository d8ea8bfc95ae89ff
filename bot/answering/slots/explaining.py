"""Why, as a question wants it: the purpose or topic that fits it best, or what made a meeting fail."""

import re
from collections.abc import Iterator

from bot.answering.answer import Slot
from bot.answering.evidence.aptness import Aptness
from bot.answering.evidence.scene import VERB, Scene
from bot.answering.evidence.sentences import Reading
from bot.answering.lexicon.acts import DISCUSSING, GIVING, SPOKEN, STAYING, TELLING, acts_of, doer_asked
from bot.answering.lexicon.undoing import UNDOING
from bot.answering.lexicon.words import folded_words, stems_of, topic_words
from bot.answering.slots.purposes import cause_in, front_purpose_in, matter_in, named_purpose_in, purpose_in

# A purpose in such words alone tells nothing.
_VAGUE = frozenset(
    "issue matter concern priority prioritie important topic congress help several various".split()  # noqa: SIM905
)
# What was talked about is no more than a matter of the talk: not what somebody was in town for.
_DISCUSSED = re.compile(r"^what\b.*\b(?:discuss|talk about)\b", re.I)
_OCCASION = re.compile(r"(?:for (?:the|his|her|their)|as part of|following)\b", re.I)
_ADDED = 2
_TELLING = 0.3
_FAR = 0.45
_WHOLE = 0.5
_OF_ACT = 0.3
_AFAR = 0.15
_NAMED = 0.2
_FOR_WHOLE = 0.2
_PURPOSED = re.compile(
    r"\b(?:about|subjects?|purpose|topics?|discuss|talk|meant|reasons?|on the table|agenda"
    r"|theme|focus|goal|the point)\b",
    re.I,
)
# What only leads to other words, and the fields of a notice, tell nothing by themselves.
_NO_SENTENCE = re.compile(r":\s*$|\b(?:Who|What|When|Where|WHO|WHAT|WHEN|WHERE):")
_HOLDER = stems_of(frozenset(["senator", "secretary", "he", "she", "i"]))
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
    found = [(_fitness(scene, apt, one), one) for one in _purposes(scene) if not _is_apart(scene, one)]
    if "what" in scene.known:
        found += [(_fitness(scene, apt, one) + _of_act(scene, apt, one), one) for one in _told(scene, apt)]
    if "what" in scene.known and not (found and _PURPOSED.search(scene.question.text)):
        found += [(_fitness(scene, apt, one) - _FOR_WHOLE, one) for one in _wholes(scene, apt)]
    found = [(weight, one) for weight, one in found if _is_of_thing(scene, apt, one)]
    if _PURPOSED.search(scene.question.text):
        found += [(_fitness(scene, apt, one) + _NAMED, one) for one in _named(scene)]
    return max(found, key=lambda one: one[0])[1] if found else None


def _is_of_thing(scene: Scene, apt: Aptness, reading: Reading) -> bool:
    """Tell whether a reading may tell the thing asked for: by its name, or by what was done with it."""
    thing = scene.question.asking.thing
    if apt.acts & {*SPOKEN, GIVING} and _doer(scene) and not apt.tells_act(reading.quote.text):
        return False
    return (
        not thing or bool(thing & stems_of(folded_words(reading.quote.text))) or apt.tells_act(reading.text)
    )


def read_told(scene: Scene) -> Reading | None:
    """Return the words in which somebody says, promises or asks what the question wants told."""
    apt = Aptness(scene.question, scene.telling)
    found = list(_told(scene, apt))
    return max(found, key=lambda one: _fitness(scene, apt, one), default=None)


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


def _told(scene: Scene, apt: Aptness) -> Iterator[Reading]:
    """Yield what the sentences around tell of the act asked for: what was promised, urged or seen."""
    spoken = apt.acts & SPOKEN
    doer = _doer(scene)
    people = stems_of(scene.question.people)
    places = scene.vocabulary.places | scene.telling.office
    named = scene.question.names - places if TELLING in spoken else frozenset()
    near = scene.around_it()
    for sentence in scene.telling.sentences:
        text = sentence.quote.text
        before = scene.telling.sentences[max(0, sentence.place - 1)]
        # Who was named a sentence before is "the Secretary" or "he" in the next.
        words = acts_of(
            text, apt.acts, doer | _HOLDER if doer & people & before.stems else doer, people - doer
        )
        if words is None or not named <= sentence.words or len(_fresh(scene, words)) < _ADDED:
            continue
        least = _TELLING if sentence in near and TELLING not in spoken else _FAR
        if apt.of(text) >= least:
            yield Reading(text=words, quote=sentence.quote)


def _doer(scene: Scene) -> frozenset[str]:
    """Return the stems of who did what is asked; in an office's releases, "the Senator" is its holder."""
    doer = doer_asked(scene.question.text)
    return doer | _HOLDER if doer & stems_of(scene.telling.office) else doer


def _wholes(scene: Scene, apt: Aptness) -> Iterator[Reading]:
    """Yield whole sentences that tell most of what is asked."""
    for sentence in scene.around_it():
        text = sentence.quote.text
        if (
            apt.of(text) >= _WHOLE
            and len(_fresh(scene, text)) >= _ADDED
            and _NO_SENTENCE.search(text) is None
        ):
            yield Reading(text=text, quote=sentence.quote)


def _of_act(scene: Scene, apt: Aptness, reading: Reading) -> float:
    """Weigh that a sentence tells the very act: more than any purpose, where it stands near the evidence."""
    if all(reading.quote != one.quote for one in scene.around_it()):
        return -_AFAR
    spoken = apt.acts & {*SPOKEN, STAYING} or (DISCUSSING in apt.acts and _doer(scene))
    return _OF_ACT if spoken else 0.0


def _fitness(scene: Scene, apt: Aptness, reading: Reading) -> float:
    """Weigh a purpose: its sentence tells the question's words, and it adds some of its own."""
    return apt.of(reading.quote.text) + 0.1 * min(3, len(_fresh(scene, reading.text)))


def _fresh(scene: Scene, words: str) -> frozenset[str]:
    return topic_words(words) - scene.known - _VAGUE


def _verb_end(sentence: str) -> int:
    verb = VERB.search(sentence)
    return verb.end() if verb else 0
