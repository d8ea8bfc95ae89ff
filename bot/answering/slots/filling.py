"""Fill the slots of a question from the statement chosen and from what its article says beside it."""

from collections.abc import Mapping, Sequence

from bot.answering.answer import Slot
from bot.answering.evidence.choice import Choice
from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Reading
from bot.answering.evidence.siblings import is_sibling
from bot.answering.slots.dating import read_when
from bot.answering.slots.explaining import read_why
from bot.answering.slots.locating import read_where
from bot.answering.slots.naming import NameReader
from bot.answering.slots.settling import read_what, read_whether
from bot.answering.understanding.question import Question
from bot.answering.understanding.vocabulary import Vocabulary
from index.article import Precision

_RIVAL = 0.85
_BEHIND = 0.25
_MOST_RIVALS = 3


def choose_and_fill(
    question: Question, vocabulary: Vocabulary, choices: Sequence[Choice], weights: Mapping[str, float]
) -> tuple[Choice, dict[Slot, Reading]]:
    """Return the choice that answers most of what is asked, and what fills its slots.

    A statement of another article, or of another meeting that the same sentence tells, is taken only where it
    fits the question as well as the best, and fills more of the asked slots or names the day where the best
    names a week.
    """
    best = choices[0]
    rivals = {best.statement.article.id: best}
    siblings = (one for one in choices[1:] if is_sibling(best.statement, one.statement))
    rivals |= {
        f"{one.statement.article.id}#{n}": one for n, one in enumerate(siblings) if one.against is None
    }
    for one in choices[1:]:
        near = one.against is None and one.cover >= _RIVAL * best.cover and one.score >= best.score - _BEHIND
        if near and len(rivals) < _MOST_RIVALS:
            rivals.setdefault(one.statement.article.id, one)
    filled = {
        identity: fill_slots(
            question, vocabulary, [one, *(other for other in choices if other is not one)], weights
        )
        for identity, one in rivals.items()
    }
    chosen = max(rivals, key=lambda identity: _worth(question, filled[identity]))
    return rivals[chosen], filled[chosen]


def _worth(question: Question, filled: Mapping[Slot, Reading]) -> tuple[int, bool]:
    when = filled.get(Slot.WHEN)
    exact = when is not None and when.span is not None and when.span.precision is Precision.DAY
    return sum(slot in filled for slot in question.asked), exact and Slot.WHEN in question.asked


def fill_slots(
    question: Question, vocabulary: Vocabulary, choices: Sequence[Choice], weights: Mapping[str, float]
) -> dict[Slot, Reading]:
    """Return what fills the slots of the best choice, asked or not; a slot that nobody states is left out."""
    scene = Scene(question, vocabulary, choices, weights)
    found = {
        Slot.WHO: NameReader(scene).read(),
        Slot.WHEN: read_when(scene),
        Slot.WHERE: read_where(scene),
        Slot.WHY: read_why(scene),
        Slot.WHAT: read_what(scene) if Slot.WHAT in question.asked else None,
        Slot.WHETHER: read_whether(scene) if Slot.WHETHER in question.asked else None,
    }
    return {slot: reading for slot, reading in found.items() if reading is not None}
