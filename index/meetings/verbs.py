"""Meetings that a verb tells: "A met B", "A was briefed by B", "A travelled to C"."""

from index.meetings.frames import PLACE_ENTITIES, PLACE_NOUNS, VERBS, Sighting
from index.meetings.lexicon import lexicon
from index.meetings.parties import is_party
from index.meetings.places import is_place
from index.meetings.sides import along, continued, expand, find_subjects, strays
from index.meetings.trees import Tree

_MUTUAL = frozenset(
    ["meet", "sit", "confer", "negotiate", "consult", "talk", "dine", "lunch", "gather", "convene"]
)
_MATCHES = lexicon("final semifinal quarterfinal championship tournament playoff medal referee")
_WRITTEN = lexicon("letter message statement telegram tweet video")
_OCCASIONS = lexicon(
    """
    breakfast lunch luncheon dinner reception ceremony event tour visit trip conference meeting
    roundtable discussion forum rally summit town hall hearing groundbreaking opening dedication signing
    cutting celebration presentation briefing announcement call session picnic march parade unveiling
    convention gala
    """
)


def read_verb(tree: Tree, verb: int) -> Sighting | None:
    """Return what a verb of meeting tells, None where its frame does not fit; sides may be empty."""
    for frame in VERBS.get(tree.words[verb].lemma, ()):
        if frame.needs and not any(tree.words[child].lemma == frame.needs for child in tree.children[verb]):
            continue
        if not _tells(tree, verb):
            return None
        others = [head for path in frame.others for head in along(tree, verb, path)]
        if frame.people:
            others = [head for head in others if _is_met(tree, verb, head)]
        subjects = find_subjects(tree, verb)
        if frame.others == ("agent", "dobj"):
            subjects = subjects or along(tree, verb, "nsubjpass")
        place = _goal(tree, verb) if frame.place else None
        others = [head for head in expand(tree, others) if head != place and is_party(tree, head)]
        others = _named(tree, verb, others)
        if frame.place:
            others = [head for head in others if tree.words[head].entity not in PLACE_ENTITIES]
        return Sighting(
            trigger=verb,
            clause=verb,
            kind=frame.kind,
            subjects=tuple(head for head in expand(tree, subjects) if is_party(tree, head)),
            others=tuple(others),
            place=place,
            mutual=tree.words[verb].lemma in _MUTUAL and not others and not tree.under(verb, "dobj"),
        )
    return None


def _named(tree: Tree, verb: int, others: list[int]) -> list[int]:
    """Add people that the parse hung beside the others; one after a comma names a lone group before it."""
    others = others + continued(tree, others)
    beside = [one for one in strays(tree, verb, others) if one not in others]
    if not beside:
        return others
    first = beside[0]
    while first > 0 and tree.words[first - 1].pos == "PROPN":
        first -= 1
    told = len(others) == 1 and tree.words[others[0]].tag == "NN" and tree.words[first - 1].text == ","
    return beside if told else [*others, *beside]


def _tells(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is meant of people: not needs that "are met with", nor "call on" to act."""
    word = tree.words[verb]
    if word.dep == "amod":
        return False
    if word.lemma == "meet":
        played = any(one.lemma in _MATCHES for one in tree.words)
        return not played and not tree.under(verb, "nsubjpass", "auxpass")
    if word.lemma in ("greet", "welcome") and any(
        tree.words[p].lemma in _WRITTEN for p in tree.subtree(verb)
    ):
        return False
    if word.lemma == "welcome":
        # "We welcome Dr. Lee" greets a witness; who "welcomed" or "will welcome" somebody met them.
        willed = any(tree.words[one].lemma in ("will", "shall") for one in tree.under(verb, "aux"))
        return word.tag in ("VBD", "VBN", "VBZ") or willed
    if word.lemma == "join":
        return _is_occasion(tree, verb)
    if word.lemma == "call":
        asked = any(tree.words[one].tag in ("VB", "VBG") for one in tree.subtree(verb) if one > verb)
        return not asked and not tree.under(verb, "nsubjpass", "auxpass")
    return True


def _is_occasion(tree: Tree, verb: int) -> bool:
    """Tell whether people are joined somewhere or for an occasion, not in a cause ("joined X in urging")."""
    for child in tree.under(verb, "prep"):
        for head in tree.under(child, "pobj"):
            placed = tree.words[head].entity in PLACE_ENTITIES or tree.words[head].lemma in PLACE_NOUNS
            if tree.words[head].lemma in _OCCASIONS:
                return True
            if placed and tree.words[child].lemma in ("at", "in", "on"):
                return True
    return False


def _is_met(tree: Tree, verb: int, head: int) -> bool:
    """Tell whether a person is received or joined, not a prize ("the Lincoln Award"); groups are joined."""
    if tree.words[verb].lemma == "join" and tree.words[head].tag == "NNS":
        return is_party(tree, head)
    return tree.words[head].entity == "PERSON" and not tree.under(head, "det")


def _goal(tree: Tree, verb: int) -> int | None:
    """Return the head of the place that a traveller goes to."""
    heads = (
        tree.under(verb, "dobj") if tree.words[verb].lemma in ("visit", "tour") else along(tree, verb, "to")
    )
    for head in heads:
        if is_place(tree, head):
            return head
    return None
