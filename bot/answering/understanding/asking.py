"""Which slots a question asks for, and in which words: "which two senators", "what city", "about what"."""

import re
from dataclasses import dataclass

from bot.answering.answer import Slot
from bot.answering.lexicon.people import GROUPS, OFFICES, PEOPLE, PERSONAL, is_person
from bot.answering.lexicon.place_kinds import ASKS_PLACE
from bot.answering.lexicon.titles import is_office
from bot.answering.lexicon.words import fold, folded_list, stem, stems_of, topic_words
from bot.answering.understanding.claim import BEGINS
from bot.answering.understanding.sought import Sought, phrase_at, read_sought

_TIMES = r"days?|dates?|months?|years?|weeks?|weekend|time|evening|morning|afternoon|season"
_MATTERS = (
    r"issues?|subjects?|matters?|topics?|reasons?|purposes?|concerns?|projects?|problems?|projects?|plans?"
    r"|complaints?|questions?|things?|programs?|bills?|legislation|goals?|priorit(?:y|ies)|message|report"
    r"|proposals?|cause|points?|case|changes?|measures?|themes?|disputes?|crisis|deal|threats?|help|source"
    r"|installations?|work|role|news|agreement|policy|policies|steps?|funding|money|information|kind|sort"
)
_VERBS = r"will|would|did|does|do|was|were|is|are|has|had|have|for|to|could|should|can"
_BETWEEN = rf"(?:(?!(?:{_VERBS})\b)[\w.&-]+ ){{0,3}}?"

