"""A process that does one side's work as it is told: one JSON request a line in, one JSON reply a line out.

python -m benchmarks.measure.worker ours|plain FOLDER
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.measure.sides import SIDES, Side


def main() -> int:
    """Serve requests until the input ends; the reply holds the seconds that the work alone took."""
    name, folder = sys.argv[1:3]
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # a library that prints must not answer in our place
    side = SIDES[name](Path(folder))
    for line in sys.stdin:
        request = json.loads(line)
        began = time.perf_counter()
        value = _tasks(side)[request["task"]](*request["arguments"])
        seconds = time.perf_counter() - began
        print(json.dumps({"seconds": seconds, "value": value}), file=replies, flush=True)
    return 0


def _tasks(side: Side) -> dict[str, Callable[..., Any]]:
    return {
        "warm_up": side.warm_up,
        "build": lambda listed: side.build(Path(listed)),
        "update": side.update,
        "finish": side.finish,
        "search": side.search,
    }


if __name__ == "__main__":
    sys.exit(main())
