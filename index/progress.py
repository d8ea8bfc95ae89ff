"""What a build tells whoever watches it, and the two ways to show it. The build itself is silent."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TextIO

LINE_EVERY = 10.0  # seconds between plain lines
WAITING = "Another build is at work on this index; waiting for it to finish."


class Progress(Protocol):
    """Watches a build: phases one after another, each of a known amount of work."""

    def waiting(self) -> None:
        """Be told, once, that another build holds the store and this one waits for it."""

    def begin(self, phase: str, total: int) -> None:
        """Be told that a phase of `total` units begins."""

    def advance(self, units: int) -> None:
        """Be told that so many units more are done."""


class Unwatched:
    """Watches nothing."""

    def waiting(self) -> None:
        """Ignore it."""

    def begin(self, phase: str, total: int) -> None:
        """Ignore it."""

    def advance(self, units: int) -> None:
        """Ignore it."""


class PlainLines:
    """Writes a line when a phase has work, and one every ten seconds: for logs and pipes."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._phase, self._total, self._done = "", 0, 0
        self._began = self._written = time.monotonic()

    def waiting(self) -> None:
        """Say that another build is at work."""
        print(WAITING, file=self._stream, flush=True)

    def begin(self, phase: str, total: int) -> None:
        """Name the phase, if there is anything to do in it."""
        self._phase, self._total, self._done = phase, total, 0
        self._began = self._written = time.monotonic()
        if total > 1:
            print(f"{phase} {total:,} ...", file=self._stream, flush=True)

    def advance(self, units: int) -> None:
        """Say how far it is, at most every ten seconds."""
        self._done += units
        now = time.monotonic()
        if now - self._written < LINE_EVERY or self._done >= self._total:
            return
        self._written = now
        rate = self._done / (now - self._began)
        left = (self._total - self._done) / rate
        print(
            f"{self._phase} {self._done:,} of {self._total:,}, {rate:.0f}/s, about {left:.0f} s left",
            file=self._stream,
            flush=True,
        )


class Bar:
    """Draws a bar with rate and time left: for a terminal. Made by `shown`."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            TextColumn,
            TimeRemainingColumn,
        )
        from rich.progress import Progress as Display

        self._display = Display(
            TextColumn("{task.description:<11}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=Console(stderr=True),
            speed_estimate_period=60,
        )
        self._task = self._display.add_task("Starting", total=None, rate="")
        self._began, self._done = time.monotonic(), 0

    def start(self) -> None:
        """Begin to draw."""
        self._display.start()

    def stop(self) -> None:
        """Leave the screen as it is."""
        self._display.stop()

    def waiting(self) -> None:
        """Say that another build is at work."""
        self._display.console.print(WAITING)

    def begin(self, phase: str, total: int) -> None:
        """Start the bar of a phase, if there is anything to do in it."""
        if not total:
            return
        self._display.remove_task(self._task)
        self._task = self._display.add_task(phase, total=total, rate="")
        self._began, self._done = time.monotonic(), 0

    def advance(self, units: int) -> None:
        """Move the bar."""
        self._done += units
        rate = self._done / max(time.monotonic() - self._began, 1e-6)
        self._display.update(self._task, advance=units, rate=f"{rate:,.0f}/s")


@contextmanager
def shown(stream: TextIO = sys.stderr) -> Iterator[Progress]:
    """Show a build's progress on a stream: a bar where it is a terminal, plain lines elsewhere."""
    if not stream.isatty():
        yield PlainLines(stream)
        return
    bar = Bar()
    bar.start()
    try:
        yield bar
    finally:
        bar.stop()
