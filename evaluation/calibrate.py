"""Fit how sure an answer is to how often such answers were right; cross-validated over articles."""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.answering.answerer import Answerer
from bot.answering.reply.confidence import FEATURES, PARAMETERS, ConfidenceUnusable, Trust, read_model
from evaluation.asking import Asked, ask_each
from evaluation.judging import Verdict
from evaluation.metrics import Prediction, calibration_bins, calibration_error, risk_area, risk_coverage
from evaluation.questions import QuestionsUnusable, default_questions, read_questions
from evaluation.scoring import is_right
from index.embedder import SentenceTransformerEmbedder
from index.embedding_model import EmbedderUnavailable
from index.engine import IndexUnavailable
from index.local import LocalEngine

FOLDS = 10
REGULARISATION = 1.0
"""The inverse strength of the quadratic penalty; figures change little from 0.1 to 3."""
POINTS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)

Numbers = NDArray[np.float64]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("questions", nargs="?", type=Path, help="default: the development questions")
    parser.add_argument("--index", type=Path, metavar="DIR", required=True, help="the index to ask")
    parser.add_argument(
        "--out", type=Path, default=PARAMETERS, metavar="FILE.json", help="default: the bot's"
    )
    parser.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")


def run(arguments: argparse.Namespace) -> int:
    """Fit, print and write; return 0, or 1 with a sentence for a fault."""
    try:
        path = arguments.questions or default_questions()
        asked = _ask(path, arguments.index)
        fit = fit_confidence(asked)
        print("\n".join(_lines(asked, fit)))
        if not arguments.dry_run:
            arguments.out.write_text(_parameters(fit, path.name), encoding="utf-8")
    except (QuestionsUnusable, IndexUnavailable, EmbedderUnavailable, ConfidenceUnusable) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Parameters of a logistic regression, and what one that never saw its article says of each answer."""

    intercept: float
    weights: dict[str, float]
    held_out: tuple[Prediction, ...]

    @property
    def error(self) -> float:
        """Return the expected calibration error of the answers held out."""
        return calibration_error(calibration_bins(self.held_out))


def fit_confidence(asked: Sequence[Asked]) -> Fit:
    """Fit on all answers given, wrong and false ones too; raises QuestionsUnusable for too few."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold, cross_val_predict

    given = answers_given(asked)
    articles = [one.judgement.question.article or one.judgement.question.id for one in given]
    right = np.array([is_right(one.judgement) for one in given])
    if len(set(articles)) < FOLDS or right.all() or not right.any():
        raise QuestionsUnusable(
            f"{len(given)} answers of {len(set(articles))} articles are too few, or too much alike, to fit "
            "confidence to: ask more questions."
        )
    rows = _rows(given)
    model = LogisticRegression(C=REGULARISATION)
    folds = GroupKFold(FOLDS)
    sure = cross_val_predict(model, rows, right, groups=articles, cv=folds, method="predict_proba")[:, 1]
    model.fit(rows, right)
    return Fit(
        intercept=float(model.intercept_[0]),
        weights=dict(zip(FEATURES, map(float, model.coef_[0]), strict=True)),
        held_out=tuple(
            Prediction(confidence=float(one), right=bool(was)) for one, was in zip(sure, right, strict=True)
        ),
    )


def answers_given(asked: Sequence[Asked]) -> list[Asked]:
    """Return those that were answered, rightly or not."""
    return [one for one in asked if one.judgement.verdict is not Verdict.SILENT]


def _ask(path: Path, index: Path) -> list[Asked]:
    embedder = SentenceTransformerEmbedder(os.environ.get("EMBEDDING_MODEL") or None, threads=1)
    engine = LocalEngine.open(index, embedder)
    try:
        # Every answer is wanted, however unsure.
        answerer = Answerer(engine, Trust(model=read_model(), minimum=0.0))
        return list(ask_each(answerer, read_questions(path), date.today()))
    finally:
        engine.close()


def _rows(given: Sequence[Asked]) -> Numbers:
    held = [one.answer.sufficiency for one in given]
    return np.array([[read(one) for read in FEATURES.values()] for one in held if one is not None])


def _lines(asked: Sequence[Asked], fit: Fit) -> Iterator[str]:
    questions, given = len(asked), answers_given(asked)
    yield f"{len(given)} answers to {questions} questions, {sum(p.right for p in fit.held_out)} of them right"
    before = [
        Prediction(confidence=one.judgement.given.confidence, right=is_right(one.judgement)) for one in given
    ]
    yield f"{'':34}calibration error  risk-coverage area"
    for name, sure in (("as it is", before), ("fitted anew, on articles held out", fit.held_out)):
        error, area = calibration_error(calibration_bins(sure)), risk_area(risk_coverage(sure, questions))
        yield f"{name:34}{error:17.3f}  {area:18.3f}"
    yield "weights: " + ", ".join(f"{name} {weight:+.2f}" for name, weight in fit.weights.items())
    yield from _operating_points(asked, fit)


def _operating_points(asked: Sequence[Asked], fit: Fit) -> Iterator[str]:
    """Yield what each MIN_CONFIDENCE would give, by the confidence held out."""
    given = answers_given(asked)
    answerable = sum(one.judgement.question.answerable for one in asked) or 1
    others = len(asked) - answerable or 1
    yield "MIN_CONFIDENCE  slot accuracy  right when answered  false answers"
    for point in POINTS:
        kept = [one for one, sure in zip(given, fit.held_out, strict=True) if sure.confidence >= point]
        right = sum(is_right(one.judgement) for one in kept)
        wrong = sum(one.judgement.verdict is Verdict.WRONG for one in kept)
        false = sum(one.judgement.verdict is Verdict.FALSE for one in kept)
        share = right / (right + wrong) if right + wrong else float("nan")
        yield f"{point:14.2f}  {right / answerable:13.1%}  {share:19.1%}  {false / others:13.1%}"


def _parameters(fit: Fit, questions: str) -> str:
    written: dict[str, Any] = {
        "made_by": "python -m evaluation calibrate --index DIR",
        "questions": questions,
        "answers": len(fit.held_out),
        "calibration_error": round(fit.error, 3),
        "intercept": round(fit.intercept, 4),
        "weights": {name: round(weight, 4) for name, weight in fit.weights.items()},
    }
    return json.dumps(written, indent=2) + "\n"
