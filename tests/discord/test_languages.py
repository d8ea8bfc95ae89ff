"""German, as people see it: commands, answers, refusals, buttons."""

from bot.languages import ENGLISH
from bot.state import GuildChoices
from tests.bot.languages.spoken import texts_of_commands
from tests.discord.conftest import Bench
from tests.discord.fakes import NOTHING
from tests.discord.loopback import BOT_ID, GUILD_ID, OTHER_CHANNEL_ID, LoopbackDiscord

QUESTION = "When do the two teams meet, and why?"


async def test_a_server_is_spoken_to_in_its_language(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        shown = await loopback.use("settings language", {"language": "de"}, admin=True)
        await loopback.until(lambda: shown.shown)
        await loopback.say(f"<@{BOT_ID}> {QUESTION}")
        await loopback.until(lambda: loopback.messages)
        bench.answerer.answers = NOTHING
        nothing = await loopback.use("ask", {"question": QUESTION})
        refused = await loopback.use("ask", {"question": QUESTION, "since": "gestern"})
        other = await loopback.use("ask", {"question": QUESTION}, place=OTHER_CHANNEL_ID)
        unknown = await loopback.use("settings language", {"language": "tlh"}, admin=True)
        await loopback.until(lambda: nothing.shown and refused.shown and other.shown and unknown.shown)
    answer = loopback.messages[0]
    assert shown.shown[0].embed["title"] == "Einstellungen dieses Servers"
    assert [field["name"] for field in answer.embed["fields"]][:4] == ["Wer", "Wann", "Wo", "Warum"]
    assert answer.embed["fields"][1]["value"].startswith("30.–31. Jan. 2024 (“Tuesday and Wednesday”)")
    assert answer.embed["footer"]["text"] == "17 Meldungen durchsucht, 1. März 2006 bis 28. Januar 2024"
    assert "Belege" in answer.buttons
    assert nothing.shown[0].embed["author"]["name"] == "Nicht in den Meldungen"
    assert nothing.shown[0].embed["description"].startswith("Nicht in den Meldungen. 17 Meldungen durchsucht")
    assert refused.shown[0].text == "`since` muss ein Tag sein, geschrieben wie 2024-01-28."
    assert other.shown[0].embed["author"]["name"] == "Not in the briefings"
    assert unknown.shown[0].text == "Ich spreche: English (en), Deutsch (de)."


async def test_commands_and_menus_are_described_in_every_language(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        bot = bench.bots[-1]
        texts = texts_of_commands(bot.tree)
        for language in bot.equipment.languages.all():
            if language is not ENGLISH:
                assert sorted(texts - set(language.texts)) == []
    by_name = {command["name"]: command for command in loopback.synced[0]}
    assert by_name["ask"]["description_localizations"]["de"].startswith("Frag, wer sich")
    assert by_name["Ask about this message"]["name_localizations"]["de"] == "Zu dieser Nachricht fragen"
    assert not by_name["ask"].get("name_localizations")


async def test_a_restart_speaks_the_language_that_was_chosen(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(language="de"))
    async with bench.running():
        await loopback.say(f"<@{BOT_ID}>")
        await loopback.until(lambda: loopback.messages)
    assert loopback.messages[0].text.startswith("Frag mich, wer sich wann")
