"""Who a sentence says was there: "joining her were A and B", "A was on hand", "the group included A"."""

from collections.abc import Iterator

from index.meetings.elsewhere.retellings import find_occasions
from index.meetings.lexicon.wordlists import lexicon
from index.meetings.participants.parties import is_party
from index.meetings.participants.sides import along, expand, find_subjects
from index.meetings.syntax.trees import Tree

_COMING_ALONG = frozenset(["join", "accompany"])
_LEADING = lexicon("moderate host chair facilitate lead")
_ACTING = lexicon("speak present attend participate join make give testify take gather")
"""What those do who are said to be among the people at a meeting: "among those speaking were A and B"."""
_COMPANIES = lexicon("group delegation party audience team")
_ATTENDANTS = lexicon("guest attendee speaker panelist participant presenter witness")
_TAKING_PART = {"attend": "", "join": "", "participate": "in", "take": "in", "sit": "on"}
"""Verbs of those who are at an occasion told before, and the preposition that leads to it."""
_OWN = frozenset(["of", "with", "between", "on", "about"])
"""What gives an occasion sides or a matter of its own: it need not be the one told before."""
_CAUSES = lexicon(
    """
    letter bill legislation effort act amendment resolution measure statement request push fight introduction
    support opposition brief lawsuit campaign
    """
)
_THERE = lexicon("meet welcome greet visit tour attend host speak discuss talk present celebrate open")
"""What people who join each other may do on the spot, unlike "introducing the bill"."""


def find_listed(tree: Tree) -> Iterator[int]:
    """Return the heads of those whom a sentence lists as present, people and groups."""
    for position, word in enumerate(tree.words):
        heads: list[int] = []
        if word.lemma in _COMING_ALONG:
            heads = (
                along(tree, position, "agent") or _joining(tree, position) or _accompanying(tree, position)
            )
        elif word.lemma in _LEADING:
            led = tree.under(position, "nsubjpass") or find_subjects(tree, position)
            heads = along(tree, position, "agent") if set(led) & set(find_occasions(tree)) else []
        elif word.lemma in _TAKING_PART:
            heads = find_subjects(tree, position) if _takes_part(tree, position) else []
        elif word.lemma == "be" and (_are_on_hand(tree, position) or _are_among(tree, position)):
            heads = tree.under(position, "nsubj", "attr")
        elif word.lemma == "be" and _are_told_to_come(tree, position):
            heads = [head for head in tree.under(position, "nsubj", "attr") if head > position]
        elif word.lemma == "include" and _are_named_with(tree, position):
            heads = tree.under(position, "dobj")
        yield from _without_what_they_are(
            tree, [head for head in expand(tree, heads) if is_party(tree, head)]
        )


def _without_what_they_are(tree: Tree, heads: list[int]) -> list[int]:
    """Leave out bare offices and bodies beside people: "Ann Lee, President; Tom Berg, Rill Bank"."""
    if not any(tree.words[head].entity == "PERSON" for head in heads):
        return heads
    return [
        head
        for head in heads
        if tree.words[head].entity == "PERSON"
        or tree.words[head].pos != "PROPN"
        or tree.under(head, "det", "poss")
    ]


def find_joined(tree: Tree) -> Iterator[int]:
    """Return the verbs that say by whom somebody "was joined"."""
    for position, word in enumerate(tree.words):
        if word.lemma in _COMING_ALONG and along(tree, position, "agent"):
            yield position


def is_in_a_cause(tree: Tree, verb: int) -> bool:
    """Tell whether somebody is joined "in introducing the bill" or "in a letter", not at a place."""
    for child in tree.under(verb, "prep"):
        if tree.words[child].lemma not in ("in", "on"):
            continue
        if any(tree.words[one].lemma not in _THERE for one in tree.under(child, "pcomp")):
            return True
        if any(tree.words[one].lemma in _CAUSES for one in tree.under(child, "pobj")):
            return True
    return False


