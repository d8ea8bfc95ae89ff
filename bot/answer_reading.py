"""Answers read back from the JSON that `answer_json` writes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.answering.answer import Answer, Citation, NoAnswer, Reason, Slot, SlotValue, Wording
from index.article import DateSpan, Precision


def answer_from_json(values: Mapping[str, Any]) -> Answer | NoAnswer:
    """Return the answer that was written as `values`, but for its timings."""
    asked = tuple(Slot(one) for one in values["asked"])
    slots = {Slot(name): _slot(value) for name, value in values["slots"].items() if value is not None}
    citations = tuple(_citation(one) for one in values["citations"])
    reason = None if values["reason"] is None else Reason(values["reason"])
    if values["status"] == "no_answer":
        return NoAnswer(
            question=values["question"],
            asked=asked,
            text=values["answer"],
            reason=reason or Reason.NOTHING_RELEVANT,
            slots=slots,
            citations=citations,
            confidence=values["confidence"],
        )
    return Answer(
        question=values["question"],
        asked=asked,
        text=values["answer"],
        slots=slots,
        citations=citations,
        confidence=values["confidence"],
        complete=values["status"] == "answered",
        reason=reason,
        wording=Wording(values.get("wording", Wording.EXTRACTIVE.value)),
    )


def _slot(value: Mapping[str, Any]) -> SlotValue:
    span = None
    if "precision" in value:
        span = DateSpan(
            first=_day(value["first"]), last=_day(value["last"]), precision=Precision(value["precision"])
        )
    return SlotValue(text=value["text"], citation=value["citation"], span=span)


def _citation(value: Mapping[str, Any]) -> Citation:
    return Citation(
        number=value["number"],
        article_id=value["article_id"],
        path=value["path"],
        title=value["title"],
        source=value["source"],
        url=value["url"],
        published=_day(value["published"]),
        quote=value["quote"],
        start=value["start"],
        end=value["end"],
        in_title=value.get("field") == "title",
    )


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
