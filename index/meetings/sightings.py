"""Find the frames in a parsed sentence."""

from collections.abc import Iterator

from index.meetings.frames import NOUNS, Sighting
from index.meetings.nouns import read_noun
from index.meetings.trees import Tree
from index.meetings.verbs import read_verb


def find_sightings(tree: Tree) -> Iterator[Sighting]:
    """Return the frames that a sentence fills on both sides, in order."""
    for position, word in enumerate(tree.words):
        found = None
        if word.pos == "VERB" or word.tag.startswith("VB"):
            found = read_verb(tree, position)
        elif word.pos == "NOUN" and word.lemma in NOUNS:
            found = read_noun(tree, position)
        if found is not None and found.subjects and _is_filled(found):
            yield found


def _is_filled(found: Sighting) -> bool:
    return bool(found.others) or found.place is not None or found.mutual or found.hosted
