"""Why, as a question wants it: the purpose or topic that fits it best, or what made a meeting fail."""

import re
from collections.abc import Iterator

from bot.answering.answer import Slot
from bot.answering.purposes import cause_in, matter_in, purpose_in
from bot.answering.scene import OTHER_WORDS, VERB, Scene
from bot.answering.sentences import Reading
from bot.answering.undoing import UNDOING
from bot.answering.words import folded_words, stems_of, topic_words

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
_DECISION = re.compile(rf"\b(?:decision|move|delay|cancellation|postponement)\b|{UNDOING.pattern}", re.I)


def read_why(scene: Scene) -> Reading | None:
    """Return why the meeting was, what it was about, or why it came to nothing; None where not stated."""
    if scene.question.undone and Slot.WHY in scene.question.asked:
        return next(_causes(scene), None)
    if Slot.WHY not in scene.question.asked:
        return next(_recorded(scene), None)
    found = list(_purposes(scene))
    if not found:
        return _best_sentence(scene) if "what" in scene.known else None
    return max(found, key=lambda one: _fitness(scene, one))


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
    for sentence in (*scene.about_it(), *scene.beside()):
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


def _fitness(scene: Scene, reading: Reading) -> float:
    """Weigh a purpose: its sentence tells the question's words, and it adds some of its own."""
    fresh = topic_words(reading.text) - scene.known - _VAGUE
    told = stems_of(folded_words(reading.quote.text))
    described = scene.question.asking.described & scene.telling.stems
    fit = len(described & told) / len(described) if described else 0.0
    return scene.match(told) + 0.1 * min(3, len(fresh)) + 0.8 * fit


def _best_sentence(scene: Scene) -> Reading | None:
    near = [scene.telling.sentences[scene.anchor.place], *scene.telling.around(scene.anchor.place)]
    best = max(near, key=lambda one: (scene.match(one.stems), -abs(one.place - scene.anchor.place)))
    if scene.match(best.stems) < OTHER_WORDS:
        return None
    if _DISCUSSED.search(scene.question.text) and _TALKED.search(best.quote.text) is None:
        return None
    return Reading(text=best.quote.text, quote=best.quote)


def _verb_end(sentence: str) -> int:
    verb = VERB.search(sentence)
    return verb.end() if verb else 0
