"""What later sentences add to a meeting: the topics of the talks, and "during that visit"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.article import Meeting, Quote
from index.meetings.context import Context
from index.meetings.paragraphs import paragraphs_apart
from index.meetings.participants import read_participants
from index.meetings.purposes import read_topic
from index.meetings.trees import Tree
from index.names.words import name_words

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


def find_topic(meeting: Meeting, trees: Sequence[Tree], context: Context) -> Quote | None:
    """Return what the sentences just after a meeting say was discussed there."""
    for tree in trees:
        if 0 <= tree.start - meeting.evidence.end <= _AFTERWARDS and is_told_by(tree, meeting, context):
            found = read_topic(tree, context.body)
            if found is not None:
                return found
    return None


def is_told_by(tree: Tree, meeting: Meeting, context: Context) -> bool:
    """Tell whether the subject of a sentence is the meeting, its participants together, or one of them."""
    root = next(position for position, word in enumerate(tree.words) if word.head == position)
    heads = tree.under(root, "nsubj", "nsubjpass")
    if not heads:
        # "Among the topics they discussed were X" has its subject in a clause below.
        heads = [position for position, word in enumerate(tree.words) if word.dep == "nsubj"]
    subjects = [tree.words[head] for head in heads]
    if any(word.text.lower() in _TOGETHER or word.lemma in _OCCASIONS for word in subjects):
        return True
    if any(word.lemma in _SIDES and word.tag == "NNS" for word in subjects):
        return True
    if any(word.text.lower() in ("he", "she") for word in subjects):
        return paragraphs_apart(context.body, meeting.evidence.end, tree.start) <= 1
    told = [frozenset(name_words(one.name)) for one in read_participants(tree, tuple(heads), context)]
    known = [frozenset(name_words(one.name)) for one in meeting.participants]
    return any(one <= other or other <= one for one in told for other in known)


def carry_on(meetings: Iterable[Meeting], body: str) -> Iterator[Meeting]:
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
