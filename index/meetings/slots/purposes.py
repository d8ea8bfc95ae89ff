"""Why: the purpose, the topic or what was pressed, in the phrases around a meeting's word."""

from index.article import MeetingKind, Quote
from index.meetings.lexicon.frames import Sighting
from index.meetings.lexicon.wordlists import lexicon
from index.meetings.participants.parties import is_party
from index.meetings.participants.phrases import COMMITTEES, quote, trimmed
from index.meetings.slots.places import place_under
from index.meetings.syntax.trees import Tree

_TOPIC_PREPOSITIONS = lexicon("about on regarding concerning over amid")
TOLD = lexicon(
    """
    discuss urge press raise present ask tell learn address review highlight stress express hear push
    talk vow request thank make share encourage emphasize emphasise call voice outline explain explore
    examine reiterate listen focus question brief propose underscore underline argue congratulate honor
    honour commend celebrate commemorate announce point offer lobby seek plead pledge promise
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
    for position, word in enumerate(tree.words):
        if word.head != position:
            continue
        if word.lemma in _DISCUSSING and word.tag in ("VBD", "VBN", "VBZ"):
            passive = tree.under(position, "nsubjpass")
            if passive:
                return quote(body, *trimmed(tree, tree.subtree(passive[0])))
            return quote(body, *trimmed(tree, [one for one in tree.subtree(position) if one >= position]))
        if word.lemma == "be":
            return _listed(tree, position, body)
        turned = {tree.words[one].lemma for one in tree.under(position, "nsubj", "nsubjpass")} & _SUBJECTS
        if word.lemma in _TURNING and turned:
            # "Turned to deeper cuts" without its verb would read as "to deepen cuts".
            first = position if word.lemma in _TOLD_WITH_VERB else position + 1
            return quote(body, *trimmed(tree, [one for one in tree.subtree(position) if one >= first]))
    return None


def _listed(tree: Tree, root: int, body: str) -> Quote | None:
    """Return what "Among the priorities they discussed were X" or "X was a topic of discussion" lists."""
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
        if word.text.lower() in _TOPIC_PREPOSITIONS and not dated and not placed:
            return tree.subtree(child)
        occasion = any(tree.words[head].lemma in _OCCASIONS for head in objects)
        if word.text.lower() == "for" and not dated and not occasion and holder == sighting.trigger:
            return tree.subtree(child)
    return None


def _aim(tree: Tree, holder: int, sighting: Sighting) -> list[int] | None:
    """Return "in an effort to ...", "as part of ...", "aimed at ..."."""
    for child in tree.under(holder, "prep", "acl", "advcl", "relcl"):
        word = tree.words[child]
        objects = tree.under(child, "pobj")
        if word.text.lower() != "with" and any(tree.words[head].lemma in _AIMS for head in objects):
            return tree.subtree(child)
        if word.text.lower() == "as" and any(tree.words[head].lemma == "part" for head in objects):
            return tree.subtree(child)
        if word.lemma == "aim" and child > sighting.trigger:
            return tree.subtree(child)
        marks = {tree.words[mark].text.lower() for mark in tree.under(child, "mark", "advmod")}
        shown = marks & {"as", "where"} and word.tag in ("VBD", "VBZ") and child > sighting.trigger
        if shown and sighting.kind in (MeetingKind.VISIT, MeetingKind.OTHER):
            return tree.subtree(child)
    return None


def _told_then(tree: Tree, holder: int, sighting: Sighting) -> list[int] | None:
    """Return what was told "when" they met: "When I met with X, they showed me the plans"."""
    clause, told = sighting.clause, tree.words[sighting.clause].head
    when = any(tree.words[one].lemma == "when" for one in tree.under(clause, "advmod"))
    if holder != clause or not when or tree.words[clause].dep != "advcl":
        return None
    if tree.words[told].lemma not in TOLD | _SHOWING or tree.words[told].tag != "VBD":
        return None
    below = set(tree.subtree(clause))
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
        if tree.words[child].lemma not in TOLD or not tree.words[child].tag.startswith("VB"):
            continue
        if any(tree.words[one].text.lower() in ("off", "back") for one in tree.under(child, "prt", "advmod")):
            # "Called off" and "pushed back" tell what became of a meeting.
            continue
        below = [p for p in tree.subtree(child) if p >= child]
        if sighting.trigger not in below:
            return below
    return None
