"""What speaks against a statement: other people, another place or day, another kind of meeting, or none."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.answering.answer import Reason, Slot
from bot.answering.evidence.moves import find_leaving
from bot.answering.evidence.premises import (
    are_parted,
    is_done_by_others,
    is_no_encounter,
    is_of_other_matter,
    is_untrue,
)
from bot.answering.evidence.statements import Statement
from bot.answering.evidence.times import tells_time_in, time_of
from bot.answering.lexicon.encounters import tells_face_to_face
from bot.answering.lexicon.titles import is_title
from bot.answering.lexicon.undoing import bears_out_undoing
from bot.answering.lexicon.words import fold, folded_list, folded_words, stems_of
from bot.answering.sufficiency import Sufficiency
from bot.answering.understanding.question import Question
from index.article import MeetingKind, MeetingStatus
from index.letters import of_letters
from index.occasions.statuses import OFF

ENOUGH = 0.5
_WEAK = 0.3
# What an article does not speak of at all may weigh this much of a question, and no more.
_UNTOLD = 0.34
_FULL_NAME = of_letters(r"\b(?=([A-Z][\w'’-]+ [A-Z][\w'’-]+))")
# Whom the question says was met: what follows the verb up to the next phrase, and in it the last long name.
_MET = re.compile(
    r"\b(?:meet|met|host|hosted|receive|received|with) (?:with )?"
    r"((?:(?!(?:in|at|on|about|to|when|where|and|for|over|during|before|after)\b)[\w.'’-]+ ?)+)"
)
_DOERS = of_letters(
    r"\b(?:(?:did|does|do|has|have|had|will) (?:(?!(?:of|from|in|at|for|the)\b)[a-z]+ ){0,3}"
    r"|(?:was|were|is|are) )((?:[A-Z][\w.'’-]*,? (?:and )?)+)(?=[a-z])"
)
# Who is written to is not met.
_LETTER = re.compile(
    r"\b(?:letters?|memo(?:randum)?|e-?mail|note) (?:\w+ ){0,2}?(?:to|from)\b"
    r"|\b(?:wrote|writes|written|writing) (?:to|that)\b"
    r"|\b(?:sent|sends?|sending|wrote|signed) (?:\w+ ){0,4}?(?:letters?|memo|note)\b",
    re.IGNORECASE,
)
_OWNER = of_letters(r"(?:[A-Z][\w.-]* )*[A-Z][\w.-]*['’]s? ")
_LONG_NAME = of_letters(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)+")
# Who was only heard or seen from afar was not there in person.
_REMOTE = re.compile(r"\b(?:(?:tele|video)-?conferenc\w+|by (?:tele)?phone|via (?:phone|video))\b", re.I)
_BODILY = re.compile(r"\b(?:in person|face[ -]to[ -]face)\b", re.IGNORECASE)
_TOURED = re.compile(r"\b(?:did|to|will) (?:[\w.'’-]+ ){0,6}?tour\b")
_RELATIVE = (
    r"(?:husband|wife|widow|son|daughter|mother|father|parents|brother|sister|famil(?:y|ies)|aide|lawyer"
    r"|predecessor|successor|deput(?:y|ies)|spokes(?:man|woman|person)|advis[eo]r)s?"
)
_KIN = of_letters(
    rf"\b{_RELATIVE} (?:of|to)\b[^,;]*"
    rf"|\b(?-i:(?:[A-Z][\w.-]+ ){{0,2}}[A-Z][\w-]+)['’]s? (?:\w+ )?{_RELATIVE}\b",
    re.IGNORECASE,
)
_ON_SITE = frozenset({MeetingKind.VISIT, MeetingKind.TRIP, MeetingKind.CEREMONY})
_TOURING = stems_of(frozenset(["tour", "trip"]))


def reason_against(question: Question, statement: Statement, held: Sufficiency) -> Reason | None:
    """Return what the statement fails of the question beside its day, or None."""
    if held.people < 1 or (question.people and not question.people & statement.speakers()):
        return Reason.OTHER_PEOPLE
    if held.names < 1 or any(one(question, statement) for one in (_is_namesake, _is_another, _is_of_kin)):
        return Reason.OTHER_PEOPLE
    if question.names and not question.people and not stems_of(question.names) & statement.stems():
        return Reason.OTHER_PEOPLE
    if not held.place:
        return Reason.OTHER_PLACE
    if any(one(question, statement) for one in (_is_letter, is_untrue, is_no_encounter, is_of_other_matter)):
        return Reason.NO_MEETING
    if are_parted(question, statement) or is_done_by_others(question, statement):
        return Reason.OTHER_PEOPLE
    if _is_other_kind(question, statement) or (question.undone and not _is_undone(question, statement)):
        return Reason.NO_MEETING
    if held.untold > _untold_allowed(question) or (not question.people and held.cover < ENOUGH):
        return Reason.NO_MEETING
    return Reason.NO_MEETING if held.cover < _WEAK else None


def is_elsewhen(question: Question, statement: Statement) -> bool:
    """Tell whether the statement's meeting was on other days than the question is about."""
    period = question.period
    if period is None or period.first is None or period.last is None:
        return False
    when = time_of(statement, stems_of(question.topic))
    if when is not None and when.span is not None and when.span.first is not None:
        if when.span.overlaps(period.first, period.last):
            return False
        # A mere sentence may name several times, and its meeting be at any of them.
        if Slot.WHETHER in question.asked and find_leaving(statement, period.first, period.last) is not None:
            return False
        telling, told = statement.telling, statement.evidence
        return when.recorded or not tells_time_in(telling, told, period.first, period.last)
    published = statement.article.published
    # Undated words of an article are of its own time: a season may lie between a meeting and its telling.
    if published is None:
        return False
    earliest = period.first - timedelta(days=31) if period.first > date.min else period.first
    latest = period.last + timedelta(days=120) if period.last < date.max else period.last
    return not earliest <= published <= latest


