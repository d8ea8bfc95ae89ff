"""Who else is at an occasion that a sentence tells of: its host, and those to whom something is presented."""

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
    """Return the heads of those who host what is told, or whom something is handed there."""
    return [head for head in (*_hosts(tree, sighting), *_receivers(tree, sighting)) if is_party(tree, head)]


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
