"""Read the records that one parsed sentence tells."""

import re
from collections.abc import Iterator, Sequence

from index.article import (
    Article,
    Meeting,
    MeetingStatus,
    Participant,
    Quote,
    Span,
    TimeExpression,
)
from index.dates import dates_nothing
from index.meetings.lexicon.frames import JOURNEYS, Sighting
from index.meetings.participants.gathering import join_appositions, read_participants
from index.meetings.participants.offices import name_counterparts
from index.meetings.participants.parties import is_human, is_party
from index.meetings.participants.pronouns import EXPLETIVES
from index.meetings.participants.sides import are_several, expand
from index.meetings.sightings.finding import find_sightings
from index.meetings.slots.kinds import read_kind
from index.meetings.slots.moves import Fate, find_fate, find_fates, find_other_days
from index.meetings.slots.places import is_here, read_place
from index.meetings.slots.purposes import is_aimed, read_purpose
from index.meetings.slots.status import read_status
from index.meetings.slots.times import read_date
from index.meetings.syntax.context import Context
from index.meetings.syntax.speech import find_speaker, is_quoted
from index.meetings.syntax.trees import Tree

_HOUSES = frozenset(["house", "senate", "congress"])
_SUBJECT_MATTER = frozenset(["regarding", "about", "on", "concerning", "include", "including"])
_BACKDROPS = frozenset(["after", "before", "since", "because", "although", "though"])
_SETTING = frozenset(["schedule", "set", "plan", "hold", "slate", "expect", "arrange"])
_SAID = re.compile(r"\b(?:said|added|stated|noted|continued|explained|concluded)\b")


