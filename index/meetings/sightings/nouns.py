"""Meetings that a noun tells: "talks between A and B", "A's visit to C", "A held a hearing"."""

from index.article import MeetingKind
from index.meetings.lexicon.frames import JOURNEYS, LIGHT, NOUNS, Sighting
from index.meetings.lexicon.wordlists import lexicon
from index.meetings.participants.parties import is_party
from index.meetings.participants.sides import (
    along,
    are_several,
    continued,
    expand,
    find_antecedent,
    find_subjects,
)
from index.meetings.sightings.addressed import HEARERS, find_addressed
from index.meetings.slots.places import is_place, place_under
from index.meetings.slots.status import is_due, is_moving
from index.meetings.syntax.trees import Tree

_OPENING = frozenset(["begin", "open", "start"])
_HOSTING = lexicon("hold host convene conduct chair lead organize organise attend preside co-host cohost")
_SITTING = frozenset(["committee", "subcommittee"])
"""Bodies whose own meetings are sittings, not a meeting with somebody."""
_GATHERINGS = frozenset([MeetingKind.HEARING, MeetingKind.ROUNDTABLE, MeetingKind.CEREMONY])
_PATHS = {MeetingKind.CALL: ("to", "from"), MeetingKind.HEARING: ("before",), MeetingKind.VISIT: ("to", "on")}
_GETTING = frozenset(["receive", "get"])
_GOALS = {"stop": ("at", "in"), "tour": ("of", "through", "at")}
_COURTEOUS = frozenset(["courtesy", "farewell"])
_REMOTE = frozenset(["phone", "telephone", "conference", "video", "zoom"])
_GIVEN = lexicon("breakfast lunch luncheon dinner banquet reception meeting briefing session roundtable")
_GIVING = frozenset(["hold", "host", "give"])
_OPEN = lexicon("roundtable round-table town hall listening")
_INVITING = lexicon("conference workshop symposium seminar gala")
"""Gatherings of many: who hosts one is told, who attends one met nobody in particular."""
_INVITED = lexicon("host co-host cohost convene organize organise hold conduct")
_PUBLISHING = frozenset(["press", "news"])
_CONFERRING = frozenset(["hold", "have", "begin", "open", "start", "conclude"])
_COMING = lexicon("come go travel fly arrive head return visit gather drive shuttle jet depart leave")
"""Who does so "for talks with" others takes part."""
_THEIRS = frozenset(["his", "her", "their"])
_DAYS = frozenset(["DATE", "TIME"])
_AT = frozenset(["in", "during", "after", "at", "before", "following", "to", "from"])


