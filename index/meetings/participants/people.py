"""From a proper noun to the person it names, with the office that introduces it."""

from index.article import Participant
from index.meetings.participants.groups import NOT_PEOPLE, THINGS, read_office
from index.meetings.participants.parties import is_human
from index.meetings.participants.phrases import PRUNED, phrase_around, phrase_text, quote
from index.meetings.participants.roles import Office, read_office_before, split_office
from index.meetings.syntax.context import Context
from index.meetings.syntax.trees import Tree
from index.names.words import SURNAMES_TOO, TITLES, is_surname_too

_OFFICES = TITLES - SURNAMES_TOO - {"judge", "justice", "the"}
"""Titles that are no part of a name wherever they stand in it."""
_INTRODUCTION = 6
"""Words between an office and the person whom it introduces, at most."""


def read_name(tree: Tree, head: int, context: Context) -> Participant | None:
    """Return the person, or the organisation in the article's words, whose proper noun `head` is."""
    word = tree.words[head]
    if word.entity in NOT_PEOPLE or (word.entity == "" and word.lemma in THINGS):
        return None
    held = _holder_below(tree, head)
    if held is not None:
        return read_name(tree, held, context)
    run = _name_run(tree, head)
    names = _names_in(tree, run)
    if not names:
        return read_office(tree, head, context)
    full = context.body[tree.words[names[0]].start : tree.words[names[-1]].end]
    full = full.removesuffix("'s").removesuffix("’s")
    mention = quote(context.body, tree.words[run[0]].start, tree.words[names[-1]].end)
    if word.entity == "PERSON" or context.cast.is_person(full):
        core = without_titles(full)
        office = _office(tree, head, names[0], context)
        return Participant(
            name=context.cast.resolve(core), role=office.role, affiliation=office.affiliation, mention=mention
        )
    phrase = phrase_around(tree, head, PRUNED)
    text = phrase_text(tree, context, phrase)
    return Participant(name=text, mention=quote(context.body, *tree.offsets(phrase))) if text else None


def _names_in(tree: Tree, run: list[int]) -> list[int]:
    """Return the words of a run that name somebody: none that are titles, or stand before an office.

    "Port Rill Mayor Ann Lee" may all be tagged as one person.
    """
    words = [tree.words[position].text.lower().rstrip(".") for position in run]
    person = tree.words[run[-1]].entity == "PERSON"
    titles = [
        place
        for place, word in enumerate(words)
        if word in TITLES and not (person and is_surname_too(words, place))
    ]
    inner = [place for place in titles if 0 < place < len(run) - 1 and words[place] in _OFFICES]
    first = inner[-1] + 1 if person and inner else 0
    return [position for place, position in enumerate(run) if place >= first and place not in titles]


def find_introduced(tree: Tree, head: int) -> int | None:
    """Return the last word of the person whom an office just before it introduces.

    The parse may hang the person beside the office ("Iraqi Vice President Ann Lee") or take a state for the
    head ("Arizona Senator Ann Lee", "President for the North Ann Lee").
    """
    if tree.words[head].entity == "PERSON":
        return None
    titled = is_title(tree, head)
    for position in range(head + 1, min(head + 1 + _INTRODUCTION, len(tree.words))):
        word = tree.words[position]
        if word.entity == "PERSON" and titled:
            return _end_of_person(tree, position)
        linked = titled and (word.lemma in ("for", "of", "to") or word.pos in ("PROPN", "DET"))
        if not linked and not is_title(tree, position):
            return None
        titled = titled or is_title(tree, position)
    return None


def is_title(tree: Tree, position: int) -> bool:
    """Tell whether a word is a title that opens a name or an office: "Secretary"."""
    word = tree.words[position]
    return word.text.lower().rstrip(".") in TITLES and word.text[:1].isupper()


def _end_of_person(tree: Tree, position: int) -> int:
    while position + 1 < len(tree.words) and _goes_on(tree, position):
        position += 1
    return position


