"""Questions, asked in Discord by the real client over real sockets."""

import asyncio
import logging
from dataclasses import replace
from datetime import date

import pytest

from bot.answering.answer import Answer
from bot.answering.understanding.question import UnusableQuestion
from index.engine import EVERYTHING, Filters, IndexUnavailable
from tests.discord.conftest import Bench
from tests.discord.fakes import NOTHING, TALKS
from tests.discord.loopback import BOT_ID, CHANNEL_ID, Command, LoopbackDiscord

QUESTION = "When do the two teams meet, and why?"


async def test_a_mention_is_answered_with_an_embed(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        asked = await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
    (answer,) = loopback.messages
    assert bench.answerer.asked == [(QUESTION, EVERYTHING)]
    assert answer.channel_id == CHANNEL_ID
    assert answer.body["message_reference"]["message_id"] == asked
    assert answer.body["allowed_mentions"]["parse"] == []
    fields = {field["name"]: field["value"] for field in answer.embed["fields"]}
    assert fields["When"].startswith("30–31 January 2024")
    source = fields["1 · The Gazette, 28 January 2024"]
    assert source.startswith(
        "[Two teams sit down in Beijing](https://example.org/talks)\n> A U.S. delegation"
    )


async def test_a_question_is_answered_in_a_worker_thread(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        await _ask(loopback)
    assert all(name.startswith("answers") for name in bench.answerer.threads)


async def test_typing_shows_while_a_mention_is_being_answered(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.answerer.gate.clear()
    async with bench.running():
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.typing)
        assert loopback.messages == []
        bench.answerer.gate.set()
        await loopback.until(lambda: loopback.messages)


async def test_messages_that_do_not_mention_the_bot_are_left_alone(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        await loopback.say("When do they meet?", mention=False)
        await loopback.say(f"<@{BOT_ID}> I am a bot myself", author_id=BOT_ID)
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
    assert len(bench.answerer.asked) == 1


async def test_a_bare_mention_gets_a_line_of_help(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        await loopback.say(f"<@{BOT_ID}>")
        await loopback.until(lambda: loopback.messages)
    assert "/ask" in loopback.messages[0].body["content"]
    assert bench.answerer.asked == []


async def test_ask_is_deferred_and_then_filled_in(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        command = await _ask(loopback, since="2024-01-01", until="2024-01-31", source="the gazette")
    assert not command.ephemeral
    assert command.shown[0].embed["title"] == QUESTION
    wanted = Filters(since=date(2024, 1, 1), until=date(2024, 1, 31), source="the gazette")
    assert bench.answerer.asked == [(QUESTION, wanted)]


async def test_a_slow_answer_is_acknowledged_at_once_and_delays_nobody(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.answerer.gate.clear()
    async with bench.running():
        slow = [await loopback.use("ask", {"question": QUESTION}) for _ in range(4)]
        await loopback.until(lambda: all(command.acknowledged for command in slow))
        assert not any(command.shown for command in slow)
        assert max((command.acknowledged or 0) - command.began for command in slow) < 2.0
        bench.answerer.gate.set()
        await loopback.until(lambda: all(command.shown for command in slow))


async def test_more_questions_than_can_wait_are_told_so(loopback: LoopbackDiscord, bench: Bench) -> None:
    bench.limit = 3
    bench.answerer.gate.clear()
    async with bench.running():
        waiting = [await loopback.use("ask", {"question": QUESTION}) for _ in range(3)]
        await loopback.until(lambda: all(command.acknowledged for command in waiting))
        refused = await _ask(loopback)
        assert "busy" in refused.shown[0].body["content"]
        bench.answerer.gate.set()
        await loopback.until(lambda: all(command.shown for command in waiting))


async def test_no_answer_looks_different_and_says_what_was_searched(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.answerer.answers = NOTHING
    async with bench.running():
        command = await _ask(loopback)
    embed = command.shown[0].embed
    assert embed["color"] != 0x2E8B57
    assert embed["author"]["name"] == "Not in the briefings"
    assert "Searched 17 briefings" in embed["description"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"since": "yesterday"}, "`since` must be a day written as 2024-01-28."),
        ({"until": "2024-02-30"}, "`until` must be a day written as 2024-01-28."),
        ({"since": "2024-02-01", "until": "2024-01-01"}, "`since` is later than `until`"),
        ({"source": "The Bugle"}, "No briefing names the source “The Bugle”."),
    ],
)
async def test_what_cannot_be_asked_is_refused_in_a_sentence(
    loopback: LoopbackDiscord, bench: Bench, options: dict[str, str], said: str
) -> None:
    async with bench.running():
        command = await _ask(loopback, **options)
    assert said in command.shown[0].body["content"]
    assert bench.answerer.asked == []


async def test_a_failure_is_told_by_a_reference_that_the_log_explains(
    loopback: LoopbackDiscord, bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.answerer.failure = ValueError("the reader tripped")
    async with bench.running():
        command = await _ask(loopback)
    said = command.shown[0].body["content"]
    reference = said.split("`")[1]
    assert "tripped" not in said
    (record,) = [record for record in caplog.records if reference in record.getMessage()]
    assert record.exc_info is not None
    assert "the reader tripped" in str(record.exc_info[1])


async def test_a_question_that_cannot_be_used_is_told_why(loopback: LoopbackDiscord, bench: Bench) -> None:
    bench.answerer.failure = UnusableQuestion("The question has 5,000 characters; ask in 2,000 or fewer.")
    async with bench.running():
        command = await _ask(loopback)
    assert command.shown[0].body["content"] == "The question has 5,000 characters; ask in 2,000 or fewer."


async def test_an_index_that_cannot_be_served_says_what_to_run(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.answerer.failure = IndexUnavailable("The index is gone; run build_index.py.")
    async with bench.running():
        command = await _ask(loopback)
    assert command.shown[0].body["content"] == "The index is gone; run build_index.py."


async def test_a_long_answer_is_shortened_in_the_embed_and_whole_in_a_file(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.answerer.answers = _long_answer()
    async with bench.running():
        command = await _ask(loopback)
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
    for sent in (command.shown[0], loopback.messages[0]):
        assert "[…]".replace("[", "\\[").replace("]", "\\]") in sent.embed["description"]
        assert bench.answerer.answers.text in sent.files["answer.txt"].decode()
        assert "the whole answer is in the file" in sent.embed["footer"]["text"]


async def test_the_log_never_holds_what_was_asked(
    loopback: LoopbackDiscord, bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.answerer.failure = None
    async with bench.running():
        await _ask(loopback, question="Who met the minister in secret?")
        await loopback.say(f"<@{BOT_ID}> Who met the minister in secret?")
        await loopback.until(lambda: loopback.messages)
    ours = [record for record in caplog.records if record.levelno >= logging.INFO]
    assert ours
    assert not any("in secret" in record.getMessage() for record in ours)


async def test_a_newly_published_generation_is_served_without_a_restart(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        before = await _ask(loopback)
        bench.engine.covered = replace(bench.engine.covered, generation=8, articles=18)
        after = await _ask(loopback)
    assert "17 briefings" in before.shown[0].embed["footer"]["text"]
    assert "18 briefings" in after.shown[0].embed["footer"]["text"]


async def test_no_privileged_intent_is_asked_for(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        await asyncio.sleep(0)
    privileged = 1 << 1 | 1 << 8 | 1 << 15  # members, presences, message content
    assert loopback.identified[0]["intents"] & privileged == 0


async def _ask(loopback: LoopbackDiscord, **options: str) -> Command:
    command = await loopback.use("ask", {"question": QUESTION} | options)
    await loopback.until(lambda: command.shown)
    return command


def _long_answer() -> Answer:
    sentences = " ".join(f"In the morning of day {day}, they met again *in private*." for day in range(200))
    quoted = replace(TALKS.citations[0], quote=sentences)
    citations = tuple(replace(quoted, number=number) for number in range(1, 31))
    return replace(TALKS, text=sentences, citations=citations)
