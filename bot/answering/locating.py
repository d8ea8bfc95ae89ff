"""Where, as a question wants it: the place nearest to the verb, whole, and of the kind asked for."""

import re
from collections.abc import Iterator
from itertools import islice

from bot.answering.answer import Slot
from bot.answering.place_kinds import asked_words, fits_kind
from bot.answering.places import is_fresh, names_town, stated_places
from bot.answering.scene import VERB, Scene
from bot.answering.sentences import Reading
from bot.answering.statements import Statement
from bot.answering.times import CLOCK_FIRST, SAME_MEETING
from bot.answering.words import stems_of, topic_words
from index.article import Meeting, MeetingKind, Quote

# Behind these somebody is met, heard or honored all the same: "to listen to nurses at the clinic".
_ENCOUNTER_TO = (
    r"the|an?|his|her|their|meet|visit|tour|attend|see|speak|join|host|listen|hear|gather|participate|greet"
    r"|welcome|celebrate|address|dedicate|watch|view|inspect|observe|brief|testify"
)
_MATTER = re.compile(
    rf"\b(?:to (?!(?:{_ENCOUNTER_TO})\b|[A-Z]|[a-z]+(?<![su])s\b)[a-z]+|about|regarding"
    r"|concerning|urging|pressing|discussing)\b"
    r"|,? and (?:urged|discussed|pressed|told|said)\b"
)
# Names have capitals: "chairman of the Senate Conference" tells of no conference.
_ENCOUNTER = re.compile(
    r"\b(?:met|meet\w*|visit\w*|tour\w*|stop\w*|host\w*|sp[eo]ak\w*|spoke|talk\w*|travel\w*|brief\w*|join\w*"
    r"|held|hold|gather\w*|conven\w*|attend\w*|participat\w*|ceremony|conference|roundtable|forum|hearing"
    r"|lunch\w*|dinner|breakfast|reception|event|rally|summit|address\w*|appear\w*|testif\w*|receiv\w*"
    r"|welcom\w*|present\w*|deliver\w*|listen\w*|hear\w*|saw|arriv\w*|went|came|celebrat\w*|commemorat\w*"
    r"|confer\w*|assembl\w*|announce\w*|sat|greet\w*|was|were|is|are|be|began|begin|start\w*)\b"
)
_RELATIVE = re.compile(r"\s*(?:who|whom|whose|which|that)\b")
_HERE = re.compile(rf"{_ENCOUNTER.pattern}[^.;]{{0,60}}?\bhere\b(?! (?:to|for)\b)")
_DATELINE = re.compile(
    r"\W*(?P<town>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}"
    r"(?:, (?:[A-Z]\.?[A-Z]\.?|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?))?)"
    r"\s*(?:\([^)]*\)\s*)?[-–—]"
)
# Where somebody can be reached is not where anybody met.
_CONTACT = re.compile(r"\b(?:call|contact|e-?mail|phone|register|www\.|https?:)", re.IGNORECASE)
# What befell those who are met, and where they serve, is told with a place of its own.
_BEFELL = re.compile(
    r"\b(?:explosions?|attacks?|crash(?:es)?|fires?|shootings?|accidents?|disasters?|killed|died|dying|injured"
    r"|wounded|struck|destroyed|damaged) (?:\w+ )?(?:in|at|on|near|by)\b"
)
_POSTED = re.compile(
    r"\b(?:serv(?:e|es|ed|ing)|stationed|deployed|based|located|fighting|working|living)\b(?: \w+)?"
    r" (?:in|at|on)\b"
)
_POST_ASKED = re.compile(
    r"\b(?:serv(?:e|es|ed|ing)|stationed|deployed|based|located|liv(?:e|ed|ing))\b", re.I
)
_LABELLED = re.compile(
    r"\b(?:WHERE|Where|LOCATION|Location|PLACE|Place)\s*:\s*(?:[-–]\s*)?(?P<place>[^\n]+?)(?=\s*(?:\n|$|[A-Z][A-Za-z]+:))"
)
_MERE = re.compile(r"(?:the|this|that|his|her|their|its|our|my) [a-z]+")
# In a schedule, each entry opens with its place.
_HEADING = re.compile(r"([A-Z][A-Z .]+[A-Z])(?:, [A-Z][\w.]+)? ?(?:-{1,2}|–|—|:) ")
_LABEL = re.compile(r"(?:WHO|WHAT|WHEN|WHERE|WHY|HOW|DATE|TIME|CONTACT|NOTE|MEDIA)\b")
# Where somebody had come to, or what a briefing was on, tells not where people met.
_ASIDE = re.compile(
    r"\b(?:during|on|after|following|as part of|while on) (?:\w+ ){1,3}?(?:trip|visit|journey|travels"
    r"|stay|tour)s?"
    r" (?:to|in|of|through)\b"
    r"|\b(?:brief\w*|testif\w*|updated?|report\w*|spoke|speak|hearings?|roundtables?|discussions?"
    r"|talks)\b[^,;]{0,80}? on"
    r" (?:the |an? )?(?!campus|grounds|floor|steps|site|base)[a-z]+ (?:of|in|at|to)\b"
)
_ASIDE_WHOLE = re.compile(rf"(?:{_ASIDE.pattern})[^,;]*")
_LINE = re.compile(r"[^\n]+")
_TOWN_LINE = re.compile(
    r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}, (?:[A-Z][a-z]+(?: [A-Z][a-z]+)?|[A-Z]{2}|[A-Z]\.[A-Z]\.)"
)
# An address has so few lines.
_ADDRESS = 8
_LAST_LISTED = re.compile(r"\band (?:[A-Z]|other|the|his|her|local|members|officials|representatives|staff)")
_WHEN_TOLD = re.compile(r"\b(?:on|this|last|today|yesterday|\w+day)\b|\d")


