"""Something done again and again beside the answers, for as long as the client lives."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from bot.faults import log_failure


class Rounds:
    """Does `go` every `seconds`, and at once when hurried; a round that fails is logged, and the next comes.

    A cog begins its rounds in `cog_load` and ends them in `cog_unload`: the client does both.
    """

    def __init__(self, go: Callable[[], Awaitable[object]], *, seconds: float, name: str) -> None:
        self._go = go
        self._seconds = seconds
        self._name = name
        self._hurried = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Begin, with a round at once."""
        if self._task is None:
            self._task = asyncio.create_task(self._repeat(), name=f"readout: {self._name}")

    def hurry(self) -> None:
        """Let the next round come at once, after the one under way."""
        self._hurried.set()

    async def end(self) -> None:
        """End, also in the middle of a round."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
            self._task = None

    async def _repeat(self) -> None:
        while True:
            self._hurried.clear()
            try:
                await self._go()
            except Exception as error:  # noqa: BLE001 - the next round may well succeed
                log_failure(error, f"A round of {self._name} failed")
            # Not `wait_for`, which swallows an end that comes in the same step of the loop as a hurry.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._seconds):
                    await self._hurried.wait()
