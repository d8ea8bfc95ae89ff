"""Whether a statement's meeting was in another place than the question says."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from bot.answering.evidence.places import names_town, places_in
from bot.answering.evidence.retelling import stops_below, told_before
from bot.answering.evidence.sentences import Sentence
from bot.answering.evidence.statements import MATTER, Statement
from bot.answering.lexicon.encounters import MEETINGS
from bot.answering.lexicon.words import folded_words, stems_of
from bot.answering.understanding.question import Question
from index.letters import of_letters

# "(R-Idaho)" and "who is based in Idaho" tell what somebody stands for or lives in, not where anybody was.
_LABEL = of_letters(
    r"\b(?:based|born|headquartered|raised|lives?|living|stud(?:ied|ying)|educated|trained) "
    r"(?:in|at|near) [A-Z]\w+(?: [A-Z]\w+)*|"
    r"\b(?:(?:tele|video)-?conferenc\w+|telephone|phone|satellite|video) from [A-Z]\w+(?: [A-Z]\w+)*|"
    r"\([RDI]-? ?[A-Z][\w. ]*\)|\b[A-Z]\w+(?= (?:Sen\.|Senator|Rep\.|Congress(?:man|woman))(?:\W|$))"
)
# Who goes on to another place or back home was not met there.
_LEAVING = of_letters(
    r"\b(?:fl(?:y|ies|ew|ying)|return\w*|leav(?:e|es|ing)|left|depart\w*|head(?:s|ed|ing)?|go(?:es|ing)?"
    r"|mov(?:e|es|ed|ing)) (?:on |back |home |off )*(?:to|for) (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
)
# "At the Falk Institute in Bergen": the institute is told of elsewhere, too.
_SITE_IN = of_letters(
    r"\b(?:at|inside|visit\w*|tour\w*|to) (?:the |an? )?(?:[A-Z][\w.'’&-]* )+(?:[a-z-]+ ){0,3}?"
    r"(?:in|at|near) (?:the )?(?P<town>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)"
)
# Somebody's office in a town is there, and that of a house or a body wherever that sits.
_OFFICE_IN = of_letters(
    r"(?:['’]s?|\b(?:[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[Tt]he)) "
    r"(?!(?:U\.?S\.?|Senate|House|Capitol|Hart|Russell|Dirksen|Oval|Hill)\b)"
    r"(?:[A-Z][\w.'’-]*,? )+(?:[a-z]+ )?offices?\b"
)
# "Two days after her town hall in Bergen" tells where another meeting was.
_ANOTHER = re.compile(
    rf"\b(?:after|before|following|since|prior to) (?:an?|his|her|their|its) (?:[\w'’-]+ ){{0,3}}?"
    rf"(?:{MEETINGS})\b[^,;.]*",
    re.IGNORECASE,
)
# Behind these stands where somebody is, goes to or works: "at the new Ostby mill", "her Ostby office".
_AT = of_letters(
    r"(?:\b(?:[Ii]n|[Aa]t|[Tt]o|[Nn]ear|[Ii]nside|[Ii]nto|[Oo]utside|[Ff]rom|[Tt]hrough(?:out)?|[Aa]cross|[Aa]round"
    r"|[Oo]n|[Vv]isit\w*|[Tt]our\w*|[Hh]is|[Hh]er|[Tt]heir|[Tt]he) |['’]s? |^)"
    r"((?:[\w.'’&-]+,? (?:and )?){0,5}?(?:[A-Z][\w.'’-]*,? ?(?:and |of )?)+)"
)
# What stands in the capital, and what a question may call the place of it.
_IN_CAPITAL = of_letters(
    r"\b(?:Capitol|White House|Pentagon|Oval Office"
    r"|(?:Hart|Russell|Dirksen|Longworth|Cannon|Rayburn)(?: (?:Senate|House))?(?: Office)?(?: Building)?)\b"
)
_CAPITAL_WORDS = folded_words("Washington D.C. DC US Capitol Hill Pentagon White House Senate")
# Where a question has the meeting itself, and not what its people are of: "meet Lind in Ostby".
_MET_IN = of_letters(
    r"\b(?:[A-Z][\w'’-]+|[Mm]et|[Mm]eet|[Tt]alks?|[Mm]eetings?) (?:in|at) "
    r"(?P<place>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)"
)
_GOING = re.compile(r"\b(?:travel\w*|fl(?:y|ew|own)) (?:\w+ )?to\b", re.IGNORECASE)
_WENT = re.compile(
    r"\b(?:travel\w*|fl(?:y|ew|ying|ights?)|visit\w*|tour\w*|trips?|journey\w*|arriv\w*|went|c[ao]me|go(?:es|ing)?"
    r"|(?:was|were|is|are|been) in|return\w*|back from|head(?:ed|s|ing)|l(?:ed|eft|eaves?|eaving)|met)\b",
    re.IGNORECASE,
)


def is_elsewhere(question: Question, statement: Statement) -> bool:
    """Tell whether the statement's meeting was in another place than the question says."""
    if not question.places:
        return False
    around = _beside(statement)
    if _GOING.search(question.text):
        # A place that somebody is said to have gone to must be told as one gone to.
        around = [one for one in around if _GOING.search(one.quote.text)]
        if not statement.recorded and _WENT.search(statement.evidence.text) is None:
            return True
    text = statement.evidence.text
    beside = folded_words(" ".join(_told_of_it(one, statement) for one in around))
    aside = folded_words(" ".join([text, *(one.quote.text for one in around)]))
    labels = aside - beside - folded_words(_LABEL.sub("", text))
    near = statement.near - labels
    where = _stated_town(question, statement)
    apart = where is not None and not any(place & folded_words(where) for place in question.places)
    if apart:
        # What is discussed there, or where its people are from, is no place of a meeting that has its own.
        near &= _told_at(statement)
    if any(place <= near for place in question.places):
        told = [text, *(one.quote.text for one in around), *_headline(statement)]
        return not _town_of_site(question) <= near | aside or not _is_told_at(question, statement, told)
    if apart or any(names_town(one) for one in _stated_places(statement)):
        return True
    # Who goes to the Mexican border goes to the border with Mexico.
    stems = stems_of(near | beside)
    return not any(stems_of(place) <= stems for place in question.places)


