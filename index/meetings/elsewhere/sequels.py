"""What later sentences add to a meeting: the topics of the talks, and "during that visit"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.article import Meeting, Precision, Quote
from index.meetings.participants.gathering import read_participants
from index.meetings.participants.phrases import quote, trimmed
from index.meetings.slots.purposes import TOLD, find_statement, read_topic
from index.meetings.syntax.context import Context
from index.meetings.syntax.paragraphs import paragraphs_apart
from index.meetings.syntax.trees import Tree
from index.names.words import name_words

_BACK = re.compile(
    r"\b(?:while (?:there|visiting)|"
    r"(?:that|this|the same|his|her|their) (?:visit|trip|meeting|tour|call|session|stop)|"
    r"following the (?:visit|trip|meeting|tour|(?:conference |phone )?call|session|talks))\b",
    re.IGNORECASE,
)
_ONWARD = re.compile(
    r"(?:Following|After) (?:the|his|her|their|that)\b|Later,|Later (?:in the|that|the same) day\b|"
    r"Afterwards?\b|Earlier (?:in the|that) day\b|From there\b"
)
"""What opens a sentence that goes on with the day told before, however far."""
_ALSO = re.compile(
    r"(?:Then,? )?(?:He|She|They|The \w+|(?:[A-Z][\w.]* )+[A-Z]\w+) (?:also|then) "
    r"(?:met|visited|travel\w+|toured|stopped|spoke)\b"
)
_AFTERWARDS = 600
"""Code points after a meeting's sentence within which "they discussed" speaks of it."""
_TOGETHER = frozenset(["they", "both", "two", "three", "we"])
_OCCASIONS = frozenset(["meeting", "talk", "discussion", "conversation", "call", "summit"])
_MATTERS = frozenset(["topic", "agenda", "issue", "subject"])
_SIDES = frozenset(["leader", "minister", "president", "side", "man", "woman", "senator", "official"])


def find_topic(meeting: Meeting, trees: Sequence[Tree], context: Context) -> Quote | None:
    """Return what the sentences just after a meeting say was discussed there."""
    for tree in trees:
        if 0 <= tree.start - meeting.evidence.end <= _AFTERWARDS and is_told_by(tree, meeting, context):
            found = read_topic(tree, context.body) or _told_the_other(tree, meeting, context)
            if found is not None:
                return found
    return None


def _told_the_other(tree: Tree, meeting: Meeting, context: Context) -> Quote | None:
    """Return what one of a meeting urged or told another of it: "Lee pressed Berg to open the yard"."""
    root = find_statement(tree)
    word = tree.words[root]
    heads = tuple(tree.under(root, "dobj", "dative"))
    if word.lemma not in TOLD or word.tag != "VBD" or not heads:
        return None
    told = [frozenset(name_words(one.name)) for one in read_participants(tree, heads, context)]
    known = [frozenset(name_words(one.name)) for one in meeting.participants]
    if not any(one <= other or other <= one for one in told for other in known):
        return None
    return quote(context.body, *trimmed(tree, [one for one in tree.subtree(root) if one >= root]))


def is_told_by(tree: Tree, meeting: Meeting, context: Context) -> bool:
    """Tell whether the subject of a sentence is the meeting, its participants together, or one of them."""
    root = find_statement(tree)
    heads = tree.under(root, "nsubj", "nsubjpass")
    if not heads:
        # "Among the topics they discussed were X" has its subject in a clause below.
        heads = [position for position, word in enumerate(tree.words) if word.dep == "nsubj"]
    subjects = [tree.words[head] for head in heads]
    if any(word.text.lower() in _TOGETHER or word.lemma in _OCCASIONS | _MATTERS for word in subjects):
        return True
    if any(word.lemma == "agenda" and tree.under(one, "det") for one, word in enumerate(tree.words)):
        return True
    if any(word.lemma in _SIDES and word.tag == "NNS" for word in subjects):
        return True
    if any(word.text.lower() in ("he", "she") for word in subjects):
        return paragraphs_apart(context.body, meeting.evidence.end, tree.start) <= 1
    told = [frozenset(name_words(one.name)) for one in read_participants(tree, tuple(heads), context)]
    known = [frozenset(name_words(one.name)) for one in meeting.participants]
    return any(one <= other or other <= one for one in told for other in known)


def carry_on(meetings: Iterable[Meeting], body: str) -> Iterator[Meeting]:
    """Give a meeting told "during that visit" the date and place of the one before, one "later" its day."""
    last: Meeting | None = None
    for meeting in meetings:
        told = meeting
        if last is not None and _goes_on(meeting, last, body):
            told = replace(meeting, when=meeting.when or last.when, where=meeting.where or last.where)
        elif last is not None and meeting.when is None and _is_same_day(meeting, last, body):
            told = replace(meeting, when=last.when)
        yield told
        last = told


def _is_same_day(meeting: Meeting, last: Meeting, body: str) -> bool:
    """Tell whether a sentence goes on with the day on which some of its people met others just before."""
    if (
        last.when is None
        or last.when.span.precision is not Precision.DAY
        or meeting.status is not last.status
    ):
        return False
    if _ONWARD.match(meeting.evidence.text) is not None:
        return _share_somebody(meeting, last)
    return _ALSO.match(meeting.evidence.text) is not None and _is_beside(meeting, last, body)


def _goes_on(meeting: Meeting, last: Meeting, body: str) -> bool:
    """Tell whether the words of a meeting point back to the one told just before, by some who were there."""
    return _BACK.search(meeting.evidence.text) is not None and _is_beside(meeting, last, body)


def _is_beside(meeting: Meeting, last: Meeting, body: str) -> bool:
    """Tell whether two meetings stand next to each other and share somebody."""
    near = paragraphs_apart(body, last.evidence.end, max(last.evidence.end, meeting.evidence.start)) <= 1
    return near and _share_somebody(meeting, last)


def _share_somebody(meeting: Meeting, last: Meeting) -> bool:
    there = [frozenset(name_words(one.name)) for one in last.participants]
    here = [frozenset(name_words(one.name)) for one in meeting.participants]
    return any(one <= other or other <= one for one in here for other in there)
