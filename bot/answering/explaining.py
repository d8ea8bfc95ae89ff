"""Why, as a question wants it: the purpose or topic that fits it best, or what made a meeting fail."""

import re
from collections.abc import Iterator

from bot.answering.acts import SPOKEN, TELLING, acts_of, doer_asked
from bot.answering.answer import Slot
from bot.answering.aptness import Aptness
from bot.answering.purposes import cause_in, matter_in, purpose_in
from bot.answering.scene import VERB, Scene
from bot.answering.sentences import Reading
from bot.answering.undoing import UNDOING
from bot.answering.words import stems_of, topic_words

# A purpose in such words alone tells nothing.
_VAGUE = frozenset(
    "issue matter concern priority prioritie important topic congress help several various".split()  # noqa: SIM905
)
# What was talked about is no more than a matter of the talk: not what somebody was in town for.
_DISCUSSED = re.compile(r"^what\b.*\b(?:discuss|talk about)\b", re.I)
_OCCASION = re.compile(r"(?:for (?:the|his|her|their)|as part of|following)\b", re.I)
_TALKED = re.compile(
    r"\b(?:discuss|talk|sp[eo]+k|said|say|told|tell|ask|urg|press|rais|brief|updat|stress|call|learn|hear"
    r"|present|express|about)\w*",
    re.I,
)
_TELLING = 0.3
_SPOKEN = 0.5
_WHOLE = 0.5
_OF_ACT = 0.3
_FOR_WHOLE = 0.2
_PURPOSED = re.compile(
    r"\b(?:about|subjects?|purpose|topics?|discuss|talk|meant|reasons?|on the table|agenda)\b", re.I
)
# What only leads to other words, and the fields of a notice, tell nothing by themselves.
_NO_SENTENCE = re.compile(r":\s*$|\b(?:Who|What|When|Where|WHO|WHAT|WHEN|WHERE):")
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
    found = [(_fitness(scene, apt, one), one) for one in _purposes(scene)]
    if "what" in scene.known:
        found += [(_fitness(scene, apt, one) + _of_act(apt), one) for one in _told(scene, apt)]
    if "what" in scene.known and not (found and _PURPOSED.search(scene.question.text)):
        found += [(_fitness(scene, apt, one) - _FOR_WHOLE, one) for one in _wholes(scene, apt)]
    return max(found, key=lambda one: one[0])[1] if found else None


def read_told(scene: Scene) -> Reading | None:
    """Return the words in which somebody says, promises or asks what the question wants told."""
    apt = Aptness(scene.question, scene.telling)
    found = list(_told(scene, apt))
    return max(found, key=lambda one: _fitness(scene, apt, one), default=None)


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
        words = purpose_in(text, _verb_end(text), loose=loose)
        if words:
            yield Reading(text=words, quote=statement.evidence)
    for sentence in scene.around_it():
        words = matter_in(sentence.quote.text)
        if words:
            yield Reading(text=words, quote=sentence.quote)


def _causes(scene: Scene) -> Iterator[Reading]:
    """Yield what the briefing says made the meeting fail."""
    told = [scene.telling.sentences[scene.anchor.place], *scene.beside()]
    for sentence in sorted(told, key=lambda one: _DECISION.search(one.quote.text) is None):
        words = cause_in(sentence.quote.text)
        if words:
            yield Reading(text=words, quote=sentence.quote)


def _told(scene: Scene, apt: Aptness) -> Iterator[Reading]:
    """Yield what the sentences around tell of the act asked for: what was promised, urged or seen."""
    spoken = apt.acts & SPOKEN
    doer = doer_asked(scene.question.text) if spoken else frozenset()
    people = stems_of(scene.question.people)
    places = scene.vocabulary.places | scene.telling.office
    named = scene.question.names - places if TELLING in spoken else frozenset()
    for sentence in scene.around_it():
        text = sentence.quote.text
        words = acts_of(text, apt.acts, doer, people - doer)
        if words is None or not named <= sentence.words:
            continue
        if apt.of(text) >= (_SPOKEN if TELLING in spoken else _TELLING):
            yield Reading(text=words, quote=sentence.quote)


def _wholes(scene: Scene, apt: Aptness) -> Iterator[Reading]:
    """Yield whole sentences that tell most of what is asked."""
    for sentence in scene.around_it():
        text = sentence.quote.text
        if apt.of(text) >= _WHOLE and _NO_SENTENCE.search(text) is None:
            yield Reading(text=sentence.quote.text, quote=sentence.quote)


def _of_act(apt: Aptness) -> float:
    return _OF_ACT if apt.acts & SPOKEN else 0.0


def _fitness(scene: Scene, apt: Aptness, reading: Reading) -> float:
    """Weigh a purpose: its sentence tells the question's words, and it adds some of its own."""
    fresh = topic_words(reading.text) - scene.known - _VAGUE
    return apt.of(reading.quote.text) + 0.1 * min(3, len(fresh))


def _verb_end(sentence: str) -> int:
    verb = VERB.search(sentence)
    return verb.end() if verb else 0
