"""The name table of a corpus: each name once, under its usual form, with the articles that hold it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.article import NameType
from index.engine import KnownName, Office
from index.names.forms import Words, split_name
from index.names.offices import merge_offices


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """A form of a name that an article, by its number, holds."""

    name: str
    type: NameType
    article: int
    form: str


@dataclass(slots=True, kw_only=True)
class _Entry:
    name: str
    type: NameType
    articles: set[int] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    @property
    def order(self) -> tuple[int, int, str]:
        return (-len(self.articles), -len(self.name), self.name)

    def take(self, other: "_Entry") -> None:
        self.articles |= other.articles
        self.forms |= other.forms
        self.names |= other.names


def make_table(rows: Iterable[NameRow], offices: Iterable[tuple[str, Office]] = ()) -> list[KnownName]:
    """Return the names of `rows`, most frequent first, then by name, people with the `offices` of theirs.

    Names that differ in case or spacing only are one, and so are people of one surname and first name whose
    middle names agree or are left out. Who could be either of two people is kept apart from both.
    """
    held: defaultdict[str, list[Office]] = defaultdict(list)
    for name, office in offices:
        held[name].append(office)
    known = [
        KnownName(
            name=entry.name,
            type=entry.type,
            forms=tuple(sorted({entry.name, *entry.forms})),
            articles=len(entry.articles),
            offices=merge_offices(office for name in entry.names for office in held[name])
            if entry.type is NameType.PERSON
            else (),
        )
        for entry in _folded(_entries(rows))
    ]
    return sorted(known, key=lambda one: (-one.articles, one.name, one.type))


def _entries(rows: Iterable[NameRow]) -> list[_Entry]:
    entries: dict[tuple[str, NameType], _Entry] = {}
    for row in rows:
        key = (row.name, row.type)
        entry = entries.setdefault(key, _Entry(name=row.name, type=row.type, names={row.name}))
        entry.articles.add(row.article)
        entry.forms.update((row.name, row.form))
    return sorted(entries.values(), key=lambda one: one.order)


def _folded(entries: Sequence[_Entry]) -> list[_Entry]:
    folded: list[_Entry] = []
    alike: dict[tuple[str, NameType], _Entry] = {}
    namesakes: defaultdict[tuple[str, Words], list[tuple[Words, _Entry]]] = defaultdict(list)
    for entry in entries:
        key = (" ".join(entry.name.casefold().split()), entry.type)
        if key in alike:
            alike[key].take(entry)
            continue
        alike[key] = entry
        named_apart = "(" in entry.name  # by the operator, who tells two namesakes apart
        is_person = entry.type is NameType.PERSON and not named_apart
        given, surname = split_name(entry.name) if is_person else ((), ())
        if given:
            namesakes[given[0], surname].append((given[1:], entry))
        else:
            folded.append(entry)
    for bearers in namesakes.values():
        folded.extend(_people(bearers))
    return folded


def _people(bearers: Sequence[tuple[Words, _Entry]]) -> list[_Entry]:
    """Fold the bearers of one first name and surname, most frequent first, where their middle names agree."""
    if all(_agree(one, other) for one, _ in bearers for other, _ in bearers):
        first = bearers[0][1]
        for _, entry in bearers[1:]:
            first.take(entry)
        return [first]
    kept: list[tuple[Words, _Entry]] = []
    for middle, entry in bearers:
        same = next((one for other, one in kept if middle and other and _agree(middle, other)), None)
        if same is not None:
            same.take(entry)
        else:
            kept.append((middle, entry))
    return [entry for _, entry in kept]


def _agree(one: Words, other: Words) -> bool:
    return all(
        a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(one, other, strict=False)
    )
