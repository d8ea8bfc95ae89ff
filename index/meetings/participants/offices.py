"""Whom an office alone means: "the prime minister", "the senators", "her Norwegian counterpart"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.article import Participant
from index.meetings.lexicon.nations import is_nation, nation_of
from index.meetings.participants.phrases import PRUNED, phrase_around, phrase_text, quote
from index.meetings.participants.roles import Office, read_office_before
from index.meetings.syntax.context import Context
from index.meetings.syntax.trees import Tree

_SEATS = frozenset(
    [
        "president",
        "prime minister",
        "premier",
        "chancellor",
        "foreign minister",
        "defense minister",
        "defence minister",
        "finance minister",
        "interior minister",
        "governor",
        "mayor",
        "king",
        "queen",
        "pope",
    ]
)
"""Offices that one person alone holds, so that "the" holder is the only one whom an article names."""
_ALSO = {"premier": "prime minister"}
_TOGETHER = {"senators": "senator", "representatives": "representative", "governors": "governor"}
_LEADING = frozenset(["det", "nummod", "predet", "punct"])
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_STOP = re.compile(r"[a-z]{2}[.!?][”\"]?\s|\n")
_FAR = 150
"""Code points before a name within which its sentence is sought."""
_WHOSE = frozenset(["his", "her", "the"])


def read_holder(tree: Tree, head: int, context: Context) -> Participant | None:
    """Return the only person whom the article calls by an office in small letters: "the president"."""
    phrase = phrase_around(tree, head, PRUNED)
    words = phrase_text(tree, context, phrase)
    definite = any(tree.words[one].lemma == "the" for one in tree.under(head, "det"))
    if words not in _SEATS or not definite:
        return None
    holders: set[str] = set()
    for name, office in _offices(context):
        if office.role in (words, _ALSO.get(words)):
            if office.affiliation is not None and not is_nation(office.affiliation):
                return None
            holders.add(name)
    if len(holders) != 1:
        return None
    return Participant(name=holders.pop(), role=words, mention=quote(context.body, *tree.offsets(phrase)))


def read_together(tree: Tree, head: int, context: Context) -> list[Participant]:
    """Return those whom "the senators" means: the only ones that the article names so together before."""
    word = tree.words[head]
    office = _TOGETHER.get(word.text.lower())
    bare = all(tree.words[one].dep in _LEADING for one in tree.children[head] if one < head)
    behind = tree.under(head, "prep", "relcl", "acl", "appos")
    marks = {tree.words[one].text.lower() for one in tree.under(head, "det", "nummod", "predet")}
    if office is None or not bare or behind or not marks & {"the", "both"}:
        return []
    people = context.cast.holders_of(office, word.start)
    counted = next((_NUMBERS[one] for one in marks if one in _NUMBERS), len(people))
    if len(people) != counted:
        return []
    mention = quote(context.body, word.start, word.end)
    return [Participant(name=one, role=office, mention=mention) for one in people]


def name_counterparts(
    others: Sequence[Participant], subjects: Sequence[Participant], context: Context
) -> list[Participant]:
    """Return the others with "her Norwegian counterpart" named, where one person alone has that office."""
    return [_named(one, subjects, context) for one in others]


def _named(one: Participant, subjects: Sequence[Participant], context: Context) -> Participant:
    words = one.name.split()
    if words[-1] != "counterpart" or words[0].lower() not in _WHOSE or len(subjects) != 1:
        return one
    nation = nation_of(" ".join(words[1:-1]))
    if nation is None:
        return one
    told = list(_offices(context))
    roles = {office.role for name, office in told if name == subjects[0].name and office.role}
    fitting = {
        (name, office.role) for name, office in told if office.affiliation == nation and office.role in roles
    }
    if len(fitting) != 1:
        return one
    name, role = fitting.pop()
    return replace(one, name=name, role=role, affiliation=nation)


def _offices(context: Context) -> Sequence[tuple[str, Office]]:
    """Return each mention of a person with the office right before it."""
    return [
        (one.name, read_office_before(context.body, one.start, _sentence(context.body, one.start)))
        for one in context.cast.mentions()
    ]


def _sentence(body: str, offset: int) -> int:
    """Return about where the sentence begins: behind the last full stop of a word, "U.S." left out."""
    return max((found.end() for found in _STOP.finditer(body, max(0, offset - _FAR), offset)), default=0)
