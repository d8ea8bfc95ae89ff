"""Who: the people and groups that a sentence names, and what it says they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.lexicon.states import LABEL
from bot.answering.lexicon.titles import BODIES, BODY, TITLE, is_office, is_title
from bot.answering.lexicon.words import fold, folded_list, is_told, stem, stems_of, topic_words
from bot.answering.slots.describing import Holder, described_in
from bot.answering.understanding.vocabulary import Vocabulary
from index.article import NameType
from index.letters import of_letters
from index.names.common import PARTICLES

_CAPITAL = r"(?:[A-Z][\w'’-]*[\w’']|[A-Z]\.(?:[A-Z]\.)*|[A-Z]\b)"
# Between forename and surname may stand what somebody is called: "Islambek "Bek" Tolegontegin".
_CALLED = r"(?: [\"“][A-Z]\w+[\"”](?= [A-Z]))?"
_LINK = (
    rf"(?: (?:(?:(?:{'|'.join(sorted(PARTICLES))}) ){{1,3}}|(?:of|of the|&|y) )?|-"
    r"|, (?=(?:Jr|Sr|II|III|Inc|Corp|LLC|Ltd)\b))"
)
_RUN = of_letters(rf"{_CAPITAL}(?:{_CALLED}{_LINK}{_CAPITAL}\.?)*")
_FOLLOWING = re.compile(r"\s+[a-z-]+")
_ENDS_IN_TITLE = of_letters(rf"\b(?:{TITLE})(?: \([A-Z]+\))?\s+$")
_OF_A_BODY = re.compile(rf"\b(?:{BODIES}) (?:for|on|of|and)(?: the)? $")
# What stands before a name within one run of capitals: offices, and the bodies they are of.
_OFFICE = of_letters(rf"^.*\b(?:{TITLE}|{BODIES})\s+(?=[A-Z])")
_NO_NAME = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September"
    r"|October|November|December|The|An?|In|On|At|Today|Yesterday|Tomorrow|Among|Also|During|After|Before"
    r"|Following"
    r"|This|That|These|Those|When|He|She|They|It|I|We|His|Her|Their|Its|Our|My|As|And|But|For|With|By|To"
    r"|If|While|U\.S"
    r"|Earlier|Later|Specifically|However|Americans?|Washington|D\.C|Since|There|Both|Other|Another|Last"
    r"|Next|Dear)\b\.?$"
)
_LEADING = re.compile(rf"^(?:{_NO_NAME.pattern.replace('$', '')}\s+)+")
_ABOUT = 90
# What opens so is an office, and nobody's name: "Director of Fisheries".
_OFFICE_OF = re.compile(rf"\b(?:(?:Executive|Vice|Deputy|Assistant|Associate) )*(?:{TITLE}) (?:of|for|on) ")
# "First Secretary" is an office, and so is "Deputy Director".
_RANKED = re.compile(r"^(?:(?:First|Second|Third|Deputy|Assistant|Associate|Acting|Senior|National) )+")
_LINKING = frozenset(["of", "for", "on", "the", "and"])
# A forename, initials and a surname at the end of a run of capitals.
_FULL_NAME = of_letters(r"\b[A-Z][\w'’-]+ (?:[A-Z]\.? )*[A-Z][\w'’-]+$")
_RETIRED = of_letters(r"\((?:[A-Z]{2,5},? )?Ret\.?\)")
# Words of places that are surnames as well: behind a title and a forename they are no place.
_SURNAME_TOO = of_letters(r"[A-Z][\w.]* (?:.* )?(?:Hill|Hall|Day|Park|Field|Lake|Star|Heart|Street|Forest)$")
# What is called so in quotes is a work or an event: the "Jobs Today, Jobs Tomorrow" tour.
_QUOTED_TITLE = of_letters(
    r"[\"“](?:[A-Z][\w'’-]*,? (?:(?:of|the|and|for|in|to|a) )*)+[A-Z][\w'’-]*[,!]?[\"”]"
)
# "Ida Moe of Ostby" is a person, "Bank of Ostby" none.
_OF_WHERE = of_letters(r" of (?:the )?(?=[A-Z])")
# So many capitals are no initials.
_LETTERS = 3
# A single name behind these, or one behind an acronym, is of a place: "at UT Ostby".
_ACRONYM_FIRST = of_letters(r"[A-Z]{2,} ")
_INSIDE = re.compile(r"\b(?:in|at|near|inside)\s$")
# Behind these stands what somebody is, not who: "the Harbour Scholars", "a Harbour Scholar".
_ONE_OF_MANY = re.compile(r"\b(?:an?|class of|group of|members? of)\s$")
_MANY = re.compile(r"\b(?:the|its|their|his|her|our|your)\s$")
# A dash without blanks joins the next clause to a name: "in downtown Ostby-a project".
_DASHED = re.compile(r"-(?:an?|the|and|which|who|where|is|are|was|were|in|at)$")
# What a body is for, behind its name.
_OF_WHAT = of_letters(r"(?<=[a-z])(?: (?:on|for|of) (?:the )?[A-Z][\w.-]*(?: (?:and )?[A-Z][\w-]*)*)+")
_QUOTES = frozenset("\"“”‘’'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name in a sentence, whether it is a person's, the folded words said of its holder, what the names
    in these may be cut down to, and the stem of the noun it stands before.
    """

    start: int
    end: int
    text: str
    person: bool
    said: frozenset[str]
    initials: frozenset[str] = frozenset()
    head: str | None = None

    @property
    def described(self) -> frozenset[str]:
        """Return the stems of what is said of the holder."""
        return stems_of(self.said)


