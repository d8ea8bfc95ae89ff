"""Whether the words around a time expression speak of the past or of what is to come."""

import re
from enum import Enum


class Tense(Enum):
    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


_REACH = 160
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(`]*[A-Z])|\n\s*\n")
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_FUTURE = frozenset(
    "will shall would'll ll scheduled slated due expected plans planned planning plan upcoming forthcoming hopes "
    "intends until till deadline tentatively anticipated expects aims pending invited resumes reconvenes "
    "begins starts opens".split()
)
_PAST = frozenset(
    "was were had did said told met held went came gave took made sat spoke saw got left led began became "
    "brought bought sold fell rose won lost sent spent struck wrote flew ran broke broadcast hit kept knew "
    "paid put read drew shot fought found stood thought understood has have been since ago chose".split()
)
_PASSIVE = frozenset("be to will would should may can could must".split())
_NO_VERB = frozenset(
    "need red hundred indeed speed seed feed bed united proposed based unprecedented".split()
)


def tense_around(body: str, start: int, end: int) -> Tense:
    """Judge by the verbs of the sentence: those before `start` first, nearest first, then those after.

    An expression that opens its sentence is judged by what follows it.
    """
    before = body[max(0, start - _REACH) : start]
    breaks = list(_SENTENCE_END.finditer(before))
    before = before[breaks[-1].end() :] if breaks else before
    after = _SENTENCE_END.split(body[end : end + _REACH], maxsplit=1)[0]
    earlier, later = _words(before), _words(after)
    if len(earlier) <= 2 and "until" not in earlier:
        return _first_judged(later, range(len(later)))
    back = _first_judged(earlier, range(len(earlier) - 1, -1, -1))
    return back if back is not Tense.UNKNOWN else _first_judged(later, range(len(later)))


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def _first_judged(words: list[str], order: range) -> Tense:
    for position in order:
        judged = _judge(words, position)
        if judged is not Tense.UNKNOWN:
            return judged
    return Tense.UNKNOWN


def _judge(words: list[str], position: int) -> Tense:
    word = words[position]
    if word in _FUTURE or word.endswith("'ll"):
        return Tense.FUTURE
    if word not in _PAST and (not word.endswith("ed") or word in _NO_VERB):
        return Tense.UNKNOWN
    ahead = words[max(0, position - 2) : position]
    if "be" in ahead or "will" in ahead:
        return Tense.FUTURE
    return Tense.PAST
