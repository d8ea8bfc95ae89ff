"""An answer in a language model's words, where these pass every check; else the answer as it was."""

import logging
import re
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Protocol

from bot.answering.answer import Answer, NoAnswer, Slot, Wording
from bot.answering.llm.evidence import Evidence, evidence_of
from bot.answering.llm.model import LanguageModel, ModelUnavailable
from bot.answering.llm.prompts import (
    INSTRUCTIONS,
    ask_for_answer,
    ask_whether_borne_out,
    ask_whether_stated,
    is_yes,
)
from bot.answering.llm.verification import find_flaw
from index.engine import EVERYTHING, Filters
from index.sentences import split_sentences

log = logging.getLogger(__name__)

_ARTICLES = 4
_LONGEST_EVIDENCE = 6_000  # characters
_YES_OR_NO = 200  # tokens: a word, and what a model may think before it
_SENTENCE = 400
# A server that hung is not waited for again so soon, or each answer would be late.
_REST = 60.0


class Answers(Protocol):
    """Answers one question; blocks, and may be called from several threads."""

    def answer(self, question: str, *, where: Filters = EVERYTHING, as_of: date) -> Answer | NoAnswer:
        """Answer from the articles that `where` lets through; "today" in the question is `as_of`."""


class RewordingAnswerer:
    """Has a language model word what an extractive answerer found.

    The model decides nothing: which meeting, which slots, which citations and whether there is an answer are
    the answerer's. It may take `seconds` for an answer, all that it is asked together.
    """

    def __init__(
        self,
        answerer: Answers,
        model: LanguageModel,
        *,
        seconds: float,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._answerer = answerer
        self._model = model
        self._seconds = seconds
        self._now = now
        self._resting_until = 0.0
        self._lock = threading.Lock()

    def answer(self, question: str, *, where: Filters = EVERYTHING, as_of: date) -> Answer | NoAnswer:
        """Answer, in the model's words where they are borne out. Raises what the answerer raises."""
        found = self._answerer.answer(question, where=where, as_of=as_of)
        if isinstance(found, NoAnswer):
            return found
        began = self._now()
        worded = self._worded(found, began)
        spent = (self._now() - began) * 1000
        timings = replace(found.timings, read=found.timings.read + spent, total=found.timings.total + spent)
        return replace(worded, timings=timings)

    def _worded(self, answer: Answer, began: float) -> Answer:
        if not _can_be_worded(answer):
            return answer
        if began < self._resting_until:
            return replace(answer, wording=Wording.LLM_UNAVAILABLE)
        try:
            return self._ask(answer, began + self._seconds)
        except ModelUnavailable as error:
            # The question's words stay out of the log.
            log.warning("The language model was unavailable (%s); the extractive answer was given", error)
            if self._now() - began >= self._seconds:
                with self._lock:
                    self._resting_until = self._now() + _REST
            return replace(answer, wording=Wording.LLM_UNAVAILABLE)

    def _ask(self, answer: Answer, until: float) -> Answer:
        evidence = self._choose(answer, until)
        if evidence is None:
            return _rejected(answer, "it found the answer in no passage")
        request = ask_for_answer(evidence.text, answer.question, yes_or_no=Slot.WHETHER in answer.asked)
        written = _on_one_line(self._model.reply(INSTRUCTIONS, request, longest=_SENTENCE, until=until))
        flaw = find_flaw(written, evidence, answer)
        if flaw is not None:
            return _rejected(answer, flaw.value)
        request = ask_whether_borne_out(evidence.text, answer.question, written)
        if not is_yes(self._model.reply(INSTRUCTIONS, request, longest=_YES_OR_NO, until=until)):
            return _rejected(answer, "it did not bear its own words out")
        return replace(answer, text=_signed(written, evidence, answer), wording=Wording.LLM)

    def _choose(self, answer: Answer, until: float) -> Evidence | None:
        """Return the first article whose cited sentences state the answer, as the model sees it."""
        for evidence in evidence_of(answer)[:_ARTICLES]:
            request = ask_whether_stated(evidence.text, answer.question)
            if len(evidence.text) <= _LONGEST_EVIDENCE and is_yes(
                self._model.reply(INSTRUCTIONS, request, longest=_YES_OR_NO, until=until)
            ):
                return evidence
        return None


def _can_be_worded(answer: Answer) -> bool:
    """Tell whether there is a whole answer to word; days that are not known are better left as they are."""
    when = answer.slots.get(Slot.WHEN)
    unknown = when is not None and (when.span is None or when.span.first is None)
    return answer.complete and not (unknown and Slot.WHEN in answer.asked)


def _rejected(answer: Answer, reason: str) -> Answer:
    log.info("What the language model wrote was rejected: %s; the extractive answer was given", reason)
    return replace(answer, wording=Wording.LLM_REJECTED)


def _signed(written: str, evidence: Evidence, answer: Answer) -> str:
    """Add the citations that say it, by number, then what the answer says after its first sentence."""
    numbers = {value.citation for slot, value in evidence.slots.items() if slot in answer.asked}
    cited = {one.number for one in evidence.citations}
    marks = "".join(f"[{number}]" for number in sorted(numbers or {min(cited)}))
    return " ".join([f"{written.rstrip('.')} {marks}.", *_further_sentences(answer.text)])


def _further_sentences(text: str) -> list[str]:
    sentences = split_sentences(text)
    return [text[sentences[1].start :]] if len(sentences) > 1 else []


def _on_one_line(reply: str) -> str:
    printable = "".join(one if one.isprintable() else " " for one in reply)
    return re.sub(r"\s+", " ", printable).strip(' *"“”')