def names_in(sentence: str, vocabulary: Vocabulary) -> list[Named]:
    """Return the names of a sentence in order, people without the titles before them."""
    held = [*_holders(sentence, vocabulary)]
    found = []
    for one, (said, initials) in zip(held, described_in(sentence, held), strict=True):
        start = one.bare if one.person and " " in sentence[one.bare : one.end] else one.start
        found.append(
            Named(
                start=start,
                end=one.end,
                text=sentence[start : one.end],
                person=one.person,
                said=said,
                initials=initials,
                head=_head(sentence[one.end :]),
            )
        )
    return found


def _holders(sentence: str, vocabulary: Vocabulary) -> Iterator[Holder]:
    titles = [*_QUOTED_TITLE.finditer(sentence)]
    labels = [*LABEL.finditer(sentence), *_RETIRED.finditer(sentence)]
    for match in _RUN.finditer(sentence):
        whole = _DASHED.sub("", match.group().rstrip(" ."))
        run = _LEADING.sub("", whole)
        begins = match.start() + len(whole) - len(run)
        if not run or _NO_NAME.match(run) is not None or not (topic_words(run) or " " in run):
            continue
        if any(one.start() < begins < one.end() for one in labels):
            continue
        before = sentence[max(0, begins - _ABOUT) : begins]
        bare = _behind_office(run, vocabulary)
        if not bare:
            run = _without_home(run, vocabulary)
            bare = _OFFICE.sub("", run)
        if is_title(_RANKED.sub("", run)) or _OFFICE_OF.match(bare):
            continue
        titled = bare != run or _ENDS_IN_TITLE.search(before) is not None
        quoted = before[-1:] in _QUOTES and sentence[begins + len(run) :][:1] in _QUOTES
        quoted = quoted or any(one.start() <= begins < one.end() for one in titles)
        thing = not titled and _is_thing(bare, before)
        person = (
            not (quoted or thing)
            and (titled or _OF_A_BODY.search(before) is None)
            and _is_person(bare, titled, vocabulary)
        )
        end = begins + len(run)
        yield Holder(start=begins, bare=end - len(bare), end=end, person=person)


def _behind_office(run: str, vocabulary: Vocabulary) -> str:
    """Return who is named behind an office of something, as in "Secretary of Fisheries Ada Sund", or ""."""
    match = _FULL_NAME.search(run)
    before = "" if match is None else run[: match.start()]
    if match is None or _OFFICE_OF.search(before) is None or before.split()[-1] in _LINKING:
        return ""
    name = match.group()
    words = folded_list(name)
    known = words[-1] in vocabulary.surnames and vocabulary.places.isdisjoint(words)
    known = known or any(
        one.type is NameType.PERSON and folded_list(one.name) == words
        for found in vocabulary.matcher.match(name)
        for one in found.candidates
    )
    bare = BODY.search(name) is None and not any(map(is_title, name.split()))
    return name if known and bare else ""


def _without_home(run: str, vocabulary: Vocabulary) -> str:
    """Return a person's name without what the person is of."""
    for match in _OF_WHERE.finditer(run):
        front = run[: match.start()]
        bare = _OFFICE.sub("", front)
        titled = bare != front and not is_title(bare)
        at_home = not match.group().endswith("the ") and " " in bare
        if (titled or at_home) and _is_person(bare, titled, vocabulary):
            return front
    return run


def _is_thing(name: str, before: str) -> bool:
    if " " not in name or _ACRONYM_FIRST.match(name):
        return _INSIDE.search(before) is not None
    return _ONE_OF_MANY.search(before) is not None or (
        name.endswith("s") and _MANY.search(before) is not None
    )


def _head(rest: str) -> str | None:
    """Return the stem of the noun that a name stands before: the officials of "Chinese officials"."""
    following = _FOLLOWING.match(rest)
    return stem(fold(following.group().strip())) if following else None


def _is_person(name: str, titled: bool, vocabulary: Vocabulary) -> bool:
    words = folded_list(name)
    if not words or not name[0].isupper() or is_title(name):
        return False
    if BODY.search(name) and not (titled and _SURNAME_TOO.match(name)):
        return False
    if is_office(name.split()[-1]) and words[-1] not in vocabulary.surnames:
        return False
    if set(words) <= vocabulary.places or (name.isupper() and len(words) == 1):
        return False
    if titled:
        return len(words) < 5
    return words[-1] in vocabulary.surnames or (
        1 < len(words) < 4
        and not set(words) & vocabulary.places
        and " of " not in name
        and not any(word.isupper() and len(word) >= _LETTERS for word in name.split())
    )


def is_new(one: Named, known: frozenset[str]) -> bool:
    """Tell whether a name is not one of the question's own: a person by the last word, a body by any."""
    capitals = [word for word in re.findall(r"[\w.'’-]+", one.text) if word[:1].isupper()]
    folded = [word for each in capitals if not _NO_NAME.match(each) for word in folded_list(each)[-1:]]
    decisive = folded[-1:] if one.person else folded
    return any(not is_told(word, known) for word in decisive)


def whole_name(sentence: str, one: Named) -> str:
    """Return a body's name with what it is of: "Council on Fisheries and the Sea"."""
    more = None if one.person else _OF_WHAT.match(sentence, one.end)
    return one.text if more is None else one.text + more.group()


def listed(names: Sequence[str]) -> str:
    """Return names as a list in words."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
