"""Where log records go: standard error, one line each, as long as the bot runs."""

import logging
import sys


def configure_logging(*, verbose: bool = False) -> None:
    """Send records of INFO and above to standard error; with `verbose`, our own of DEBUG too.

    discord.py logs what people wrote at DEBUG, so it never goes below INFO.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.getLogger("bot").setLevel(logging.DEBUG if verbose else logging.INFO)
