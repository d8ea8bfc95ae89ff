"""Statements of a meeting: sentences of the articles found, and the build's own records of meetings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answering.answer import Slot
from bot.answering.clauses import leader_in, place_in, purpose_in, sides_of
from bot.answering.question import Question
from bot.answering.times import find_times
from index.article import UNKNOWN_DATE, Article, DateSpan, MeetingStatus, Quote
from index.engine import ArticleMeeting
from index.sentences import split_sentences

_REACH = 2
_MEETING = re.compile(
    r"\b(?:me(?:e)?t(?:s|ing|ings)?|talks|summit|visit(?:s|ed|ing)?|host(?:s|ed|ing)?|spoke|receiv(?:e|ed|es)"
    r"|welcom(?:e|ed|es)|call(?:s|ed)? on|brief(?:s|ed|ing)|trip|travel(?:s|ed|l?ing)?|hearing|roundtable"
    r"|delegation|join(?:s|ed|ing)?|conference|ceremony|tour(?:s|ed)?|convened?|discuss(?:ed|es|ion|ions)?"
    r"|consult(?:s|ed)?|present(?:ed|s)?|sat down|session|attend(?:ed|s)?|participated?)\b",
    re.IGNORECASE,
)
# Another sentence may add a slot only where it speaks of the meeting as one already named.
_SAME = re.compile(r"\b(?:the|this|these) (?:\w+ )?(?:meetings?|talks|summit|visit|call|session)\b", re.I)
_LOOSE = re.compile(r"\b(?:week|month|year)\b", re.IGNORECASE)
_ENDED = (
    (MeetingStatus.CANCELLED, re.compile(r"\b(?:cancel(?:l?ed)?|called off|scrapped)\b", re.I)),
    (MeetingStatus.POSTPONED, re.compile(r"\b(?:postponed?|put off|delayed)\b", re.I)),
    (MeetingStatus.PLANNED, re.compile(r"\b(?:will|is to|are to|to meet|plans to|scheduled|due to)\b", re.I)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Words that fill a slot, and the sentence that says so."""

    text: str
    quote: Quote
    span: DateSpan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A meeting as one article states it: its main sentence, the words around it, and its slots."""

    article: Article
    evidence: Quote
    around: str
    status: MeetingStatus
    slots: Mapping[Slot, Reading]
    is_meeting: bool


def statements_of(
    articles: Sequence[Article], records: Sequence[ArticleMeeting], question: Question
) -> Iterator[Statement]:
    """Yield the records' meetings first, then every sentence of the articles."""
    for record in records:
        yield _from_record(record)
    for article in articles:
        sentences = _sentences(article)
        for place in range(len(sentences)):
            yield _from_sentence(article, sentences, place, question)


def _sentences(article: Article) -> list[Quote]:
    body = article.body
    return [
        Quote(start=span.start, end=span.end, text=body[span.start : span.end])
        for span in split_sentences(body)
    ]


def _from_sentence(article: Article, sentences: Sequence[Quote], place: int, question: Question) -> Statement:
    evidence = sentences[place]
    near = sentences[max(0, place - _REACH) : place + _REACH + 1]
    also = [one for one in near if one is not evidence and _SAME.search(one.text)]
    slots: dict[Slot, Reading] = {}
    for quote in (evidence, *also):
        for slot, reading in _readings(quote, article.published, question).items():
            if slot not in slots or (slot is Slot.WHEN and _is_finer(reading, slots[slot])):
                slots[slot] = reading
    return Statement(
        article=article,
        evidence=evidence,
        around=" ".join(one.text for one in sentences[max(0, place - _REACH) : place]),
        status=_status(evidence.text),
        slots=slots,
        is_meeting=_MEETING.search(evidence.text) is not None,
    )


def _is_finer(reading: Reading, held: Reading) -> bool:
    # "this week" gives way to the days that the next sentence names within it.
    if _LOOSE.search(held.text) is None or _LOOSE.search(reading.text) is not None:
        return False
    old, new = held.span, reading.span
    if old is None or new is None or old.first is None:
        return re.search(r"day\b", reading.text) is not None
    return new.first is not None and new.overlaps(old.first, old.last)


def _readings(quote: Quote, anchor: date | None, question: Question) -> dict[Slot, Reading]:
    text = quote.text
    if _MEETING.search(text) is None:
        return {}
    found: dict[Slot, Reading] = {}
    times = find_times(text, anchor)
    if times:
        # The day named nearest behind the verb is the meeting's; "announced on Sunday" comes after it.
        verb = _MEETING.search(text)
        begins = 0 if verb is None else verb.start()
        chosen = next((one for one in times if one.start >= begins), times[0])
        found[Slot.WHEN] = Reading(text=chosen.text, quote=quote, span=chosen.span)
    for slot, words in (
        (Slot.WHO, leader_in(text) if "lead" in question.topic else sides_of(text, question.names)),
        (Slot.WHERE, place_in(text)),
        (Slot.WHY, purpose_in(text)),
    ):
        if words:
            found[slot] = Reading(text=words, quote=quote)
    return found


def _status(sentence: str) -> MeetingStatus:
    return next((status for status, cue in _ENDED if cue.search(sentence)), MeetingStatus.HELD)


def _from_record(record: ArticleMeeting) -> Statement:
    meeting, article = record.meeting, record.article
    sentences = _sentences(article)
    slots: dict[Slot, Reading] = {}
    if meeting.participants:
        people = ", ".join(one.name for one in meeting.participants)
        slots[Slot.WHO] = Reading(text=people, quote=_whole(meeting.evidence, sentences))
    if meeting.when is not None:
        quote = meeting.when.quote
        span = meeting.when.span or UNKNOWN_DATE
        slots[Slot.WHEN] = Reading(text=quote.text, quote=_whole(quote, sentences), span=span)
    for slot, stated in ((Slot.WHERE, meeting.where), (Slot.WHY, meeting.why)):
        if stated is not None:
            slots[slot] = Reading(text=stated.text, quote=_whole(stated, sentences))
    return Statement(
        article=article,
        evidence=_whole(meeting.evidence, sentences),
        around=" ".join(one.name for one in meeting.participants),
        status=meeting.status,
        slots=slots,
        is_meeting=True,
    )


def _whole(quote: Quote, sentences: Sequence[Quote]) -> Quote:
    if quote.in_title:
        return quote
    return next((one for one in sentences if one.start <= quote.start and quote.end <= one.end), quote)
