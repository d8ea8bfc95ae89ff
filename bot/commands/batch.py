"""Answer a file of questions, one JSON line each, in the same order."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bot.answer_json import answer_as_json
from bot.answering.answer import Answer, NoAnswer, Reason
from bot.answering.understanding.question import UnusableQuestion
from bot.commands.arguments import add_as_of, add_filters, read_filters
from bot.commands.question_file import AskedLine, check_results_path, read_questions, write_lines
from bot.settings import load_settings


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `batch`."""
    parser = subparsers.add_parser("batch", help="answer a file of questions")
    parser.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")
    parser.add_argument("--out", type=Path, required=True, metavar="ANSWERS.jsonl")
    add_filters(parser)
    add_as_of(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Answer all, write the file, and return the exit code."""
    from bot.wiring import open_answerer, open_engine

    asked = read_questions(arguments.questions)
    check_results_path(arguments.out, arguments.questions)
    settings = load_settings()
    engine = open_engine(settings, arguments.index)
    try:
        with engine.snapshot() as snapshot:
            where = read_filters(arguments, snapshot)
        answerer = open_answerer(engine, settings)

        def reply(question: str) -> Answer | NoAnswer:
            return answerer.answer(question, where=where, as_of=arguments.as_of or date.today())

        count = write_lines(arguments.out, _answers(asked, reply))
    finally:
        engine.close()
    print(f"{count:,} answers written to {arguments.out}", file=sys.stderr)
    return 0


def _answers(
    asked: Sequence[AskedLine], reply: Callable[[str], Answer | NoAnswer]
) -> Iterator[dict[str, Any]]:
    for line in asked:
        yield {"id": line.id, **answer_as_json(_answer(line.question, reply))}


def _answer(question: str, reply: Callable[[str], Answer | NoAnswer]) -> Answer | NoAnswer:
    # One question that cannot be asked must not cost the answers to the others.
    try:
        return reply(question)
    except UnusableQuestion as error:
        return NoAnswer(question=question, asked=(), text=str(error), reason=Reason.NOTHING_RELEVANT)
