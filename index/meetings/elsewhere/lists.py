"""Those who took part but are told elsewhere: "also present were ...", "attending the meeting: ..."."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.article import Meeting, MeetingKind, MeetingStatus
from index.meetings.elsewhere.present import find_joined, find_listed, is_in_a_cause
from index.meetings.elsewhere.retellings import find_occasions
from index.meetings.elsewhere.sequels import is_told_by
from index.meetings.participants.gathering import read_participants
from index.meetings.participants.parties import is_party
from index.meetings.sightings.company import find_hearers
from index.meetings.syntax.context import Context
from index.meetings.syntax.paragraphs import paragraphs_apart
from index.meetings.syntax.trees import Tree
from index.names.words import name_words

_ATTENDING = re.compile(
    r"\b(?:also (?:present|attending|attended|in attendance|"
    r"participating|participated|joining|joined|at the meeting)|"
    r"(?:attended|attending|attendees|in attendance|(?:was|were) present|t(?:ook|aking) part|"
    r"participants? (?:included|were)|"
    r"participated in the "
    r"(?:meeting|talks|discussions?|call|session|roundtable|summit)|"
    r"those (?:present|attending)|joined (?:\S+ ){0,6}?by|accompanied by)|meeting (?:included|were)|"
    r"participating (?:\S+ ){1,3}(?:include[sd]?|are|were))\b",
    re.IGNORECASE,
)

_ASIDE = re.compile(r"\b(?:(?:was|were) (?:also )?present|took part)\b", re.IGNORECASE)
"""What says of people that they attended a meeting told before, not the one that their sentence may tell."""
_NEXT_TO = 60
"""Code points after a visit within which what its visitor told others was told there."""
_NAMING = frozenset(["NOUN", "PROPN"])
_HEADED = re.compile(
    r"(?:Attendees|Participants|Participating|Those (?:present|attending)|Also (?:present|attending))\b"
)
"""What opens a list of attendance: it speaks of an article's only meeting however far below it stands."""


def add_attendees(meetings: Sequence[Meeting], trees: Sequence[Tree], context: Context) -> list[Meeting]:
    """Return the meetings with the people of attendance lists added to the record last told before each."""
    grown = list(meetings)
    reached = [one.evidence.end for one in grown]
    for tree in trees:
        grown = [_with_hearers(one, tree, context) for one in grown]
        listed = list(find_listed(tree))
        if not listed and not _ATTENDING.search(context.body, tree.start, tree.end):
            continue
        if _are_joined_in_a_cause(tree):
            continue
        aside = _ASIDE.search(context.body, tree.start, tree.end) is not None
        before = [
            position
            for position, one in enumerate(grown)
            if (one.evidence.start < tree.start or (one.evidence.start == tree.start and not aside))
            and (
                paragraphs_apart(context.body, reached[position], tree.start) <= 1
                or (_is_alone(grown, tree) and _speaks_of(grown[0], tree, context))
            )
        ]
        if before:
            reached[before[-1]] = max(reached[before[-1]], tree.end)
            grown[before[-1]] = _with_people(grown[before[-1]], tree, listed, context)
    return grown


def _with_hearers(meeting: Meeting, tree: Tree, context: Context) -> Meeting:
    """Return a visit with those whom its visitor spoke to by the very next sentence: "She told workers"."""
    visit = meeting.kind is MeetingKind.VISIT and meeting.status is MeetingStatus.HELD
    if not visit or not 0 <= tree.start - meeting.evidence.end <= _NEXT_TO:
        return meeting
    root = next(position for position, word in enumerate(tree.words) if word.head == position)
    heads = [head for head in find_hearers(tree, root) if is_party(tree, head)]
    if not heads or tree.words[root].tag != "VBD" or not is_told_by(tree, meeting, context):
        return meeting
    return _joined(meeting, heads, tree, context)


def _are_joined_in_a_cause(tree: Tree) -> bool:
    """Tell whether people join each other in writing or in a bill, not somewhere."""
    return any(is_in_a_cause(tree, verb) for verb in find_joined(tree))


def _is_alone(meetings: Sequence[Meeting], tree: Tree) -> bool:
    """Tell whether one meeting alone has been told when a sentence begins."""
    return sum(one.evidence.start < tree.start for one in meetings) == 1


def _speaks_of(meeting: Meeting, tree: Tree, context: Context) -> bool:
    """Tell whether a sentence lists who attended "the meeting", or joined one of it, wherever it stands."""
    if _HEADED.match(context.body, tree.start) is not None or any(find_occasions(tree)):
        return True
    joined = [head for verb in find_joined(tree) for head in tree.under(verb, "nsubjpass")]
    known = [frozenset(name_words(one.name)) for one in meeting.participants]
    told = [frozenset(name_words(one.name)) for one in read_participants(tree, tuple(joined), context)]
    return any(one <= other or other <= one for one in told for other in known)


def _stands_for_itself(tree: Tree, person: int) -> bool:
    """Tell whether a person is listed, not part of a name or of what another is: "aide to Ann Lee"."""
    word = tree.words[person]
    above = tree.words[word.head]
    office = (
        word.dep == "pobj" and above.lemma in ("to", "for", "of") and tree.words[above.head].pos in _NAMING
    )
    return word.dep not in ("compound", "poss", "nmod") and not office


def _with_people(meeting: Meeting, tree: Tree, listed: Sequence[int], context: Context) -> Meeting:
    own = tree.start == meeting.evidence.start or not _ATTENDING.search(context.body, tree.start, tree.end)
    heads = tuple(
        position
        for position, word in enumerate(tree.words)
        if not own and word.entity == "PERSON" and _stands_for_itself(tree, position)
    )
    return _joined(meeting, [*heads, *listed], tree, context)


def _joined(meeting: Meeting, heads: Sequence[int], tree: Tree, context: Context) -> Meeting:
    known = [frozenset(name_words(one.name)) for one in meeting.participants]
    people = [
        one
        for one in read_participants(tree, tuple(dict.fromkeys(heads)), context)
        if not any(frozenset(name_words(one.name)) <= other for other in known)
    ]
    return replace(meeting, participants=(*meeting.participants, *people))
