"""Meetings that a verb tells: "A met B", "A was briefed by B", "A travelled to C"."""

from index.meetings.frames import PLACE_NOUNS, VERBS, Sighting
from index.meetings.sides import along, expand, find_subjects
from index.meetings.trees import Tree

_MUTUAL = frozenset(["meet", "confer", "negotiate"])


def read_verb(tree: Tree, verb: int) -> Sighting | None:
    """Return what a verb of meeting tells, None where its frame does not fit; sides may be empty."""
    for frame in VERBS.get(tree.words[verb].lemma, ()):
        if frame.needs and not any(tree.words[child].lemma == frame.needs for child in tree.children[verb]):
            continue
        others = [head for path in frame.others for head in along(tree, verb, path)]
        if frame.people:
            others = [head for head in others if _is_met(tree, verb, head)]
        subjects = find_subjects(tree, verb)
        if frame.others == ("agent", "dobj"):
            subjects = subjects or along(tree, verb, "nsubjpass")
        place = _goal(tree, verb) if frame.place else None
        others = [head for head in others if head != place]
        return Sighting(
            trigger=verb,
            clause=verb,
            kind=frame.kind,
            subjects=tuple(expand(tree, subjects)),
            others=tuple(expand(tree, others)),
            place=place,
            mutual=tree.words[verb].lemma in _MUTUAL and not others and not tree.under(verb, "dobj"),
        )
    return None


def _is_met(tree: Tree, verb: int, head: int) -> bool:
    """Tell whether a person is received or joined, not a prize ("the Lincoln Award") or a cause."""
    causes = [inner for child in tree.under(verb, "prep") for inner in tree.under(child, "pcomp")]
    legislating = tree.words[verb].lemma == "join" and any(
        tree.words[child].tag == "VB" for child in tree.under(verb, "xcomp", "advcl")
    )
    person = tree.words[head].entity == "PERSON" and not tree.under(head, "det")
    return person and not causes and not legislating


def _goal(tree: Tree, verb: int) -> int | None:
    """Return the head of the place that a traveller goes to."""
    heads = (
        tree.under(verb, "dobj") if tree.words[verb].lemma in ("visit", "tour") else along(tree, verb, "to")
    )
    for head in heads:
        if tree.words[head].entity in ("GPE", "LOC", "FAC") or tree.words[head].lemma in PLACE_NOUNS:
            return head
    return None
