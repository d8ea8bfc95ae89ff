"""Whom a question asks for: the noun phrase behind "which", "name a", "who was the" or "whose"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from bot.answering.lexicon.people import GROUPS, OFFICES, THEIRS, is_somebody
from bot.answering.lexicon.titles import JOINED_UNDER, UNDER_SECRETARY
from bot.answering.lexicon.words import (
    fold,
    folded_list,
    initials_of,
    name_words,
    stem,
    stems_of,
    topic_words,
)

_VERBS = r"will|would|did|does|do|was|were|is|are|has|had|have|could|should|can|might|may"
_OPENERS = (
    re.compile(rf"\b(?:which|what)\s+(?!(?:{_VERBS}|to|for|and)\b)(?:of (?:the )?)?", re.IGNORECASE),
    re.compile(r"\bnames? of (?:the |an? |any |all )?", re.IGNORECASE),
    re.compile(r"^name (?:the |an? |any |all |one of the |one )?", re.IGNORECASE),
    re.compile(
        r"\bwho (?:was|were|is|are) (?:to be )?(?:(?:the |an? )|(?=[\w.]+['’]s? [a-z])|(?=[a-z]+s\b))",
        re.I,
    ),
    re.compile(r"\bwho['’]s (?:the |an? )?", re.IGNORECASE),
    re.compile(
        r"\bwho (?:represented|spoke for|(?:from|of)(?! (?:them|those|these)\b)) (?:the )?", re.IGNORECASE
    ),
    re.compile(r"\bwho (?:headed|heads|chaired|chairs|runs|ran) (?:up )?(?:the )?", re.IGNORECASE),
    re.compile(r"\bwhose ", re.IGNORECASE),
)
_FROM, _HEADED, _WHOSE = range(len(_OPENERS) - 3, len(_OPENERS))
_WORD = re.compile(r"[\w&][\w.&'’-]*|[^\w\s]")
_ENDS = frozenset(
    f"""
    {_VERBS.replace("|", " ")} to for who whom that which what whose when where why with in at on from by
    about over during after before into as besides along among alongside beside through they he she it
    """.split()
)
_AUXILIARIES = frozenset(_VERBS.split("|"))
_PAST = frozenset(
    """
    stood gave sent went came rang saw held led took sat spoke ran wrote brought heard told said made let got
    put met meets flew rode won paid built drew chose found kept threw shook sought taught thought began
    became broke fought left lost lent set showed joins attends hosts
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
# Participles that tell who somebody is rather than what somebody did.
_QUALITIES = frozenset(
    """
    elected appointed retired wounded disabled armed injured displaced hospitalized decorated allied unnamed
    united nominated named designated
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 2
    )
}
_COUNTED = re.compile(r"(?:(?:other|his|her|their|fellow) )*(\w+) ", re.IGNORECASE)
_MODIFIERS = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|other|top|senior|fellow)$", re.I
)
# The same people by a name of one word.
_SAME = (
    (re.compile(r"\bhouse members?\b|\bmembers? of the house\b", re.I), "congressman"),
    (re.compile(r"\bmembers? of congress\b", re.I), "lawmaker"),
    (re.compile(r"\bmembers? of parliament\b|\bparliament(?:ary)? members?\b", re.I), "parliamentarian"),
    (UNDER_SECRETARY, JOINED_UNDER),
    (
        re.compile(r"\bcabinet (?:members?|secretar(?:y|ies)|officials?|officers?)\b", re.I),
        "cabinet secretary",
    ),
    (re.compile(r"\bhead of (?:government|state)\b", re.I), "premier"),
    (re.compile(r"\bex-(?=\w)", re.I), "former "),
)
# Somebody of a body is none: a commissioner is no commission, though their stems are one.
_OF_A_GROUP = re.compile(
    r"\b(?:commissioners?|council(?:l?ors?|m[ae]n|wom[ae]n)|businessm[ae]n)$", re.IGNORECASE
)
_PLURAL = re.compile(r"(?<![su])s$|people$|men$|^(?:two|three|four|five|six|seven|eight|nine|ten) ", re.I)
_OWNER = re.compile(r"(?:.* )?([a-z][\w-]*?)(?:['’]s|s['’]) (\w+)$")
# "Co-chair" and "eight-year-old" are called by their last word.
_JOINED = re.compile(r"^(?:[\w.]+-)+(?=\w{3})")
_ACRONYM = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z]{2,6}\b")
# What a country or a state has as well as anybody: "from Ostland's state government".
_PUBLIC = stems_of(frozenset(["state", "government"]))
# What they are of is told behind them: "two officials from the ferry board".
_SOURCE = re.compile(r" from (?:the )?")
_BY_NAME = re.compile(r",? by name,?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Who is asked for: the folded `noun`, the stems of all that is said of them, and of the names in that.

    `short` is what these may be cut down to, and `acronyms` what may be told in full. `several` tells that
    they are more than one, `count` at least how many, `group` that a body of people is asked for, and
    `by_name` that the question wants names.
    """

    noun: str = ""
    said: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()
    several: bool = False
    count: int = 1
    group: bool = False
    by_name: bool = False

    @property
    def head(self) -> str:
        """Return the stem of the noun."""
        return stem(self.noun) if self.noun else ""


def read_sought(text: str) -> Sought:
    """Read whom or what a question asks for by a noun; empty where it only asks "who"."""
    by_name = _BY_NAME.search(text) is not None
    text = _BY_NAME.sub(" ", text)
    for kind, opener in enumerate(_OPENERS):
        match = opener.search(text)
        if match is not None:
            phrase = phrase_at(text, match.end())
            source = _SOURCE.match(text, match.end() + len(phrase))
            of = phrase_at(text, source.end()) if source and text.startswith(phrase, match.end()) else ""
            said, names = stems_of(topic_words(phrase)), stems_of(name_words(phrase))
            if kind == _FROM:
                return Sought(said=said - _PUBLIC if names - _PUBLIC else said, names=names or said)
            if kind == _HEADED:
                return Sought(noun="head", said=said, names=names) if names else Sought()
            found = _of_phrase(phrase, owned=kind == _WHOSE) if phrase else Sought()
            if found.noun and not found.group:
                said = found.said | stems_of(topic_words(of))
                found = replace(found, said=said, names=found.names | stems_of(name_words(of)))
            return replace(found, by_name=by_name)
    return Sought()


def phrase_at(text: str, start: int) -> str:
    """Return the noun phrase that begins at `start`: up to a verb, a preposition or a comma."""
    taken: list[str] = []
    words = _WORD.findall(text[start:])
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else ""
        bare = [one for one in taken if _MODIFIERS.match(one) is None]
        if not word[0].isalnum() or word.lower() in _ENDS:
            break
        ended = after.lower() in _ENDS | {"the"} or (bare and bare[-1].endswith("s"))
        if word == "and" and (not taken or ended):
            break
        if bare and (_is_verb(word) or (_is_noun(bare[-1]) and _is_subject(words[place:]))):
            break
        taken.append(word)
    return " ".join(taken)


def _is_verb(word: str) -> bool:
    if word in _PAST:
        return True
    joined = "-" in word and not word.startswith("co-")
    return word.islower() and word.endswith("ed") and not joined and word not in _QUALITIES


def _is_noun(word: str) -> bool:
    somebody = is_somebody(word) or THEIRS.match(word) is not None
    return word.islower() and (somebody or stem(fold(word)) in GROUPS)


def _is_subject(words: Sequence[str]) -> bool:
    """Tell whether a name stands before a verb of its own: "the chief Pete Lind had met"."""
    rest = [*dropwhile(lambda word: word[0].isupper(), words)]
    named = len(rest) < len(words)
    return named and (not rest or rest[0].lower() in _AUXILIARIES or _is_verb(rest[0]))


def _of_phrase(phrase: str, *, owned: bool) -> Sought:
    plain = phrase
    for pattern, same in _SAME:
        phrase = pattern.sub(same, phrase)
    whole = phrase.split()
    parts = re.split(r" of ", phrase)
    # A lower-case noun behind the name of a body is who is asked for: "Port of Ostby officials".
    first = (
        phrase if len(parts) > 1 and parts[0].split()[-1][0].isupper() and whole[-1].islower() else parts[0]
    )
    owner = _OWNER.match(first)
    noun = _JOINED.sub("", first.split()[-1])
    if owner is not None and stem(fold(owner.group(1))) in GROUPS and not _is_one(owner.group(2)):
        noun = owner.group(1)
    folded = re.sub(r"ie$", "y", fold(re.sub(r"['’]s?$", "", noun)))
    stems = stems_of(frozenset(folded_list(phrase)))
    group = stem(folded) in GROUPS and _OF_A_GROUP.search(noun) is None
    if owned and not (group or THEIRS.match(noun) is not None or is_somebody(noun)):
        return Sought(said=stems_of(topic_words(phrase)))
    return Sought(
        noun=folded,
        said=stems_of(topic_words(phrase)) | (stems & OFFICES) | {stem(folded)},
        names=stems_of(name_words(phrase)),
        short=initials_of(phrase, 3),
        acronyms=frozenset(fold(one) for one in _ACRONYM.findall(phrase)),
        several=any(_PLURAL.search(one) for one in (first, plain.split(" of ")[0])),
        count=_count(phrase),
        group=group or (owned and THEIRS.match(noun) is not None),
    )


def _count(phrase: str) -> int:
    """Return how many are asked for: three of "three senators", one where no number is said."""
    match = _COUNTED.match(phrase)
    return _NUMBERS.get(match.group(1).lower(), 1) if match else 1


def _is_one(noun: str) -> bool:
    return is_somebody(noun) and _PLURAL.search(noun) is None
