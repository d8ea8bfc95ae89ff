"""Several meetings that one sentence tells, each with a place or a day of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.meetings.lexicon.frames import PLACE_ENTITIES, Sighting
from index.meetings.participants.sides import expand
from index.meetings.syntax.trees import Tree

_PLACING = frozenset(["in", "at"])
_BINDING = frozenset([",", "and", "with", "then", "later", "also", ";"])
_TURNING = frozenset(["to", "before", "after", "while", "where", "when", "who", "which", "that", "as"])
_APART = frozenset(["before", "after"])


@dataclass(frozen=True, slots=True)
class _Leg:
    """Those met together, the positions told of them, and whether a place and a day stand there."""

    heads: tuple[int, ...]
    told: range
    placed: bool
    dated: bool


def part_legs(tree: Tree, sightings: Sequence[Sighting]) -> Iterator[Sighting]:
    """Return the sightings, one for each leg ("met A in X and B in Y"); each knows what is told of others."""
    parted = [leg for one in sightings for leg in _legs_of(tree, one)]
    for one in parted:
        others = [other for other in parted if other.clause != one.clause]
        yield replace(
            one,
            apart=one.apart.union(*(_told_strictly(tree, one, other) for other in others)),
            beside=frozenset().union(*(_told_beside(tree, one, other) for other in others)),
        )


def _told_strictly(tree: Tree, one: Sighting, other: Sighting) -> frozenset[int]:
    """Return what is told of a meeting before or after which this one was: "before meeting B on Tuesday"."""
    word = tree.words[other.clause]
    below = other.clause in tree.subtree(one.clause)
    if below and word.dep == "pcomp" and tree.words[word.head].lemma in _APART:
        return frozenset(tree.subtree(other.clause))
    return frozenset()


def _told_beside(tree: Tree, one: Sighting, other: Sighting) -> frozenset[int]:
    """Return what the clause of another meeting tells, which counts for this one where nothing else does."""
    mine, others = frozenset(tree.subtree(one.clause)), frozenset(tree.subtree(other.clause))
    return others - mine if one.clause in others else others


def _legs_of(tree: Tree, sighting: Sighting) -> Iterator[Sighting]:
    legs = list(_find_legs(tree, sighting)) if sighting.trigger == sighting.clause else []
    own = all(one.placed for one in legs) or all(one.dated for one in legs)
    if len(legs) < 2 or not own:
        yield sighting
        return
    for leg in legs:
        told = frozenset(position for other in legs if other is not leg for position in other.told)
        yield replace(sighting, others=leg.heads, apart=told)


def _find_legs(tree: Tree, sighting: Sighting) -> Iterator[_Leg]:
    """Yield those met after the verb up to the next clause, parted behind each place and day."""
    if not sighting.others or sighting.mutual:
        return
    end = _end_of_clause(tree, sighting.trigger)
    heads = sorted({*_people(tree, sighting.trigger, end), *expand(tree, list(sighting.others))})
    bounds = [*(head for head in heads if sighting.trigger < head < end), end]
    group: list[int] = []
    for head, following in pairwise(bounds):
        group.append(head)
        gap = range(head + 1, following if following == end else _start_of(tree, following))
        placed, dated = _is_placed(tree, gap), _is_dated(tree, gap)
        if not (placed or dated) and following != end:
            continue
        if following != end and tree.words[gap.stop - 1].text.lower() not in _BINDING:
            return
        yield _Leg(tuple(group), range(_start_of(tree, group[0]), gap.stop), placed, dated)
        group = []


def _end_of_clause(tree: Tree, verb: int) -> int:
    for position in range(verb + 1, len(tree.words)):
        word = tree.words[position]
        if word.text.lower() in _TURNING or (word.tag.startswith("VB") and word.dep != "amod"):
            return position
    return len(tree.words)


def _people(tree: Tree, start: int, end: int) -> Iterator[int]:
    """Yield the last words of the persons named between two positions."""
    for position in range(start + 1, end):
        last = position + 1 == len(tree.words) or tree.words[position + 1].entity != "PERSON"
        if tree.words[position].entity == "PERSON" and last:
            yield position


def _start_of(tree: Tree, head: int) -> int:
    """Return where a name begins, its titles included."""
    while head > 0 and (
        tree.words[head - 1].pos == "PROPN" or tree.words[head - 1].dep in ("det", "compound")
    ):
        head -= 1
    return head


def _is_placed(tree: Tree, gap: range) -> bool:
    heads = (tree.words[tree.words[p].head] for p in gap if tree.words[p].entity in PLACE_ENTITIES)
    return any(head.dep in ("prep", "conj") and head.text.lower() in _PLACING for head in heads)


def _is_dated(tree: Tree, gap: range) -> bool:
    return any(tree.words[position].entity in ("DATE", "TIME") for position in gap)
