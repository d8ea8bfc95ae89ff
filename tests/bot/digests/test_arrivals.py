"""What a digest tells of what came: each meeting once, though articles are corrected, moved or added late."""

from collections.abc import AsyncIterator, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import discord
import pytest
import pytest_asyncio

from bot.desk import AnsweringDesk
from bot.noticing import Noticing
from bot.rendering.summaries import list_news
from bot.state import State, open_state
from bot.summaries.arrivals import digest_of_arrivals
from bot.summaries.citing import cite_digest
from bot.summaries.digest import Digest, News
from index.article import Article, MeetingStatus
from index.engine import EVERYTHING, ArticleMeeting
from index.occasions import link_occasions
from tests.bot.fakes import ArticlesEngine
from tests.bot.summaries.conftest import article, meeting
from tests.discord.fakes import FakeAnswerer

PLAN = "Minister Ilse Brandt will meet Tomas Vrba in Ostrava on 20 January about the river ferries."
OFF = "Minister Ilse Brandt cancelled the meeting with Tomas Vrba on 20 January for want of a paper."
PEOPLE = ("Ilse Brandt", "Tomas Vrba")
DAYS = (date(2024, 2, 1), date(2024, 2, 2))


def _told(
    key: str, text: str, status: MeetingStatus, published: date | None, *, tail: str = ""
) -> ArticleMeeting:
    body = article(key, f"{text} {tail}".strip(), published)
    return meeting(body, text, status, date(2024, 1, 20), PEOPLE)


PLANNED = _told("plan", PLAN, MeetingStatus.PLANNED, date(2024, 1, 11))


class Desk:
    """An index, what was noticed of it, and how far it was told."""

    def __init__(self, state: State, executor: ThreadPoolExecutor) -> None:
        self.engine = ArticlesEngine([])
        self.desk = AnsweringDesk(
            answerer=FakeAnswerer(), engine=self.engine, executor=executor, today=date.today
        )
        self.state = state
        self.noticing = Noticing(self.desk, state.arrivals)
        self.told = 0

    async def take(self, *records: ArticleMeeting, also: tuple[Article, ...] = ()) -> Digest:
        """Publish these records alone, and tell what is new."""
        self.engine.publish([*(one.article for one in records), *also], records)
        await self.noticing.look()
        return await self.tell(await self.last())

    async def tell(self, until: int) -> Digest:
        arrived = await self.state.arrivals.between(self.told, until, None)
        self.told = until
        occasions = link_occasions(self.engine.meetings())
        return digest_of_arrivals(self.engine, occasions, arrived, days=DAYS, scope=EVERYTHING)

    async def last(self) -> int:
        row = await self.state.database.run(
            lambda connection: connection.execute("SELECT max(number) FROM arrivals").fetchone()
        )
        return int(row[0] or 0)


