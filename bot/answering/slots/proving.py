"""What a question claims, told by a sentence: the very act, or most of what the claim says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Sentence
from bot.answering.lexicon.acts import GIVING, LEARNING, PRAISING, PROMISING, SPOKEN, TELLING, acts_in
from bot.answering.lexicon.encounters import speaks_of_meeting, status_in
from bot.answering.lexicon.people import is_somebody
from bot.answering.lexicon.words import fold, is_told, stem, stems_of, topic_words
from bot.answering.slots.claiming import bears_claim, claims_speech
from bot.answering.slots.denying import NEGATION
from bot.answering.understanding.claim import claim_in
from index.occasions.statuses import AHEAD

# Acts of their own, which no meeting tells.
_OWN = frozenset({*SPOKEN, PRAISING, LEARNING, GIVING})
# People who met, came or were somewhere, and no meeting of which something else is claimed.
_ENCOUNTER = re.compile(
    r"\b(?<!\bthe )(?<!\bthis )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\ba )(?<!['’]s )"
    r"(?:met|meet|see|saw|seen|visit(?:ed|ing)?|s[ai]t(?:ting)? (?:down|in)|talk(?:ed|ing)?|host(?:ed|ing)?"
    r"|sp(?:ea|o)k(?:e|en|ing)?|travel(?:l?ed|l?ing)?|fl(?:y|ew|own)|been|conferr?(?:ed|ing)?|phoned?"
    r"|go(?! (?:ahead|along|over|through)\b)|went(?= )|com(?:e|ing)|came|attend(?:ed|ing)?|join(?:ed|ing)?"
    r"|receiv(?:e|ed|ing)|welcom(?:e|ed|ing)|brief(?:ed|ing)?|tour(?:ed|ing)?|gather(?:ed|ing)?|together"
    r"|call(?:ed)?(?! (?:on|for|off)\b)|h[eo]ld|t(?:ake|ook) (?:part|place))\b(?! up\b)"
    r"|\b(?:was|were|is|are) (?-i:[A-Z])[\w.'’ -]*? (?:in|at|there|present|among|on hand)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:did|had|has|have)\b", re.IGNORECASE)
_TO_BE_DONE = re.compile(r"\bthat (?:he|she|they|we|it|the \w+) would\b", re.IGNORECASE)
# Who "thought the deal was ripe" is not heard by what else they thought of it.
_JUDGED = re.compile(
    r"\b(?:think|believe|feel|thought|believed|felt) .*?\b(?:was|were|is|are|be) (?:\w+ly )?([a-z]+)",
    re.IGNORECASE,
)
# So much of what is claimed must a sentence tell, with a half of what it leaves to those next to it.
_ENOUGH = 0.5
_LEFT = 0.5
_SOME = 1 / 3


def is_encounter(question: str) -> bool:
    """Tell whether a question claims no more than that people met or were somewhere."""
    claim = claim_in(question)
    return not acts_in(claim) & _OWN and _ENCOUNTER.search(f"{question.split()[0]} {claim}") is not None


def read_proof(scene: Scene) -> Sentence | None:
    """Return the sentence that tells most of the claim, with its very act where it is one of its own."""
    claim = _claim_of(scene)
    told = [(_told(scene, claim, one), one) for one in _candidates(scene, claim)]
    found = [(_is_in(claim.verb, one.words), weight, one) for weight, one in told if weight >= _ENOUGH]
    return max(found, key=lambda one: one[:2])[2] if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """What is claimed: the kinds of its own `acts`, its folded `words`, and whether people only met.

    `plain` are those that are no names, and `verb` is the first of these. `judged` is what somebody is
    claimed to have thought that something was, empty where nobody is.
    """

    acts: frozenset[int]
    words: frozenset[str]
    plain: frozenset[str]
    verb: str
    judged: str
    met: bool


def _claim_of(scene: Scene) -> _Claim:
    text = claim_in(scene.question.text)
    acts = acts_in(text) & _OWN
    if claims_speech(scene.question.text):
        acts -= {GIVING}
    met = is_encounter(scene.question.text)
    # Who says that they will do something promises it.
    if TELLING in acts and _TO_BE_DONE.search(text):
        acts |= {PROMISING}
    words = topic_words(text)
    if met:
        words -= {fold(one) for one in text.split() if _ENCOUNTER.fullmatch(one)}
    small = (one for one in re.findall(r"[^\W_]+", text) if one.islower() and not is_somebody(one))
    plain = [fold(one) for one in small if topic_words(one)]
    judged = _JUDGED.search(text)
    return _Claim(
        acts=acts,
        words=words,
        plain=words & frozenset(plain),
        verb=plain[0] if plain else "",
        judged=fold(judged.group(1)) if judged else "",
        met=met,
    )


def _candidates(scene: Scene, claim: _Claim) -> Iterator[Sentence]:
    """Yield the sentences that tell an act of the kind claimed, that of the evidence first."""
    # What somebody promised, urged or complained of they said as well.
    own = claim.acts | SPOKEN if TELLING in claim.acts else claim.acts
    done = _DONE.search(scene.question.text) is not None and not claim.acts & SPOKEN
    for sentence in scene.whole():
        text = sentence.quote.text
        if (claim.judged and not _is_in(claim.judged, sentence.words)) or not bears_claim(scene, sentence):
            continue
        if sentence.place == scene.anchor.place and claim.met:
            yield sentence
        elif done and status_in(text) in AHEAD:
            continue
        elif own & acts_in(NEGATION.sub(" ", text)) if own else _is_of_claim(claim, sentence):
            yield sentence


def _is_of_claim(claim: _Claim, sentence: Sentence) -> bool:
    """Tell whether a sentence tells an encounter where that is claimed, else what was done or some of it."""
    if claim.met:
        return speaks_of_meeting(sentence.quote.text)
    told = sum(_is_in(word, sentence.words) for word in claim.plain)
    return not claim.plain or _is_in(claim.verb, sentence.words) or told >= _SOME * len(claim.plain)


def _told(scene: Scene, claim: _Claim, sentence: Sentence) -> float:
    """Return the share of what is claimed that a sentence tells, and in half those that lead up to it."""
    around = scene.telling.office | scene.anchor.near
    around = around.union(*(one.words for one in scene.telling.around(sentence.place, 1)))
    told = [_share(word, sentence.words, around) for word in claim.words]
    told += [float(kind in acts_in(sentence.quote.text)) for kind in claim.acts]
    if claim.met:
        told.append(float(sentence.place == scene.anchor.place))
    return sum(told) / len(told) if told else 0.0


def _share(word: str, words: frozenset[str], around: frozenset[str]) -> float:
    if _is_in(word, words):
        return 1.0
    return _LEFT if _is_in(word, around) else 0.0


def _is_in(word: str, words: frozenset[str]) -> bool:
    return is_told(word, words) or stem(word) in stems_of(words)
