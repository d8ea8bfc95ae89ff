"""The bot as it runs in earnest, in a Discord on the loopback, over the sample briefings; and its crowd."""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import trustme

from benchmarks.crowd.crowd import ask_together
from benchmarks.crowd.turns import Plan, Turn, lines
from bot.service import Service, run_service
from bot.settings import Settings
from bot.wiring import open_answerer, open_engine
from evaluation.questions import read_questions
from index.builder import BuildRequest, build
from index.embedder import SentenceTransformerEmbedder
from index.engine import SearchEngine
from index.meetings import MeetingExtractor
from index.progress import Unwatched
from tests.discord.loopback import TOKEN, LoopbackDiscord
from tests.discord.watching import Steps, watched_steps

ROOT = Path(__file__).parents[2]
QUESTIONS = ROOT / "evaluation" / "sample-questions.jsonl"
_STARTING = 60.0  # seconds that the bot may take to connect


def measure_crowd(plan: Plan) -> list[str]:
    """Build the index of the sample briefings, let the crowd ask, and return what is to be printed."""
    questions = [one.text for one in read_questions(QUESTIONS)]
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(index_dir=Path(folder) / "store", state_dir=Path(folder) / "state")
        request = BuildRequest(corpus=ROOT / "corpus", store=settings.index_dir)
        build(request, SentenceTransformerEmbedder(threads=1), MeetingExtractor.load(), Unwatched())
        engine = open_engine(settings)
        try:
            with engine.snapshot() as snapshot:
                snapshot.search("warm up", k=1)
            turns, steps = asyncio.run(_run(engine, settings, questions, plan))
        finally:
            engine.close()
    return [*lines(turns), _on_steps(steps)]


async def _run(
    engine: SearchEngine, settings: Settings, questions: Sequence[str], plan: Plan
) -> tuple[list[Turn], Steps]:
    async with LoopbackDiscord(None, trustme.CA()) as discord:
        running = asyncio.create_task(run_service(_service(engine, settings, discord)))
        try:
            await discord.until(lambda: running.done() or discord.identified, seconds=_STARTING)
            with watched_steps() as steps:
                turns = await ask_together(discord, questions, plan)
        finally:
            running.cancel()
            await asyncio.wait([running])
    return turns, steps


def _service(engine: SearchEngine, settings: Settings, discord: LoopbackDiscord) -> Service:
    return Service(
        answerer=open_answerer(engine, settings),
        engine=engine,
        token=TOKEN,
        build_command=[sys.executable, "-c", "raise SystemExit('nothing is built here')"],
        state_dir=settings.state_dir,
        today=lambda: date(2024, 1, 29),  # the day that the sample questions are asked on
        open_connector=discord.connector,
    )


def _on_steps(steps: Steps) -> str:
    slow = f"; TOO LONG: {'; '.join(steps.slow)}" if steps.slow else ""
    return (
        f"The longest step of the loop, in its debug mode: {steps.processor * 1000:.0f} ms of the processor, "
        f"{steps.clock * 1000:.0f} ms by the clock{slow}"
    )
