"""From the head of a noun phrase to those it names: a person in full, or a group in the article's words."""

from dataclasses import dataclass

from index.article import Participant, Quote
from index.meetings.paragraphs import paragraph_around
from index.meetings.trees import Tree
from index.names.cast import Cast
from index.names.words import TITLES

_INTRODUCTION = 6
"""Words between an office and the person whom it introduces, at most."""
_FIRST_PERSON = frozenset(["i", "we", "me", "us", "my", "our"])
_THIRD_PERSON = frozenset(["he", "she", "him", "her", "his"])
_PLURAL = frozenset(["they", "them"])
_OFFICES = frozenset(["senator", "congressman", "congresswoman", "governor", "representative"])
# Things that are hosted, received, met or welcomed without anybody being met.
_THINGS = frozenset(
    [
        "need",
        "standard",
        "goal",
        "challenge",
        "requirement",
        "deadline",
        "obligation",
        "demand",
        "criterion",
        "expectation",
        "threat",
        "test",
        "letter",
        "call",
        "report",
        "information",
        "funding",
        "fund",
        "money",
        "grant",
        "award",
        "approval",
        "support",
        "news",
        "decision",
        "response",
        "vote",
        "attention",
        "treatment",
        "care",
        "benefit",
        "payment",
        "answer",
        "email",
        "request",
        "notice",
        "effort",
        "opportunity",
        "agreement",
        "announcement",
        "action",
        "bill",
        "legislation",
        "proposal",
        "plan",
        "step",
        "move",
        "change",
        "progress",
        "success",
        "approval",
        "event",
        "meeting",
        "hearing",
        "roundtable",
        "summit",
        "forum",
        "conference",
        "session",
        "briefing",
        "day",
        "week",
        "year",
        "morning",
        "issue",
        "it",
        "they",
        "this",
        "that",
        "those",
        "these",
        "what",
        "which",
        "anything",
        "something",
        "people",
        "percent",
        "target",
        "commitment",
        "concern",
        "credit",
        "increase",
        "assistance",
        "training",
        "education",
        "compensation",
        "copy",
        "mandate",
        "quota",
        "fate",
        "resistance",
    ]
)
_NOT_PEOPLE = frozenset(["DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LAW", "WORK_OF_ART"])
_PRUNED = frozenset(["relcl", "appos", "conj", "cc", "acl", "punct", "advmod", "preconj", "parataxis", "dep"])
_KEPT_PREPOSITIONS = frozenset(["of", "from", "at", "for"])


@dataclass(slots=True, kw_only=True)
class Context:
    """What is known beyond the sentence: the cast, who speaks, and who was named last."""

    cast: Cast
    body: str
    speaker: str | None = None
    spoken_by_another: bool = False
    addressee: str | None = None
    last_person: str | None = None
    last_side: tuple[Participant, ...] = ()


def read_participants(tree: Tree, heads: tuple[int, ...], context: Context) -> list[Participant]:
    """Return those that the noun phrases name; what is no person or group is left out."""
    found: list[Participant] = []
    for head in heads:
        for one in _read_side(tree, head, context):
            if all(other.name != one.name for other in found):
                found.append(one)
    return found


def _read_side(tree: Tree, head: int, context: Context) -> list[Participant]:
    if tree.words[head].text.lower() in _PLURAL:
        return _those_named(tree, head, context)
    one = _read_one(tree, head, context)
    if one is None:
        return []
    return _parted(tree, head, context) or [one]


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
                Participant(name=tree.words[one].text + last, mention=_quote(context, start, end))
                for one in nations
            ]
    return []


def _those_named(tree: Tree, head: int, context: Context) -> list[Participant]:
    """Return the coordinated subjects that "they" means: of this sentence, else the last ones told."""
    for position in range(head):
        if tree.words[position].dep == "nsubj" and tree.under(position, "conj"):
            heads = (position, *tree.under(position, "conj"))
            return read_participants(tree, heads, context)
    return list(context.last_side)


