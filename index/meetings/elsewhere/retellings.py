"""What other sentences say of a meeting already told: "The meeting took place in Oslo on Tuesday"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from index.article import Meeting, MeetingDate, MeetingKind, MeetingStatus, Quote, Span, TimeExpression
from index.letters import of_letters
from index.meetings.elsewhere.sequels import is_told_by
from index.meetings.lexicon.wordlists import lexicon
from index.meetings.participants.phrases import extent_of, quote, trimmed
from index.meetings.slots.moves import OPEN, find_later_fate
from index.meetings.slots.places import place_under
from index.meetings.slots.purposes import TOLD, aim_of, is_aimed
from index.meetings.slots.times import read_date
from index.meetings.syntax.context import Context
from index.meetings.syntax.paragraphs import paragraphs_apart
from index.meetings.syntax.trees import Tree

_OCCASIONS = lexicon(
    """
    meeting talk discussion conversation call summit visit session ceremony event gathering roundtable
    hearing lunch luncheon dinner breakfast tour briefing forum presentation trip
    """
)
_POINTING = lexicon("the this that their his her our its today yesterday")
_ASIDE = frozenset(["relcl", "ccomp", "parataxis", "acl"])
_AT_OFFICE = of_letters(
    r"\b(?:[Ii]n|[Aa]t) ((?:his|her|their|my|our|the [Ss]enator[’']s) (?:[A-Z][\w.]* ){0,3}offices?)\b"
)
_STAYING = lexicon("be come travel go arrive visit tour stop fly")
_KINDS = {
    "hearing": (MeetingKind.HEARING,),
    "ceremony": (MeetingKind.CEREMONY,),
    "call": (MeetingKind.CALL, MeetingKind.OTHER),
    "roundtable": (MeetingKind.ROUNDTABLE,),
    "trip": (MeetingKind.TRIP, MeetingKind.VISIT, MeetingKind.MEETING),
    "meeting": (MeetingKind.MEETING, MeetingKind.VISIT, MeetingKind.OTHER, MeetingKind.ROUNDTABLE),
}
_NEAR, _FAR = 2, 40
"""Paragraphs within which a sentence speaks of the meeting before it: of several, and of an only one."""


def add_retold(
    meetings: Sequence[Meeting],
    trees: Sequence[Tree],
    context: Context,
    expressions: Sequence[TimeExpression],
    anchor: date | None,
) -> list[Meeting]:
    """Return the meetings with places and dates that sentences about them state; what is known stays."""
    grown = list(meetings)
    for tree in trees:
        position = _meant(grown, tree, context.body)
        if position is None:
            continue
        one = grown[position]
        nouns = [noun for noun in find_occasions(tree) if _fits(tree.words[noun].lemma, one.kind)]
        moved = _moved(one, tree, nouns, context, expressions, anchor)
        if moved is not None:
            grown[position] = moved
            continue
        day = _date(tree, nouns, one.status, expressions, anchor)
        if _is_another_day(one.when, day):
            continue
        grown[position] = replace(
            one,
            where=one.where or _place(tree, nouns, one, context),
            when=one.when or day,
            why=one.why or _purpose(tree, nouns, context.body),
        )
    return grown


def _moved(
    meeting: Meeting,
    tree: Tree,
    nouns: Sequence[int],
    context: Context,
    expressions: Sequence[TimeExpression],
    anchor: date | None,
) -> Meeting | None:
    """Return a meeting as a later sentence puts it on another day, or calls it off; None where none does."""
    if meeting.status not in OPEN:
        return None
    fate = find_later_fate(tree, meeting, nouns, context.body, expressions, anchor)
    if fate is None:
        return None
    said = quote(context.body, tree.start, tree.end)
    evidence = said if fate.when is None else meeting.evidence
    return replace(meeting, status=fate.status, when=fate.when or meeting.when, evidence=evidence)


def _meant(meetings: Sequence[Meeting], tree: Tree, body: str) -> int | None:
    """Return which meeting a later sentence speaks of: the one told last before it, where that is near."""
    before = [p for p, one in enumerate(meetings) if one.evidence.start < tree.start]
    if not before or any(one.evidence.start == tree.start for one in meetings):
        return None
    last = max(before, key=lambda p: meetings[p].evidence.start)
    reach = _FAR if len(meetings) == 1 else _NEAR
    return last if paragraphs_apart(body, meetings[last].evidence.end, tree.start) <= reach else None


def find_occasions(tree: Tree) -> Iterator[int]:
    """Return the nouns that point to an occasion already told: "the meeting", "their visit"."""
    for position, word in enumerate(tree.words):
        if word.pos == "NOUN" and word.lemma in _OCCASIONS:
            marks = tree.under(position, "det", "poss", "nmod")
            if any(tree.words[one].text.lower() in _POINTING for one in marks):
                yield position


def _fits(noun: str, kind: MeetingKind) -> bool:
    """Tell whether a noun can mean a meeting of a kind: "the hearing" is no talk with a nominee."""
    return kind in _KINDS.get(noun, (kind,))


def _is_another_day(one: MeetingDate | None, two: MeetingDate | None) -> bool:
    if one is None or two is None or one.span.first is None:
        return False
    return not two.span.overlaps(one.span.first, one.span.last)


def _place(tree: Tree, nouns: Sequence[int], meeting: Meeting, context: Context) -> Quote | None:
    for noun in nouns:
        top = _clause(tree, noun)
        for position in tree.subtree(top, _ASIDE):
            if position < noun or not _hangs_on(tree, position, (noun, top)):
                continue
            found = place_under(tree, position)
            if found is not None:
                return quote(context.body, *extent_of(tree, found))
    if paragraphs_apart(context.body, meeting.evidence.end, tree.start) > 1:
        return None
    if not is_told_by(tree, meeting, context):
        return None
    office = _AT_OFFICE.search(context.body, tree.start, tree.end)
    if office is not None:
        return quote(context.body, office.start(1), office.end(1))
    return _stay(tree, context.body)


def _hangs_on(tree: Tree, preposition: int, holders: tuple[int, int]) -> bool:
    """Tell whether a preposition speaks of the occasion or its verb, not of somebody listed there."""
    if tree.words[preposition].dep != "prep":
        return False
    for above in tree.above(preposition):
        if above in holders:
            return True
        if tree.words[above].pos == "PROPN" or tree.words[above].entity == "PERSON":
            return False
    return False


def _stay(tree: Tree, body: str) -> Quote | None:
    """Return where a sentence says that its subject was: "She was in Washington for a week"."""
    root = next(position for position, word in enumerate(tree.words) if word.head == position)
    if tree.words[root].lemma not in _STAYING or tree.words[root].tag not in ("VBD", "VBZ"):
        return None
    for child in tree.under(root, "prep"):
        found = place_under(tree, child)
        if found is not None and tree.words[found].entity != "":
            return quote(body, *extent_of(tree, found))
    return None


def _purpose(tree: Tree, nouns: Sequence[int], body: str) -> Quote | None:
    """Return what a sentence says an occasion was for, or what was said at it."""
    for noun in nouns:
        word = tree.words[noun]
        if word.dep in ("nsubj", "dobj") or tree.words[word.head].lemma == "of":
            for position in range(noun, len(tree.words)):
                if is_aimed(tree, position):
                    return quote(body, *trimmed(tree, aim_of(tree, position)))
        verb = _clause(tree, noun)
        at = word.dep == "pobj" and tree.words[word.head].text.lower() in ("at", "in", "during", "on")
        if at and tree.words[verb].lemma in TOLD and tree.words[verb].tag == "VBD":
            return quote(body, *trimmed(tree, [one for one in tree.subtree(verb) if one >= verb]))
    return None


def _date(
    tree: Tree,
    nouns: Sequence[int],
    status: MeetingStatus,
    expressions: Sequence[TimeExpression],
    anchor: date | None,
) -> MeetingDate | None:
    for noun in nouns:
        start, end = tree.offsets(tree.subtree(_clause(tree, noun), _ASIDE))
        scope = Span(start=start, end=end)
        found = read_date(expressions, scope, tree.words[noun].start, status, anchor)
        if found is not None:
            return found
    return None


def _clause(tree: Tree, noun: int) -> int:
    """Return the verb that says what became of the occasion, else the noun itself."""
    for above in tree.above(noun):
        if tree.words[above].pos in ("VERB", "AUX"):
            return above
    return noun
