"""Which slots a question asks for, and in which words: "which two senators", "what city", "about what"."""

import re
from dataclasses import dataclass

from bot.answering.answer import Slot
from bot.answering.place_kinds import ASKS_PLACE
from bot.answering.words import fold, folded_list, stem, stems_of, topic_words

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
    rf"|\b(?:exact )?(?:date|day|time)\b[^a-z]*$|\bdate (?:pls"
    rf"|they|it)\b|^(?:the )?(?:exact )?(?:date|day|time) (?:of|for)\b",
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
_CAUSED = re.compile(r"(?:made|led|brought|took|drew|kept|drove|got|had|\w{3,}(?<!e)ed)\b", re.IGNORECASE)
_PERSONAL = re.compile(r"(?:ist|ian|eer|m[ae]n|(?:k|d|ch|m|y|n|v)er)s?$", re.I)
_PEOPLE = frozenset(
    stem(fold(word))
    for word in """
    people name names officer executive director commander head aide expert colleague guest witness staff
    couple husband wife widow son daughter brother sister parent child student author nominee principal
    doctor professor scholar king queen pope bishop pastor captain colonel major admiral sheriff reporter
    delegate attorney manager commissioner superintendent someone figure department capacity rank
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_BE = r"(?:did|does|do|was|were|had|has|have|is|are|will|would)"
_WHETHER = re.compile(rf"^{_BE}\b|:\s*{_BE}\b", re.IGNORECASE)
# "By May, had they met", "When he wrote, had they met": what stands in front is no question.
_LED_WHETHER = re.compile(
    r"^(?:according to|besides|apart from|by|on|in|at|as of|during|before|after|when|once|until|since)\b"
    r"(?! (?:what|which|whose?|whom)\b)"
    rf"(?:(?!\b(?:what|which|who|whom|why|where)\b)[^?])*?, {_BE}\b(?!.*\b(?:what|which|whom|why|where)\b)",
    re.IGNORECASE,
)
# A second question follows a comma or an "and"; any other "who" or "when" only belongs to the first.
_AGAIN = re.compile(r"(?:[,;:?/–-]|\b(?:and|or))(?: (?:in|at|on|to|from))?\s*$", re.IGNORECASE)
_LEAD = re.compile(r"(?:\W|and\s)*", re.IGNORECASE)
_SAID = re.compile(
    r"\bwhat\b.*\b(?:tell|told|say|said|agree|promise|reply|learn|conclude|decide|offer|settle)\b", re.I
)
_DESCRIBED = (
    re.compile(rf"\b(?:which|what)\s+(?!(?:{_VERBS})\b)(.+?)(?=\s(?:{_VERBS}|and|who|that|joined|met|meets?|went"
               r"|attended|briefed|hosted|took|visited|came|accompanied|sat|held|testified|received"
               r"|welcomed|spoke"
               r"|called|represented|led|saw|with|in|at|on|from)\b"
               r"|\s\w+ed (?:the|an?|his|her|their|up|out|down|to|through|for|by|[A-Z]\w+['’]s)\b"
               r"|[,?]|$)", re.I),
    re.compile(r"\bnames? of (?:the )?(.+?)(?=\s(?:who|that|met|at|in|whom)\b|[,?]|$)", re.I),
    re.compile(r"^name (?:the |all )?(.+?)(?=\s(?:who|that|met|at|in|whom)\b|[,?]|$)", re.I),
    re.compile(
        r"\bwho (?:was|were|is|are) (?:to be )?(?:the |an? )?(.+?)"
        r"(?=\s(?:who|that|met|at|in|on|whom|among)\b|[,?]|$)",
        re.I,
    ),
    re.compile(r"\bwho\s+(represented .+?)(?=\s(?:at|in|on|when)\b|[,?]|$)", re.I),
    re.compile(r"\bwho (?:from|of) (?:the )?(.+?)(?=\s(?:did|was|were|has|had)\b|[,?]|$)", re.I),
    re.compile(r"\bwhose (\w+)", re.I),
)  # fmt: skip
# "The member of the House helped Lind": what somebody did describes nobody.
_DONE = re.compile(r"((?:\S+ )+?\S+) \w+ed [A-Z]")
_NAMELY = re.compile(r"\b(?:which|what|names?)\b|\bwho (?:was|were|is) the\b", re.IGNORECASE)
_EXCEPT = re.compile(
    r"\b(?:besides|apart from|other than|along with|except(?: for)?|in addition to|as well as) "
    r"(.+?)(?=,|\?|\b(?:who|whom|did|was|which|what|and who)\b|$)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:(?:the|other|his|her|their) )*(\w+) ")
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 2
    )
}
_GROUPS = frozenset(
    stem(fold(word))
    for word in """
    group groups delegation organization organizations organisation company companies family families
    council board committee agency union tribe firm team association coalition commission chamber club
    party business base county counties school university bank nation nations country countries state
    states city unit
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


# Somebody of a body is none: a commissioner is no commission, though their stems are one.
_OF_A_GROUP = re.compile(r"\b(?:commissioners?|council(?:l?ors?|m[ae]n|wom[ae]n))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What is asked for. `described` are the stems by which the question knows who or what it asks for.

    `head` is the stem of the noun asked for, and `group` tells that it is a body of people. `named` tells
    that the question knows what they are and wants them by name, `several` that they are more than one,
    `count` at least how many.
    `apart` are the folded words of those it does not want told, and `words` tells that it asks what was said.
    `thing` are the stems of a thing asked for that no meeting is about as such: an award, a crane.
    """

    slots: tuple[Slot, ...]
    described: frozenset[str]
    named: bool
    several: bool
    count: int
    group: bool
    head: str
    apart: frozenset[str]
    words: bool
    thing: frozenset[str]


def read_asking(text: str) -> Asking:
    """Read which slots a question asks for."""
    apart = frozenset(word for match in _EXCEPT.finditer(text) for word in folded_list(match.group(1)))
    described = next((match.group(1) for one in _DESCRIBED if (match := one.search(text))), "")
    done = _DONE.match(described)
    described = done.group(1) if done else described
    stems = stems_of(frozenset(folded_list(described)))
    return Asking(
        slots=_slots(text),
        described=stems_of(topic_words(described)) | (stems & OFFICES),
        named=_NAMELY.search(text) is not None,
        several=_is_plural(described),
        count=_count(described),
        group=_head(described) in _GROUPS and _OF_A_GROUP.search(described) is None,
        head=_head(described),
        apart=apart,
        words=_SAID.search(text) is not None,
        thing=_thing(text),
    )


def _head(described: str) -> str:
    """Return the stem of the noun asked for: the base of "base's officials", "head" of "head of a union"."""
    owner = re.match(r"(\w+)['’]s? (\w+)?", described)
    if owner and owner.group(2) and stem(fold(owner.group(2))) in _GROUPS:
        return stem(fold(owner.group(2)))
    phrase = (
        owner.group(1)
        if owner
        else re.split(r" (?:of|from|in|at|with|for|besides|other|apart|along|among) ", described)[0]
    )
    return stem(fold(phrase.split()[-1])) if phrase.split() else ""


# Offices say little about a topic, and much about who is asked for.
OFFICES = frozenset(
    stem(fold(word))
    for word in """
    senator president official secretary minister prime foreign governor general chairman ambassador
    judge representative congressman mayor chief leader lawmaker member
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


def _asks_thing(text: str) -> bool:
    """Tell whether "what" with a noun asks for no people, or with a verb for what made somebody do it."""
    match = _WHAT_NOUN.match(text)
    if match is None or _NAMES_ASKED.match(text) is not None:
        return False
    words = match.group(1).split()
    # An "executive order" is no executive, but a "union president" is a president.
    told = stem(fold(words[-1]))
    return told not in OFFICES | _GROUPS | _PEOPLE and _PERSONAL.search(words[-1]) is None


def _thing(text: str) -> frozenset[str]:
    """Return the stems of the thing asked for: none where it is a matter or a cause of what was done."""
    match = _WHAT_NOUN.search(text)
    if match is None or not _asks_thing(text[match.start() :]) or _CAUSED.match(match.group(1)):
        return frozenset()
    return frozenset() if _WHY.match(text, match.start()) else stems_of(topic_words(match.group(1)))


def _is_plural(described: str) -> bool:
    head = described.split()[-1:] or [""]
    return bool(re.search(r"(?<![su])s$|people$|men$", head[0]))


def _count(described: str) -> int:
    """Return how many are asked for: three of "three senators", one where no number is said."""
    match = _COUNTED.match(described.lower())
    return _NUMBERS.get(match.group(1), 1) if match else 1


def _slots(text: str) -> tuple[Slot, ...]:
    found = []
    for slot, pattern in ((Slot.WHERE, ASKS_PLACE), (Slot.WHEN, _WHEN), (Slot.WHY, _WHY), (Slot.WHO, _WHO)):
        match = pattern.search(text)
        if match is not None:
            if slot is Slot.WHO and _asks_thing(text[match.start() :]):
                slot = Slot.WHY
            lead = _LEAD.match(match.group())
            found.append((match.start() + (lead.end() if lead else 0), slot))
    # "Which school" holds the "which" of a question for people, too: one word asks for one thing.
    taken: dict[int, Slot] = {}
    for start, slot in found:
        taken.setdefault(start, slot)
    if _LED_WHETHER.match(text) or (_WHETHER.search(text) is not None and 0 not in taken):
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
