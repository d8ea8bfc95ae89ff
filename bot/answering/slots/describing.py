"""What a sentence says of those it names: titles, appositions, labels, and what it says of a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answering.lexicon.states import spelled_out
from bot.answering.lexicon.titles import JOINED_UNDER, TITLE, UNDER_SECRETARY
from bot.answering.lexicon.words import folded_words, initials_of
from index.letters import of_letters

_ABOUT = 90
_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_APPOSED = re.compile(
    r"[.]?\s*(?:\([^)]*\))?\s*(?:,(?! (?:Sens?|Reps?|Mrs?|Ms|Gov|Dr|Gen|and|as well|along|together|while"
    r"|but|others?|several|various|to|in|at|on|for|where|when|during|after|before|with|including"
    r"|(?!(?:in|out)coming|act|rank|manag|found|presid|govern|lead)[a-z]+ing)\b)|–|—|-{1,2}\s|of\b"
    r"|from\b)\s*(?:[^,;.()]|\([^()]*\))*"
    rf"(?:, (?:and )?(?:the |vice )?(?i:{TITLE})\b(?:[^,;.()]|\([^()]*\))*)*"
)
_IS = re.compile(r"\s+(?:is|was|are|were|will be|(?:will )?serves? as|served as)\s+[^,;.]*")
# Behind a home, too: "Ada Sund of Ostby, Maine, who is a pilot".
_WHO_IS = re.compile(r"(?:, [A-Z][\w. ]*)?,? who (?:is|was|serve[sd] as|works as)\b[^,;.]*")
_FOLLOWING = re.compile(r"\s+[a-z-]+")
# What stands before these speaks of somebody else.
_APART = re.compile(
    r"[;:]|,(?! (?:Jr|Sr))|\b(?:and|who|met|meets|met with|visited|hosted|joined|saw|told|thanked"
    r"|briefed|welcomed|greeted|accompanied|toured|introduced)\b"
)
# What stands before these is not said of a body.
_BODY_APART = re.compile(r"\b(?:of|in|at|to|for|with|from|by|on|about|the|an?|that|than)\b")
# One office may be of two things: "Secretary of Health and Human Services".
_ONE_OFFICE = of_letters(r"(\b(?:of|for) (?:the )?(?:[A-Z]\w+,? )+)and (?=[A-Z]|$)")
# Between two people of a list stand a comma or an "and", and what is said of the first.
_CHAIN = re.compile(r"(?:\s*\([^()]*\))?(?:,(?:(?! who | which )[^;:.()])*?)?(?:,|,? and|,? &) $")
_LISTED = of_letters(r"(?:\s*\([^()]*\))?,?(?: and| &)? (?:(?:[A-Z][\w.'’-]*|of|the) )*$")
_ALL = re.compile(r"\((?:both|all) ")
# What people of one title are of is told behind the last of them: "Sens. Webb and Sund from Maine".
_HOME = of_letters(r"(?:from|of) (?:the )?[A-Z]")
# Behind an office alone stands what it is of: "Ada Sund, President, Ostby Pilots' Union".
_BARE_OFFICE = of_letters(
    rf",\s*(?:the )?(?:[A-Z][\w-]* )*(?:{TITLE})(?: (?:of|for) (?:(?:the|and|of) |[A-Z][\w-]*\b ?)+)?"
)
_ITS_BODY = of_letters(r", (?:the )?[A-Z][^,;.()]*(?=[,;.]|$)")
# One person may hold two offices: "former Senator and Ferry Fund President Odd Krog".
_TWO_OFFICES = of_letters(
    rf"((?:^|\b(?:by|with|to|from|for|as) |, )(?:former )?(?:[A-Z][\w.'’-]* )*(?:{TITLE}) )and "
    r"((?:(?:[A-Z][\w.'’-]*|of|the) )*)(?:and )?$"
)
# An office may stand before a name with a comma between: "Director of Fisheries, Ada Sund".
_OFFICE_FIRST = re.compile(
    r"(?:^|[;:] |\b(?:and|by|with|from|including) )"
    rf"((?:the )?(?:[A-Z][\w.'’-]* (?:(?:of|for) (?:the )?)?)*(?:{TITLE}|Member)\b[^,;:]*), $"
)
# So may one with an article, where a comma closes it: "by the envoy to Ostland, Ada Sund, who ...".
_THE_OFFICE = re.compile(
    rf"\b(?:the|its|their|his|her) ((?:[\w.'’-]+ ){{0,4}}?(?:(?i:{TITLE})|head|counterpart|owner|founder)"
    r"(?: (?:of|to|for|at) [^,;:]*)?), $"
)
# The short form of a body, told behind it.
_SHORT_FORM = of_letters(r" \([A-Z][A-Z.&-]+\)")
_AFTER_APPOSED = re.compile(r"\s*(?:\([^)]*\))?(?:,(?! and\b)|[.;:]?\s*$)")
# What opens a list of people by what they are: "the commissioners included".
ROSTER = re.compile(
    r"^\W*(?:also |among )?(?P<who>(?:[\w.'’/-]+ ){0,8}?[\w'’-]+) (?:also )?"
    r"(?:includ(?:ed?|es)|consist(?:ed|s) of|(?:was|were|is|are) (?:made up|composed) of|comprised"
    r"|(?:were|are)(?=:)):?\s",
    re.IGNORECASE,
)
# What stands so before the first of a list tells what they all are: "pilots, including Bo Falk and Ada Sund".
_NAMELY = re.compile(r"(?:,? (?:including|such as|namely)|:| [–—-]) *$")
# What many are called ends before what they are of: "members of the Ferry Board".
_OF_WHAT = re.compile(r" (?:of|from|for|at|in|on|with) ")
_PLURAL = re.compile(r"(?:[a-z](?<![su])s|men|women|people)\.?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Where a name stands in a sentence: its run of capitals, offices included, and the bare name in it."""

    start: int
    bare: int
    end: int
    person: bool