def read_noun(tree: Tree, noun: int) -> Sighting | None:
    """Return what a noun of meeting tells: whose, with whom, between whom; sides may be empty."""
    word = tree.words[noun]
    kind = NOUNS[word.lemma.lower()]
    if word.lemma in ("talk", "negotiation", "consultation") and word.tag != "NNS":
        return None
    named = {tree.words[child].lemma for child in tree.under(noun, "compound", "amod", "nmod")}
    if kind is MeetingKind.CALL and named & _COURTEOUS:
        kind = MeetingKind.VISIT
    elif word.lemma.lower() == "conference" and not named & _REMOTE:
        kind = MeetingKind.OTHER
        if word.dep == "compound" or not (named & _PUBLISHING or is_invited_to(tree, noun)):
            return None
    elif word.lemma == "call" and not named & _REMOTE:
        return None
    own = [] if word.lemma == "tour" else along(tree, noun, "of")
    if kind is MeetingKind.MEETING:
        own = [head for head in own if tree.words[head].lemma not in _SITTING]
    elif kind in JOURNEYS:
        own += along(tree, noun, "by")
    between = expand(tree, along(tree, noun, "between") + own)
    if between:
        # "the meeting of A and B" is often parsed with B beside the meeting.
        between += [head for head in tree.under(noun, "appos") if tree.words[head].pos == "PROPN"]
    if _is_generic(tree, noun):
        return None
    clause = _clause(tree, noun)
    light = clause is not None and (
        tree.words[clause].lemma in LIGHT
        or (word.dep == "dobj" and (is_moving(tree, clause) or tree.words[clause].lemma in _GETTING))
    )
    apart = along(tree, noun, "between")
    if not between and clause is not None and word.dep in ("nsubj", "nsubjpass"):
        apart = along(tree, clause, "between")
        between = expand(tree, apart)
    between += [head for head in _attending(tree, noun, clause) if head not in between]
    others = expand(tree, [find_antecedent(tree, noun, one) for one in along(tree, noun, "with")])
    if word.lemma == "tour" and clause is not None and tree.words[clause].lemma == "give":
        others += expand(tree, tree.under(clause, "dative") + along(tree, clause, "to"))
    holders = (noun, word.head) if kind is MeetingKind.VISIT and named & _COURTEOUS else (noun,)
    for path in _PATHS.get(kind, ()):
        called = [head for holder in holders for head in along(tree, holder, path)]
        others += [head for head in expand(tree, called) if not is_place(tree, head)]
    if word.lemma == "briefing" and clause is not None and tree.words[clause].lemma in _GETTING:
        others += expand(tree, along(tree, noun, "from") + along(tree, clause, "from"))
    if word.lemma in _GIVEN and clause is not None and tree.words[clause].lemma in _GIVING:
        others += expand(tree, along(tree, noun, "for") + along(tree, clause, "for"))
    if word.lemma == "audience":
        others += expand(
            tree, along(tree, noun, "to") + ([] if clause is None else along(tree, clause, "to"))
        )
    if clause is not None and light:
        others += [head for head in expand(tree, along(tree, clause, "with")) if head not in others]
    if word.lemma == "conference":
        others = [head for head in others if tree.words[head].lemma not in HEARERS]
    if clause is not None and not others and not between:
        others += find_addressed(tree, noun, clause, kind)
    others += continued(tree, others)
    between += continued(tree, between)
    owners = [one for one in tree.under(noun, "poss") if tree.words[one].entity not in _DAYS]
    if clause is not None and light and (_is_their_own(tree, owners) or word.pos == "PROPN"):
        owners = []
    subjects = expand(tree, [find_antecedent(tree, noun, one) for one in owners])
    if clause is not None and others and _opens(tree, noun, clause):
        # "In his meeting with the nominee, Ann Lee, Tom Berg said": the parse makes both the subject.
        *aside, subject = _named_in_a_row(tree, tree.under(clause, "nsubj"))
        others += [head for head in aside if head > noun]
        met = {tree.words[head].text for head in others}
        if aside or (_is_said_before(tree, subjects) and tree.words[subject].text not in met):
            subjects = expand(tree, [subject])
    own_journey = kind in JOURNEYS and _is_said_before(tree, owners)
    if clause is not None and own_journey and _opens(tree, noun, clause):
        # "During his trip to Oslo, Tom Berg met X": his own.
        subjects = expand(tree, tree.under(clause, "nsubj")[-1:])
    mutual = False
    if (
        not subjects
        and clause is not None
        and (_bears_subject(tree, noun, clause) or (light and word.dep == "dobj"))
    ):
        subjects = expand(tree, find_subjects(tree, clause))
        together = len(subjects) > 1 or (
            tree.words[clause].lemma in _CONFERRING and are_several(tree, subjects)
        )
        mutual = light and not others and not between and together
        mutual = mutual and (word.lemma not in _INVITING or bool(named & _REMOTE))
        mutual = mutual and not _has_another_object(tree, noun, clause)
    told = word.dep in ("nsubj", "nsubjpass") and apart == between
    mutual = mutual or (told and not subjects and not others and are_several(tree, apart))
    if not subjects and len(others) > 1 and _is_headless(tree, noun, clause):
        # "In a meeting with X, Y said": the parse may take Y for another name of X.
        subjects, others = others[1:], others[:1]
    if not subjects and between:
        subjects, between = between[:1], between[1:]
    others = between + others
    if not subjects and word.dep == "nsubj" and clause is not None and tree.words[clause].lemma in _OPENING:
        subjects, others = expand(tree, _arrivals(tree, clause)), []
        mutual = len(subjects) > 1
    return Sighting(
        trigger=noun,
        clause=noun if clause is None else clause,
        kind=kind,
        subjects=tuple(head for head in subjects if is_party(tree, head)),
        others=tuple(head for head in others if head not in subjects and is_party(tree, head)),
        place=_destination(tree, noun) if kind in JOURNEYS else None,
        mutual=mutual,
        hosted=_gathers(tree, noun, kind) and clause is not None and _is_hosted(tree, noun, clause),
    )


