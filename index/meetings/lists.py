"""Those who took part but are told elsewhere: "also present were ...", "attending the meeting: ..."."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.article import Meeting
from index.meetings.context import Context
from index.meetings.paragraphs import paragraphs_apart
from index.meetings.participants import read_participants
from index.meetings.parties import is_party
from index.meetings.retellings import find_occasions
from index.meetings.sides import expand
from index.meetings.trees import Tree
from index.names.words import name_words

_ATTENDING = re.compile(
    r"\b(?:also (?:present|attending|attended|in attendance|"
    r"participating|participated|joining|joined|at the meeting)|"
    r"(?:attended|attending|attendees|in attendance|(?:was|were) present|took part|"
    r"participants? (?:included|were)|"
    r"participated in the "
    r"(?:meeting|talks|discussions?|call|session|roundtable|summit)|"
    r"those (?:present|attending)|joined (?:\S+ ){0,6}?by|accompanied by)|meeting (?:included|were))\b",
    re.IGNORECASE,
)

_ASIDE = re.compile(r"\b(?:(?:was|were) (?:also )?present|took part)\b", re.IGNORECASE)
"""What says of people that they attended a meeting told before, not the one that their sentence may tell."""
_HEADED = re.compile(r"(?:Attendees|Participants|Those (?:present|attending)|Also (?:present|attending))\b")
"""What opens a list of attendance: it speaks of an article's only meeting however far below it stands."""


def add_attendees(meetings: Sequence[Meeting], trees: Sequence[Tree], context: Context) -> list[Meeting]:
    """Return the meetings with the people of attendance lists added to the record last told before each."""
    grown = list(meetings)
    reached = [one.evidence.end for one in grown]
    for tree in trees:
        if not _ATTENDING.search(context.body, tree.start, tree.end):
            continue
        aside = _ASIDE.search(context.body, tree.start, tree.end) is not None
        before = [
            position
            for position, one in enumerate(grown)
            if (one.evidence.start < tree.start or (one.evidence.start == tree.start and not aside))
            and (
                paragraphs_apart(context.body, reached[position], tree.start) <= 1
                or (_is_alone(grown, tree) and _is_headed(tree, context.body))
            )
        ]
        if before:
            reached[before[-1]] = max(reached[before[-1]], tree.end)
            grown[before[-1]] = _with_people(grown[before[-1]], tree, context)
    return grown


def _is_alone(meetings: Sequence[Meeting], tree: Tree) -> bool:
    """Tell whether one meeting alone has been told when a sentence begins."""
    return sum(one.evidence.start < tree.start for one in meetings) == 1


def _is_headed(tree: Tree, body: str) -> bool:
    """Tell whether a sentence lists who attended "the meeting", wherever it stands."""
    return _HEADED.match(body, tree.start) is not None or any(find_occasions(tree))


def _groups_joining(tree: Tree) -> list[int]:
    """Return those by whom somebody "was joined" or "accompanied", groups too."""
    return [
        head
        for position, word in enumerate(tree.words)
        if word.lemma in ("join", "accompany")
        for agent in tree.under(position, "agent")
        for head in expand(tree, tree.under(agent, "pobj"))
        if is_party(tree, head)
    ]


def _with_people(meeting: Meeting, tree: Tree, context: Context) -> Meeting:
    own = tree.start == meeting.evidence.start
    heads = tuple(
        position
        for position, word in enumerate(tree.words)
        if not own and word.entity == "PERSON" and word.dep not in ("compound", "poss", "nmod")
    )
    heads = tuple(dict.fromkeys([*heads, *_groups_joining(tree)]))
    known = [frozenset(name_words(one.name)) for one in meeting.participants]
    people = [
        one
        for one in read_participants(tree, heads, context)
        if not any(frozenset(name_words(one.name)) <= other for other in known)
    ]
    return replace(meeting, participants=(*meeting.participants, *people))