def read_sentence(
    article: Article, tree: Tree, context: Context, expressions: Sequence[TimeExpression]
) -> Iterator[Meeting]:
    """Return the records of a sentence, and remember for the next whom it spoke of."""
    context.speaker = _speaker(tree, context)
    context.spoken_by_another = False
    if context.speaker is None and is_quoted(article.body, (tree.start + tree.end) // 2):
        context.speaker, attributed = find_speaker(article.body, tree.start, context.cast)
        context.spoken_by_another = attributed and context.speaker is None
    sightings = list(find_sightings(tree))
    fates = list(find_fates(tree, article.body, expressions, article.published)) if sightings else []
    for sighting in sightings:
        meeting = _read_sighting(article, tree, sighting, fates, context, expressions)
        if meeting is not None:
            people = tuple(one for one in meeting.participants if context.cast.is_person(one.name))
            context.last_side = people if len(people) > 1 else context.last_side
            yield meeting
    _remember(tree, context)


def _read_sighting(
    article: Article,
    tree: Tree,
    sighting: Sighting,
    fates: Sequence[Fate],
    context: Context,
    expressions: Sequence[TimeExpression],
) -> Meeting | None:
    status = read_status(tree, sighting.clause)
    fate = find_fate(tree, sighting, status, fates)
    status = status if fate is None else fate.status
    subjects = read_participants(tree, sighting.subjects, context)
    told = read_participants(tree, sighting.others, context)
    others = [
        one
        for one in name_counterparts(join_appositions(told, context), subjects, context)
        if all(one.name != subject.name for subject in subjects)
    ]
    travels = sighting.kind in JOURNEYS and sighting.place is not None
    mutual = sighting.mutual and (len(subjects) > 1 or are_several(tree, list(sighting.subjects)))
    visits = sighting.kind in JOURNEYS
    if visits and all(tree.words[head].entity == "GPE" for head in sighting.subjects):
        return None
    if status is None or not subjects or not (others or travels or mutual or sighting.hosted):
        return None
    if not _is_somebody(others if _is_honored(tree, sighting) and others else [*subjects, *others]):
        return None
    scope = _scope(tree, sighting, status)
    trigger = tree.words[sighting.trigger].start
    own = _of_the_meeting(expressions, tree, sighting)
    elsewhen = find_other_days(tree, sighting, status, article.body, expressions)
    elsewhen |= {tree.words[one].start for one in sighting.apart}
    body = article.body
    own = [one for one in own if one.start not in elsewhen and not dates_nothing(body, one.start, one.end)]
    beside = {tree.words[one].start for one in sighting.beside}
    near = [one for one in own if one.start not in beside]
    when = None if fate is None else fate.when
    why = read_purpose(tree, sighting, article.body)
    return Meeting(
        participants=(*subjects, *others),
        kind=read_kind(tree, sighting, article.body),
        status=status,
        when=when
        or read_date(near, scope, trigger, status, article.published)
        or read_date(own, scope, trigger, status, article.published),
        where=_read_place(tree, sighting, context),
        why=None if fate is not None and _opens(why, tree.words[fate.verb].start) else why,
        evidence=Quote(start=tree.start, end=tree.end, text=article.body[tree.start : tree.end]),
    )


def _opens(words: Quote | None, start: int) -> bool:
    """Tell whether words begin with the verb at `start`: "pushed to next week" is no purpose."""
    return words is not None and words.start == start


def _read_place(tree: Tree, sighting: Sighting, context: Context) -> Quote | None:
    if context.dateline is not None and is_here(tree, sighting):
        return context.dateline.town
    return read_place(tree, sighting, context.body)


def _remember_together(tree: Tree, context: Context) -> None:
    """Keep those that "they" of the next sentence most likely means: the last subjects, if several."""
    for position, word in enumerate(tree.words):
        if word.dep in ("nsubj", "nsubjpass") and tree.under(position, "conj") and is_party(tree, position):
            together = read_participants(tree, tuple(expand(tree, [position])), context)
            if len(together) > 1:
                context.last_side = tuple(together)
                return
    for position, word in enumerate(tree.words):
        if word.dep == "nsubj" and word.tag == "NNS" and is_human(word.lemma) and not _says(tree, word.head):
            context.last_side = tuple(read_participants(tree, (position,), context))
            return


def _says(tree: Tree, verb: int) -> bool:
    """Tell whether a verb only tells who spoke: "officials said"."""
    return _SAID.fullmatch(tree.words[verb].text) is not None


def _is_honored(tree: Tree, sighting: Sighting) -> bool:
    """Tell whether somebody says that it was an honor: whom, is told before unless named here."""
    return any(tree.words[one].text.lower() in EXPLETIVES for one in sighting.subjects)


def _is_somebody(participants: Sequence[Participant]) -> bool:
    """Tell whether anybody is named; two houses of one parliament make laws, they do not meet."""
    named = [one.name for one in participants if any(char.isupper() for char in one.name)]
    return any(name.removeprefix("U.S. ").lower() not in _HOUSES for name in named)


def _scope(tree: Tree, sighting: Sighting, status: MeetingStatus) -> Span:
    """Return where the date may stand: a statement "Monday regarding the meeting" dates the statement."""
    noun = tree.words[sighting.trigger]
    above = tree.words[noun.head]
    if status is MeetingStatus.REQUESTED and noun.head != sighting.trigger:
        # The day of a request ("asked on Monday that X meet Y") is not the meeting's.
        start, end = tree.offsets(tree.subtree(sighting.trigger))
        return Span(start=start, end=end)
    of_matter = above.dep == "prep" and above.lemma in _SUBJECT_MATTER and not tree.under(above.head, "prt")
    if sighting.trigger != sighting.clause and of_matter:
        start, end = tree.offsets(tree.subtree(sighting.trigger))
        return Span(start=start, end=end)
    return Span(start=tree.start, end=tree.end)


def _of_the_meeting(
    expressions: Sequence[TimeExpression], tree: Tree, sighting: Sighting
) -> list[TimeExpression]:
    """Leave out dates told of somebody in a clause aside ("families of those killed in May")."""
    aside: set[int] = set()
    for position, word in enumerate(tree.words):
        marks = {tree.words[one].text.lower() for one in tree.under(position, "mark")}
        backdrop = word.dep == "advcl" and marks & _BACKDROPS and tree.under(position, "nsubj")
        if backdrop or (word.dep in ("acl", "relcl") and word.lemma not in _SETTING):
            below = tree.subtree(position)
            if not {sighting.trigger, sighting.clause} & {*below, word.head}:
                aside.update(tree.words[one].start for one in below)
    aside.update(_told_above(tree, sighting))
    aside.update(_aimed_at(tree, sighting))
    return [one for one in expressions if one.start not in aside]


def _aimed_at(tree: Tree, sighting: Sighting) -> set[int]:
    """Return where words stand that date something in a purpose: "to prepare for the hearing of July 6"."""
    found: set[int] = set()
    for verb in tree.under(sighting.clause, "advcl", "xcomp"):
        if not is_aimed(tree, verb) or sighting.trigger in tree.subtree(verb):
            continue
        for child in tree.children[verb]:
            if tree.words[child].dep in ("dobj", "prep") and tree.words[child].entity == "":
                deep = [one for one in tree.subtree(child) if tree.words[one].head not in (verb, child)]
                direct = tree.words[child].dep == "dobj"
                found.update(tree.words[one].start for one in (tree.subtree(child) if direct else deep))
    return found


def _told_above(tree: Tree, sighting: Sighting) -> set[int]:
    """Return where words stand that date the telling ("said Monday that he met X"), not the meeting."""
    found: set[int] = set()
    below = sighting.clause
    for above in tree.above(sighting.clause):
        word = tree.words[below]
        parted = word.dep in ("ccomp", "relcl") and not _is_placed(tree, below)
        if parted and tree.words[above].tag.startswith("VB") and tree.words[above].lemma not in _SETTING:
            inside = set(tree.subtree(below))
            found.update(tree.words[one].start for one in tree.subtree(above) if one not in inside)
        if word.dep == "relcl" and parted:
            # What stands above the noun that a relative clause tells of has its own day.
            inside = set(tree.subtree(above))
            found.update(one.start for p, one in enumerate(tree.words) if p not in inside)
        below = above
    return found


def _is_placed(tree: Tree, clause: int) -> bool:
    """Tell whether a clause goes on with the journey above it: "flew to Oslo on Monday, where he met X"."""
    return any(tree.words[one].lemma in ("where", "when") for one in tree.under(clause, "advmod"))


def _speaker(tree: Tree, context: Context) -> str | None:
    """Return who says the words of a sentence, where the sentence itself tells."""
    for position, word in enumerate(tree.words):
        if _SAID.fullmatch(word.text):
            found = read_participants(tree, tuple(tree.under(position, "nsubj")), context)
            if found and context.cast.is_person(found[0].name):
                return found[0].name
    return None


def _remember(tree: Tree, context: Context) -> None:
    """Keep the person that "he" or "she" of the next sentence most likely means: the last subject."""
    _remember_together(tree, context)
    subjects = tuple(p for p, word in enumerate(tree.words) if word.dep == "nsubj" and word.pos == "PROPN")
    for one in read_participants(tree, subjects, context):
        if context.cast.is_person(one.name):
            context.last_person = one.name
            return
