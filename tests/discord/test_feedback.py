"""`/feedback` through the real client: ratings, gaps, the table, and what administrators must not see."""

from dataclasses import replace

import pytest

from bot.answering.answer import Slot
from bot.state import GuildChoices, Whereabouts
from index.engine import Filters
from tests.discord.conftest import Bench
from tests.discord.fakes import NOTHING, TALKS
from tests.discord.loopback import (
    ASKER_ID,
    BOT_ID,
    CHANNEL_ID,
    DM_ID,
    GUILD_ID,
    OTHER_CHANNEL_ID,
    Command,
    LoopbackDiscord,
)

HERE = Whereabouts(channel_id=CHANNEL_ID, guild_id=GUILD_ID, asker_id=ASKER_ID)


async def feedback(
    loopback: LoopbackDiscord,
    options: dict[str, object] | None = None,
    *,
    admin: bool = True,
    place: int = CHANNEL_ID,
) -> Command:
    used = await loopback.use("feedback", options, admin=admin, place=place)
    await loopback.until(lambda: used.shown)
    return used


async def give(bench: Bench, question: str, times: int = 1, place: Whereabouts = HERE) -> None:
    for _ in range(times):
        answer = replace(NOTHING, question=question)
        await bench.state.given.add(answer, place, written=question, asked_id=None, where=Filters())


async def test_ratings_and_gaps_are_summed_up_for_the_administrator_alone(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        for _ in range(2):
            await loopback.say(f"<@{BOT_ID}> When do the two teams meet, and why?")
        await loopback.until(lambda: len(loopback.messages) == 2)
        for post, label in enumerate(("Useful", "Not useful")):
            pressed = await loopback.press(label, loopback.messages[post])
            await loopback.until(lambda pressed=pressed: pressed.shown)  # type: ignore[misc]
        question = "When, and why, do they *meet*?"
        slots = {Slot.WHEN: TALKS.slots[Slot.WHEN]}
        bench.answerer.answers = replace(TALKS, question=question, slots=slots, complete=False)
        asked = await loopback.use("ask", {"question": question})
        await loopback.until(lambda: asked.shown)
        await give(bench, "Who met the Queen of Ruritania?", 3)
        used = await feedback(loopback)
    assert used.ephemeral
    embed = used.shown[0].embed
    assert embed["title"] == "Feedback · 30 days"
    assert embed["description"].splitlines() == [
        "👍 1 useful · 👎 1 not useful · 50 %",
        "6 questions: 2 answered, 1 in part, 3 not",
    ]
    gaps, useless = embed["fields"]
    assert gaps["name"] == "Not answered, most often first"
    assert gaps["value"].splitlines() == [
        "**3×** Who met the Queen of Ruritania?",
        "*Not in the briefings*",
        r"**1×** When, and why, do they \*meet\*?",
        "*Part of the answer · not stated: Why*",
    ]
    assert useless["value"] == "**1** 👎 When do the two teams meet, and why?"
    assert used.shown[0].files == {}


async def test_many_gaps_are_whole_in_a_table(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        for n in range(12):
            await give(bench, f"Who met guest {'x' * n}?", n + 1)
        await give(bench, "=HYPERLINK(1)")
        await give(bench, "Who met whom, " + "and when, " * 60 + "and why?", 20)
        used = await feedback(loopback)
    (sent,) = used.shown
    assert "**20×** Who met whom, and when," in sent.text
    assert "**12×** Who met guest xxxxxxxxxxx?" in sent.text
    assert "All 14 are in the file." in sent.text
    rows = sent.files["feedback.csv"].decode("utf-8-sig").splitlines()
    assert rows[0] == "question,times,last_asked,answer,reason,not_stated,not_useful"
    assert len(rows) == 15
    assert rows[2].startswith("Who met guest xxxxxxxxxxx?,12,20")
    assert any(row.startswith("'=HYPERLINK(1),1,") for row in rows)


async def test_nothing_private_and_of_no_other_place_is_shown(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.answerer.answers = replace(NOTHING, question="Who met the secret envoy?")
    async with bench.running():
        private = await loopback.use("ask", {"question": "Who met the secret envoy?", "private": True})
        other = await loopback.use("ask", {"question": "Who met the secret envoy?"}, place=OTHER_CHANNEL_ID)
        await loopback.until(lambda: private.shown and other.shown)
        direct = replace(HERE, guild_id=None, channel_id=DM_ID)
        await give(bench, "Who met the secret envoy?", place=direct)
        used = await feedback(loopback)
    assert used.shown[0].embed["description"] == "Nothing was asked."
    assert "secret" not in str(used.shown[0].body)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (CHANNEL_ID, "Only those who may manage this server can do that."),
        (DM_ID, "That works in servers only."),
    ],
)
async def test_others_are_refused_by_the_bot_itself(
    loopback: LoopbackDiscord, bench: Bench, place: int, said: str
) -> None:
    async with bench.running():
        await give(bench, "Who met the Queen of Ruritania?")
        used = await feedback(loopback, admin=False, place=place)
    assert used.shown[0].text == said
    (command,) = [one for one in loopback.synced[0] if one["name"] == "feedback"]
    assert command["default_member_permissions"] == 32  # manage server


async def test_it_speaks_the_language_of_the_server(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(language="de"))
        await give(bench, "Who met the Queen of Ruritania?")
        used = await feedback(loopback, {"days": 1})
    embed = used.shown[0].embed
    assert embed["title"] == "Rückmeldungen · 1 Tag"
    assert "1 Frage: 0 beantwortet, 0 zum Teil, 1 nicht" in embed["description"]
    assert embed["fields"][0]["name"] == "Nicht beantwortet, das Häufigste zuerst"
