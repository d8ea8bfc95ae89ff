"""A run as a file: the figures and every verdict as JSON, and what a later run changed of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.judging import Judgement, Verdict
from evaluation.questions import QuestionsUnusable
from evaluation.retrieval import Ranking
from evaluation.scoring import Scores

RUN_FILE = "run.json"
# Wrong is worse than silent: a false name costs more trust than none.
_WORTH = {Verdict.RIGHT: 2, Verdict.SILENT: 1, Verdict.WRONG: 0, Verdict.FALSE: 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A question whose verdict became better or worse."""

    judgement: Judgement
    before: Verdict

    @property
    def better(self) -> bool:
        """Tell whether the new verdict is worth more than the old."""
        return _WORTH[self.judgement.verdict] > _WORTH[self.before]


def read_verdicts(path: Path) -> dict[str, Verdict]:
    """Read the verdicts of an earlier run by question id, from its file or its report's folder.

    Raises QuestionsUnusable where the file is no run.
    """
    file = path / RUN_FILE if path.is_dir() else path
    try:
        old = json.loads(file.read_text(encoding="utf-8"))
        return {one["id"]: Verdict(one["verdict"]) for one in old["questions"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise QuestionsUnusable(f"{file} is no report of this command ({error!r}): name another.") from error


def compare(judgements: Sequence[Judgement], before: Mapping[str, Verdict]) -> list[Change]:
    """Return the questions of both runs that became better or worse."""
    return [
        Change(judgement=one, before=before[one.question.id])
        for one in judgements
        if one.question.id in before and _WORTH[one.verdict] != _WORTH[before[one.question.id]]
    ]


def write_run(
    path: Path, scores: Scores, judgements: Sequence[Judgement], rankings: Sequence[Ranking]
) -> None:
    """Write the figures and verdicts, so that a later run can be compared with them."""
    path.write_text(json.dumps(_run(scores, judgements, rankings), indent=1, ensure_ascii=False) + "\n")


def _run(scores: Scores, judgements: Sequence[Judgement], rankings: Sequence[Ranking]) -> dict[str, Any]:
    figures = {
        name.strip(): {"value": one.value, "low": one.low, "high": one.high, "count": one.count}
        for name, one in scores.figures.items()
        if one.count
    }
    return {
        "figures": figures,
        "risk_coverage_area": scores.area if scores.curve else None,
        "risk_coverage": [[point.coverage, point.risk] for point in scores.curve],
        "calibration_error": scores.calibration_error if scores.bins else None,
        "calibration": [[one.confidence, one.right, one.count] for one in scores.bins],
        "retrieval": {
            one.name: {**{f"hits@{k}": share for k, share in one.hits.items()}, "mrr@10": one.mrr.value}
            for one in rankings
        },
        "questions": [_verdict(one) for one in judgements],
    }


def _verdict(one: Judgement) -> dict[str, Any]:
    return {
        "id": one.question.id,
        "question": one.question.text,
        "verdict": one.verdict.value,
        "slot": one.question.slot.value if one.question.slot else None,
        "kind": one.question.kind or None,
        "confidence": one.given.confidence,
        "given": one.given.slot_text or one.given.text,
        "article": one.given.article,
        "quote": one.given.quote,
        "right_article": one.right_article,
        "right_sentence": one.right_sentence,
    }
