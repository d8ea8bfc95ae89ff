"""What an occasion is: every article's version of one meeting, its independent sources, what they dispute."""

from dataclasses import dataclass
from enum import StrEnum

from index.article import MeetingDate, MeetingStatus, Participant, Quote
from index.engine import ArticleMeeting


class Aspect(StrEnum):
    """What versions of one occasion can disagree about."""

    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    STATUS = "status"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One independent teller: an outlet's reports, together with other outlets' copies of them.

    `name` is the outlet of its first version, or the title of that article where no outlet is named.
    """

    name: str
    versions: tuple[ArticleMeeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One of the things said about an aspect, and the versions that say it."""

    text: str
    versions: tuple[ArticleMeeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """An aspect of which versions cannot all be right; at least two readings, those of most sources first."""

    aspect: Aspect
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One meeting as all articles together tell it; every version is kept, oldest publication first.

    `id` is that of the oldest version, so it stays when later reports come. `status` is the newest by date
    of publication: a report that it was held or called off supersedes the plan. `lead` is the version that
    tells it best: of that status, with the date that most sources give, and the most slots filled.
    `participants` are those of `lead` and then those whom only other versions name.
    """

    id: str
    versions: tuple[ArticleMeeting, ...]
    sources: tuple[Source, ...]
    disagreements: tuple[Disagreement, ...]
    status: MeetingStatus
    lead: ArticleMeeting
    participants: tuple[Participant, ...]

    @property
    def statuses(self) -> tuple[MeetingStatus, ...]:
        """Return the statuses told, in order of publication, each once for a run of the same."""
        told = [one.meeting.status for one in self.versions]
        return tuple(one for n, one in enumerate(told) if n == 0 or told[n - 1] != one)

    @property
    def when(self) -> tuple[ArticleMeeting, MeetingDate] | None:
        """Return the version that dates it, the lead before others, a known day before mere words."""
        dated = [(one, one.meeting.when) for one in self._lead_first() if one.meeting.when is not None]
        known = [(one, when) for one, when in dated if when.span.first is not None]
        return next(iter([*known, *dated]), None)

    @property
    def where(self) -> tuple[ArticleMeeting, Quote] | None:
        """Return the version that places it, the lead before others, and its words."""
        placed = ((one, one.meeting.where) for one in self._lead_first())
        return next(((one, where) for one, where in placed if where is not None), None)

    @property
    def why(self) -> tuple[ArticleMeeting, Quote] | None:
        """Return the version that states a purpose or topic, the lead before others, and its words."""
        stated = ((one, one.meeting.why) for one in self._lead_first())
        return next(((one, why) for one, why in stated if why is not None), None)

    def _lead_first(self) -> tuple[ArticleMeeting, ...]:
        return (self.lead, *(one for one in self.versions if one.id != self.lead.id))
