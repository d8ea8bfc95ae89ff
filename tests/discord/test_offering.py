"""Choices while somebody writes: beside the line of questions, and an empty list whatever goes wrong."""

import asyncio
import contextlib
import logging
from collections.abc import Iterator
from datetime import date

import pytest

from bot.offering import as_choices, offered
from index.engine import IndexUnavailable
from tests.bot.fakes import ArticlesEngine
from tests.bot.telling import tell
from tests.discord.conftest import Bench
from tests.discord.loopback import LoopbackDiscord

RECORDS = [tell("alpha", "Ana Lobo", "Piet Vos", first=date(2031, 5, 5), collection="asia")]
OPTIONS = [
    ("ask", "source", "alpha", "The alpha"),
    ("summary", "article", "title", "2031-05-07 · Title of alpha"),
    ("meetings", "who", "lobo", "Ana Lobo"),
    ("meetings", "source", "alpha", "The alpha"),
    ("timeline", "name", "lobo", "Ana Lobo"),
    ("who", "name", "lobo", "Ana Lobo"),
    ("settings collections", "names", "as", "asia"),
]
everywhere = pytest.mark.parametrize(
    ("command", "option", "written", "wanted"), OPTIONS, ids=[f"{one} {two}" for one, two, *_ in OPTIONS]
)


class FailingEngine(ArticlesEngine):
    """Cannot be opened, for the reason that a test gives it."""

    failure: Exception | None = None

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[ArticlesEngine]:
        """Open the records, or fail."""
        if self.failure is not None:
            raise self.failure
        with super().snapshot() as opened:
            yield opened


@pytest.fixture
def engine(bench: Bench) -> FailingEngine:
    made = FailingEngine([one.article for one in RECORDS], RECORDS)
    bench.real = (bench.answerer, made)
    return made


@everywhere
@pytest.mark.usefixtures("engine")
async def test_choices_come_while_every_worker_answers_and_the_line_is_full(
    loopback: LoopbackDiscord, bench: Bench, command: str, option: str, written: str, wanted: str
) -> None:
    bench.limit = 3
    bench.answerer.gate.clear()
    async with bench.running():
        asked = [await loopback.use("ask", {"question": "Who met?"}, by=9000 + n) for n in range(3)]
        await loopback.until(lambda: bench.bots[-1].equipment.desk.waiting == len(asked))
        used = await loopback.complete(command, option, written)
        await loopback.until(lambda: used.choices is not None)
    assert wanted in [choice["name"] for choice in used.choices or []]


@everywhere
@pytest.mark.parametrize("failure", [IndexUnavailable("Build the index."), ValueError("a secret"), OSError()])
async def test_no_choice_is_offered_where_the_index_fails_and_the_log_says_why(
    loopback: LoopbackDiscord,
    bench: Bench,
    engine: FailingEngine,
    caplog: pytest.LogCaptureFixture,
    failure: Exception,
    command: str,
    option: str,
    written: str,
    wanted: str,
) -> None:
    engine.failure = failure
    async with bench.running():
        used = await loopback.complete(command, option, written)
        await loopback.until(lambda: used.choices is not None)
    assert used.choices == []
    assert wanted
    said = [record.getMessage() for record in caplog.records if record.name in ("bot.offering", "bot.faults")]
    assert len(said) == 1
    assert "choices" in said[0]
    assert "secret" not in said[0]


async def test_who_writes_while_the_bot_stops_is_offered_nothing_and_told_nothing(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        bench.bots[-1].accepting = False
        used = await loopback.complete("ask", "source", "a")
        asked = await loopback.use("ask", {"question": "Who met?"})
        await loopback.until(lambda: asked.shown)
    assert used.kind is None


async def test_choices_that_come_too_late_are_not_waited_for(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.offering.PATIENCE", 0.01)
    caplog.set_level(logging.INFO)

    async def never() -> list[object]:
        await asyncio.Event().wait()
        return []

    assert await offered(never()) == []  # type: ignore[arg-type]
    assert "longer than" in caplog.text


def test_what_discord_would_not_take_is_not_offered() -> None:
    names = ["", "x" * 100, "x" * 101, "🙂" * 51, *(f"name {number}" for number in range(40))]
    found = [choice.value for choice in as_choices(names)]
    assert found == ["x" * 100, *(f"name {number}" for number in range(24))]
