"""Find the known names that a question names, whatever its case, clipping, titles or diacritics."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.article import DateSpan, NameType
from index.engine import KnownName
from index.names.governments import GovernmentIndex
from index.names.offices import OfficeIndex
from index.names.people import Found, PeopleIndex
from index.names.phrases import PhraseIndex
from index.names.titles import HEADS
from index.names.tokens import Token, tokenise


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """Words of a question that name somebody, and everyone they can mean, most frequent first."""

    start: int
    end: int
    text: str
    candidates: tuple[KnownName, ...]


_CAPITALISED = re.compile(r"(?<!\w)[A-ZÀ-Þ](?:[a-zß-ÿ]|['’][A-Z])")


class NameMatcher:
    """Matches questions against one name table; made once a generation, and safe to share."""

    def __init__(self, known: Sequence[KnownName]) -> None:
        people = [one for one in known if one.type is NameType.PERSON]
        self._people = PeopleIndex(people)
        self._offices = OfficeIndex(people)
        self._phrases = PhraseIndex([one for one in known if one.type is not NameType.PERSON])
        self._governments = GovernmentIndex(known)

    def match(self, question: str, when: DateSpan | None = None) -> tuple[NameMatch, ...]:
        """Return the names of `question` in its order, the longest at each word; ambiguity is kept.

        An office ("the secretary of state") means whoever articles say held it around `when`, or ever. A
        capital that acts ("talks with Beijing") means the government, then the city.
        """
        tokens = tokenise(question)
        cased = has_case(question)
        found: list[NameMatch] = []
        position = 0
        while position < len(tokens):
            length, candidates = self._find(tokens, position, when, cased=cased)
            if length:
                start, end = tokens[position].start, tokens[position + length - 1].end
                found.append(NameMatch(start=start, end=end, text=question[start:end], candidates=candidates))
            position += length or 1
        return tuple(found)

    def _find(self, tokens: Sequence[Token], position: int, when: DateSpan | None, *, cased: bool) -> Found:
        size, bearers = self._people.find(tokens, position, cased=cased)
        people = self._of_that_office(tokens[position : position + size], bearers)
        found: list[Found] = [
            self._governments.find(tokens, position),
            (size, _frequent_first(people)),
            self._offices.find(tokens, position, when),
            self._phrases.find(tokens, position, cased=cased),
        ]
        longest = max((length for length, some in found if some), default=0)
        candidates = [one for length, some in found if length == longest for one in some]
        return longest, tuple(dict.fromkeys(candidates))

    def _of_that_office(self, tokens: Sequence[Token], people: Sequence[KnownName]) -> Sequence[KnownName]:
        """Leave out who held other offices only: "Rep. Moreno" is not the Moreno told of as a senator."""
        title = self._offices.words_of_title([one.word for one in tokens]) & HEADS
        fitting = [one for one in people if not one.offices or self._offices.holds(one, title)]
        return fitting if title and fitting else people


def _frequent_first(names: Sequence[KnownName]) -> tuple[KnownName, ...]:
    return tuple(sorted(names, key=lambda one: (-one.articles, one.name, one.type)))


def has_case(question: str) -> bool:
    """Tell whether capitals mean something: a word behind the first has one; "VA" is written so anyway."""
    return _CAPITALISED.search(question, 1) is not None
