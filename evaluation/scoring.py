"""From judged answers to figures: slots, dates, citations, abstention, and how much confidence is worth."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.answering.answer import Slot
from evaluation.judging import Judgement, Verdict, judge, read_given
from evaluation.metrics import (
    CalibrationBin,
    Estimate,
    Observation,
    Prediction,
    RiskPoint,
    calibration_bins,
    calibration_error,
    estimate,
    risk_area,
    risk_coverage,
)
from evaluation.questions import Question, QuestionsUnusable

SLOTS = (Slot.WHO, Slot.WHEN, Slot.WHERE, Slot.WHY, Slot.WHETHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The figures by name, in the order they are read, the risk-coverage curve and the calibration.

    A figure that is a part of the one before it has a name that begins with a space.
    """

    figures: dict[str, Estimate]
    curve: tuple[RiskPoint, ...]
    bins: tuple[CalibrationBin, ...]

    @property
    def area(self) -> float:
        """Return the area under the risk-coverage curve."""
        return risk_area(self.curve)

    @property
    def calibration_error(self) -> float:
        """Return the expected calibration error of the answers given."""
        return calibration_error(self.bins)


def judge_all(questions: Sequence[Question], records: Sequence[dict[str, Any]]) -> list[Judgement]:
    """Pair answers with questions by id, and judge them; raises QuestionsUnusable for one without answer."""
    by_id = {record.get("id"): record for record in records}
    missing = [one.id for one in questions if one.id not in by_id]
    if missing:
        raise QuestionsUnusable(
            f"{len(missing)} questions have no answer, first {missing[0]}: ask them again."
        )
    try:
        return [judge(one, read_given(by_id[one.id], one.slot)) for one in questions]
    except (KeyError, TypeError, ValueError) as error:
        raise QuestionsUnusable(
            f"An answer is not as `python -m bot batch` writes it ({error!r})."
        ) from error


def score(judgements: Sequence[Judgement]) -> Scores:
    """Compute all figures; silence counts as not right in the accuracies, and not at all in precisions."""
    answerable = [one for one in judgements if one.question.answerable]
    given = [one for one in answerable if one.verdict is not Verdict.SILENT]
    figures = {"slot accuracy": _share(answerable, is_right)}
    for slot in SLOTS:
        figures[f"  {slot}"] = _share([one for one in answerable if one.question.slot is slot], is_right)
    figures |= {
        "right when answered": _share(given, is_right),
        "date exactness": _share([one for one in given if one.date_exact is not None], _exact),
        "citation precision": _share(given, lambda one: bool(one.right_article)),
        "  cited sentence": _share(given, lambda one: bool(one.right_sentence)),
        "answer rate": _share(answerable, lambda one: one.verdict is not Verdict.SILENT),
    }
    figures |= _abstention([one for one in judgements if not one.question.answerable])
    claimed = predictions(judgements)
    return Scores(
        figures=figures, curve=risk_coverage(claimed, len(judgements)), bins=calibration_bins(claimed)
    )


def predictions(judgements: Sequence[Judgement]) -> list[Prediction]:
    """Return how sure each answer given was, and whether it was right; silence predicts nothing."""
    return [
        Prediction(confidence=one.given.confidence, right=is_right(one))
        for one in judgements
        if one.verdict is not Verdict.SILENT
    ]


def is_right(one: Judgement) -> bool:
    """Tell whether an answer was given and is right."""
    return one.verdict is Verdict.RIGHT


def _abstention(unanswerable: Sequence[Judgement]) -> dict[str, Estimate]:
    figures = {"false-answer rate": _share(unanswerable, _false)}
    for kind in sorted({one.question.kind for one in unanswerable}):
        figures[f"  {kind}"] = _share([one for one in unanswerable if one.question.kind == kind], _false)
    return figures


def _exact(one: Judgement) -> bool:
    return bool(one.date_exact)


def _false(one: Judgement) -> bool:
    return one.verdict is Verdict.FALSE


def _share(judgements: Sequence[Judgement], holds: Callable[[Judgement], bool]) -> Estimate:
    return estimate(
        [
            Observation(group=one.question.article or one.question.id, value=float(holds(one)))
            for one in judgements
        ]
    )
