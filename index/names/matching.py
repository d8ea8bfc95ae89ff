"""Find the known names that a question names, whatever its case, clipping, titles or diacritics."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.article import NameType
from index.engine import KnownName
from index.names.people import PeopleIndex
from index.names.phrases import PhraseIndex
from index.names.tokens import Token, tokenise


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """Words of a question that name somebody, and everyone they can mean, most frequent first."""

    start: int
    end: int
    text: str
    candidates: tuple[KnownName, ...]


class NameMatcher:
    """Matches questions against one name table; made once a generation, and safe to share."""

    def __init__(self, known: Sequence[KnownName]) -> None:
        self._people = PeopleIndex([one for one in known if one.type is NameType.PERSON])
        self._phrases = PhraseIndex([one for one in known if one.type is not NameType.PERSON])

    def match(self, question: str) -> tuple[NameMatch, ...]:
        """Return the names of `question` in its order, the longest at each word; ambiguity is kept."""
        tokens = tokenise(question)
        cased = _has_case(question)
        found: list[NameMatch] = []
        position = 0
        while position < len(tokens):
            length, candidates = self._find(tokens, position, cased=cased)
            if length:
                start, end = tokens[position].start, tokens[position + length - 1].end
                found.append(NameMatch(start=start, end=end, text=question[start:end], candidates=candidates))
            position += length or 1
        return tuple(found)

    def _find(
        self, tokens: Sequence[Token], position: int, *, cased: bool
    ) -> tuple[int, tuple[KnownName, ...]]:
        people = self._people.find(tokens, position, cased=cased)
        phrase = self._phrases.find(tokens, position, cased=cased)
        length = max(people[0], phrase[0])
        candidates = [one for size, some in (people, phrase) if size == length for one in some]
        return length, tuple(sorted(candidates, key=lambda one: (-one.articles, one.name, one.type)))


def _has_case(question: str) -> bool:
    """Tell whether capitals mean something: there is one behind the first letter, and not all are."""
    return any(character.isupper() for character in question[1:]) and not question.isupper()
