"""Who else is at what a sentence tells of: its host, those who come along, and who is handed something."""

from index.article import MeetingKind
from index.meetings.lexicon.frames import Sighting
from index.meetings.lexicon.wordlists import lexicon
from index.meetings.participants.parties import is_party
from index.meetings.participants.sides import along, expand
from index.meetings.syntax.trees import Tree

_HOSTING = lexicon("host convene chair lead moderate hold organize organise")
_HANDING = lexicon("present award hand bestow deliver give")
_GIFTS = lexicon(
    "check cheque award medal plaque certificate flag key trophy grant star heart prize honor honour"
)
_OCCASIONS = lexicon(
    """
    event meeting forum reception dinner lunch luncheon breakfast roundtable summit session conference
    ceremony gathering rally briefing discussion hearing
    """
)


def find_company(tree: Tree, sighting: Sighting) -> list[int]:
    """Return the heads of those who host what is told, come along, or are handed something there."""
    found = (*_hosts(tree, sighting), *_attendants(tree, sighting), *_receivers(tree, sighting))
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
