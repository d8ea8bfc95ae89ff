"""Who held an office that a question names: "the secretary of state", as of the days that it is about."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from index.article import DateSpan
from index.engine import KnownName, Office
from index.names.common import FUNCTION_WORDS
from index.names.countries import country_words
from index.names.forms import split_name
from index.names.titles import HEADS, SHORT
from index.names.tokens import Token, words_of

_ALONE = frozenset(("president", "premier", "chancellor", "pope", "king", "queen", "attorney"))
"""Offices that mean one holder without a word beside them; "the senator" is one told of before."""
_LINKS = frozenset(("of", "for", "the", "to"))
_APART = frozenset(("vice", "deputy", "assistant", "under", "former", "acting", "general"))
"""Words that make another office of one: asked for the director, nobody means the deputy director."""
_AROUND = timedelta(days=365)
"""An office holder is told of for so long before and after the days on which articles tell of them."""


@dataclass(frozen=True, slots=True)
class _Holding:
    holder: KnownName
    words: frozenset[str]
    office: Office


class OfficeIndex:
    """The offices of a name table by what they are called: "minister", "secretary"."""

    def __init__(self, people: Sequence[KnownName]) -> None:
        self._countries = country_words()
        self._by_head: defaultdict[str, list[_Holding]] = defaultdict(list)
        self._words: set[str] = set()
        for known in people:
            for office in known.offices:
                words = frozenset(self._plain(words_of(office.title)))
                for head in words & HEADS:
                    self._by_head[head].append(_Holding(known, words, office))
                self._words |= words

    def words_of_title(self, title: Sequence[str]) -> frozenset[str]:
        """Return the words that say which office `title`, folded words, is."""
        return frozenset(self._plain(title))

    def holds(self, known: KnownName, title: frozenset[str]) -> bool:
        """Tell whether articles give a person an office of all these words."""
        return any(title <= self.words_of_title(words_of(one.title)) for one in known.offices)

    def find(
        self, tokens: Sequence[Token], first: int, when: DateSpan | None
    ) -> tuple[int, tuple[KnownName, ...]]:
        """Return how many words from `first` on name an office, and all who can have held it `when`."""
        if first and tokens[first].linked and self._is_part(tokens[first - 1].word):
            return 0, ()
        end = first
        while end < len(tokens) and (end == first or tokens[end].joined) and self._is_part(tokens[end].word):
            end += 1
        while end > first and tokens[end - 1].word in _LINKS:
            end -= 1
        words = self.words_of_title([one.word for one in tokens[first:end]])
        heads = words & HEADS
        if not heads or (len(words) == 1 and not words & _ALONE) or tokens[first].word in _LINKS - {"the"}:
            return 0, ()
        return end - first, _held_then(self._fitting(words, heads), when)

    def _is_part(self, word: str) -> bool:
        return (
            word in self._words
            or word in _LINKS
            or SHORT.get(word, word) in HEADS
            or (word,) in self._countries
        )

    def _fitting(self, words: frozenset[str], heads: frozenset[str]) -> list[_Holding]:
        holdings = [one for head in heads for one in self._by_head[head] if words <= one.words]
        exact = [one for one in holdings if one.words == words]
        return exact or [one for one in holdings if not (one.words - words) & _APART]

    def _plain(self, words: Sequence[str]) -> Iterable[str]:
        """Yield words with countries called by their names and titles in full."""
        position = 0
        while position < len(words):
            for length in (3, 2, 1):
                country = self._countries.get(tuple(words[position : position + length]))
                if country is not None:
                    yield country
                    position += length
                    break
            else:
                word = words[position].removeprefix("-")
                if word not in FUNCTION_WORDS:
                    yield SHORT.get(word, word)
                position += 1


def _held_then(holdings: Sequence[_Holding], when: DateSpan | None) -> tuple[KnownName, ...]:
    """Return the holders of these offices, those told of around `when` where there are any."""
    around = [one for one in holdings if _tells_of(one.office, when, timedelta())]
    around = around or [one for one in holdings if _tells_of(one.office, when, _AROUND)]
    holders = list(dict.fromkeys(one.holder for one in around))
    # Somebody told of by surname alone is one of those told of in full, where their surnames agree.
    surnames = {split_name(one.name)[1] for one in holders if split_name(one.name)[0]}
    return tuple(one for one in holders if split_name(one.name)[0] or split_name(one.name)[1] not in surnames)


def _tells_of(office: Office, when: DateSpan | None, margin: timedelta) -> bool:
    if when is None or when.first is None or when.last is None:
        return True
    return (
        office.first is not None
        and office.last is not None
        and (office.first - margin <= when.last and when.first <= office.last + margin)
    )


def merge_offices(offices: Iterable[Office]) -> tuple[Office, ...]:
    """Return offices of one title as one, most frequent first."""
    merged: dict[str, Office] = {}
    for one in offices:
        key, known = one.title.casefold(), merged.get(one.title.casefold())
        merged[key] = one if known is None else _joined(known, one)
    return tuple(sorted(merged.values(), key=lambda one: (-one.articles, one.title)))


def _joined(one: Office, other: Office) -> Office:
    days = [day for day in (one.first, other.first, one.last, other.last) if day is not None]
    return Office(
        title=one.title,
        first=min(days, default=None),
        last=max(days, default=None),
        articles=one.articles + other.articles,
    )
