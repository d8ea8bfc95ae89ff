"""Nouns of people and of bodies: whom a question may ask for by what they are."""

import re

from bot.answering.lexicon.words import fold, stem, stems_of

GROUPS = frozenset(
    stem(fold(word))
    for word in """
    group delegation organization organisation company family council board committee subcommittee agency
    union tribe firm team association coalition commission chamber club party business base county school
    university bank nation country state city unit government department ministry bureau corporation institute
    panel manufacturer brigade newspaper station network charity foundation bureau laboratory hospital
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
# Whose these are is asked for as a body: "which company's workers".
THEIRS = re.compile(
    r"(?:staff|workers?|employees?|officials?|representatives?|members?|people|executives?|leaders?"
    r"|delegates?|workforce|personnel|envoys?|experts?)$",
    re.IGNORECASE,
)
PERSONAL = re.compile(
    r"(?<!\bbor)(?<!\bor)(?<!\bdin)(?<!\bri)(?<!\bsum)(?<!\bcor)(?:ist|ian|eer|m[ae]n|(?:k|d|ch|m|y|n|v)er)s?$",
    re.I,
)
"""What nouns of people end in."""
_PEOPLE = frozenset(
    fold(word)
    for word in """
    people name names officer executive director commander head aide expert colleague guest witness staff
    couple husband wife widow son daughter brother sister parent child student author nominee principal
    doctor professor scholar king queen pope bishop pastor captain colonel major admiral sheriff reporter
    delegate attorney manager commissioner superintendent dean envoy consul chaplain nurse coach
    someone figure department capacity rank
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_OFFICES = frozenset(
    fold(word)
    for word in """
    senator president official secretary minister prime foreign governor general chairman ambassador
    judge representative congressman mayor chief leader lawmaker member
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
PEOPLE = stems_of(_PEOPLE)
OFFICES = stems_of(_OFFICES)
"""Offices say little about a topic, and much about who is asked for."""
# What somebody is or is part of, rather than somebody.
_NOBODY = frozenset(["department", "capacity", "rank", "figure", "people", "name"])


def is_person(noun: str) -> bool:
    """Tell whether a noun names people and nothing else: a reporter, but no report."""
    folded = fold(noun)
    return folded in (_PEOPLE | _OFFICES) - _NOBODY or PERSONAL.search(noun) is not None


def is_somebody(noun: str) -> bool:
    """Tell whether a noun names a person by office, work or kin, and not many of a body's."""
    if THEIRS.match(noun):
        return False
    return stem(fold(noun)) in OFFICES | PEOPLE or PERSONAL.search(noun) is not None
