"""A timeline as JSON."""

from typing import Any

from bot.answer_json import citation_as_json, participant_as_json, span_as_json
from bot.occasions.wording import on_one_line, write_when
from bot.timeline.timeline import Entry, Timeline


def timeline_as_json(timeline: Timeline) -> dict[str, Any]:
    """Return a timeline as JSON values; `when.text` shows the precision, and disputed days both."""
    return {
        "name": timeline.name,
        "with": timeline.other,
        "entries": [_entry(one) for one in timeline.entries],
        "undated": timeline.undated,
        "citations": [citation_as_json(one) for one in timeline.citations],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    occasion, dated = entry.occasion, entry.occasion.when
    where, why = (
        None if stated is None else on_one_line(stated[1].text) for stated in (occasion.where, occasion.why)
    )
    return {
        "id": occasion.id,
        "when": None if dated is None else {"text": write_when(occasion), **span_as_json(dated[1].span)},
        "participants": [participant_as_json(one) for one in occasion.participants],
        "kind": occasion.lead.meeting.kind.value,
        "status": occasion.status.value,
        "where": where,
        "why": why,
        "independent_sources": len(occasion.sources),
        "disputed": [one.aspect.value for one in occasion.disagreements],
        "citation": entry.citation,
    }
