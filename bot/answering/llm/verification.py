"""What a language model wrote, checked in code against the evidence and the answer that it words anew."""

import re
from collections.abc import Iterator
from enum import StrEnum

from bot.answering.answer import Answer, Slot
from bot.answering.lexicon.words import folded_list, folded_words, name_words, topic_words
from bot.answering.llm.evidence import Evidence
from bot.answering.llm.prompts import UNKNOWN
from index.article import DateSpan, TimeKind
from index.dates import find_time_expressions

_LONGEST = 600
_SHARED = 0.6
"""How much of what a reply speaks of must be in the evidence or the question; the rest joins it together."""
_KEPT = 0.5
_ROOT = 4
"""A name of so many letters may begin another form of itself: Iraq and Iraqi."""
_LINK = re.compile(r"://|\bwww\.|@|`|\]\(")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_ROW = re.compile(r"[A-Z][\w'’-]*\.?(?:[ ][A-Z][\w'’-]*\.?)+")
_NUMBER_WORDS = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty hundred
    thousand million billion first second third
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
# Words that begin sentences and name nobody.
_OPENERS = frozenset(
    """
    a an the they he she it we i in on at to from with by for of and but as after before during yes no
    there this these that those both his her its their
    """.split()  # noqa: SIM905 - as above
)
_DENIAL = re.compile(r"\b(?:not|never|no|nobody|none|without)\b|n['’]t\b", re.I)
_TURNS = (
    _DENIAL,
    re.compile(r"\b(?:cancel|call(?:ed|ing)? off|scrap)", re.I),
    re.compile(r"\b(?:postpone|delay|put off|reschedul)", re.I),
    re.compile(r"\b(?:declin|refus|reject|turn(?:ed)? down)", re.I),
)
# Words that mean a day only to who reads them on the day they were written.
_SPOKEN_DAY = re.compile(
    r"\b(?:today|tomorrow|yesterday|tonight|(?:this|last|next) (?:week|weekend|month|year|\w+day))\b"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? (?:\d|[A-Z]))",
    re.I,
)


class Flaw(StrEnum):
    """What is wrong with a reply."""

    NO_ANSWER = "it does not answer"
    TOO_LONG = "it is too long"
    LINK = "it holds a link or markup"
    NAME = "it names what the evidence does not"
    NUMBER = "it holds a number that the evidence does not"
    DATE = "it gives a day that the evidence does not"
    SPOKEN_DAY = "it leaves a day to be worked out"
    OTHER_WORDS = "it speaks of other things than the evidence"
    TURNED = "it denies what the evidence says, or the other way round"
    VERDICT = "it says yes for no, or no for yes"
    LOST = "it leaves out what was asked"


def find_flaw(written: str, evidence: Evidence, answer: Answer) -> Flaw | None:
    """Return the first thing that is wrong with a reply, or None where every check holds.

    Nothing may be new: each number and day stands in the evidence, and each name in the slots read from it or
    in the question as well. Nothing may be lost: what the extractive answer fills the asked slots with is in
    the reply. So a text that talks a model into another answer gains nothing, even as part of the evidence.
    """
    return next(_flaws(written, evidence, answer), None)


def _flaws(written: str, evidence: Evidence, answer: Answer) -> Iterator[Flaw]:
    told = folded_words(evidence.text)
    if UNKNOWN in written.upper() or not folded_words(written):
        yield Flaw.NO_ANSWER
    if len(written) > _LONGEST:
        yield Flaw.TOO_LONG
    if _LINK.search(written) is not None:
        yield Flaw.LINK
    if not frozenset(_names(written)) <= _nameable(told, evidence, answer):
        yield Flaw.NAME
    if not _numbers(written) <= _numbers(evidence.text):
        yield Flaw.NUMBER
    if not all(_is_given(span, evidence) for span in _days(written, evidence)):
        yield Flaw.DATE
    if _SPOKEN_DAY.search(written) is not None:
        yield Flaw.SPOKEN_DAY
    if not _is_about(written, told, answer):
        yield Flaw.OTHER_WORDS
    if _is_turned(written, evidence, answer):
        yield Flaw.TURNED
    if Slot.WHETHER in answer.asked and folded_list(written)[:1] != folded_list(answer.text)[:1]:
        yield Flaw.VERDICT
    if not all(_is_kept(slot, written, evidence) for slot in answer.asked):
        yield Flaw.LOST


