"""German, as people see it: commands, answers, refusals, buttons."""

import re

from bot.languages import ENGLISH
from bot.languages.language import in_context
from bot.state import GuildChoices
from tests.bot.languages.spoken import names_of_commands, texts_of_commands
from tests.discord.conftest import Bench
from tests.discord.fakes import NOTHING
from tests.discord.loopback import BOT_ID, GUILD_ID, OTHER_CHANNEL_ID, LoopbackDiscord

# What Discord takes as the name of a command or an option, as far as Python's letters go.
NAME = re.compile(r"^[-_\w]{1,32}$")
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
    assert refused.shown[0].text == "`seit` (`since`) muss ein Tag sein, geschrieben wie 2024-01-28."
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
    ask = by_name["ask"]
    assert ask["name_localizations"] == {"de": "fragen"}
    assert [one["name_localizations"].get("de") for one in ask["options"]] == [
        *["frage", "seit", "bis", "quelle", "privat"]
    ]
    status = next(one for one in by_name["meetings"]["options"] if one["name"] == "status")
    assert {one["name"]: one["name_localizations"]["de"] for one in status["choices"]}["held"]


async def test_names_of_commands_are_translated_into_what_discord_takes(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        bot = bench.bots[-1]
        beside = names_of_commands(bot.tree)
        for language in bot.equipment.languages.all():
            for names in beside:
                called = [language.called(one) for one in names]
                assert len(set(called)) == len(called), (language.code, called)
                assert [one for one in called if not NAME.match(one) or one != one.lower()] == []
                if language is not ENGLISH:
                    known = {in_context("name", one) for one in names}
                    assert sorted(known - set(language.texts)) == []


async def test_help_names_commands_as_they_are_called_in_either_language(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(language="de"))
        command = await loopback.use("help")
        await loopback.until(lambda: command.shown)
    assert "`/fragen` (`/ask`) Frag, wer sich" in command.shown[0].text
    assert "\n`/status` " in command.shown[0].text


async def test_a_restart_speaks_the_language_that_was_chosen(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(language="de"))
    async with bench.running():
        await loopback.say(f"<@{BOT_ID}>")
        await loopback.until(lambda: loopback.messages)
    assert loopback.messages[0].text.startswith("Frag mich, wer sich wann")
