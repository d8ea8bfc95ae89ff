"""The parent's end of a worker process."""

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measure import worker


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a task returned and how long it took, in the worker itself, by the clock and of the processor."""

    value: Any
    seconds: float
    cpu_seconds: float


class WorkerFailed(Exception):
    """A worker ended before it answered. Its text is one sentence; what it wrote stands above it."""


class WorkerProcess:
    """One side in a process of its own; use it in a `with` block."""

    def __init__(self, side: str, folder: Path) -> None:
        self.started = time.perf_counter()
        self._side = side
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", worker.__name__, side, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> "WorkerProcess":
        return self

    def __exit__(self, *exception: object) -> None:
        self._process.kill()
        self._process.communicate()

    def do(self, task: str, *arguments: str) -> Reply:
        """Have a task done and wait for it."""
        if self._process.stdin is None or self._process.stdout is None:
            raise AssertionError("a worker is started with pipes")
        try:
            self._process.stdin.write(json.dumps({"task": task, "arguments": arguments}) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError as error:
            raise WorkerFailed(f"The worker of {self._side} ended before {task}.") from error
        line = self._process.stdout.readline()
        if not line:
            raise WorkerFailed(f"The worker of {self._side} ended in {task}.")
        reply = json.loads(line)
        return Reply(**reply)

    def resident_megabytes(self) -> float:
        """Return the memory the process holds now (VmRSS)."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        line = next(one for one in status.splitlines() if one.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024
