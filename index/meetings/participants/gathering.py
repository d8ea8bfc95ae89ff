"""From the head of a noun phrase to those it names: a person in full, or a group in the article's words."""

from dataclasses import replace

from index.article import Participant
from index.meetings.lexicon.wordlists import lexicon
from index.meetings.participants.groups import read_group
from index.meetings.participants.offices import read_holder, read_together
from index.meetings.participants.parties import is_human
from index.meetings.participants.people import find_introduced, is_title, read_name
from index.meetings.participants.phrases import PRUNED, phrase_around, phrase_text, quote
from index.meetings.participants.pronouns import read_pronoun
from index.meetings.participants.roles import split_office
from index.meetings.participants.sides import expand
from index.meetings.syntax.context import Context
from index.meetings.syntax.trees import Tree
from index.names.words import TITLES

_HOLDERS = lexicon("leader minister president side man woman senator official secretary premier diplomat")
_PLURAL = frozenset(["they", "them"])


def read_participants(tree: Tree, heads: tuple[int, ...], context: Context) -> list[Participant]:
    """Return those that the noun phrases name; what is no person or group is left out."""
    found: list[Participant] = []
    for head in heads:
        for one in _read_side(tree, head, context):
            if all(other.name != one.name for other in found):
                found.append(one)
    return found


def join_appositions(people: list[Participant], context: Context) -> list[Participant]:
    """Make "the head of the bank, Ann Lee" one: an office directly before a person's name is hers."""
    joined: list[Participant] = []
    for one in people:
        before = joined[-1] if joined else None
        if before is not None and _is_office_of(before, one, context):
            office = split_office(before.name)
            joined[-1] = replace(one, role=office.role, affiliation=office.affiliation or one.affiliation)
        else:
            joined.append(one)
    return joined


def _is_office_of(office: Participant, person: Participant, context: Context) -> bool:
    if office.mention is None or person.mention is None or not context.cast.is_person(person.name):
        return False
    between = context.body[office.mention.end : person.mention.start]
    if between.strip() != "," or context.cast.is_person(office.name):
        return False
    first = office.name.split(" of ")[0].split(" for ")[0].split()[-1].lower()
    return first in TITLES or (is_human(first) and not first.endswith("s"))


def _read_side(tree: Tree, head: int, context: Context) -> list[Participant]:
    apposed = [one for one in tree.under(head, "appos") if tree.words[one].entity == "PERSON"]
    if apposed and _is_the_two(tree, head):
        return read_participants(tree, tuple(expand(tree, apposed)), context)
    if _points_back(tree, head):
        named = _those_named(tree, head, context)
        return named[:2] if _is_the_two(tree, head) else named
    together = read_together(tree, head, context)
    if together:
        return together
    one = read_holder(tree, head, context) or _read_one(tree, head, context)
    if one is None:
        return []
    return _parted(tree, head, context) or _of_each(tree, head, context) or [one]


def _points_back(tree: Tree, head: int) -> bool:
    return tree.words[head].text.lower() in _PLURAL or _is_the_two(tree, head)


def _is_the_two(tree: Tree, head: int) -> bool:
    """Tell whether a phrase points to two people told before: "the two", "both leaders", "the pair"."""
    word = tree.words[head]
    marks = {tree.words[one].text.lower() for one in tree.under(head, "det", "nummod", "predet")}
    if word.text.lower() in ("two", "pair", "both"):
        return word.text.lower() == "both" or "the" in marks
    return word.tag == "NNS" and bool(marks & {"two", "both"}) and word.lemma in _HOLDERS


def _parted(tree: Tree, head: int, context: Context) -> list[Participant]:
    """Return the two groups that one plural names: "U.S. and Chinese officials"."""
    if tree.words[head].tag != "NNS":
        return []
    for child in tree.under(head, "amod", "nmod", "compound"):
        nations = [child, *tree.under(child, "conj")]
        if len(nations) > 1 and all(tree.words[one].entity in ("GPE", "NORP") for one in nations):
            start, end = tree.words[nations[0]].start, tree.words[head].end
            last = context.body[tree.words[nations[-1]].end : end]
            return [
                Participant(name=tree.words[one].text + last, mention=quote(context.body, start, end))
                for one in nations
            ]
    return []