def _read_one(tree: Tree, head: int, context: Context) -> Participant | None:
    word = tree.words[head]
    if word.pos == "PRON" or word.tag in ("PRP", "PRP$", "WP"):
        return _read_pronoun(tree, head, context)
    introduced = _introduced(tree, head)
    if introduced is not None:
        return _read_name(tree, introduced, context)
    if word.pos == "PROPN":
        return _read_name(tree, head, context)
    named = _named_inside(tree, head)
    if named is not None:
        person = _read_name(tree, named, context)
        if person is not None:
            role = _text(
                tree,
                context,
                _phrase(tree, head, frozenset(["appos", "relcl", "punct", "conj", "cc", "det"])),
            )
            return Participant(name=person.name, role=role, mention=person.mention)
    return _read_group(tree, head, context)


def _introduced(tree: Tree, head: int) -> int | None:
    """Return the last word of the person whom an office just before it introduces.

    The parse may hang the person beside the office ("Iraqi Vice President Ann Lee") or take a state for the
    head ("Arizona Senator Ann Lee", "President for the North Ann Lee").
    """
    if tree.words[head].entity == "PERSON":
        return None
    titled = _is_title(tree, head)
    for position in range(head + 1, min(head + 1 + _INTRODUCTION, len(tree.words))):
        word = tree.words[position]
        if word.entity == "PERSON" and titled:
            return _end_of_person(tree, position)
        linked = titled and (word.lemma in ("for", "of", "to") or word.pos in ("PROPN", "DET"))
        if not linked and not _is_title(tree, position):
            return None
        titled = titled or _is_title(tree, position)
    return None


def _is_title(tree: Tree, position: int) -> bool:
    word = tree.words[position]
    return word.text.lower().rstrip(".") in TITLES and word.text[:1].isupper()


def _end_of_person(tree: Tree, position: int) -> int:
    while position + 1 < len(tree.words) and tree.words[position + 1].entity == "PERSON":
        if tree.words[position + 1].pos != "PROPN":
            break
        position += 1
    return position


def _read_pronoun(tree: Tree, head: int, context: Context) -> Participant | None:
    word = tree.words[head]
    key = word.text.lower()
    name = None
    if key in _FIRST_PERSON:
        name = context.speaker or (None if context.spoken_by_another else context.cast.holder)
    elif key in ("you", "your"):
        name = context.addressee
    elif key in _THIRD_PERSON:
        name = (
            _other_person(tree, head, context)
            if word.dep in ("pobj", "dobj") and key in ("him", "her")
            else _subject_before(tree, head, context) or context.last_person or context.cast.holder
        )
    if name is None:
        return None
    return Participant(name=name, mention=_quote(context, word.start, word.end))


def _other_person(tree: Tree, head: int, context: Context) -> str | None:
    """Return whom "him" or "her" means beside the subject: the only other person told just before."""
    subject = _subject_before(tree, head, context)
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


def _subject_before(tree: Tree, head: int, context: Context) -> str | None:
    for position in range(head):
        word = tree.words[position]
        if word.dep == "nsubj" and word.pos == "PROPN" and word.entity == "PERSON":
            one = _read_name(tree, position, context)
            return one.name if one else None
    return None


def _named_inside(tree: Tree, head: int) -> int | None:
    """Return the person that a common noun introduces: "the nominee, Judge Samuel Alito"."""
    if tree.words[head].tag != "NN":
        return None
    for child in tree.subtree(head, frozenset(["conj", "relcl"])):
        word = tree.words[child]
        if child > head and word.dep == "appos" and word.entity == "PERSON":
            return child
    return None


def _read_name(tree: Tree, head: int, context: Context) -> Participant | None:
    word = tree.words[head]
    if word.entity in _NOT_PEOPLE or (word.entity == "" and word.lemma in _THINGS):
        return None
    held = _holder_below(tree, head)
    if held is not None:
        return _read_name(tree, held, context)
    run = _name_run(tree, head)
    names = [position for position in run if tree.words[position].text.lower().rstrip(".") not in TITLES]
    if not names:
        return _read_office(tree, head, context)
    full = context.body[tree.words[names[0]].start : tree.words[names[-1]].end]
    full = full.removesuffix("'s").removesuffix("’s")
    mention = _quote(context, tree.words[run[0]].start, tree.words[names[-1]].end)
    if word.entity == "PERSON" or context.cast.is_person(full):
        core = _after_title(full)
        title = context.body[tree.words[run[0]].start : tree.words[names[0]].start].strip() or None
        return Participant(
            name=context.cast.resolve(core), role=_role(tree, head, context) or title, mention=mention
        )
    phrase = _phrase(tree, head, _PRUNED)
    text = _text(tree, context, phrase)
    return Participant(name=text, mention=_quote(context, *tree.offsets(phrase))) if text else None


