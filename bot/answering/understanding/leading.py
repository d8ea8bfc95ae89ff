"""Who leads a delegation or hosts a gathering, as a question asks it and as a sentence tells it."""

import re
from dataclasses import dataclass

from bot.answering.lexicon.words import topic_words

_NO_MAN = r"(?<!was )(?<!were )(?<!been )(?<!be )"
_BY = r"(?: (?!by\b)\w+){0,3} by ([^,;]+?)(?=[,;]| to\b| in\b| at\b| on\b| where\b|\W*$)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leading:
    """An act of one who stands above others: how a question asks for it, and how a sentence tells it."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


def _of(bare: str, present: str, past: str, doing: str) -> Leading:
    return Leading(
        asked=re.compile(
            rf"\b(?:who |which (?:[\w.'’-]+ ){{1,4}}?)"
            rf"(?:(?:will|would|was to|is to|did) (?:{bare})|(?:had |has )?(?:{present}|{past})"
            rf"|(?:was|is) {doing})\b",
            re.IGNORECASE,
        ),
        told=re.compile(
            rf"\b(?i:{past}){_BY}"
            rf"|(?:^|(?<=[,;]))([^,;]{{1,200}}?) {_NO_MAN}"
            rf"(?:(?:will|is to) (?:{bare})|is {doing}|{present}|(?:{past})(?! by))\b"
        ),
    )


_THROUGH = r"(?:a?round|through|on an? (?:\w+ )?tour)"
_GUIDING = Leading(
    asked=re.compile(
        rf"\bwho (?:showed|guided|walked|took|escorted) [^?,;]{{2,60}}? {_THROUGH}\b"
        r"|\bwho gave [^?,;]{2,60}? (?:an?|the) (?:\w+ )?tour\b",
        re.IGNORECASE,
    ),
    told=re.compile(
        rf"\b(?i:(?:tour|walk)\b[^,;.]{{0,60}}? (?:led|guided|conducted|given)){_BY}"
        rf"|\b(?i:(?:shown|guided|walked|taken|escorted|led) {_THROUGH})\b[^,;.]{{0,60}}?{_BY}"
        rf"|(?:^|(?<=[,;]))([^,;]{{1,200}}?) {_NO_MAN}(?:(?:showed|guided|walked|took|escorted|led) "
        rf"[^,;.]{{2,60}}? {_THROUGH}|gave [^,;.]{{2,60}}? an? (?:\w+ )?tour)\b"
    ),
)
_ACTS = (
    _GUIDING,
    _of(
        "lead|head|chair|moderate|preside over",
        "leads|heads|chairs|moderates|presides over",
        "led|headed(?: up)?|chaired|moderated|presided over",
        "(?:leading|heading|chairing|moderating)",
    ),
    _of(
        "host|organi[sz]e|convene|sponsor|put on|stage",
        "hosts|organi[sz]es|convenes|sponsors|puts on|stages",
        "hosted|organi[sz]ed|convened|sponsored|put on|staged",
        "(?:hosting|organi[sz]ing|convening|sponsoring|staging)",
    ),
)


def leading_asked(question: str) -> Leading | None:
    """Return the act whose doer a question asks for, or None."""
    return next((one for one in _ACTS if one.asked.search(question) is not None), None)


def leader_in(sentence: str, act: Leading) -> str | None:
    """Return who leads or hosts, as the sentence words it, or None."""
    match = act.told.search(sentence)
    found = "" if match is None else match.group(match.lastindex or 0).strip(" .")
    return found if topic_words(found) else None
