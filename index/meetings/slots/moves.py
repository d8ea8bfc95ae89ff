"""Meetings put on another day, or called off: which verb of a sentence does so with which meeting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.article import Meeting, MeetingDate, MeetingStatus, Quote, TimeExpression
from index.dates import Move, days_left, find_moves
from index.meetings.lexicon.frames import Sighting
from index.meetings.slots.status import read_ending
from index.meetings.syntax.trees import Tree
from index.names.words import name_words
from index.occasions.statuses import AHEAD, OFF

_POINTING = frozenset(["it", "this"])
OPEN = AHEAD | OFF
"""Statuses of a meeting that may still be moved or called off."""
_NAMED = frozenset(["PERSON", "ORG", "NORP"])
_SIDES = ("nsubj", "nsubjpass", "dobj")
_MARKS = frozenset(["the", "this", "that", "their", "his", "her"])
_ALONE = 2
"""Words of a phrase that only points: its mark and its noun."""
_CALLED = frozenset(["meeting", "talk", "visit", "trip", "summit", "call", "session", "hearing", "plan"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What a verb makes of a meeting: its status, and the new day where it is moved to one."""

    verb: int
    status: MeetingStatus
    when: MeetingDate | None


def find_fates(
    tree: Tree, body: str, expressions: Sequence[TimeExpression], anchor: date | None
) -> Iterator[Fate]:
    """Yield what a sentence puts on another day or ends, by its verbs in order.

    What is put on a day to come is planned for it; on one that has gone by since, nobody knows.
    """
    moves = {one.start: one for one in find_moves(body[tree.start : tree.end], _own(tree, expressions))}
    for verb, word in enumerate(tree.words):
        if not word.tag.startswith("VB"):
            continue
        when = _new_day(tree, moves.get(word.start - tree.start))
        ending = read_ending(tree, verb)
        if when is not None and _is_to_come(when, anchor) and not tree.under(verb, "neg"):
            yield Fate(verb=verb, status=MeetingStatus.PLANNED, when=when)
        elif ending is not None:
            yield Fate(verb=verb, status=ending, when=None)


def find_fate(
    tree: Tree, sighting: Sighting, status: MeetingStatus | None, fates: Sequence[Fate]
) -> Fate | None:
    """Return which of its `fates` a sentence has for a meeting sighted in it, whose words give it `status`.

    That is told of its noun, or of "the meeting" behind its verb where that tells no more than a plan.
    """
    for fate in fates:
        told = tree.under(fate.verb, *_SIDES)
        own = fate.verb == sighting.clause or sighting.trigger in told
        if own or (fate.when is not None and _tells_of(tree, fate.verb, sighting.trigger)):
            return fate
        # "His talks with X, planned for May, would be put off" may be parsed with no subject for "put off".
        alone = not told and fate.verb > sighting.trigger and bool(tree.under(fate.verb, "auxpass"))
        pointed = (one > sighting.trigger and _points_back(tree, one) for one in told)
        if status in OPEN and (alone or any(pointed)):
            return fate
    return None


def find_later_fate(
    tree: Tree,
    meeting: Meeting,
    nouns: Sequence[int],
    body: str,
    expressions: Sequence[TimeExpression],
    anchor: date | None,
) -> Fate | None:
    """Return what a later sentence makes of a meeting that it calls by `nouns`, or "it" where it follows."""
    known = {word for one in meeting.participants for word in name_words(one.name)}
    next_to = body[meeting.evidence.end : tree.start].strip() == ""
    for fate in find_fates(tree, body, expressions, anchor):
        for head in tree.under(fate.verb, *_SIDES):
            it = next_to and tree.words[head].text.lower() in _POINTING
            meant = it or (head in nouns and _names_no_other(tree, head, known))
            if meant and not _is_told_back(tree, fate, meeting, body, expressions):
                return fate
    return None


def _is_told_back(
    tree: Tree, fate: Fate, meeting: Meeting, body: str, expressions: Sequence[TimeExpression]
) -> bool:
    """Tell whether a meeting was put off to the day that is already told: it "had been", or from another."""
    had = any(tree.words[one].text.lower() == "had" for one in tree.under(fate.verb, "aux"))
    if had and tree.words[fate.verb].dep != "ccomp":
        return True
    if fate.when is not None or meeting.when is None:
        return False
    own = meeting.when.span
    left = days_left(body[tree.start : tree.end], _own(tree, expressions))
    others = [one.span for one in expressions if one.start - tree.start in left]
    return any(not one.overlaps(own.first, own.last) for one in others)


def _names_no_other(tree: Tree, noun: int, known: set[str]) -> bool:
    """Tell whether a phrase names nobody but those known: "the talks with Eva Lind" may be other talks."""
    named = (tree.words[one] for one in tree.subtree(noun) if tree.words[one].entity in _NAMED)
    return all(set(name_words(word.text)) <= known for word in named if word.pos == "PROPN")


def find_other_days(
    tree: Tree, sighting: Sighting, status: MeetingStatus, body: str, expressions: Sequence[TimeExpression]
) -> set[int]:
    """Return where times begin that are not the meeting's any more, or on which it was called off."""
    if read_ending(tree, sighting.clause) is not None:
        active = bool(tree.under(sighting.clause, "nsubj"))
        told = tree.under(sighting.clause, "prep", "npadvmod")
        ended = (below for below in told if active or below > sighting.clause)
        return {tree.words[one].start for below in ended for one in tree.subtree(below)}
    if status in OFF:
        return set()
    left = days_left(body[tree.start : tree.end], _own(tree, expressions))
    return {one + tree.start for one in left} | _told_of_ending(tree, sighting)


def _told_of_ending(tree: Tree, sighting: Sighting) -> set[int]:
    """Return where words stand that date only how a meeting was put off: "which was delayed last week"."""
    ends = [
        one
        for one in tree.children[sighting.trigger]
        if _tells_of(tree, one, sighting.trigger) and read_ending(tree, one) is not None
    ]
    return {tree.words[below].start for one in ends for below in tree.subtree(one)}


def _tells_of(tree: Tree, verb: int, noun: int) -> bool:
    """Tell whether a verb hangs on a noun: "a meeting (that was) put off to May 8"."""
    return tree.words[verb].head == noun and tree.words[verb].dep in ("relcl", "acl")


def _points_back(tree: Tree, head: int) -> bool:
    """Tell whether a word means a meeting told before: "the meeting", "their talks", "it"."""
    if tree.words[head].text.lower() in _POINTING:
        return True
    marked = any(tree.words[one].text.lower() in _MARKS for one in tree.under(head, "det", "poss"))
    return marked and tree.words[head].lemma in _CALLED and len(tree.subtree(head)) == _ALONE


def _own(tree: Tree, expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    return [
        replace(one, start=one.start - tree.start, end=one.end - tree.start)
        for one in expressions
        if tree.start <= one.start < tree.end
    ]


def _new_day(tree: Tree, move: Move | None) -> MeetingDate | None:
    if move is None or move.day is None:
        return None
    quote = Quote(start=move.day.start + tree.start, end=move.day.end + tree.start, text=move.day.text)
    return MeetingDate(quote=quote, span=move.day.span, modifier=move.day.modifier)


def _is_to_come(when: MeetingDate, anchor: date | None) -> bool:
    return anchor is None or when.span.last is None or when.span.last >= anchor
