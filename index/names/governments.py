"""Countries named by their capital or their people, where a question means their governments."""

from collections.abc import Sequence

from index.article import NameType
from index.engine import KnownName
from index.names.common import AFTER_A_NAME
from index.names.countries import read_countries
from index.names.tokens import Token, words_of

_BODIES = frozenset(
    """
    administration authorities authority cabinet counterpart counterparts delegation delegates diplomats
    envoys government leaders leadership negotiators officials side team
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_BEFORE = frozenset(("with", "between", "and", "did", "does", "do", "will", "has", "had", "would", "by"))
_PLACING = frozenset(
    ("in", "to", "at", "from", "near", "of", "outside", "into", "for", "via", "through", "around")
)

Words = tuple[str, ...]


class GovernmentIndex:
    """The governments of the countries that a name table knows, by country, people or capital."""

    def __init__(self, names: Sequence[KnownName]) -> None:
        articles: dict[Words, int] = {}
        for one in names:
            if one.type is not NameType.PERSON:
                words = tuple(words_of(one.name))
                articles[words] = max(one.articles, articles.get(words, 0))
        self._by_people: dict[Words, KnownName] = {}
        self._by_capital: dict[Words, KnownName] = {}
        for country in read_countries():
            forms = (*country.names, *country.adjectives, *country.capitals)
            told = [articles.get(tuple(words_of(form)), 0) for form in forms]
            if any(told):
                government = KnownName(
                    name=country.names[0], type=NameType.ORGANISATION, forms=forms, articles=max(told)
                )
                for form in (*country.names, *country.adjectives):
                    self._by_people[tuple(words_of(form))] = government
                for capital in country.capitals:
                    self._by_capital[tuple(words_of(capital))] = government

    def find(self, tokens: Sequence[Token], first: int) -> tuple[int, tuple[KnownName, ...]]:
        """Return how many words from `first` on mean a government, and which."""
        start = first + (tokens[first].word == "the")
        for length in (3, 2, 1):
            end = start + length
            run = tokens[start:end]
            words = tuple(one.word for one in run)
            if len(run) < length or not all(one.joined for one in run[1:]):
                continue
            government = self._by_people.get(words)
            if (
                government is not None
                and end < len(tokens)
                and tokens[end].linked
                and tokens[end].word in _BODIES
            ):
                return end + 1 - first, (government,)
            government = self._by_capital.get(words)
            if government is not None and start == first and _acts(tokens, first, end):
                return length, (government,)
        return 0, ()


def _acts(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether a capital does something, or something is done with it: nothing happens there."""
    before = tokens[first - 1].word if first else None
    after = tokens[end].word if end < len(tokens) and tokens[end].linked else None
    if before in _PLACING:
        return False
    return before in _BEFORE or after in AFTER_A_NAME
