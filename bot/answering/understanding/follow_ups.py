"""Questions that lean on the answer before them, made whole: "why?", "who else was there?", "in March?"."""

import re
from collections.abc import Callable
from datetime import date

from bot.answering.answer import Answer, NoAnswer, Slot
from bot.answering.lexicon.words import topic_words
from index.article import DateSpan, Precision
from index.dates import format_span, parse_question_dates
from index.letters import of_letters
from index.sentences import split_sentences

_SLOTS = (
    (
        Slot.WHY,
        re.compile(r"\b(?:why|what for|how come|about what|what (?:was|is) (?:it|that|this) about)\b", re.I),
    ),
    (Slot.WHEN, re.compile(r"\b(?:when|what (?:day|date|time|year|month)|which (?:day|date|year))\b", re.I)),
    (Slot.WHERE, re.compile(r"\b(?:where|(?:what|which) (?:place|city|country|town))\b", re.I)),
    (Slot.WHO, re.compile(r"\b(?:who(?:m|se)?|(?:any|anybody|anyone|somebody) else)\b", re.I)),
)
# Words that point back, or carry nothing of their own, in a question that is nothing but a follow-up.
_POINTING = frozenset(
    """
    else also there here then exactly again it that this those these they them both two he she him her his
    their meeting talk visit call summit take took part attend attended present come came happen happened
    join joined go going went place held ok okay so well but please tell me more precisely really purpose
    reason point topic subject day date year month time city country town know anybody anyone somebody
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_ABOUT = re.compile(
    r"^(?:(?:ok(?:ay)?|so|well|but|and)\b[\s,]*)*(?:what|how) about\s+(?P<rest>.+?)[\s?.!]*$", re.I
)
_AND = re.compile(r"^(?:and|or)\s+(?P<rest>(?:in|on|at|with|for)?\s*[^?]{2,60}?)[\s?.!]*$", re.I)
_PREPOSITION = re.compile(r"^(?:(?P<word>in|on|at|with|for|during|by|to)\s+)?(?P<rest>.+)$", re.I)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_RELATIVE = re.compile(r"\b(?:last|next|this|ago|today|yesterday|tomorrow|now|since|before|after)\b", re.I)
_THEY = re.compile(
    r"\b(?:they|the two(?: of them| sides)?|both(?: of them| sides| men)?|them|he|she|him)\b", re.I
)
_IT = re.compile(r"\b(?:(?:that|this|the|those|these) (?:meeting|talks?|summit|visit|call)|it|that)\b", re.I)
_NAME = of_letters(r"(?:[A-Z][\w.'’-]*)(?:\s+(?:(?:of|de|von|van|bin|al|el|the)\s+)?[A-Z][\w.'’-]*)*")
_INTERROGATIVE = re.compile(
    r"(?:,?\s*(?:and|or)\s+)?"
    r"\b(?:who(?:m|se)?|when|where|why|what for|(?:what|which) (?:day|date|year|place|city))\b",
    re.I,
)
_LONGEST = 120


def complete_question(
    question: str, before: Answer | NoAnswer, *, as_of: date, is_place: Callable[[str], bool]
) -> str | None:
    """Return `question` with what it leaves to the answer `before` it filled in; None if it stands alone.

    `is_place` tells whether the briefings know a name as that of a place.
    """
    words = " ".join(question.split())
    if len(words) > _LONGEST:
        return None
    about = _ABOUT.match(words) or _AND.match(words)
    if about is not None and _slot_of(words) is None:
        return _exchange(about["rest"], before, as_of, is_place)
    if _carries_nothing(words):
        slot = _slot_of(words)
        return None if slot is None else _ask(slot, before)
    return _name_the_unnamed(words, before)


def people_of(before: Answer | NoAnswer) -> str | None:
    """Return who met, as a question may name them: the answer's people, and those its question names."""
    value = before.slots.get(Slot.WHO)
    told = [] if value is None else _list_of(value.text)
    spoken = topic_words(" ".join(told))
    places = topic_words(_text_of(before, Slot.WHERE) or "")
    asked = [
        name
        for name in _names_in(before.question)
        if not topic_words(name) <= spoken | places and topic_words(name) and value is not None
    ]
    people = [*told, *asked]
    if not people:
        return None
    return people[0] if len(people) == 1 else f"{', '.join(people[:-1])} and {people[-1]}"


def _slot_of(words: str) -> Slot | None:
    found = [(match.start(), slot) for slot, pattern in _SLOTS if (match := pattern.search(words))]
    return min(found)[1] if found else None


def _carries_nothing(words: str) -> bool:
    plain = re.sub(r"[^\w\s]", " ", words.lower())
    return topic_words(plain) <= {re.sub(r"s$", "", word) for word in _POINTING} | _POINTING


def _ask(slot: Slot, before: Answer | NoAnswer) -> str:
    people = people_of(before)
    if people is None:
        return _with_interrogative(slot, before.question)
    where, when = _text_of(before, Slot.WHERE), _when(before)
    place = "" if where is None or slot is Slot.WHERE else f" in {where}"
    day = "" if when is None or slot is Slot.WHEN else f" {when}"
    verb = "did" if " and " in people or slot is not Slot.WHO else "was"
    if slot is Slot.WHO:
        return f"Who took part in the meeting of {people}{place}{day}?"
    return f"{slot.value.capitalize()} {verb} {people} meet{place}{day}?"


def _with_interrogative(slot: Slot, question: str) -> str:
    """Ask another thing of the same: "When did they begin, and why?" becomes "Where did they begin?"."""
    rest = _INTERROGATIVE.sub("", question.strip().rstrip("?")).strip(" ,;:")
    return f"{slot.value.capitalize()} {rest}?"


def _exchange(rest: str, before: Answer | NoAnswer, as_of: date, is_place: Callable[[str], bool]) -> str:
    rest = rest.strip()
    question = before.question.strip()
    if parse_question_dates(rest, as_of) or parse_question_dates(f"in {rest}", as_of):
        return _at_another_time(question, _dated(rest, before), as_of)
    match = _PREPOSITION.match(rest)
    preposition, name = ("", rest) if match is None else (match["word"] or "", match["rest"])
    if is_place(name) and preposition.lower() not in ("with", "for"):
        return _elsewhere(question, name, is_place)
    if _NAME.fullmatch(name):
        return _with_another(question, name, is_place)
    return f"{question.rstrip('?. ')} {rest}?"


def _dated(rest: str, before: Answer | NoAnswer) -> str:
    """Give a bare month or day the year that was spoken of."""
    value = before.slots.get(Slot.WHEN)
    span = None if value is None else value.span
    stated = _YEAR.search(before.question)
    year = stated[0] if stated else None if span is None or span.first is None else str(span.first.year)
    if year is None or _YEAR.search(rest) or _RELATIVE.search(rest):
        return rest
    return f"{rest} {year}"


def _at_another_time(question: str, rest: str, as_of: date) -> str:
    if not _PREPOSITION.match(rest) or rest.split()[0].lower() not in ("in", "on", "during", "at"):
        starts_with_number = rest[:1].isdigit() and not _YEAR.match(rest)
        rest = rest if _RELATIVE.match(rest) else f"{'on' if starts_with_number else 'in'} {rest}"
    for old in reversed(parse_question_dates(question, as_of)):
        start = re.search(r"(?:\b(?:in|on|during|at)\s+)?$", question[: old.start], re.I)
        cut = old.start if start is None else start.start()
        question = f"{question[:cut].rstrip()}{question[old.end :]}"
    return f"{question.rstrip('?. ')} {rest}?"


def _elsewhere(question: str, place: str, is_place: Callable[[str], bool]) -> str:
    for name in reversed(list(_NAME.finditer(question))):
        if is_place(name[0]):
            return f"{question[: name.start()]}{place}{question[name.end() :]}"
    return f"{question.rstrip('?. ')} in {place}?"


def _with_another(question: str, person: str, is_place: Callable[[str], bool]) -> str:
    for name in reversed(list(_NAME.finditer(question))):
        if name.start() > 0 and not is_place(name[0]) and topic_words(name[0]):
            return f"{question[: name.start()]}{person}{question[name.end() :]}"
    return f"{question.rstrip('?. ')} with {person}?"


def _name_the_unnamed(words: str, before: Answer | NoAnswer) -> str | None:
    """Put the people in the place of "they", and the meeting in that of "it", where nobody else is named."""
    if _names_in(words):
        return None
    people = people_of(before)
    if people is None:
        return None
    if _THEY.search(words):
        return _THEY.sub(lambda _: people, words, count=1)
    if _IT.search(words):
        return _IT.sub(lambda _: f"the meeting of {people}", words, count=1)
    return None


def _names_in(question: str) -> list[str]:
    # The word that opens a sentence has a capital whatever it is.
    rest = re.sub(r"^\W*\w+", "", question)
    return [name for name in _NAME.findall(rest) if topic_words(name)]


def _list_of(text: str) -> list[str]:
    plain = re.sub(r"\s*\([^)]*\)", "", text)
    return [part.strip() for part in re.split(r",\s+(?:and\s+)?|\s+and\s+", plain) if part.strip()]


def _text_of(before: Answer | NoAnswer, slot: Slot) -> str | None:
    value = before.slots.get(slot)
    return None if value is None else " ".join(value.text.split())


def _when(before: Answer | NoAnswer) -> str | None:
    value = before.slots.get(Slot.WHEN)
    if value is None or value.span is None or value.span.first is None:
        return None
    return f"{_preposition_of(value.span)} {format_span(value.span)}"


def _preposition_of(span: DateSpan) -> str:
    return "on" if span.precision is Precision.DAY else "in"


def complete_from_text(question: str, text: str) -> str:
    """Return `question` with the opening of `text` behind it, where it names nothing of its own."""
    words = " ".join(question.split())
    if _names_in(words) and not _carries_nothing(words):
        return words
    sentences = (text[one.start : one.end] for one in split_sentences(text))
    first = next((one for one in sentences if topic_words(one)), "")
    opening = " ".join(first.split()).rstrip(" ?.!")
    return f"{words.rstrip(' .!')} {opening}".strip() if opening else words
