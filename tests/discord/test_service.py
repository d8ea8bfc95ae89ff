"""The whole program: signals, and the way from a folder of briefings to an embed with the real index."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from bot.service import Service, run_service
from tests.discord.fakes import FakeAnswerer, FakeEngine
from tests.discord.loopback import BOT_ID, TOKEN, LoopbackDiscord

QUESTION = "When do the two teams meet, and why?"


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
async def test_a_signal_lets_the_answer_under_way_finish(
    loopback: LoopbackDiscord, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    answerer = FakeAnswerer()
    answerer.gate.clear()
    running = asyncio.create_task(run_service(_service(loopback, answerer, tmp_path)))
    await loopback.ready()
    await loopback.say(f"<@{BOT_ID}> {QUESTION}")
    await loopback.until(lambda: answerer.asked)
    os.kill(os.getpid(), number)
    await asyncio.sleep(0.2)
    assert not running.done()
    answerer.gate.set()
    assert await asyncio.wait_for(running, 10) == code
    assert len(loopback.messages) == 1


async def test_a_second_signal_does_not_wait(loopback: LoopbackDiscord, tmp_path: Path) -> None:
    answerer = FakeAnswerer()
    answerer.gate.clear()
    running = asyncio.create_task(run_service(_service(loopback, answerer, tmp_path)))
    await loopback.ready()
    await loopback.say(f"<@{BOT_ID}> {QUESTION}")
    await loopback.until(lambda: answerer.asked)
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.sleep(0.1)
    os.kill(os.getpid(), signal.SIGTERM)
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(running, 2)
    assert loopback.messages == []
    answerer.gate.set()  # a thread cannot be ended from outside


def _service(loopback: LoopbackDiscord, answerer: FakeAnswerer, folder: Path) -> Service:
    return Service(
        answerer=answerer,
        engine=FakeEngine(),
        token=TOKEN,
        build_command=[sys.executable, "-c", "raise SystemExit('no build was set up')"],
        state_dir=folder,
        open_connector=loopback.connector,
    )
