"""Why: the purpose, the topic or what was pressed, in the phrases around a meeting's word."""

from index.article import MeetingKind, Quote
from index.meetings.lexicon.frames import Sighting
from index.meetings.lexicon.wordlists import lexicon
from index.meetings.participants.parties import is_human, is_party
from index.meetings.participants.phrases import COMMITTEES, quote, trimmed
from index.meetings.slots.places import place_under
from index.meetings.syntax.trees import Tree

_TOPIC_PREPOSITIONS = lexicon("about on regarding concerning over amid")
TOLD = lexicon(
    """
    discuss urge press raise present ask tell learn address review highlight stress express hear push
    talk vow request thank make share encourage emphasize emphasise call voice outline explain explore
    examine reiterate listen focus question brief propose underscore underline argue congratulate honor
    honour commend celebrate commemorate announce point offer lobby seek plead pledge promise assure
    warn
    """
)
_DISCUSSING = lexicon(
    """
    discuss raise press urge address review highlight outline emphasize emphasise stress thank brief
    express examine explore question share voice underscore explain reiterate talk
    """
)
_TURNING = lexicon("focus include cover concern center centre aim turn revolve")
_TOLD_WITH_VERB = frozenset(["aim", "turn", "revolve"])
_SAYING = frozenset(["say", "add", "tell", "state", "note"])
_AGAIN = frozenset(["meet", "continue", "hold", "talk", "speak", "work"])
"""What people agree to do that tells nothing of the matter: "agreed to meet again"."""
_HOPING = frozenset(["hoping", "trying", "looking", "attempting"])
_LEARNING = frozenset(["receive", "get", "see", "hear"])
_NEWS = frozenset(["update", "briefing", "report", "presentation", "demonstration"])
_SHOWING = frozenset(["show", "demonstrate", "brief"])
_SEEING = frozenset(["see", "witness", "observe", "inspect", "view"])
_SUBJECTS = lexicon("meeting talk discussion conversation topic subject agenda issue session call visit item")
_AIMS = lexicon("effort attempt bid order hope support preparation recognition honor honour")
"""Nouns of purpose after "in", "for" or "as": "in an effort to work out a deal"."""
_OCCASIONS = lexicon("meeting trip visit tour session lunch dinner breakfast reception call ceremony event")
_LENGTHS = lexicon("time minute hour day week while first")
_TIME_ENTITIES = frozenset(["DATE", "TIME", "ORDINAL", "CARDINAL"])
_SIDES_OF_SENTENCE = frozenset(["ccomp", "parataxis"])


def read_purpose(tree: Tree, sighting: Sighting, body: str) -> Quote | None:
    """Return the purpose clause, else the topic, else what was pressed or raised."""
    holders = list(dict.fromkeys([sighting.trigger, sighting.clause, *sighting.others]))
    for find in (_purpose_clause, _topic, _aim, _pressed, _told_then):
        for holder in holders:
            found = find(tree, holder, sighting)
            if found is not None:
                return quote(body, *trimmed(tree, found))
    found = _loose_purpose(tree, sighting)
    return None if found is None else quote(body, *trimmed(tree, found))


def read_topic(tree: Tree, body: str) -> Quote | None:
    """Return what a sentence says was discussed, raised or pressed, where that is its main statement."""
    position = find_statement(tree)
    word = tree.words[position]
    if word.lemma in _DISCUSSING and word.tag in ("VBD", "VBN", "VBZ"):
        passive = tree.under(position, "nsubjpass")
        if passive:
            return quote(body, *trimmed(tree, tree.subtree(passive[0])))
        return quote(body, *trimmed(tree, [one for one in tree.subtree(position) if one >= position]))
    about = _about(tree, position)
    if about is not None:
        return quote(body, *trimmed(tree, tree.subtree(about)))
    if word.lemma == "be":
        return _listed(tree, position, body)
    turned = {tree.words[one].lemma for one in tree.under(position, "nsubj", "nsubjpass")} & _SUBJECTS
    if word.lemma in _TURNING and turned:
        # "Turned to deeper cuts" without its verb would read as "to deepen cuts".
        first = position if word.lemma in _TOLD_WITH_VERB else position + 1
        return quote(body, *trimmed(tree, [one for one in tree.subtree(position) if one >= first]))
    return None


def find_statement(tree: Tree) -> int:
    """Return the verb of what a sentence states: its root, or what that reports ("they met, she said")."""
    root = next(position for position, word in enumerate(tree.words) if word.head == position)
    told = [one for one in tree.under(root, "ccomp") if tree.words[one].tag in ("VBD", "VBN", "VBZ")]
    return told[0] if told and tree.words[root].lemma in _SAYING else root


def _about(tree: Tree, verb: int) -> int | None:
    """Return the topic of "they spoke about X", "we had a discussion about X", "the meeting was about X"."""
    word = tree.words[verb]
    holders = [verb] if word.lemma in ("speak", "talk") else []
    if word.lemma in ("have", "hold"):
        holders = [one for one in tree.under(verb, "dobj") if tree.words[one].lemma in _SUBJECTS]
    if word.lemma == "be" and any(tree.words[one].lemma in _SUBJECTS for one in tree.under(verb, "nsubj")):
        holders = [verb]
    for holder in holders:
        for child in tree.under(holder, "prep"):
            if tree.words[child].text.lower() in ("about", "regarding", "concerning"):
                return child
    return None


