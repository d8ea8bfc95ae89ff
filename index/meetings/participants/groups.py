"""From a common noun or an office to the group or the holder that it names."""

from index.article import Participant
from index.meetings.lexicon.wordlists import lexicon
from index.meetings.participants.phrases import PRUNED, phrase_around, phrase_text, quote
from index.meetings.syntax.context import Context
from index.meetings.syntax.trees import Tree

OFFICES = frozenset(["senator", "congressman", "congresswoman", "governor", "representative"])
NOT_PEOPLE = frozenset(["DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LAW", "WORK_OF_ART"])
_RANKS = frozenset(["prime", "vice", "deputy"])
# Things that are hosted, received, met or welcomed without anybody being met.
THINGS = lexicon(
    """
    need standard goal challenge requirement deadline obligation demand criterion expectation threat test
    letter call report information funding fund money grant award approval support news decision response
    vote attention treatment care benefit payment answer email request notice effort opportunity
    agreement announcement action bill legislation proposal plan step move change progress success event
    meeting hearing roundtable summit forum conference session briefing day week year morning issue it
    they this that those these what which anything something people percent target commitment concern
    credit increase assistance training education compensation copy mandate quota fate resistance
    """
)


def read_office(tree: Tree, head: int, context: Context) -> Participant | None:
    """Return who holds an office named alone ("the Senator"), else the office as the article calls it."""
    word = tree.words[head]
    if word.text.lower() in OFFICES and context.cast.holder:
        return Participant(
            name=context.cast.holder, role=word.text, mention=quote(context.body, word.start, word.end)
        )
    holder = context.cast.holder_of(_whole_title(tree, head), word.start)
    if holder is not None:
        return Participant(name=holder, role=word.text, mention=quote(context.body, word.start, word.end))
    phrase = phrase_around(tree, head, PRUNED)
    title, (start, end) = phrase_text(tree, context, phrase), tree.offsets(phrase)
    named = context.cast.named_after(end)
    if named is not None:
        return Participant(name=named, role=title, mention=quote(context.body, start, end))
    return Participant(name=title, mention=quote(context.body, start, end))


def _whole_title(tree: Tree, head: int) -> str:
    """Return an office with the rank before it: nobody called "Minister" alone is the "Prime Minister"."""
    rank = tree.words[head - 1].text if head else ""
    return f"{rank} {tree.words[head].text}" if rank.lower() in _RANKS else tree.words[head].text


def read_group(tree: Tree, head: int, context: Context) -> Participant | None:
    """Return the group that a common noun names, None where it names a thing."""
    word = tree.words[head]
    if (
        word.pos == "NUM"
        or (word.lemma in THINGS and word.entity not in ("PERSON", "ORG", "NORP"))
        or word.entity in NOT_PEOPLE
    ):
        return None
    if word.text.lower() in OFFICES:
        return read_office(tree, head, context)
    phrase = phrase_around(tree, head, PRUNED)
    text = phrase_text(tree, context, phrase)
    return Participant(name=text, mention=quote(context.body, *tree.offsets(phrase))) if text else None
