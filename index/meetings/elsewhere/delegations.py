"""Who leads a delegation takes part in the meeting that it is sent to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.article import Meeting, Participant
from index.meetings.participants.gathering import read_participants
from index.meetings.syntax.context import Context
from index.meetings.syntax.paragraphs import paragraphs_apart
from index.meetings.syntax.trees import Tree
from index.names.words import name_words

_DELEGATIONS = frozenset(["delegation", "team"])
_LEADING = frozenset(["lead", "head", "chair"])


def add_leaders(meetings: Sequence[Meeting], trees: Sequence[Tree], context: Context) -> list[Meeting]:
    """Return the meetings with the leaders that the same or the next paragraph gives their delegations."""
    grown = list(meetings)
    for tree in trees:
        for leader in _leaders(tree, context):
            near = [
                position
                for position, one in enumerate(grown)
                if one.evidence.start <= tree.start
                and paragraphs_apart(context.body, one.evidence.end, tree.start) <= 1
            ]
            if near:
                grown[near[-1]] = _joined(grown[near[-1]], leader)
    return grown


def _leaders(tree: Tree, context: Context) -> Iterator[Participant]:
    for position, word in enumerate(tree.words):
        if word.lemma not in _LEADING or tree.under(position, "neg"):
            continue
        led = [head for head in tree.under(position, "dobj") if tree.words[head].lemma in _DELEGATIONS]
        by = [head for agent in tree.under(position, "agent") for head in tree.under(agent, "pobj")]
        if led:
            heads, group = tree.under(position, "nsubj"), led[0]
        elif by and tree.words[word.head].lemma in _DELEGATIONS:
            heads, group = by, word.head
        else:
            continue
        role = f"leader of {_named(tree, group, context)}"
        for one in read_participants(tree, tuple(heads), context):
            if context.cast.is_person(one.name):
                yield replace(one, role=role)


def _named(tree: Tree, group: int, context: Context) -> str:
    """Return the words of the delegation, its article included."""
    first = min([group, *tree.under(group, "det", "compound", "amod", "nmod", "poss")])
    words = " ".join(context.body[tree.words[first].start : tree.words[group].end].split())
    return words[0].lower() + words[1:] if tree.words[first].dep == "det" else words


def _joined(meeting: Meeting, leader: Participant) -> Meeting:
    words = frozenset(name_words(leader.name))
    people = tuple(
        replace(one, role=leader.role) if frozenset(name_words(one.name)) == words else one
        for one in meeting.participants
    )
    known = any(one.role == leader.role for one in people)
    return replace(meeting, participants=people if known else (*people, leader))