def _listed(tree: Tree, root: int, body: str) -> Quote | None:
    """Return what "Among the priorities they discussed were X" or "X was a topic of discussion" lists."""
    if any(tree.words[one].pos in ("PRON", "DET") for one in tree.under(root, "nsubj")):
        return None
    before = [one for one in tree.subtree(root) if one < root]
    after = [one for one in tree.subtree(root) if one > root]
    words = {tree.words[one].lemma for one in before}
    if words & {"discuss", "topic", "agenda", "subject", "purpose"} and after:
        return quote(body, *trimmed(tree, after))
    if {tree.words[one].lemma for one in after} & {"topic", "agenda", "discussion"} and before:
        return quote(body, *trimmed(tree, before))
    return None


def is_aimed(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is an infinitive of purpose, not "the nominee to be justice"."""
    word = tree.words[verb]
    led = any(tree.words[aux].lemma == "to" for aux in tree.under(verb, "aux"))
    return word.tag == "VB" and led and word.lemma not in ("meet", "be", "become", "serve", "replace")


def aim_of(tree: Tree, verb: int) -> list[int]:
    """Return an infinitive of purpose from its "to" on; what the parse put before it is somebody met."""
    start = min(aux for aux in tree.under(verb, "aux") if tree.words[aux].lemma == "to")
    return [one for one in tree.subtree(verb) if one >= start]


def _purpose_clause(tree: Tree, holder: int, sighting: Sighting) -> list[int] | None:
    for child in _clauses_below(tree, holder, sighting):
        if child <= sighting.trigger and child in tree.above(sighting.trigger):
            continue
        if is_aimed(tree, child) and child not in (sighting.clause, sighting.trigger):
            return aim_of(tree, child)
    return None


def _clauses_below(tree: Tree, holder: int, sighting: Sighting) -> list[int]:
    """Return the clauses that may tell what a meeting is for.

    "To discuss" may hang by "with", whose noun the parse takes for its subject, or by the verb above: "plans
    to meet X to discuss".
    """
    found = tree.under(holder, "advcl", "xcomp", "acl", "relcl")
    found += [one for child in tree.under(holder, "prep") for one in tree.under(child, "pcomp")]
    if holder == sighting.clause and tree.words[holder].dep == "xcomp":
        found += tree.under(tree.words[holder].head, "advcl")
    return found


def _loose_purpose(tree: Tree, sighting: Sighting) -> list[int] | None:
    """Return an infinitive that the parse hangs below a place, a day or somebody met."""
    for position in [*tree.subtree(sighting.clause, _SIDES_OF_SENTENCE), *_beside(tree, sighting.clause)]:
        if position <= sighting.trigger or not is_aimed(tree, position):
            continue
        head = tree.words[position].head
        held = tree.words[head].entity != "" or is_party(tree, head) or tree.words[head].lemma in _OCCASIONS
        if held and not any(
            tree.words[above].dep == "relcl" for above in (head, *_until(tree, head, sighting))
        ):
            return aim_of(tree, position)
    return None


def _beside(tree: Tree, clause: int) -> list[int]:
    """Return what stands in phrases of the verb above: "plans to meet X, as part of a tour to hear of Y"."""
    if tree.words[clause].dep != "xcomp":
        return []
    above = tree.words[clause].head
    return [one for child in tree.under(above, "prep") if child > clause for one in tree.subtree(child)]


def _until(tree: Tree, position: int, sighting: Sighting) -> list[int]:
    """Return the positions above `position` that stand below the meeting's clause."""
    found = []
    for above in tree.above(position):
        if above in (sighting.clause, sighting.trigger):
            break
        found.append(above)
    return found


def _topic(tree: Tree, holder: int, sighting: Sighting) -> list[int] | None:
    if tree.words[holder].text in COMMITTEES:
        return None
    for child in tree.under(holder, "prep"):
        word = tree.words[child]
        objects = tree.under(child, "pobj", "pcomp")
        if child < sighting.trigger or not objects:
            continue
        dated = any(
            tree.words[head].entity in _TIME_ENTITIES or tree.words[head].lemma in _LENGTHS
            for head in objects
        )
        placed = place_under(tree, child) is not None or any(
            tree.words[head].lemma in ("sideline", "margin") for head in objects
        )
        occasion = any(tree.words[head].lemma in _OCCASIONS for head in objects)
        meal = occasion and word.text.lower() == "over"
        if word.text.lower() in _TOPIC_PREPOSITIONS and not dated and not placed and not meal:
            return tree.subtree(child)
        guests = any(
            tree.words[head].entity == "PERSON" or is_human(tree.words[head].lemma) for head in objects
        )
        occasion = (occasion and not _is_of_a_body(tree, objects)) or guests
        if word.text.lower() == "for" and not dated and not occasion and holder == sighting.trigger:
            return tree.subtree(child)
    return None


def _is_of_a_body(tree: Tree, heads: list[int]) -> bool:
    """Tell whether an occasion tells what for: "for the annual meeting of the Trade Commission"."""
    return any(
        tree.words[below].entity == "ORG" or tree.words[below].pos == "PROPN"
        for head in heads
        for child in tree.under(head, "prep")
        if tree.words[child].lemma == "of"
        for below in tree.under(child, "pobj")
    )


def _aim(tree: Tree, holder: int, sighting: Sighting) -> list[int] | None:
    """Return "in an effort to ...", "as part of ...", "aimed at ..."."""
    for child in tree.under(holder, "prep", "acl", "advcl", "relcl"):
        word = tree.words[child]
        objects = tree.under(child, "pobj")
        if word.text.lower() != "with" and any(tree.words[head].lemma in _AIMS for head in objects):
            return tree.subtree(child)
        if word.text.lower() == "as" and any(tree.words[head].lemma == "part" for head in objects):
            return tree.subtree(child)
        hoping = word.text.lower() in _HOPING and tree.under(child, "xcomp")
        if (word.lemma == "aim" or hoping) and child > sighting.trigger:
            return tree.subtree(child)
        marks = {tree.words[mark].text.lower() for mark in tree.under(child, "mark", "advmod")}
        shown = marks & {"as", "where"} and word.tag in ("VBD", "VBZ") and child > sighting.trigger
        if shown and sighting.kind in (MeetingKind.VISIT, MeetingKind.OTHER):
            return tree.subtree(child)
    return None


def _told_then(tree: Tree, holder: int, sighting: Sighting) -> list[int] | None:
    """Return what was told or on the agenda when they met: "When I met X, they showed me the plans"."""
    clause, told = sighting.clause, tree.words[sighting.clause].head
    marks = {tree.words[one].lemma for one in tree.under(clause, "advmod", "mark")}
    when = "when" in marks or ("as" in marks and tree.words[clause].tag == "VBD")
    if holder != clause or not when or tree.words[clause].dep != "advcl":
        return None
    below = set(tree.subtree(clause))
    if tree.words[told].lemma == "be" and any(
        tree.words[one].lemma == "agenda" and one not in below for one in tree.subtree(told)
    ):
        heads = tree.under(told, "nsubj")
        return tree.subtree(heads[0]) if heads else None
    if tree.words[told].lemma not in TOLD | _SHOWING or tree.words[told].tag != "VBD":
        return None
    subjects = [one for one in tree.under(told, "nsubj") if one > clause]
    first = tree.subtree(subjects[0])[0] if subjects else told
    return [one for one in tree.subtree(told) if one >= first and one not in below]


def _seen(tree: Tree, verb: int) -> bool:
    """Tell whether a visitor saw or could see something there: "and was able to see the yard"."""
    able = [one for way in tree.under(verb, "acomp") for one in tree.under(way, "xcomp")]
    return any(tree.words[one].lemma in _SEEING for one in (verb, *able))


def _pressed(tree: Tree, holder: int, sighting: Sighting) -> list[int] | None:
    if holder in sighting.others:
        return None
    if sighting.kind is MeetingKind.VISIT and tree.words[holder].tag in ("VBD", "VBN"):
        for child in tree.under(holder, "conj"):
            if _seen(tree, child) and tree.words[child].tag in ("VBD", "VBN"):
                return [one for one in tree.subtree(child) if one >= child]
    candidates = tree.under(holder, "conj", "advcl", "relcl")
    if tree.words[holder].lemma in TOLD and tree.words[holder].tag in ("VBD", "VBN", "VBZ"):
        candidates = [*candidates, holder]
    for child in candidates:
        expected = tree.words[child].lemma == "expect" and _turns(tree, child)
        if expected or _learns(tree, child) or _settles(tree, child):
            return [p for p in tree.subtree(child) if p >= child]
        if tree.words[child].lemma not in TOLD or not tree.words[child].tag.startswith("VB"):
            continue
        if any(tree.words[one].text.lower() in ("off", "back") for one in tree.under(child, "prt", "advmod")):
            # "Called off" and "pushed back" tell what became of a meeting.
            continue
        below = [p for p in tree.subtree(child) if p >= child]
        if sighting.trigger not in below:
            return below
    return None


def _settles(tree: Tree, verb: int) -> bool:
    """Tell whether people "agreed to build a dam", not only to go on: "agreed to meet again"."""
    agreed = tree.words[verb].lemma == "agree" and tree.words[verb].tag in ("VBD", "VBN")
    return agreed and any(tree.words[one].lemma not in _AGAIN for one in tree.under(verb, "xcomp"))


def _turns(tree: Tree, verb: int) -> bool:
    """Tell whether talks "are expected to focus on" something."""
    return any(tree.words[one].lemma in _TURNING for one in tree.under(verb, "xcomp"))


def _learns(tree: Tree, verb: int) -> bool:
    """Tell whether somebody "received an update" on the spot."""
    return tree.words[verb].lemma in _LEARNING and any(
        tree.words[one].lemma in _NEWS for one in tree.under(verb, "dobj")
    )
