"""Answer a question from the briefings; without one, prompt for questions."""

import argparse
import importlib
import json
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from bot.answer_json import answer_as_json
from bot.answering.understanding.question import UnusableQuestion
from bot.commands.arguments import UsageError, add_as_of, add_filters, read_filters, read_words
from bot.settings import load_settings
from bot.terminal import show_answer


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `ask`."""
    parser = subparsers.add_parser("ask", help="answer a question, or prompt for questions")
    parser.add_argument("question", nargs="?", type=read_words, metavar="QUESTION")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")
    add_filters(parser)
    add_as_of(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Answer, and return the exit code."""
    from bot.wiring import open_answerer, open_engine  # it loads torch: only for a command that needs it

    if arguments.question is None and not sys.stdin.isatty():
        raise UsageError('Write the question behind "ask"; the prompt needs a terminal.')
    settings = load_settings()
    engine = open_engine(settings, arguments.index)
    try:
        with engine.snapshot() as snapshot:
            where = read_filters(arguments, snapshot)
        answerer = open_answerer(engine, settings)

        def reply(question: str) -> None:
            answer = answerer.answer(question, where=where, as_of=arguments.as_of or date.today())
            if arguments.json:
                print(json.dumps(answer_as_json(answer), ensure_ascii=False))
            else:
                show_answer(answer)

        if arguments.question is not None:
            reply(arguments.question)
        else:
            _converse(reply)
        return 0
    finally:
        engine.close()


def _converse(reply: Callable[[str], None]) -> None:
    with suppress(ImportError):  # not everywhere; where it is, the arrow keys edit the line
        importlib.import_module("readline")
    while (question := _prompt()) is not None:
        try:
            reply(question)
        except UnusableQuestion as error:
            print(error, file=sys.stderr)


def _prompt() -> str | None:
    try:
        return input("Ask (Ctrl-D ends): ")
    except EOFError:
        print()
        return None
    except KeyboardInterrupt:
        print()  # the prompt's line is ended, so that what is said next has its own
        raise