def _nameable(told: frozenset[str], evidence: Evidence, answer: Answer) -> frozenset[str]:
    """Return the words of the slots and of the question that the evidence holds.

    A sentence may also name people beside the point. What is asked of by another form of a name in the
    evidence ("Azerbaijani" for Azerbaijan) may be told by it, and who is named by the office before the name.
    """
    slots = " ".join(value.text for slot, value in evidence.slots.items() if slot is not Slot.WHAT)
    asked = folded_words(answer.question)
    names = {word for word in _names(evidence.text) if len(word) >= _ROOT}
    forms = {word for word in asked if any(word.startswith(name) for name in names)}
    named = (told & (folded_words(slots) | asked)) | forms
    return named | frozenset(_offices(evidence.text, named))


def _offices(text: str, named: frozenset[str]) -> Iterator[str]:
    """Yield the words that stand before a name in one row of capitals: "Army Specialist Andrew Pike"."""
    for row in _ROW.finditer(text):
        words = folded_list(row.group())
        last = max((place for place, word in enumerate(words) if word in named), default=0)
        yield from words[:last]


def _names(written: str) -> Iterator[str]:
    """Yield the folded words that have a capital, other than the plain words that begin a sentence."""
    for match in _WORD.finditer(written):
        word = match.group()
        if word[0].isupper() and word.rstrip(".").lower() not in _OPENERS:
            # Its points are part of a word: "U.S." is one.
            yield from folded_list(word)


def _numbers(text: str) -> frozenset[str]:
    """Return the figures of a text without their thousands' commas, and its words that count."""
    figures = {match.group().replace(",", "") for match in _NUMBER.finditer(text)}
    return frozenset(figures | {word for word in folded_list(text) if word in _NUMBER_WORDS})


def _days(written: str, evidence: Evidence) -> list[DateSpan]:
    return [
        one.span
        for one in find_time_expressions(written, evidence.published)
        if one.kind in (TimeKind.DATE, TimeKind.TIME) and one.span.first is not None
    ]


def _is_given(day: DateSpan, evidence: Evidence) -> bool:
    given = [value.span for value in evidence.slots.values() if value.span is not None]
    for citation in evidence.citations:
        given += _days(citation.quote, evidence)
    return any(_is_within(day, one) for one in given if one.first is not None)


def _is_within(day: DateSpan, given: DateSpan) -> bool:
    """Tell whether a span is the given one, a coarser one around it, or some of the days it lists."""
    if day.first is None or day.last is None or given.first is None or given.last is None:
        return False
    if day.first <= given.first and given.last <= day.last:
        return True
    return day.precision is given.precision and given.first <= day.first and day.last <= given.last


def _is_about(written: str, told: frozenset[str], answer: Answer) -> bool:
    topics = topic_words(written)
    known = told | folded_words(answer.question)
    return len(topics & known) >= _SHARED * len(topics) if topics else Slot.WHETHER not in answer.asked


def _is_turned(written: str, evidence: Evidence, answer: Answer) -> bool:
    """Tell whether a reply denies, or calls off, what the evidence does not, or the other way round."""
    if Slot.WHETHER in answer.asked or Slot.WHAT in answer.asked:
        # A whole sentence may deny something beside the point; what became of the meeting never is.
        said = next((one.quote for one in evidence.citations if one.number == 1), answer.text)
        may_go = _DENIAL
    else:
        said = " ".join(evidence.slots[slot].text for slot in answer.asked if slot in evidence.slots)
        may_go = None
    # Yes and no are compared as the verdict.
    reply = re.sub(r"^(?:yes|no)\b", "", written, flags=re.IGNORECASE)
    turns = [(turn, turn.search(reply) is not None, turn.search(said) is not None) for turn in _TURNS]
    return any(now != before and not (turn is may_go and before) for turn, now, before in turns)


def _is_kept(slot: Slot, written: str, evidence: Evidence) -> bool:
    if slot is Slot.WHETHER:
        return True
    value = evidence.slots.get(slot)
    if value is None:
        return False
    words = folded_words(written)
    if slot is Slot.WHEN:
        return _numbers(value.text) <= _numbers(written) and words.issuperset(_names(value.text))
    names = name_words(value.text)
    if slot in (Slot.WHO, Slot.WHERE) and names:
        return names <= words
    topics = topic_words(value.text) or folded_words(value.text)
    return len(topics & words) >= _KEPT * len(topics)
