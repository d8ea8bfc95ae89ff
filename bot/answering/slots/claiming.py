"""What a question claims besides that people met: a sentence that tells none of it is no proof."""

import re

from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Sentence
from bot.answering.lexicon.acts import GIVING, acts_in, acts_of
from bot.answering.lexicon.words import fold, folded_list, folded_words, is_told, stem, stems_of, topic_words
from bot.answering.understanding.claim import claim_in
from index.letters import of_letters

_MATTER = re.compile(r"\b(?:about|regarding|concerning|discuss(?:ed|ing)?)\b(?P<matter>.*)", re.IGNORECASE)
# "Did Lee promise to mend the pier": a promise to paint something is another.
_TO_DO = re.compile(
    r"\b(?:agree|promis|pledg|vow|commit|offer|ask|urg|request|press|want)(?:e?d|e|s|ing)?\b"
    r" (?:(?!to\b)[\w.'’-]+ ){0,5}?to (?P<deed>[a-z]+) (?P<object>.*)",
    re.IGNORECASE,
)
# Who was at a place need not have spoken there.
_SPEAKS = re.compile(
    r"\bsp(?:ea|o)k(?:e|en|ing)? (?:at|in|during|before)\b"
    r"|\b(?:giv(?:e|en|ing)|gave|deliver(?:ed)?|ma[dk]e) (?:[\w'’-]+ ){0,3}?"
    r"(?:talk|speech|address|lecture|remarks|keynote)\b",
    re.IGNORECASE,
)
_SPOKE = re.compile(r"\b(?:spe(?:ak|ech)|spoke|talk|address|remarks|keynote|lectur)\w*", re.IGNORECASE)
# Whose staff came did not come by that.
_STAFF = r"(?:office|staff(?:ers?)?|team|aides?)"
_STAFF_OF = of_letters(rf"\b(?:from|of) (?:[A-Z][\w.-]* )*[A-Z][\w-]+['’]s? (?:[\w-]+ )?{_STAFF}\b")
_STAFF_ASKED = re.compile(rf"\b{_STAFF}\b", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|them|this|that|these|those)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"(?:was|were|had .* been|has .* been)\b", re.IGNORECASE)
_PRONOUNS = stems_of(frozenset(["he", "she", "they", "i", "we"]))
_ARTICLE = stems_of(frozenset(["the", "a", "senator", "secretary"]))


def claims_speech(question: str) -> bool:
    """Tell whether a question claims that somebody made a speech."""
    return _SPEAKS.search(claim_in(question)) is not None


def bears_claim(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence tells some of each thing claimed: a speech, a deed, a giver, the matter."""
    text, claim = sentence.quote.text, claim_in(scene.question.text)
    if claims_speech(scene.question.text) and _SPOKE.search(text) is None:
        return False
    return (
        _tells_matter(scene, claim)
        and _tells_deed(scene, claim, sentence)
        and _tells_giver(scene, claim, text)
        and not _tells_staff(scene, claim)
    )


def _tells_matter(scene: Scene, claim: str) -> bool:
    """Tell whether the article speaks of any of what is claimed to have been talked about."""
    match = _MATTER.search(claim)
    words = frozenset[str]() if match is None else topic_words(match.group("matter"))
    told = scene.telling.words | folded_words(scene.telling.article.title)
    return not words or any(_is_in(word, told) for word in words)


def _tells_deed(scene: Scene, claim: str, sentence: Sentence) -> bool:
    """Tell whether a sentence names what somebody is claimed to have promised or been asked to do."""
    match = _TO_DO.search(claim)
    if match is None:
        return True
    small = {fold(one) for one in match.group("object").split() if one.islower()}
    words = topic_words(match.group("object")) & small
    if not words or any(_is_in(word, sentence.words) for word in words):
        return True
    # A deed may be told of "it", named in the sentence before.
    before = scene.telling.sentences[max(0, sentence.place - 1)].words
    same = _is_in(fold(match.group("deed")), sentence.words) and _IT.search(sentence.quote.text) is not None
    return same and any(_is_in(word, before) for word in words)


def _tells_giver(scene: Scene, claim: str, text: str) -> bool:
    """Tell whether whoever is claimed to have given something does so, and does not get it."""
    if _PASSIVE.match(scene.question.text):
        return True
    words = claim.split()
    first = next((place for place, word in enumerate(words) if GIVING in acts_in(word)), None)
    giver = frozenset(map(stem, folded_list(" ".join(words[:first])))) - _ARTICLE if first else frozenset()
    others = stems_of(scene.question.people) - giver
    return not giver or acts_of(text, frozenset({GIVING}), giver | _PRONOUNS, others) is not None


def _tells_staff(scene: Scene, claim: str) -> bool:
    """Tell whether somebody claimed to have been there is named only by whose staff came."""
    if _STAFF_ASKED.search(claim):
        return False
    near = " ".join(one.quote.text for one in scene.near())
    apart = folded_words(_STAFF_OF.sub(" ", near))
    return bool((scene.question.people - scene.telling.office) & (folded_words(near) - apart))


def _is_in(word: str, words: frozenset[str]) -> bool:
    return is_told(word, words) or stem(word) in stems_of(words)
