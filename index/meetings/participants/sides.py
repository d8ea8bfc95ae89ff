"""Walk from a verb or noun to the heads of its sides: subjects, objects, coordinations."""

from index.meetings.participants.phrases import INCLUDING
from index.meetings.syntax.trees import Tree

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_LEADING = frozenset(["lead", "head"])
_RELATIVES = frozenset(["who", "that", "which", "whom", "whose"])


def along(tree: Tree, position: int, path: str) -> list[int]:
    """Return the heads that hang from `position` by a path: a dependency or a preposition."""
    if path in ("dobj", "nsubjpass", "dative"):
        return tree.under(position, path)
    if path == "office":
        return _hosts(tree, position)
    found = []
    for child in tree.children[position]:
        word = tree.words[child]
        if (path == "agent" and word.dep == "agent") or (
            word.dep in ("prep", "dative") and word.text.lower() == path
        ):
            found += tree.under(child, "pobj") or _orphan(tree, child)
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


def _hosts(tree: Tree, verb: int) -> list[int]:
    """Return whose office somebody comes to: "came to Senator Lee's office"."""
    goals = [*tree.under(verb, "dobj"), *along(tree, verb, "to"), *along(tree, verb, "by")]
    return [host for goal in goals if tree.words[goal].lemma == "office" for host in tree.under(goal, "poss")]


def _orphan(tree: Tree, preposition: int) -> list[int]:
    """Return the noun right behind a preposition that the parse made the subject of an infinitive."""
    for position in range(preposition + 1, len(tree.words)):
        word = tree.words[position]
        if word.dep == "nsubj" and tree.words[word.head].tag == "VB":
            return [position] if tree.subtree(position)[0] == preposition + 1 else []
    return []


def find_subjects(tree: Tree, verb: int) -> list[int]:
    """Return who does what a verb says, also through participles, infinitives and relative clauses."""
    own = tree.under(verb, "nsubj") or (
        tree.under(verb, "nsubjpass")
        if tree.words[verb].lemma in ("brief", "join", "schedule", "expect", "set")
        else []
    )
    if own:
        return [find_antecedent(tree, verb, head) for head in own]
    announced = find_announced(tree, verb)
    if announced is not None:
        return [announced]
    word = tree.words[verb]
    if word.head == verb:
        return []
    if word.dep in ("acl",) and word.tag in ("VBG", "VB"):
        return _subjects_above(tree, verb) if word.tag == "VB" else [word.head]
    if word.dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "relcl"):
        return _subjects_above(tree, verb)
    return []


def find_announced(tree: Tree, verb: int) -> int | None:
    """Return who is to do what a line without a finite verb announces: "Ann Lee to visit the clinic"."""
    if verb < 2 or tree.words[verb].tag != "VB" or tree.words[verb - 1].text.lower() != "to":
        return None
    person = verb - 2
    if tree.words[person].entity != "PERSON" or any(word.tag in _FINITE for word in tree.words[:verb]):
        return None
    while tree.words[person].dep == "conj":
        person = tree.words[person].head
    return None if tree.words[person].dep in ("pobj", "dobj") else person


def _subjects_above(tree: Tree, verb: int) -> list[int]:
    for above in tree.above(verb):
        if tree.words[above].pos in ("VERB", "AUX"):
            if tree.words[above].lemma in ("ask", "urge", "invite", "request", "call") and tree.under(
                above, "dobj"
            ):
                return tree.under(above, "dobj")
            return find_subjects(tree, above) or [
                find_antecedent(tree, above, head) for head in tree.under(above, "nsubjpass")
            ]
    return []


def find_antecedent(tree: Tree, verb: int, head: int) -> int:
    """Return what a relative pronoun of a clause stands for, else the head itself.

    Who was "among those who" did something did it.
    """
    if tree.words[head].text.lower() in _RELATIVES:
        for above in (verb, *tree.above(verb)):
            if tree.words[above].dep == "relcl":
                return _among(tree, tree.words[above].head)
    return head


def _among(tree: Tree, those: int) -> int:
    """Return who is said to be among those that a relative clause tells of."""
    word = tree.words[those]
    above = tree.words[word.head]
    if word.text.lower() == "those" and above.lemma == "among" and tree.words[above.head].lemma == "be":
        return next((one for one in tree.under(above.head, "nsubj") if one < those), those)
    return those


def _is_another(tree: Tree, head: int, child: int) -> bool:
    """Tell whether `child` names somebody beside `head`; lists are often parsed as appositions."""
    if tree.words[child].dep == "conj":
        return tree.words[child].pos in ("NOUN", "PROPN", "PRON", "NUM")
    if tree.words[head].entity != "PERSON":
        return False
    return tree.words[child].entity == "PERSON" or _goes_on_listing(tree, head, child)


