"""Where: the phrases around a meeting's word that state its place."""

from index.article import Quote
from index.meetings.frames import PLACE_NOUNS, Sighting
from index.meetings.phrases import extent_of, quote
from index.meetings.trees import Tree

_PLACE_PREPOSITIONS = frozenset(["in", "at", "inside", "on", "outside", "near", "throughout", "aboard"])
PLACE_ENTITIES = frozenset(["GPE", "LOC", "FAC"])


def read_place(tree: Tree, sighting: Sighting, body: str) -> Quote | None:
    """Return the place: the traveller's goal, else the phrase nearest to the meeting's word."""
    if sighting.place is not None:
        return quote(body, *extent_of(tree, sighting.place))
    holders = [sighting.trigger, sighting.clause, *sighting.others, *reversed(sighting.subjects)]
    for holder in dict.fromkeys(holders):
        for child in _prepositions(tree, holder):
            found = place_under(tree, child)
            if found is not None:
                return quote(body, *extent_of(tree, found))
    return _sidelines(tree, sighting, body) or _in_its_name(tree, sighting, body)


def _prepositions(tree: Tree, holder: int) -> list[int]:
    direct = tree.under(holder, "prep")
    nested = [
        inner for child in direct for head in tree.under(child, "pobj") for inner in tree.under(head, "prep")
    ]
    return direct + nested


def place_under(tree: Tree, preposition: int) -> int | None:
    """Return the head of the place that a preposition governs, None where it is no place."""
    if tree.words[preposition].text.lower() not in _PLACE_PREPOSITIONS:
        return None
    for head in tree.under(preposition, "pobj"):
        word = tree.words[head]
        if word.entity in PLACE_ENTITIES or word.lemma in PLACE_NOUNS:
            return head
        if word.entity == "ORG" and tree.words[preposition].text.lower() in ("at", "inside"):
            return head
        if word.entity == "" and word.pos == "PROPN" and tree.words[preposition].text.lower() == "at":
            return head
    return None


def _in_its_name(tree: Tree, sighting: Sighting, body: str) -> Quote | None:
    """Return the place that the occasion is called by: "the Oslo talks"."""
    for position in (sighting.trigger, *tree.above(sighting.trigger)):
        for noun in dict.fromkeys([position, *tree.under(position, "nsubj")]):
            if tree.words[noun].lemma not in ("talk", "summit", "conference", "meeting"):
                continue
            for child in tree.under(noun, "compound", "nmod"):
                if tree.words[child].entity in PLACE_ENTITIES and child + 1 == noun:
                    return quote(body, *extent_of(tree, child))
    return None


def _sidelines(tree: Tree, sighting: Sighting, body: str) -> Quote | None:
    for position in tree.subtree(sighting.clause):
        if tree.words[position].lemma in ("sideline", "margin") and tree.words[position].dep == "pobj":
            return quote(body, *extent_of(tree, position))
    return None
