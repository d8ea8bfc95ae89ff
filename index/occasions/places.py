"""Where an occasion is, compared across articles without a gazetteer."""

import re
from dataclasses import dataclass
from enum import IntEnum

from index.article import Article, Quote
from index.names.words import fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_PLAIN = frozenset(
    ["the", "a", "an", "at", "in", "on", "of", "and", "near", "his", "her", "its", "their", "city", "state"]
)
_CORRECTION = re.compile(r"\s*(?:correction|corrected|clarification)\b", re.IGNORECASE)


class PlaceMatch(IntEnum):
    """How two places compare; greater is nearer."""

    OTHER = 0
    UNKNOWN = 1
    SAME = 2


@dataclass(frozen=True, slots=True)
class Place:
    """The words of a place, folded, and whether it is a bare name ("Geneva"), no house ("the chancery")."""

    words: frozenset[str]
    is_bare: bool


def place_of(where: Quote | None) -> Place | None:
    """Return a place in the form in which it compares."""
    if where is None:
        return None
    words = _WORD.findall(where.text)
    folded = frozenset(_folded(word) for word in words) - _PLAIN
    return Place(words=folded, is_bare=where.text[:1].isupper()) if folded else None


def compare(one: Place | None, two: Place | None) -> PlaceMatch:
    """Compare two places by their words."""
    if one is None or two is None:
        return PlaceMatch.UNKNOWN
    return PlaceMatch.SAME if one.words & two.words else PlaceMatch.OTHER


def contradict(one: Place, in_one: Article, two: Place, in_two: Article) -> bool:
    """Tell whether two places cannot both be right.

    A house and its city, or a city and its country, are no contradiction: the articles then speak of both.
    A correction speaks of the wrong place too.
    """
    if one.words & two.words or not (one.is_bare and two.is_bare):
        return False
    return not _speaks_of(in_one, two) and not _speaks_of(in_two, one)


def _speaks_of(article: Article, place: Place) -> bool:
    if _CORRECTION.match(article.title) or _CORRECTION.match(article.body):
        return False
    said = {_folded(word) for word in _WORD.findall(f"{article.title} {article.body}")}
    return place.words <= said


def _folded(word: str) -> str:
    return fold(word).replace(".", "")
