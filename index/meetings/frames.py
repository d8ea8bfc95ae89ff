"""The frames: which words tell of a meeting, and where in the tree its two sides stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from index.article import MeetingKind
from index.meetings.trees import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbFrame:
    """A verb whose subject is one side; `others` name the paths to the other side.

    "dobj" is its object, "agent" the one named with "by" in the passive, a preposition the object of that
    preposition. `needs` is a particle that must hang below; `place` tells that the object may be a place;
    `people` that only people named count, for much else is received or welcomed.
    """

    kind: MeetingKind
    others: tuple[str, ...]
    needs: str = ""
    place: bool = False
    people: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A frame found: the word that tells of the meeting and the heads of those on its two sides.

    `clause` is the verb whose tense and adverbs speak for the meeting. In a `mutual` one the subjects meet
    each other: "A and B met".
    """

    trigger: int
    clause: int
    kind: MeetingKind
    subjects: tuple[int, ...]
    others: tuple[int, ...]
    place: int | None = None
    mutual: bool = False


_VERBS: dict[str, tuple[VerbFrame, ...]] = {
    "meet": (VerbFrame(kind=MeetingKind.MEETING, others=("with", "dobj")),),
    "sit": (VerbFrame(kind=MeetingKind.MEETING, others=("with",), needs="down"),),
    "confer": (VerbFrame(kind=MeetingKind.MEETING, others=("with",)),),
    "consult": (VerbFrame(kind=MeetingKind.MEETING, others=("with",)),),
    "host": (VerbFrame(kind=MeetingKind.MEETING, others=("dobj",), people=True),),
    "receive": (VerbFrame(kind=MeetingKind.MEETING, others=("dobj",), people=True),),
    "welcome": (VerbFrame(kind=MeetingKind.MEETING, others=("dobj",), people=True),),
    "join": (VerbFrame(kind=MeetingKind.OTHER, others=("dobj",), people=True),),
    "brief": (VerbFrame(kind=MeetingKind.MEETING, others=("agent", "dobj")),),
    "call": (VerbFrame(kind=MeetingKind.VISIT, others=("on",)),),
    "speak": (VerbFrame(kind=MeetingKind.CALL, others=("with", "to")),),
    "talk": (VerbFrame(kind=MeetingKind.CALL, others=("with", "to")),),
    "phone": (VerbFrame(kind=MeetingKind.CALL, others=("dobj",)),),
    "telephone": (VerbFrame(kind=MeetingKind.CALL, others=("dobj",)),),
    "visit": (VerbFrame(kind=MeetingKind.VISIT, others=("with", "dobj"), place=True),),
    "tour": (VerbFrame(kind=MeetingKind.VISIT, others=("with",), place=True),),
    "travel": (VerbFrame(kind=MeetingKind.TRIP, others=("with",), place=True),),
    "testify": (VerbFrame(kind=MeetingKind.HEARING, others=("before",)),),
    "lunch": (VerbFrame(kind=MeetingKind.MEETING, others=("with",)),),
    "dine": (VerbFrame(kind=MeetingKind.MEETING, others=("with",)),),
    "negotiate": (VerbFrame(kind=MeetingKind.MEETING, others=("with",)),),
}
_NOUNS = {
    "meeting": MeetingKind.MEETING,
    "talk": MeetingKind.MEETING,
    "discussion": MeetingKind.MEETING,
    "conversation": MeetingKind.MEETING,
    "session": MeetingKind.MEETING,
    "briefing": MeetingKind.MEETING,
    "negotiation": MeetingKind.MEETING,
    "consultation": MeetingKind.MEETING,
    "lunch": MeetingKind.MEETING,
    "dinner": MeetingKind.MEETING,
    "breakfast": MeetingKind.MEETING,
    "summit": MeetingKind.MEETING,
    "call": MeetingKind.CALL,
    "roundtable": MeetingKind.ROUNDTABLE,
    "round": MeetingKind.MEETING,
    "hearing": MeetingKind.HEARING,
    "visit": MeetingKind.VISIT,
    "trip": MeetingKind.TRIP,
    "ceremony": MeetingKind.CEREMONY,
}
_LIGHT = frozenset(
    [
        "hold",
        "have",
        "host",
        "convene",
        "conduct",
        "attend",
        "schedule",
        "arrange",
        "organize",
        "organise",
        "set",
        "plan",
        "request",
        "seek",
        "cancel",
        "postpone",
        "begin",
        "open",
        "conclude",
        "finish",
        "lead",
        "chair",
        "call",
        "participate",
    ]
)
_MUTUAL = frozenset(["meet", "confer", "negotiate"])
_OPENING = frozenset(["begin", "open", "start"])
_RELATIVES = frozenset(["who", "that", "which", "whom"])


def find_sightings(tree: Tree) -> Iterator[Sighting]:
    """Return the frames that a sentence fills on both sides, in order."""
    for position, word in enumerate(tree.words):
        found = None
        if word.pos == "VERB" or word.tag.startswith("VB"):
            found = _verb_sighting(tree, position)
        elif word.pos == "NOUN" and word.lemma in _NOUNS:
            found = _noun_sighting(tree, position)
        if found is not None and found.subjects and (found.others or found.place is not None or found.mutual):
            yield found


