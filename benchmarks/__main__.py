"""`python -m benchmarks`: Readout and a plain script at the same work, in one run, with the goals.

Without READOUT_DEV_DATA it works on the sample briefings, whose figures are only indicative.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure.processes import WorkerFailed
from benchmarks.measure.trials import Trials, Turns
from benchmarks.table import lines, rows
from benchmarks.workload import Workload, development_workload, sample_workload
from evaluation.questions import QuestionsUnusable

ARTICLES = 700  # about 2,500 passages


def main(argv: Sequence[str] | None = None) -> int:
    """Run the trials and print the table; return 0, 1 with a sentence for a fault, or 130 for Ctrl-C.

    A goal that is missed is printed, not an error: timings of a busy machine must not fail a build.
    """
    arguments = _arguments(argv)
    began = time.monotonic()
    try:
        workload = _workload(arguments)
        with tempfile.TemporaryDirectory() as folder:
            trials = Trials(workload, Path(folder), Turns(), lambda words: print(words, file=sys.stderr))
            trials.run()
    except (QuestionsUnusable, WorkerFailed, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    ours, plain = (trials.observed[name] for name in ("ours", "plain"))
    print(f"\n{len(workload.articles):,} articles, {len(workload.queries):,} queries; passages: ", end="")
    print(f"{ours.passages:,} ours, {plain.passages:,} the yardstick's; {os.cpu_count()} processors")
    print("\n".join(lines(rows(trials.observed))))
    if workload.indicative:
        print(
            "Too little text for figures that mean something: set READOUT_DEV_DATA, and read these as a hint."
        )
    print(f"Took {time.monotonic() - began:.0f} s.")
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--articles", type=int, default=ARTICLES, metavar="N", help=f"default {ARTICLES}")
    size.add_argument("--full", action="store_true", help="all articles of the development data: an hour")
    return parser.parse_args(argv)


def _workload(arguments: argparse.Namespace) -> Workload:
    folder = os.environ.get("READOUT_DEV_DATA")
    if folder:
        return development_workload(Path(folder), None if arguments.full else arguments.articles)
    return sample_workload(Path(os.environ.get("CORPUS_DIR", "corpus")))


if __name__ == "__main__":
    sys.exit(main())
