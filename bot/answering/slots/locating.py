"""Where, as a question wants it: the place nearest to the verb, whole, and of the kind asked for."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from bot.answering.answer import Slot
from bot.answering.evidence.places import is_fresh, is_vague, names_town
from bot.answering.evidence.retelling import told_before
from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Reading
from bot.answering.evidence.statements import Statement
from bot.answering.evidence.times import CLOCK_FIRST, SAME_MEETING
from bot.answering.lexicon.place_kinds import asked_words, fits_kind
from bot.answering.lexicon.titles import is_title
from bot.answering.lexicon.words import folded_words, stems_of, topic_words
from bot.answering.slots.meeting_places import (
    ENCOUNTER,
    find_aside,
    is_of_others,
    kept_places,
    places_of_meeting,
    tells_whence,
)
from index.article import Meeting, MeetingKind, Quote
from index.letters import of_letters

_HERE = re.compile(rf"{ENCOUNTER.pattern}[^.;]{{0,60}}?\bhere\b(?! (?:to|for)\b)")
_DATELINE = of_letters(
    r"\W*(?P<town>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}"
    r"(?:, (?:[A-Z]\.?[A-Z]\.?|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?))?)"
    r"\s*(?:\([^)]*\)\s*)?[-–—]"
)
_LABELLED = of_letters(
    r"\b(?:WHERE|Where|LOCATION|Location|PLACE|Place)\s*:\s*(?:[-–]\s*)?(?P<place>[^\n]+?)(?=\s*(?:\n|$|[A-Z][A-Za-z]+:))"
)
_MERE = re.compile(r"(?:the|this|that|his|her|their|its|our|my) [a-z]+")
_NEXT_EVENT = re.compile(
    rf"\W*(?:after|before|following|since|until|prior to) {SAME_MEETING.pattern}[^,]*,", re.IGNORECASE
)
# In a schedule, each entry opens with its place.
_HEADING = of_letters(r"([A-Z][A-Z .]+[A-Z])(?:, [A-Z][\w.]+)? ?(?:-{1,2}|–|—|:) ")
_LABEL = re.compile(r"(?:WHO|WHAT|WHEN|WHERE|WHY|HOW|DATE|TIME|CONTACT|NOTE|MEDIA)\b")
_LINE = re.compile(r"[^\n]+")
_TOWN_LINE = of_letters(
    r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}, (?:[A-Z][a-z]+(?: [A-Z][a-z]+)?|[A-Z]{2}|[A-Z]\.[A-Z]\.)"
)
# An address has so few lines.
_ADDRESS = 8


def read_where(scene: Scene) -> Reading | None:
    """Return where the meeting was, or None where nobody states it in other words than the question's."""
    if Slot.WHERE not in scene.question.asked:
        return next(_places(scene), None)
    found = [*_places(scene), *_kindred_places(scene)]
    text = scene.question.text
    people = scene.question.people | scene.telling.office
    found = [replace(one, text=_without_people(one.text, people)) for one in found]
    fitting = [one for one in found if is_fresh(one.text, text) and fits_kind(text, one.text)]
    wanted = stems_of(topic_words(asked_words(text)))
    # "Which Mexican city" wants the one of several that is said to be in Mexico; and a name tells more
    # than "the school".
    # And a sentence with a name of the question that the evidence lacks is nearer to what is asked.
    names = frozenset(one for one in scene.question.names if not is_title(one.title()))
    lacking = stems_of(names - scene.telling.office) - scene.anchor.stems()
    fitting.sort(
        key=lambda one: (
            _is_mere(one.text),
            wanted.isdisjoint(stems_of(topic_words(one.text))),
            -len(lacking & stems_of(folded_words(one.quote.text))),
        )
    )
    return fitting[0] if fitting else None


def _without_people(words: str, people: frozenset[str]) -> str:
    """Return a place without whom the sentence names behind it: "While in Bergen, Lind also met"."""
    place, comma, last = words.rpartition(", ")
    return place if comma and folded_words(last) <= people else words


def _is_mere(words: str) -> bool:
    return _MERE.fullmatch(words) is not None


