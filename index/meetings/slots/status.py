"""Read from tense, auxiliaries and the governing verb whether a meeting is planned, held, or never to be."""

import re

from index.article import MeetingStatus
from index.meetings.lexicon.wordlists import lexicon
from index.meetings.participants.parties import is_party
from index.meetings.participants.pronouns import EXPLETIVES
from index.meetings.participants.sides import find_announced
from index.meetings.syntax.trees import Tree

_PLANNING = lexicon(
    """
    plan schedule expect set intend prepare agree due arrange slate continue be_going look promise pledge
    vow confirm commit
    """
)
# Who is so would meet: nobody has yet asked for it or set it.
_WILLING = frozenset(["ready", "willing", "open"])
_REQUESTING = lexicon(
    """
    request ask urge invite seek want hope like wish need demand call propose offer encourage try
    """
)
_WELCOMING = frozenset(["appreciate", "welcome"])
_ENDINGS = {
    "cancel": MeetingStatus.CANCELLED,
    "scrap": MeetingStatus.CANCELLED,
    "postpone": MeetingStatus.POSTPONED,
    "delay": MeetingStatus.POSTPONED,
    "defer": MeetingStatus.POSTPONED,
    "reschedule": MeetingStatus.POSTPONED,
    "decline": MeetingStatus.DECLINED,
    "refuse": MeetingStatus.DECLINED,
    "reject": MeetingStatus.DECLINED,
    "request": MeetingStatus.REQUESTED,
    "seek": MeetingStatus.REQUESTED,
    "propose": MeetingStatus.REQUESTED,
    "invite": MeetingStatus.REQUESTED,
}
_PUT_ASIDE = {
    ("call", "off"): MeetingStatus.CANCELLED,
    ("put", "off"): MeetingStatus.POSTPONED,
    ("push", "back"): MeetingStatus.POSTPONED,
    ("move", "back"): MeetingStatus.POSTPONED,
    ("bring", "forward"): MeetingStatus.PLANNED,
    ("move", "up"): MeetingStatus.PLANNED,
    ("move", "forward"): MeetingStatus.PLANNED,
}
_UNDONE = frozenset([MeetingStatus.CANCELLED, MeetingStatus.POSTPONED])
_MOVED = frozenset([MeetingStatus.POSTPONED, MeetingStatus.PLANNED])
_DONE = lexicon(
    """
    able manage get choose take use come go travel fly drive head visit return arrive gather convene
    assemble join stop pause attend help happy pleased proud glad fortunate lucky grateful thrilled
    honored delighted privileged honor pleasure privilege opportunity chance begin start time accept
    invitation sit stand hold be have appear unite lead bring send
    great wonderful
    """
)
"""Above an infinitive, these say that it came about: "had the opportunity to meet", "travelled to meet"."""
_ANNOUNCING = lexicon("say tell announce confirm add state report promise pledge vow disclose note declare")
_ARRANGING = frozenset(["schedule", "arrange", "set", "plan", "slate", "expect"])
_HABITS = lexicon(
    """
    annually yearly daily typically periodically regularly routinely frequently often always never rarely
    constantly usually generally weekly monthly occasionally sometimes repeatedly
    """
)
_WHENEVER = frozenset(["when", "whenever", "as"])
_IMAGINING = lexicon(
    "enjoy love hate prefer imagine suppose pretend deny fail allege accuse rumor rumour suspect"
)
# What "is reported to have" happened is hearsay; who "reports" it tells it.
_HEARSAY = lexicon("report claim believe say think")
_RULED_OUT = {"rule": "out", "exclude": ""}
_SHIFTING = frozenset(["move", "shift", "switch"])
_AS_PLANNED = re.compile(r"\bas (?:\w+ )?(?:planned|scheduled|expected|announced|agreed)\b|\bafter all\b")
_BUT_THEN = re.compile(
    r"\b(?:not|n['’]t) .*\b(?:on|in|until|next) .*\bbut (?:instead |only |rather )?(?:on|in|next)\b"
)
_DOUBTFUL = frozenset(["can", "could", "might", "may", "would", "should", "must"])


