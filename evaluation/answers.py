"""Score answers against judged questions: slots, dates, citations, and knowing when not to answer.

The answers are read from a file, or asked of an index through `python -m bot batch`, as a user would.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evaluation.judging import Judgement, Verdict
from evaluation.page import Report, write_page
from evaluation.questions import (
    Question,
    QuestionsUnusable,
    default_questions,
    read_questions,
    read_records,
)
from evaluation.retrieval import Ranking, rank_all, ranking_table
from evaluation.runs import RUN_FILE, Change, compare, read_verdicts, write_run
from evaluation.scoring import Scores, judge_all, score
from index.embedding_model import EmbedderUnavailable
from index.engine import IndexUnavailable

COVERAGES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
PAGE_FILE = "report.html"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("questions", nargs="?", type=Path, help="default: the development questions")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--index", type=Path, metavar="DIR", help="ask the bot on this index")
    source.add_argument("--answers", type=Path, metavar="ANSWERS.jsonl", help="score these, ask nothing")
    parser.add_argument(
        "--report", type=Path, metavar="DIR", help=f"write {PAGE_FILE} and {RUN_FILE} into this folder"
    )
    parser.add_argument("--compare", type=Path, metavar="OLD.json", help="show what changed since that run")
    parser.add_argument("--errors", type=int, default=10, metavar="N", help="how many wrong answers to show")


def run(arguments: argparse.Namespace) -> int:
    """Print the figures; return 0, or 1 with a sentence where something cannot be read or written."""
    try:
        path = arguments.questions or default_questions()
        report = _report(path, read_questions(path), arguments)
        print("\n".join(_lines(report, arguments.errors)))
        if arguments.report:
            _write(arguments.report, report)
            print(f"\nThe report is {arguments.report / PAGE_FILE}")
    except (QuestionsUnusable, IndexUnavailable, EmbedderUnavailable) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


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


def _report(path: Path, questions: Sequence[Question], arguments: argparse.Namespace) -> Report:
    # The old run is read first: a wrong path is told before the questions are asked.
    before = read_verdicts(arguments.compare) if arguments.compare else {}
    if arguments.answers:
        records, rankings = [record for record, _ in read_records(arguments.answers)], []
    else:
        records = ask(questions, arguments.index)
        rankings = rank_all([one for one in questions if one.answerable], arguments.index)
    judgements = judge_all(questions, records)
    return Report(
        questions=path.name,
        answered=str(arguments.index or arguments.answers.name),
        scores=score(judgements),
        judgements=tuple(judgements),
        rankings=tuple(rankings),
        compared=str(arguments.compare) if arguments.compare else None,
        changes=tuple(compare(judgements, before)),
    )


def _write(folder: Path, report: Report) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_page(folder / PAGE_FILE, report)
        write_run(folder / RUN_FILE, report.scores, report.judgements, report.rankings)
    except OSError as error:
        raise QuestionsUnusable(f"The report cannot be written ({error}): name another folder.") from error


def _lines(report: Report, errors: int) -> Iterator[str]:
    yield from _table(report.scores)
    yield from _retrieval(report.rankings)
    yield from _errors(report.judgements, errors)
    if report.compared:
        yield from _changes(report.changes)


def _table(scores: Scores) -> Iterator[str]:
    for name, value in scores.figures.items():
        yield f"{name:24}{value}"
    yield f"{'calibration error':24}{scores.calibration_error:5.3f}  (expected; 0 is perfect)"
    yield f"{'risk-coverage area':24}{scores.area:5.3f}  (mean share of wrong answers, surest first)"
    for coverage in COVERAGES:
        reached = [point for point in scores.curve if point.coverage <= coverage]
        if reached and scores.curve[-1].coverage >= coverage:
            yield f"  risk at {coverage:.0%} answered   {reached[-1].risk:5.1%}"


def _retrieval(rankings: Sequence[Ranking]) -> Iterator[str]:
    if rankings:
        yield ""
        yield from ranking_table(rankings)


def _errors(judgements: Sequence[Judgement], most: int) -> Iterator[str]:
    wrong = [one for one in judgements if one.verdict in {Verdict.WRONG, Verdict.FALSE}]
    wrong.sort(key=lambda one: (-one.given.confidence, one.question.id))
    if wrong and most:
        yield f"\nThe surest {min(most, len(wrong))} of {len(wrong)} wrong answers:"
    for one in wrong[:most]:
        yield f"\n[{one.question.id}] {one.question.text}"
        yield f"  given    {one.given.slot_text or one.given.text}  ({one.given.confidence:.2f})"
        yield f"  from     {one.given.article}: {one.given.quote}"
        yield f"  expected {one.question.expected}"
        if one.question.evidence:
            yield f"  because  {one.question.article}: {one.question.evidence}"


def _changes(changes: Sequence[Change]) -> Iterator[str]:
    for word, better in (("better", True), ("worse", False)):
        moved = [one for one in changes if one.better is better]
        yield f"\n{len(moved)} {word} than before"
        for one in moved:
            question = one.judgement.question
            yield f"  {one.before:7} -> {one.judgement.verdict:7} [{question.id}] {question.text}"
