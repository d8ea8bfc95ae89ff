"""Choose occasions: by people, place, topic, the days of the meeting, status and source."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.answering.lexicon.words import folded_words, is_told
from bot.occasions.people import People
from index.article import MeetingStatus
from index.engine import ArticleMeeting
from index.occasions import Occasion


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an occasion must be. What is None does not matter; `since` and `until` are days of the meeting."""

    who: str | None = None
    other: str | None = None
    where: str | None = None
    topic: str | None = None
    since: date | None = None
    until: date | None = None
    status: MeetingStatus | None = None
    source: str | None = None

    @property
    def has_period(self) -> bool:
        """Tell whether only meetings of a time are wanted."""
        return self.since is not None or self.until is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The occasions that fit, in order of their days, and how many fit but for having no known day."""

    occasions: tuple[Occasion, ...]
    undated: int


def choose(occasions: Sequence[Occasion], people: People, wanted: Wanted) -> Chosen:
    """Return the occasions that fit; what any version says counts, but the status is the newest."""
    groups = [people.meant(name) for name in (wanted.who, wanted.other) if name is not None]
    fitting = [
        one for one in occasions if _takes_place(one, wanted) and is_attended(people.names_of(one), groups)
    ]
    if not wanted.has_period:
        return Chosen(occasions=tuple(fitting), undated=0)
    dated = [one for one in fitting if is_dated(one)]
    return Chosen(
        occasions=tuple(one for one in dated if _is_within(one, wanted)), undated=len(fitting) - len(dated)
    )


def is_dated(occasion: Occasion) -> bool:
    """Tell whether any version gives a day or a period."""
    when = occasion.when
    return when is not None and when[1].span.first is not None


def is_attended(everyone: frozenset[str], groups: Sequence[frozenset[str]]) -> bool:
    """Tell whether somebody of each group is there."""
    found = [everyone & group for group in groups]
    # One person cannot be both of the two that are asked for.
    return all(found) and (len(groups) < 2 or len(frozenset().union(*found)) > 1)


def _takes_place(occasion: Occasion, wanted: Wanted) -> bool:
    if wanted.status is not None and occasion.status is not wanted.status:
        return False
    versions = occasion.versions
    return (
        (wanted.where is None or any(_says(_where(one), wanted.where) for one in versions))
        and (wanted.topic is None or any(_is_about(one, wanted.topic) for one in versions))
        and (wanted.source is None or any(_is_by(one, wanted.source) for one in versions))
    )


def _is_within(occasion: Occasion, wanted: Wanted) -> bool:
    dates = [one.meeting.when for one in occasion.versions]
    return any(when is not None and when.span.overlaps(wanted.since, wanted.until) for when in dates)


def _where(version: ArticleMeeting) -> str:
    where = version.meeting.where
    return "" if where is None else where.text


def _is_about(version: ArticleMeeting, topic: str) -> bool:
    article, meeting = version.article, version.meeting
    why = "" if meeting.why is None else meeting.why.text
    said = folded_words(" ".join([meeting.evidence.text, why, article.title, *article.tags]))
    return all(is_told(word, said) for word in folded_words(topic))


def _is_by(version: ArticleMeeting, source: str) -> bool:
    return (version.article.source or "").casefold() == source.casefold()


def _says(text: str, wanted: str) -> bool:
    return folded_words(wanted) <= folded_words(text)
