"""Answer a file of questions, one JSON line each, in the same order."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bot.answer_json import answer_as_json
from bot.answering.question import UnusableQuestion
from bot.commands.arguments import UsageError, add_as_of, add_filters, read_filters
from bot.commands.question_file import read_questions, write_lines
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
    engine = open_engine(load_settings(), arguments.index)
    try:
        with engine.snapshot() as snapshot:
            where = read_filters(arguments, snapshot)
        answerer = open_answerer(engine)

        def answers() -> Iterator[dict[str, Any]]:
            for line in asked:
                try:
                    answer = answerer.answer(
                        line.question, where=where, as_of=arguments.as_of or date.today()
                    )
                except UnusableQuestion as error:
                    raise UsageError(f"{arguments.questions}, question {line.id}: {error}") from error
                yield {"id": line.id, **answer_as_json(answer)}

        count = write_lines(arguments.out, answers())
    finally:
        engine.close()
    print(f"{count:,} answers written to {arguments.out}", file=sys.stderr)
    return 0
