"""Why: the purpose, the topic or what was pressed, in the phrases around a meeting's word."""

from index.article import Quote
from index.meetings.frames import Sighting
from index.meetings.lexicon import lexicon
from index.meetings.phrases import quote, trimmed
from index.meetings.places import place_under
from index.meetings.trees import Tree

_TOPIC_PREPOSITIONS = frozenset(["about", "on", "regarding", "concerning", "over"])
_PRESSING = lexicon(
    """
    discuss urge press raise present ask tell learn address review highlight stress express hear push
    talk vow request thank make share encourage emphasize call voice outline explain explore examine
    """
)
_DISCUSSING = frozenset(["discuss", "raise", "press", "urge", "address", "review", "highlight"])
_LENGTHS = frozenset(["time", "minute", "hour", "day", "week", "while"])
_TIME_ENTITIES = frozenset(["DATE", "TIME", "ORDINAL", "CARDINAL"])


def read_purpose(tree: Tree, sighting: Sighting, body: str) -> Quote | None:
    """Return the purpose clause, else the topic, else what was pressed or raised."""
    holders = list(dict.fromkeys([sighting.trigger, sighting.clause, *sighting.others]))
    for find in (_purpose_clause, _topic, _pressed):
        for holder in holders:
            found = find(tree, holder, sighting)
            if found is not None:
                return quote(body, *trimmed(tree, found))
    return None


def read_topic(tree: Tree, body: str) -> Quote | None:
    """Return what a sentence says was discussed, raised or pressed, where that is its main statement."""
    for position, word in enumerate(tree.words):
        if word.head == position and word.lemma in _DISCUSSING and word.tag in ("VBD", "VBN"):
            return quote(body, *trimmed(tree, [one for one in tree.subtree(position) if one >= position]))
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
        placed = place_under(tree, child) is not None
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
