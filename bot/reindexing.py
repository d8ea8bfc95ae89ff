"""The build of the index, run beside the bot as a process of its own at a lower priority."""

import asyncio
import contextlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.faults import Refusal

NICENESS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedFile:
    """A file that could not be read, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did, in articles; `encoded` counts passages."""

    generation: int
    added: int
    changed: int
    removed: int
    unchanged: int
    encoded: int
    seconds: float
    failed: tuple[FailedFile, ...]


class Reindexer:
    """Runs one build at a time. `command` prints the build's report as JSON on its standard output."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
        self._command = tuple(command)
        self._environment = environment
        self._running = False

    async def run(self) -> BuildReport:
        """Build, and return the report; a cancelled call ends the build, which the next one finishes.

        Raises `Refusal` while a build is running, and when the build says that it cannot be done.
        """
        if self._running:
            raise Refusal("The index is being rebuilt already; wait for that to finish.")
        self._running = True
        try:
            return await self._build()
        finally:
            self._running = False

    async def _build(self) -> BuildReport:
        process = await asyncio.create_subprocess_exec(
            *self._command,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=self._environment,
        )
        try:
            with contextlib.suppress(ProcessLookupError):
                os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
            printed, complaints = await process.communicate()
        except asyncio.CancelledError:
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
            await process.wait()
            raise
        if process.returncode != 0:
            raise Refusal(f"The build stopped: {_last_line(complaints)}")
        return parse_report(printed)


def parse_report(printed: bytes) -> BuildReport:
    """Read what `build_index.py --json` prints."""
    report: dict[str, Any] = json.loads(printed)
    failed = tuple(FailedFile(path=row["path"], reason=row["reason"]) for row in report["failed"])
    counts = {
        key: report[key] for key in ("generation", "added", "changed", "removed", "unchanged", "encoded")
    }
    return BuildReport(**counts, seconds=report["seconds"], failed=failed)


def _last_line(complaints: bytes) -> str:
    lines = complaints.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it gave no reason; run build_index.py in a shell to see more."
