"""`python -m benchmarks`: Readout and a plain script at the same work, in one run, with the goals.

Without READOUT_DEV_DATA it works on the sample briefings, whose figures are only indicative. With
`--index DIR` both also search in the passages and vectors of that index, without encoding them.
`python -m benchmarks discord` has many people at once ask the bot, in a Discord on the loopback.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.crowd.turns import Plan
from benchmarks.measure.processes import WorkerFailed
from benchmarks.measure.stored import article_ids
from benchmarks.measure.trials import NAMES, Trials, Turns
from benchmarks.table import extraction_line, lines, rows, rows_of_search
from benchmarks.workload import Workload, development_workload, queries_of_store, sample_workload
from evaluation.questions import QuestionsUnusable
from index.engine import IndexUnavailable

ARTICLES = 700  # about 2,500 passages


def main(argv: Sequence[str] | None = None) -> int:
    """Run the trials and print the table; return 0, 1 with a sentence for a fault, or 130 for Ctrl-C.

    A goal that is missed is printed, not an error: timings of a busy machine must not fail a build.
    """
    arguments = _arguments(argv)
    began = time.monotonic()
    try:
        if arguments.subject == "discord":
            _crowd(Plan(askers=arguments.askers, seconds=arguments.seconds))
        else:
            _search(arguments)
    except (IndexUnavailable, QuestionsUnusable, WorkerFailed, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    print(f"Took {time.monotonic() - began:.0f} s.")
    return 0


def _measured(workload: Workload) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        trials = Trials(workload, Path(folder), Turns(), _tell)
        trials.run()
    ours, plain = (trials.observed[name] for name in NAMES)
    yield (
        f"\n{len(workload.articles):,} articles, {len(workload.queries):,} queries; passages: "
        f"{ours.passages:,} ours, {plain.passages:,} the yardstick's; {os.cpu_count()} processors"
    )
    yield from lines(rows(trials.observed))
    yield extraction_line(ours)


def _measured_on_store(workload: Workload, store: Path) -> Iterator[str]:
    queries = queries_of_store(workload.queries, article_ids(store))
    with tempfile.TemporaryDirectory() as folder:
        trials = Trials(replace(workload, queries=queries), Path(folder), Turns(), _tell)
        trials.run_on_store(store)
    yield (
        f"\nThe same {trials.observed['ours'].passages:,} passages and vectors of {store} on both sides, "
        f"encoded once, by Readout; {len(queries):,} queries"
    )
    yield from lines(rows_of_search(trials.observed))


def _search(arguments: argparse.Namespace) -> None:
    workload = _workload(arguments)
    print("\n".join(_measured(workload)))
    if arguments.index is not None:
        print("\n".join(_measured_on_store(workload, arguments.index)))
    if workload.indicative:
        print(
            "Too little text for figures that mean something: set READOUT_DEV_DATA, and read these as a hint."
        )


def _crowd(plan: Plan) -> None:
    # Imported here: the other trials need no Discord.
    from benchmarks.crowd.bot_under_load import measure_crowd

    print(f"{plan.askers} people ask for {plan.seconds:g} s, on {os.cpu_count()} processors")
    print("\n".join(measure_crowd(plan)))


def _tell(words: str) -> None:
    print(words, file=sys.stderr)


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--articles", type=int, default=ARTICLES, metavar="N", help=f"default {ARTICLES}")
    size.add_argument("--full", action="store_true", help="all articles of the development data: hours")
    parser.add_argument(
        "--index", type=Path, metavar="DIR", help="search in this index, too, without encoding its passages"
    )
    subjects = parser.add_subparsers(dest="subject", metavar="discord")
    crowd = subjects.add_parser("discord", help="many people at once ask the bot, on the loopback")
    crowd.add_argument("--askers", type=_positive, default=50, metavar="N", help="default 50")
    crowd.add_argument("--seconds", type=_positive, default=60, metavar="S", help="default 60")
    return parser.parse_args(argv)


def _positive(written: str) -> int:
    number = int(written)
    if number < 1:
        raise ValueError
    return number


def _workload(arguments: argparse.Namespace) -> Workload:
    folder = os.environ.get("READOUT_DEV_DATA")
    if folder:
        return development_workload(Path(folder), None if arguments.full else arguments.articles)
    return sample_workload(Path(os.environ.get("CORPUS_DIR", "corpus")))


if __name__ == "__main__":
    sys.exit(main())
