"""The dated meetings of a person, or of two, each with one citation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answering.answer import Citation
from bot.answering.reply.citations import Citations
from bot.occasions.choosing import Wanted, choose
from bot.occasions.people import only_one
from bot.occasions.shelf import Shelf
from index.article import Participant
from index.occasions import Aspect, Occasion
from index.occasions.people import is_same_participant


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A meeting on the timeline: the days within which it was, who else takes part, its citation's number."""

    occasion: Occasion
    first: date
    last: date
    others: tuple[Participant, ...]
    citation: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The dated meetings of `name` (and of `other`), oldest first; `undated` more have no known day."""

    name: str
    other: str | None
    entries: tuple[Entry, ...]
    undated: int
    citations: tuple[Citation, ...]

    @property
    def title(self) -> str:
        """Return whose timeline it is."""
        return self.name if self.other is None else f"{self.name} and {self.other}"


def make_timeline(
    shelf: Shelf,
    name: str,
    other: str | None = None,
    *,
    since: date | None = None,
    until: date | None = None,
) -> Timeline:
    """Choose and cite the meetings; since and until are days of the meetings. Unknown names have none.

    Raises `UnclearName` for a name that several people have.
    """
    subject = only_one(shelf.people, name)
    companion = None if other is None else only_one(shelf.people, other)
    told = (name if subject is None else subject.name, other if companion is None else companion.name)
    shared = () if subject is None else subject.occasions
    if other is not None:
        shared = tuple(one for one in shared if told[1] in shelf.people.names_of(one) - {told[0]})
    chosen = choose(shared, shelf.people, Wanted(since=since, until=until))
    cited = Citations()
    entries = tuple(_entries(chosen.occasions, told, cited))
    return Timeline(
        name=told[0],
        other=told[1],
        entries=entries,
        undated=chosen.undated + len(chosen.occasions) - len(entries),
        citations=cited.all(),
    )


def _entries(
    occasions: Sequence[Occasion], told: tuple[str | None, ...], cited: Citations
) -> Iterator[Entry]:
    for occasion in occasions:
        days = _days(occasion)
        if days:
            yield Entry(
                occasion=occasion,
                first=min(days),
                last=max(days),
                others=tuple(one for one in occasion.participants if not _is_told(one, told)),
                citation=cited.number(occasion.lead.article, occasion.lead.meeting.evidence),
            )


def _days(occasion: Occasion) -> list[date]:
    """Return the first and last day of the date that holds, or of all that are said where it is disputed."""
    disputed = [one for one in occasion.disagreements if one.aspect is Aspect.WHEN]
    if disputed:
        said = [version.meeting.when for reading in disputed[0].readings for version in reading.versions]
    else:
        said = [None if occasion.when is None else occasion.when[1]]
    spans = [when.span for when in said if when is not None]
    return [day for span in spans for day in (span.first, span.last) if day is not None]


def _is_told(one: Participant, told: tuple[str | None, ...]) -> bool:
    return any(name is not None and is_same_participant(one.name, name) for name in told)
