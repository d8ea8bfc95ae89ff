"""Who takes part in the occasions that may be seen: forms of names brought together, and found by words."""

import heapq
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.answering.lexicon.words import folded_words
from bot.occasions.wording import join
from index.names.words import fold, is_shorter_form, name_words
from index.occasions import Occasion

_LAST = "\U0010ffff"
_OFFERED = 8


class UnclearName(Exception):
    """A name means several people. Its text is one sentence that says what to write.

    `candidates` are the names it can mean, those of most meetings first, each with their number.
    """

    def __init__(self, wanted: str, candidates: Sequence[str]) -> None:
        super().__init__(f"“{wanted}” can be {join(candidates, 'or')}; write the name in full.")
        self.wanted = wanted
        self.candidates = tuple(candidates)


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A person or group by the fullest form of the name, all forms, and the occasions taken part in."""

    name: str
    forms: tuple[str, ...]
    occasions: tuple[Occasion, ...]


class People:
    """The participants of some occasions. A shorter form counts with the only name that it can mean."""

    def __init__(self, occasions: Sequence[Occasion]) -> None:
        told = Counter(name for one in occasions for name in _names(one))
        self._fullest = fullest = _fullest_forms(told)
        forms: defaultdict[str, set[str]] = defaultdict(set)
        taken: defaultdict[str, list[Occasion]] = defaultdict(list)
        for name in told:
            forms[fullest[name]].add(name)
        for occasion in occasions:
            for name in dict.fromkeys(fullest[name] for name in _names(occasion)):
                taken[name].append(occasion)
        ordered = sorted(taken, key=lambda name: (-len(taken[name]), name))
        self.all = tuple(
            Someone(name=name, forms=tuple(sorted(forms[name])), occasions=tuple(taken[name]))
            for name in ordered
        )
        self._by_name = {one.name: one for one in self.all}
        self._words = {form: folded_words(form) for form in told}
        self._beginnings = sorted(
            (word, place)
            for place, one in enumerate(self.all)
            for word in {word for form in one.forms for word in fold(form).split()}
        )

    def called(self, wanted: str) -> tuple[Someone, ...]:
        """Return whom `wanted` can mean, those of most occasions first: several where it is not plain.

        A name written letter for letter means that one alone ("Lena Sa" beside "Léna Sa"). Next comes one
        that differs in accents, capitals or titles, then one that it shortens ("Sen. A. Lobo", "lobo": Ana
        Lobo), then any that holds all its words ("riga port": officials of the port of Riga).
        """
        words = folded_words(wanted)
        if not words:
            return ()
        if wanted in self._by_name:
            return (self._by_name[wanted],)
        same = tuple(one for one in self.all if any(self._words[form] == words for form in one.forms))
        shortened = tuple(one for one in self.all if is_shorter_form(wanted, one.name))
        return same or shortened or tuple(one for one in self.all if self._holds(one, wanted, words))

    def meant(self, wanted: str) -> frozenset[str]:
        """Return the names of all whose name, in any form, holds the words of `wanted` or is meant by it."""
        words = folded_words(wanted)
        return frozenset(one.name for one in self.all if words and self._holds(one, wanted, words))

    def suggest(self, written: str, *, most: int) -> tuple[str, ...]:
        """Return names of which each word of `written` begins a word, those of most occasions first."""
        first, *others = fold(written).split() or [""]
        begin = bisect_left(self._beginnings, (first, 0))
        end = bisect_left(self._beginnings, (first + _LAST, 0))
        begun = {place for _, place in self._beginnings[begin:end]}
        fitting = (place for place in begun if all(self._begins(place, one) for one in others))
        places = heapq.nsmallest(most, fitting)
        return tuple(self.all[place].name for place in places)

    def _begins(self, place: int, written: str) -> bool:
        forms = self.all[place].forms
        return any(word.startswith(written) for form in forms for word in fold(form).split())

    def names_of(self, occasion: Occasion) -> frozenset[str]:
        """Return the names, in their fullest forms, of those who take part by any version.

        Somebody of none of these occasions, as in a report that was withdrawn, is called as there.
        """
        return frozenset(self._fullest.get(name, name) for name in _names(occasion))

    def _holds(self, one: Someone, wanted: str, words: frozenset[str]) -> bool:
        return is_shorter_form(wanted, one.name) or any(words <= self._words[form] for form in one.forms)


def only_one(people: People, wanted: str) -> Someone | None:
    """Return the one whom `wanted` means, or None where nobody is meant. Raises `UnclearName`."""
    found = people.called(wanted)
    if len(found) < 2:
        return found[0] if found else None
    raise UnclearName(wanted, _offer(found))


def _offer(found: Sequence[Someone]) -> list[str]:
    names = [f"{one.name} ({len(one.occasions):,})" for one in found[:_OFFERED]]
    if len(found) > _OFFERED:
        names.append(f"{len(found) - _OFFERED:,} others")
    return names


def _names(occasion: Occasion) -> dict[str, None]:
    return dict.fromkeys(one.name for version in occasion.versions for one in version.meeting.participants)


def _fullest_forms(names: Iterable[str]) -> Mapping[str, str]:
    """Map each name to the one name of which it is a shorter form, else to itself."""
    by_last: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        by_last[(name_words(name) or (name,))[-1]].append(name)
    return {name: _fullest(name, alike) for alike in by_last.values() for name in alike}


def _fullest(name: str, alike: Sequence[str]) -> str:
    longer = [other for other in alike if is_shorter_form(name, other) and _length(other) > _length(name)]
    # What is itself short for another is no further candidate: "Lobo", "A. Lobo", "Ana Lobo" are one.
    ends = [one for one in longer if not any(is_shorter_form(one, other) for other in longer if other != one)]
    return ends[0] if len(ends) == 1 else name


def _length(name: str) -> tuple[int, int]:
    words = name_words(name)
    return len(words), sum(map(len, words))
