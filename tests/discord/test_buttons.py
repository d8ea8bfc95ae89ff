"""The buttons below an answer: what they show, to whom, and that they outlive a restart."""

from dataclasses import replace

import pytest

from tests.discord.conftest import Bench
from tests.discord.fakes import NOTHING, TALKS
from tests.discord.loopback import (
    ASKER_ID,
    BOT_ID,
    OTHER_CHANNEL_ID,
    Command,
    Fault,
    LoopbackDiscord,
    Place,
    Sent,
)

QUESTION = "When do the two teams meet, and why?"


async def test_an_answer_has_its_buttons(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        answer = await _answer(loopback)
        private = await loopback.use("ask", {"question": QUESTION, "private": True})
        bench.answerer.answers = NOTHING
        nothing = await _answer(loopback)
    assert list(answer.buttons) == [
        *("Evidence", "Timeline", "Related meetings", "Copy citation", "Useful", "Not useful", "Delete")
    ]
    assert "Delete" not in private.shown[0].buttons
    assert list(nothing.buttons) == ["Useful", "Not useful", "Delete"]


async def test_evidence_shows_each_quote_in_context_page_by_page_after_a_restart(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        answer = await _answer(loopback)
    async with bench.running():
        first = await _press(loopback, "Evidence", answer, by=ASKER_ID + 50)
        page = first.shown[0]
        assert page.private
        assert page.embed["footer"]["text"] == "Page 1 of 2"
        assert f"**{TALKS.citations[0].quote}** They want" in page.embed["description"]
        turned = await _press(loopback, "▶️", page)
        assert turned.shown[0] is page
        assert f"**{TALKS.citations[1].quote}** Nobody said more." in page.embed["description"]
        assert list(page.buttons) == ["◀️"]
        await _press(loopback, "◀️", page)
    assert page.embed["title"] == "Evidence 1"
    assert len(loopback.messages) == 1


async def test_evidence_that_changed_since_is_shown_as_it_was_cited(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    moved = tuple(replace(one, start=one.start + 1, end=one.end + 1) for one in TALKS.citations)
    bench.answerer.answers = replace(TALKS, citations=moved)
    async with bench.running():
        shown = await _press(loopback, "Evidence", await _answer(loopback))
    assert shown.shown[0].embed["description"].endswith(f"**{TALKS.citations[0].quote}**")


async def test_long_evidence_is_paged_and_never_cut(loopback: LoopbackDiscord, bench: Bench) -> None:
    words = [f"word{number}" for number in range(1500)]
    long = replace(TALKS.citations[0], quote=" ".join(words))
    bench.answerer.answers = replace(TALKS, citations=(long,))
    async with bench.running():
        page = (await _press(loopback, "Evidence", await _answer(loopback))).shown[0]
        read = [page.embed["description"]]
        while "▶️" in page.buttons:
            await _press(loopback, "▶️", page)
            read.append(page.embed["description"])
    assert len(read) > 2
    assert all(word in "\n".join(read) for word in words)


async def test_a_citation_is_copied_as_plain_text(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        copied = (await _press(loopback, "Copy citation", await _answer(loopback))).shown[0]
    assert copied.private
    assert copied.body["content"].startswith(
        f"```\n“{TALKS.citations[0].quote}” Two teams sit down in Beijing,"
    )
    assert "The Gazette, 28 January 2024. https://example.org/talks" in copied.body["content"]


async def test_no_other_meeting_is_said_to_be_none(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        answer = await _answer(loopback)
        for button in ("Related meetings", "Timeline"):
            shown = (await _press(loopback, button, answer)).shown[0]
            assert shown.body["content"] == "The briefings tell of no other meeting of these people."


async def test_a_rating_is_kept_once_a_person(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        answer = await _answer(loopback)
        for button in ("Useful", "Not useful"):
            assert "Thank you" in (await _press(loopback, button, answer)).shown[0].text
        await _press(loopback, "Useful", answer, by=ASKER_ID + 50)
        given = await bench.state.given.in_message(answer.id)
        assert given is not None
        assert await bench.state.ratings.of(given.key) == (1, 1)


async def test_only_the_asker_and_moderators_delete(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        first, second = await _answer(loopback), await _answer(loopback)
        refused = await _press(loopback, "Delete", first, by=ASKER_ID + 50)
        assert "moderators" in refused.shown[0].text
        await _press(loopback, "Delete", first)
        await _press(loopback, "Delete", second, admin=True)
        gone = await _press(loopback, "Evidence", first)
    assert first.deleted
    assert second.deleted
    assert "no longer have" in gone.shown[0].text


async def test_a_private_answer_is_closed_to_others_and_to_other_servers(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        command = await loopback.use("ask", {"question": QUESTION, "private": True})
        await loopback.until(lambda: command.shown)
        public = await _answer(loopback)
        stolen = await _press(loopback, "Evidence", command.shown[0], by=ASKER_ID + 50)
        elsewhere = await _press(loopback, "Evidence", public, place=OTHER_CHANNEL_ID)
    for tried in (stolen, elsewhere):
        assert "no longer have" in tried.shown[0].text


async def test_forgotten_people_leave_no_answer_behind(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        answer = await _answer(loopback)
        forgotten = await loopback.use("forget-me")
        await loopback.until(lambda: forgotten.shown)
        pressed = await _press(loopback, "Evidence", answer)
    assert forgotten.shown[0].text.startswith("Deleted: 1 question, 0 ratings and 0 watches.")
    assert "no longer have" in pressed.shown[0].text


@pytest.mark.parametrize("fault", [Fault.UNAVAILABLE, Fault.RESET, Fault.SLOW, Fault.RESET_AFTERWARDS])
async def test_a_press_survives_a_fault(loopback: LoopbackDiscord, bench: Bench, fault: Fault) -> None:
    async with bench.running():
        answer = await _answer(loopback)
        loopback.faults[Place.CALLBACK].append(fault)
        pressed = await _press(loopback, "Evidence", answer)
    assert pressed.shown[0].embed["title"] == "Evidence 1"


async def _answer(loopback: LoopbackDiscord) -> Sent:
    count = len(loopback.messages)
    await loopback.say(f"<@{BOT_ID}> {QUESTION}")
    await loopback.until(lambda: len(loopback.messages) > count)
    return loopback.messages[-1]


async def _press(
    loopback: LoopbackDiscord,
    button: str,
    on: Sent,
    *,
    by: int = ASKER_ID,
    admin: bool = False,
    place: int | None = None,
) -> Command:
    pressed = await loopback.press(button, on, by=by, admin=admin, place=place)
    await loopback.until(lambda: pressed.shown)
    return pressed