_WHEN = re.compile(
    r"(?:^|[,;:?/–-]\s*|\band\s+)when\b|\bwhen(?: was (?:that|it|this))?\W*$|\bwhen in (?:19|20)\d\d\W*$"
    rf"|\bwhat (?:is|was) the (?:\w+ ){{0,2}}(?:date|day|time)\b|\b(?:which|what) (?:\w+ )?(?:{_TIMES})\b"
    rf"|\b(?:exact )?(?:date|day|time)\b(?: (?:held|met|set|visited|scheduled|planned))?[^a-z]*$"
    rf"|\bdate (?:pls|they|it)\b|^(?:the )?(?:exact )?(?:date|day|time) (?:of|for)\b",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"\bwhy\b|\bwhat for\b|\bpurposes?\b|\breasons?\b|\babout what\b|\bto (?:discuss|talk about) what\b"
    r"|\b(?:subject|topics?|agenda|focus)\b\s*(?:of\b|\?|–|-|$)"
    rf"|\b(?:which|what) {_BETWEEN}(?:{_MATTERS})\b|\bname (?:a|one|the) (?:{_MATTERS})\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\bwho(?:m|se|'s|’s)?\b(?! (?:place|(?:\w+ )?office|home|house))|\bnames? of\b|^name (?:the|all)\b"
    r"|^(?:the )?(?:participants?|attendees?|guests) (?:in|of|at)\b"
    rf"|\b(?:which|what) (?!(?:{_VERBS})\b)[a-z]",
    re.IGNORECASE,
)
_WHAT = re.compile(r"\bwhat\b", re.IGNORECASE)
_NAMES_ASKED = re.compile(r"what (?:is|was|were|are) the names?\b", re.IGNORECASE)
_WHAT_NOUN = re.compile(
    rf"what (?!(?:{_VERBS})\b)([\w.'’-]+\b(?: (?!(?:{_VERBS}|of|from|in|at|on|for|with|by|to|about|and|that"
    r"|who|sent|joined|met|took|came|attended|hosted|briefed|accompanied|sat|held|went|led|gave|visited|spoke)\b)"
    r"[\w.'’-]+\b)*)",
    re.IGNORECASE,
)
# A piece of something is no one, and what comes up in talks is a matter of theirs.
_MATTER = re.compile(
    rf"(?:which|what) {_BETWEEN}(?:(?:pieces?|items?|types?|forms?|aspects?|brands?) of"
    r"|(?P<noun>[\w-]+) (?:came up|(?:was|were|got) (?:discussed|raised|mentioned|brought up|talked about)"
    r"|(?:did|does|had|will|would) [^?,;]{2,60}? (?:raised?|bring up|brought up|discuss(?:ed)?"
    r"|mention(?:ed)?|announced?|promised?|pledged?|complain(?:ed)? (?:about|of)|talk(?:ed)? about)))\b",
    re.IGNORECASE,
)
# "Which harbour did they discuss" asks for no place, but "which harbour did they discuss it in" does.
_SPOKEN_OF = re.compile(
    rf"(?<!\bin )(?<!\bat )(?<!\bto )(?<!\bfrom )\b(?:which|what) {_BETWEEN}[\w-]+ "
    r"(?:did|does|do|had|has|have|will|would) [^?,;]{2,60}? "
    r"(?:raised?|bring up|brought up|discuss(?:ed)?|talk(?:ed)? about|mention(?:ed)?|promised?|announced?)"
    r"(?=\W*$| (?:in|at|on|with|when|while|during|as|after|before|together)\b(?!\W*$))",
    re.IGNORECASE,
)
_CAUSED = re.compile(r"(?:made|led|brought|took|drew|kept|drove|got|had|\w{3,}(?<!e)ed)\b", re.IGNORECASE)
# "What brought the family" asks for what did so, "what elected officials" for people.
_CAUSED_WHOM = re.compile(rf"(?:{_CAUSED.pattern}) (?:the|an?|his|her|their|its|(?-i:[A-Z]))", re.IGNORECASE)
_BE = r"(?:did|does|do|was|were|had|has|have|is|are|will|would)"
# "By May, had they met", "When he wrote, had they met": what stands in front is no question.
_LED_WHETHER = re.compile(
    r"^(?:according to|besides|apart from|by|on|in|at|as of|during|before|after|when|once|until|since)\b"
    r"(?! (?:what|which|whose?|whom)\b)"
    rf"(?:(?!\b(?:what|which|who|whom|why|where)\b)[^?])*?, {_BE}\b(?!.*\b(?:what|which|whom|why|where)\b)"
    rf"|^(?:by|in|at|as of|on|during)(?: (?!(?:what|which|whose?|whom|{_BE})\b)[\w'’-]+){{1,4}}? {_BE}\b"
    r"(?!.*\b(?:what|which|who|whom|why|where|when)\b)",
    re.IGNORECASE,
)
# A second question follows a comma or an "and"; any other "who" or "when" only belongs to the first.
_AGAIN = re.compile(r"(?:[,;:?/–-]|\b(?:and|or))(?: (?:in|at|on|to|from))?\s*$", re.IGNORECASE)
_LEAD = re.compile(r"(?:\W|and\s)*", re.IGNORECASE)
_SAID = re.compile(
    r"\bwhat\b.*\b(?:tell|told|say|said|agree|promise|pledge|vow|reply|answer|respond|announce|learn|conclude"
    r"|decide|offer|settle)\b",
    re.I,
)
_NAMELY = re.compile(r"\b(?:which|what|names?)\b|\bwho (?:was|were|is) the\b", re.IGNORECASE)
_NOUN_ASKED = re.compile(r"(?:which|what|name (?:a|an|one|the)) (?:of (?:the )?)?", re.IGNORECASE)
_EXCEPT = re.compile(
    r"\b(?:besides|apart from|other than|along with|except(?: for)?|in addition to|as well as) "
    r"(.+?)(?=,|\?|\b(?:who|whom|did|was|which|what|and who)\b|$)",
    re.IGNORECASE,
)
# Two are asked for, each by a noun: "which mayor and which sheriff", "who from the bank and from the port",
# "name the mayor and the sheriff".
_SECOND = re.compile(
    rf"\b(?:which|what|who)\b[^?]{{3,60}}? and (?:(?P<noun>(?:which|what) (?!(?:{_VERBS}|{_BE})\b))"
    r"|(?P<of>from (?!(?:which|what|where)\b)))"
    r"|^(?:name|who (?:were|are)) the [^?]{3,60}? and (?P<named>the )",
    re.IGNORECASE,
)
# Whom a question tells by office beside those it asks for: "with the mayor", "the port's manager".
_BESIDE = re.compile(
    r"\b(?:the|their|his|her|its|\w+['’]s) (?:[a-z-]+ ){0,2}?([a-z]+)(?=[,?.;]|$"
    r"| (?:and|or|about|on|at|in|to|from|with|of|for|over|when|who|after|before|during)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What is asked for. `sought` is whom or what the question asks for by a noun.

    `named` tells that the question knows what they are and wants them by name. `apart` are the folded words
    of those it does not want told, and `words` tells that it asks what was said.
    `also` is a second one sought beside the first, empty where there is none, and `beside` are the stems of
    offices by which the question tells others.
    `thing` are the stems of a thing asked for that no meeting is about as such: an award, a crane.
    """

    slots: tuple[Slot, ...]
    sought: Sought
    named: bool
    also: Sought
    apart: frozenset[str]
    beside: frozenset[str]
    words: bool
    thing: frozenset[str]


def read_asking(text: str) -> Asking:
    """Read which slots a question asks for."""
    return Asking(
        slots=_slots(text),
        sought=read_sought(text),
        named=_NAMELY.search(text) is not None,
        also=_second(text),
        beside=_beside(text),
        apart=frozenset(word for match in _EXCEPT.finditer(text) for word in folded_list(match.group(1))),
        words=_SAID.search(text) is not None,
        thing=_thing(text),
    )


def _second(text: str) -> Sought:
    match = _SECOND.search(text)
    if match is None or _slots(text) != (Slot.WHO,):
        return Sought()
    start = match.start(match.lastgroup or 0)
    opener = {"noun": "", "named": "name "}.get(match.lastgroup or "", "who ")
    return read_sought(opener + text[start:])


def _beside(text: str) -> frozenset[str]:
    offices = (match.group(1) for match in _BESIDE.finditer(text))
    return frozenset(stem(fold(one)) for one in offices if is_office(one.title()))


def _asks_thing(text: str) -> bool:
    """Tell whether "what" with a noun asks for no people, or with a verb for what made somebody do it."""
    match = _MATTER.match(text)
    if match is not None:
        return match.group("noun") is None or not _is_of_people(match.group("noun"))
    match = _WHAT_NOUN.match(text)
    if match is None or _NAMES_ASKED.match(text) is not None:
        return False
    if _CAUSED_WHOM.match(text, match.start(1)) is not None:
        return True
    words = (phrase_at(text, match.start(1)) or match.group(1)).split()
    # An "executive order" is no executive, but a "union president" is a president.
    return not _is_of_people(words[-1])


def _is_of_people(noun: str) -> bool:
    return stem(fold(noun)) in OFFICES | GROUPS | PEOPLE or PERSONAL.search(noun) is not None


def _asks_somebody(matched: str, text: str) -> bool:
    """Tell whether the noun asked for is a person, though a place or a matter is named beside it."""
    opener = _NOUN_ASKED.match(matched)
    start = text.find(matched)
    phrase = "" if opener is None else phrase_at(text, start + opener.end())
    noun = phrase.split()[-1] if phrase else ""
    return noun.islower() and is_person(noun)


def _thing(text: str) -> frozenset[str]:
    """Return the stems of the thing asked for: none where it is a matter or a cause of what was done."""
    match = _WHAT_NOUN.search(text)
    if match is None or not _asks_thing(text[match.start() :]) or _CAUSED.match(match.group(1)):
        return frozenset()
    return frozenset() if _WHY.match(text, match.start()) else stems_of(topic_words(match.group(1)))


def _slots(text: str) -> tuple[Slot, ...]:
    found = []
    for slot, pattern in ((Slot.WHERE, ASKS_PLACE), (Slot.WHEN, _WHEN), (Slot.WHY, _WHY), (Slot.WHO, _WHO)):
        match = pattern.search(text)
        if match is not None and slot is Slot.WHERE and _SPOKEN_OF.match(text, match.start()):
            slot = Slot.WHY
        if match is not None and slot in (Slot.WHERE, Slot.WHY) and _asks_somebody(match.group(), text):
            continue
        if match is not None:
            if slot is Slot.WHO and _asks_thing(text[match.start() :]):
                slot = Slot.WHY
            lead = _LEAD.match(match.group())
            found.append((match.start() + (lead.end() if lead else 0), slot))
    # "Which school" holds the "which" of a question for people, too: one word asks for one thing.
    taken: dict[int, Slot] = {}
    for start, slot in found:
        taken.setdefault(start, slot)
    if _LED_WHETHER.match(text) or (BEGINS.search(text) is not None and 0 not in taken):
        return (Slot.WHETHER,)
    asked = [
        slot
        for place, (start, slot) in enumerate(sorted(taken.items()))
        if not place or _AGAIN.search(text[:start]) is not None
    ]
    named = _NAMES_ASKED.match(text) is not None
    if _WHAT.match(text) is not None and not named and (not asked or min(taken) > 0):
        # What was wanted, raised or on the table is what the meeting was about.
        return (Slot.WHAT,) if _SAID.search(text) is not None else (Slot.WHY,)
    return tuple(dict.fromkeys(asked)) or ((Slot.WHY,) if _WHAT.search(text) is not None else (Slot.WHAT,))