def _is_namesake(question: Question, statement: Statement) -> bool:
    """Tell whether somebody of the surname takes part, and the article names the one asked for elsewhere."""
    record = statement.record
    if record is None:
        return False
    for full in _FULL_NAME.findall(question.text):
        surname = fold(full.split()[-1])
        if (
            is_title(full.split()[0])
            or surname not in question.people
            or full not in statement.article.body
            or full in statement.evidence.text
        ):
            continue
        names = [folded_list(one.name) for one in record.participants if not is_title(one.name.split()[0])]
        others = [name for name in names if len(name) > 1 and name[-1] == surname]
        if others and not any(fold(full.split()[0]) in name for name in others):
            return True
    return False


def _is_another(question: Question, statement: Statement) -> bool:
    """Tell whether no word of a name that the question says met somebody stands where the meeting is told."""
    names = [*_meeting_names(question.text)]
    if not names:
        return False
    told = statement.near | statement.present(matter=True) | statement.telling.office
    told |= question.acronyms & statement.telling.initials
    stems = stems_of(told)
    for name in names:
        words = frozenset(word for word in folded_list(name) if not is_title(word.title()))
        if words and not words & told and not stems_of(words) & stems:
            return True
    return False


def _meeting_names(text: str) -> Iterator[str]:
    """Yield the last long name that a question says was met, and those it says did so."""
    match = _MET.search(text)
    yield from (_LONG_NAME.findall(match.group(1)) if match else [])[-1:]
    doers = _DOERS.search(text)
    # Whose senators came is told of them: "New Mexico's senators".
    yield from _LONG_NAME.findall(_OWNER.sub(" ", doers.group(1))) if doers else []


def _is_of_kin(question: Question, statement: Statement) -> bool:
    """Tell whether somebody asked for is told only as whose husband or aide somebody is that took part."""
    text = statement.evidence.text
    if _KIN.search(text) is None or _KIN.search(question.text) is not None:
        return False
    kin = frozenset(folded_list(" ".join(match.group() for match in _KIN.finditer(text))))
    apart = folded_words(_KIN.sub(" ", text)) | question.about
    return bool(question.people & kin - apart)


def _is_letter(question: Question, statement: Statement) -> bool:
    """Tell whether the question wants a meeting, and the sentence tells only who wrote to whom."""
    text = statement.evidence.text
    if statement.recorded or _LETTER.search(text) is None or _LETTER.search(question.text) is not None:
        return False
    return tells_face_to_face(question.text) and not tells_face_to_face(text)


def _is_undone(question: Question, statement: Statement) -> bool:
    """Tell whether the statement, or a sentence next to it, says that it came to nothing."""
    if statement.status in OFF:
        return True
    near = [
        statement.evidence.text,
        *(one.quote.text for one in statement.telling.around(statement.place, 2)),
    ]
    return any(bears_out_undoing(question.text, text) for text in near)


def _untold_allowed(question: Question) -> float:
    """Return how much of a question may be untold: the more names hold it to one meeting, the more."""
    if len(question.people) > 1:
        return 0.6
    return 0.45 if len(question.names | question.people) > 1 else _UNTOLD


def _is_other_kind(question: Question, statement: Statement) -> bool:
    """Tell whether a call is told where the question wants a visit, or a meeting past where one to come."""
    if _BODILY.search(question.text) and _REMOTE.search(statement.evidence.text):
        return True
    record = statement.record
    on_site = record is not None and record.kind in _ON_SITE
    if _TOURED.search(question.text) and not on_site and not _TOURING & statement.stems():
        return True
    if record is None:
        return False
    if record.kind is MeetingKind.CALL and question.in_person:
        return True
    return question.again and record.status in (MeetingStatus.HELD, MeetingStatus.ONGOING)
