"""Who, where and why in one sentence, by the shape of its clauses; every text is the sentence's own words."""

import re

from bot.answering.words import folded_words

_VERB = re.compile(
    r"\b(?:(?:will|would|is to|are to|to|also|today|yesterday|last month|has|had|have)\s+)*"
    r"(?:(?:toured and )?met(?: today| yesterday)?(?: with)?|meet(?:s|ing)? with|meet|will be meeting with"
    r"|meetings? with"
    r"|host(?:s|ed)?|receiv(?:es|ed)|welcom(?:es|ed)|visit(?:s|ed)?|spoke(?: by (?:tele)?phone)? with"
    r"|(?:held|hold|hosted) (?:a |an )?(?:talks|meeting|roundtable|hearing) (?:of |with )?"
    r"|join(?:s|ed)|sat down with"
    r"|consult(?:s|ed) with|called on|was briefed by)\b",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\s(?:to (?!the |a |his |her |their |its )[a-z]+|about|regarding|concerning|urging"
    r"|for (?:talks|an? )|in|at|on"
    r"|today|yesterday|tomorrow|this (?:week|morning|afternoon)|last (?:week|month|year|\w+day)|earlier|over"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|and (?:urged|discussed|made|presented|asked|pressed))\b|[;.:]\s|[.;:]$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:in|at|inside|aboard) ((?:the |his |her |a )?(?:[A-Z][\w.'’-]*|[A-Z]\.)"
    r"(?:(?:,? |-| of the | of | for the )(?:[A-Z][\w.'’-]*"
    r"|[a-z]+ (?=Center|Room|Building|House|Office|Hospital)))*"
    r"|(?:his|her) (?:[A-Z]\w+ )*office|person at [^,.;]+)",
)
_NOT_A_PLACE = re.compile(
    r"^(?:the )?(?:jan|feb|mar(?:ch)?\b|apr|may\b|june|july|aug|sep|oct|nov|dec|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|spring|summer|(?:19|20)\d\d)",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(to (?:discuss|talk|address|consider|urge|coordinate|review|explore|press|examine|continue"
    r"|consult|negotiate|sign|help|brief|hear|learn|get|seek|combat|try|mark|push|ask|express|present|agree|resolve|promote|begin"
    r"|receive|assess|work|end|share|plan|support|persuade|convince|highlight|prepare|raise|tackle|outline|encourage"
    r"|update|request|thank|honor|celebrate|announce|make|find|secure|protect|strengthen)\b.*"
    r"|(?:for|in) (?:talks|discussions?|consultations|an update|a briefing|negotiations)\b.*"
    r"|(?:about|regarding|concerning|aimed at|urging)\s.*"
    r"|(?:discuss(?:ed|ing)|urged|pressed|raised|stressed)\s.*)",
    re.DOTALL,
)  # fmt: skip
_TOLD = re.compile(
    r",? (?:the )?[\w .’'-]{2,40} (?:said|announced|says)(?: on| late| early)?(?: \w+day)?\W*$"
)
_TIME_END = re.compile(r"\s(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)\W*$", re.I)


_LEADER = re.compile(r"\b(?:led|headed|chaired) by ([^,;]+)|([^,;]+?) (?:will lead|leads|led|heads)\b")


def leader_in(sentence: str) -> str | None:
    """Return who leads, as the sentence words it, or None."""
    match = _LEADER.search(sentence)
    return None if match is None else (match.group(1) or match.group(2)).strip(" .")


def sides_of(sentence: str, names: frozenset[str]) -> str | None:
    """Return the side of the meeting that the question does not name, else all who meet; None for no verb."""
    verb = _VERB.search(sentence)
    if verb is None:
        return None
    subject = re.sub(r"^.*[;:]\s|^.*?,\s(?=and )", "", sentence[: verb.start()]).strip(' ,“”"')
    subject = re.sub(r"^(?:today|yesterday|earlier \w+|on \w+(?: \d+)?),?\s+", "", subject, flags=re.I)
    rest = sentence[verb.end() :]
    stop = _STOP.search(rest)
    other = (rest if stop is None else rest[: stop.start()]).strip(' ,.“”"')
    left, right = bool(names & folded_words(subject)), bool(names & folded_words(other))
    if not other or (right and not left):
        return subject or None
    if left and not right:
        return other
    return f"{subject} and {other}" if subject else other


def place_in(sentence: str) -> str | None:
    """Return the first place named after "in" or "at", or None."""
    for match in _PLACE.finditer(sentence):
        words = match.group(1).strip(" ,.")
        if _NOT_A_PLACE.match(words) is None:
            return words
    return None


def purpose_in(sentence: str) -> str | None:
    """Return the purpose or the matter discussed, as the sentence words it, or None."""
    match = _PURPOSE.search(sentence)
    if match is None:
        return None
    words = _TIME_END.sub("", _TOLD.sub("", match.group(1).strip()))
    return words.strip(' .,;:“”"') or None