def read_where(scene: Scene) -> Reading | None:
    """Return where the meeting was, or None where nobody states it in other words than the question's."""
    if Slot.WHERE not in scene.question.asked:
        return next(_places(scene), None)
    found = [*_places(scene), *_kindred_places(scene)]
    text = scene.question.text
    fitting = [one for one in found if is_fresh(one.text, text) and fits_kind(text, one.text)]
    wanted = stems_of(topic_words(asked_words(text)))
    # "Which Mexican city" wants the one of several that is said to be in Mexico; and a name tells more
    # than "the school".
    fitting.sort(key=lambda one: (_is_mere(one.text), wanted.isdisjoint(stems_of(topic_words(one.text)))))
    return fitting[0] if fitting else None


def _is_mere(words: str) -> bool:
    return _MERE.fullmatch(words) is not None


def _places(scene: Scene) -> Iterator[Reading]:
    """Yield the places stated of the meeting, those of its record and evidence first."""
    for statement in scene.kin:
        record = statement.record
        yield from _here(scene, statement.evidence)
        yield from _labelled(scene, statement)
        stated = list(_places_of(statement.evidence, scene))
        if (
            record is not None
            and record.where is not None
            and not (_is_of_trip(record, scene) or _is_of_matter(record.where, statement.evidence))
        ):
            where = Reading(text=record.where.text, quote=scene.telling.whole(record.where), recorded=True)
            # A building of the same sentence says more than the town around it.
            finer = [one for one in stated if one.quote == where.quote and not names_town(one.text)]
            yield from finer if names_town(where.text) else ()
            yield where
        yield from stated
        yield from _town_below(scene, statement.evidence)
        heading = _HEADING.match(statement.evidence.text)
        if heading is not None and statement.place and _LABEL.match(heading.group(1)) is None:
            yield Reading(text=heading.group(1), quote=statement.evidence)
    for sentence in (*scene.about_it(), *scene.named_again()):
        if _ENCOUNTER.search(sentence.quote.text) or SAME_MEETING.search(sentence.quote.text):
            yield from _places_of(sentence.quote, scene)


def _kindred_places(scene: Scene) -> Iterator[Reading]:
    """Yield the places of statements that are only likely of the meeting."""
    for evidence in scene.kindred():
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
    """Tell whether a place only stands in what a briefing or a hearing was on: "on security at the lab"."""
    aside = _ASIDE.search(evidence.text)
    return aside is not None and aside.start() < where.start - evidence.start


def _places_of(quote: Quote, scene: Scene) -> Iterator[Reading]:
    """Yield the places of a sentence that stand before what the meeting was about."""
    if _CONTACT.search(quote.text) is not None:
        return
    verb = VERB.search(quote.text)
    matter = _MATTER.search(quote.text, verb.end() if verb else 0)
    before = quote.text[: matter.start()] if matter else quote.text
    before = _ASIDE_WHOLE.sub(lambda aside: " " * len(aside.group()), before)
    behind = verb.start() if verb else 0
    posted = _POST_ASKED.search(scene.question.text) is not None
    for start, words in stated_places(before, behind):
        between = before[behind : max(behind, start)]
        if not (_is_apposed(between) or _is_of_others(between, posted=posted)):
            yield Reading(text=words, quote=quote)


def _is_apposed(between: str) -> bool:
    """Tell whether what stands between verb and place describes a person: "X, commander of forces in"."""
    if "," not in between:
        return False
    last = between.rsplit(",", 1)[1]
    if _ENCOUNTER.search(last) is not None and _RELATIVE.match(last) is None:
        return False
    return len(last.split()) > 1 and _LAST_LISTED.search(last) is None and _WHEN_TOLD.search(last) is None


def _is_of_others(between: str, *, posted: bool) -> bool:
    """Tell whether a place is where something befell those who are met, or where they serve.

    Where they serve is wanted where it is asked (`posted`).
    """
    last = re.split(r"[,;]", between)[-1]
    met = max((one.end() for one in _ENCOUNTER.finditer(last)), default=0)
    return _BEFELL.search(last, met) is not None or (not posted and _POSTED.search(last, met) is not None)
