"""`/digest` through the real client: set, posted when due, once whatever happens, nothing of closed rooms."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import discord
import pytest

from bot.cogs.digest import DigestCog
from bot.cooldowns import Allowance
from bot.digests.digesting import DRAWN_AT_MOST
from bot.scopes import Bounds
from bot.state import ChannelChoices, ChannelDigest, GuildChoices
from index.article import Article, MeetingStatus
from index.engine import ArticleMeeting, IndexUnavailable
from tests.bot.fakes import ArticlesEngine
from tests.bot.summaries.conftest import article, meeting
from tests.clock import Clock
from tests.discord.conftest import Bench
from tests.discord.loopback import (
    ASKER_ID,
    CHANNEL_ID,
    GUILD_ID,
    OTHER_CHANNEL_ID,
    OTHER_GUILD_ID,
    Fault,
    LoopbackDiscord,
    Place,
    Sent,
)

OLD = "Judge Amy Okafor met the port masters in Lagos on Monday about the new pier."
PLAN = "Minister Ilse Brandt will meet Tomas Vrba in Ostrava on 20 January about the river ferries."
OFF = "Minister Ilse Brandt cancelled the meeting with Tomas Vrba on 20 January for want of a paper."
SECRET = "Agent Otto Kern met the ferry smugglers in a closed room of the harbour on Monday night."
PEOPLE = ("Ilse Brandt", "Tomas Vrba")
DAY = date(2024, 1, 20)
NOON = datetime(2024, 2, 1, 12, tzinfo=UTC)


def _briefing(
    key: str, text: str, status: MeetingStatus, people: tuple[str, ...], *, collection: str = "open"
) -> ArticleMeeting:
    """Return the only record of a briefing."""
    body = replace(article(key, text, date(2024, 1, 11), f"On {people[0]}"), collection=collection)
    return meeting(body, text, status, DAY, people)


KNOWN = _briefing("old", OLD, MeetingStatus.HELD, ("Amy Okafor", "port masters"))
PLANNED = _briefing("planned", PLAN, MeetingStatus.PLANNED, PEOPLE)
CANCELLED = _briefing("cancelled", OFF, MeetingStatus.CANCELLED, PEOPLE)
CLOSED = _briefing(
    "closed", SECRET, MeetingStatus.HELD, ("Otto Kern", "ferry smugglers"), collection="closed"
)


class BrokenEngine(ArticlesEngine):
    """An index that cannot be opened while there is a `failure`."""

    failure: Exception | None = None

    @contextmanager
    def snapshot(self) -> Iterator[ArticlesEngine]:
        if self.failure is not None:
            raise self.failure
        yield self


@pytest.fixture
def clock(bench: Bench) -> Clock:
    """The time of a test: noon of 1 February 2024, UTC."""
    bench.now = clock = Clock(NOON)
    return clock


@pytest.fixture
def engine(bench: Bench) -> ArticlesEngine:
    """An index of one briefing."""
    engine = ArticlesEngine([KNOWN.article], [KNOWN])
    bench.real = (bench.answerer, engine)
    return engine


def _publish(engine: ArticlesEngine, *records: ArticleMeeting, also: Iterable[Article] = ()) -> None:
    engine.publish([*(one.article for one in records), *also], records)


async def _use(loopback: LoopbackDiscord, name: str, options: dict[str, object] | None = None) -> Sent:
    used = await loopback.use(f"digest {name}", options, admin=True)
    await loopback.until(lambda: used.shown)
    return used.shown[-1]


async def _daily(loopback: LoopbackDiscord) -> None:
    sent = await _use(loopback, "daily", {"hour": 8, "time_zone": "Europe/Berlin"})
    assert sent.embed["description"] == "Every day at 08:00, Europe/Berlin"


def _hurry(bench: Bench) -> None:
    cog = bench.bots[-1].get_cog("DigestCog")
    assert isinstance(cog, DigestCog)
    cog.rounds.hurry()


async def _held(bench: Bench, channel_id: int = CHANNEL_ID) -> ChannelDigest:
    held = await bench.state.digests.of(channel_id)
    assert held is not None
    return held


async def _settled(loopback: LoopbackDiscord, bench: Bench) -> None:
    """Let the rounds go on until nothing is due."""
    while True:
        _hurry(bench)
        if not await bench.state.digests.due():
            return
        await loopback.until(lambda: True)


async def test_a_digest_is_set_posted_when_due_and_once_a_day(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    async with bench.running():
        await _daily(loopback)
        _publish(engine, KNOWN, PLANNED)
        clock.now = datetime(2024, 2, 2, 6, 59, tzinfo=UTC)
        await _settled(loopback, bench)
        assert loopback.messages == []
        clock.pass_by(minutes=1)
        await _settled(loopback, bench)
        await _settled(loopback, bench)
        (first,) = loopback.messages
        clock.pass_by(days=1)
        await _settled(loopback, bench)
        _publish(engine, KNOWN, PLANNED, CANCELLED, also=[article("empty", "Nobody met.", None)])
        clock.pass_by(days=1)
        await _settled(loopback, bench)
    _, quiet, changed = loopback.messages
    assert first.channel_id == CHANNEL_ID
    assert first.embed["title"] == "Daily digest"
    assert first.embed["description"] == f"Since <t:{int(NOON.timestamp())}:f>: 1 new in 1 briefing."
    (news,) = first.embed["fields"]
    assert news["name"].startswith("planned · Ilse Brandt and Tomas Vrba · 20 January 2024")
    assert PLAN in news["value"]
    assert first.body["allowed_mentions"] == {"parse": []}
    began = int(datetime(2024, 2, 2, 7, tzinfo=UTC).timestamp())
    assert quiet.embed["description"] == f"Nothing new since <t:{began}:f>."
    assert "1 changed in 2 briefings." in changed.embed["description"]
    (news,) = changed.embed["fields"]
    assert news["name"].startswith("cancelled · Ilse Brandt and Tomas Vrba")
    assert "before: planned, 20 January 2024" in news["value"]


async def test_what_was_missed_is_made_up_for_once(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    async with bench.running():
        await _use(loopback, "weekly", {"weekday": 4, "hour": 0, "time_zone": "America/New_York"})
    clock.pass_by(days=24)
    _publish(engine, KNOWN, PLANNED)
    async with bench.running():
        await loopback.until(lambda: loopback.messages)
        await _settled(loopback, bench)
        held = await _held(bench)
    (made_up,) = loopback.messages
    assert made_up.embed["title"] == "Weekly digest"
    assert f"Since <t:{int(NOON.timestamp())}:f>: 1 new" in made_up.embed["description"]
    assert held.next_at == datetime(2024, 3, 1, 5, tzinfo=UTC)


async def test_a_post_that_fails_is_made_later_and_once(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    loopback.faults[Place.MESSAGES].extend([Fault.RESET] * 5)
    async with bench.running():
        await _daily(loopback)
        clock.pass_by(days=1)
        _hurry(bench)
        await loopback.until(lambda: loopback.attempts[Place.MESSAGES] == 5, seconds=15)
        await _settled(loopback, bench)
        assert loopback.messages == []
        clock.pass_by(minutes=1)
        await _settled(loopback, bench)
        await loopback.until(lambda: loopback.messages)
        assert (await _held(bench)).posting is None
    assert len(loopback.messages) == 1


@pytest.mark.parametrize("history", [[], [Fault.UNAVAILABLE], [Fault.FORBIDDEN]])
async def test_a_post_whose_end_was_not_seen_is_not_made_again(
    loopback: LoopbackDiscord,
    bench: Bench,
    clock: Clock,
    engine: ArticlesEngine,
    history: Sequence[Fault],
) -> None:
    loopback.faults[Place.MESSAGES].append(Fault.SLOW)
    loopback.faults[Place.HISTORY].extend(history)
    async with bench.running():
        await _daily(loopback)
        clock.pass_by(days=1)
        _hurry(bench)
        await loopback.until(lambda: loopback.messages)
        begun = await _held(bench)
    if Fault.FORBIDDEN not in history:
        loopback.nonces.clear()  # Discord remembers them for minutes, and the bot was away for longer
    clock.pass_by(hours=3)
    async with bench.running():
        for _ in range(3):
            await _settled(loopback, bench)
            clock.pass_by(minutes=5)
        held = await _held(bench)
    assert begun.posting is not None
    assert held.posting is None
    assert held.told == begun.posting.until
    assert len(loopback.messages) == 1


async def test_an_index_that_cannot_be_served_puts_digests_off(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    engine = BrokenEngine([KNOWN.article], [KNOWN])
    bench.real = (bench.answerer, engine)
    async with bench.running():
        await _daily(loopback)
        clock.pass_by(days=1)
        for failure in (IndexUnavailable("The index is damaged; run build_index.py."), RuntimeError("a bug")):
            engine.failure = failure
            await _settled(loopback, bench)
            clock.pass_by(minutes=1)
        assert loopback.messages == []
        engine.failure = None
        _publish(engine, KNOWN, PLANNED)
        await _settled(loopback, bench)
    (sent,) = loopback.messages
    assert "1 new in 1 briefing" in sent.text
    assert "Digests are put off: The index is damaged; run build_index.py." in caplog.text
    assert "Digests are put off [" in caplog.text


async def test_a_digest_that_fails_leaves_the_others_alone(
    loopback: LoopbackDiscord,
    bench: Bench,
    clock: Clock,
    engine: ArticlesEngine,
    caplog: pytest.LogCaptureFixture,
) -> None:
    strange = replace(_briefing("strange", PLAN, MeetingStatus.PLANNED, PEOPLE, collection="strange"))
    evidence = replace(strange.meeting.evidence, text="what the briefing does not say")
    strange = replace(strange, meeting=replace(strange.meeting, evidence=evidence))
    bench.bounds = Bounds(
        guilds={GUILD_ID: frozenset({"open", "strange"}), OTHER_GUILD_ID: frozenset({"open"})}
    )
    async with bench.running():
        await _daily(loopback)
        other = await loopback.use("digest daily", {"hour": 8}, admin=True, place=OTHER_CHANNEL_ID)
        await loopback.until(lambda: other.shown)
        _publish(engine, KNOWN, strange)
        clock.pass_by(days=1)
        await _settled(loopback, bench)
        _publish(engine, KNOWN, PLANNED)
        clock.pass_by(minutes=1)
        await _settled(loopback, bench)
    assert [one.channel_id for one in loopback.messages] == [OTHER_CHANNEL_ID, CHANNEL_ID]
    assert f"The digest of channel {CHANNEL_ID} failed [" in caplog.text


async def test_a_digest_that_can_never_be_drawn_is_told_as_trouble(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    evidence = replace(PLANNED.meeting.evidence, text="what the briefing does not say")
    strange = replace(PLANNED, meeting=replace(PLANNED.meeting, evidence=evidence))
    async with bench.running():
        await _daily(loopback)
        _publish(engine, KNOWN, strange)
        clock.pass_by(days=1)
        for _ in range(DRAWN_AT_MOST):
            await _settled(loopback, bench)
            clock.pass_by(minutes=30)
        held = await _held(bench)
        shown = await _use(loopback, "show")
    assert (held.refused, held.posting, held.told.at) == (1, None, NOON)
    assert "I could not post it lately." in shown.text
    assert loopback.messages == []


async def test_a_digest_that_cannot_be_read_leaves_the_others_alone(
    loopback: LoopbackDiscord,
    bench: Bench,
    clock: Clock,
    engine: ArticlesEngine,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with bench.running():
        await _daily(loopback)
        other = await loopback.use("digest daily", {"hour": 8}, admin=True, place=OTHER_CHANNEL_ID)
        await loopback.until(lambda: other.shown)
        await bench.state.database.run(
            lambda connection: connection.execute(
                "UPDATE digests SET zone = 'No/Where' WHERE channel_id = ?", (CHANNEL_ID,)
            )
        )
        clock.pass_by(days=1)
        await _settled(loopback, bench)
    assert [one.channel_id for one in loopback.messages] == [OTHER_CHANNEL_ID]
    assert f"The digest of channel {CHANNEL_ID} cannot be read [" in caplog.text


async def test_a_stop_lets_a_digest_finish(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    loopback.faults[Place.MESSAGES].append(Fault.SLOW)
    async with bench.running() as session:
        await _daily(loopback)
        clock.pass_by(days=1)
        _hurry(bench)
        await loopback.until(lambda: loopback.attempts[Place.MESSAGES])
        bench.stop.set()
        await asyncio.wait_for(asyncio.shield(session), 5)
    async with bench.running():
        held = await _held(bench)
    assert (held.posting, held.told.at) == (None, clock.now)
    assert len(loopback.messages) == 1


async def test_a_channel_that_is_no_more_has_its_digest_dropped(
    loopback: LoopbackDiscord,
    bench: Bench,
    clock: Clock,
    engine: ArticlesEngine,
    caplog: pytest.LogCaptureFixture,
) -> None:
    loopback.faults[Place.MESSAGES].append(Fault.GONE)
    async with bench.running():
        await _daily(loopback)
        clock.pass_by(days=1)
        await _settled(loopback, bench)
        assert await bench.state.digests.of(CHANNEL_ID) is None
    assert f"Channel {CHANNEL_ID} is no more, so its digest was dropped" in caplog.text


@pytest.mark.parametrize(
    ("fault", "reason"),
    [(Fault.FORBIDDEN, "may not be posted there"), (Fault.INVALID, "is refused or cannot be drawn")],
)
async def test_a_digest_that_is_refused_again_and_again_is_dropped(
    loopback: LoopbackDiscord,
    bench: Bench,
    clock: Clock,
    engine: ArticlesEngine,
    caplog: pytest.LogCaptureFixture,
    fault: Fault,
    reason: str,
) -> None:
    loopback.faults[Place.MESSAGES].extend([fault] * 5)
    async with bench.running():
        await _daily(loopback)
        clock.pass_by(days=1)
        await _settled(loopback, bench)
        shown = await _use(loopback, "show")
        assert (await _held(bench)).told.at == NOON
        for _ in range(4):
            clock.pass_by(days=1)
            await _settled(loopback, bench)
        assert await bench.state.digests.of(CHANNEL_ID) is None
    assert "I could not post it lately." in shown.text
    assert f"The digest of channel {CHANNEL_ID} {reason}, 5 times in a row: it was dropped" in caplog.text
    assert loopback.messages == []


async def test_nothing_of_a_closed_collection_is_told(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    bench.bounds = Bounds(
        guilds={GUILD_ID: frozenset({"open"}), OTHER_GUILD_ID: frozenset({"open", "closed"})}
    )
    closed_plan = replace(
        _briefing("their-plan", PLAN, MeetingStatus.PLANNED, PEOPLE, collection="closed"), id="their-plan/1"
    )
    async with bench.running():
        await _daily(loopback)
        other = await loopback.use("digest daily", {"hour": 8}, admin=True, place=OTHER_CHANNEL_ID)
        await loopback.until(lambda: other.shown)
        _publish(engine, KNOWN, CLOSED, closed_plan)
        clock.pass_by(days=1)
        await _settled(loopback, bench)
        _publish(engine, KNOWN, CLOSED, closed_plan, CANCELLED)
        clock.pass_by(days=1)
        await _settled(loopback, bench)
    ours = [one for one in loopback.messages if one.channel_id == CHANNEL_ID]
    theirs = [one for one in loopback.messages if one.channel_id == OTHER_CHANNEL_ID]
    assert ours[0].embed["description"] == f"Nothing new since <t:{int(NOON.timestamp())}:f>."
    assert "2 new in 2 briefings" in theirs[0].text
    # The plan was told in a closed collection: here the cancellation is the first that is heard of it.
    assert "1 new in 1 briefing" in ours[1].text
    assert "planned" not in ours[1].text
    assert "before: planned" in theirs[1].text
    assert not any("Kern" in one.text for one in ours)


async def test_what_a_closed_collection_told_first_is_news_where_only_the_copy_may_be_read(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    both = frozenset({"open", "closed"})
    bench.bounds = Bounds(guilds={GUILD_ID: frozenset({"open"}), OTHER_GUILD_ID: both})
    closed = _briefing("their-copy", PLAN, MeetingStatus.PLANNED, PEOPLE, collection="closed")
    async with bench.running():
        _publish(engine, KNOWN, closed)
        await _daily(loopback)
        other = await loopback.use("digest daily", {"hour": 8}, admin=True, place=OTHER_CHANNEL_ID)
        await loopback.until(lambda: other.shown)
        _publish(engine, KNOWN, closed, PLANNED)
        clock.pass_by(days=1)
        await _settled(loopback, bench)
        # And moved from one to the other, its path and all.
        moved = replace(closed, article=replace(closed.article, collection="open"))
        _publish(engine, KNOWN, moved)
        clock.pass_by(days=1)
        await _settled(loopback, bench)
    told = {one.channel_id: one.text for one in loopback.messages[:2]}
    assert "1 new in 1 briefing." in told[CHANNEL_ID]
    assert "1 briefing came in; it tells of no new meeting" in told[OTHER_CHANNEL_ID]
    assert all("Nothing new" in one.text for one in loopback.messages[2:])


async def test_what_may_be_read_is_decided_when_it_is_posted(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    async with bench.running():
        await _daily(loopback)
        _publish(engine, KNOWN, CLOSED, PLANNED)
        choices = ChannelChoices(collections=frozenset({"open"}))
        await bench.state.preferences.set_channel(CHANNEL_ID, GUILD_ID, choices)
        clock.pass_by(days=1)
        await _settled(loopback, bench)
        await bench.state.preferences.set_channel(CHANNEL_ID, GUILD_ID, ChannelChoices())
        clock.pass_by(days=1)
        await _settled(loopback, bench)
    assert [("Kern" in one.text, "Brandt" in one.text) for one in loopback.messages] == [
        (False, True),
        (False, False),
    ]


async def test_a_server_that_lost_its_briefings_is_told_nothing(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    async with bench.running():
        await _daily(loopback)
    bench.bounds = Bounds(guilds={OTHER_GUILD_ID: frozenset({"open"})})
    _publish(engine, KNOWN, PLANNED)
    clock.pass_by(days=1)
    async with bench.running():
        await _settled(loopback, bench)
        assert (await _held(bench)).refused == 1
        refused = await _use(loopback, "weekly", {"weekday": 0})
    assert loopback.messages == []
    assert "has not been given any briefings" in refused.text


async def test_a_thread_has_the_collections_of_its_channel(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    async with bench.running():
        opened = await loopback.use("settings threads", {"on": True}, admin=True)
        await loopback.until(lambda: opened.shown)
        asked = await loopback.use("ask", {"question": "When do the two teams meet, and why?"})
        await loopback.until(lambda: asked.shown and loopback.threads)
        (thread,) = loopback.threads
        used = await loopback.use("digest daily", {"hour": 8}, admin=True, place=thread)
        await loopback.until(lambda: used.shown)
        choices = ChannelChoices(collections=frozenset({"open"}))
        await bench.state.preferences.set_channel(CHANNEL_ID, GUILD_ID, choices)
        _publish(engine, KNOWN, CLOSED, PLANNED)
        clock.pass_by(days=1)
        await _settled(loopback, bench)
        await loopback.until(lambda: loopback.messages)
    told = loopback.messages[-1]
    assert told.channel_id == thread
    assert "Brandt" in told.text
    assert "Kern" not in told.text


async def test_setting_a_digest_is_for_moderators_and_looking_for_all(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    async with bench.running():
        refused = [
            await loopback.use(f"digest {name}", options)
            for name, options in (("daily", {}), ("weekly", {"weekday": 0}), ("off", {}))
        ]
        shown = await loopback.use("digest show")
        now = await loopback.use("digest now", {"days": 30})
        await loopback.until(lambda: all(one.shown for one in (*refused, shown, now)))
        assert await bench.state.digests.of(CHANNEL_ID) is None
    (sent,) = [command for command in loopback.synced[0] if command["name"] == "digest"]
    assert sent["default_member_permissions"] == discord.Permissions(manage_messages=True).value
    assert {one.shown[0].text for one in refused} == {"Only those who may manage messages here can do that."}
    assert "None is posted here." in shown.shown[0].text
    assert now.shown[0].embed["title"] == "New from 2 January 2024"
    assert "held · Amy Okafor and port masters" in now.shown[0].text
    assert not now.ephemeral


async def test_a_channel_that_the_bot_cannot_write_to_is_refused(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    loopback.app_permissions.update(embed_links=False)
    async with bench.running():
        sent = await _use(loopback, "daily")
        assert await bench.state.digests.of(CHANNEL_ID) is None
    assert sent.text.startswith("I could not post here")


async def test_time_zones_are_offered_checked_and_remembered(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    async with bench.running():
        offered = await loopback.complete("digest daily", "time_zone", "berl")
        await loopback.until(lambda: offered.choices is not None)
        wrong = await _use(loopback, "daily", {"time_zone": "Atlantis"})
        utc = await _use(loopback, "daily")
        await _use(loopback, "daily", {"time_zone": "asia/kolkata"})
        same = await _use(loopback, "weekly", {"weekday": 6, "hour": 20})
    assert offered.choices == [{"name": "Europe/Berlin (13:00)", "value": "Europe/Berlin"}]
    assert "There is no time zone “Atlantis”" in wrong.text
    assert utc.embed["description"] == "Every day at 08:00, UTC"
    assert same.embed["description"] == "Every Sunday at 20:00, Asia/Kolkata"
    run = int(datetime(2024, 2, 4, 14, 30, tzinfo=UTC).timestamp())
    assert same.embed["fields"][0]["value"] == f"<t:{run}:f> (<t:{run}:R>)"


async def test_a_digest_is_switched_off_and_its_setter_forgotten(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    async with bench.running():
        await _daily(loopback)
        named = await _use(loopback, "show")
        await bench.state.forget((await _held(bench)).place.setter_id or 0)
        nameless = await _use(loopback, "show")
        off = await _use(loopback, "off")
        again = await _use(loopback, "off")
        clock.pass_by(days=2)
        await _settled(loopback, bench)
    assert "Set by" in named.text
    assert "Set by" not in nameless.text
    assert off.text == "Switched off: no digest is posted here any more."
    assert again.text == "No digest was posted here."
    assert loopback.messages == []


async def test_a_long_digest_is_whole_in_a_file(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    many = [
        _briefing(
            f"many-{n}",
            f"Envoy Person{n:02} Surname{n:02} met the @everyone club {n:02} at Port{n:02} <@{ASKER_ID}>.",
            MeetingStatus.HELD,
            (f"Person{n:02} Surname{n:02}", f"club {n:02}"),
        )
        for n in range(40)
    ]
    async with bench.running():
        await _daily(loopback)
        _publish(engine, KNOWN, *many)
        clock.pass_by(days=1)
        await _settled(loopback, bench)
        await loopback.until(lambda: loopback.messages)
    (sent,) = loopback.messages
    assert len(sent.embed["fields"]) == 9
    assert sent.embed["fields"][-1]["value"] == "32 more are in the file."
    (file,) = sent.files.values()
    assert all(f"Surname{n:02}" in file.decode() for n in range(40))
    assert "@everyone" not in sent.text
    assert f"<@{ASKER_ID}>" not in sent.text


async def test_a_digest_speaks_the_language_of_its_server(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    async with bench.running():
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(language="de"))
        shown = await _use(loopback, "weekly", {"weekday": 4})
        _publish(engine, KNOWN, PLANNED)
        clock.pass_by(days=1)
        await _settled(loopback, bench)
        _publish(engine, KNOWN, PLANNED, CANCELLED)
        clock.pass_by(days=7)
        await _settled(loopback, bench)
        now = await _use(loopback, "now", {"days": 3})
    assert shown.embed["description"] == "Jeden Freitag um 08:00 Uhr, UTC"
    planned, cancelled = loopback.messages
    assert planned.embed["title"] == "Überblick der Woche"
    assert planned.embed["description"].endswith(": 1 neu in 1 Meldung.")
    assert "vorher: geplant, 20. Januar 2024" in cancelled.text
    assert now.text.startswith("Neu ab 29. Januar 2024\nKeine Meldung ist ab 29. Januar 2024 erschienen.")


async def test_the_rounds_go_on_after_the_connection_ended(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    async with bench.running():
        await _daily(loopback)
        loopback.faults[Place.GATEWAY].append(Fault.MALFORMED)
        await loopback.drop_connection()
        await bench.bots[0].close()
        await loopback.until(lambda: len(bench.bots) > 1 and bench.bots[-1].is_ready())
        clock.pass_by(days=1)
        await _settled(loopback, bench)
        await loopback.until(lambda: loopback.messages)
    assert len(loopback.messages) == 1


async def test_a_bot_that_is_stopping_begins_no_post(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    async with bench.running():
        await _daily(loopback)
        bench.bots[-1].accepting = False
        clock.pass_by(days=1)
        _hurry(bench)
        assert await bench.state.digests.due() == (CHANNEL_ID,)
    assert loopback.messages == []
    async with bench.running():
        await loopback.until(lambda: loopback.messages)
    assert len(loopback.messages) == 1


async def test_who_sets_digests_too_fast_is_asked_to_wait(
    loopback: LoopbackDiscord, bench: Bench, clock: Clock, engine: ArticlesEngine
) -> None:
    bench.per_user = Allowance(questions=1, seconds=600.0)
    async with bench.running():
        await _daily(loopback)
        second = await _use(loopback, "daily", {"hour": 9})
    assert "You ask faster than I can read." in second.text
