"""What Discord does to a bot: outages, limits, resets, expired tokens, dead connections, a stop signal."""

import asyncio

import pytest

from bot.supervisor import StartupError
from tests.discord.conftest import Bench
from tests.discord.loopback import BOT_ID, CHANNEL_ID, Fault, LoopbackDiscord, Place

QUESTION = "When do the two teams meet, and why?"
TRANSIENT = [
    Fault.UNAVAILABLE,
    Fault.RATE_LIMITED,
    Fault.BLOCKED_AT_EDGE,
    Fault.RESET,
    Fault.RESET_AFTERWARDS,
]


@pytest.mark.parametrize("fault", TRANSIENT)
async def test_a_reply_survives_a_fault_and_is_posted_once(
    loopback: LoopbackDiscord, bench: Bench, fault: Fault
) -> None:
    loopback.faults[Place.MESSAGES].append(fault)
    async with bench.running():
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.attempts[Place.MESSAGES] == 2)
    assert len(loopback.messages) == 1


@pytest.mark.parametrize("fault", TRANSIENT)
async def test_an_edit_survives_a_fault(loopback: LoopbackDiscord, bench: Bench, fault: Fault) -> None:
    loopback.faults[Place.WEBHOOK].append(fault)
    async with bench.running():
        command = await loopback.use("ask", {"question": QUESTION})
        await loopback.until(lambda: loopback.attempts[Place.WEBHOOK] == 2 and command.shown)
    assert command.shown[-1].embed["title"] == QUESTION


@pytest.mark.parametrize("fault", [Fault.RESET, Fault.RESET_AFTERWARDS])
async def test_a_defer_survives_a_reset(loopback: LoopbackDiscord, bench: Bench, fault: Fault) -> None:
    loopback.faults[Place.CALLBACK].append(fault)
    async with bench.running():
        command = await loopback.use("ask", {"question": QUESTION})
        await loopback.until(lambda: command.shown)
    assert command.shown[0].embed["title"] == QUESTION


async def test_an_answer_never_depends_on_the_typing_mark(loopback: LoopbackDiscord, bench: Bench) -> None:
    loopback.faults[Place.TYPING].append(Fault.UNAVAILABLE)
    async with bench.running():
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)


async def test_an_answer_whose_token_has_expired_goes_to_the_channel(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.answerer.gate.clear()
    async with bench.running():
        command = await loopback.use("ask", {"question": QUESTION})
        await loopback.until(lambda: command.acknowledged)
        command.expired = True
        bench.answerer.gate.set()
        await loopback.until(lambda: loopback.messages)
    assert loopback.messages[0].channel_id == CHANNEL_ID
    assert loopback.messages[0].embed["title"] == QUESTION


async def test_an_answer_that_discord_keeps_refusing_is_logged_under_a_reference(
    loopback: LoopbackDiscord, bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    loopback.rate_limit_seconds = 3600.0  # too long to wait for
    loopback.faults[Place.WEBHOOK].append(Fault.BLOCKED_AT_EDGE)
    async with bench.running():
        command = await loopback.use("ask", {"question": QUESTION})
        await loopback.until(lambda: command.shown)
    said = command.shown[0].body["content"]
    assert "ask again" in said
    assert said.split("`")[1] in caplog.text


@pytest.mark.parametrize("fault", [Fault.REFUSED, Fault.MALFORMED])
async def test_a_connection_that_kills_the_client_is_made_anew(
    loopback: LoopbackDiscord, bench: Bench, fault: Fault
) -> None:
    loopback.faults[Place.GATEWAY].append(fault)
    async with bench.running():
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
    assert loopback.attempts[Place.GATEWAY] == 2
    assert len(loopback.synced) == 1, "an unchanged tree is not sent again"


async def test_a_wrong_token_ends_the_run_with_a_sentence(loopback: LoopbackDiscord, bench: Bench) -> None:
    bench.token = "not-the-token"
    with pytest.raises(StartupError, match="DISCORD_TOKEN"):
        await asyncio.wait_for(bench.supervise(), 10)


async def test_a_stop_waits_for_the_answers_under_way(loopback: LoopbackDiscord, bench: Bench) -> None:
    bench.answerer.gate.clear()
    async with bench.running() as session:
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        command = await loopback.use("ask", {"question": QUESTION})
        await loopback.until(lambda: command.acknowledged and len(bench.answerer.asked) == 2)
        bench.stop.set()
        await asyncio.sleep(0.1)
        late = await loopback.use("ask", {"question": QUESTION})
        await loopback.until(lambda: late.shown)
        assert "restarting" in late.shown[0].body["content"]
        assert not session.done()
        bench.answerer.gate.set()
        await asyncio.wait_for(asyncio.shield(session), 5)
    assert len(loopback.messages) == 1
    assert len(command.shown) == 1
    assert len(bench.answerer.asked) == 2


async def test_a_stop_waits_no_longer_than_its_bound(loopback: LoopbackDiscord, bench: Bench) -> None:
    bench.drain_seconds = 0.3
    bench.answerer.gate.clear()
    async with bench.running() as session:
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: bench.answerer.asked)
        bench.stop.set()
        await asyncio.wait_for(asyncio.shield(session), 3)
    assert loopback.messages == []
