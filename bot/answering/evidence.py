"""Statements of a meeting: the build's own records first, and sentences that tell of one beside them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.answering.answer import Slot
from bot.answering.clauses import leader_in, place_in, purpose_in, sides_of
from bot.answering.question import Question
from bot.answering.words import folded_list, folded_words
from index.article import Article, DateSpan, Meeting, MeetingStatus, Modifier, Participant, Quote, TimeKind
from index.dates import find_time_expressions
from index.engine import ArticleMeeting
from index.sentences import split_sentences

_REACH = 2
# The sentences that name the participants are quoted together, unless that is more than a person reads.
_LONGEST_QUOTE = 700
_MEETING = re.compile(
    r"\b(?:me(?:e)?t(?:s|ing|ings)?|talks|summit|visit(?:s|ed|ing)?|host(?:s|ed|ing)?|spoke|receiv(?:e|ed|es)"
    r"|welcom(?:e|ed|es)|call(?:s|ed)? on|brief(?:s|ed|ing)|trip|travel(?:s|ed|l?ing)?|hearing|roundtable"
    r"|delegation|conference|ceremony|tour(?:s|ed)?|convened?|consult(?:s|ed)?|sat down|session)\b",
    re.IGNORECASE,
)
# Another sentence may add a slot only where it speaks of the meeting as one already named.
_SAME = re.compile(r"\b(?:the|this|these) (?:\w+ )?(?:meetings?|talks|summit|visit|call|session)\b", re.I)
_LOOSE = re.compile(r"\b(?:week|month|year)\b", re.IGNORECASE)
_STATES = (
    (MeetingStatus.CANCELLED, re.compile(r"\b(?:cancel(?:l?ed)?|called off|scrapped)\b", re.I)),
    (MeetingStatus.POSTPONED, re.compile(r"\b(?:postponed?|put off|delayed)\b", re.I)),
    (
        MeetingStatus.REQUESTED,
        re.compile(
            r"\b(?:request(?:s|ed)?|ask(?:s|ed)|urg(?:es|ed)|invit(?:es|ed)) (?:\w+ ){0,4}(?:to|for) ", re.I
        ),
    ),
    (
        MeetingStatus.PLANNED,
        re.compile(r"\b(?:will|is to|are to|to meet|plans to|scheduled|due to|would|hopes?)\b", re.I),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Words that fill a slot, and the sentence that says so."""

    text: str
    quote: Quote
    span: DateSpan | None = None
    modifier: Modifier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A meeting as one article states it. `who`, `near` and `wide` are folded words.

    `who` are the words of those who take part and `surnames` the last ones of their names; `near` of the
    evidence and what stands around it, `wide` of the whole article. `recorded` tells that the build read it
    as a meeting.
    """

    article: Article
    evidence: Quote
    status: MeetingStatus
    slots: Mapping[Slot, Reading]
    recorded: bool
    who: frozenset[str]
    surnames: frozenset[str]
    near: frozenset[str]
    wide: frozenset[str] = field(repr=False)


def statements_of(
    articles: Sequence[Article], records: Sequence[ArticleMeeting], question: Question
) -> Iterator[Statement]:
    """Yield the meetings recorded of the articles, then their sentences that speak of a meeting."""
    for article in articles:
        meetings = [one.meeting for one in records if one.article.id == article.id]
        yield from _ArticleReading(article, question).statements(meetings)


class _ArticleReading:
    """One article beside one question: its sentences and words, read once."""

    def __init__(self, article: Article, question: Question) -> None:
        self._article = article
        self._question = question
        self._sentences = [
            Quote(start=span.start, end=span.end, text=article.body[span.start : span.end])
            for span in split_sentences(article.body)
        ]
        self._wide = folded_words(f"{article.title}\n{article.body}")

    def statements(self, meetings: Sequence[Meeting]) -> Iterator[Statement]:
        told = set()
        for meeting in meetings:
            told.add(self._whole(meeting.evidence).start)
            yield self._from_record(meeting)
        for place, sentence in enumerate(self._sentences):
            if sentence.start not in told and _MEETING.search(sentence.text) is not None:
                yield self._from_sentence(place)

    def _from_record(self, meeting: Meeting) -> Statement:
        evidence = self._whole(meeting.evidence)
        slots = dict(self._readings(evidence))
        slots.pop(Slot.WHO, None)
        who = self._participants(meeting)
        if who is not None:
            slots[Slot.WHO] = who
        if meeting.when is not None:
            when = meeting.when
            slots[Slot.WHEN] = Reading(
                text=when.quote.text, quote=self._whole(when.quote), span=when.span, modifier=when.modifier
            )
        place = self._sentences.index(evidence) if evidence in self._sentences else 0
        for quote in self._same_meeting(place):
            finer = self._readings(quote).get(Slot.WHEN)
            if finer is not None and Slot.WHEN in slots and _is_finer(finer, slots[Slot.WHEN]):
                slots[Slot.WHEN] = finer
        for slot, stated in ((Slot.WHERE, meeting.where), (Slot.WHY, meeting.why)):
            if stated is not None:
                slots[slot] = Reading(text=stated.text, quote=self._whole(stated))
        people = " ".join(
            f"{one.name} {one.role or ''} {one.affiliation or ''}" for one in meeting.participants
        )
        quotes = " ".join(reading.quote.text for reading in slots.values())
        return Statement(
            article=self._article,
            evidence=evidence,
            status=meeting.status,
            slots=slots,
            recorded=True,
            who=folded_words(people),
            surnames=frozenset(folded_list(one.name)[-1] for one in meeting.participants if one.name.strip()),
            near=folded_words(f"{evidence.text} {quotes} {people}"),
            wide=self._wide,
        )

    def _participants(self, meeting: Meeting) -> Reading | None:
        if "lead" in self._question.topic:
            return self._leader(meeting)
        named = [one for one in meeting.participants if not self._is_asked_about(one)]
        shown = named or list(meeting.participants)
        mentions = [one.mention for one in shown if one.mention is not None and not one.mention.in_title]
        quote = self._stretch([self._whole(one) for one in mentions] or [self._whole(meeting.evidence)])
        if len(quote.text) > _LONGEST_QUOTE:
            quote = self._whole(meeting.evidence)
            shown = [one for one in shown if folded_words(one.name) & folded_words(quote.text)]
        text = _listed([_titled(one) for one in shown])
        return Reading(text=text, quote=quote) if text else None

    def _leader(self, meeting: Meeting) -> Reading | None:
        for sentence in self._sentences:
            leader = leader_in(sentence.text)
            people = folded_words(" ".join(one.name for one in meeting.participants))
            if leader is not None and folded_words(leader) & people:
                return Reading(text=leader, quote=sentence)
        return None

    def _is_asked_about(self, participant: Participant) -> bool:
        # "Who did Allen meet?" wants the others.
        if not self._question.names:
            return False
        words = folded_words(participant.name)
        named = self._question.people or self._question.names
        return bool(words & named) and Slot.WHO in self._question.asked

    def _from_sentence(self, place: int) -> Statement:
        evidence = self._sentences[place]
        also = self._same_meeting(place)
        slots: dict[Slot, Reading] = {}
        for quote in (evidence, *also):
            for slot, reading in self._readings(quote).items():
                if slot not in slots or (slot is Slot.WHEN and _is_finer(reading, slots[slot])):
                    slots[slot] = reading
        words = folded_words(evidence.text)
        return Statement(
            article=self._article,
            evidence=evidence,
            status=next((one for one, cue in _STATES if cue.search(evidence.text)), MeetingStatus.HELD),
            slots=slots,
            recorded=False,
            who=words,
            surnames=frozenset(),
            near=words | folded_words(" ".join(one.text for one in also)),
            wide=self._wide,
        )

    def _same_meeting(self, place: int) -> list[Quote]:
        """Return the sentences near that of `place` which speak of its meeting as one already named."""
        near = range(max(0, place - _REACH), min(place + _REACH + 1, len(self._sentences)))
        return [
            self._sentences[one]
            for one in near
            if one != place and _SAME.search(self._sentences[one].text) is not None
        ]

    def _readings(self, quote: Quote) -> dict[Slot, Reading]:
        text = quote.text
        verb = _MEETING.search(text)
        if verb is None:
            return {}
        found: dict[Slot, Reading] = {}
        when = _time_in(quote, verb.start(), self._article.published)
        if when is not None:
            found[Slot.WHEN] = when
        leads = "lead" in self._question.topic
        for slot, words in (
            (Slot.WHO, leader_in(text) if leads else sides_of(text, self._question.names)),
            (Slot.WHERE, place_in(text)),
            (Slot.WHY, purpose_in(text)),
        ):
            if words:
                found[slot] = Reading(text=words, quote=quote)
        return found

    def _whole(self, quote: Quote) -> Quote:
        if quote.in_title:
            return quote
        return next(
            (one for one in self._sentences if one.start <= quote.start and quote.end <= one.end), quote
        )

    def _stretch(self, quotes: Sequence[Quote]) -> Quote:
        start, end = min(one.start for one in quotes), max(one.end for one in quotes)
        return Quote(start=start, end=end, text=self._article.body[start:end])


def _titled(participant: Participant) -> str:
    role = participant.role
    if not role or role.lower() in participant.name.lower():
        return participant.name
    return f"{participant.name} ({role})"


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _time_in(quote: Quote, verb: int, anchor: date | None) -> Reading | None:
    """Read the time named nearest behind the verb: "announced on Sunday" comes after the meeting's own."""
    times = [
        one
        for one in find_time_expressions(quote.text, anchor)
        if one.kind in (TimeKind.DATE, TimeKind.TIME) and (anchor is None or one.span.first is not None)
    ]
    chosen = next((one for one in times if one.start >= verb), times[0] if times else None)
    if chosen is None:
        return None
    return Reading(text=chosen.text, quote=quote, span=chosen.span, modifier=chosen.modifier)


def _is_finer(reading: Reading, held: Reading) -> bool:
    # "this week" gives way to the days that the next sentence names within it.
    if _LOOSE.search(held.text) is None or _LOOSE.search(reading.text) is not None:
        return False
    old, new = held.span, reading.span
    if old is None or new is None or old.first is None:
        return re.search(r"day\b", reading.text) is not None
    # On a Sunday, "this week" may be the one that begins.
    return new.first is not None and old.first <= new.first <= (old.last or old.first) + timedelta(days=7)
