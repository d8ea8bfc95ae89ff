"""Many at once: the line, what those in it are told, and those who ask too fast."""

import asyncio
from functools import partial

from bot.cooldowns import Allowance
from tests.discord.conftest import Bench
from tests.discord.loopback import ASKER_ID, BOT_ID, OTHER_CHANNEL_ID, Fault, LoopbackDiscord, Place

QUESTION = "When do the two teams meet, and why?"


async def test_who_waits_is_told_their_place_and_then_answered_in_the_same_message(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.patience = 0.3
    bench.answerer.gate.clear()
    async with bench.running():
        commands = [await loopback.use("ask", {"question": QUESTION}) for _ in range(3)]
        await loopback.until(lambda: bench.bots[-1].equipment.desk.waiting == 3)
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: all(command.shown for command in commands) and loopback.messages)
        told = [command.shown[0].text for command in commands]
        note = loopback.messages[0].text
        bench.answerer.gate.set()
        await loopback.until(lambda: all("embeds" in command.shown[0].body for command in commands))
        await loopback.until(lambda: loopback.messages[0].body["embeds"])
    assert sorted(told)[:1] == ["Many are asking just now: you are number 1 in line."]
    assert told.count("Still reading the briefings …") == 2
    assert note == "Many are asking just now: you are number 2 in line."
    for sent in (*(command.shown[0] for command in commands), *loopback.messages):
        assert sent.embed["title"] == QUESTION
        assert not sent.body["content"]
    assert len(loopback.messages) == 1


async def test_a_note_that_was_deleted_does_not_cost_the_answer(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.patience = 0.2
    bench.answerer.gate.clear()
    async with bench.running():
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
        loopback.messages[0].deleted = True
        bench.answerer.gate.set()
        await loopback.until(lambda: len(loopback.messages) == 2)
    assert loopback.messages[1].embed["title"] == QUESTION


async def test_a_note_that_cannot_be_shown_does_not_cost_the_answer(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.patience = 0.2
    bench.answerer.gate.clear()
    loopback.faults[Place.WEBHOOK].append(Fault.FORBIDDEN)
    async with bench.running():
        command = await loopback.use("ask", {"question": QUESTION})
        await loopback.until(lambda: loopback.attempts[Place.WEBHOOK])
        bench.answerer.gate.set()
        await loopback.until(lambda: command.shown)
    assert command.shown[0].embed["title"] == QUESTION


async def test_who_asks_too_fast_is_asked_to_wait_and_others_are_not(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.per_user = Allowance(questions=2, seconds=600.0)
    async with bench.running():
        for _ in range(2):
            command = await loopback.use("ask", {"question": QUESTION})
            await loopback.until(partial(getattr, command, "shown"))
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
        other = await loopback.use("ask", {"question": QUESTION}, by=ASKER_ID + 50)
        await loopback.until(lambda: other.shown)
    assert "You ask faster than I can read. Please ask again in " in loopback.messages[0].text
    assert other.shown[0].embed["title"] == QUESTION


async def test_a_busy_server_does_not_slow_another(loopback: LoopbackDiscord, bench: Bench) -> None:
    bench.per_guild = Allowance(questions=1, seconds=600.0)
    async with bench.running():
        first, second = [await loopback.use("ask", {"question": QUESTION}, by=ASKER_ID + n) for n in (50, 51)]
        await loopback.until(lambda: first.shown and second.shown)
        elsewhere = await loopback.use("ask", {"question": QUESTION}, place=OTHER_CHANNEL_ID)
        await loopback.until(lambda: elsewhere.shown)
    assert "This server asks a lot" in second.shown[0].text
    assert elsewhere.shown[0].embed["title"] == QUESTION


async def test_the_line_is_served_in_order(loopback: LoopbackDiscord, bench: Bench) -> None:
    bench.answerer.gate.clear()
    async with bench.running():
        commands = []
        for number in range(12):
            commands.append(await loopback.use("ask", {"question": f"{QUESTION} {number}"}, by=9000 + number))
            await loopback.until(partial(getattr, commands[-1], "acknowledged"))
            await asyncio.sleep(0.02)
        bench.answerer.gate.set()
        await loopback.until(lambda: all(command.shown for command in commands))
    served = [int(question.rsplit(" ", 1)[1]) for question, _ in bench.answerer.asked]
    # Two are served at a time, so neighbours may change places.
    assert all(abs(place - number) <= 1 for place, number in enumerate(served))


async def test_a_follow_up_keeps_the_place_in_line_that_it_came_in(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        first = await loopback.use("ask", {"question": QUESTION})
        await loopback.until(lambda: first.shown)
        bench.answerer.gate.clear()
        bench.answerer.asked.clear()
        commands = []
        for number in range(6):
            # The third goes on from the first answer: it has to be made whole before it is answered.
            written, asker = (
                ("And why?", ASKER_ID) if number == 2 else (f"{QUESTION} {number}", 9000 + number)
            )
            commands.append(await loopback.use("ask", {"question": written}, by=asker))
            await loopback.until(partial(getattr, commands[-1], "acknowledged"))
            await loopback.until(lambda: bench.bots[-1].equipment.desk.waiting == len(commands))
        bench.answerer.gate.set()
        await loopback.until(lambda: all(command.shown for command in commands))
    served = [question for question, _ in bench.answerer.asked]
    # Two are served at a time, so neighbours may change places.
    (place,) = [place for place, question in enumerate(served) if not question.startswith(QUESTION)]
    assert 1 <= place <= 3
    assert served[place] != "And why?"
