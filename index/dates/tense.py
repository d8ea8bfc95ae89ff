"""Whether the words around a time expression speak of the past or of what is to come."""

import re
from enum import Enum

from index.dates.moving import is_dropped_after, is_dropped_since, is_new_day


class Tense(Enum):
    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


_REACH = 160
_SENTENCE_END = re.compile(
    r"(?<!\b[ap]\.m)(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSen)(?<!\bRep)(?<!\bGov)"
    r"[.!?][\"'”’)]*\s+(?=[\"'“‘(`]*[A-Z])|\n\s*\n"
)
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_FUTURE_WORDS = """
    will shall scheduled slated due expected plans planning upcoming forthcoming hopes intends till
    deadline tentatively anticipated expects aims pending resumes reconvenes begins starts opens
    payable effective
    meets arrives leaves travels departs convenes testifies flies welcomes receives
"""
_FUTURE = frozenset(_FUTURE_WORDS.split())
_PAST_WORDS = """
    was were had did said told met held went came gave took made sat spoke saw got left led began
    became brought bought sold fell rose won lost sent spent struck wrote flew ran broke hit kept
    knew paid put read drew shot fought found stood thought understood has have been since ago chose
    says
"""
_PAST = frozenset(_PAST_WORDS.split())
_ANNOUNCED = re.compile(
    r"(?<=[a-z]) to (?:meet|visit|tour|speak|address|host|hold|attend|travel|testify)\b", re.IGNORECASE
)
"""What a line without another verb announces: "Mayor Ann Lee to visit the mill on Monday"."""
_ADJECTIVES_WORDS = """
    need red hundred indeed speed seed feed bed united proposed based unprecedented
"""
_ADJECTIVES = frozenset(_ADJECTIVES_WORDS.split())
_PLANS_WORDS = """
    planned hoped intended expected wanted agreed decided arranged vowed promised prepared scheduled
    invited asked plan plans planning hoping expecting preparing threatening ready likely about
    hope hopes intend intends expect expects aim aims want wants
"""
_PLANS = frozenset(_PLANS_WORDS.split())
_HOUR = r"(?:\d{1,2}(?::\d\d)? ?[ap]\.?m\.?,? |noon |midnight )?(?:[A-Z]{2,4} )?(?:on )?"
_BY_THEN = re.compile(r"(?:\bas (?:soon|early|late) as|\b[Bb]y|\b[Uu]ntil|\bnot until|\bahead of)(?: the)? $")
_AUXILIARIES_WORDS = """
    will would shall to
"""
_UNTIL = re.compile(rf"\b(?:[Uu]ntil|[Tt]ill) {_HOUR}$")
_AUXILIARIES = frozenset(_AUXILIARIES_WORDS.split())


_NO_PARTICIPLES = frozenset(("during", "king", "nothing", "something", "anything", "everything"))
_NO_PRESENT = frozenset(("to", "did", "didn't", "not", "could", "couldn't", "never", "let", "they'd", "had"))
"""Words after which "meet" is an infinitive that tells no tense of its own."""


def tense_around(body: str, start: int, end: int) -> Tense:
    """Judge by the verbs of the sentence: those before `start` first, nearest first, then those after.

    "By" and "as soon as" point ahead unless the verb before them is past.
    """
    before = sentence_before(body, start)
    after = _SENTENCE_END.split(body[end : end + _REACH], maxsplit=1)[0]
    if is_new_day(before, after) or is_dropped_since(before):
        return Tense.FUTURE
    earlier, later = _words(before), _words(after)
    back = _told_before(earlier)
    if _UNTIL.search(before) and back is Tense.UNKNOWN and _first_judged(later) is Tense.PAST:
        return Tense.PAST  # "Until Thursday, they had not called"
    if _UNTIL.search(before) or (_BY_THEN.search(before) and back is not Tense.PAST):
        return Tense.FUTURE
    if back is not Tense.UNKNOWN:
        return back
    if is_dropped_after(after):
        return Tense.FUTURE
    told = _first_judged(later)
    return Tense.FUTURE if told is Tense.UNKNOWN and _ANNOUNCED.search(before) else told


def sentence_before(body: str, start: int) -> str:
    """Return what a sentence says before `start`, as far back as it is looked at."""
    before = body[max(0, start - _REACH) : start]
    breaks = list(_SENTENCE_END.finditer(before))
    return before[breaks[-1].end() :] if breaks else before


def _told_before(words: list[str]) -> Tense:
    """Judge by the last word that tells; "planned to leave" looks ahead only to a day named after it."""
    for position in range(len(words) - 1, -1, -1):
        if words[position] in _PLANS and words[position + 1 : position + 2] == ["to"]:
            return Tense.FUTURE
        judged = _judge(words, position)
        if judged is not Tense.UNKNOWN:
            return judged
    return Tense.UNKNOWN


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def _first_judged(words: list[str]) -> Tense:
    for position in range(len(words)):
        judged = _judge(words, position)
        if judged is not Tense.UNKNOWN:
            return judged
    return Tense.UNKNOWN


def _points_ahead(word: str, following: str, ahead: list[str]) -> bool:
    """Tell a plan by two words: "are to", "would be", "is traveling"."""
    if word == "meet":
        return _NO_PRESENT.isdisjoint(ahead)
    if following == "to" and word in ("is", "are", "was", "were"):
        return True
    if word == "would":
        return following != "have"
    return word in ("is", "are") and following.endswith("ing") and following not in _NO_PARTICIPLES


def _judge(words: list[str], position: int) -> Tense:
    word, ahead = words[position], words[max(0, position - 3) : position]
    following = words[position + 1] if position + 1 < len(words) else ""
    if word in ("due", "scheduled", "expected", "slated", "set") and {"had", "been"} <= set(ahead):
        return Tense.PAST
    if word in _FUTURE or word.endswith("'ll") or (word == "set" and following in ("to", "for")):
        return Tense.FUTURE
    if _points_ahead(word, following, ahead):
        return Tense.FUTURE
    if word not in _PAST and (not word.endswith("ed") or word in _ADJECTIVES):
        return Tense.UNKNOWN
    if "will" in ahead or ("be" in ahead and not _AUXILIARIES.isdisjoint(ahead)):
        return Tense.FUTURE
    return Tense.PAST
