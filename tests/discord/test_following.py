"""Follow-ups: by reply, in threads, in direct messages, with `/ask`; and after a restart."""

import pytest

from bot.state import ChannelChoices, GuildChoices
from index.engine import Filters
from tests.discord.conftest import Bench
from tests.discord.loopback import (
    ASKER_ID,
    BOT_ID,
    CHANNEL_ID,
    DM_ID,
    FORUM_ID,
    GUILD_ID,
    Fault,
    LoopbackDiscord,
    Place,
)

QUESTION = "When do the two teams meet, and why?"
WHERE = "Where did a U.S. delegation and Chinese officials meet on 30–31 January 2024?"


async def test_a_reply_to_an_answer_goes_on_from_it(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
        await loopback.say(f"<@{BOT_ID}> and where was that?", reply_to=loopback.messages[0].id)
        await loopback.until(lambda: len(loopback.messages) == 2)
    assert bench.answerer.asked[1][0] == WHERE


async def test_a_follow_up_is_understood_after_a_restart(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
    async with bench.running():
        await loopback.say(f"<@{BOT_ID}> where?", reply_to=loopback.messages[0].id, author_id=ASKER_ID + 50)
        await loopback.until(lambda: len(loopback.messages) == 2)
    assert bench.answerer.asked[1][0] == WHERE


async def test_a_follow_up_without_a_reply_leans_on_the_askers_own_last_answer(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
        await loopback.say(f"<@{BOT_ID}> where?", author_id=ASKER_ID + 50)
        await loopback.until(lambda: len(loopback.messages) == 2)
        await loopback.say(f"<@{BOT_ID}> where?")
        await loopback.until(lambda: len(loopback.messages) == 3)
    assert [question for question, _ in bench.answerer.asked] == [QUESTION, "where?", WHERE]


async def test_a_follow_up_keeps_the_filters_of_the_first_question(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        first = await loopback.use("ask", {"question": QUESTION, "source": "The Gazette"})
        await loopback.until(lambda: first.shown)
        await loopback.until(lambda: bench.bots[-1].equipment.desk.waiting == 0)
        await loopback.say(f"<@{BOT_ID}> where?", reply_to=first.shown[0].id)
        await loopback.until(lambda: loopback.messages)
    assert bench.answerer.asked[1] == (WHERE, Filters(source="The Gazette"))


async def test_ask_opens_a_thread_where_the_server_wants_it(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(threads=True))
        command = await loopback.use("ask", {"question": QUESTION})
        await loopback.until(lambda: loopback.threads)
        (thread,) = loopback.threads
        assert thread == command.shown[0].id
        await loopback.say(f"<@{BOT_ID}> where?", place=thread)
        await loopback.until(lambda: loopback.messages)
        private = await loopback.use("ask", {"question": QUESTION, "private": True})
        await loopback.until(lambda: private.shown)
    assert loopback.threads[thread]["name"] == QUESTION
    assert loopback.messages[0].channel_id == thread
    assert bench.answerer.asked[1][0] == WHERE
    assert len(loopback.threads) == 1


@pytest.mark.parametrize("fault", [Fault.FORBIDDEN, Fault.INVALID, Fault.GONE])
async def test_an_answer_never_depends_on_its_thread(
    loopback: LoopbackDiscord, bench: Bench, caplog: pytest.LogCaptureFixture, fault: Fault
) -> None:
    # Forbidden: for want of the permission. Invalid: 1,000 threads are open. Gone: the answer was deleted.
    loopback.faults[Place.THREADS].append(fault)
    async with bench.running():
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(threads=True))
        command = await loopback.use("ask", {"question": QUESTION})
        await loopback.until(lambda: "No thread could be opened" in caplog.text)
    assert command.shown[0].embed["title"] == QUESTION
    assert loopback.threads == {}


@pytest.mark.parametrize("fault", [Fault.UNAVAILABLE, Fault.RESET])
async def test_a_thread_is_tried_again_where_discord_did_not_take_it(
    loopback: LoopbackDiscord, bench: Bench, fault: Fault
) -> None:
    loopback.faults[Place.THREADS].append(fault)
    async with bench.running():
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(threads=True))
        await loopback.use("ask", {"question": QUESTION})
        await loopback.until(lambda: loopback.threads)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        (f"Who met {'the minister ' * 20}?", f"Who met {'the minister ' * 7}".rstrip() + "…"),
        ("Who  met\n🙂" + "🙂" * 80, "Who met…"),
        ("x" * 150, "x" * 99 + "…"),
    ],
)
async def test_the_name_of_a_thread_is_as_long_as_discord_takes(
    loopback: LoopbackDiscord, bench: Bench, question: str, name: str
) -> None:
    async with bench.running():
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(threads=True))
        await loopback.use("ask", {"question": question})
        await loopback.until(lambda: loopback.threads)
    (opened,) = loopback.threads.values()
    assert opened["name"] == name