def _of_each(tree: Tree, head: int, context: Context) -> list[Participant]:
    """Return a group of each body whose people one plural names: "members of the Bank and the Port"."""
    if tree.words[head].tag != "NNS" or not is_human(tree.words[head].lemma):
        return []
    for child in tree.under(head, "prep"):
        bodies = expand(tree, tree.under(child, "pobj"))
        # One name may hold an "and": "the Committee on Banking and Housing".
        named = all(
            tree.words[one].entity == "ORG" and tree.under(one, "compound", "nmod", "amod", "prep")
            for one in bodies
        )
        joints = [joint for one in bodies for joint in tree.under(one, "cc")]
        if tree.words[child].lemma not in ("of", "from") or len(bodies) < 2 or not named:
            continue
        if any(tree.words[joint].entity == "ORG" for joint in joints):
            continue
        group = phrase_text(tree, context, phrase_around(tree, head, PRUNED | {"prep"}))
        people = f"{group} {tree.words[child].text}"
        phrases = [phrase_around(tree, one, PRUNED) for one in bodies]
        return [
            Participant(
                name=f"{people} {_article(tree, one)}{phrase_text(tree, context, phrase)}",
                mention=quote(context.body, *tree.offsets(phrase)),
            )
            for one, phrase in zip(bodies, phrases, strict=True)
        ]
    return []


def _article(tree: Tree, head: int) -> str:
    return "the " if any(tree.words[one].lemma == "the" for one in tree.under(head, "det")) else ""


def _those_named(tree: Tree, head: int, context: Context) -> list[Participant]:
    """Return the coordinated subjects that "they" means: of this sentence, else the last ones told."""
    told = _the_two_named(tree, head, context)
    if told:
        return told
    for position in range(head):
        if tree.words[position].dep == "nsubj" and tree.under(position, "conj"):
            # What points back itself names nobody: "they and the two" would go round in circles.
            heads = [one for one in (position, *tree.under(position, "conj")) if not _points_back(tree, one)]
            if heads:
                return read_participants(tree, tuple(heads), context)
    return _delegation(tree, head, context) or list(context.last_side)


def _delegation(tree: Tree, head: int, context: Context) -> list[Participant]:
    """Return the delegation that "they" means: "led a delegation to Oslo, where they met X"."""
    led = (p for p in range(head) if tree.words[p].lemma == "delegation" and tree.words[p].dep == "dobj")
    found = [read_group(tree, one, context) for one in led if not _is_the_two(tree, head)]
    return [one for one in found if one is not None]


def _the_two_named(tree: Tree, head: int, context: Context) -> list[Participant]:
    """Return the only two people named before "the two" in its sentence: "A hosted B, and the two met C"."""
    heads = tuple(
        position
        for position in range(head)
        if tree.words[position].entity == "PERSON" and tree.words[position + 1].entity != "PERSON"
    )
    people = read_participants(tree, heads, context) if _is_the_two(tree, head) and len(heads) > 1 else []
    return people if len(people) == 2 and all(context.cast.is_person(one.name) for one in people) else []


def _read_one(tree: Tree, head: int, context: Context) -> Participant | None:
    word = tree.words[head]
    if word.pos == "PRON" or word.tag in ("PRP", "PRP$", "WP"):
        return read_pronoun(tree, head, context)
    introduced = find_introduced(tree, head)
    if introduced is not None:
        return read_name(tree, introduced, context)
    named = _named_inside(tree, head)
    if word.pos == "PROPN" and (named is None or not is_title(tree, head)):
        return read_name(tree, head, context)
    if named is not None:
        person = read_name(tree, named, context)
        if person is not None:
            role = phrase_text(
                tree,
                context,
                phrase_around(tree, head, frozenset(["appos", "relcl", "punct", "conj", "cc", "det"])),
            )
            return Participant(name=person.name, role=role, mention=person.mention)
    return read_group(tree, head, context)


def _named_inside(tree: Tree, head: int) -> int | None:
    """Return the person that a common noun introduces: "the nominee, Judge Samuel Alito"."""
    if tree.words[head].tag not in ("NN", "NNP") or tree.words[head].entity == "PERSON":
        return None
    for child in tree.subtree(head, frozenset(["conj", "relcl"])):
        word = tree.words[child]
        if child > head and word.dep == "appos" and word.entity == "PERSON":
            return child if _is_next_named(tree, head, child) else None
    return None


def _is_next_named(tree: Tree, head: int, person: int) -> bool:
    """Tell whether nobody else is named between a noun and the person said to be it."""
    between = tree.words[head + 1 : person]
    named = [position for position, word in enumerate(between) if word.entity == "PERSON"]
    return not named or all(word.entity == "PERSON" for word in between[named[0] :])
