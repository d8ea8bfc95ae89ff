"""Connections that end and sessions that are lost: questions before and after are answered alike."""

from tests.discord.conftest import Bench
from tests.discord.loopback import BOT_ID, Fault, LoopbackDiscord, Place

QUESTION = "When do the two teams meet, and why?"


async def test_a_dropped_connection_is_resumed(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        await loopback.drop_connection()
        await loopback.until(lambda: loopback.resumed, seconds=15)
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
    assert len(loopback.identified) == 1
    assert len(bench.bots) == 1


async def test_an_invalid_session_is_begun_anew(loopback: LoopbackDiscord, bench: Bench) -> None:
    loopback.faults[Place.GATEWAY].append(Fault.INVALID_SESSION)
    async with bench.running():
        await loopback.until(lambda: loopback.identified, seconds=15)
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
    assert len(loopback.synced) == 1
    assert len(bench.bots) == 1


async def test_an_internal_error_of_discord_delays_an_answer(loopback: LoopbackDiscord, bench: Bench) -> None:
    loopback.faults[Place.MESSAGES].append(Fault.INTERNAL)
    async with bench.running():
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
    assert loopback.attempts[Place.MESSAGES] == 2
