"""Noun phrases as they stand in a body, without what only hangs on them."""

from index.article import Quote
from index.meetings.syntax.context import Context
from index.meetings.syntax.trees import Tree

PRUNED = frozenset(["relcl", "appos", "conj", "cc", "acl", "punct", "advmod", "preconj", "parataxis", "dep"])
_COMPANY = frozenset(["with", "during", "by", "after", "before", "for", "to", "as", "about", "following"])
COMMITTEES = frozenset(["Committee", "Subcommittee", "Council", "Commission", "Panel", "Caucus", "Group"])
_KEPT_PREPOSITIONS = frozenset(["of", "from", "at", "for"])
INCLUDING = frozenset(["including", "alongside"])
"""What names some of a group, or those beside it: each of them is a participant of its own."""


def phrase_around(tree: Tree, head: int, without: frozenset[str]) -> list[int]:
    """Return the words of a noun phrase in order, without the branches `without` and its article."""
    kept = {head}
    for child in tree.children[head]:
        word = tree.words[child]
        kept_on = word.lemma == "on" and tree.words[head].text in COMMITTEES
        if word.dep in without or (
            word.dep == "prep" and word.lemma not in _KEPT_PREPOSITIONS and not kept_on
        ):
            continue
        if word.dep == "det":
            continue
        below = tree.subtree(child, frozenset(["relcl"]) if word.dep == "prep" else frozenset())
        kept.update(set(below).difference(*(tree.subtree(one) for one in below if _is_apart(tree, one))))
    ordered = sorted(kept)
    # A contiguous run around the head: a gap means that something pruned stood between.
    first = last = ordered.index(head)
    while first > 0 and ordered[first - 1] == ordered[first] - 1:
        first -= 1
    while last + 1 < len(ordered) and ordered[last + 1] == ordered[last] + 1:
        last += 1
    while last > first and _hangs_on(tree, ordered[last]):
        last -= 1
    return ordered[first : last + 1]


def _is_apart(tree: Tree, position: int) -> bool:
    """Tell whether a word leads from a group to some of it, or to a day of the meeting."""
    word = tree.words[position]
    dated = word.dep == "prep" and word.lemma == "on" and tree.under(position, "pobj")
    return word.text.lower() in INCLUDING or (bool(dated) and tree.words[position + 1].entity == "DATE")


def _hangs_on(tree: Tree, position: int) -> bool:
    """Tell whether a word at the end of a phrase is none of it: a preposition, a mark, a possessive."""
    return tree.words[position].pos in ("ADP", "PUNCT") or tree.words[position].tag == "POS"


def phrase_text(tree: Tree, context: Context, phrase: list[int]) -> str:
    """Return the words of a phrase on one line."""
    start, end = tree.offsets(phrase)
    return " ".join(context.body[start:end].split())


def trimmed(tree: Tree, positions: list[int]) -> tuple[int, int]:
    """Return the range of `positions` without punctuation at its end, unless it closes a quotation inside."""
    while (
        len(positions) > 1
        and tree.words[positions[-1]].pos == "PUNCT"
        and not (_is_mark(tree, positions[-1]) and any(_is_mark(tree, one) for one in positions[:-1]))
    ):
        positions = positions[:-1]
    return tree.offsets(positions)


def _is_mark(tree: Tree, position: int) -> bool:
    return tree.words[position].text in ('"', "“", "”", "``", "''")


def extent_of(tree: Tree, head: int, apart: frozenset[int] = frozenset()) -> tuple[int, int]:
    """Return a noun phrase with its modifiers and coordinated places, without clauses, days and company.

    It ends before what stands at `apart`.
    """
    kept = tree.subtree(head, frozenset(["relcl", "advcl", "acl", "dep", "parataxis", "npadvmod"]))
    for position in kept:
        if tree.words[position].dep == "prep" and _is_company(tree, position):
            kept = [one for one in kept if one < position]
            break
    end = min((one for one in kept if one in apart and one > head), default=len(tree.words))
    kept = [one for one in kept if one < end]
    while kept[-1] > head and tree.words[kept[-1]].pos == "CCONJ":
        kept.pop()
    return trimmed(tree, kept)


def _is_company(tree: Tree, preposition: int) -> bool:
    """Tell whether a preposition behind a place leads away from it: "in Oslo with her staff in May"."""
    dated = any(tree.words[one].entity in ("DATE", "TIME") for one in tree.under(preposition, "pobj"))
    return dated or tree.words[preposition].lemma in _COMPANY


def quote(body: str, start: int, end: int) -> Quote:
    """Return the words of the half-open range, verbatim."""
    return Quote(start=start, end=end, text=body[start:end])
