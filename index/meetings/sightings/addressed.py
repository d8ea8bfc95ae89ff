"""Whom somebody speaks to at a meeting told without its other side: "During talks in Oslo, A told B"."""

from index.article import MeetingKind
from index.meetings.lexicon.wordlists import lexicon
from index.meetings.participants.parties import is_party
from index.meetings.participants.sides import along, expand
from index.meetings.syntax.trees import Tree

_SAYING = lexicon(
    """
    tell assure promise inform warn remind thank press question brief praise reassure congratulate ask urge
    encourage implore commend caution pressure
    """
)
_STRESSING = lexicon("emphasize emphasise stress express convey explain say suggest propose repeat reiterate")
_GETTING = lexicon("extract get win secure receive obtain seek hear")
_TALKS = frozenset([MeetingKind.MEETING, MeetingKind.CALL])
_WITHIN = frozenset(["in", "during", "at", "over"])
_PUBLIC = lexicon("town hall committee subcommittee conference press news public rally board council annual")
_POINTING = lexicon("the that this these those")
HEARERS = lexicon("reporter journalist press media correspondent witness audience crowd")
"""Who hears what is said, and is not met for it."""


def find_addressed(tree: Tree, noun: int, clause: int, kind: MeetingKind) -> list[int]:
    """Return whom the subject of `clause` speaks to at the meeting of `noun`, none where others may hear it.

    Who speaks at a public meeting may urge somebody who is far away.
    """
    word = tree.words[noun]
    above = tree.words[word.head]
    if kind not in _TALKS or word.dep != "pobj" or above.head != clause or above.text.lower() not in _WITHIN:
        return []
    if _is_public(tree, noun) or (word.tag == "NNS" and word.lemma not in ("talk", "consultation")):
        return []
    lemma = tree.words[clause].lemma
    heads: list[int] = []
    if lemma in _SAYING:
        heads = tree.under(clause, "dobj", "dative") or _told_first(tree, clause)
    elif lemma in _STRESSING:
        heads = along(tree, clause, "to")
    elif lemma in _GETTING:
        heads = along(tree, clause, "from") + [
            one for thing in tree.under(clause, "dobj") for one in along(tree, thing, "from")
        ]
    people = [head for head in expand(tree, heads) if is_party(tree, head)]
    return [head for head in people if _is_somebody(tree, head)]


def _is_public(tree: Tree, noun: int) -> bool:
    """Tell whether a meeting is of a body or open to many, or one that was told before."""
    named = {tree.words[one].lemma.lower() for one in tree.under(noun, "compound", "amod", "nmod")}
    told = any(tree.words[one].lemma in _POINTING for one in tree.under(noun, "det"))
    return told or bool(named & _PUBLIC) or bool(along(tree, noun, "of"))


def _told_first(tree: Tree, clause: int) -> list[int]:
    """Return whom the parse makes the subject of what is asked: "urged Tom Berg to hold elections"."""
    asked = tree.under(clause, "ccomp", "xcomp")
    return [
        head
        for one in asked
        if tree.words[one].tag == "VB" and tree.under(one, "aux")
        for head in tree.under(one, "nsubj")
        if head > clause
    ]


def _is_somebody(tree: Tree, head: int) -> bool:
    """Tell whether a head names a person, or people who are no mere hearers."""
    word = tree.words[head]
    if word.entity == "PERSON":
        return True
    return word.tag == "NNS" and word.pos == "NOUN" and word.lemma not in HEARERS
