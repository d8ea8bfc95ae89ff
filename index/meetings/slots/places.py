"""Where: the phrases around a meeting's word that state its place."""

from index.article import Quote
from index.meetings.lexicon.frames import ANYWHERE, PLACE_ENTITIES, PLACE_NOUNS, Sighting
from index.meetings.lexicon.wordlists import lexicon
from index.meetings.participants.phrases import extent_of, quote
from index.meetings.syntax.trees import Tree

_PLACE_PREPOSITIONS = lexicon("in at inside on outside near throughout aboard")
_MOVING = lexicon("come go travel fly drive arrive visit tour stop head")
_COMING = lexicon("come go travel fly drive arrive")
_TOPICAL = lexicon(
    "focus center centre concentrate touch turn report comment dwell agree vote decide testify"
)
_JOURNEYS = lexicon("visit trip tour stop journey travel")
_ASIDE = frozenset(["advcl", "acl", "relcl", "ccomp", "pcomp", "parataxis", "csubj", "xcomp"])


def read_place(tree: Tree, sighting: Sighting, body: str) -> Quote | None:
    """Return the place: the traveller's goal, else the phrase nearest to the meeting's word."""
    if sighting.place is not None:
        return quote(body, *_with_its_town(tree, sighting.place, sighting.clause))
    holders = [sighting.trigger, sighting.clause, *sighting.others, *reversed(sighting.subjects)]
    for holder in dict.fromkeys(holders):
        for child in _prepositions(tree, holder):
            found = place_under(tree, child) if child not in sighting.apart else None
            if found is not None:
                return quote(body, *extent_of(tree, found, sighting.apart))
    found = find_arrival(tree, sighting) or _place_beside(tree, sighting)
    if found is not None and found not in sighting.apart:
        return quote(body, *extent_of(tree, found, sighting.apart))
    return _sidelines(tree, sighting, body) or _in_its_name(tree, sighting, body)


def _with_its_town(tree: Tree, place: int, clause: int) -> tuple[int, int]:
    """Return a place with the town right behind it that the parse hangs by the verb: "a mill in Bergen"."""
    start, end = extent_of(tree, place)
    for child in tree.under(clause, "prep"):
        found = place_under(tree, child)
        close = tree.words[child - 1].end == end and tree.words[place].entity not in ("GPE", "LOC")
        if found is not None and close and tree.words[found].entity in PLACE_ENTITIES:
            return start, extent_of(tree, found)[1]
    return start, end


def is_here(tree: Tree, sighting: Sighting) -> bool:
    """Tell whether a meeting is said to have been "here", where the article was written."""
    holders = (sighting.trigger, sighting.clause, *sighting.others)
    return any(tree.words[one].lemma == "here" for holder in holders for one in tree.under(holder, "advmod"))


def find_arrival(tree: Tree, sighting: Sighting) -> int | None:
    """Return the head of the place that they came to and met, or where they met: "Oslo, where he met X"."""
    clause = tree.words[sighting.clause]
    if clause.dep == "relcl" and any(
        tree.words[one].lemma == "where" for one in tree.under(sighting.clause, "advmod")
    ):
        return clause.head if is_place(tree, clause.head) else None
    near = [*tree.under(sighting.clause, "conj", "advcl"), *tree.above(sighting.clause)]
    if sighting.clause != sighting.trigger:
        near.append(sighting.clause)
    for verb in (sighting.clause, *tree.above(sighting.clause)):
        near += [head for child in tree.under(verb, "prep") for head in tree.under(child, "pobj")]
    for position in (*near, *(one for head in near for one in tree.under(head, "conj"))):
        word = tree.words[position]
        moved = (word.lemma in _MOVING or _leads(tree, position)) and word.tag.startswith("VB")
        moved = moved and _has_come(tree, position, sighting)
        if moved or (word.lemma in _JOURNEYS and word.pos == "NOUN"):
            for head in _goals(tree, position):
                if is_place(tree, head) or (word.lemma in _COMING and _is_named(tree, head)):
                    return head
    return None


def _leads(tree: Tree, verb: int) -> bool:
    """Tell whether somebody leads others to a place: "led a delegation to Oslo"."""
    led = (tree.words[one].lemma for one in tree.under(verb, "dobj"))
    return tree.words[verb].lemma in ("lead", "head") and "delegation" in led


def _has_come(tree: Tree, verb: int, sighting: Sighting) -> bool:
    """Tell whether a journey beside a meeting is as real as it: not "met X and agreed to visit Oslo"."""
    word = tree.words[verb]
    return word.tag != "VB" or verb in tree.above(sighting.clause) or tree.words[sighting.clause].tag == "VB"