def described_in(sentence: str, names: Sequence[Holder]) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return the folded words that a sentence says of each name, those of the name included.

    Beside them stand the initials of the names that are said of it.
    """
    people = [place for place, one in enumerate(names) if one.person]
    lefts = [_left(sentence, names, place) for place in range(len(names))]
    rights = [_right(sentence, names, place) for place in range(len(names))]
    said = [
        _words_of(f"{left} {sentence[one.start : one.end]} {right}") | folded_words(spelled_out(right))
        for one, left, right in zip(names, lefts, rights, strict=True)
    ]
    roster = ROSTER.match(sentence)
    for place in people:
        if roster is not None and names[place].start >= roster.end():
            said[place] |= folded_words(roster.group("who"))
    shared = ""
    together = set()
    for place, after in pairwise(people):
        title = lefts[place] + sentence[names[place].start : names[place].bare]
        shared = title if title.strip() else shared
        own = (lefts[after] + sentence[names[after].start : names[after].bare]).strip()
        gap = sentence[names[place].end : names[after].start]
        if not own and _PLURAL.search(shared) is not None and _CHAIN.match(gap) is not None:
            said[after] |= folded_words(shared)
            together.add(place)
        elif not own:
            shared = ""
    for place, after in reversed([*pairwise(people)]):
        gap = sentence[names[place].end : names[after].start]
        told = rights[after].lstrip(" ")
        of_all = told[:1] in (",", "–", "—") and _PLURAL.search(_OF_WHAT.split(told)[0]) is not None
        at_home = place in together and _HOME.match(told) and gap.strip(" ,") in ("and", "&", "")
        if (of_all or at_home or _ALL.match(told)) and _LISTED.match(gap):
            said[place] |= folded_words(told) | folded_words(spelled_out(told))
            rights[place] = rights[after]
    for places, noun in _of_one_noun(sentence, names):
        for place in places:
            said[place] |= folded_words(noun)
    initials = [
        initials_of(f"{left} {sentence[one.start : one.bare]}", 2) | initials_of(right, 2)
        for one, left, right in zip(names, lefts, rights, strict=True)
    ]
    return [*zip(said, initials, strict=True)]


def _words_of(text: str) -> frozenset[str]:
    """Return the folded words of what is said of somebody; an under secretary is no secretary.

    Who is "(USA, Ret.)" is retired.
    """
    words = folded_words(UNDER_SECRETARY.sub(JOINED_UNDER, text))
    return words | {"retired"} if "ret" in words else words


def _of_one_noun(sentence: str, names: Sequence[Holder]) -> Iterator[tuple[range, str]]:
    """Yield runs of listed names that share the last one's noun: "the Tern, Gull and Auk Counties"."""
    for last, name in enumerate(names):
        words = sentence[name.start : name.end].split()
        if len(words) < 2 or _PLURAL.search(words[-1]) is None:
            continue
        first = last
        while first and _LISTED.fullmatch(sentence[names[first - 1].end : names[first].start]):
            first -= 1
        bodies = not any(one.person for one in names[first : last + 1])
        if first < last and (bodies or sentence[: names[first].start].endswith("the ")):
            yield range(first, last), words[-1]


def _left(sentence: str, names: Sequence[Holder], place: int) -> str:
    """Return what stands before a name and speaks of its holder."""
    start = names[place].start
    ended = next((one.end for one in reversed(names[:place]) if one.person), 0)
    before = sentence[max(ended, start - _ABOUT) : start]
    if names[place].start < names[place].bare:
        before = _TWO_OFFICES.sub(r"\1& \2& ", _ONE_OFFICE.sub(r"\1& ", before))
    plain = _SHORT_FORM.sub("", before)
    first = _OFFICE_FIRST.search(plain) if names[place].person else None
    if first is not None and not before.startswith(","):
        return first.group(1)
    apposed = _THE_OFFICE.search(plain) if names[place].person else None
    if apposed is not None and _AFTER_APPOSED.match(sentence, names[place].end):
        return apposed.group(1)
    left = str(_APART.split(_NAMELY.sub(" ", before))[-1])
    return left if names[place].person else str(_BODY_APART.split(left)[-1])


def _right(sentence: str, names: Sequence[Holder], place: int) -> str:
    """Return what stands behind a name and speaks of its holder, up to the next person."""
    one = names[place]
    rest = sentence[one.end :]
    found = _APPOSED.match(rest) or _IS.match(rest) or _FOLLOWING.match(rest)
    label = _PARENTHESIS.match(rest)
    told = found.group() if found else ""
    if _BARE_OFFICE.fullmatch(told.rstrip()) and (body := _ITS_BODY.match(rest, len(told.rstrip()))):
        told = told.rstrip() + body.group()
    if told and (more := _WHO_IS.match(rest, len(told))):
        told += more.group()
    following = next((other.start for other in names[place + 1 :] if other.person), None)
    if following is not None and one.end + len(told) > following:
        between = rest[: following - one.end]
        told = "" if _LISTED.fullmatch(between) else between
    return told if label is None or told.startswith(label.group()) else f"{label.group()} {told}"
