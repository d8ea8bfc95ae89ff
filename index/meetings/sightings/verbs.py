"""Meetings that a verb tells: "A met B", "A was briefed by B", "A travelled to C"."""

from index.article import MeetingKind
from index.meetings.lexicon.frames import (
    MEALS,
    PLACE_ENTITIES,
    PLACE_NOUNS,
    VERBS,
    Sighting,
    VerbFrame,
)
from index.meetings.lexicon.wordlists import lexicon
from index.meetings.participants.parties import is_party
from index.meetings.participants.pronouns import HONORS
from index.meetings.participants.sides import (
    along,
    continued,
    expand,
    find_announced,
    find_antecedent,
    find_subjects,
    strays,
)
from index.meetings.sightings.addressed import HEARERS
from index.meetings.slots.places import is_place, place_under
from index.meetings.syntax.trees import Tree

_MUTUAL = lexicon(
    "meet sit confer negotiate consult talk dine lunch gather convene huddle get be shake sign cut"
)
_SURVEYING = lexicon("visit tour survey inspect")
_TOURING = frozenset(["tour", "survey", "inspect"])
_WITH_OBJECT = _SURVEYING | {"discuss"}
_STOPPING = {"stop": ("at", "by", "agent", "in"), "drop": ("by", "into")}
_ON_THE_PHONE = lexicon(
    "congratulate thank discuss express offer convey wish tell urge ask apologize apologise"
)
_HOUSES = lexicon("senate house congress parliament court nation assembly country chamber council people")
_JOINTLY = lexicon(
    """
    meet talk discuss tour visit celebrate honor honour mark commemorate unveil dedicate present cut greet
    welcome view inspect survey host receive
    """
)
"""What people who join each other do in one place, unlike urging or introducing a bill."""
_LONG = lexicon("year month decade career life term")
_SCREENS = lexicon("television tv video movie film screen news")
_MEDIA = frozenset(["phone", "telephone", "video", "videolink"])
_MATCHES = lexicon("final semifinal quarterfinal championship tournament playoff medal referee")
_WRITTEN = lexicon("letter message statement telegram tweet video")
_OCCASIONS = lexicon(
    """
    breakfast lunch luncheon dinner reception ceremony event tour visit trip conference meeting
    roundtable discussion forum rally summit town hall hearing groundbreaking opening dedication signing
    cutting celebration presentation briefing announcement call session picnic march parade unveiling
    convention gala
    """
)


def read_verb(tree: Tree, verb: int) -> Sighting | None:
    """Return what a verb of meeting tells, None where its frame does not fit; sides may be empty."""
    for frame in VERBS.get(tree.words[verb].lemma, ()):
        if frame.needs and not any(tree.words[child].lemma == frame.needs for child in tree.children[verb]):
            continue
        if frame.objects and frame.objects.isdisjoint(_objects(tree, verb)):
            continue
        if frame.kind is MeetingKind.CALL and tree.words[verb].lemma == "call" and not _is_phoned(tree, verb):
            continue
        if not _tells(tree, verb):
            return None
        others = [head for path in frame.others for head in along(tree, verb, path)]
        if frame.objects or tree.words[verb].lemma in _WITH_OBJECT:
            # "signed the treaty with X" is often parsed as a treaty with X.
            others += [head for thing in tree.under(verb, "dobj") for head in along(tree, thing, "with")]
        others = [find_antecedent(tree, verb, head) for head in others]
        if frame.people:
            others = [head for head in others if _is_met(tree, verb, head)]
        subjects = find_subjects(tree, verb)
        if "agent" in frame.others:
            subjects = subjects or along(tree, verb, "nsubjpass")
        place = _goal(tree, verb) if frame.place else None
        others = [head for head in expand(tree, others) if head != place and is_party(tree, head)]
        others = [head for head in _named(tree, verb, others) if tree.words[head].lemma not in frame.objects]
        if tree.words[verb].lemma == "discuss":
            # "In his meeting with X, Y discussed Z": that meeting is told by its noun.
            others = [head for head in others if head > verb and tree.words[head].lemma not in HEARERS]
        if frame.place:
            others = [head for head in others if tree.words[head].entity not in PLACE_ENTITIES]
        return Sighting(
            trigger=verb,
            clause=verb,
            kind=frame.kind,
            subjects=tuple(head for head in expand(tree, subjects) if is_party(tree, head)),
            others=tuple(others),
            place=place,
            mutual=_is_mutual(tree, verb) and not others and _is_all(tree, verb, frame),
        )
    return None