def _is_named(tree: Tree, head: int) -> bool:
    """Tell whether a traveller's goal is a name; unknown towns are often tagged as persons."""
    return tree.words[head].pos == "PROPN" and tree.words[head].entity in ("", "PERSON")


def _goals(tree: Tree, position: int) -> list[int]:
    """Return the heads that a journey goes to: the object of "visit" or "tour", what follows "to"."""
    direct = tree.under(position, "dobj") if tree.words[position].lemma in ("visit", "tour") else []
    for child in tree.under(position, "prep"):
        if tree.words[child].text.lower() in ("to", "in", "at"):
            direct += tree.under(child, "pobj")
    return direct


def is_place(tree: Tree, head: int) -> bool:
    """Tell whether a noun names a place; "the country" alone names none."""
    word = tree.words[head]
    web = any(tree.words[one].lemma in ("web", "internet") for one in tree.under(head, "compound"))
    if web or "/" in word.text or "@" in word.text:
        return False
    if word.entity in PLACE_ENTITIES:
        return True
    if word.lemma in ANYWHERE:
        named = tree.under(head, "compound", "amod", "nmod", "poss")
        named += [one for child in tree.under(head, "prep") for one in tree.under(child, "pobj")]
        return any(tree.words[one].pos == "PROPN" or tree.words[one].entity != "" for one in named)
    return word.lemma in PLACE_NOUNS


def _place_beside(tree: Tree, sighting: Sighting) -> int | None:
    """Return a place that hangs loosely in the meeting's own clause, not in a clause aside from it."""
    sides = {one for head in (*sighting.subjects, *sighting.others) for one in tree.subtree(head)}
    sides |= {
        below
        for one in tree.subtree(sighting.clause, _ASIDE)
        if tree.words[one].dep == "prep" and _tells_topic(tree, one)
        for below in tree.subtree(one)
    }
    for position in tree.subtree(sighting.clause, _ASIDE):
        if tree.words[position].dep != "prep" or position in sides or position in sighting.apart:
            continue
        found = place_under(tree, position)
        if found is not None:
            return found
    return None


def _prepositions(tree: Tree, holder: int) -> list[int]:
    direct = tree.under(holder, "prep")
    nested = [
        inner
        for child in direct
        if not _tells_topic(tree, child)
        for head in tree.under(child, "pobj")
        for inner in tree.under(head, "prep")
    ]
    return direct + nested


def _tells_topic(tree: Tree, preposition: int) -> bool:
    """Tell whether a preposition tells a topic: "on the state of the lab", not "on Monday in Oslo"."""
    word = tree.words[preposition]
    heads = tree.under(preposition, "pobj", "pcomp")
    if word.text.lower() in ("about", "regarding", "concerning"):
        return True
    timed = any(tree.words[one].entity in ("DATE", "TIME") or is_place(tree, one) for one in heads)
    return word.text.lower() == "on" and bool(heads) and not timed


def place_under(tree: Tree, preposition: int) -> int | None:
    """Return the head of the place that a preposition governs, None where it is no place."""
    if tree.words[preposition].text.lower() not in _PLACE_PREPOSITIONS or _follows_topic(tree, preposition):
        return None
    for head in tree.under(preposition, "pobj"):
        word = tree.words[head]
        if is_place(tree, head):
            return head
        if word.entity == "ORG" and tree.words[preposition].text.lower() in ("at", "inside"):
            return head
        if word.entity == "" and word.pos == "PROPN" and tree.words[preposition].text.lower() == "at":
            return head
    return None


def _follows_topic(tree: Tree, preposition: int) -> bool:
    """Tell whether "on" only completes a verb: "their talks focused on the dam"."""
    above = tree.words[tree.words[preposition].head]
    return tree.words[preposition].text.lower() == "on" and above.lemma in _TOPICAL


def _in_its_name(tree: Tree, sighting: Sighting, body: str) -> Quote | None:
    """Return the place that the occasion is called by: "the Oslo talks"."""
    for position in (sighting.trigger, *tree.above(sighting.trigger)):
        for noun in dict.fromkeys([position, *tree.under(position, "nsubj")]):
            if tree.words[noun].lemma not in ("talk", "summit", "conference", "meeting"):
                continue
            for child in tree.under(noun, "compound", "nmod"):
                house = tree.words[child].pos == "PROPN" and tree.words[child].lemma.lower() in PLACE_NOUNS
                if (house or tree.words[child].entity in PLACE_ENTITIES) and child + 1 == noun:
                    return quote(body, *extent_of(tree, child))
    return None


def _sidelines(tree: Tree, sighting: Sighting, body: str) -> Quote | None:
    for position in tree.subtree(sighting.clause):
        if tree.words[position].lemma in ("sideline", "margin") and tree.words[position].dep == "pobj":
            return quote(body, *extent_of(tree, position))
    return None
