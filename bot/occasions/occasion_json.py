"""Occasions as JSON: a meeting's shape, with all its sources, their versions, and what they dispute."""

from typing import Any

from bot.answer_json import citation_as_json, meeting_as_json, participant_as_json
from bot.occasions.citing import cite_versions, versions_cited
from index.occasions import Disagreement, Occasion


def occasion_as_json(occasion: Occasion) -> dict[str, Any]:
    """Return an occasion as JSON values.

    `when`, `where`, `why` and `evidence` are quotes of the article of source 1; `participants` are those of
    all versions, `status` the newest. `independent_sources` counts copies of one story once.
    """
    return {
        "id": occasion.id,
        **meeting_as_json(occasion.lead.meeting),
        "participants": [participant_as_json(one) for one in occasion.participants],
        "status": occasion.status.value,
        "sources": [citation_as_json(one) for one in cite_versions(occasion)],
        "independent_sources": len(occasion.sources),
        "versions": [
            {"source": number, "id": version.id, **meeting_as_json(version.meeting)}
            for number, version in enumerate(versions_cited(occasion), 1)
        ],
        "disagreements": [_disagreement(occasion, one) for one in occasion.disagreements],
    }


def _disagreement(occasion: Occasion, disagreement: Disagreement) -> dict[str, Any]:
    numbers = {version.id: number for number, version in enumerate(versions_cited(occasion), 1)}
    return {
        "about": disagreement.aspect.value,
        "readings": [
            {"text": reading.text, "sources": sorted(numbers[one.id] for one in reading.versions)}
            for reading in disagreement.readings
        ],
    }