def _town_of_site(question: Question) -> frozenset[str]:
    """Return the folded words of the town in which a question has the building that it names, if it does."""
    match = _SITE_IN.search(question.text)
    town = folded_words(match.group("town")) if match else frozenset()
    return next((place for place in question.places if place and place <= town), frozenset())


def _headline(statement: Statement) -> tuple[str, ...]:
    return () if statement.place else (statement.article.title,)


def _is_told_at(question: Question, statement: Statement, told: Iterable[str]) -> bool:
    """Tell whether a place in which a question has the meeting is told as one that somebody is at.

    "Ostby ferry plans" tell of no meeting in Ostby.
    """
    match = _MET_IN.search(question.text)
    asked = frozenset() if match is None else folded_words(match.group("place"))
    place = next((one for one in question.places if one == asked), None)
    record = statement.record
    if place is None or (record is not None and record.where and place & folded_words(record.where.text)):
        return True
    return any(place & folded_words(run) for text in told for run in _AT.findall(text))


def _stated_town(question: Question, statement: Statement) -> str | None:
    """Return the record's own place where it is a town, or somebody's office in one."""
    record = statement.record
    if record is None or record.where is None:
        return None
    where = record.where.text
    if _IN_CAPITAL.search(where) is not None:
        return None if any(place & _CAPITAL_WORDS for place in question.places) else where
    return where if names_town(where) or _OFFICE_IN.search(where) is not None else None


def _told_at(statement: Statement) -> frozenset[str]:
    """Return the folded words of the evidence up to what was discussed, without labels."""
    text = _LABEL.sub("", statement.evidence.text)
    matter = MATTER.search(text)
    return folded_words(text[: matter.start()] if matter else text)


def _told_of_it(sentence: Sentence, statement: Statement) -> str:
    """Return a sentence without the places that somebody is only of, or went on to after the meeting."""
    text = _ANOTHER.sub("", _LABEL.sub("", sentence.quote.text))
    return _LEAVING.sub("", text) if sentence.place > statement.place else text


def _beside(statement: Statement) -> list[Sentence]:
    """Return the sentences next to the evidence, without those that tell of a meeting on other days."""
    record = statement.record
    own = None if record is None or record.when is None else record.when.span
    apart = set()
    for told in statement.telling.records:
        other = None if told.meeting.when is None else told.meeting.when.span
        if own is None or other is None or own.first is None or other.first is None:
            continue
        if not other.overlaps(own.first, own.last):
            apart.add(statement.telling.place_of(told.meeting.evidence))
    telling, place = statement.telling, statement.place
    around = [*telling.around(place, 2), *told_before(telling, place), *stops_below(telling, place)]
    return [one for one in around if one.place not in apart]


def _stated_places(statement: Statement) -> Iterator[str]:
    """Yield the places that the record or else the evidence gives the meeting."""
    record = statement.record
    if record is not None and record.where is not None:
        yield record.where.text
    elif record is not None:
        text = statement.evidence.text
        matter = MATTER.search(text)
        yield from islice(places_in(text[: matter.start()] if matter else text), 2)