def read_status(tree: Tree, clause: int) -> MeetingStatus | None:
    """Return the status that the words give, or None where the meeting is only imagined or denied."""
    word = tree.words[clause]
    if _is_supposed(tree, clause):
        return None
    auxiliaries = [tree.words[child] for child in tree.under(clause, "aux", "auxpass")]
    lemmas = {aux.lemma for aux in auxiliaries} | {aux.text.lower() for aux in auxiliaries}
    if _is_given_up(tree, clause, lemmas):
        return MeetingStatus.CANCELLED
    if _is_denied(tree, clause) or _is_habit(tree, clause):
        return None
    named = _named_status(tree, clause)
    if named is not None:
        return named
    if is_due(tree, clause) or (word.lemma in _SHIFTING and "have" in lemmas):
        return MeetingStatus.PLANNED
    if word.tag == "VBN" and lemmas >= {"to", "have"} and tree.words[word.head].lemma == "be":
        # "Was to have met": a plan of then.
        return MeetingStatus.PLANNED
    if lemmas & {"will", "shall", "'ll", "’ll"}:
        return MeetingStatus.PLANNED
    if _is_announced(tree, clause, lemmas):
        return MeetingStatus.PLANNED
    if lemmas & _DOUBTFUL:
        return MeetingStatus.REQUESTED if _asked(tree, clause) else None
    if find_announced(tree, clause) is not None:
        return MeetingStatus.PLANNED
    if word.tag in ("VB", "VBP") and _is_wished(tree, clause):
        return MeetingStatus.REQUESTED
    if word.lemma in _ARRANGING and word.tag != "VBG":
        return MeetingStatus.PLANNED
    if word.tag in ("VBD", "VBN"):
        return MeetingStatus.HELD
    if word.tag == "VBG" and "be" in lemmas:
        past = any(aux.text.lower() in ("was", "were", "been") for aux in auxiliaries)
        return MeetingStatus.HELD if past else MeetingStatus.ONGOING
    if word.tag in ("VBZ", "VBP"):
        marks = {tree.words[one].text.lower() for one in tree.under(clause, "advmod", "mark")}
        return None if word.dep == "relcl" or marks & _WHENEVER else MeetingStatus.HELD
    return _inherited(tree, clause)


def read_ending(tree: Tree, verb: int) -> MeetingStatus | None:
    """Return what a verb makes of a meeting that it calls or puts off, None for any other verb."""
    status = None if tree.under(verb, "neg") else _named_status(tree, verb)
    return status if status in _UNDONE else None


def is_moving(tree: Tree, verb: int) -> bool:
    """Tell whether a verb puts a meeting on another day, or off."""
    named = tree.words[verb].lemma in _SHIFTING or _named_status(tree, verb) in _MOVED
    return named and tree.words[verb].tag.startswith("VB")


def _named_status(tree: Tree, verb: int) -> MeetingStatus | None:
    """Return the status that a verb names by itself: "cancel", "put off", "bring forward"."""
    lemma = tree.words[verb].lemma
    if lemma in _ENDINGS:
        return _ENDINGS[lemma]
    particles = {tree.words[one].text.lower() for one in tree.under(verb, "prt", "advmod")}
    return next((_PUT_ASIDE[lemma, one] for one in sorted(particles) if (lemma, one) in _PUT_ASIDE), None)


def _is_given_up(tree: Tree, clause: int, lemmas: set[str]) -> bool:
    """Tell whether a plan is told as dropped: "will not meet as planned", "will no longer meet"."""
    if not lemmas & {"will", "would", "'ll", "’ll", "wo"} or tree.words[clause].tag != "VB":
        return False
    if any(tree.words[one].text.lower() == "longer" for one in tree.under(clause, "advmod", "neg")):
        return True
    return _is_denied(tree, clause) and _AS_PLANNED.search(_told(tree, clause)) is not None


def _is_denied(tree: Tree, clause: int) -> bool:
    """Tell whether a verb is negated, and not its day alone: "will meet on Monday, not on Friday"."""
    denied = any(one < clause for one in tree.under(clause, "neg"))
    return denied and _BUT_THEN.search(_told(tree, clause)) is None


def _told(tree: Tree, clause: int) -> str:
    return " ".join(tree.words[one].text.lower() for one in tree.subtree(clause))


def is_due(tree: Tree, clause: int) -> bool:
    """Tell whether somebody "is due in London": on the way there, by a plan."""
    return any(tree.words[one].lemma == "due" for one in tree.under(clause, "acomp"))


def _is_announced(tree: Tree, clause: int, auxiliaries: set[str]) -> bool:
    """Tell whether somebody said that a meeting "would" be, which was "will" when it was said."""
    word = tree.words[clause]
    above = tree.words[word.head]
    said = word.dep == "ccomp" and above.tag in ("VBD", "VBN") and above.lemma in _ANNOUNCING
    return said and "would" in auxiliaries and word.lemma != "be"


def _is_wished(tree: Tree, clause: int) -> bool:
    """Tell whether a subjunctive hangs below a request: "requested (in a letter) that the minister meet"."""
    word = tree.words[clause]
    if word.dep == "conj":
        return _is_wished(tree, word.head)
    if word.dep == "ccomp":
        return tree.words[word.head].lemma in _REQUESTING
    one = any(tree.words[head].tag in ("NNP", "NN") for head in tree.under(clause, "nsubj"))
    above = (tree.words[position].lemma for position in tree.above(clause))
    return word.dep == "relcl" and one and any(lemma in _REQUESTING for lemma in above)


