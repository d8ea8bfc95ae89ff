"""People found by their surnames, with whatever titles, given names and initials stand before them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from index.engine import KnownName
from index.names.common import (
    AFTER_A_NAME,
    ALLEGIANCES,
    BEFORE_A_NAME,
    FUNCTION_WORDS,
    MONTH_NAMES,
    MONTHS,
    PARTICLES,
    WEEKDAYS,
    WORDS_TOO,
)
from index.names.forms import Words, fits_given, split_name
from index.names.tokens import Token
from index.names.words import TITLES

_GIVEN = 5
"""How many words of titles, given names and initials may stand before a surname."""
_SURNAME = 3
_TITLES = TITLES - {"the"}
_NEVER_GIVEN = FUNCTION_WORDS | BEFORE_A_NAME | AFTER_A_NAME | ALLEGIANCES | TITLES
_NO_GIVEN = _NEVER_GIVEN | WORDS_TOO
_NEW_PHRASE = WEEKDAYS | MONTHS | FUNCTION_WORDS | TITLES
_DATING = FUNCTION_WORDS - BEFORE_A_NAME
_DATED = FUNCTION_WORDS - AFTER_A_NAME

Found = tuple[int, tuple[KnownName, ...]]
NOBODY: Found = (0, ())


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the name table, with the given names of one of the forms."""

    known: KnownName
    given: Words


class PeopleIndex:
    """The people of a name table by surname."""

    def __init__(self, people: Sequence[KnownName]) -> None:
        self._by_surname: defaultdict[Words, list[Person]] = defaultdict(list)
        self._given: set[str] = set()
        for known in people:
            for given, surname in dict.fromkeys(split_name(form) for form in (known.name, *known.forms)):
                if surname:
                    self._add(known, given, surname)

    def _add(self, known: KnownName, given: Words, surname: Words) -> None:
        person = Person(known, given)
        self._by_surname[surname].append(person)
        if len(surname) > 1 and surname[0] in PARTICLES:
            self._by_surname[surname[1:]].append(person)
        self._given.update(word for word in given if len(word) > 2 and word not in PARTICLES)

    def find(self, tokens: Sequence[Token], first: int, *, cased: bool) -> Found:
        """Return how many words from `first` on name people, and all whom they can mean.

        `cased` tells that capitals of the question mean something.
        """
        named = first
        while (
            named < len(tokens) and tokens[named].word in _TITLES and (named == first or tokens[named].joined)
        ):
            named += 1
        best = NOBODY
        for surname in range(named, min(named + _GIVEN, len(tokens))):
            if surname > first and not tokens[surname].joined:
                break
            for length in range(_SURNAME, 0, -1):
                found = self._fitting(tokens, named, surname, length, cased=cased)
                alone = surname == first
                if found and (not alone or self._is_surname(tokens, surname, length, cased=cased)):
                    best = (surname + length - first, found)
                    break
        return NOBODY if cased and _goes_on(tokens, first + best[0]) else best

    def _fitting(
        self, tokens: Sequence[Token], named: int, surname: int, length: int, *, cased: bool
    ) -> tuple[KnownName, ...]:
        run = tokens[surname : surname + length]
        bearers = self._by_surname.get(tuple(one.word for one in run))
        if not bearers or len(run) < length or not all(one.joined for one in run[1:]):
            return ()
        before = tokens[named:surname]
        if not all(one.word in PARTICLES or _can_be_given(one, cased=cased) for one in before):
            return ()
        words = [word for one in before for word in one.parts]
        fitting = [one.known for one in bearers if fits_given(words, one.given)]
        fuller = [one for one in fitting if " " in one.name]
        return tuple(dict.fromkeys(fuller or fitting))

    def _is_surname(self, tokens: Sequence[Token], position: int, length: int, *, cased: bool) -> bool:
        """Tell whether a surname with nothing before it stands for one of its bearers."""
        token = tokens[position]
        before = tokens[position - 1] if position else None
        after = tokens[position + length] if position + length < len(tokens) else None
        if length == 1 and not _can_name(token, before, after, cased=cased):
            return False
        return before is None or not token.linked or not self._is_given_name(before, cased=cased)

    def _is_given_name(self, before: Token, *, cased: bool) -> bool:
        """Tell whether the word before a surname makes it that of somebody else."""
        if before.possessive or before.word in _NO_GIVEN or (cased and not before.capital):
            return False
        return before.word in self._given


def _can_be_given(token: Token, *, cased: bool) -> bool:
    if len(token.word) == 1:
        return token.capital
    return token.word not in _NEVER_GIVEN and (token.capital or not cased)


def _can_name(token: Token, before: Token | None, after: Token | None, *, cased: bool) -> bool:
    """Tell whether a word that may be no name at all is one here."""
    word = token.word
    if word in MONTH_NAMES:
        dated = (before is not None and before.word in _DATING) or (
            after is not None and (after.text.isdigit() or after.word in _DATED)
        )
        return cased and token.capital and not dated
    if cased and before is not None:
        return token.capital
    if word in FUNCTION_WORDS:
        return False
    if word not in WORDS_TOO:
        return True
    led = before is None or not token.linked or before.word in BEFORE_A_NAME
    followed = after is None or not after.linked or after.word in AFTER_A_NAME
    return led and followed


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether a capitalised word at `end` goes on with the name, of which the surname is but a part."""
    if not 0 < end < len(tokens) or not tokens[end].linked or tokens[end - 1].possessive:
        return False
    return tokens[end - 1].capital and tokens[end].capital and tokens[end].word not in _NEW_PHRASE
