"""What the index knows people and places by: it tells a name in a question from any other word."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.words import folded_list
from index.article import NameType
from index.engine import KnownName
from index.names import NameMatcher


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Finds the known names of a question; `places` are the folded words of the places, surnames left out."""

    matcher: NameMatcher
    places: frozenset[str]


def vocabulary_of(names: Sequence[KnownName]) -> Vocabulary:
    """Read the name table of a snapshot: once a generation, since it takes longer than an answer."""
    people = [folded_list(one.name) for one in names if one.type is NameType.PERSON]
    places = [folded_list(one.name) for one in names if one.type is NameType.PLACE]
    surnames = frozenset(words[-1] for words in people if len(words) > 1)
    return Vocabulary(
        matcher=NameMatcher(names), places=frozenset(word for words in places for word in words) - surnames
    )
