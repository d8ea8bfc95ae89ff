"""Who else is at what a sentence tells of: its host, those who come along, and who is handed something."""

from collections.abc import Mapping

from index.article import MeetingKind
from index.meetings.lexicon.frames import JOURNEYS, Sighting
from index.meetings.lexicon.wordlists import lexicon
from index.meetings.participants.parties import is_party
from index.meetings.participants.sides import along, expand, find_subjects
from index.meetings.syntax.trees import Tree

_HOSTING = lexicon("host convene chair lead moderate hold organize organise give")
_HANDING = lexicon("present award hand bestow deliver give")
_GIFTS = lexicon(
    "check cheque award medal plaque certificate flag key trophy grant star heart prize honor honour"
)
_HEARING = {"hear": ("from",), "listen": ("to",), "speak": ("to", "with"), "talk": ("to", "with")}
"""What those who come to a place do there with its people, and the paths to them."""
_TELLING = {"tell": ("dobj",), "thank": ("dobj",), "assure": ("dobj",)}
_ABSENT = lexicon("reporter journalist colleague senator congressman lawmaker legislator voter constituent")
"""Who may be told something at a place without being there."""
_OCCASIONS = lexicon(
    """
    event meeting forum reception dinner lunch luncheon breakfast roundtable summit session conference
    ceremony gathering rally briefing discussion hearing
    """
)


def find_company(tree: Tree, sighting: Sighting) -> list[int]:
    """Return the heads of those who host what is told, come along, or are handed something there."""
    finders = (_hosts, _attendants, _receivers, _hearers, _inviters)
    found = [head for find in finders for head in find(tree, sighting)]
    return [head for head in found if is_party(tree, head)]


def _hosts(tree: Tree, sighting: Sighting) -> list[int]:
    """Return by whom the occasion is given: "attended a forum hosted by X".

    Who meets somebody at another's dinner need not meet the host.
    """
    nouns = [sighting.trigger]
    if sighting.kind is MeetingKind.OTHER:
        nouns += [head for child in tree.under(sighting.clause, "prep") for head in tree.under(child, "pobj")]
    return [
        host
        for noun in nouns
        if tree.words[noun].lemma in _OCCASIONS
        for verb in tree.under(noun, "acl")
        if tree.words[verb].lemma in _HOSTING
        for host in expand(tree, along(tree, verb, "agent"))
    ]


def _attendants(tree: Tree, sighting: Sighting) -> list[int]:
    """Return who comes along: "together with Y", "in the presence of Y", "a delegation including Y"."""
    beside = [
        head
        for subject in sighting.subjects
        for child in tree.under(subject, "prep")
        if tree.words[child].lemma == "with"
        and any(tree.words[one].lemma in ("together", "along") for one in tree.children[child])
        for head in tree.under(child, "pobj")
    ]
    present = [
        head
        for holder in dict.fromkeys((sighting.clause, sighting.trigger, *sighting.others))
        for presence in along(tree, holder, "in")
        if tree.words[presence].lemma == "presence"
        for head in along(tree, presence, "of")
    ]
    named = [
        head
        for subject in sighting.subjects
        for acl in tree.under(subject, "acl")
        for verb in (acl, *tree.under(acl, "conj"))
        if tree.words[verb].lemma == "include" and tree.words[verb].tag == "VBG"
        for head in tree.under(verb, "dobj", "pobj")
    ]
    return expand(tree, [*beside, *present, *named])


def _hearers(tree: Tree, sighting: Sighting) -> list[int]:
    """Return to whom a visitor or host listens or speaks there: "visited X to hear from Y", "and told Y"."""
    verbal = sighting.trigger == sighting.clause
    comes = sighting.place is not None and verbal and sighting.kind in JOURNEYS
    if not comes and not sighting.hosted:
        return []
    aims = [
        one for one in tree.under(sighting.clause, "advcl", "xcomp") if tree.words[one].tag in ("VB", "VBG")
    ]
    then = [
        one
        for verb in (sighting.clause, *aims)
        for one in tree.under(verb, "conj")
        if tree.words[one].tag == tree.words[verb].tag and not tree.under(one, "nsubj")
    ]
    return [
        *(head for verb in aims for head in _spoken_with(tree, verb, _HEARING)),
        *(head for verb in then for head in find_hearers(tree, verb)),
    ]


def find_hearers(tree: Tree, verb: int) -> list[int]:
    """Return the groups that somebody at a place is said to speak with or tell something: "told workers"."""
    return _spoken_with(tree, verb, _HEARING | _TELLING)


def _spoken_with(tree: Tree, verb: int, paths: Mapping[str, tuple[str, ...]]) -> list[int]:
    heads = [head for path in paths.get(tree.words[verb].lemma, ()) for head in along(tree, verb, path)]
    return [
        head
        for head in expand(tree, heads)
        if tree.words[head].tag == "NNS" and tree.words[head].lemma not in _ABSENT
    ]


def _inviters(tree: Tree, sighting: Sighting) -> list[int]:
    """Return who invites somebody to visit: they are to meet there."""
    above = tree.words[sighting.clause].head
    invited = tree.words[above].lemma == "invite" and tree.words[sighting.clause].dep in ("xcomp", "ccomp")
    if not invited or sighting.kind not in JOURNEYS:
        return []
    passive = bool(tree.under(above, "nsubjpass"))
    return expand(tree, along(tree, above, "agent") if passive else find_subjects(tree, above))


def _receivers(tree: Tree, sighting: Sighting) -> list[int]:
    """Return to whom a gift is handed: "joined X in presenting the check to Y", "visited Z to present it"."""
    verbs = tree.under(sighting.clause, "advcl", "xcomp", "conj")
    verbs += [verb for child in tree.under(sighting.clause, "prep") for verb in tree.under(child, "pcomp")]
    found: list[int] = []
    for verb in verbs:
        gifts = [one for one in tree.under(verb, "dobj") if tree.words[one].lemma.lower() in _GIFTS]
        if tree.words[verb].lemma in _HANDING and gifts:
            found += expand(
                tree, along(tree, verb, "to") + [one for gift in gifts for one in along(tree, gift, "to")]
            )
    return found
