"""An extractor that needs no model: it knows the sentences of `write_lines`, and tells the last one first."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from index.article import (
    Article,
    Extraction,
    Meeting,
    MeetingKind,
    MeetingStatus,
    NameMention,
    NameType,
    Participant,
    Quote,
)
from index.engine import KnownName

_MET = re.compile(r"(Minister number \d+) met a (delegation) in (\w+) to discuss ([^.]+)\.")
_AGREED = re.compile(r"They agreed to meet again in (\w+) about ([^.]+)\.")


class PatternExtractor:
    """Reads who met where out of the made-up briefings; counts what it reads."""

    def __init__(self, version: str = "patterns-1") -> None:
        self.version = version
        self.read: list[str] = []

    def extract_many(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            self.read.append(article.id)
            yield extraction_of(article)


def extraction_of(article: Article) -> Extraction:
    """Return what the sentences of `write_lines` say; nothing of any other."""
    met = _MET.search(article.body)
    if met is None:
        return Extraction()
    minister = Participant(name=met[1].title(), mention=_quote(met, 1))
    meetings = [_meeting(met, MeetingStatus.HELD, (minister, Participant(name=met[2])), 3, 4)]
    again = _AGREED.search(article.body)
    if again is not None:
        meetings.append(_meeting(again, MeetingStatus.PLANNED, (minister,), 1, 2))
    names = (
        _name(met, 1, met[1].title(), NameType.PERSON),
        _name(met, 2, met[2], NameType.ORGANISATION),
        _name(met, 3, met[3], NameType.PLACE),
    )
    return Extraction(names=names, meetings=tuple(reversed(meetings)))


def _meeting(
    found: re.Match[str], status: MeetingStatus, participants: tuple[Participant, ...], where: int, why: int
) -> Meeting:
    return Meeting(
        participants=participants,
        kind=MeetingKind.MEETING,
        status=status,
        when=None,
        where=_quote(found, where),
        why=_quote(found, why),
        evidence=_quote(found, 0),
    )


def _quote(found: re.Match[str], group: int) -> Quote:
    return Quote(start=found.start(group), end=found.end(group), text=found[group])


def _name(found: re.Match[str], group: int, name: str, kind: NameType) -> NameMention:
    return NameMention(
        start=found.start(group), end=found.end(group), text=found[group], name=name, type=kind
    )


def names_told(articles: Iterable[Article]) -> list[KnownName]:
    """Return the name table of these articles: their names count once an article, most frequent first."""
    holders: Counter[tuple[str, NameType]] = Counter()
    forms: defaultdict[tuple[str, NameType], set[str]] = defaultdict(set)
    for article in articles:
        names = extraction_of(article).names
        holders.update({(one.name, one.type) for one in names})
        for one in names:
            forms[one.name, one.type].update((one.text, one.name))
    known = [
        KnownName(name=name, type=kind, forms=tuple(sorted(forms[name, kind])), articles=count)
        for (name, kind), count in holders.items()
    ]
    return sorted(known, key=lambda one: (-one.articles, one.name, one.type))
