"""Where, as a question wants it: the place nearest to the verb, whole, and of the kind asked for."""

import re
from collections.abc import Iterator
from itertools import islice

from bot.answering.answer import Slot
from bot.answering.places import asked_kind, fits_kind, is_fresh, names_town, places_in
from bot.answering.scene import VERB, Scene
from bot.answering.sentences import Reading
from bot.answering.times import CLOCK_FIRST, SAME_MEETING
from index.article import Meeting, MeetingKind, Quote

_MATTER = re.compile(
    r"\b(?:to (?!the\b|an?\b|his\b|her\b|their\b|meet\b|visit\b|tour\b|attend\b|see\b|speak\b|join\b"
    r"|host\b|[A-Z])[a-z]+|about|regarding|concerning|urging|pressing"
    r"|discussing)\b"
    r"|,? and (?:urged|discussed|pressed|told|said)\b"
)
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
    asked = Slot.WHERE in scene.question.asked
    found = [one for one in _places(scene) if not asked or is_fresh(one.text, scene.question.text)]
    if not asked or asked_kind(scene.question.text) is None:
        return found[0] if found else None
    return next((one for one in found if fits_kind(scene.question.text, one.text)), None)


def _places(scene: Scene) -> Iterator[Reading]:
    """Yield the places stated of the meeting, those of its record and evidence first."""
    for statement in scene.kin:
        record = statement.record
        stated = list(_places_of(statement.evidence))
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
    for sentence in scene.about_it():
        if VERB.search(sentence.quote.text) or SAME_MEETING.search(sentence.quote.text):
            yield from _places_of(sentence.quote)


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


def _places_of(quote: Quote) -> Iterator[Reading]:
    """Yield the places of a sentence that stand before what the meeting was about."""
    verb = VERB.search(quote.text)
    matter = _MATTER.search(quote.text, verb.end() if verb else 0)
    before = quote.text[: matter.start()] if matter else quote.text
    before = _ASIDE_WHOLE.sub(lambda aside: " " * len(aside.group()), before)
    behind = verb.start() if verb else 0
    for words in places_in(before, behind):
        if not _is_apposed(before[behind : max(behind, before.find(words))]):
            yield Reading(text=words, quote=quote)


def _is_apposed(between: str) -> bool:
    """Tell whether what stands between verb and place describes a person: "X, commander of forces in"."""
    if "," not in between:
        return False
    last = between.rsplit(",", 1)[1]
    return len(last.split()) > 1 and _LAST_LISTED.search(last) is None and _WHEN_TOLD.search(last) is None
