"""Whom a pronoun means: the speaker, the one addressed, or a person told before."""

from index.article import Participant
from index.meetings.lexicon.wordlists import lexicon
from index.meetings.participants.people import read_name
from index.meetings.participants.phrases import quote
from index.meetings.syntax.context import Context
from index.meetings.syntax.paragraphs import paragraph_around
from index.meetings.syntax.trees import Tree

_FIRST_PERSON = frozenset(["i", "we", "me", "us", "my", "our"])
EXPLETIVES = frozenset(["it", "this", "that"])
"""What stands for nobody but in "it was an honor to meet X", said by somebody."""
HONORS = lexicon("honor honour privilege pleasure opportunity chance delight joy thrill great wonderful")
_SEATS = frozenset(["President", "Secretary", "Minister", "Governor", "Chancellor", "Premier", "Ambassador"])
_THIRD_PERSON = frozenset(["he", "she", "him", "her", "his"])


def read_pronoun(tree: Tree, head: int, context: Context) -> Participant | None:
    """Return whom a pronoun means, None where the article leaves it open."""
    word = tree.words[head]
    key = word.text.lower()
    name = None
    if key in _FIRST_PERSON:
        name = context.speaker or (None if context.spoken_by_another else context.cast.holder)
    elif key in EXPLETIVES and _is_honored(tree, head):
        name = context.speaker
    elif key in ("you", "your"):
        name = context.addressee
    elif key in _THIRD_PERSON:
        name = (
            _other_person(tree, head, context)
            if word.dep in ("pobj", "dobj") and key in ("him", "her")
            else _subject_before(tree, head, context)
            or _owner_before(tree, head, context)
            or _last_told(tree, head, context)
        )
    if name is None:
        return None
    return Participant(name=name, mention=quote(context.body, word.start, word.end))


def _is_honored(tree: Tree, head: int) -> bool:
    """Tell whether "it" was an honor, as to meet somebody: the speaker's."""
    being = tree.words[head].head
    return tree.words[being].lemma == "be" and any(
        tree.words[one].lemma in HONORS for one in tree.under(being, "attr", "acomp")
    )


def _other_person(tree: Tree, head: int, context: Context) -> str | None:
    """Return whom "him" or "her" means beside the subject: the only other person told just before."""
    subject = _subject_before(tree, head, context) or _subject_meant(tree, head, context)
    offset = tree.start
    for _ in range(2):
        start, _ = paragraph_around(context.body, offset)
        told = {
            one.name
            for one in context.cast.mentions()
            if start <= one.start < tree.words[head].start and one.name != subject
        }
        if told:
            return told.pop() if len(told) == 1 else None
        offset = max(0, len(context.body[:start].rstrip()) - 1)
    return None


def _subject_meant(tree: Tree, head: int, context: Context) -> str | None:
    """Return whom "he" or "she" before an object means: "She met with him"."""
    told = (word.text.lower() in _THIRD_PERSON and word.dep == "nsubj" for word in tree.words[:head])
    return _last_told(tree, head, context) if any(told) else None


def _last_told(tree: Tree, head: int, context: Context) -> str | None:
    """Return the person told last, else the office holder, unless the sentence names an office before."""
    offices = any(word.text in _SEATS and word.entity != "PERSON" for word in tree.words[:head])
    return context.last_person or (None if offices else context.cast.holder)


def _subject_before(tree: Tree, head: int, context: Context) -> str | None:
    for position in range(head):
        word = tree.words[position]
        if word.dep == "nsubj" and word.pos == "PROPN" and word.entity == "PERSON":
            one = read_name(tree, position, context)
            return one.name if one else None
    return None


def _owner_before(tree: Tree, head: int, context: Context) -> str | None:
    """Return whose something is that a clause before tells: "The trip will be Tom Berg's; he visited X"."""
    for position in reversed(range(head)):
        word = tree.words[position]
        if word.dep == "poss" and word.entity == "PERSON" and tree.words[word.head].dep in ("nsubj", "attr"):
            one = read_name(tree, position, context)
            return one.name if one else None
    return None