def _opens(tree: Tree, noun: int, clause: int) -> bool:
    """Tell whether a meeting stands in a phrase before the subject of its clause, somebody named."""
    heads = tree.under(clause, "nsubj")
    return (
        bool(heads) and noun < heads[0] and tree.words[heads[-1]].pos == "PROPN" and is_party(tree, heads[-1])
    )


def _is_said_before(tree: Tree, owners: list[int]) -> bool:
    """Tell whether a meeting is "his" or "theirs" whom the clause goes on to name."""
    return any(tree.words[owner].text.lower() in _THEIRS for owner in owners)


def _named_in_a_row(tree: Tree, heads: list[int]) -> list[int]:
    """Return the subjects of a clause with people whom the parse takes for other names of them."""
    people = [
        one for head in heads for one in tree.under(head, "appos") if tree.words[one].entity == "PERSON"
    ]
    return sorted([*heads, *(one for one in people if not tree.under(one, "conj"))])


def _is_their_own(tree: Tree, owners: list[int]) -> bool:
    """Tell whether a meeting is told as "their" own of those who hold it, or put it off."""
    return [tree.words[one].text.lower() for one in owners] == ["their"]


def _is_headless(tree: Tree, noun: int, clause: int | None) -> bool:
    """Tell whether a meeting opens a sentence whose verb is left without a subject."""
    return clause is not None and noun < clause and not tree.under(clause, "nsubj", "nsubjpass", "csubj")


def _gathers(tree: Tree, noun: int, kind: MeetingKind) -> bool:
    """Tell whether a gathering is told by its host alone: a hearing, a town hall meeting."""
    named = {tree.words[child].lemma for child in tree.under(noun, "compound", "amod", "nmod")}
    lemma = tree.words[noun].lemma.lower()
    return kind in _GATHERINGS or lemma == "summit" or lemma in _INVITING or bool(named & _OPEN)


def _is_hosted(tree: Tree, noun: int, clause: int) -> bool:
    """Tell whether the subject of `clause` holds the gathering or attends it: that alone is a record."""
    below = tree.words[noun]
    if below.tag == "NNS":
        return False
    if tree.words[clause].dep == "pcomp" or any(
        tree.words[one].lemma == "also" for one in tree.under(clause, "advmod")
    ):
        return False
    direct = below.head == clause and below.dep == "dobj"
    if below.lemma.lower() in _INVITING:
        host = any(tree.words[one].entity == "PERSON" for one in find_subjects(tree, clause))
        return host and direct and is_invited_to(tree, noun)
    through = below.dep == "pobj" and tree.words[below.head].head == clause
    return (direct and tree.words[clause].lemma in _HOSTING) or (
        through and tree.words[clause].lemma in ("preside", "participate", "take", "testify")
    )


def _attending(tree: Tree, noun: int, clause: int | None) -> list[int]:
    """Return by whom a meeting was attended: "a meeting took place in Riga, attended by A and B"."""
    verbs = tree.under(noun, "acl", "relcl")
    if clause is not None and tree.words[noun].dep in ("nsubj", "nsubjpass"):
        verbs += [clause, *tree.under(clause, "advcl", "acl", "conj")]
    return [
        head
        for verb in verbs
        if tree.words[verb].lemma == "attend"
        for head in expand(tree, along(tree, verb, "agent"))
    ]