def _joining(tree: Tree, verb: int) -> list[int]:
    """Return who "Joining her at the event were A and B" names."""
    if tree.words[verb].tag != "VBG" or not tree.under(verb, "dobj") or is_in_a_cause(tree, verb):
        return []
    being = [one for one in (tree.words[verb].head, *tree.children[verb]) if tree.words[one].lemma == "be"]
    named = [one for holder in (verb, *being) for one in tree.under(holder, "nsubj", "attr")]
    return [one for one in named if being and one > being[0] > verb]


def _accompanying(tree: Tree, verb: int) -> list[int]:
    """Return who "accompanied her"."""
    word = tree.words[verb]
    them = [one for one in tree.under(verb, "dobj") if tree.words[one].pos == "PRON"]
    return tree.under(verb, "nsubj") if word.lemma == "accompany" and word.tag == "VBD" and them else []


def _takes_part(tree: Tree, verb: int) -> bool:
    """Tell whether a verb says that its subjects were at "the meeting" or "the talks" told before."""
    word = tree.words[verb]
    if word.tag != "VBD" or tree.under(verb, "neg") or (word.lemma == "take" and not _has_part(tree, verb)):
        return False
    path = _TAKING_PART[word.lemma]
    occasions = set(find_occasions(tree))
    return any(
        head in occasions and not any(tree.words[one].lemma in _OWN for one in tree.under(head, "prep"))
        for head in (along(tree, verb, path) if path else tree.under(verb, "dobj"))
    )


def _has_part(tree: Tree, verb: int) -> bool:
    return any(tree.words[one].lemma == "part" for one in tree.under(verb, "dobj"))


def _are_told_to_come(tree: Tree, being: int) -> bool:
    """Tell whether "Taking part were", "With her were" or "Members of the delegation were" opens a list."""
    for one in tree.under(being, "csubj", "advcl"):
        verb = tree.words[one]
        taking = verb.tag == "VBG" and verb.lemma in _ACTING | {"sit"} and one < being
        if taking and (verb.lemma != "take" or _has_part(tree, one)):
            return True
    for one in tree.under(being, "prep"):
        persons = [p for p in tree.under(one, "pobj") if tree.words[p].pos == "PRON"]
        if one < being and tree.words[one].lemma == "with" and persons:
            return True
    return any(
        tree.words[group].lemma in _COMPANIES and tree.words[one].lemma == "member"
        for one in tree.under(being, "nsubj")
        for group in along(tree, one, "of")
    )


def _are_on_hand(tree: Tree, being: int) -> bool:
    return any(
        tree.words[head].lemma == "hand" and tree.words[child].lemma == "on"
        for child in tree.under(being, "prep")
        for head in tree.under(child, "pobj")
    )


def _are_among(tree: Tree, being: int) -> bool:
    """Tell whether "Among those speaking were ..." opens a sentence."""
    return any(
        tree.words[act].lemma in _ACTING
        for child in tree.under(being, "prep")
        if tree.words[child].lemma == "among"
        for head in tree.under(child, "pobj")
        for act in tree.under(head, "acl")
    )


def _are_named_with(tree: Tree, including: int) -> bool:
    """Tell whether the group met, or its guests, "included" those named."""
    for head in tree.under(including, "nsubj"):
        word = tree.words[head]
        definite = bool(tree.under(head, "poss")) or any(
            tree.words[one].lemma == "the" for one in tree.under(head, "det")
        )
        if word.lemma in _ATTENDANTS or (word.lemma == "other" and _are_in_the_room(tree, head)):
            return True
        if word.lemma in _COMPANIES and definite and tree.words[including].tag == "VBD":
            return True
    return False


def _are_in_the_room(tree: Tree, head: int) -> bool:
    """Tell whether "others" are those in the room, or at the table or the meeting."""
    places = [*along(tree, head, "in"), *along(tree, head, "at")]
    return any(tree.words[one].lemma in ("room", "table", "meeting") for one in places)
