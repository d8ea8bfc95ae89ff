"""Words by which a meeting came to nothing, or somebody stayed away from it."""

import re

_OFF = (
    r"cancel\w*|call(?:s|ed|ing)? (?:it )?off|declin\w*|refus\w*|skip(?:s|ped|ping)?|cut short|scrap(?:s"
    r"|ped|ping)?"
    r"|(?:drop|back|pull|walk|storm|bow)(?:s|ped|ed|ing)? out|turn(?:s|ed|ing)? down|snub\w*|boycott\w*"
    r"|reject\w*"
    r"|withdr[ae]w(?:s|n|ing)?|(?:stay|walk|back)(?:s|ed|ing)? away|no-shows?|fail(?:s|ed|ing)? to"
)
_LATER = r"postpon\w*|put(?:s|ting)? off|delay\w*"
UNDOING = re.compile(rf"\b(?:{_OFF}|{_LATER})\b", re.IGNORECASE)
_FOR_GOOD = re.compile(rf"\b(?:{_OFF})\b", re.IGNORECASE)
# What an article may say instead: "will not attend", "was unable to travel".
_KEPT_AWAY = re.compile(
    r"(?:\b(?:not|never|no longer|unable to|cannot)|n['’]t) (?:\w+ ){0,2}?(?:meet|attend|go|come|travel"
    r"|visit|join"
    r"|participate|appear|make|hold|happen|take (?:part|place)|be (?:able|present|there|held))\b"
    r"|\b(?:absent|abrupt\w*|abandon\w*|dropped)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(r"\b(?:moved|reschedul\w*|suspend\w*|new (?:date|day|time))\b", re.IGNORECASE)


# What is refused or withdrawn in a matter talked about is no meeting.
_MATTER = re.compile(
    r"\b(?:to (?:discuss|talk|speak|press|urge|hear|address|review)|about|regarding|concerning|over|after)\b",
    re.IGNORECASE,
)


def tells_undoing(question: str) -> bool:
    """Tell whether a question says that the meeting came to nothing or that somebody stayed away."""
    matter = _MATTER.search(question)
    return UNDOING.search(question, 0, matter.start() if matter else len(question)) is not None


def bears_out_undoing(question: str, text: str) -> bool:
    """Tell whether a text says in any words that it came to nothing, or later where the question says so."""
    if _FOR_GOOD.search(text) is not None or _KEPT_AWAY.search(text) is not None:
        return True
    postponed = UNDOING.search(text) is not None or _MOVED.search(text) is not None
    return postponed and _FOR_GOOD.search(question) is None
