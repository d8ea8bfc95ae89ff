"""Whether it was so, and what was said: by proof or by denial, else not at all."""

import re

from bot.answering.evidence.premises import is_doubted
from bot.answering.evidence.retelling import told_before
from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Reading, Sentence
from bot.answering.slots.conditions import condition_told, needs_telling
from bot.answering.slots.denying import read_denial, tells_place
from bot.answering.slots.explaining import read_told
from bot.answering.slots.measuring import asks_measure, read_measure
from bot.answering.slots.proving import is_encounter, read_proof
from index.occasions.statuses import AHEAD

# What no build read as a meeting settles nothing without a verb of one.
_MEETING = re.compile(
    r"\b(?:met|meet\w*|talk\w*|spoke|speak\w*|visit\w*|tour(?:s|ed|ing)?|brief(?:s|ed|ing)?|sat down"
    r"|join\w*|receiv\w*"
    r"|welcom\w*|call(?:s|ed)?|phoned|host(?:s|ed|ing)|held|hold\w*|testif\w*|attend\w*|travel\w*|discuss\w*|agreed?|told"
    r"|said|ask(?:s|ed)?|urg\w*|press\w*|rais\w*|present\w*|went|came|consult\w*|hear\w*|appear\w*|address\w*)\b",
    re.IGNORECASE,
)
_HOW = re.compile(r"^how (?:did|does|do|was|were|will|is|are|has|had)\b", re.IGNORECASE)


def read_whether(scene: Scene) -> Reading | None:
    """Return the sentence that proves or denies what is asked, or None where none settles it."""
    denied = read_denial(scene)
    if denied is not None:
        return denied
    if needs_telling(scene):
        return _as_reading(condition_told(scene))
    told = tells_place(scene) and _names_place(scene) and _is_told_as_asked(scene)
    if is_encounter(scene.question.text) and not told:
        return None
    proof = read_proof(scene)
    doubted = proof is not None and is_doubted(proof.quote.text) and not is_doubted(scene.question.text)
    return None if doubted else _as_reading(proof)


def _names_place(scene: Scene) -> bool:
    """Tell whether the meeting itself is told with the place asked about, not only a sentence beside it."""
    before = (sentence.words for one in scene.kin for sentence in told_before(scene.telling, one.place))
    told = frozenset().union(*(one.near for one in scene.kin), *before)
    places = scene.question.places
    return not places or any(place <= told for place in places)


def _is_told_as_asked(scene: Scene) -> bool:
    """Tell whether the evidence tells a meeting that came about, or one to come where that is asked."""
    statement = scene.anchor
    if statement.status in AHEAD and not scene.question.ahead:
        return False
    return statement.recorded or _MEETING.search(statement.evidence.text) is not None


def _as_reading(sentence: Sentence | None) -> Reading | None:
    return None if sentence is None else Reading(text=sentence.quote.text, quote=sentence.quote)


def read_what(scene: Scene) -> Reading | None:
    """Return what happened; where it is asked what somebody said, only a sentence in which they say it."""
    if asks_measure(scene.question.text):
        return read_measure(scene)
    if (
        _HOW.search(scene.question.text)
        and not scene.question.names <= scene.anchor.near | scene.telling.office
    ):
        return None
    if not scene.question.asking.words:
        return Reading(text=scene.anchor.evidence.text, quote=scene.anchor.evidence)
    return read_told(scene)
