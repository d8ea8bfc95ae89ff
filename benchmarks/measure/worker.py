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
    """Serve requests until the input ends; the reply holds the seconds that the work alone took.

    `seconds` are those of the clock, `cpu_seconds` those of the processor in all threads.
    """
    name, folder = sys.argv[1:3]
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # a library that prints must not answer in our place
    side = SIDES[name](Path(folder))
    for line in sys.stdin:
        request = json.loads(line)
        clock, processor = time.perf_counter(), time.process_time()
        value = _tasks(side)[request["task"]](*request["arguments"])
        taken = {
            "seconds": time.perf_counter() - clock,
            "cpu_seconds": time.process_time() - processor,
            "value": value,
        }
        print(json.dumps(taken), file=replies, flush=True)
    return 0


def _tasks(side: Side) -> dict[str, Callable[..., Any]]:
    return {
        "warm_up": side.warm_up,
        "build": lambda listed: side.build(Path(listed)),
        "encode": lambda listed: side.encode(Path(listed)),
        "extract": lambda listed: side.extract(Path(listed)),
        "update": side.update,
        "finish": side.finish,
        "take_over": lambda store: side.take_over(Path(store)),
        "search": side.search,
    }


if __name__ == "__main__":
    sys.exit(main())