def _places(scene: Scene) -> Iterator[Reading]:
    """Yield the places stated of the meeting, those of its record and evidence first."""
    for sentence in scene.near():
        for words in kept_places(sentence.quote.text, scene.question.text):
            yield Reading(text=words, quote=sentence.quote)
    held = [*scene.held()]
    for sentence, apart in held:
        if apart:
            yield from _places_of(sentence.quote, scene)
    for statement in scene.kin:
        record = statement.record
        yield from _here(scene, statement.evidence)
        yield from _labelled(scene, statement)
        stated = list(_places_of(statement.evidence, scene))
        if (
            record is not None
            and record.where is not None
            and not is_vague(record.where.text)
            and not (_is_of_trip(record, scene) or _is_of_matter(record.where, statement.evidence))
            and not _is_left(record.where, statement.evidence, scene)
            and not _is_of_next(record.where, scene)
        ):
            where = Reading(text=record.where.text, quote=scene.telling.whole(record.where), recorded=True)
            # A building of the same sentence says more than the town around it.
            finer = [one for one in stated if one.quote == where.quote and _is_finer(one.text, where.text)]
            yield from finer if names_town(where.text) else ()
            yield where
        yield from stated
        yield from _town_below(scene, statement.evidence)
        heading = _HEADING.match(statement.evidence.text)
        if heading is not None and statement.place and _LABEL.match(heading.group(1)) is None:
            yield Reading(text=heading.group(1), quote=statement.evidence)
    for before in told_before(scene.telling, scene.anchor.place):
        yield from _places_of(before.quote, scene)
    for sentence, _ in held:
        yield from _places_of(sentence.quote, scene)
    for sentence in (*scene.about_it(), *scene.named_again()):
        if ENCOUNTER.search(sentence.quote.text) or SAME_MEETING.search(sentence.quote.text):
            yield from _places_of(sentence.quote, scene)


def _is_finer(words: str, than: str) -> bool:
    return not names_town(words) or (than in words and than != words)


def _kindred_places(scene: Scene) -> Iterator[Reading]:
    """Yield the places of statements that are only likely of the meeting."""
    for evidence in scene.kindred():
        if ENCOUNTER.search(evidence.text):
            yield from _places_of(evidence, scene)


def _here(scene: Scene, evidence: Quote) -> Iterator[Reading]:
    """Yield the town of the dateline, where the evidence says that people met "here"."""
    opening = scene.telling.sentences[0].quote if scene.telling.sentences else evidence
    for quote in (evidence, opening):
        dateline = _DATELINE.match(quote.text)
        if dateline is not None and _HERE.search(evidence.text, dateline.end() if quote is evidence else 0):
            yield Reading(text=dateline.group("town"), quote=quote)
            return


def _labelled(scene: Scene, statement: Statement) -> Iterator[Reading]:
    """Yield what an announcement gives behind "Where:", in the statement or in the lines below it."""
    below = [one.quote for one in scene.telling.around(statement.place) if one.place > statement.place]
    for quote in (statement.evidence, *below):
        for match in _LABELLED.finditer(quote.text):
            yield Reading(text=match.group("place"), quote=quote)


def _town_below(scene: Scene, evidence: Quote) -> Iterator[Reading]:
    """Yield the town that closes the address below an entry of a schedule."""
    if CLOCK_FIRST.match(evidence.text) is None:
        return
    body = scene.telling.article.body
    for line in islice(_LINE.finditer(body, evidence.start), 1, _ADDRESS):
        if CLOCK_FIRST.match(line.group()):
            return
        if _TOWN_LINE.fullmatch(line.group()):
            quote = Quote(start=line.start(), end=line.end(), text=line.group())
            yield Reading(text=line.group(), quote=quote)
            return


def _is_of_trip(record: Meeting, scene: Scene) -> bool:
    """Tell whether a record only tells where somebody travelled who met the others elsewhere."""
    anchor = scene.anchor.record
    return record.kind is MeetingKind.TRIP and anchor is not None and anchor.kind is MeetingKind.MEETING


def _is_of_matter(where: Quote, evidence: Quote) -> bool:
    """Tell whether a place is of what a hearing was on ("on security at the lab"), or befell others."""
    aside = find_aside(evidence.text)
    before = evidence.text[: max(0, where.start - evidence.start)]
    return (aside is not None and aside.start() < len(before)) or is_of_others(before, posted=True)


def _is_left(where: Quote, evidence: Quote, scene: Scene) -> bool:
    """Tell whether a place is where somebody had come from who then met the others elsewhere."""
    return tells_whence(evidence.text, where.start - evidence.start, scene.question.text)


def _is_of_next(where: Quote, scene: Scene) -> bool:
    """Tell whether a place was read behind "After the meeting," in another sentence than the evidence."""
    told = scene.telling.whole(where)
    aside = None if told == scene.anchor.evidence else _NEXT_EVENT.match(told.text)
    return aside is not None and where.start >= told.start + aside.end()


def _places_of(quote: Quote, scene: Scene) -> Iterator[Reading]:
    # "After the meeting, he flew to Ostby" tells behind the comma what came next.
    aside = None if quote == scene.anchor.evidence else _NEXT_EVENT.match(quote.text)
    for words in places_of_meeting(aside.group() if aside else quote.text, scene.question.text):
        yield Reading(text=words, quote=quote)
