"""Mend what the parser's tagger misses: a surname alone is the person whom the article names in full."""

from collections.abc import Sequence
from dataclasses import replace

from index.meetings.syntax.trees import Tree, Word
from index.names.cast import Cast

_ENTITIES_OF_OTHERS = frozenset(["ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART"])


def mend_people(trees: Sequence[Tree], cast: Cast) -> list[Tree]:
    """Return the trees with every mention of the cast marked as a proper noun and a person.

    A surname inside a longer name of something else ("the Baker Institute") stays what the tagger says.
    """
    starts = {one.start: one.end for one in cast.mentions()}
    return [_mended(tree, starts) for tree in trees]


def join_hyphens(trees: Sequence[Tree]) -> list[Tree]:
    """Return the trees with names like "Derby-Perrin" one person to their end."""
    return [_joined(tree) for tree in trees]


def _joined(tree: Tree) -> Tree:
    words = list(tree.words)
    for position in range(2, len(words)):
        before, hyphen, word = words[position - 2 : position + 1]
        bound = before.end == hyphen.start and hyphen.end == word.start and hyphen.text == "-"
        if bound and before.entity == "PERSON" and word.text[:1].isalpha() and word.pos == "PROPN":
            words[position - 1] = replace(hyphen, entity="PERSON")
            words[position] = replace(word, entity="PERSON")
    return replace(tree, words=tuple(words))


def _mended(tree: Tree, starts: dict[int, int]) -> Tree:
    words = list(tree.words)
    for position, word in enumerate(words):
        end = starts.get(word.start)
        if end is None:
            continue
        inside = [p for p in range(position, len(words)) if words[p].start < end]
        if _is_free(words, inside):
            for p in inside:
                words[p] = replace(words[p], pos="PROPN", tag="NNP", entity="PERSON")
    return replace(tree, words=tuple(words))


def _is_free(words: Sequence[Word], inside: Sequence[int]) -> bool:
    """Tell whether a mention stands for itself: no compound, no part of a longer name of another kind."""
    first, last = inside[0], inside[-1]
    kinds = {words[p].entity for p in inside} & _ENTITIES_OF_OTHERS
    around = [words[p].entity for p in (first - 1, last + 1) if 0 <= p < len(words)]
    return words[last].dep != "compound" and not (kinds & set(around))
