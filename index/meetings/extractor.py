"""From an article to what it tells of meetings: sentences chosen, parsed, framed, filled, merged."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from index.article import (
    Article,
    Extraction,
    Meeting,
    MeetingKind,
    MeetingStatus,
    NameMention,
    NameType,
    Quote,
    Span,
    TimeExpression,
)
from index.dates import find_time_expressions
from index.meetings.delegations import add_leaders
from index.meetings.frames import Sighting, find_sightings
from index.meetings.headings import add_stated_dates, add_stated_places
from index.meetings.lists import add_attendees
from index.meetings.merge import merge_meetings
from index.meetings.paragraphs import paragraphs_apart
from index.meetings.parser import Parser, SpacyParser
from index.meetings.participants import Context, read_participants
from index.meetings.slots import read_place, read_purpose, read_topic
from index.meetings.speech import find_speaker, is_quoted
from index.meetings.status import read_status
from index.meetings.times import read_date
from index.meetings.trees import Tree
from index.meetings.triggers import select_sentences
from index.names.cast import Cast
from index.names.words import name_words
from index.sentences import split_sentences

RULES = "meetings-2"
"""Raise when the rules change: articles read under another version are read again."""
ARTICLES_AT_ONCE = 32
_TYPES = {
    "ORG": NameType.ORGANISATION,
    "NORP": NameType.ORGANISATION,
    "GPE": NameType.PLACE,
    "LOC": NameType.PLACE,
    "FAC": NameType.PLACE,
    "PERSON": NameType.PERSON,
}
_BACK = re.compile(
    r"\b(?:while (?:there|visiting)|"
    r"(?:that|this|the same|his|her|their) (?:visit|trip|meeting|tour|call|session|stop)|"
    r"following the (?:visit|trip|meeting|tour|(?:conference |phone )?call|session|talks))\b",
    re.IGNORECASE,
)
_AFTERWARDS = 600
"""Code points after a meeting's sentence within which "they discussed" speaks of it."""
_TOGETHER = frozenset(["they", "both", "two", "three", "we"])
_OCCASIONS = frozenset(["meeting", "talk", "discussion", "conversation", "call", "summit"])
_SIDES = frozenset(["leader", "minister", "president", "side", "man", "woman", "senator", "official"])
_SUBJECT_MATTER = frozenset(["regarding", "about", "on", "concerning", "include", "including"])
_SETTING = frozenset(["schedule", "set", "plan", "hold", "slate", "expect", "arrange"])
_SAID = re.compile(r"\b(?:said|added|stated|noted|continued|explained|concluded)\b")


class MeetingExtractor:
    """Reads names and meetings out of articles; the parser loads with the first sentence."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self.version = f"{RULES}+{parser.version}"

    @classmethod
    def load(cls) -> "MeetingExtractor":
        """Return the extractor with the packaged language model."""
        return cls(SpacyParser())

    def extract(self, article: Article) -> Extraction:
        """Return the names and meetings of an article."""
        return next(self.extract_many([article]))

    def extract_many(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Return the extraction of each article, in order; sentences are parsed in batches."""
        waiting = iter(articles)
        while batch := list(islice(waiting, ARTICLES_AT_ONCE)):
            chosen = [select_sentences(one.body, split_sentences(one.body)) for one in batch]
            trees = self._parser.parse(
                (one.body, span) for one, spans in zip(batch, chosen, strict=True) for span in spans
            )
            for article, spans in zip(batch, chosen, strict=True):
                yield _understand(article, list(islice(trees, len(spans))))


def _understand(article: Article, trees: Sequence[Tree]) -> Extraction:
    entities = [entity for tree in trees for entity in _entities(tree, article.body)]
    people = [name for name, kind, _, _ in entities if kind is NameType.PERSON and len(name.split()) > 1]
    cast = Cast(article.body, article.source, people)
    expressions = find_time_expressions(article.body, article.published)
    context = Context(cast=cast, body=article.body, addressee=cast.addressee())
    meetings = [one for tree in trees for one in _read_sentence(article, tree, context, expressions)]
    merged = merge_meetings(_carried(meetings, article.body))
    dated = add_stated_dates(merged, article.body, expressions, article.published)
    return Extraction(names=_names(cast, entities), meetings=_completed(dated, trees, context))


