"""Who stands on either side of a verb of meeting, as a sentence words them."""

import re
from collections.abc import Iterator

from bot.answering.lexicon.encounters import MET_BY_NOBODY
from bot.answering.lexicon.words import folded_words, topic_words
from index.datelines import find_dateline
from index.letters import of_letters

_VERB = re.compile(
    r"\b(?:(?:will|would|not|now|no longer|instead"
    r"|is to|are to|to|also|today|yesterday|last month|has|had|have|later|then|recently"
    r"|personally"
    r"|earlier today|be)\s+)*"
    r"(?:(?:toured and )?met(?: today| yesterday| privately| personally)?(?: with)?|meet(?:s"
    r"|ing)? (?:\w+ )?with"
    r"|(?:was|were|is|are) (?:\w+ )?(?:received|hosted|welcomed|greeted) by"
    r"|meet|meetings? (?:\w+ )?with|host(?:s|ed|ing)?|receiv(?:es|ed|ing)|welcom(?:es|ed|ing)|visit(?:s"
    r"|ed|ing)?"
    r"|(?:spoke|talk(?:ed|ing)?|speak|conversation|discussions?"
    r"|telephone call)(?: by (?:tele)?phone)? (?:with|to)"
    r"|(?:held|hold|hosted) (?:an? )?(?:[\w-]+ ){0,3}?(?:talks|meeting|roundtable|hearing|forum"
    r"|discussion|briefing"
    r"|call)(?: of| with)?|(?:was|were|is) joined by|joined by|join(?:s|ed|ing)?|sat down with"
    r"|sit(?:ting)? down with"
    r"|listen(?:s|ed)? to|hear(?:d)? from|consult(?:s|ed) with|called on|was briefed by|briefed by"
    r"|briefed|telephoned"
    r"|phoned|called|accompanied by|testified before|along with|toured|conference call (?:\w+ )?with"
    r"|(?:roundtable|session|reception|dinner|lunch|breakfast|hearing|forum|summit|call"
    r"|briefing) (?:\w+ )?with)\b",
    re.IGNORECASE,
)
_STOP = of_letters(
    r"\s(?:to (?!the |a |his |her |their |its )[a-z]+|about|regarding|concerning|urging"
    r"|for (?:talks|an? )|in|at|on|from (?=[A-Z])"
    r"|today|yesterday|tomorrow|this (?:week|morning|afternoon)|last (?:week|month|year|\w+day)|earlier"
    r"|over|during"
    r"|where|when|whose|which|who|while|as|after|before|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|and (?:urged|discussed|made|presented|asked|pressed|will|then|also|called|said|had|was|were|to|met))\b"
    r"|[;:]\s|(?<!\b[A-Z])\.\s|[.;:]$",
    re.IGNORECASE,
)
# What a sentence opens with tells when or where, and nobody.
_FRONTED = re.compile(
    r"^(?:today|yesterday|earlier \w+|on \w+(?: \d+)?"
    r"|(?:in|at|on|during|after|before|following) [^,]*,),?\s+",
    re.IGNORECASE,
)
# Before a noun it tells what kind of people: "of visiting pilots".
_ADJECTIVE = re.compile(r"\b(?:of|the|an?|its|their|his|her|our|these|those)\s+$", re.IGNORECASE)
_NOBODY = re.compile(MET_BY_NOBODY, re.IGNORECASE)


# "She confirmed that he met Lee", "whom she met": who meets stands in the clause of the verb.
_CLAUSE_OF = re.compile(r"^.*\b(?:that|whom)\s+", re.IGNORECASE)


def verb_in(sentence: str) -> int:
    """Return where the first verb of meeting ends, or 0."""
    verb = _VERB.search(sentence)
    return verb.end() if verb else 0


def sides_in(sentence: str, names: frozenset[str]) -> Iterator[str]:
    """Yield, for each verb of meeting, the side that the question does not name, else all who meet."""
    dateline = find_dateline(sentence)
    begins = 0 if dateline is None else dateline.end
    for verb in _VERB.finditer(sentence, begins):
        subject = re.sub(r"^.*[;:]\s|^.*?,\s(?=and )", "", sentence[begins : verb.start()]).strip(' ,“”"')
        subject = _CLAUSE_OF.sub("", subject)
        subject = _FRONTED.sub("", subject)
        rest = sentence[verb.end() :]
        adjective = verb.group().endswith("ing") and _ADJECTIVE.search(sentence[: verb.start()])
        if adjective or _NOBODY.match(rest.lstrip()):
            continue
        stop = _STOP.search(rest)
        other = (rest if stop is None else rest[: stop.start()]).strip(' ,.“”"')
        left, right = bool(names & folded_words(subject)), bool(names & folded_words(other))
        if not topic_words(f"{subject} {other}"):
            continue
        if not other or (right and not left):
            if topic_words(subject):
                yield subject
        elif left and not right:
            yield other
        else:
            yield f"{subject} and {other}" if topic_words(subject) else other
