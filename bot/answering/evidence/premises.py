"""What a question takes for granted and a statement does not bear out: that it was so, or that these met."""

import re

from bot.answering.answer import Slot
from bot.answering.evidence.statements import PRONOUN, Statement, surnames_of
from bot.answering.lexicon.encounters import tells_face_to_face
from bot.answering.lexicon.words import fold, folded_words, stems_of, topic_words
from bot.answering.understanding.question import Question

_MET = (
    r"(?:met|meet(?:ing)?|talk(?:s|ed|ing)?|sp(?:oke|eak|eaking|oken)|visit(?:ed|ing)?|s(?:aw|ee|een|eeing)"
    r"|receiv(?:e|ed|ing)|host(?:ed|ing)?|h(?:old|eld|olding))\b"
)
# What is denied, said of somebody or only offered is not told as having been.
_UNTRUE = re.compile(
    rf"\bden(?:y|ies|ied|ying) (?:\w+ ){{0,4}}?{_MET}|\brul(?:e|es|ed|ing) out (?:\w+ ){{0,2}}?{_MET}"
    rf"|\bnever (?:\w+ )?{_MET}|\b(?:reported|rumou?red|alleged|said|believed) to have (?:\w+ )?{_MET}"
    rf"|\b(?:accused|suspected) of (?:\w+ )?{_MET}|\b(?:ready|willing|open|prepared) to {_MET}",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\?[\"”’']?$")
_MEETING = re.compile(_MET, re.IGNORECASE)
# What parts those who are met in turn: "separate talks with A and B", "A on Monday and B on Tuesday".
_SEPARATE = re.compile(r"\bseparate(?:ly)?\b", re.IGNORECASE)
_IN_TURN = re.compile(
    r"\bthen\b|\b(?:before|later|afterwards)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: \w+)?,? and\b",
    re.IGNORECASE,
)

# An encounter is asked for by these, and told by what is said of people together or on the telephone.
_MET_ASKED = re.compile(
    r"\b(?:meet|met|meeting|s[ai]t(?:ting)? down|sit-down|see|saw|seen|visit(?:ed)?|talk(?:ed|s)?"
    r"|confer(?:red)?|receive|host|welcome)\b",
    re.I,
)
_SPOKE = re.compile(
    r"\b(?:discuss\w*|convers\w*|called (?!(?:for|on|upon)\b)|phoned|telephoned|conferr?\w*"
    r"|hear[ds]? from|attend\w*|receiv\w*|welcom\w*|greet\w*|accompan\w*|alongside|along with|travel\w*"
    r"|testif\w*|present(?:s|ed|ing)|award(?:s|ed|ing)|reception|lunch\w*|dinner|breakfast|ceremony|event"
    r"|forum|roundtable|hearing)\b",
    re.I,
)
# Who did so stands between the helping verb and that of the encounter.
_DONE_BY = re.compile(
    r"\b(?:did|has|had|have|will|does|do|was|were|is|are) ((?:[\w.'’&-]+,? ){1,8}?)"
    r"(?:meet|met|meeting|see|seen|sit|sitting|tour|touring|visit|visiting|talk|talking|speak|speaking|host|receive"
    r"|welcome|confer|travel|go|fly)\b",
    re.I,
)
# What people are said to have talked of; "on the phone" and "over lunch" tell none.
_WAYS = (
    r"(?:tele)?phone|line|table|agenda|minds?|hand|board|record|floor|campus|trips?|tours?|visits?|lunch|dinner"
    r"|breakfast|coffee|tea|drinks|days?|dates?|week(?:end)?s?|months?|years?|occasions?|spot|ground|sides?|way"
    r"|air|radio|television|tv|video|hill|behalf|eve|anniversary|mornings?|afternoons?|evenings?|nights?|stage"
    r"|sites?|base|stops?|swing|journey|foot|course|time|own|break|recess|summer|spring|winter|fall|autumn"
    r"|holidays?"
)
_MATTER = re.compile(
    rf"\b(?:about|regarding|concerning|(?:on|over)(?! (?:\w+ ){{0,2}}?(?:{_WAYS})\b))"
    r" (?!(?:what|which|whose|who|how|since|with)\b|\d)(.+?)"
    r"(?= (?:in|at|on|over|about|during|when|while|with|after|before|to|for|from|by|since|last|this|late"
    r"|early|(?:- )?what)\b|[?,;:()]|$)"
)


def is_of_other_matter(question: Question, statement: Statement) -> bool:
    """Tell whether people are asked about who spoke of a matter of which an article has no word."""
    told = statement.telling.stems
    for match in _MATTER.finditer(question.text):
        words = topic_words(match.group(1))
        short = words & question.acronyms & statement.telling.initials
        if words - question.names and not short and not stems_of(words) & told:
            return True
    return False


def is_no_encounter(question: Question, statement: Statement) -> bool:
    """Tell whether an encounter of several is asked about, and a mere sentence tells only another act."""
    if statement.recorded or len(question.people) < 2 or Slot.WHETHER in question.asked:
        return False
    if question.undone or _MET_ASKED.search(question.text) is None:
        return False
    text = statement.evidence.text
    return not tells_face_to_face(text) and _SPOKE.search(text) is None


def is_done_by_others(question: Question, statement: Statement) -> bool:
    """Tell whether those who are asked about as meeting somebody are only named where others met."""
    match = _DONE_BY.search(question.text)
    if statement.record is None or match is None or Slot.WHETHER in question.asked:
        return False
    absent = (question.people & folded_words(match.group(1))) - statement.who
    if not absent or absent <= statement.joining():
        return False
    text = statement.evidence.text
    pronoun = PRONOUN.search(text)
    named = [one.start() for one in re.finditer(r"[\w'’]+", text) if fold(one.group()) in statement.surnames]
    # "She also met Lee" tells of whoever holds the office; of "Lee, who said that she met Moe" nothing does.
    return (
        pronoun is None or not absent <= statement.telling.office or min(named, default=0) < pronoun.start()
    )


def is_untrue(question: Question, statement: Statement) -> bool:
    """Tell whether a mere sentence asks, denies or leaves open what the question takes for granted."""
    if statement.recorded or question.undone or Slot.WHETHER in question.asked:
        return False
    text = statement.evidence.text.strip()
    if _ASKED.search(text) is not None:
        return True
    return is_doubted(text) and not is_doubted(question.text)


def is_doubted(text: str) -> bool:
    """Tell whether a text tells a meeting as denied, said of somebody or only offered."""
    return _UNTRUE.search(text) is not None


def are_parted(question: Question, statement: Statement) -> bool:
    """Tell whether two who are asked about met others, or one other in turn, and not each other."""
    if len(question.people) != 2 or question.people & question.about or statement.record is None:
        return False
    one, other = question.people
    own = statement.surnames
    for theirs in map(surnames_of, statement.told_with()):
        if any(a in own - theirs and b in theirs - own for a, b in ((one, other), (other, one))):
            return True
    return _are_met_apart(one, other, statement.evidence.text)


def _are_met_apart(one: str, other: str, text: str) -> bool:
    """Tell whether a sentence names both behind its verb, and has each met in turn."""
    verb = _MEETING.search(text)
    places = {fold(match.group()): match for match in re.finditer(r"[\w'’]+", text)}
    if verb is None or not {one, other} <= places.keys():
        return False
    first, last = sorted((places[one], places[other]), key=lambda match: match.start())
    if first.start() < verb.end():
        return False
    between = text[first.end() : last.start()]
    return _IN_TURN.search(between) is not None or _SEPARATE.search(text[: first.start()]) is not None
