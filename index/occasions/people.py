"""Who takes part, compared across articles: fuller and shorter forms of a name, and named groups."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from index.article import Participant
from index.names.words import fold, name_words

T = TypeVar("T")

_PARTICLES = frozenset(
    ["von", "van", "de", "del", "der", "bin", "ibn", "al", "el", "da", "di", "la", "dos", "zu"]
)
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Attendance:
    """The participants of one record, as they compare.

    `named` holds the words of each name ("kim", "jong", "un"); `groups` the proper words of each group
    ("members of the Maine Potato Board": maine, potato, board), or all its words where it has none.
    """

    named: tuple[tuple[str, ...], ...]
    groups: tuple[frozenset[str], ...]

    def __len__(self) -> int:
        return len(self.named) + len(self.groups)


@dataclass(frozen=True, slots=True)
class Company:
    """How two attendances compare: how many they share, and how many names each has for itself."""

    shared: int
    named_apart: tuple[int, int]
    full: bool
    share: float


def attendance(participants: Sequence[Participant]) -> Attendance:
    """Return the participants in the form in which they compare."""
    named = [one.name for one in participants if _is_name(one.name)]
    groups = [one.name for one in participants if not _is_name(one.name)]
    return Attendance(
        named=tuple(dict.fromkeys(_name_parts(one) for one in named)),
        groups=tuple(dict.fromkeys(_group_words(one) for one in groups)),
    )


def compare(one: Attendance, two: Attendance) -> Company:
    """Pair off the participants of two records; each counts once."""
    names, names_apart = _paired(one.named, two.named, _is_same_person)
    groups, _ = _paired(one.groups, two.groups, _is_same_group)
    shared = names + groups
    fewer = min(len(one), len(two))
    return Company(
        shared=shared,
        named_apart=names_apart,
        full=fewer > 0 and shared >= fewer,
        share=shared / max(1, len(one) + len(two) - shared),
    )


def is_same_participant(one: str, two: str) -> bool:
    """Tell whether two names as written can mean one person, or one group."""
    if _is_name(one) and _is_name(two):
        return _is_same_person(_name_parts(one), _name_parts(two))
    return not _is_name(one) and not _is_name(two) and _is_same_group(_group_words(one), _group_words(two))


def finding_words(people: Attendance) -> tuple[tuple[str, ...], ...]:
    """Return, for each participant, words of which every form of the same participant has at least one."""
    names = tuple(tuple(dict.fromkeys((parts[0], parts[-1]))) for parts in people.named)
    return (*names, *(tuple(sorted(group)) for group in people.groups))


def _paired(
    ones: Sequence[T], twos: Sequence[T], same: Callable[[T, T], bool]
) -> tuple[int, tuple[int, int]]:
    left = list(twos)
    shared = 0
    for one in ones:
        match = next((two for two in left if same(one, two)), None)
        if match is not None:
            left.remove(match)
            shared += 1
    return shared, (len(ones) - shared, len(left))


def _is_same_person(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    few, many = sorted((one, two), key=len)
    if len(few) == 1:
        # A surname alone; a family name may stand first ("Kim").
        return few[0] in (many[0], many[-1])
    if few == many:
        return True
    return few[-1] == many[-1] and few[0][0] == many[0][0]


def _is_same_group(one: frozenset[str], two: frozenset[str]) -> bool:
    return bool(one) and bool(two) and (one <= two or two <= one)


def _is_name(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= 5 and all(word[0].isupper() or word.casefold() in _PARTICLES for word in words)


def _name_parts(name: str) -> tuple[str, ...]:
    return tuple(part for word in name_words(name) for part in word.split("-")) or (fold(name),)


def _group_words(name: str) -> frozenset[str]:
    words = _WORD.findall(name)
    proper = [word for word in words if word[0].isupper() or word[0].isdigit()]
    return frozenset(fold(word).replace(".", "") for word in proper or words)