def _verb_sighting(tree: Tree, verb: int) -> Sighting | None:
    for frame in _VERBS.get(tree.words[verb].lemma, ()):
        if frame.needs and not any(tree.words[child].lemma == frame.needs for child in tree.children[verb]):
            continue
        others = [head for path in frame.others for head in _along(tree, verb, path)]
        if frame.people:
            others = [head for head in others if _is_met(tree, verb, head)]
        subjects = _subjects(tree, verb)
        if frame.others == ("agent", "dobj"):
            subjects = subjects or _along(tree, verb, "nsubjpass")
        place = _goal(tree, verb) if frame.place else None
        others = [head for head in others if head != place]
        return Sighting(
            trigger=verb,
            clause=verb,
            kind=frame.kind,
            subjects=tuple(_expand(tree, subjects)),
            others=tuple(_expand(tree, others)),
            place=place,
            mutual=tree.words[verb].lemma in _MUTUAL and not others and not tree.under(verb, "dobj"),
        )
    return None


def _is_met(tree: Tree, verb: int, head: int) -> bool:
    """Tell whether a person is received or joined, not a prize ("the Lincoln Award") or a cause."""
    causes = [inner for child in tree.under(verb, "prep") for inner in tree.under(child, "pcomp")]
    legislating = tree.words[verb].lemma == "join" and any(
        tree.words[child].tag == "VB" for child in tree.under(verb, "xcomp", "advcl")
    )
    person = tree.words[head].entity == "PERSON" and not tree.under(head, "det")
    return person and not causes and not legislating


def _goal(tree: Tree, verb: int) -> int | None:
    """Return the head of the place that a traveller goes to."""
    heads = (
        tree.under(verb, "dobj") if tree.words[verb].lemma in ("visit", "tour") else _along(tree, verb, "to")
    )
    for head in heads:
        if tree.words[head].entity in ("GPE", "LOC", "FAC") or tree.words[head].lemma in PLACE_NOUNS:
            return head
    return None


PLACE_NOUNS = frozenset(
    [
        "office",
        "building",
        "house",
        "room",
        "school",
        "hospital",
        "center",
        "centre",
        "base",
        "plant",
        "factory",
        "university",
        "college",
        "farm",
        "capitol",
        "hill",
        "hall",
        "church",
        "library",
        "museum",
        "airport",
        "port",
        "station",
        "headquarters",
        "facility",
        "site",
        "region",
        "area",
        "city",
        "town",
        "state",
        "country",
        "county",
        "district",
        "clinic",
        "laboratory",
        "park",
        "hotel",
        "embassy",
        "palace",
        "ranch",
        "border",
        "community",
    ]
)


def _noun_sighting(tree: Tree, noun: int) -> Sighting | None:
    word = tree.words[noun]
    kind = _NOUNS[word.lemma]
    if word.lemma in ("talk", "negotiation", "consultation") and word.tag != "NNS":
        return None
    if kind is MeetingKind.CALL and not any(
        tree.words[child].lemma in ("phone", "telephone", "conference") for child in tree.children[noun]
    ):
        return None
    between = _expand(tree, _along(tree, noun, "between") + _along(tree, noun, "of"))
    if between:
        # "the meeting of A and B" is often parsed with B beside the meeting.
        between += [head for head in tree.under(noun, "appos") if tree.words[head].pos == "PROPN"]
    if _is_generic(tree, noun):
        return None
    clause = _clause(tree, noun)
    light = clause is not None and tree.words[clause].lemma in _LIGHT
    others = _expand(tree, _along(tree, noun, "with"))
    if kind is MeetingKind.CALL:
        others += _expand(tree, _along(tree, noun, "to"))
    if clause is not None and light:
        others += [head for head in _expand(tree, _along(tree, clause, "with")) if head not in others]
    subjects = _expand(tree, tree.under(noun, "poss"))
    mutual = False
    if not subjects and clause is not None and _bears_subject(tree, noun, clause):
        subjects = _expand(tree, _subjects(tree, clause))
        mutual = light and not others and not between and len(subjects) > 1
    if not subjects and between:
        subjects, between = between[:1], between[1:]
    others = between + others
    if not subjects and word.dep == "nsubj" and clause is not None and tree.words[clause].lemma in _OPENING:
        subjects, others = _expand(tree, _arrivals(tree, clause)), []
        mutual = len(subjects) > 1
    return Sighting(
        trigger=noun,
        clause=noun if clause is None else clause,
        kind=kind,
        subjects=tuple(subjects),
        others=tuple(head for head in others if head not in subjects),
        place=_destination(tree, noun) if kind in (MeetingKind.VISIT, MeetingKind.TRIP) else None,
        mutual=mutual,
    )


