"""`/meetings`, `/timeline` and `/who` through the real client: files, choices, refusals, closed rooms."""

import threading
from datetime import date, timedelta

import pytest

from bot.scopes import Bounds
from index.engine import ArticleMeeting
from tests.bot.fakes import ArticlesEngine
from tests.bot.telling import tell
from tests.discord.conftest import Bench
from tests.discord.loopback import GUILD_ID, Command, LoopbackDiscord, Sent

RECORDS = [
    tell("alpha", "Ana Lobo", "Piet Vos", first=date(2031, 5, 5), where="Oslo", collection="open"),
    tell("beta", "Lobo", "Piet Vos", first=date(2031, 5, 6), where="Oslo", collection="open"),
    tell("gamma", "Ana Lobo", "Eva Brandt", first=date(2030, 1, 4), collection="open"),
    tell("delta", "Ana Lobo", "Secret Agent", first=date(2031, 7, 1), collection="closed"),
    tell("epsilon", "Jon Brandt", "Piet Vos", first=date(2029, 7, 1), collection="open"),
]


@pytest.fixture(autouse=True)
def records(bench: Bench) -> None:
    serve(bench, RECORDS)


def serve(bench: Bench, records: list[ArticleMeeting]) -> None:
    bench.real = (bench.answerer, ArticlesEngine([one.article for one in records], records))


async def shown(loopback: LoopbackDiscord, name: str, options: dict[str, object]) -> Sent:
    used: Command = await loopback.use(name, options)
    await loopback.until(lambda: used.shown)
    return used.shown[-1]


async def test_meetings_that_differ_show_both_sentences(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        sent = await shown(loopback, "meetings", {"who": "Ana Lobo", "with": "vos"})
    assert sent.embed["title"] == "Meetings · Ana Lobo · vos"
    assert "**5 or 6 May 2031**" in sent.text
    assert "> alpha: Ana Lobo and Piet Vos met in Oslo then." in sent.text
    assert "> beta: Lobo and Piet Vos met in Oslo then." in sent.text
    assert "⚠️ sources differ on the date: 5 or 6 May 2031" in sent.text
    assert sent.files == {}


async def test_filters_by_days_and_a_wrong_day_is_refused(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        sent = await shown(loopback, "meetings", {"since": "2030-01-01", "until": "2030-12-31"})
        assert "gamma" in sent.text
        assert "alpha" not in sent.text
        sent = await shown(loopback, "meetings", {"since": "tomorrow"})
        assert "`since` must be a day written as 2024-01-28." in sent.text
        sent = await shown(loopback, "meetings", {"since": "2031-01-01", "until": "2030-01-01"})
        assert "swap them" in sent.text


async def test_many_meetings_are_attached_whole(loopback: LoopbackDiscord, bench: Bench) -> None:
    serve(
        bench,
        [
            tell(f"n{n}", "Ana Lobo", f"Guest {n}", first=date(2031, 1, 1) + timedelta(9 * n))
            for n in range(50)
        ],
    )
    async with bench.running():
        sent = await shown(loopback, "meetings", {"who": "Lobo"})
    assert "The newest 6 of 50; all are in the file" in sent.text
    listed = sent.files["meetings.txt"].decode()
    assert all(f"“n{n}: Ana Lobo and Guest {n} met then.”" in listed for n in range(50))


async def test_a_timeline_comes_with_its_picture(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        sent = await shown(loopback, "timeline", {"name": "lobo", "theme": "light"})
    assert sent.embed["image"]["url"] == "attachment://timeline.png"
    assert sent.files["timeline.png"].startswith(b"\x89PNG")
    assert "“gamma: Ana Lobo and Eva Brandt met then.”" in sent.files["timeline.txt"].decode()
    assert "**1 · 4 January 2030**\nEva Brandt" in sent.text


async def test_the_picture_is_drawn_off_the_loop(
    loopback: LoopbackDiscord, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []

    def draw(*_: object) -> bytes:
        threads.append(threading.current_thread().name)
        return b"\x89PNG"

    monkeypatch.setattr("bot.timeline.picture.draw_timeline", draw)
    async with bench.running():
        await shown(loopback, "timeline", {"name": "lobo"})
    assert [name.startswith("answers") for name in threads] == [True]


async def test_a_person_and_a_name_of_two(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        sent = await shown(loopback, "who", {"name": "lobo"})
        assert "**Also written** Lobo" in sent.text
        assert "**Most often with** Eva Brandt (1), Piet Vos (1), Secret Agent (1)" in sent.text
        sent = await shown(loopback, "who", {"name": "Brandt"})
        assert "“Brandt” can be Eva Brandt (1) or Jon Brandt (1); choose one." in sent.text
        sent = await shown(loopback, "who", {"name": "Nobody"})
        assert "The briefings record no meeting of “Nobody”. Searched 5 briefings" in sent.text


@pytest.mark.parametrize(
    ("command", "option", "written", "offered"),
    [
        ("who", "name", "lo", ["Ana Lobo"]),
        ("timeline", "with", "bra", ["Eva Brandt", "Jon Brandt"]),
        ("meetings", "who", "agent s", ["Secret Agent"]),
        ("meetings", "source", "BETA", ["The beta"]),
    ],
)
async def test_choices_are_offered(
    loopback: LoopbackDiscord, bench: Bench, command: str, option: str, written: str, offered: list[str]
) -> None:
    async with bench.running():
        used = await loopback.complete(command, option, written)
        await loopback.until(lambda: used.choices is not None)
    assert [one["value"] for one in used.choices or []] == offered


async def test_a_server_sees_nothing_of_a_collection_that_is_closed_to_it(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.bounds = Bounds(guilds={GUILD_ID: frozenset({"open"})})
    async with bench.running():
        for name, options in (
            ("meetings", {"who": "Lobo"}),
            ("timeline", {"name": "Lobo"}),
            ("who", {"name": "Lobo"}),
            ("who", {"name": "Secret Agent"}),
            ("meetings", {"source": "The delta"}),
        ):
            sent = await shown(loopback, name, dict(options))
            said = sent.text + "".join(one.decode(errors="replace") for one in sent.files.values())
            assert "delta" not in said.replace("The delta", "")
            assert "July 2031" not in said
        for command, option, written in (("who", "name", "sec"), ("meetings", "source", "the d")):
            used = await loopback.complete(command, option, written)
            await loopback.until(lambda used=used: used.choices is not None)  # type: ignore[misc]
            assert used.choices == []
