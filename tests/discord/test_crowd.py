"""Fifty people at once: none is lost, none waits for an acknowledgement, and the line is fair.

`python -m benchmarks discord` does the same for a minute, on the sample briefings.
"""

import time
from datetime import date

from benchmarks.crowd.crowd import ask_together
from benchmarks.crowd.turns import Plan, Way, late, lost, most_overtaken
from bot.answering.answer import Answer, NoAnswer
from index.engine import Filters
from tests.discord.conftest import Bench
from tests.discord.fakes import FakeAnswerer
from tests.discord.loopback import LoopbackDiscord

ASKERS = 50
QUESTIONS = ("When do the two teams meet, and why?", "Who met in Beijing?", "Why do they meet?", "Who?")


class UnhurriedAnswerer(FakeAnswerer):
    """Takes its time, so that a line forms."""

    def answer(self, question: str, *, where: Filters, as_of: date) -> Answer | NoAnswer:
        """Answer after a while."""
        time.sleep(0.05)
        return super().answer(question, where=where, as_of=as_of)


async def test_fifty_at_once_are_answered_in_time_and_in_order(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    loopback.contract = None  # the same bodies are held against it elsewhere; here it would take the time
    bench.answerer = UnhurriedAnswerer()
    async with bench.running():
        turns = await ask_together(
            loopback, QUESTIONS, Plan(askers=ASKERS, seconds=0.0, fewest=3, thought=(0.0, 0.5))
        )
    assert lost(turns) == []
    assert late(turns) == []
    assert most_overtaken(turns) <= ASKERS // 3
    assert {turn.way for turn in turns} == set(Way)
    assert len(turns) == 3 * ASKERS