def _arrivals(tree: Tree, clause: int) -> list[int]:
    """Return those with whose arrival the talks began."""
    found: list[int] = []
    for coming in tree.subtree(clause):
        if tree.words[coming].lemma not in ("arrival", "attendance", "participation"):
            continue
        found += _along(tree, coming, "of")
        # The last of several may be parsed as the head of the phrase.
        found += [above for above in tree.above(coming) if found and tree.words[above].entity == "PERSON"]
    return found


def _is_generic(tree: Tree, noun: int) -> bool:
    """Tell whether kinds of people are compared ("the first meeting of a president with a premier")."""
    sides = _along(tree, noun, "of") + _along(tree, noun, "with") + _along(tree, noun, "between")
    return tree.words[noun].dep == "attr" and any(
        tree.words[det].lemma in ("a", "an") for side in sides for det in tree.under(side, "det")
    )


def _destination(tree: Tree, noun: int) -> int | None:
    for head in _along(tree, noun, "to"):
        if tree.words[head].entity in ("GPE", "LOC", "FAC"):
            return head
    return None


def _bears_subject(tree: Tree, noun: int, clause: int) -> bool:
    """Tell whether the subject of `clause` takes part: light verbs, and "In a meeting with X, Y said"."""
    if tree.words[noun].dep in ("nsubj", "nsubjpass"):
        return False
    if tree.words[clause].lemma in _LIGHT:
        return True
    head = tree.words[noun].head
    return tree.words[head].dep == "prep" and tree.words[head].lemma in (
        "in",
        "during",
        "after",
        "at",
        "before",
        "following",
        "to",
        "from",
    )


def _clause(tree: Tree, noun: int) -> int | None:
    for above in tree.above(noun):
        if tree.words[above].tag.startswith("VB"):
            return above
    return None


def _along(tree: Tree, position: int, path: str) -> list[int]:
    if path in ("dobj", "nsubjpass"):
        return tree.under(position, path)
    found = []
    for child in tree.children[position]:
        word = tree.words[child]
        if (path == "agent" and word.dep == "agent") or (
            word.dep in ("prep", "dative") and word.text.lower() == path
        ):
            found += tree.under(child, "pobj")
        elif path == "with" and word.dep in ("prep", "conj", "advmod") and word.pos == "ADP":
            found += [
                head
                for inner in tree.under(child, "prep")
                if tree.words[inner].text.lower() == "with"
                for head in tree.under(inner, "pobj")
            ]
    if path == "with" and not found:
        # "met today in his office with X": the phrase may hang below another one.
        for child in tree.children[position]:
            if tree.words[child].dep in ("npadvmod", "advmod", "prep"):
                for below in tree.subtree(child):
                    if (
                        below != child
                        and tree.words[below].text.lower() == "with"
                        and tree.words[below].dep == "prep"
                    ):
                        found += tree.under(below, "pobj")
    return found


def _subjects(tree: Tree, verb: int) -> list[int]:
    own = tree.under(verb, "nsubj") or (
        tree.under(verb, "nsubjpass")
        if tree.words[verb].lemma in ("brief", "join", "schedule", "expect", "set")
        else []
    )
    if own:
        return [_antecedent(tree, verb, head) for head in own]
    word = tree.words[verb]
    if word.head == verb:
        return []
    if word.dep in ("acl",) and word.tag in ("VBG", "VB"):
        return _subjects_above(tree, verb) if word.tag == "VB" else [word.head]
    if word.dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "relcl"):
        return _subjects_above(tree, verb)
    return []


def _subjects_above(tree: Tree, verb: int) -> list[int]:
    for above in tree.above(verb):
        if tree.words[above].pos in ("VERB", "AUX"):
            if tree.words[above].lemma in ("ask", "urge", "invite", "request", "call") and tree.under(
                above, "dobj"
            ):
                return tree.under(above, "dobj")
            return _subjects(tree, above) or [
                _antecedent(tree, above, head) for head in tree.under(above, "nsubjpass")
            ]
    return []


def _antecedent(tree: Tree, verb: int, head: int) -> int:
    if tree.words[head].text.lower() in _RELATIVES:
        for above in (verb, *tree.above(verb)):
            if tree.words[above].dep == "relcl":
                return tree.words[above].head
    return head


def _is_another(tree: Tree, head: int, child: int) -> bool:
    """Tell whether `child` names somebody beside `head`; lists are often parsed as appositions."""
    if tree.words[child].dep == "conj":
        return tree.words[child].pos in ("NOUN", "PROPN", "PRON", "NUM")
    return tree.words[head].entity == tree.words[child].entity == "PERSON"


def _expand(tree: Tree, heads: list[int]) -> list[int]:
    """Return the heads with those coordinated with them ("X, Y as well as Z")."""
    found: list[int] = []
    waiting = list(heads)
    while waiting:
        head = waiting.pop(0)
        if head in found:
            continue
        found.append(head)
        waiting = [
            child for child in tree.under(head, "conj", "appos") if _is_another(tree, head, child)
        ] + waiting
    return found