def _read_sentence(
    article: Article, tree: Tree, context: Context, expressions: Sequence[TimeExpression]
) -> Iterator[Meeting]:
    context.speaker = _speaker(tree, context)
    context.spoken_by_another = False
    if context.speaker is None and is_quoted(article.body, (tree.start + tree.end) // 2):
        context.speaker, attributed = find_speaker(article.body, tree.start, context.cast)
        context.spoken_by_another = attributed and context.speaker is None
    for sighting in find_sightings(tree):
        meeting = _read_sighting(article, tree, sighting, context, expressions)
        if meeting is not None:
            yield meeting
    _remember(tree, context)


def _read_sighting(
    article: Article, tree: Tree, sighting: Sighting, context: Context, expressions: Sequence[TimeExpression]
) -> Meeting | None:
    status = read_status(tree, sighting.clause)
    subjects = read_participants(tree, sighting.subjects, context)
    others = [
        one
        for one in read_participants(tree, sighting.others, context)
        if all(one.name != subject.name for subject in subjects)
    ]
    travels = sighting.kind in (MeetingKind.VISIT, MeetingKind.TRIP) and sighting.place is not None
    mutual = sighting.mutual and len(subjects) > 1
    visits = sighting.kind in (MeetingKind.VISIT, MeetingKind.TRIP)
    if visits and all(tree.words[head].entity == "GPE" for head in sighting.subjects):
        return None
    if status is None or not subjects or not (others or travels or mutual):
        return None
    scope = _scope(tree, sighting, status)
    trigger = tree.words[sighting.trigger].start
    return Meeting(
        participants=(*subjects, *others),
        kind=sighting.kind,
        status=status,
        when=read_date(
            _of_the_meeting(expressions, tree, sighting), scope, trigger, status, article.published
        ),
        where=read_place(tree, sighting, article.body),
        why=read_purpose(tree, sighting, article.body),
        evidence=Quote(start=tree.start, end=tree.end, text=article.body[tree.start : tree.end]),
    )


def _completed(meetings: Sequence[Meeting], trees: Sequence[Tree], context: Context) -> tuple[Meeting, ...]:
    """Add what the article says of its meetings outside their sentences."""
    attended = add_attendees(meetings, trees, context)
    led = add_leaders(attended, trees, context)
    placed = add_stated_places(led, context.body)
    return tuple(
        meeting if meeting.why else replace(meeting, why=_talked_of(meeting, trees, context))
        for meeting in placed
    )


def _talked_of(meeting: Meeting, trees: Sequence[Tree], context: Context) -> Quote | None:
    """Return what the sentences just after a meeting say was discussed there."""
    for tree in trees:
        if 0 <= tree.start - meeting.evidence.end <= _AFTERWARDS and _is_told_by(tree, meeting, context):
            found = read_topic(tree, context.body)
            if found is not None:
                return found
    return None


def _is_told_by(tree: Tree, meeting: Meeting, context: Context) -> bool:
    """Tell whether the subject of a sentence is the meeting, its participants together, or one of them."""
    root = next(position for position, word in enumerate(tree.words) if word.head == position)
    heads = tree.under(root, "nsubj", "nsubjpass")
    subjects = [tree.words[head] for head in heads]
    if any(word.text.lower() in _TOGETHER or word.lemma in _OCCASIONS for word in subjects):
        return True
    if any(word.lemma in _SIDES and word.tag == "NNS" for word in subjects):
        return True
    if any(word.text.lower() in ("he", "she") for word in subjects):
        return paragraphs_apart(context.body, meeting.evidence.end, tree.start) == 0
    told = [frozenset(name_words(one.name)) for one in read_participants(tree, tuple(heads), context)]
    known = [frozenset(name_words(one.name)) for one in meeting.participants]
    return any(one <= other or other <= one for one in told for other in known)


def _carried(meetings: Iterable[Meeting], body: str) -> Iterator[Meeting]:
    """Give a meeting told "during that visit" or "while there" the date and place of the one before."""
    last: Meeting | None = None
    for meeting in meetings:
        told = meeting
        if last is not None and _goes_on(meeting, last, body):
            told = replace(meeting, when=meeting.when or last.when, where=meeting.where or last.where)
        yield told
        last = told


def _goes_on(meeting: Meeting, last: Meeting, body: str) -> bool:
    """Tell whether the words of a meeting point back to the one told just before, by some who were there."""
    near = paragraphs_apart(body, last.evidence.end, max(last.evidence.end, meeting.evidence.start)) <= 1
    there = [frozenset(name_words(one.name)) for one in last.participants]
    here = [frozenset(name_words(one.name)) for one in meeting.participants]
    shared = any(one <= other or other <= one for one in here for other in there)
    return near and shared and _BACK.search(meeting.evidence.text) is not None


def _scope(tree: Tree, sighting: Sighting, status: MeetingStatus) -> Span:
    """Return where the date may stand: a statement "Monday regarding the meeting" dates the statement."""
    noun = tree.words[sighting.trigger]
    above = tree.words[noun.head]
    if status is MeetingStatus.REQUESTED and noun.head != sighting.trigger:
        # The day of a request ("asked on Monday that X meet Y") is not the meeting's.
        start, end = tree.offsets(tree.subtree(sighting.trigger))
        return Span(start=start, end=end)
    if sighting.trigger != sighting.clause and above.dep == "prep" and above.lemma in _SUBJECT_MATTER:
        start, end = tree.offsets(tree.subtree(sighting.trigger))
        return Span(start=start, end=end)
    return Span(start=tree.start, end=tree.end)


def _of_the_meeting(
    expressions: Sequence[TimeExpression], tree: Tree, sighting: Sighting
) -> list[TimeExpression]:
    """Leave out dates told of somebody in a clause aside ("families of those killed in May")."""
    aside: set[int] = set()
    for position, word in enumerate(tree.words):
        if word.dep in ("acl", "relcl") and word.lemma not in _SETTING:
            below = tree.subtree(position)
            if not {sighting.trigger, sighting.clause} & {*below, word.head}:
                aside.update(tree.words[one].start for one in below)
    return [one for one in expressions if one.start not in aside]


def _speaker(tree: Tree, context: Context) -> str | None:
    """Return who says the words of a sentence, where the sentence itself tells."""
    for position, word in enumerate(tree.words):
        if _SAID.fullmatch(word.text):
            found = read_participants(tree, tuple(tree.under(position, "nsubj")), context)
            if found and context.cast.is_person(found[0].name):
                return found[0].name
    return None


def _remember(tree: Tree, context: Context) -> None:
    """Keep the person that "he" or "she" of the next sentence most likely means: the last subject."""
    subjects = tuple(p for p, word in enumerate(tree.words) if word.dep == "nsubj" and word.pos == "PROPN")
    for one in read_participants(tree, subjects, context):
        if context.cast.is_person(one.name):
            context.last_person = one.name
            return


def _entities(tree: Tree, body: str) -> Iterator[tuple[str, NameType, int, int]]:
    position = 0
    while position < len(tree.words):
        kind = tree.words[position].entity
        end = position + 1
        while end < len(tree.words) and tree.words[end].entity == kind:
            end += 1
        if kind in _TYPES:
            start, stop = tree.words[position].start, tree.words[end - 1].end
            if body[start:stop].endswith(("'s", "’s")):
                stop -= 2
            yield body[start:stop], _TYPES[kind], start, stop
        position = end


def _names(cast: Cast, entities: Iterable[tuple[str, NameType, int, int]]) -> tuple[NameMention, ...]:
    people = cast.mentions()
    taken = [(one.start, one.end) for one in people]
    others = [
        NameMention(start=start, end=end, text=text, name=_plain(text), type=kind)
        for text, kind, start, end in entities
        if all(end <= first or start >= last for first, last in taken)
    ]
    return tuple(sorted((*people, *others), key=lambda one: one.start))


def _plain(text: str) -> str:
    return " ".join(text.split()).removeprefix("the ").removeprefix("The ")