def _goes_on(tree: Tree, position: int) -> bool:
    """Tell whether the next word is of the same person's name; a hyphen without blanks joins, too."""
    after = tree.words[position + 1]
    return _joins(tree, position) or (after.entity == "PERSON" and after.pos == "PROPN")


def _joins(tree: Tree, position: int) -> bool:
    """Tell whether a hyphen without blanks binds a word to the next: "Tae-sik", "Derby-Perrin"."""
    here, after = tree.words[position], tree.words[position + 1]
    return here.end == after.start and (after.text == "-" or here.text == "-")


def _holder_below(tree: Tree, head: int) -> int | None:
    """Return the person that the parse hangs below an office: "Bank President for the North Ann Lee"."""
    if tree.words[head].text.lower() not in TITLES or tree.words[head].entity == "PERSON":
        return None
    for child in tree.under(head, "prep"):
        for below in tree.under(child, "pobj"):
            if tree.words[below].entity == "PERSON" and tree.words[child].lemma in ("for", "of"):
                return below
    return None


def without_titles(name: str) -> str:
    """Drop the titles in front of a name, and all before an office inside; one word at least is left."""
    words = name.split()
    offices = [place for place, word in enumerate(words[1:-1], 1) if word.lower().rstrip(".") in _OFFICES]
    words = words[offices[-1] + 1 :] if offices else words
    while len(words) > 1 and words[0].lower().rstrip(".,") in TITLES:
        words.pop(0)
    return " ".join(words)


def _name_run(tree: Tree, head: int) -> list[int]:
    """Return the proper nouns just before `head` that belong to its name, and itself."""
    first = head
    while (
        first > 0
        and (
            tree.words[first - 1].pos == "PROPN"
            or tree.words[first - 1].entity == tree.words[head].entity == "PERSON"
            or _joins(tree, first - 1)
        )
        and tree.words[first - 1].text not in (",", ";", "and")
    ):
        first -= 1
    last = head
    if tree.words[head].text.lower().rstrip(".") in TITLES:
        # "the current Vice President Ibrahim al-Jaafari" may hang by its title.
        while last + 1 < len(tree.words) and tree.words[last + 1].pos == "PROPN":
            last += 1
    if tree.words[head].entity == "PERSON":
        last = _end_of_person(tree, last)
    run = list(range(first, last + 1))
    if tree.words[head].entity == "PERSON":
        person = [position for position in run if tree.words[position].entity == "PERSON" or position > head]
        titles = [p for p in run if p < person[0] and tree.words[p].text.lower().rstrip(".") in TITLES]
        return [p for p in titles if p >= person[0] - len(titles)] + person
    return run


def _office(tree: Tree, head: int, first: int, context: Context) -> Office:
    """Return the office before the name, else the apposition behind it, with whom it speaks for."""
    before = read_office_before(context.body, tree.words[first].start, tree.start)
    behind = Office()
    for child in tree.under(head, "appos"):
        if child > head and tree.words[child].entity != "PERSON" and is_human(tree.words[child].lemma):
            phrase = phrase_around(tree, child, frozenset(["relcl", "appos", "punct"]))
            behind = split_office(phrase_text(tree, context, phrase))
            break
    stated = before.affiliation or behind.affiliation or _belonging(tree, head, context)
    return Office(role=before.role or behind.role, affiliation=stated)


def _belonging(tree: Tree, head: int, context: Context) -> str | None:
    """Return the body that a name is "of" or "from": "Ann Lee of the Port of Houston"."""
    for child in tree.under(head, "prep"):
        for below in tree.under(child, "pobj"):
            word = tree.words[below]
            if tree.words[child].lemma in ("of", "from", "with") and word.entity in ("ORG", "GPE"):
                return phrase_text(tree, context, phrase_around(tree, below, PRUNED))
    return None