def _has_another_object(tree: Tree, noun: int, clause: int) -> bool:
    """Tell whether a light verb is done to something else: "sought funds in the talks"."""
    return any(
        tree.words[one].lemma != "part" and noun not in tree.subtree(one)
        for one in tree.under(clause, "dobj")
    )


def is_invited_to(tree: Tree, noun: int) -> bool:
    """Tell whether a gathering of many is given by somebody, and not for the press or by telephone."""
    named = {tree.words[one].lemma.lower() for one in tree.under(noun, "compound", "amod", "nmod")}
    word = tree.words[noun]
    given = word.dep == "dobj" and tree.words[word.head].lemma in _INVITED
    return given and word.lemma.lower() in _INVITING and not named & (_PUBLISHING | _REMOTE)


def _arrivals(tree: Tree, clause: int) -> list[int]:
    """Return those with whose arrival the talks began."""
    found: list[int] = []
    for coming in tree.subtree(clause):
        if tree.words[coming].lemma not in ("arrival", "attendance", "participation"):
            continue
        found += along(tree, coming, "of")
        # The last of several may be parsed as the head of the phrase.
        found += [above for above in tree.above(coming) if found and tree.words[above].entity == "PERSON"]
    return found


def _is_generic(tree: Tree, noun: int) -> bool:
    """Tell whether kinds of people are compared ("the first meeting of a president with a premier")."""
    sides = along(tree, noun, "of") + along(tree, noun, "with") + along(tree, noun, "between")
    return tree.words[noun].dep == "attr" and any(
        tree.words[det].lemma in ("a", "an") for side in sides for det in tree.under(side, "det")
    )


def _destination(tree: Tree, noun: int) -> int | None:
    word = tree.words[noun]
    paths = _GOALS.get(word.lemma, ("to",))
    holders = (noun, word.head) if word.dep == "dobj" else (noun,)
    heads = [head for holder in holders for path in paths for head in along(tree, holder, path)]
    return next((head for head in heads if is_place(tree, head)), None)


def _bears_subject(tree: Tree, noun: int, clause: int) -> bool:
    """Tell whether the subject of `clause` takes part: light verbs, and "In a meeting with X, Y said"."""
    if tree.words[noun].dep in ("nsubj", "nsubjpass"):
        return False
    if tree.words[clause].lemma in LIGHT:
        return True
    coming = tree.words[clause].lemma in _COMING or is_due(tree, clause) or _is_there(tree, clause)
    if coming and tree.words[tree.words[noun].head].text.lower() == "for":
        return True
    if tree.words[noun].tag == "NNS" and noun > clause and not tree.under(noun, "det", "poss"):
        # "on the agenda in negotiations with the House" tells of no one occasion.
        return False
    head = tree.words[tree.words[noun].head]
    if head.text.lower() == "on" and NOUNS[tree.words[noun].lemma.lower()] in JOURNEYS and noun < clause:
        return True
    sat_in = head.text.lower() == "on" and tree.words[clause].lemma == "sit" and tree.under(clause, "prt")
    return head.dep == "prep" and (head.text.lower() in _AT or bool(sat_in))


def _is_there(tree: Tree, clause: int) -> bool:
    """Tell whether somebody "was in Oslo", as for talks."""
    placed = (place_under(tree, child) for child in tree.under(clause, "prep"))
    return tree.words[clause].lemma == "be" and any(one is not None for one in placed)


def _clause(tree: Tree, noun: int) -> int | None:
    for above in tree.above(noun):
        # "Following a meeting with X" opens like a verb.
        if tree.words[above].tag.startswith("VB") and tree.words[above].dep != "prep":
            return above
    return None
