"""What may be read where: servers, channels, direct messages; and who may decide it. Hostile on purpose."""

import asyncio
from collections.abc import Mapping

import pytest

from bot.scopes import Bounds
from bot.state import ChannelChoices, GuildChoices
from index.engine import Filters
from tests.discord.conftest import Bench
from tests.discord.fakes import NOTHING
from tests.discord.loopback import (
    BOT_ID,
    CHANNEL_ID,
    DM_ID,
    GUILD_ID,
    OTHER_CHANNEL_ID,
    OTHER_GUILD_ID,
    Command,
    LoopbackDiscord,
)

QUESTION = "When do the two teams meet, and why?"
ASIA, EUROPE = frozenset({"asia"}), frozenset({"europe"})


async def test_every_way_to_ask_is_bound_to_the_servers_collections(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.bounds = Bounds(guilds={GUILD_ID: ASIA, OTHER_GUILD_ID: EUROPE})
    async with bench.running():
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
        await _use(loopback, "ask", {"question": QUESTION})
        await _use(loopback, "ask", {"question": QUESTION, "private": True})
        checked = await loopback.choose_from_menu("Check against the briefings", "Envoys met in Oslo.")
        await loopback.until(lambda: checked.shown)
        form = await loopback.choose_from_menu("Ask about this message", QUESTION)
        await loopback.until(lambda: form.modal)
        sent = await loopback.submit(form, {})
        await loopback.until(lambda: sent.shown)
        await loopback.edit(await loopback.say(f"<@{BOT_ID}> When?"), f"<@{BOT_ID}> When, and why?")
        await loopback.until(lambda: len(bench.answerer.asked) >= 7)
        assert {where.collections for _, where in bench.answerer.asked} == {ASIA}
        await _use(loopback, "ask", {"question": QUESTION}, place=OTHER_CHANNEL_ID)
    assert bench.answerer.asked[-1][1] == Filters(collections=EUROPE)


async def test_what_is_shown_of_the_index_is_bound_too(loopback: LoopbackDiscord, bench: Bench) -> None:
    bench.bounds = Bounds(guilds={GUILD_ID: ASIA})
    async with bench.running():
        for name in ("sources", "status", "help"):
            await _use(loopback, name)
        await _use(loopback, "ask", {"question": QUESTION, "source": "No such"})
        choices = await loopback.complete("ask", "source", "the")
        await loopback.until(lambda: choices.choices is not None)
    assert bench.engine.looked_at
    assert {where.collections for where in bench.engine.looked_at} == {ASIA}


async def test_a_server_that_the_operator_did_not_list_sees_nothing(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.bounds = Bounds(guilds={GUILD_ID: ASIA})
    async with bench.running():
        refused = await _use(loopback, "ask", {"question": QUESTION}, place=OTHER_CHANNEL_ID)
        opened = await _use(
            loopback, "settings collections", {"names": "asia"}, place=OTHER_CHANNEL_ID, admin=True
        )
    assert "not been given any briefings" in refused.shown[0].text
    assert "no collection “asia”" in opened.shown[0].text
    assert bench.answerer.asked == []


async def test_a_server_cannot_give_itself_more_than_the_operator_allows(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.bounds = Bounds(guilds={GUILD_ID: ASIA})
    async with bench.running():
        tried = await _use(loopback, "settings collections", {"names": "asia, europe"}, admin=True)
        # Even a choice that was stored before the operator narrowed it gives no more.
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(collections=ASIA | EUROPE))
        await bench.state.preferences.set_channel(CHANNEL_ID, GUILD_ID, ChannelChoices(collections=EUROPE))
        await _use(loopback, "ask", {"question": QUESTION})
        await _use(loopback, "settings collections", {"names": "all"}, admin=True)
        await bench.state.preferences.set_channel(CHANNEL_ID, GUILD_ID, ChannelChoices())
        await _use(loopback, "ask", {"question": QUESTION})
    assert "no collection “europe”" in tried.shown[0].text
    assert [where.collections for _, where in bench.answerer.asked] == [frozenset(), ASIA]


async def test_a_channel_narrows_its_server_and_a_thread_has_its_channels_choice(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        await bench.state.preferences.set_guild(
            GUILD_ID, GuildChoices(collections=ASIA | EUROPE, threads=True)
        )
        await bench.state.preferences.set_channel(CHANNEL_ID, GUILD_ID, ChannelChoices(collections=ASIA))
        await _use(loopback, "ask", {"question": QUESTION})
        await loopback.until(lambda: loopback.threads)
        await _use(loopback, "ask", {"question": QUESTION}, place=next(iter(loopback.threads)))
    assert [where.collections for _, where in bench.answerer.asked] == [ASIA, ASIA]


async def test_a_follow_up_reads_what_its_own_place_may(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        await _use(loopback, "ask", {"question": QUESTION})
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(collections=ASIA))
        await _use(loopback, "ask", {"question": "where?"})
    assert bench.answerer.asked[1][1] == Filters(collections=ASIA)


async def test_direct_messages_reach_no_more_than_the_operator_gave_them(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.bounds = Bounds(guilds={GUILD_ID: ASIA})
    async with bench.running():
        for name, options in (("ask", {"question": QUESTION}), ("sources", {}), ("status", {}), ("help", {})):
            refused = await _use(loopback, name, options, place=DM_ID)
            assert "servers only" in refused.shown[0].text
        choices = await loopback.complete("ask", "source", "the", place=DM_ID)
        await loopback.until(lambda: choices.choices is not None)
    assert choices.choices == []
    assert bench.answerer.asked == []
    assert bench.engine.looked_at == []


async def test_settings_are_shown_and_changed_by_those_who_manage_the_server(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.message_content = True
    async with bench.running():
        await _use(loopback, "settings collections", {"names": "Asia, (top)"}, admin=True)
        await _use(loopback, "settings threads", {"on": True}, admin=True)
        await _use(loopback, "settings auto-answer", {"channel": CHANNEL_ID, "confidence": 80}, admin=True)
        shown = await _use(
            loopback, "settings collections", {"names": "asia", "channel": CHANNEL_ID}, admin=True
        )
        guild = await bench.state.preferences.of_guild(GUILD_ID)
        channel = await bench.state.preferences.of_channel(CHANNEL_ID)
    assert guild == GuildChoices(collections=frozenset({"", "asia"}), threads=True)
    assert channel == ChannelChoices(collections=ASIA, auto_answer=0.8)
    text = shown.shown[0].text
    assert "(top), asia" in text
    assert f"<#{CHANNEL_ID}>: reads asia; answers unasked from 80 % confidence on" in text
    assert shown.ephemeral


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("settings show", {}),
        ("settings collections", {"names": "all"}),
        ("settings threads", {"on": True}),
        ("settings language", {"language": "de"}),
        ("settings auto-answer", {"channel": CHANNEL_ID, "confidence": 50}),
    ],
)
async def test_others_are_refused_settings_by_the_bot_itself(
    loopback: LoopbackDiscord, bench: Bench, name: str, options: dict[str, object]
) -> None:
    async with bench.running():
        refused = await _use(loopback, name, options)
        assert refused.shown[0].text == "Only those who may manage this server can do that."
        assert await bench.state.preferences.of_guild(GUILD_ID) == GuildChoices()


async def test_choices_are_offered_while_one_writes(loopback: LoopbackDiscord, bench: Bench) -> None:
    bench.bounds = Bounds(guilds={GUILD_ID: ASIA | {""}})
    async with bench.running():
        sources = await loopback.complete("ask", "source", "gaz")
        names = await loopback.complete("settings collections", "names", "asia, ")
        await loopback.until(lambda: sources.choices is not None and names.choices is not None)
    assert sources.choices == [{"name": "The Gazette", "value": "The Gazette"}]
    assert names.choices == [{"name": "asia, (top)", "value": "asia, (top)"}]


async def test_auto_answers_come_only_when_asked_for_and_sure(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.message_content = True
    async with bench.running():
        await loopback.say(QUESTION, mention=False)
        await asyncio.sleep(0.3)
        await bench.state.preferences.set_channel(CHANNEL_ID, GUILD_ID, ChannelChoices(auto_answer=0.95))
        await loopback.say(QUESTION, mention=False)
        await loopback.until(lambda: len(bench.answerer.asked) == 1)
        await bench.state.preferences.set_channel(CHANNEL_ID, GUILD_ID, ChannelChoices(auto_answer=0.9))
        bench.answerer.answers = NOTHING
        await loopback.say(QUESTION, mention=False)
        await loopback.until(lambda: len(bench.answerer.asked) == 2)
        bench.answerer.answers = type(bench.answerer)().answers
        await loopback.say("I saw them in Beijing.", mention=False)
        await loopback.say("what?", mention=False)
        asked = await loopback.say(QUESTION, mention=False)
        await loopback.until(lambda: loopback.messages)
    (answer,) = loopback.messages
    assert answer.body["message_reference"]["message_id"] == asked
    assert len(bench.answerer.asked) == 3


async def test_auto_answers_need_the_operators_leave(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        refused = await _use(
            loopback, "settings auto-answer", {"channel": CHANNEL_ID, "confidence": 50}, admin=True
        )
    assert "MESSAGE_CONTENT=yes" in refused.shown[0].text


async def _use(
    loopback: LoopbackDiscord,
    name: str,
    options: Mapping[str, object] | None = None,
    *,
    admin: bool = False,
    place: int = CHANNEL_ID,
) -> Command:
    command = await loopback.use(name, dict(options or {}), admin=admin, place=place)
    await loopback.until(lambda: command.shown)
    return command
