"""What a question gets: an Answer with citations, or a NoAnswer with a reason. Never an empty string."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.answering.sufficiency import Sufficiency
from index.article import DateSpan


class Slot(StrEnum):
    """What a question asks for and a meeting states."""

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    WHY = "why"
    WHAT = "what"
    WHETHER = "whether"


class Reason(StrEnum):
    """Why there is no answer, or only a part of one."""

    NOTHING_RELEVANT = "nothing_relevant"
    NO_MEETING = "no_meeting"
    OTHER_PEOPLE = "other_people"
    OTHER_DATE = "other_date"
    OTHER_PLACE = "other_place"
    NOT_STATED = "not_stated"


class Wording(StrEnum):
    """Whose words the text of an answer is in: our own, or those of a language model, checked."""

    EXTRACTIVE = "extractive"
    LLM = "llm"
    LLM_REJECTED = "llm_rejected"  # what the model wrote did not pass the checks; the words are our own
    LLM_UNAVAILABLE = "llm_unavailable"  # the model gave no usable reply; the words are our own


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Evidence as shown. `article.body[start:end] == quote`, or of its title where `in_title`."""

    number: int
    article_id: str
    path: str
    title: str
    source: str | None
    url: str | None
    published: date | None
    quote: str
    start: int
    end: int
    in_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotValue:
    """What a slot is filled with, and the number of the citation that says so; `span` for `when` alone."""

    text: str
    citation: int
    span: DateSpan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timings:
    """Milliseconds spent on encoding the question, searching, reading, and in all."""

    embed: float = 0.0
    search: float = 0.0
    read: float = 0.0
    total: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """At least one asked slot is filled. `complete` when all are; the asked slot's citation is number 1.

    `sufficiency` is what the confidence was computed from.
    """

    question: str
    asked: tuple[Slot, ...]
    text: str
    slots: Mapping[Slot, SlotValue]
    citations: tuple[Citation, ...]
    confidence: float
    complete: bool
    reason: Reason | None = None
    timings: Timings = field(default_factory=Timings)
    wording: Wording = Wording.EXTRACTIVE
    sufficiency: Sufficiency | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoAnswer:
    """None of the asked slots is in the briefings; `text` says why. Citations may show the near miss."""

    question: str
    asked: tuple[Slot, ...]
    text: str
    reason: Reason
    slots: Mapping[Slot, SlotValue] = field(default_factory=dict)
    citations: tuple[Citation, ...] = ()
    confidence: float = 0.0
    sufficiency: Sufficiency | None = None
    timings: Timings = field(default_factory=Timings)
