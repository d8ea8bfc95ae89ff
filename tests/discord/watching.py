"""The loop under watch: how long its steps take, and which of them would keep others waiting."""

import asyncio
import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

LONGEST_STEP = 0.1  # seconds of processor time that one step of the loop may take
LONGEST_BLOCK = 0.5  # seconds that it may take by the clock, which other programs share


@dataclass(slots=True)
class Steps:
    """What was seen: the longest step in seconds of the processor and of the clock, and those too long."""

    processor: float = 0.0
    clock: float = 0.0
    slow: list[str] = field(default_factory=list)


@contextlib.contextmanager
def watched_steps() -> Iterator[Steps]:
    """Time every step of the running loop, in its debug mode, until the context ends."""
    loop, run, seen = asyncio.get_running_loop(), asyncio.Handle._run, Steps()

    def timed(handle: asyncio.Handle) -> None:
        clock, processor = time.monotonic(), time.thread_time()
        run(handle)
        clock, processor = time.monotonic() - clock, time.thread_time() - processor
        seen.processor, seen.clock = max(seen.processor, processor), max(seen.clock, clock)
        if processor > LONGEST_STEP or clock > LONGEST_BLOCK:
            seen.slow.append(
                f"{handle!r} took {processor:.3f} s of the processor, {clock:.3f} s by the clock"
            )

    was_debugged = loop.get_debug()
    loop.set_debug(True)
    asyncio.Handle._run = timed  # type: ignore[method-assign, assignment]
    try:
        yield seen
    finally:
        asyncio.Handle._run = run  # type: ignore[method-assign]
        loop.set_debug(was_debugged)
