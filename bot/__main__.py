"""The command line: `python -m bot [COMMAND]`; without a command the Discord bot runs."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

COMMANDS = ("run", "ask", "batch", "search", "meetings", "timeline", "summary", "inspect", "doctor")
DEFAULT = "run"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, 1 for a fault, 2 for wrong usage, 130 for Ctrl-C."""
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        arguments = _parser().parse_args(given or [DEFAULT])
        done = int(arguments.run(arguments))
        sys.stdout.flush()
        return done
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        _discard_output()
        return 0
    except Exception as error:
        from bot.fault_codes import exit_code_of, sentence_of

        code = exit_code_of(error)
        if code is None:
            raise
        print(sentence_of(error), file=sys.stderr)
        return code


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message}; see `{self.prog} --help`.\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m bot", description="Who met, when and why, from a folder of briefings.")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for name in COMMANDS:
        importlib.import_module(f"bot.commands.{name}").register(subparsers)
    return parser


def _discard_output() -> None:
    # The reader left (`| head`), which is no fault; what is still buffered must not fail again at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
