"""Whether it was so, and what was said: by proof or by denial, else not at all."""

import re

from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Reading
from bot.answering.lexicon.words import stems_of
from bot.answering.slots.denying import needs_proof, read_denial
from bot.answering.slots.explaining import read_told
from index.occasions.statuses import AHEAD

# What weighs no more is the asker's own word.
_ASKERS = 0.4
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
    statement = scene.anchor
    denied = read_denial(scene)
    if denied is not None:
        return denied
    if needs_proof(scene):
        return None
    if statement.status in AHEAD and not scene.question.ahead:
        return None
    if not (statement.recorded or _MEETING.search(statement.evidence.text)) or not _is_borne_out(scene):
        return None
    return Reading(text=statement.evidence.text, quote=statement.evidence)


def _is_borne_out(scene: Scene) -> bool:
    """Tell whether what the question says beside names stands in the evidence or next to it."""
    names = stems_of(scene.question.names | scene.question.people)
    said = [word for word, weight in scene.weights.items() if word not in names and weight > _ASKERS]
    told = scene.anchor.stems() | scene.anchor.beside()
    near, wide = sum(word in told for word in said), sum(word in scene.telling.stems for word in said)
    return len(said) < 2 or near >= len(said) / 5 or wide >= len(said) / 2


def read_what(scene: Scene) -> Reading | None:
    """Return what happened; where it is asked what somebody said, only a sentence in which they say it."""
    if (
        _HOW.search(scene.question.text)
        and not scene.question.names <= scene.anchor.near | scene.telling.office
    ):
        return None
    if not scene.question.asking.words:
        return Reading(text=scene.anchor.evidence.text, quote=scene.anchor.evidence)
    return read_told(scene)
