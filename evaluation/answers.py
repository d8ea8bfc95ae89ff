"""Score answers against judged questions: slots, dates, citations, and knowing when not to answer.

The answers are read from a file, or asked of an index through `python -m bot batch`, as a user would.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.answering.answer import Slot
from evaluation.judging import Judgement, Verdict, judge, read_given
from evaluation.metrics import (
    Estimate,
    Observation,
    Prediction,
    RiskPoint,
    estimate,
    risk_area,
    risk_coverage,
)
from evaluation.questions import (
    Question,
    QuestionsUnusable,
    default_questions,
    read_questions,
    read_records,
)

COVERAGES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("questions", nargs="?", type=Path, help="default: the development questions")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--index", type=Path, metavar="DIR", help="ask the bot on this index")
    source.add_argument("--answers", type=Path, metavar="ANSWERS.jsonl", help="score these, ask nothing")
    parser.add_argument("--report", type=Path, metavar="FILE.json", help="write figures and verdicts here")
    parser.add_argument(
        "--compare", type=Path, metavar="OLD.json", help="show what changed since that report"
    )
    parser.add_argument("--errors", type=int, default=10, metavar="N", help="how many wrong answers to show")


def run(arguments: argparse.Namespace) -> int:
    """Print the figures; return 0, or 1 with a sentence where something cannot be read."""
    try:
        questions = read_questions(arguments.questions or default_questions())
        if arguments.answers:
            records = [record for record, _ in read_records(arguments.answers)]
        else:
            records = ask(questions, arguments.index)
        judgements = judge_all(questions, records)
        scores = score(judgements)
        print("\n".join(_table(scores)))
        print("\n".join(_errors(judgements, arguments.errors)))
        if arguments.compare:
            print("\n".join(_changes(judgements, _verdicts(arguments.compare))))
        if arguments.report:
            arguments.report.write_text(json.dumps(_report(scores, judgements), indent=1, ensure_ascii=False))
    except QuestionsUnusable as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The figures by name, in the order they are read, and the risk-coverage curve."""

    figures: dict[str, Estimate]
    curve: tuple[RiskPoint, ...]

    @property
    def area(self) -> float:
        """Return the area under the risk-coverage curve."""
        return risk_area(self.curve)


def ask(questions: Sequence[Question], index: Path) -> list[dict[str, Any]]:
    """Ask the bot all questions on an index; it sees ids and questions alone, no judgement."""
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder) / "questions.jsonl", Path(folder) / "answers.jsonl"
        lines = [json.dumps({"id": one.id, "question": one.text}) for one in questions]
        asked.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = ["-m", "bot", "batch", str(asked), "--out", str(answered), "--index", str(index)]
        done = subprocess.run(  # noqa: S603 - our own command line
            [sys.executable, *command], stderr=subprocess.PIPE, text=True, check=False
        )
        if done.returncode:
            raise QuestionsUnusable(f"The bot did not answer: {done.stderr.strip() or done.returncode}")
        return [record for record, _ in read_records(answered)]


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
    silent = [one for one in judgements if not one.question.answerable]
    figures = {"slot accuracy": _share(answerable, _right)}
    for slot in (Slot.WHO, Slot.WHEN, Slot.WHERE, Slot.WHY, Slot.WHETHER):
        figures[f"  {slot}"] = _share([one for one in answerable if one.question.slot is slot], _right)
    figures |= {
        "right when answered": _share(given, _right),
        "date exactness": _share([one for one in given if one.date_exact is not None], _exact),
        "citation precision": _share(given, lambda one: bool(one.right_article)),
        "  cited sentence": _share(given, lambda one: bool(one.right_sentence)),
        "answer rate": _share(answerable, lambda one: one.verdict is not Verdict.SILENT),
        "false-answer rate": _share(silent, lambda one: one.verdict is Verdict.FALSE),
    }
    for kind in sorted({one.question.kind for one in silent}):
        same = [one for one in silent if one.question.kind == kind]
        figures[f"  {kind}"] = _share(same, lambda one: one.verdict is Verdict.FALSE)
    claimed = [
        Prediction(confidence=one.given.confidence, right=_right(one))
        for one in judgements
        if one.verdict is not Verdict.SILENT
    ]
    return Scores(figures=figures, curve=risk_coverage(claimed, len(judgements)))


def _right(one: Judgement) -> bool:
    return one.verdict is Verdict.RIGHT


def _exact(one: Judgement) -> bool:
    return bool(one.date_exact)


def _share(judgements: Sequence[Judgement], holds: Any) -> Estimate:
    return estimate(
        [
            Observation(group=one.question.article or one.question.id, value=float(holds(one)))
            for one in judgements
        ]
    )


def _table(scores: Scores) -> Iterator[str]:
    for name, value in scores.figures.items():
        yield f"{name:24}{value}"
    yield f"{'risk-coverage area':24}{scores.area:5.3f}  (mean share of wrong answers, surest first)"
    for coverage in COVERAGES:
        reached = [point for point in scores.curve if point.coverage <= coverage]
        if reached and scores.curve[-1].coverage >= coverage:
            yield f"  risk at {coverage:.0%} answered   {reached[-1].risk:5.1%}"


def _errors(judgements: Sequence[Judgement], most: int) -> Iterator[str]:
    wrong = [one for one in judgements if one.verdict in {Verdict.WRONG, Verdict.FALSE}]
    wrong.sort(key=lambda one: (-one.given.confidence, one.question.id))
    if wrong and most:
        yield f"\nThe surest {min(most, len(wrong))} of {len(wrong)} wrong answers:"
    for one in wrong[:most]:
        expected = " / ".join(one.question.answers) or f"no answer ({one.question.kind}: {one.question.note})"
        yield f"\n[{one.question.id}] {one.question.text}"
        yield f"  given    {one.given.slot_text or one.given.text}  ({one.given.confidence:.2f})"
        yield f"  from     {one.given.article}: {one.given.quote}"
        yield f"  expected {expected}"
        if one.question.evidence:
            yield f"  because  {one.question.article}: {one.question.evidence}"


def _verdicts(path: Path) -> dict[str, str]:
    try:
        old = json.loads(path.read_text(encoding="utf-8"))
        return {one["id"]: one["verdict"] for one in old["questions"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise QuestionsUnusable(f"{path} is no report of this command ({error!r}): name another.") from error


def _changes(judgements: Sequence[Judgement], before: dict[str, str]) -> Iterator[str]:
    """Yield what got better and worse; wrong is worse than silent."""
    worth = {Verdict.RIGHT: 2, Verdict.SILENT: 1, Verdict.WRONG: 0, Verdict.FALSE: 0}
    for word, sign in (("better", 1), ("worse", -1)):
        moved = [
            one
            for one in judgements
            if one.question.id in before
            and sign * (worth[one.verdict] - worth[Verdict(before[one.question.id])]) > 0
        ]
        yield f"\n{len(moved)} {word} than before"
        for one in moved:
            yield f"  {before[one.question.id]:7} -> {one.verdict:7} [{one.question.id}] {one.question.text}"


def _report(scores: Scores, judgements: Sequence[Judgement]) -> dict[str, Any]:
    figures = {
        name.strip(): {"value": one.value, "low": one.low, "high": one.high, "count": one.count}
        for name, one in scores.figures.items()
        if one.count
    }
    return {
        "figures": figures,
        "risk_coverage_area": scores.area if scores.curve else None,
        "risk_coverage": [[point.coverage, point.risk] for point in scores.curve],
        "questions": [_verdict_record(one) for one in judgements],
    }


def _verdict_record(one: Judgement) -> dict[str, Any]:
    return {
        "id": one.question.id,
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