@pytest.fixture
def executor() -> Iterator[ThreadPoolExecutor]:
    """The pool that reads the index."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        yield pool


@pytest_asyncio.fixture
async def desk(tmp_path: Path, executor: ThreadPoolExecutor) -> AsyncIterator[Desk]:
    """An empty index of which nothing was told."""
    state = open_state(tmp_path)
    yield Desk(state, executor)
    state.close()


async def test_a_meeting_is_told_once(desk: Desk) -> None:
    first = await desk.take(PLANNED)
    assert [one.news for one in first.items] == [News.ADDED]
    again = await desk.take(PLANNED)
    assert (again.items, again.briefings) == ((), 0)
    copied = await desk.take(PLANNED, _told("copy", PLAN, MeetingStatus.PLANNED, date(2024, 1, 12)))
    assert (copied.items, copied.briefings, copied.told_again) == ((), 1, 1)


async def test_a_briefing_of_long_ago_or_of_no_day_is_new_when_it_comes(desk: Desk) -> None:
    await desk.take()
    old = await desk.take(_told("old", PLAN, MeetingStatus.HELD, date(1999, 1, 1)))
    undated = await desk.take(
        _told("old", PLAN, MeetingStatus.HELD, date(1999, 1, 1)),
        replace(PLANNED, article=replace(PLANNED.article, id="undated", published=None)),
    )
    assert len(old.items) == 1
    assert undated.briefings == 1


async def test_a_corrected_or_moved_briefing_is_no_news_unless_it_tells_something_else(desk: Desk) -> None:
    await desk.take(PLANNED)
    corrected = await desk.take(_told("plan", PLAN, MeetingStatus.PLANNED, date(2024, 1, 11), tail="A typo."))
    reworded = PLAN.replace("river ferries", "ferries of the river")
    worded = await desk.take(_told("plan", reworded, MeetingStatus.PLANNED, date(2024, 1, 11)))
    moved = await desk.take(_told("new/place", reworded, MeetingStatus.PLANNED, date(2024, 1, 11)))
    assert [(one.items, one.briefings) for one in (corrected, worded, moved)] == [((), 1)] * 3
    changed = await desk.take(_told("new/place", OFF, MeetingStatus.CANCELLED, date(2024, 1, 11)))
    (item,) = changed.items
    assert item.now.meeting.status is MeetingStatus.CANCELLED


async def test_a_change_is_told_with_what_was_known(desk: Desk) -> None:
    await desk.take(PLANNED)
    off = _told("off", OFF, MeetingStatus.CANCELLED, date(2024, 1, 18))
    (item,) = (await desk.take(PLANNED, off)).items
    assert (item.news, item.before) == (News.STATUS, PLANNED)
    late = _told("late", PLAN.replace("will", "plans to"), MeetingStatus.PLANNED, date(2024, 1, 10))
    assert (await desk.take(PLANNED, off, late)).items == ()


async def test_changes_come_first_and_then_the_latest_days(desk: Desk) -> None:
    await desk.take(PLANNED)
    off = _told("off", OFF, MeetingStatus.CANCELLED, date(2024, 1, 18))
    others = []
    for day in (9, 30, 17):
        names = (f"Anna Alpha{day}", f"Bert Beta{day}")
        text = f"{names[0]} met {names[1]} in Port{day} about matter {day}."
        body = article(f"day-{day}", text, date(2024, 1, 31))
        others.append(meeting(body, text, MeetingStatus.HELD, date(2024, 1, day), names))
    sometime = replace(others[0], article=replace(others[0].article, id="sometime", published=None))
    others[0] = replace(sometime, meeting=replace(sometime.meeting, when=None))
    told = await desk.take(PLANNED, off, *others)
    assert [one.now.article.id for one in told.items] == ["off", "day-30", "day-17", "sometime"]


async def test_what_a_late_briefing_of_an_earlier_day_tells_corrects_nothing(desk: Desk) -> None:
    off = _told("off", OFF, MeetingStatus.CANCELLED, date(2024, 1, 18))
    await desk.take(off)
    held = _told("held", PLAN, MeetingStatus.HELD, date(2024, 1, 12))
    told = await desk.take(held, off)
    assert (told.items, told.told_again) == ((), 1)


async def test_what_comes_during_a_digest_is_left_to_the_next(desk: Desk) -> None:
    await desk.take()
    off = _told("off", OFF, MeetingStatus.CANCELLED, date(2024, 1, 18))
    desk.engine.publish([PLANNED.article], [PLANNED])
    await desk.noticing.look()
    until = await desk.last()
    desk.engine.publish([PLANNED.article, off.article], [PLANNED, off])
    (first,) = (await desk.tell(until)).items
    assert (first.news, first.now.meeting.status) == (News.ADDED, MeetingStatus.PLANNED)
    await desk.noticing.look()
    (second,) = (await desk.tell(await desk.last())).items
    assert second.news is News.STATUS


async def test_an_index_that_changes_while_it_is_looked_at_is_looked_at_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    off = _told("off", OFF, MeetingStatus.CANCELLED, date(2024, 1, 18))
    desk.engine.publish([PLANNED.article], [PLANNED])
    unknown = desk.state.arrivals.unknown

    async def publish_then_tell(digests: Collection[bytes]) -> frozenset[bytes]:
        if desk.engine.generation() < 3:
            desk.engine.publish([off.article], [off])
        return await unknown(digests)

    monkeypatch.setattr(desk.state.arrivals, "unknown", publish_then_tell)
    await desk.noticing.look()
    (item,) = (await desk.tell(await desk.last())).items
    assert item.now.article.id == "off"


async def test_meetings_beyond_what_a_file_takes_are_counted(desk: Desk) -> None:
    records = [
        meeting(
            article(f"a{n}", text, date(2024, 1, 11)), text, MeetingStatus.HELD, date(2024, 1, n + 1), names
        )
        for n in range(6)
        for names in [(f"Anna Alpha{n}", f"Bert Beta{n}")]
        for text in [f"{names[0]} met {names[1]} in Port{n} about matter {n}."]
    ]
    told = await desk.take(*records)
    drawn = list_news(discord.Embed(title="T"), cite_digest(told, 4), most=2)
    assert drawn.embeds[0].fields[-1].value == "2 more are in the file."
    assert (
        drawn.embeds[0].footer.text == "2 beyond these: see /meetings · Shortened: the whole is in the file."
    )
    assert drawn.attachment is not None
    assert "2 meetings beyond these are not in this file" in drawn.attachment
