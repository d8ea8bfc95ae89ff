"""Draw the articles to ask: all that judged questions are about, and others at random.

The same questions, number and seed draw the same articles, so that figures can be printed again.
"""

import argparse
import gzip
import json
import os
import random
import sys
import zlib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from evaluation.questions import QuestionsUnusable, default_questions, read_questions

OTHERS = 600
SEED = 7
_EXPORT = "senate-dev.jsonl.gz"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("questions", nargs="*", type=Path, help="default: the development questions")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE.jsonl", help="build the index from it"
    )
    parser.add_argument(
        "--export", type=Path, metavar="FILE.jsonl[.gz]", help="default: the development data's releases"
    )
    parser.add_argument("--others", type=int, default=OTHERS, metavar="N", help=f"default: {OTHERS}")
    parser.add_argument("--seed", type=int, default=SEED, metavar="N", help=f"default: {SEED}")


def run(arguments: argparse.Namespace) -> int:
    """Write the articles drawn and say how many; return 0, or 1 with a sentence for a fault."""
    try:
        asked = _asked_about(arguments.questions or [default_questions()])
        lines = _read_export(arguments.export or _default_export())
        drawn = draw(lines, asked, others=arguments.others, seed=arguments.seed)
        arguments.out.write_bytes(b"".join(lines[identity] for identity in drawn))
    except (QuestionsUnusable, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    print(f"{arguments.out}: {len(asked)} articles asked about and {len(drawn) - len(asked)} others.")
    return 0


def draw(known: Collection[str], asked: Collection[str], *, others: int, seed: int) -> list[str]:
    """Return the ids of the articles asked about and of `others` more at random, in order.

    Raises QuestionsUnusable where `known` lacks an article asked about.
    """
    missing = sorted(set(asked) - set(known))
    if missing:
        raise QuestionsUnusable(
            f"The export lacks {len(missing)} of the articles asked about ({missing[0]} is one): "
            "name the export that the questions are about."
        )
    rest = sorted(set(known) - set(asked))
    random.Random(seed).shuffle(rest)
    return sorted([*asked, *rest[:others]])


def _asked_about(paths: Sequence[Path]) -> set[str]:
    named = {article for path in paths for one in read_questions(path) for article in (one.article, one.also)}
    return named - {""}


def _default_export() -> Path:
    folder = os.environ.get("READOUT_DEV_DATA")
    if not folder:
        raise QuestionsUnusable(
            "No articles: name an export with --export, or set READOUT_DEV_DATA to the development data."
        )
    return Path(folder) / _EXPORT


def _read_export(path: Path) -> dict[str, bytes]:
    """Return each line of an export by the id of its article; raises QuestionsUnusable."""
    try:
        return {json.loads(line)["id"]: line for line in _lines(path)}
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError) as error:
        raise QuestionsUnusable(
            f"{path} cannot be read as one article with an id on each line ({error!r}): name another file."
        ) from error


def _lines(path: Path) -> Iterator[bytes]:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
        for line in stream:
            if line.strip():
                yield line.rstrip(b"\n") + b"\n"