def _inherited(tree: Tree, clause: int) -> MeetingStatus | None:
    """Read an infinitive, a gerund or a bare verb by the verb above it."""
    word = tree.words[clause]
    if word.dep == "conj" and word.tag == tree.words[word.head].tag == "VB":
        return read_status(tree, word.head)
    for above in tree.above(clause):
        word = tree.words[above]
        if word.lemma in _PLANNING and word.pos in ("VERB", "ADJ"):
            asked = word.tag == "VB" and any(
                tree.words[one].lemma in _REQUESTING for one in tree.above(above)
            )
            return MeetingStatus.REQUESTED if asked else MeetingStatus.PLANNED
        if word.lemma in _WILLING and word.pos == "ADJ":
            return None
        if word.lemma in _WELCOMING and tree.words[clause].head in tree.under(above, "dobj"):
            # "I would appreciate the opportunity to meet"; who appreciated it, met.
            would = any(tree.words[one].lemma == "would" for one in tree.under(above, "aux"))
            return MeetingStatus.REQUESTED if would else read_status(tree, above)
        if word.lemma in _REQUESTING and tree.words[clause].tag in ("VB", "VBP"):
            return MeetingStatus.REQUESTED
        if word.lemma in ("decline", "refuse"):
            return MeetingStatus.DECLINED
        if tree.words[clause].tag == "VB" and word.lemma not in _DONE and word.pos != "ADP":
            return None
        if word.lemma == "be" and _is_bound(tree, clause, above):
            return MeetingStatus.PLANNED
        if word.pos == "VERB" or word.tag.startswith("VB"):
            if tree.words[clause].tag == "VBG" and tree.words[clause].dep == "pcomp":
                return MeetingStatus.PLANNED if word.lemma in ("look", "commit") else MeetingStatus.HELD
            return read_status(tree, above)
    return MeetingStatus.HELD if tree.words[clause].tag in ("VBG", "NN", "NNS") else None


def _is_bound(tree: Tree, clause: int, be: int) -> bool:
    """Tell whether somebody "is to meet" or "was to meet": by a plan. A purpose "was to meet" by then."""
    if tree.words[clause].tag != "VB" or tree.words[clause].head != be:
        return False
    subjects = tree.under(be, "nsubj")
    if any(tree.words[one].text.lower() in EXPLETIVES for one in subjects):
        return False
    ahead = tree.words[be].tag in ("VBZ", "VBP")
    return ahead or any(is_party(tree, one) for one in subjects)


def _is_habit(tree: Tree, clause: int) -> bool:
    """Tell whether a meeting is told as a habit ("meets regularly with"), not as one occasion."""
    if any(tree.words[child].text.lower() in _HABITS for child in tree.under(clause, "advmod")):
        return True
    told = tree.under(clause, "npadvmod", "prep")
    held = [*told, *(head for child in told for head in tree.under(child, "pobj"))]
    every = any(
        tree.words[one].lemma in ("every", "each") for head in held for one in tree.under(head, "det")
    )
    return every or any(tree.words[head].lemma in ("occasion", "frequency") for head in held)


def _asked(tree: Tree, clause: int) -> bool:
    return any(tree.words[above].lemma in _REQUESTING for above in (clause, *tree.above(clause)))


def _is_supposed(tree: Tree, clause: int) -> bool:
    """Tell whether the meeting is only imagined: "if they meet", "I would prefer that we were meeting"."""
    for position in (clause, *tree.above(clause)):
        marks = [tree.words[child].text.lower() for child in tree.under(position, "mark")]
        if "if" in marks or "whether" in marks or "unless" in marks:
            return True
        if position != clause and tree.words[position].dep in ("nsubj", "nsubjpass"):
            # "Tom Berg, whom Ann Lee met, denied it": what the subject does supposes no meeting.
            return False
        if position != clause and (
            tree.words[position].lemma in _IMAGINING or _is_hearsay(tree, position) or _is_out(tree, position)
        ):
            return True
    return False


def _is_hearsay(tree: Tree, verb: int) -> bool:
    """Tell whether a verb says what is only said of somebody: "is reported to", "are believed to"."""
    named = tree.words[verb].lemma in _HEARSAY and tree.words[verb].tag == "VBN"
    return named and bool(tree.under(verb, "auxpass"))


def _is_out(tree: Tree, verb: int) -> bool:
    """Tell whether a verb says that something will not be: "ruled out meeting"."""
    particle = _RULED_OUT.get(tree.words[verb].lemma)
    return particle is not None and (
        not particle or any(tree.words[one].text.lower() == particle for one in tree.children[verb])
    )