def _objects(tree: Tree, verb: int) -> set[str]:
    """Return the lemmas of what a verb is done to: "presented a flag to X", "presented X with a flag"."""
    heads = [*tree.under(verb, "dobj"), *along(tree, verb, "with")]
    heads += [child for head in tree.under(verb, "dative", "dobj") for child in tree.under(head, "appos")]
    return {tree.words[head].lemma.lower() for head in heads}


def _is_all(tree: Tree, verb: int, frame: VerbFrame) -> bool:
    """Tell whether a verb has no object but what its frame asks for: they "met", they "shook hands".

    What is discussed may be anything.
    """
    asked = (tree.words[one].lemma in frame.objects for one in tree.under(verb, "dobj"))
    return tree.words[verb].lemma == "discuss" or all(asked)


def _is_mutual(tree: Tree, verb: int) -> bool:
    """Tell whether its subjects do it with each other: they "met", or "spoke by phone" or over a meal."""
    if tree.words[verb].lemma not in ("speak", "discuss"):
        return tree.words[verb].lemma in _MUTUAL
    media = (one for path in ("by", "on", "over", "via") for one in along(tree, verb, path))
    return any(tree.words[one].lemma in _MEDIA | MEALS for one in media)


def _named(tree: Tree, verb: int, others: list[int]) -> list[int]:
    """Add people that the parse hung beside the others; one after a comma names a lone group before it."""
    others = others + continued(tree, others)
    beside = [one for one in strays(tree, verb, others) if one not in others]
    if not beside:
        return others
    first = beside[0]
    while first > 0 and tree.words[first - 1].pos == "PROPN":
        first -= 1
    told = len(others) == 1 and tree.words[others[0]].tag == "NN" and tree.words[first - 1].text == ","
    return beside if told else [*others, *beside]


