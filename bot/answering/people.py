"""Who: the people and groups that a sentence names, what it says they are, and the sides of a meeting."""

import re
from dataclasses import dataclass, replace
from itertools import zip_longest

from bot.answering.states import LABEL, spelled_out
from bot.answering.vocabulary import Vocabulary
from bot.answering.words import fold, folded_list, folded_words, is_told, stem, stems_of, topic_words

_CAPITAL = r"(?:[A-Z][\w'’-]*[\w’']|[A-Z]\.(?:[A-Z]\.)*|[A-Z]\b)"
# Between forename and surname may stand what somebody is called: "Islambek "Bek" Tolegontegin".
_CALLED = r"(?: [\"“][A-Z]\w+[\"”](?= [A-Z]))?"
_LINK = r"(?: (?:de|del|von|van|der|bin|al|la|of|of the|&|y) | |-|, (?=(?:Jr|Sr|II|III)\b))"
_RUN = re.compile(rf"{_CAPITAL}(?:{_CALLED}{_LINK}{_CAPITAL}\.?)*")
_TITLE = (
    r"Sens?\.?|Senators?|Reps?\.?|Representatives?|Congress(?:man|woman|men)|Mr\.?|Mrs\.?|Ms\.?|Dr\.?"
    r"|Gen\.?|Generals?"
    r"|Gov\.?|Governors?|Presidents?|Secretar(?:y|ies)|Ministers?|Ambassadors?|Mayors?|Judges?|Justices?"
    r"|Chairm[ae]n"
    r"|Chairwoman|Chair|Commissioners?|Directors?|Administrator|Chief|Sheriffs?|Col\.?|Colonel|Lt\.?"
    r"|Lieutenant|Maj\.?"
    r"|Major|Capt\.?|Captain|Sgt\.?|Sergeant|Specialist|Spc\.?|Pvt\.?|Private|Corporal|Cpl\.?|Adm\.?"
    r"|Admiral|Agent"
    r"|Premier|Chancellor|King|Queen|Prince|Princess|Rev\.?|Reverend|Bishop|Pope|Professor|Prof\.?"
    r"|Superintendent"
    r"|Leader|Whip|Nominee|General|Counsel|Officer|CEO|Attorney|Executive|Manager|Coordinator|Envoy"
    r"|Speaker|Host"
)
_ENDS_IN_TITLE = re.compile(rf"\b(?:{_TITLE})(?: \([A-Z]+\))?\s+$")
_ENDS_AS_TITLE = re.compile(rf"\b(?:{_TITLE})$")
_APPOSED = re.compile(
    r"[.]?\s*(?:\([^)]*\))?\s*(?:,(?! (?:Sens?|Reps?|Mrs?|Ms|Gov|Dr|Gen|and|or|as well|with|including"
    r"|[a-z]+ing)\b)|–|—|-{1,2}\s|of\b"
    r"|from\b)\s*(?:[^,;.()]|\([^()]*\))*"
)
_IS = re.compile(r"\s+(?:is|was|are|were|will be|(?:will )?serves? as|served as)\s+[^,;.]*")
_FOLLOWING = re.compile(r"\s+[a-z-]+")
_ONLY_TITLE = re.compile(rf"(?:(?:{_TITLE})\s*)+$")
_BODIES = (
    r"Department|Committee|Commission|Council|Senate|House|Congress|Board|Bureau|Agency|University"
    r"|College|Hospital"
    r"|Church|Compan(?:y|ies)|Corporation|Corps?|Inc|Association|Organi[sz]ation|Union|Party|Army|Navy"
    r"|Court|County"
    r"|City|States?|Base|Airport|Program|Foundation|Society|Museum|Library|Conference|Republicans?|Democrats?"
    r"|Government|Administration|Ministry|Parliament|Capitol|Center|Centre|School|Office|Coalition|Alliance"
    r"|Authority|Division|Delegation|Caucus|Affairs|Services?|Forces?|Subcommittee|Chamber|Commerce"
    r"|Federation"
    r"|Network|Industries|Technologies|Institute|Group|Systems?|Bank|Resources|Laborator(?:y|ies)|Labs?"
)
_BODY = re.compile(
    rf"\b(?:{_BODIES})\b(?:$| (?:of|for|on|and) )"
    r"|\b(?:Act|Bill|Guard|Island|River|Lake|Street|Road|Avenue|Station|Park|Valley|Forest|Projects?"
    r"|Programs?|Plan"
    r"|Fund|Team|Hall|Summit|Report|Medal|Day|Security|Health|Energy|Defen[cs]e|Intelligence|Veterans?"
    r"|Field|Hill"
    r"|Award|Heart|Star|Series|Studies|Reports?|Record|Review|Journal|Times|Scholars|Diplomacy|Initiative|Treaty|Agreement|Week|Mine|Air|Year|War|Games?|Festival|Exhibit|Fair"
    r"|Prize)$"
    r"|^(?:Department|Committee|Office|Bureau|University|House|Senate|National|Federal|American|United"
    r"|Fiscal)\b"
)
_OF_A_BODY = re.compile(rf"\b(?:{_BODIES}) (?:for|on|of|and)(?: the)? $")
# What stands before a name within one run of capitals: offices, and the bodies they are of.
_OFFICE = re.compile(rf"^.*\b(?:{_TITLE}|{_BODIES})\s+(?=[A-Z])")
_NO_NAME = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September"
    r"|October|November|December|The|An?|In|On|At|Today|Yesterday|Tomorrow|Among|Also|During|After|Before"
    r"|Following"
    r"|This|That|These|Those|When|He|She|They|It|I|We|His|Her|Their|Its|Our|My|As|And|But|For|With|By|To"
    r"|If|While|U\.S"
    r"|Earlier|Later|Specifically|However|Americans?|Washington|D\.C|Since|There|Both|Other|Another|Last"
    r"|Next)\b\.?$"
)
_LEADING = re.compile(rf"^(?:{_NO_NAME.pattern.replace('$', '')}\s+)+")
_ABOUT = 90
# What stands before these speaks of somebody else.
_APART = re.compile(
    rf"[;:]|,(?! (?:Jr|Sr))|\band (?=(?:the |an? )?[a-z]|(?:{_TITLE})\b)"
    r"|\b(?:who|met|meets|met with|visited|hosted|joined)\b"
)
# What parts the names of a list: commas, "and", what is said of each behind a comma, a party's label.
_IN_LIST = re.compile(
    r"\.?(?: \([^)]*\))?(?:, (?:(?:the|a|an) )?[a-z][^,;]{0,80})?(?:,| and|, and)(?: (?:Mr|Mrs|Ms|Dr)\.)? "
)
_PLURAL_BEFORE = re.compile(
    r"((?:[A-Z][\w.]* |[a-z]+ )?(?:Sens|Reps|Govs"
    r"|(?:[A-Z]?[a-z]+)(?:ors|ers|ives|men|ies|ians|ants|ents|ists))\.?) $"
)
_PLURAL_BEHIND = re.compile(
    r"(?: \([^)]*\))?,? (?:of |both )?((?:[A-Z]?[\w-]+ ){0,4}?[A-Za-z]+s)\b"
    r"(?=[,;.:]| (?:at|in|to|on|for|who|and)\b|$)"
)
# What is called so in quotes is a work or an event: the "Jobs Today, Jobs Tomorrow" tour.
_QUOTED_TITLE = re.compile(
    r"[\"“](?:[A-Z][\w'’-]*,? (?:(?:of|the|and|for|in|to|a) )*)+[A-Z][\w'’-]*[,!]?[\"”]"
)
# A single name behind these is of a place.
_INSIDE = re.compile(r"\b(?:in|at|near|inside)\s$")
# A dash without blanks joins the next clause to a name: "in downtown Ostby-a project".
_DASHED = re.compile(r"-(?:an?|the|and|which|who|where)$")
_QUOTES = frozenset("\"“”‘’'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name in a sentence, whether it is a person's, the stems of what is said of its holder, and of
    the noun it stands before.
    """

    start: int
    end: int
    text: str
    person: bool
    described: frozenset[str]
    head: str | None = None


def names_in(sentence: str, vocabulary: Vocabulary) -> list[Named]:
    """Return the names of a sentence in order, people without the titles before them."""
    found: list[Named] = []
    titles = [*_QUOTED_TITLE.finditer(sentence)]
    # What stands in a party's label is blanked out: it is nobody's name.
    for match in _RUN.finditer(LABEL.sub(lambda label: " " * len(label.group()), sentence)):
        whole = _without_origin(_DASHED.sub("", match.group().rstrip(" .")), vocabulary)
        run = _LEADING.sub("", whole)
        begins = match.start() + len(whole) - len(run)
        if not run or _NO_NAME.match(run) is not None or not (topic_words(run) or " " in run):
            continue
        before = sentence[max(0, begins - _ABOUT) : begins]
        bare = _OFFICE.sub("", run)
        titled = bare != run or _ENDS_IN_TITLE.search(before) is not None
        quoted = before[-1:] in _QUOTES and sentence[begins + len(run) :][:1] in _QUOTES
        quoted = quoted or any(one.start() <= begins < one.end() for one in titles)
        site = " " not in bare and not titled and _INSIDE.search(before) is not None
        person = (
            not (quoted or site)
            and _OF_A_BODY.search(before) is None
            and _is_person(bare, titled, vocabulary)
        )
        if found and found[-1].person:
            before = sentence[max(found[-1].end, begins - _ABOUT) : begins]
        left = _APART.split(before)[-1]
        rest = sentence[begins + len(run) :]
        right = _APPOSED.match(rest) or _IS.match(rest) or _FOLLOWING.match(rest)
        text = bare if person and " " in bare else run
        label = LABEL.match(rest.lstrip(" ."))
        said = f"{right.group() if right else ''} {spelled_out(label.group()) if label else ''}"
        found.append(
            Named(
                start=begins + len(run) - len(text),
                end=begins + len(run),
                text=text,
                person=person,
                described=stems_of(folded_words(f"{left} {run} {said}")),
                head=_head(rest),
            )
        )
    return _joined(sentence, found)


def _without_origin(run: str, vocabulary: Vocabulary) -> str:
    """Return the person of "Ada Sund of Ostby" alone; what they are of is said of them."""
    name, of, _ = run.partition(" of ")
    return name if of and " " in name and _is_person(name, False, vocabulary) else run


def _joined(sentence: str, names: list[Named]) -> list[Named]:
    """Let the names of a list share the plural office before the first and the one behind the last.

    "Senators A (D-Ohio), B and C" are three senators, "A and B, County Commissioners" two commissioners.
    """
    shared = list(names)
    people = [place for place, one in enumerate(names) if one.person]
    chain: list[int] = []
    for place, following in zip_longest(people, people[1:]):
        chain.append(place)
        if following is not None:
            between = sentence[names[place].end : names[following].start]
            if _IN_LIST.fullmatch(between) is not None:
                continue
        office = _office_of(sentence, names[chain[0]], names[place]) if len(chain) > 1 else frozenset()
        for each in chain:
            shared[each] = replace(names[each], described=names[each].described | office)
        chain = []
    return shared


def _office_of(sentence: str, first: Named, last: Named) -> frozenset[str]:
    """Return the stems of what stands in the plural before the first name of a list and behind the last."""
    before = _PLURAL_BEFORE.search(sentence[: first.start])
    behind = _PLURAL_BEHIND.match(sentence, last.end)
    return stems_of(folded_words(" ".join(match.group(1) for match in (before, behind) if match is not None)))


def _head(rest: str) -> str | None:
    """Return the stem of the noun that a name stands before: the officials of "Chinese officials"."""
    following = _FOLLOWING.match(rest)
    return stem(fold(following.group().strip())) if following else None


def _is_person(name: str, titled: bool, vocabulary: Vocabulary) -> bool:
    words = folded_list(name)
    if not words or not name[0].isupper() or _BODY.search(name) or _ONLY_TITLE.match(name):
        return False
    if set(words) <= vocabulary.places or (name.isupper() and len(words) == 1):
        return False
    if titled:
        return len(words) < 5
    if _ENDS_AS_TITLE.search(name) and words[-1] not in vocabulary.surnames:
        return False
    return words[-1] in vocabulary.surnames or (
        1 < len(words) < 4
        and not set(words) & vocabulary.places
        and " of " not in name
        and not name.isupper()
    )


def is_new(one: Named, known: frozenset[str]) -> bool:
    """Tell whether a name is not one of the question's own: a person by the last word, a body by any."""
    capitals = [word for word in re.findall(r"[\w.'’-]+", one.text) if word[:1].isupper()]
    folded = [word for each in capitals if not _NO_NAME.match(each) for word in folded_list(each)[-1:]]
    decisive = folded[-1:] if one.person else folded
    return any(not is_told(word, known) for word in decisive)


def is_title(word: str) -> bool:
    """Tell whether a word stands before names rather than in them: "General", "Dr"."""
    return _ONLY_TITLE.match(word) is not None
