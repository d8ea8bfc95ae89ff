"""Is an answer right? One given answer, as the command line prints it, against one judged question."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from bot.answering.answer import Slot
from evaluation.questions import Question

SAME_SENTENCE = 0.8
"""Share of a sentence's words that another must hold to say the same: sibling releases differ in a name's
form or a date."""


class Verdict(StrEnum):
    """What a question got. Silence is right where the corpus does not answer, and a miss where it does."""

    RIGHT = "right"
    WRONG = "wrong"
    SILENT = "silent"
    FALSE = "false"  # an answer to what the corpus does not answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer as it was given, cut to what is judged: the asked slot and its citation."""

    id: str
    status: str
    text: str
    slot_text: str
    first: date | None
    last: date | None
    article: str
    quote: str
    cited: frozenset[str]
    confidence: float
    asked_filled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdict on one question. What does not apply to it is None."""

    question: Question
    given: Given
    verdict: Verdict
    date_exact: bool | None = None
    right_article: bool | None = None
    right_sentence: bool | None = None


def read_given(record: dict[str, Any], slot: Slot | None) -> Given:
    """Read an answer of the command line: its `slot`, or the first asked where that is None."""
    asked = [Slot(one) for one in record.get("asked") or ()]
    looked = slot or (asked[0] if asked else None)
    slots = record.get("slots") or {}
    value = slots.get(looked.value) if looked else None
    value = value or {}
    citations = {one["number"]: one for one in record.get("citations") or ()}
    cited = citations.get(value.get("citation", 1)) or {}
    return Given(
        id=str(record.get("id", "")),
        status=record["status"],
        text=record.get("answer") or "",
        slot_text=value.get("text") or "",
        first=_day(value.get("first")),
        last=_day(value.get("last")),
        article=cited.get("article_id") or "",
        quote=cited.get("quote") or "",
        cited=frozenset(one.get("article_id") or "" for one in citations.values()),
        confidence=float(record.get("confidence") or 0.0),
        asked_filled=bool(value) or looked in {Slot.WHETHER, Slot.WHAT},
    )


def judge(question: Question, given: Given) -> Judgement:
    """Judge one answer.

    A question that the corpus does not answer is answered falsely by `answered`, and by `partial` where the
    asked slot is filled. Of an answerable one the asked slot alone counts.
    """
    claims = given.status == "answered" or (given.status == "partial" and given.asked_filled)
    if question.slot is None:
        return Judgement(question=question, given=given, verdict=Verdict.FALSE if claims else Verdict.SILENT)
    if not claims or not _stated(question.slot, given):
        return Judgement(question=question, given=given, verdict=Verdict.SILENT)
    exact = None
    if question.slot is Slot.WHEN and question.first:
        exact = (given.first, given.last) == (question.first, question.last)
    return Judgement(
        question=question,
        given=given,
        verdict=Verdict.RIGHT if _is_right(question, given) else Verdict.WRONG,
        date_exact=exact,
        right_article=cites_right_article(question, given),
        right_sentence=says_the_answer(question, given.quote),
    )


def contains_answer(text: str, answers: tuple[str, ...]) -> bool:
    """Tell whether `text` holds one of `answers` as whole words; "A | B" needs both."""
    words = _padded(text)
    return any(
        all(_padded(part) in words for part in answer.split("|") if _padded(part).strip())
        for answer in answers
    )


def cites_right_article(question: Question, given: Given) -> bool:
    """Tell whether the cited article is the judged one, or another whose quote states the same."""
    return given.article == question.article or (
        bool(given.article) and says_the_answer(question, given.quote)
    )


def says_the_answer(question: Question, quote: str) -> bool:
    """Tell whether a quote is the judged sentence, in this or another article, or holds the answer."""
    stated = question.slot is not Slot.WHETHER and contains_answer(quote, question.answers)
    return stated or same_sentence(question.evidence, quote)


def same_sentence(judged: str, quote: str) -> bool:
    """Tell whether two texts share most words of the shorter one."""
    one, other = set(_words(judged)), set(_words(quote))
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= SAME_SENTENCE * shorter


def _stated(slot: Slot, given: Given) -> bool:
    return bool(given.text if slot in {Slot.WHETHER, Slot.WHAT} else given.slot_text)


def _is_right(question: Question, given: Given) -> bool:
    if question.also and not {question.article, question.also} <= given.cited:
        return False  # where two sources disagree, one of them alone is half of the truth
    if question.slot is Slot.WHETHER:
        return _words(given.text)[:1] == _words(question.answers[0])[:1]
    if question.first and question.last and given.first and given.last:
        return question.first <= given.first and given.last <= question.last
    return contains_answer(given.slot_text, question.answers)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    plain = "".join(one for one in plain if not unicodedata.combining(one))
    return re.findall(r"\w+", re.sub(r"'s\b|(?<=\w)\.(?=\w\b)", "", plain))


def _padded(text: str) -> str:
    return f" {' '.join(_words(text))} "


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