def _tells(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is meant of people: not needs that "are met with", nor "call on" to act."""
    word = tree.words[verb]
    if word.dep == "amod":
        return False
    if word.lemma == "meet":
        played = any(one.lemma in _MATCHES for one in tree.words)
        return not played and not tree.under(verb, "nsubjpass", "auxpass")
    if word.lemma in ("greet", "welcome") and any(
        tree.words[p].lemma in _WRITTEN for p in tree.subtree(verb)
    ):
        return False
    if word.lemma == "welcome":
        # "We welcome Dr. Lee" greets a witness; who "welcomed" or "will welcome" somebody met them.
        willed = any(tree.words[one].lemma in ("will", "shall") for one in tree.under(verb, "aux"))
        return word.tag in ("VBD", "VBN", "VBZ") or willed
    if word.lemma == "join":
        return _is_occasion(tree, verb) or _is_joint(tree, verb)
    if word.lemma == "see":
        return _is_seen(tree, verb)
    if word.lemma == "appear" and along(tree, verb, "before"):
        return _is_done_by_somebody(tree, verb) and word.tag not in ("VBZ", "VBP")
    if word.lemma == "invite":
        return _goal(tree, verb) is not None
    if word.lemma == "address":
        return _is_done_by_somebody(tree, verb) and _is_spoken_to(tree, verb)
    if word.lemma == "spend":
        spent = [tree.words[one] for one in tree.under(verb, "dobj", "npadvmod")]
        return any(one.entity in ("DATE", "TIME") and one.lemma not in _LONG for one in spent)
    if word.lemma == "be":
        return any(place_under(tree, child) is not None for child in tree.under(verb, "prep"))
    if word.lemma == "call" and not _is_phoned(tree, verb):
        asked = any(tree.words[one].tag in ("VB", "VBG") for one in tree.subtree(verb) if one > verb)
        return not asked and not tree.under(verb, "nsubjpass", "auxpass")
    return True


def _is_phoned(tree: Tree, verb: int) -> bool:
    """Tell whether somebody called a person on the telephone: "called Tom Berg to congratulate him"."""
    aims = {
        tree.words[one].lemma for one in tree.under(verb, "advcl", "xcomp") if tree.words[one].tag == "VB"
    }
    called = any(tree.words[one].entity == "PERSON" for one in tree.under(verb, "dobj"))
    return called and bool(aims & _ON_THE_PHONE) and not tree.under(verb, "oprd", "prt")


def _is_done_by_somebody(tree: Tree, verb: int) -> bool:
    """Tell whether a person does what a verb says."""
    return any(
        tree.words[one].entity == "PERSON" or tree.words[one].tag == "PRP"
        for one in find_subjects(tree, verb)
    )


def _is_spoken_to(tree: Tree, verb: int) -> bool:
    """Tell whether an audience is addressed, not a matter: "came together to address Burma"."""
    heard = [tree.words[one] for one in tree.under(verb, "dobj")]
    if any(one.lemma.lower() in _HOUSES or one.entity in PLACE_ENTITIES for one in heard):
        return False
    aimed = tree.words[verb].tag == "VB" and any(
        tree.words[one].lemma == "to" for one in tree.under(verb, "aux")
    )
    honored = any(tree.words[above].lemma in HONORS for above in tree.above(verb))
    return not aimed or honored or find_announced(tree, verb) is not None


def _is_occasion(tree: Tree, verb: int) -> bool:
    """Tell whether people are joined somewhere or for an occasion, not in a cause ("joined X in urging").

    Who "was joined in his office", or "at the event", was so at a meeting told before.
    """
    passive = bool(tree.under(verb, "agent"))
    for child in tree.under(verb, "prep"):
        for head in tree.under(child, "pobj"):
            if passive and not tree.under(head, "prep", "compound", "amod"):
                continue
            placed = tree.words[head].entity in PLACE_ENTITIES or tree.words[head].lemma in PLACE_NOUNS
            # "In March" is a day, no march.
            if tree.words[head].lemma in _OCCASIONS and tree.words[head].entity != "DATE":
                return True
            if placed and not passive and tree.words[child].lemma in ("at", "in", "on"):
                return True
    return False


def _is_joint(tree: Tree, verb: int) -> bool:
    """Tell whether people are joined for what is done in one place: "joined X in cutting the ribbon"."""
    aims = [one for one in tree.under(verb, "advcl", "xcomp") if tree.words[one].tag == "VB"]
    ways = [child for child in tree.under(verb, "prep") if tree.words[child].lemma == "in"]
    aims += [one for way in ways for one in tree.under(way, "pcomp")]
    return any(tree.words[one].lemma in _JOINTLY for one in aims)


def _is_seen(tree: Tree, verb: int) -> bool:
    """Tell whether somebody saw a person as one goes to see the doctor, not a person do something."""
    below = tree.subtree(verb)
    watched = any(tree.words[one].lemma in _SCREENS for one in below)
    judged = tree.under(verb, "ccomp", "xcomp", "oprd", "nsubjpass", "neg")
    likened = any(tree.words[one].lemma == "as" for one in tree.under(verb, "prep", "mark"))
    return not (watched or judged or likened) and tree.words[verb].tag in ("VBD", "VBN", "VB")


def _is_met(tree: Tree, verb: int, head: int) -> bool:
    """Tell whether a person is received or joined, not a prize ("the Lincoln Award"); groups are joined."""
    if tree.words[verb].lemma == "join" and tree.words[head].tag == "NNS":
        return is_party(tree, head)
    if tree.words[verb].lemma == "see" and tree.words[head].tag == "PRP":
        # "Tom Berg came to see me": a visit, unlike whom one sees on the way.
        above = tree.words[tree.words[verb].head]
        return above.lemma in ("come", "go") and tree.words[verb].tag == "VB"
    called = any(tree.words[one].entity == "PERSON" for one in tree.under(head, "appos"))
    return called or (tree.words[head].entity == "PERSON" and not tree.under(head, "det"))


def _goal(tree: Tree, verb: int) -> int | None:
    """Return the head of the place that a traveller goes to."""
    lemma = tree.words[verb].lemma
    if lemma in _SURVEYING:
        heads = tree.under(verb, "dobj")
    else:
        holders = [verb, *(tree.under(verb, "dobj") if lemma == "lead" else [])]
        paths = _STOPPING.get(lemma, ("to",))
        heads = [head for holder in holders for path in paths for head in along(tree, holder, path)]
    for head in heads:
        # Who "toured the Rill Dairy" went through a house, by whatever name.
        if is_place(tree, head) or (lemma in _TOURING and tree.words[head].entity == "ORG"):
            return head
    return None
