"""Questions that are edited or deleted after they were asked, and answers that are deleted."""

import asyncio

from tests.discord.conftest import Bench
from tests.discord.fakes import NOTHING
from tests.discord.loopback import BOT_ID, DM_ID, Fault, LoopbackDiscord, Place, Sent

QUESTION = "When do the two teams meet, and why?"


async def test_the_answer_goes_with_its_question(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        asked, answer = await _ask(loopback)
        await loopback.delete(asked)
        await loopback.until(lambda: answer.deleted)
        assert await bench.state.given.asked_in(asked) is None


async def test_answers_go_with_questions_that_are_purged(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        pairs = [await _ask(loopback) for _ in range(2)]
        await loopback.delete(*(asked for asked, _ in pairs))
        await loopback.until(lambda: all(answer.deleted for _, answer in pairs))


async def test_a_question_deleted_while_it_is_answered_leaves_nothing(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.answerer.gate.clear()
    async with bench.running():
        asked = await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: bench.answerer.asked)
        await loopback.delete(asked)
        await asyncio.sleep(0.1)
        bench.answerer.gate.set()
        await loopback.until(lambda: loopback.messages and loopback.messages[0].deleted)


async def test_an_edited_question_is_answered_anew_in_place(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        asked, answer = await _ask(loopback)
        bench.answerer.answers = NOTHING
        await loopback.edit(asked, f"<@{BOT_ID}> Who met the Queen of Ruritania?")
        await loopback.until(lambda: len(answer.drafts) == 2)
        await loopback.edit(asked, f"<@{BOT_ID}> Who met the Queen of Ruritania?")  # a preview unfolded
        await asyncio.sleep(0.2)
        given = await bench.state.given.in_message(answer.id)
    assert answer.embed["author"]["name"] == "Not in the briefings"
    assert list(answer.buttons) == ["Useful", "Not useful", "Delete"]
    assert given is not None
    assert given.answer == NOTHING
    assert len(bench.answerer.asked) == 2
    assert len(loopback.messages) == 1


async def test_a_question_edited_while_it_is_answered_is_answered_as_it_stands(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.answerer.gate.clear()
    async with bench.running():
        asked = await loopback.say(f"<@{BOT_ID}> When do they met?")
        await loopback.until(lambda: bench.answerer.asked)
        await loopback.edit(asked, f"<@{BOT_ID}> {QUESTION}")
        await asyncio.sleep(0.1)
        bench.answerer.gate.set()
        await loopback.until(lambda: loopback.messages and len(loopback.messages[0].drafts) == 2)
    assert [question for question, _ in bench.answerer.asked] == ["When do they met?", QUESTION]


async def test_an_old_question_may_be_edited_without_an_answer(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        asked, answer = await _ask(loopback)
        # Ids tell when they were made: this one is of some minutes before.
        old = asked - (180_000 << 22)
        given = await bench.state.given.in_message(answer.id)
        assert given is not None
        await bench.state.database.run(
            lambda connection: connection.execute("UPDATE answers SET asked_id = ?", (old,))
        )
        await loopback.edit(old, f"<@{BOT_ID}> Something else entirely?")
        await asyncio.sleep(0.3)
    assert len(answer.drafts) == 1
    assert len(bench.answerer.asked) == 1


async def test_an_answer_deleted_by_a_moderator_is_forgotten(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        asked, answer = await _ask(loopback)
        await loopback.delete(answer.id)
        for _ in range(50):
            if await bench.state.given.asked_in(asked) is None:
                break
            await asyncio.sleep(0.05)
        assert await bench.state.given.asked_in(asked) is None


async def test_an_answer_that_cannot_be_deleted_is_no_fault(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        asked, answer = await _ask(loopback)
        loopback.faults[Place.MESSAGES].append(Fault.FORBIDDEN)
        await loopback.delete(asked)
        await loopback.until(lambda: loopback.attempts[Place.MESSAGES] == 2)
        again = await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: len(loopback.messages) == 2)
    assert again
    assert not answer.deleted


async def test_a_direct_question_can_be_deleted_too(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        asked = await loopback.say(QUESTION, mention=False, place=DM_ID)
        await loopback.until(lambda: loopback.messages)
        await loopback.delete(asked, place=DM_ID)
        await asyncio.sleep(0.1)
    assert not loopback.messages[0].deleted  # a refusal is no answer, and stays


async def _ask(loopback: LoopbackDiscord) -> tuple[int, Sent]:
    count = len(loopback.messages)
    asked = await loopback.say(f"<@{BOT_ID}> {QUESTION}")
    await loopback.until(lambda: len(loopback.messages) > count)
    await asyncio.sleep(0.1)
    return asked, loopback.messages[-1]
