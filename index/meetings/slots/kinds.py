"""Which kind of meeting is told: by its word, and by what the same sentence says of how it came about."""

import re

from index.article import MeetingKind
from index.meetings.lexicon.frames import Sighting
from index.meetings.lexicon.wordlists import lexicon
from index.meetings.slots.places import find_arrival
from index.meetings.syntax.trees import Tree

_TELEPHONE = re.compile(
    r"\b(?:(?:tele)?phone[ds]?|conference call|by (?:tele)?phone|teleconference|video ?conference)\b",
    re.IGNORECASE,
)
_CEREMONY = re.compile(
    r"\b(?:ceremon(?:y|ies)|sign(?:ed|s|ing) (?:\S+ ){0,3}into law|(?:bill|treaty) signing|ribbon[- ]cutting|"
    r"groundbreaking|dedication of|swearing[- ]in|sworn in|inaugurat|unveil|"
    r"present(?:ed|s|ing) (?:\S+ ){0,6}(?:medals?|awards?|Purple Heart|plaques?|certificates?)|"
    r"check presentation)",
    re.IGNORECASE,
)
_ASIDE = frozenset(["advcl", "relcl", "ccomp", "acl"])
_TALKING = frozenset(["speak", "talk", "consult"])
_CONVERSING = frozenset(["conversation", "discussion", "talk", "discuss"])
_TOURING = frozenset(["tour", "visit"])
_GATHERED = lexicon("roundtable round-table forum")


def read_kind(tree: Tree, sighting: Sighting, body: str) -> MeetingKind:
    """Return the kind that the frame names unless the sentence tells a call, a journey or a ceremony."""
    word = tree.words[sighting.trigger]
    text = body[tree.start : tree.end]
    if word.lemma in _TALKING and word.pos == "VERB":
        return MeetingKind.CALL if _TELEPHONE.search(text) else MeetingKind.OTHER
    if sighting.kind not in (MeetingKind.MEETING, MeetingKind.OTHER, MeetingKind.VISIT):
        return sighting.kind
    described = {
        tree.words[child].lemma for child in tree.under(sighting.trigger, "compound", "amod", "nmod")
    }
    if described & _GATHERED:
        return MeetingKind.ROUNDTABLE
    if described & {"town", "hall"}:
        return MeetingKind.OTHER
    if _is_on_a_trip(tree, sighting):
        return MeetingKind.TRIP
    if sighting.kind is MeetingKind.VISIT:
        return sighting.kind
    if _CEREMONY.search(_told_of(tree, sighting, body)):
        return MeetingKind.CEREMONY
    toured = any(tree.words[one].lemma in _TOURING for one in _joint_verbs(tree, sighting.clause))
    if toured or (word.pos == "VERB" and find_arrival(tree, sighting) is not None):
        return MeetingKind.VISIT
    if sighting.kind is MeetingKind.MEETING and word.lemma in _CONVERSING:
        return MeetingKind.CALL if _TELEPHONE.search(text) else MeetingKind.MEETING
    return sighting.kind


def _told_of(tree: Tree, sighting: Sighting, body: str) -> str:
    """Return the words of the meeting's own clause, without what is told aside of those who are met."""
    aside: set[int] = set()
    for position in tree.subtree(sighting.clause):
        marks = {tree.words[one].text.lower() for one in tree.under(position, "mark")}
        if tree.words[position].dep in _ASIDE and "as" not in marks and position != sighting.clause:
            aside.update(tree.subtree(position))
    kept = [tree.words[one] for one in tree.subtree(sighting.clause) if one not in aside]
    return " ".join(body[word.start : word.end] for word in kept)


def _is_on_a_trip(tree: Tree, sighting: Sighting) -> bool:
    """Tell whether the meeting is told of a journey: "a trip on which he met X", "met X on a trip to Y"."""
    near = {*tree.above(sighting.clause)}
    for child in tree.under(sighting.clause, "prep"):
        if child > sighting.clause:
            near.update(tree.under(child, "pobj"))
    return any(tree.words[one].lemma in ("trip", "mission") for one in near)


def _joint_verbs(tree: Tree, verb: int) -> list[int]:
    """Return the verbs coordinated with `verb`, before and after it."""
    joint = tree.under(verb, "conj")
    if tree.words[verb].dep == "conj":
        joint += [tree.words[verb].head, *tree.under(tree.words[verb].head, "conj")]
    return [one for one in joint if one != verb]
