"""Answers, hits and meetings as JSON: the shapes that other programs rely on."""

from datetime import date
from typing import Any

from bot.answering.answer import Answer, Citation, NoAnswer, Slot, SlotValue, Wording
from index.article import UNKNOWN_DATE, DateSpan, Meeting, MeetingDate, Participant, Quote
from index.engine import SearchResult

_ALWAYS = (Slot.WHO, Slot.WHEN, Slot.WHERE, Slot.WHY)


def answer_as_json(answer: Answer | NoAnswer) -> dict[str, Any]:
    """Return an answer as JSON values; a slot that nobody states is null."""
    slots = {slot.value: _slot(slot, answer.slots.get(slot)) for slot in _ALWAYS}
    if Slot.WHAT in answer.slots:
        slots[Slot.WHAT.value] = _slot(Slot.WHAT, answer.slots[Slot.WHAT])
    times = answer.timings
    return {
        "question": answer.question,
        "asked": [slot.value for slot in answer.asked],
        "status": _status(answer),
        "answer": answer.text,
        "slots": slots,
        "citations": [citation_as_json(one) for one in answer.citations],
        "confidence": answer.confidence,
        "reason": None if answer.reason is None else answer.reason.value,
        **_wording(answer),
        "timings_ms": {
            "embed": round(times.embed, 1),
            "search": round(times.search, 1),
            "read": round(times.read, 1),
            "total": round(times.total, 1),
        },
    }


def hits_as_json(result: SearchResult) -> list[dict[str, Any]]:
    """Return hits as JSON values, best first."""
    return [
        {
            "article_id": hit.article_id,
            "passage": {"start": hit.passage.start, "end": hit.passage.end, "text": hit.passage.text},
            "score": hit.score,
            "rank": hit.rank,
            "found_by": [retriever.value for retriever in hit.found_by],
        }
        for hit in result.hits
    ]


def meeting_as_json(meeting: Meeting) -> dict[str, Any]:
    """Return a meeting as JSON values; a slot that its article does not state is null."""
    return {
        "participants": [participant_as_json(one) for one in meeting.participants],
        "kind": meeting.kind.value,
        "status": meeting.status.value,
        "when": None if meeting.when is None else _when(meeting.when),
        "where": None if meeting.where is None else _quote(meeting.where),
        "why": None if meeting.why is None else _quote(meeting.why),
        "evidence": _quote(meeting.evidence),
    }


def participant_as_json(one: Participant) -> dict[str, Any]:
    """Return a participant as JSON values."""
    return {"name": one.name, "role": one.role, "affiliation": one.affiliation}


def span_as_json(span: DateSpan) -> dict[str, Any]:
    """Return the days of a span as JSON values."""
    return {
        "first": day_as_json(span.first),
        "last": day_as_json(span.last),
        "precision": span.precision.value,
    }


def day_as_json(day: date | None) -> str | None:
    """Return a day as `YYYY-MM-DD`, or None."""
    return None if day is None else day.isoformat()


def _wording(answer: Answer | NoAnswer) -> dict[str, str]:
    # Only where a language model is set: without one, the shape is what it always was.
    if isinstance(answer, NoAnswer) or answer.wording is Wording.EXTRACTIVE:
        return {}
    return {"wording": answer.wording.value}


def _status(answer: Answer | NoAnswer) -> str:
    if isinstance(answer, NoAnswer):
        return "no_answer"
    return "answered" if answer.complete else "partial"


def _slot(slot: Slot, value: SlotValue | None) -> dict[str, Any] | None:
    if value is None:
        return None
    span = span_as_json(value.span or UNKNOWN_DATE) if slot is Slot.WHEN else {}
    return {"text": value.text, **span, "citation": value.citation}


def citation_as_json(one: Citation) -> dict[str, Any]:
    """Return a citation as JSON values."""
    return {
        "number": one.number,
        "article_id": one.article_id,
        "path": one.path,
        "title": one.title,
        "source": one.source,
        "url": one.url,
        "published": day_as_json(one.published),
        "quote": one.quote,
        "start": one.start,
        "end": one.end,
        **({"field": "title"} if one.in_title else {}),
    }


def _when(when: MeetingDate) -> dict[str, Any]:
    modifier = None if when.modifier is None else when.modifier.value
    return {**_quote(when.quote), **span_as_json(when.span), "modifier": modifier}


def _quote(quote: Quote) -> dict[str, Any]:
    field = {"field": "title"} if quote.in_title else {}
    return {"text": quote.text, "start": quote.start, "end": quote.end, **field}
