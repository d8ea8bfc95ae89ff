"""`python -m evaluation COMMAND`: print a quality figure that anyone can print again."""

import argparse
import importlib
import sys
from collections.abc import Sequence

COMMANDS: tuple[str, ...] = (
    "ablation", "answers", "baselines", "calibrate", "corpus", "dates", "meetings", "readers", "retrieval",
    "summaries",
)  # fmt: skip
"""Modules of this package; each has `add_arguments(parser)` and `run(arguments) -> int`, and a docstring."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in COMMANDS:
        module = importlib.import_module(f"evaluation.{name}")
        command = commands.add_parser(name, help=(module.__doc__ or "").splitlines()[0])
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    arguments = parser.parse_args(argv)
    return int(arguments.run(arguments))


if __name__ == "__main__":
    sys.exit(main())