def _holder_below(tree: Tree, head: int) -> int | None:
    """Return the person that the parse hangs below an office: "Bank President for the North Ann Lee"."""
    if tree.words[head].text.lower() not in TITLES or tree.words[head].entity == "PERSON":
        return None
    for child in tree.under(head, "prep"):
        for below in tree.under(child, "pobj"):
            if tree.words[below].entity == "PERSON" and tree.words[child].lemma in ("for", "of"):
                return below
    return None


def _after_title(name: str) -> str:
    words = name.split()
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
        )
        and tree.words[first - 1].text not in (",", ";", "and")
    ):
        first -= 1
    last = head
    if tree.words[head].text.lower().rstrip(".") in TITLES:
        # "the current Vice President Ibrahim al-Jaafari" may hang by its title.
        while last + 1 < len(tree.words) and tree.words[last + 1].pos == "PROPN":
            last += 1
    while (
        last + 1 < len(tree.words)
        and tree.words[last + 1].entity == "PERSON" == tree.words[head].entity
        and tree.words[last + 1].pos == "PROPN"
    ):
        last += 1
    run = list(range(first, last + 1))
    if tree.words[head].entity == "PERSON":
        person = [position for position in run if tree.words[position].entity == "PERSON"]
        titles = [p for p in run if p < person[0] and tree.words[p].text.lower().rstrip(".") in TITLES]
        return [p for p in titles if p >= person[0] - len(titles)] + person
    return run


def _read_office(tree: Tree, head: int, context: Context) -> Participant | None:
    word = tree.words[head]
    if word.text.lower() in _OFFICES and context.cast.holder:
        return Participant(
            name=context.cast.holder, role=word.text, mention=_quote(context, word.start, word.end)
        )
    holder = context.cast.holder_of(word.text, word.start)
    if holder is not None:
        return Participant(name=holder, role=word.text, mention=_quote(context, word.start, word.end))
    phrase = _phrase(tree, head, _PRUNED)
    return Participant(name=_text(tree, context, phrase), mention=_quote(context, *tree.offsets(phrase)))


def _role(tree: Tree, head: int, context: Context) -> str | None:
    for child in tree.under(head, "appos"):
        if tree.words[child].pos == "NOUN":
            return _text(tree, context, _phrase(tree, child, frozenset(["relcl", "appos", "punct"])))
    return None


def _read_group(tree: Tree, head: int, context: Context) -> Participant | None:
    word = tree.words[head]
    if (
        word.pos == "NUM"
        or (word.lemma in _THINGS and word.entity not in ("PERSON", "ORG", "NORP"))
        or word.entity in _NOT_PEOPLE
    ):
        return None
    if word.text.lower() in _OFFICES:
        return _read_office(tree, head, context)
    phrase = _phrase(tree, head, _PRUNED)
    text = _text(tree, context, phrase)
    return Participant(name=text, mention=_quote(context, *tree.offsets(phrase))) if text else None


def _phrase(tree: Tree, head: int, without: frozenset[str]) -> list[int]:
    kept = {head}
    for child in tree.children[head]:
        word = tree.words[child]
        if word.dep in without or (word.dep == "prep" and word.lemma not in _KEPT_PREPOSITIONS):
            continue
        if word.dep == "det":
            continue
        kept.update(tree.subtree(child, frozenset(["relcl"]) if word.dep == "prep" else frozenset()))
    ordered = sorted(kept)
    # A contiguous run around the head: a gap means that something pruned stood between.
    first = last = ordered.index(head)
    while first > 0 and ordered[first - 1] == ordered[first] - 1:
        first -= 1
    while last + 1 < len(ordered) and ordered[last + 1] == ordered[last] + 1:
        last += 1
    return ordered[first : last + 1]


def _text(tree: Tree, context: Context, phrase: list[int]) -> str:
    start, end = tree.offsets(phrase)
    return " ".join(context.body[start:end].split())


def _quote(context: Context, start: int, end: int) -> Quote:
    return Quote(start=start, end=end, text=context.body[start:end])
