"""What can be done with a message by right-clicking it."""

from dataclasses import replace

from bot.answering.answer import Answer, NoAnswer, Reason, Slot
from bot.cogs.menus import ASK_ABOUT, CHECK
from tests.discord.conftest import Bench
from tests.discord.fakes import TALKS
from tests.discord.loopback import BOT_ID, LoopbackDiscord

CLAIM = "U.S. and Chinese officials met in Beijing on 30 January 2024."


async def test_a_question_about_a_message_is_asked_in_a_form(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        form = await loopback.choose_from_menu(ASK_ABOUT, f"{CLAIM} It was cold.")
        await loopback.until(lambda: form.modal)
        sent = await loopback.submit(form, {"Your question": "Why was that?"})
        await loopback.until(lambda: sent.shown)
    assert bench.answerer.asked[0][0] == f"Why was that? {CLAIM.rstrip('.')}"
    assert sent.shown[0].private
    assert "Delete" not in sent.shown[0].buttons


async def test_a_question_in_a_message_stands_in_the_form(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        form = await loopback.choose_from_menu(ASK_ABOUT, "When do the teams meet in Beijing?")
        await loopback.until(lambda: form.modal)
        sent = await loopback.submit(form, {})
        await loopback.until(lambda: sent.shown)
    assert bench.answerer.asked[0][0] == "When do the teams meet in Beijing?"


async def test_a_question_about_an_answer_goes_on_from_it(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        await loopback.say(f"<@{BOT_ID}> When do they meet?")
        await loopback.until(lambda: loopback.messages)
        form = await loopback.choose_from_menu(
            ASK_ABOUT, "", author_id=BOT_ID, message_id=loopback.messages[0].id
        )
        await loopback.until(lambda: form.modal)
        sent = await loopback.submit(form, {"Your question": "where?"})
        await loopback.until(lambda: sent.shown)
    assert bench.answerer.asked[1][0].startswith("Where did a U.S. delegation and Chinese officials meet")


async def test_each_claim_of_a_message_gets_its_verdict(loopback: LoopbackDiscord, bench: Bench) -> None:
    answers: dict[str, Answer | NoAnswer] = {
        "Beijing": TALKS,
        "Paris": _miss(Reason.OTHER_DATE),
        "Oslo": _miss(Reason.OTHER_PLACE),
        "Ruritania": replace(_miss(Reason.NOTHING_RELEVANT), citations=()),
        "Rome": replace(TALKS, text="No: it was called off."),
    }
    bench.answerer.by_word = answers
    async with bench.running():
        said = (
            f"{CLAIM} Ministers met in Paris in May. Did they? Envoys met in Oslo. *Kings* met in Ruritania. "
            + ("The teams met in Rome. lol.")
        )
        command = await loopback.choose_from_menu(CHECK, said)
        await loopback.until(lambda: command.shown)
    shown = command.shown[0]
    verdicts = [block.splitlines()[0] for block in shown.embed["description"].split("\n\n")]
    assert verdicts == [
        "✅ **Supported by the briefings**",
        "⚠️ **The briefings give another date**",
        "⚠️ **The briefings give another place**",
        "❔ **Not in the briefings**",
        "❌ **The briefings say that it did not take place**",
    ]
    assert f"> {TALKS.citations[0].quote}" in shown.embed["description"]
    assert "\\*Kings\\*" in shown.embed["description"]
    assert shown.private
    assert bench.answerer.asked[0][0] == f"Is it true that {CLAIM.rstrip('.')}?"


async def test_a_message_without_a_claim_is_told_so(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        command = await loopback.choose_from_menu(CHECK, "lol, what a day!")
        await loopback.until(lambda: command.shown)
    assert "claims nothing" in command.shown[0].text


async def test_a_long_check_is_whole_in_the_file(loopback: LoopbackDiscord, bench: Bench) -> None:
    long = replace(TALKS.citations[0], quote=" ".join(f"word{number}" for number in range(300)))
    bench.answerer.answers = replace(TALKS, citations=(long,))
    async with bench.running():
        command = await loopback.choose_from_menu(
            CHECK, " ".join(f"Envoy {n} met King {n} in Oslo." for n in range(12))
        )
        await loopback.until(lambda: command.shown)
    whole = command.shown[0].files["answer.txt"].decode()
    assert whole.count("Supported by the briefings") == 10
    assert "the whole check is in the file" in command.shown[0].text


def _miss(reason: Reason) -> NoAnswer:
    return NoAnswer(
        question="?", asked=(Slot.WHETHER,), text="No.", reason=reason, citations=TALKS.citations[:1]
    )
