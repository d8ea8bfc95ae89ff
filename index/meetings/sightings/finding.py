"""Find the frames in a parsed sentence."""

from collections.abc import Iterator
from dataclasses import replace

from index.article import MeetingKind
from index.meetings.lexicon.frames import NOUNS, Sighting
from index.meetings.sightings.company import find_company
from index.meetings.sightings.legs import part_legs
from index.meetings.sightings.nouns import is_invited_to, read_noun
from index.meetings.sightings.verbs import read_verb
from index.meetings.syntax.trees import Tree


def find_sightings(tree: Tree) -> Iterator[Sighting]:
    """Return the frames that a sentence fills on both sides, in order, with who else was there."""
    found = [one for one in _find_all(tree) if one.subjects and (_is_filled(one) or _is_attended(tree, one))]
    meant = [one for one in found if not any(_leads_to(tree, one, other) for other in found)]
    for one in part_legs(tree, meant):
        known = {*one.subjects, *one.others}
        company = [head for head in find_company(tree, one) if head not in known]
        yield replace(one, others=(*one.others, *company))


def _find_all(tree: Tree) -> Iterator[Sighting]:
    for position, word in enumerate(tree.words):
        found = None
        if word.pos == "VERB" or word.tag.startswith("VB"):
            found = read_verb(tree, position)
        elif _names_a_meeting(tree, position):
            found = read_noun(tree, position)
        if found is not None:
            yield found


def _names_a_meeting(tree: Tree, position: int) -> bool:
    word = tree.words[position]
    common = word.lemma in NOUNS and (word.pos == "NOUN" or word.dep in ("pobj", "dobj"))
    return common or (word.pos == "PROPN" and is_invited_to(tree, position))


def _is_filled(found: Sighting) -> bool:
    return bool(found.others) or found.place is not None or found.mutual or found.hosted


def _leads_to(tree: Tree, journey: Sighting, other: Sighting) -> bool:
    """Tell whether somebody travels alone to the one meeting: "to X to meet Y", "to X, where he met Y"."""
    alone = journey.kind is MeetingKind.TRIP and journey.trigger == journey.clause and not journey.others
    met = other.others and other.clause in tree.subtree(journey.clause) and other.clause != journey.clause
    if not alone or not met:
        return False
    aimed = (
        other.clause in tree.under(journey.clause, "advcl", "xcomp") and tree.words[other.clause].tag == "VB"
    )
    placed = tree.words[other.clause].dep == "relcl" and tree.words[other.clause].head == journey.place
    return aimed or placed


def _is_attended(tree: Tree, found: Sighting) -> bool:
    """Tell whether somebody comes to what another gives: "attended a dinner hosted by X"."""
    return tree.words[found.trigger].dep == "dobj" and bool(find_company(tree, found))