async def test_a_post_of_a_forum_is_a_conversation_within_what_the_forum_may_read(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(threads=True))
        bound = await loopback.use("settings collections", {"names": "asia", "channel": FORUM_ID}, admin=True)
        await loopback.until(lambda: bound.shown)
        post = await loopback.open_post(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
        command = await loopback.use("ask", {"question": "where?"}, place=post)
        await loopback.until(lambda: command.shown)
    scope = Filters(collections=frozenset({"asia"}))
    assert bench.answerer.asked == [(QUESTION, scope), (WHERE, scope)]
    assert loopback.messages[0].channel_id == post
    assert list(loopback.threads) == [post]  # no thread can be opened inside one


async def test_a_thread_that_the_client_never_heard_of_keeps_to_what_its_channel_may_read(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    asia = frozenset({"asia"})
    async with bench.running():
        preferences = bench.state.preferences
        await preferences.set_channel(FORUM_ID, GUILD_ID, ChannelChoices(collections=asia))
        await loopback.open_post(f"<@{BOT_ID}> {QUESTION}", announced=False)
        await loopback.until(lambda: loopback.messages)
    assert bench.answerer.asked == [(QUESTION, Filters(collections=asia))]


async def test_a_thread_whose_channel_cannot_be_found_out_is_not_answered(
    loopback: LoopbackDiscord, bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    loopback.faults[Place.CHANNELS].append(Fault.FORBIDDEN)
    async with bench.running():
        await loopback.open_post(f"<@{BOT_ID}> {QUESTION}", announced=False)
        await loopback.until(lambda: "on_message" in caplog.text)
    assert bench.answerer.asked == []
    assert loopback.messages == []


async def test_in_its_own_threads_the_bot_needs_no_mention_where_it_may_read(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.message_content = True
    async with bench.running():
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(threads=True))
        await loopback.use("ask", {"question": QUESTION})
        await loopback.until(lambda: loopback.threads)
        await loopback.say("where?", mention=False, place=next(iter(loopback.threads)))
        await loopback.until(lambda: loopback.messages)
    assert bench.answerer.asked[1][0] == WHERE
    assert loopback.identified[0]["intents"] & 1 << 15


async def test_direct_messages_are_a_conversation(loopback: LoopbackDiscord, bench: Bench) -> None:
    bench.bounds = type(bench.bounds)(direct=Filters(collections=frozenset({"asia"})))
    async with bench.running():
        await loopback.say(QUESTION, mention=False, place=DM_ID)
        await loopback.until(lambda: loopback.messages)
        await loopback.say("where?", mention=False, place=DM_ID)
        await loopback.until(lambda: len(loopback.messages) == 2)
    scope = Filters(collections=frozenset({"asia"}))
    assert bench.answerer.asked == [(QUESTION, scope), (WHERE, scope)]
    assert {sent.channel_id for sent in loopback.messages} == {DM_ID}


async def test_direct_messages_are_off_by_default(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        await loopback.say(QUESTION, mention=False, place=DM_ID)
        await loopback.until(lambda: loopback.messages)
    assert "servers only" in loopback.messages[0].text
    assert bench.answerer.asked == []


async def test_a_private_answer_is_no_ground_for_a_public_follow_up(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        command = await loopback.use("ask", {"question": QUESTION, "private": True})
        await loopback.until(lambda: command.shown)
        await loopback.say(f"<@{BOT_ID}> where?")
        await loopback.until(lambda: loopback.messages)
    assert command.ephemeral
    assert bench.answerer.asked[1][0] == "where?"
    assert loopback.messages[0].channel_id == CHANNEL_ID
