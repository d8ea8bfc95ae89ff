"""Whether somebody whom a sentence names is of those asked for: the noun or one of its kind, and the rest."""

import re
from collections.abc import Mapping
from itertools import chain

from bot.answering.lexicon.words import fold, stem, stems_of
from bot.answering.slots.people import Named
from bot.answering.understanding.sought import Sought


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in words.split())


# Who is asked for as "the former mayor" is told as one, or not at all.
_RANKS = _stems("former acting deputy assistant vice retired")
# Who is told as one of these is not the one they serve under.
_UNDER = _stems("deputy assistant vice former")
# The head of one body may be a deputy in another.
_OVER = _stems("deputy assistant vice")
_CHIEF = stem("chief")
_PLAIN = _stems(
    """
    member people person man woman men women individual name someone somebody figure guest
    participant attendee visitor speaker witness panelist colleague partner friend
    """
)
_COUNTING = _stems("one two three four five six seven eight nine ten other several fellow unnamed")
# What is said of many whose names do not tell it: what is said beside these must tell who they are.
_LOOSE = frozenset(
    ["", "leader", "official", "expert", "group", "organization", "organisation", "representative"]
)
# Whoever is of a command is no commander, though their stems are one.
_OF_BODIES = frozenset(["command", "administration", "management", "government", "ministry", "directorate"])
# What is told beside somebody, and not of them, tells a little less who they are.
_BESIDE = 0.8
# Of two who bear it, whoever is called by the very noun is meant.
_BESIDE_NOUN = 0.95
_LABELLED = _stems("democrat republican")
# Offices that stand beside the name of whoever holds them.
CARRIED = _stems(
    """
    senator governor mayor ambassador general judge minister secretary president congressman representative
    sheriff lawmaker
    """
)
# Officers, officials and offices have one stem.
_OFFICES = stem("officer")
_OF_A_KIND = """
lawmaker legislator politician: senator representative democrat republican assemblyman delegate
lawmaker parliamentarian mp: parliament parliamentarian mp
lawman lawmen: sheriff police marshal constable trooper deputy ranger
secretary: secretary attorney
premier: premier prime president chancellor
minister: minister premier
chief head leader boss director chair chairman: chief president secretary administrator commissioner
chief head leader boss director chair chairman: commander superintendent minister premier
chief head leader boss: chancellor
chief leader boss: head
clergyman clergymen clergywoman cleric clergy: bishop archbishop pastor reverend rev rabbi imam priest
clergyman clergymen clergywoman cleric clergy: cardinal chaplain deacon
executive: president chief
officer: officer general colonel major captain lieutenant sergeant admiral commander commandant
soldier servicemember troop: sergeant specialist corporal private captain lieutenant major colonel
official: official secretary chief administrator commissioner deputy assistant mayor judge sheriff president
official: undersecretary superintendent manager minister ambassador coordinator governor agent commander
official: attorney general councilman officer spokesman supervisor treasurer
commander: general admiral colonel captain
diplomat: ambassador consul
doctor scientist: dr professor
company firm manufacturer: inc corp corporation company industries technologies llc co energy group
union: workers teamsters brotherhood federation guild
newspaper: times post gazette herald tribune news journal
airline: airlines airways air
unit: brigade battalion regiment division squadron wing battery company
hospital: hospital medical clinic
agency: agency department administration bureau office service commission authority division
university college school: university institute
tribe nation: tribe tribal nation band community indian
"""
_SCHOLAR = re.compile(r"(\w{3,})(?:ist|ian)s?$")
_BEARERS: Mapping[str, frozenset[str]] = {
    noun: frozenset(chain.from_iterable(_stems(told) for nouns, told in lines if noun in nouns.split()))
    for lines in [[line.split(":") for line in _OF_A_KIND.strip().splitlines()]]
    for nouns, _ in lines
    for noun in nouns.split()
}


def fit_of(
    sought: Sought, one: Named, known: frozenset[str], context: frozenset[str] = frozenset()
) -> float | None:
    """Return the share of what is asked for that is said of somebody, or None where it is somebody else.

    `known` are the stems of the people whom the question names itself, and `context` those of what may tell
    what somebody is of whose office is told.
    """
    if is_set_phrase(sought):
        return 1.0 if sought.said - _COUNTING <= one.described else None
    rest = sought.said - {sought.head} - _PLAIN - _COUNTING - known
    names = rest & sought.names
    told = one.described
    borne = is_called(sought, one)
    loose = is_loose(sought)
    if not loose and (told - sought.said) & (_UNDER - (_OVER if sought.head == _CHIEF else frozenset())):
        return None
    if not sought.said & _RANKS <= told or not (borne or loose):
        return None
    told |= {word for word in names if sought.short & one.said} | (sought.acronyms & one.initials)
    beside = frozenset() if loose or told & _LABELLED else context
    if 2 * len(names & told) < len(names) and not names <= told | beside:
        return None
    # Of one of the kind, and of one of many, something else must be told as well.
    vague = loose or (sought.head == _CHIEF and sought.head not in told)
    if vague and rest and not rest & (told | beside):
        return None
    exact = loose or sought.head in told
    return (
        borne * (1 if exact else _BESIDE_NOUN) + len(rest & told) + _BESIDE * len((names & beside) - told)
    ) / (1 + len(rest))


def is_called(sought: Sought, one: Named) -> bool:
    """Tell whether somebody is called what is asked for, or one of that kind: a colonel is an officer."""
    if not sought.noun:
        return True
    if sought.head == _OFFICES:
        said = one.said & {"officer", "official"} if sought.noun == "official" else one.said & {"officer"}
        kinds = _BEARERS.get(sought.noun, frozenset()) - {_OFFICES}
        return bool(said) or bool(kinds & one.described)
    told = one.described if sought.group else stems_of(one.said - _OF_BODIES)
    if sought.head in told or bool(_BEARERS.get(sought.noun, frozenset()) & told):
        return True
    scholar = _SCHOLAR.match(sought.noun)
    return scholar is not None and not _fields(scholar.group(1)).isdisjoint(one.said)


def _fields(root: str) -> frozenset[str]:
    """Return the folded words of what a scholar is of: geology of "geologist", history of "historian"."""
    return frozenset(root + ending for ending in ("y", "ics", "s", "istry"))


def describes(sought: Sought) -> bool:
    """Tell whether what is said of those asked for can tell them from others."""
    return is_set_phrase(sought) or bool(sought.said - _PLAIN - _COUNTING)


def is_set_phrase(sought: Sought) -> bool:
    """Tell whether plain words together say who is asked for: "the guest speaker"."""
    said = sought.said - _COUNTING
    return len(said) > 1 and said <= _PLAIN


def is_loose(sought: Sought) -> bool:
    """Tell whether the noun asked for is said of many whose names do not tell it: "members", "officials"."""
    if is_set_phrase(sought):
        return False
    return sought.head in _PLAIN or sought.noun in _LOOSE
