"""The values that everything passes around: articles, passages, dates, meetings, hits.

All are frozen and carry no behaviour beyond reading themselves. Offsets are half-open and count code
points of `Article.body`, so `article.body[start:end]` is always the text that a value speaks of.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One briefing, as its loader read it.

    `path` is relative to the corpus folder, with forward slashes. `published` is the anchor of every
    relative date in `body`; it is None where the article does not say. `collection` is the sub-folder of
    the corpus ("" at the top) unless the front matter names another.
    """

    id: str
    path: str
    title: str
    body: str
    source: str | None = None
    url: str | None = None
    published: date | None = None
    collection: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of code points of a body."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of an article, verbatim: `article.body[start:end] == text` (of the title where `in_title`)."""

    start: int
    end: int
    text: str
    in_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The indexed unit: a run of whole sentences of one article."""

    start: int
    end: int
    text: str


class Precision(StrEnum):
    """How exactly a DateSpan is known: the unit of time its words name."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """The days that a time expression means, both ends included; both None when they are not known."""

    first: date | None
    last: date | None
    precision: Precision

    def overlaps(self, since: date | None, until: date | None) -> bool:
        """Tell whether any day of the span lies in `since`..`until`; an unknown span overlaps nothing."""
        if self.first is None or self.last is None:
            return False
        return (since is None or self.last >= since) and (until is None or self.first <= until)


UNKNOWN_DATE = DateSpan(first=None, last=None, precision=Precision.UNKNOWN)


class TimeKind(StrEnum):
    """What a time expression names, in TimeML's words."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class Modifier(StrEnum):
    """Which part of the named period is meant, or how loosely (TimeML `mod`)."""

    START = "start"
    MID = "mid"
    END = "end"
    BEFORE = "before"
    AFTER = "after"
    APPROX = "approx"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that name a time, and the whole period they name.

    Durations and sets ("for three days", "every Tuesday") have an unknown span.
    """

    start: int
    end: int
    text: str
    kind: TimeKind
    span: DateSpan
    modifier: Modifier | None = None


class NameType(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention:
    """A name as it stands in a body (`text`), and the fullest form the article gives of it (`name`)."""

    start: int
    end: int
    text: str
    name: str
    type: NameType


class MeetingKind(StrEnum):
    MEETING = "meeting"
    CALL = "call"
    VISIT = "visit"
    TRIP = "trip"
    HEARING = "hearing"
    ROUNDTABLE = "roundtable"
    CEREMONY = "ceremony"
    OTHER = "other"


class MeetingStatus(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    ONGOING = "ongoing"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    REQUESTED = "requested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person or group that takes part, in its fullest form; `mention` are the words that say so."""

    name: str
    role: str | None = None
    affiliation: str | None = None
    mention: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDate:
    """When a meeting is: the words, and the days they mean for a meeting of its status."""

    quote: Quote
    span: DateSpan
    modifier: Modifier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One occasion as one article tells it. A slot that the article does not state is None.

    `evidence` is the sentence that says the meeting is, was or was not to be; the quotes of the slots may
    stand in other sentences of the same article.
    """

    participants: tuple[Participant, ...]
    kind: MeetingKind
    status: MeetingStatus
    when: MeetingDate | None
    where: Quote | None
    why: Quote | None
    evidence: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What the extractor understood of one article, computed at build time."""

    names: tuple[NameMention, ...] = ()
    meetings: tuple[Meeting, ...] = ()


class Retriever(StrEnum):
    DENSE = "dense"
    LEXICAL = "lexical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that a search found. `rank` counts from 1; `found_by` says which retriever proposed it."""

    article_id: str
    passage_id: int
    passage: Passage
    score: float
    rank: int
    found_by: tuple[Retriever, ...]
