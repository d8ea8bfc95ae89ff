"""Where and why: the phrases around a meeting's word that state its place and its purpose."""

from index.article import Quote
from index.meetings.frames import PLACE_NOUNS, Sighting
from index.meetings.trees import Tree

_PLACE_PREPOSITIONS = frozenset(["in", "at", "inside", "on", "outside", "near", "throughout", "aboard"])
_PLACE_ENTITIES = frozenset(["GPE", "LOC", "FAC"])
_TOPIC_PREPOSITIONS = frozenset(["about", "on", "regarding", "concerning", "over"])
_PRESSING = frozenset(
    [
        "discuss",
        "urge",
        "press",
        "raise",
        "present",
        "ask",
        "tell",
        "learn",
        "address",
        "review",
        "highlight",
        "stress",
        "express",
        "hear",
        "push",
        "talk",
        "vow",
        "request",
        "thank",
        "make",
        "share",
        "encourage",
        "emphasize",
        "call",
        "voice",
        "outline",
        "explain",
        "explore",
        "examine",
    ]
)
_DISCUSSING = frozenset(["discuss", "raise", "press", "urge", "address", "review", "highlight"])
_LENGTHS = frozenset(["time", "minute", "hour", "day", "week", "while"])
_TIME_ENTITIES = frozenset(["DATE", "TIME", "ORDINAL", "CARDINAL"])


def read_place(tree: Tree, sighting: Sighting, body: str) -> Quote | None:
    """Return the place: the traveller's goal, else the phrase nearest to the meeting's word."""
    if sighting.place is not None:
        return _quote(body, *_extent(tree, sighting.place))
    holders = [sighting.trigger, sighting.clause, *sighting.others, *reversed(sighting.subjects)]
    for holder in dict.fromkeys(holders):
        for child in _prepositions(tree, holder):
            found = _place_under(tree, child)
            if found is not None:
                return _quote(body, *_extent(tree, found))
    return _sidelines(tree, sighting, body) or _in_its_name(tree, sighting, body)


def _prepositions(tree: Tree, holder: int) -> list[int]:
    direct = tree.under(holder, "prep")
    nested = [
        inner for child in direct for head in tree.under(child, "pobj") for inner in tree.under(head, "prep")
    ]
    return direct + nested


def _place_under(tree: Tree, preposition: int) -> int | None:
    if tree.words[preposition].text.lower() not in _PLACE_PREPOSITIONS:
        return None
    for head in tree.under(preposition, "pobj"):
        word = tree.words[head]
        if word.entity in _PLACE_ENTITIES or word.lemma in PLACE_NOUNS:
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
                if tree.words[child].entity in _PLACE_ENTITIES and child + 1 == noun:
                    return _quote(body, *_extent(tree, child))
    return None


def _sidelines(tree: Tree, sighting: Sighting, body: str) -> Quote | None:
    for position in tree.subtree(sighting.clause):
        if tree.words[position].lemma in ("sideline", "margin") and tree.words[position].dep == "pobj":
            return _quote(body, *_extent(tree, position))
    return None


def read_purpose(tree: Tree, sighting: Sighting, body: str) -> Quote | None:
    """Return the purpose clause, else the topic, else what was pressed or raised."""
    holders = list(dict.fromkeys([sighting.trigger, sighting.clause, *sighting.others]))
    for find in (_purpose_clause, _topic, _pressed):
        for holder in holders:
            found = find(tree, holder, sighting)
            if found is not None:
                return _quote(body, *_trimmed(tree, found))
    return None


def read_topic(tree: Tree, body: str) -> Quote | None:
    """Return what a sentence says was discussed, raised or pressed, where that is its main statement."""
    for position, word in enumerate(tree.words):
        if word.head == position and word.lemma in _DISCUSSING and word.tag in ("VBD", "VBN"):
            return _quote(body, *_trimmed(tree, [one for one in tree.subtree(position) if one >= position]))
    return None


def _purpose_clause(tree: Tree, holder: int, sighting: Sighting) -> list[int] | None:
    for child in tree.under(holder, "advcl", "xcomp", "acl", "relcl"):
        word = tree.words[child]
        if child <= sighting.trigger and child in tree.above(sighting.trigger):
            continue
        aimed = word.tag == "VB" and any(tree.words[aux].lemma == "to" for aux in tree.under(child, "aux"))
        if aimed and child not in (sighting.clause, sighting.trigger) and word.lemma != "meet":
            return tree.subtree(child)
    return None


def _topic(tree: Tree, holder: int, sighting: Sighting) -> list[int] | None:
    for child in tree.under(holder, "prep"):
        word = tree.words[child]
        objects = tree.under(child, "pobj", "pcomp")
        if child < sighting.trigger or not objects:
            continue
        dated = any(
            tree.words[head].entity in _TIME_ENTITIES or tree.words[head].lemma in _LENGTHS
            for head in objects
        )
        placed = _place_under(tree, child) is not None
        if word.text.lower() in _TOPIC_PREPOSITIONS and not dated and not placed:
            return tree.subtree(child)
        if word.text.lower() == "for" and not dated and holder == sighting.trigger:
            return tree.subtree(child)
    return None


def _pressed(tree: Tree, holder: int, sighting: Sighting) -> list[int] | None:
    candidates = tree.under(holder, "conj", "advcl", "relcl")
    if tree.words[holder].lemma in _PRESSING and tree.words[holder].tag in ("VBD", "VBN", "VBZ"):
        candidates = [*candidates, holder]
    for child in candidates:
        if tree.words[child].lemma not in _PRESSING or not tree.words[child].tag.startswith("VB"):
            continue
        below = [p for p in tree.subtree(child) if p >= child]
        if sighting.trigger not in below:
            return below
    return None


def _trimmed(tree: Tree, positions: list[int]) -> tuple[int, int]:
    while (
        len(positions) > 1
        and tree.words[positions[-1]].pos == "PUNCT"
        and tree.words[positions[-1]].text not in ('"', "”")
    ):
        positions = positions[:-1]
    return tree.offsets(positions)


def _extent(tree: Tree, head: int) -> tuple[int, int]:
    """Return a noun phrase with its modifiers and coordinated places, without clauses."""
    return _trimmed(tree, tree.subtree(head, frozenset(["relcl", "advcl", "acl", "dep", "parataxis"])))


def _quote(body: str, start: int, end: int) -> Quote:
    return Quote(start=start, end=end, text=body[start:end])
