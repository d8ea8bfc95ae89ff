"""Find the passages nearest to some words, or to each question of a file."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.answer_json import hits_as_json
from bot.commands.arguments import UsageError, add_filters, read_filters, read_words
from bot.commands.question_file import AskedLine, check_results_path, read_questions, write_lines
from bot.settings import load_settings
from bot.terminal import show_hits
from index.engine import Filters, Mode, Snapshot


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `search`."""
    parser = subparsers.add_parser("search", help="find passages")
    parser.add_argument("words", nargs="?", type=read_words, metavar="WORDS")
    parser.add_argument("-k", type=_count, default=10, metavar="N", help="how many passages (default: 10)")
    parser.add_argument("--json", action="store_true", help="print the hits as JSON")
    parser.add_argument("--mode", choices=[mode.value for mode in Mode], default=Mode.HYBRID.value)
    parser.add_argument("--batch", type=Path, metavar="QUESTIONS.jsonl", help="search for each of a file")
    parser.add_argument("--out", type=Path, metavar="HITS.jsonl", help="where --batch writes")
    add_filters(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Search, and return the exit code."""
    from bot.wiring import open_engine

    _check(arguments)
    asked = _questions(arguments)
    engine = open_engine(load_settings(), arguments.index)
    try:
        with engine.snapshot() as snapshot:
            where = read_filters(arguments, snapshot)
            if arguments.batch is None:
                _search_once(arguments, snapshot, where)
            else:
                _search_each(arguments, snapshot, where, asked)
        return 0
    finally:
        engine.close()


def _check(arguments: argparse.Namespace) -> None:
    if (arguments.words is None) == (arguments.batch is None):
        raise UsageError("Give the words to find, or --batch with a file of questions.")
    if (arguments.batch is None) != (arguments.out is None):
        raise UsageError("--batch and --out go together.")
    if arguments.words is not None and not arguments.words.strip():
        raise UsageError("There are no words to find; write some.")


def _questions(arguments: argparse.Namespace) -> list[AskedLine]:
    if arguments.batch is None:
        return []
    asked = read_questions(arguments.batch)
    check_results_path(arguments.out, arguments.batch)
    return asked


def _search_each(
    arguments: argparse.Namespace, snapshot: Snapshot, where: Filters, asked: Sequence[AskedLine]
) -> None:
    mode = Mode(arguments.mode)

    def found(line: AskedLine) -> dict[str, Any]:
        result = snapshot.search(line.question, k=arguments.k, where=where, mode=mode)
        return {"id": line.id, "question": line.question, "hits": hits_as_json(result)}

    count = write_lines(arguments.out, map(found, asked))
    print(f"{count:,} searches written to {arguments.out}", file=sys.stderr)


def _search_once(arguments: argparse.Namespace, snapshot: Snapshot, where: Filters) -> None:
    result = snapshot.search(arguments.words, k=arguments.k, where=where, mode=Mode(arguments.mode))
    if arguments.json:
        print(json.dumps({"hits": hits_as_json(result)}, ensure_ascii=False))
        return
    articles = {hit.article_id: snapshot.article(hit.article_id) for hit in result.hits}
    show_hits(result, {key: one for key, one in articles.items() if one is not None})


def _count(written: str) -> int:
    if not written.isdigit() or not 1 <= int(written) <= 1000:
        raise argparse.ArgumentTypeError(f"{written!r} is not a number from 1 to 1000")
    return int(written)
