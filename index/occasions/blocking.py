"""Which pairs of records are worth judging: those that share people at about one time, or a sentence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from index.occasions.days import APART, REPORTED
from index.occasions.judging import Trait
from index.occasions.people import finding_words

_BUCKET = 8
_QUARTER = 91
_PEOPLE = 12
"""Participants of a longer list by whom a record is found."""

Block = tuple[object, ...]
Pair = tuple[int, int]


def candidate_pairs(traits: Sequence[Trait]) -> set[Pair]:
    """Return the positions of pairs that may be of one occasion, the smaller position first."""
    blocks: defaultdict[Block, list[int]] = defaultdict(list)
    for position, trait in enumerate(traits):
        for block in set(_blocks(trait)):
            blocks[block].append(position)
    pairs = {pair for members in blocks.values() for pair in combinations(members, 2)}
    return pairs.union(_pairs_with_periods(traits))


def _blocks(trait: Trait) -> Iterator[Block]:
    days, words = trait.days, finding_words(trait.people)[:_PEOPLE]
    yield ("sentence", trait.words)
    first, last, reach = days.first, days.last, (APART + 1) // 2
    if first is None or last is None or not days.is_exact:
        # What is not dated to the day is of about the day it was published.
        first, last, reach = days.published, days.published, REPORTED - reach
    if first is not None and last is not None:
        for bucket in range((first - reach) // _BUCKET, (last + reach) // _BUCKET + 1):
            yield from (("days", word, bucket) for alike in words for word in alike)
    elif days.first is None and trait.place is not None:
        yield from (("place", *pair, place) for pair in _couples(trait) for place in trait.place.words)


def _pairs_with_periods(traits: Sequence[Trait]) -> Iterator[Pair]:
    """Find, for each record that gives a month or a year, those of two of its people in that time."""
    periods: defaultdict[Block, list[int]] = defaultdict(list)
    for position, trait in enumerate(traits):
        if not trait.days.is_exact:
            for block in _quarters(trait):
                periods[block].append(position)
    for position, trait in enumerate(traits):
        for other in _members(periods, _quarters(trait)):
            if other != position:
                yield (min(other, position), max(other, position))


def _quarters(trait: Trait) -> Iterator[Block]:
    first, last = trait.days.first, trait.days.last
    if first is not None and last is not None:
        for quarter in range(first // _QUARTER, last // _QUARTER + 1):
            yield from ((*pair, quarter) for pair in _couples(trait))


def _members(periods: defaultdict[Block, list[int]], blocks: Iterable[Block]) -> set[int]:
    return {member for block in blocks if block in periods for member in periods[block]}


def _couples(trait: Trait) -> Iterator[tuple[str, ...]]:
    for one, two in combinations(finding_words(trait.people)[:_PEOPLE], 2):
        for pair in product(one, two):
            yield tuple(sorted(pair))
