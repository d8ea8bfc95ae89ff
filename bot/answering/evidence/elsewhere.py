"""Whether a statement's meeting was in another place than the question says."""

import re
from collections.abc import Iterator
from itertools import islice

from bot.answering.evidence.places import names_town, places_in
from bot.answering.evidence.retelling import stops_below, told_before
from bot.answering.evidence.sentences import Sentence
from bot.answering.evidence.statements import MATTER, Statement
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
_GOING = re.compile(r"\b(?:travel\w*|fl(?:y|ew|own)) (?:\w+ )?to\b", re.IGNORECASE)


def is_elsewhere(question: Question, statement: Statement) -> bool:
    """Tell whether the statement's meeting was in another place than the question says."""
    if not question.places:
        return False
    around = _beside(statement)
    if _GOING.search(question.text):
        # A place that somebody is said to have gone to must be told as one gone to.
        around = [one for one in around if _GOING.search(one.quote.text)]
    text = statement.evidence.text
    beside = folded_words(" ".join(_told_of_it(one, statement) for one in around))
    aside = folded_words(" ".join([text, *(one.quote.text for one in around)]))
    labels = aside - beside - folded_words(_LABEL.sub("", text))
    near = statement.near - labels
    if any(place <= near for place in question.places):
        return False
    if any(names_town(one) for one in _stated_places(statement)):
        return True
    # Who goes to the Mexican border goes to the border with Mexico.
    stems = stems_of(near | beside)
    return not any(stems_of(place) <= stems for place in question.places)


def _told_of_it(sentence: Sentence, statement: Statement) -> str:
    """Return a sentence without the places that somebody is only of, or went on to after the meeting."""
    text = _LABEL.sub("", sentence.quote.text)
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