def _goes_on_listing(tree: Tree, head: int, child: int) -> bool:
    """Tell whether what the parse takes for another name of a person opens the rest of a list.

    The list ends in a coordination, and one person is no body and no plural: "Rep. Ann Lee, the Army Corps,
    farmers and officials". Several before it may well be a plural: "Ann Lee and Tom Berg, owners and heirs".
    """
    word = tree.words[child]
    if not any(tree.under(one, "cc") for one in (child, *_coordinated(tree, child))):
        return False
    if word.entity == "ORG":
        # Without its article a body may be whom the person speaks for: "Ann Lee, Rill Bank, and ...".
        return bool(tree.under(child, "det"))
    several = tree.words[head].dep == "conj" or tree.under(head, "conj")
    return word.tag == "NNS" and not several


def _coordinated(tree: Tree, head: int) -> list[int]:
    """Return all that is coordinated with `head`, one below the other."""
    found: list[int] = []
    waiting = tree.under(head, "conj")
    while waiting:
        found += waiting
        waiting = [one for below in waiting for one in tree.under(below, "conj")]
    return found


def expand(tree: Tree, heads: list[int]) -> list[int]:
    """Return the heads with those coordinated with them ("X, Y as well as Z", "officials, including W")."""
    found: list[int] = []
    waiting = list(heads)
    while waiting:
        head = waiting.pop(0)
        if head in found:
            continue
        found.append(head)
        waiting = [
            *_before(tree, head),
            *(child for child in tree.under(head, "conj", "appos") if _is_another(tree, head, child)),
            *_included(tree, head),
            *waiting,
        ]
    return found


def _before(tree: Tree, head: int) -> list[int]:
    """Return people listed before `head` whom the parse hangs below it: "Ann Lee and Tom Berg, Eva Lind"."""
    if tree.words[head].entity != "PERSON":
        return []
    return [
        child
        for child in tree.under(head, "nmod")
        if tree.words[child].entity == "PERSON" and tree.under(child, "cc", "punct") and child < head
    ]


def _included(tree: Tree, head: int) -> list[int]:
    """Return those whom "including" or "alongside" adds to a group, to whom it counts, or to a person."""
    counted = [one for child in tree.under(head, "prep") for one in _counted(tree, child)]
    return [
        below
        for holder in (head, *counted)
        for child in tree.under(holder, "prep")
        if tree.words[child].text.lower() in INCLUDING
        for below in tree.under(child, "pobj")
    ] + [
        leader
        for verb in tree.under(head, "acl")
        if tree.words[verb].lemma in _LEADING and tree.words[head].lemma == "delegation"
        for leader in along(tree, verb, "agent")
    ]


def _counted(tree: Tree, preposition: int) -> list[int]:
    """Return the plural that "of" gives a group: "a group of 17 senators, including Ann Lee"."""
    if tree.words[preposition].lemma != "of":
        return []
    return [one for one in tree.under(preposition, "pobj") if tree.words[one].tag == "NNS"]


def are_several(tree: Tree, heads: list[int]) -> bool:
    """Tell whether the heads are several, or one plural that names whose ("EU leaders")."""
    if len(heads) != 1:
        return len(heads) > 1
    named = {"PERSON", "GPE", "NORP", "ORG", "LOC"}
    return tree.words[heads[0]].tag == "NNS" and any(
        tree.words[one].entity in named
        for one in tree.subtree(heads[0], frozenset(["relcl", "acl", "appos"]))
    )


def strays(tree: Tree, verb: int, others: list[int]) -> list[int]:
    """Return people named after the other side whom the parse hangs below the verb: "as well as Eva Lind"."""
    return [
        child
        for child in tree.under(verb, "npadvmod", "dep", "oprd")
        if others and child > others[-1] and tree.words[child].entity == "PERSON"
    ]


def continued(tree: Tree, others: list[int]) -> list[int]:
    """Return people that go on the list after the other side: "with leaders, Sen. Lee and Secretary Berg".

    The parse often takes them for another name of something before, or for the subject of an infinitive.
    """
    found: list[int] = []
    position = _after(tree, others[-1]) if others else len(tree.words)
    while position < len(tree.words) and tree.words[position].text in (",", "and", ";"):
        while position < len(tree.words) and tree.words[position].text in (",", "and", ";"):
            position += 1
        person = _person_at(tree, position)
        if person is None or not _is_listed(tree, person):
            break
        found.append(person)
        position = person + 1
    return [one for one in found if one not in others]


def _after(tree: Tree, head: int) -> int:
    """Return the position behind a noun phrase and what belongs to it, lists and clauses left out."""
    return max(tree.subtree(head, frozenset(["appos", "conj", "cc", "punct", "relcl", "acl", "advcl"]))) + 1


def _person_at(tree: Tree, position: int) -> int | None:
    """Return the last word of the name that begins here, after its titles."""
    while position < len(tree.words) and tree.words[position].pos == "PROPN":
        person = tree.words[position].entity == "PERSON"
        goes_on = position + 1 < len(tree.words) and tree.words[position + 1].entity == "PERSON"
        if person and not goes_on:
            return position
        position += 1
    return None


def _is_listed(tree: Tree, person: int) -> bool:
    """Tell whether a person stands in a list, not as the subject of what follows."""
    word = tree.words[person]
    if word.dep in ("nsubj", "nsubjpass", "poss", "compound"):
        return word.dep == "nsubj" and tree.words[word.head].tag == "VB"
    return True
