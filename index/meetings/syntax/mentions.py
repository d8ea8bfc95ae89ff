"""The names of an article: its cast's, and the parser's for organisations and places."""

from collections.abc import Iterable, Iterator

from index.article import NameMention, NameType
from index.meetings.syntax.trees import Tree
from index.names.cast import Cast
from index.names.forms import split_name

_TYPES = {
    "ORG": NameType.ORGANISATION,
    "NORP": NameType.ORGANISATION,
    "GPE": NameType.PLACE,
    "LOC": NameType.PLACE,
    "FAC": NameType.PLACE,
    "PERSON": NameType.PERSON,
}


def find_entities(tree: Tree, body: str) -> Iterator[tuple[str, NameType, int, int]]:
    """Return the name, type and range of each entity that the parser marked in a sentence."""
    position = 0
    while position < len(tree.words):
        kind = tree.words[position].entity
        end = position + 1
        while end < len(tree.words) and tree.words[end].entity == kind:
            end += 1
        if kind in _TYPES:
            start, stop = tree.words[position].start, tree.words[end - 1].end
            if body[start:stop].endswith(("'s", "’s")):
                stop -= 2
            yield body[start:stop], _TYPES[kind], start, stop
        position = end


def collect_names(cast: Cast, entities: Iterable[tuple[str, NameType, int, int]]) -> tuple[NameMention, ...]:
    """Return the names of an article in order: people by the cast, other entities around them."""
    people = cast.mentions()
    taken = [(one.start, one.end) for one in people]
    others = [
        NameMention(
            start=start, end=end, text=text, name=cast.acronyms.get(_plain(text), _plain(text)), type=kind
        )
        for text, kind, start, end in entities
        if all(end <= first or start >= last for first, last in taken)
        # "Department" or "Was Slated To Visit" is nobody, whatever the parser takes it for.
        if kind is not NameType.PERSON or split_name(text)[1]
    ]
    return tuple(sorted((*people, *others), key=lambda one: one.start))


def _plain(text: str) -> str:
    return " ".join(text.split()).removeprefix("the ").removeprefix("The ")
