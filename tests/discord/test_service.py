"""The whole program: signals, and the way from a folder of briefings to an embed with the real index."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest
import trustme

from bot.service import Service, run_service
from index.builder import BuildRequest, build
from index.embedder import SentenceTransformerEmbedder
from index.meetings import MeetingExtractor
from index.progress import Unwatched
from tests.discord.fakes import FakeAnswerer, FakeEngine
from tests.discord.loopback import BOT_ID, TOKEN, Fault, LoopbackDiscord, Place
from tests.index.briefings import write_briefing

ROOT = Path(__file__).parents[2]
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


async def test_a_session_that_discord_calls_invalid_is_begun_anew(
    loopback: LoopbackDiscord, tmp_path: Path
) -> None:
    loopback.faults[Place.GATEWAY].append(Fault.INVALID_SESSION)
    running = asyncio.create_task(run_service(_service(loopback, FakeAnswerer(), tmp_path)))
    try:
        await loopback.until(lambda: loopback.identified, seconds=20)  # Discord asks for a pause of 1 to 5 s
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
    finally:
        running.cancel()
        await asyncio.wait([running])
    assert len(loopback.identified) == 1
    assert loopback.resumed == 0


async def test_the_program_itself_answers_and_ends_on_ctrl_c(
    loopback: LoopbackDiscord, authority: trustme.CA, store: Path, tmp_path: Path
) -> None:
    certificate = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(certificate))
    program = await asyncio.create_subprocess_exec(
        *[sys.executable, "-m", "tests.discord.led_program", str(loopback.port), str(certificate)],
        *["run", "--index", str(store)],
        cwd=ROOT,
        env=os.environ | {"DISCORD_TOKEN": TOKEN, "STATE_DIR": str(tmp_path / "state")},
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        await loopback.until(lambda: loopback.identified or program.returncode is not None, seconds=240)
        command = await loopback.use("ask", {"question": "Who met in Oslo, and when?"})
        await loopback.until(lambda: command.shown, seconds=60)
        program.send_signal(signal.SIGINT)
        _, logged = await asyncio.wait_for(program.communicate(), 60)
    finally:
        if program.returncode is None:
            program.kill()
            await program.wait()
    assert program.returncode == 130, logged.decode()
    assert "4 March 2024" in command.shown[-1].text
    assert TOKEN not in logged.decode()
    assert "Traceback" not in logged.decode()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index as `build_index.py` makes it, of one briefing."""
    folder = tmp_path_factory.mktemp("served")
    write_briefing(
        folder / "corpus" / "talks.md",
        "The envoy Ana Ruiz met Governor Lee Park in Oslo on Monday to discuss wheat.",
        published="2024-03-04",
        source="The Gazette",
    )
    request = BuildRequest(corpus=folder / "corpus", store=folder / "store")
    build(request, SentenceTransformerEmbedder(), MeetingExtractor.load(), Unwatched())
    return folder / "store"


def _service(loopback: LoopbackDiscord, answerer: FakeAnswerer, folder: Path) -> Service:
    return Service(
        answerer=answerer,
        engine=FakeEngine(),
        token=TOKEN,
        build_command=[sys.executable, "-c", "raise SystemExit('no build was set up')"],
        state_dir=folder,
        open_connector=loopback.connector,
    )
