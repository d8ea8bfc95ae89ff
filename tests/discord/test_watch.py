"""`/watch` through the real client: made, told once, changed, bound to its place, listed, ended."""

import asyncio
from datetime import date

import pytest

from bot.cooldowns import Allowance
from bot.scopes import Bounds
from bot.state import ChannelChoices, GuildChoices
from index.article import MeetingStatus, NameType
from index.engine import ArticleMeeting, Filters, KnownName, Office
from tests.bot.fakes import ArticlesEngine
from tests.bot.telling import tell
from tests.discord.conftest import Bench
from tests.discord.loopback import (
    ADMIN_ID,
    CHANNEL_ID,
    DM_ID,
    GUILD_ID,
    OTHER_CHANNEL_ID,
    OTHER_GUILD_ID,
    Command,
    LoopbackDiscord,
    Sent,
)

PAIR = ("Ana Lobo", "Piet Vos")
MAY = date(2031, 5, 5)
KNOWN = tell("known", *PAIR, first=date(2030, 1, 4), where="Oslo")
PLAN = tell(
    "plan", *PAIR, first=MAY, where="Oslo", why="to settle wheat prices", status=MeetingStatus.PLANNED,
    published=date(2031, 5, 1),
)  # fmt: skip
OFF = tell("off", *PAIR, first=MAY, where="Oslo", status=MeetingStatus.CANCELLED, published=date(2031, 5, 3))
OTHER = tell("other", "Eva Brandt", "Jon Kern", first=MAY)


@pytest.fixture
def engine(bench: Bench) -> ArticlesEngine:
    """An index with one meeting of Ana Lobo and Piet Vos, which the watches look at all the time."""
    engine = ArticlesEngine([], [])
    publish(engine, KNOWN)
    bench.real = (bench.answerer, engine)
    bench.look_seconds = 0.02
    return engine


def publish(engine: ArticlesEngine, *records: ArticleMeeting) -> None:
    engine.publish([one.article for one in records], records)


async def use(
    loopback: LoopbackDiscord,
    name: str,
    options: dict[str, object] | None = None,
    *,
    admin: bool = True,
    place: int = CHANNEL_ID,
) -> Sent:
    used: Command = await loopback.use(f"watch {name}", options, admin=admin, place=place)
    await loopback.until(lambda: used.shown)
    return used.shown[-1]


async def settled(loopback: LoopbackDiscord, engine: ArticlesEngine) -> None:
    """Let the watches look some more times."""
    counted = engine.numbered + 8
    await loopback.until(lambda: engine.numbered > counted)


async def test_a_new_meeting_is_told_once_with_its_sentence(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    async with bench.running():
        made = await use(loopback, "person", {"name": "lobo"})
        publish(engine, KNOWN, PLAN, OTHER)
        await loopback.until(lambda: loopback.messages)
        publish(engine, KNOWN, PLAN, OTHER)
        await settled(loopback, engine)
    assert made.embed["title"] == "Watching Ana Lobo"
    assert made.embed["footer"]["text"].startswith("1 such meeting is recorded already")
    (post,) = loopback.messages
    assert post.channel_id == CHANNEL_ID
    assert post.embed["author"]["name"] == "Watched here: Ana Lobo"
    assert post.embed["title"] == "New meeting"
    assert post.embed["description"].splitlines() == [
        "🆕 **Ana Lobo and Piet Vos**",
        "5 May 2031 · Oslo · planned",
        "to settle wheat prices",
        f"> {PLAN.meeting.evidence.text}",
        "[Title of plan](https://news.example/plan) (The plan, 1 May 2031)",
    ]
    assert post.buttons == {"Stop watching": "readout:unwatch:1:0"}
    assert post.files == {}


async def test_a_meeting_called_off_tells_what_it_was(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    publish(engine, KNOWN, PLAN)
    async with bench.running():
        await use(loopback, "pair", {"name": "Ana Lobo", "other": "vos"})
        publish(engine, KNOWN, PLAN, OFF)
        await loopback.until(lambda: loopback.messages)
    (post,) = loopback.messages
    assert post.embed["title"] == "A meeting is off"
    assert post.embed["author"]["name"] == "Watched here: Ana Lobo and Piet Vos"
    assert "❌ **Ana Lobo and Piet Vos**\nplanned → **cancelled**\n5 May 2031 · Oslo\n" in post.text
    assert "> off: Ana Lobo" in post.text
    assert "Before: [Title of plan](https://news.example/plan) (The plan, 1 May 2031)" in post.text


async def test_an_edited_article_tells_date_and_place_old_and_new(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    publish(engine, PLAN)
    moved = tell(
        "plan", *PAIR, first=date(2031, 6, 9), where="Geneva", status=MeetingStatus.PLANNED,
        published=date(2031, 5, 2),
    )  # fmt: skip
    async with bench.running():
        await use(loopback, "topic", {"words": "Title of plan"})
        publish(engine, moved)
        await loopback.until(lambda: loopback.messages)
    (post,) = loopback.messages
    assert post.embed["title"] == "A meeting has changed"
    assert "🔄 **Ana Lobo and Piet Vos**\nDate: 5 May 2031 → **9 June 2031**\nPlace: Oslo" in post.text
    assert "→ **Geneva**\nplanned\n" in post.text


async def test_several_watches_and_meetings_are_one_message_and_what_is_long_a_file(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    guests = [
        tell(f"n{n}", "Ana Lobo", f"Guest Number{n}", first=date(2031, 6, 1 + n), where="Riga")
        for n in range(9)
    ]
    publish(engine, KNOWN, PLAN)
    async with bench.running():
        await use(loopback, "person", {"name": "Ana Lobo"})
        await use(loopback, "pair", {"name": "Ana Lobo", "other": "Piet Vos"})
        publish(engine, KNOWN, PLAN, OFF, *guests)
        await loopback.until(lambda: loopback.messages)
        await settled(loopback, engine)
    (post,) = loopback.messages
    assert post.embed["title"] == "1 meeting changed, 9 new meetings"
    assert post.text.count("🆕") == 5
    assert post.embed["footer"]["text"] == "6 of 10 shown; all are in the file"
    listed = post.files["watched.txt"].decode()
    assert all(f"“n{n}: Ana Lobo and Guest Number{n} met in Riga then.”" in listed for n in range(9))
    assert "A meeting is off: Ana Lobo and Piet Vos (Ana Lobo, Ana Lobo and Piet Vos)" in listed
    assert list(post.buttons) == ["Stop: Ana Lobo", "Stop: Ana Lobo and Piet Vos"]


async def test_what_a_restart_finds_is_told_and_what_was_told_is_not(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    async with bench.running():
        await use(loopback, "person", {"name": "Ana Lobo"})
        publish(engine, KNOWN, PLAN)
        await loopback.until(lambda: loopback.messages)
    publish(engine, KNOWN, PLAN, OFF)
    async with bench.running():
        await loopback.until(lambda: len(loopback.messages) == 2)
    async with bench.running():
        await settled(loopback, engine)
    assert [one.embed["title"] for one in loopback.messages] == ["New meeting", "A meeting is off"]


async def test_a_connection_that_is_made_anew_goes_on_watching(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    async with bench.running():
        await use(loopback, "person", {"name": "Ana Lobo"})
        await loopback.sockets[-1].send_str("{this is no JSON")
        await loopback.until(lambda: len(bench.bots) == 2 and bench.bots[-1].is_ready())
        publish(engine, KNOWN, PLAN)
        await loopback.until(lambda: loopback.messages)
        await settled(loopback, engine)
    assert len(loopback.messages) == 1


async def test_somebody_whom_no_briefing_names_yet_can_be_watched(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    async with bench.running():
        made = await use(loopback, "person", {"name": "Eva  Brandt"})
        publish(engine, KNOWN, OTHER)
        await loopback.until(lambda: loopback.messages)
    assert made.embed["title"] == "Watching Eva Brandt"
    assert made.embed["footer"]["text"].startswith("0 such meetings are recorded already")
    assert "Eva Brandt and Jon Kern" in loopback.messages[0].text


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("person", {"name": "Brandt"}, "“Brandt” can be Eva Brandt (1) or Jon Brandt (1); choose one."),
        ("person", {"name": "…"}, "Write a name"),
        ("topic", {"words": "… !"}, "Write words of the topic"),
        ("pair", {"name": "Eva Brandt", "other": "eva brandt"}, "Both names mean Eva Brandt"),
        ("topic", {"words": "met then"}, "That is too broad: 2 meetings match already."),
        ("remove", {"watch": "7"}, "There is no such watch here any more."),
        ("remove", {"watch": "the first"}, "There is no such watch here any more."),
        ("remove", {"watch": "9" * 19}, "There is no such watch here any more."),
    ],
)
async def test_what_cannot_be_watched_is_refused_in_a_sentence(
    loopback: LoopbackDiscord,
    bench: Bench,
    engine: ArticlesEngine,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    options: dict[str, object],
    said: str,
) -> None:
    monkeypatch.setattr("bot.watches.watcher.BROADEST", 1)
    publish(engine, OTHER, tell("jon", "Jon Brandt", "Piet Vos", first=MAY))
    async with bench.running():
        sent = await use(loopback, name, options)
    assert said in sent.body["content"]


async def test_a_watch_is_made_once_and_only_so_often(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    bench.per_user = Allowance(questions=21, seconds=6000.0)
    async with bench.running():
        await use(loopback, "person", {"name": "Ana Lobo"})
        again = await use(loopback, "person", {"name": "lobo"})
        for n in range(19):
            await use(loopback, "topic", {"words": f"wheat{n}"})
        fast = await use(loopback, "topic", {"words": "rail"})
    assert again.body["content"] == "That is watched here already; see `/watch list`."
    assert "You ask faster than I can read" in fast.body["content"]
    bench.per_user = Allowance(questions=21, seconds=1.0)
    async with bench.running():
        full = await use(loopback, "topic", {"words": "rail"})
    assert full.body["content"] == "This channel has 20 watches already; end one of them first."


async def test_only_who_manages_messages_makes_watches_in_a_server(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    async with bench.running():
        for name, options in (
            ("person", {"name": "Ana Lobo"}),
            ("pair", {"name": "Ana Lobo", "other": "Piet Vos"}),
            ("topic", {"words": "wheat"}),
        ):
            refused = await use(loopback, name, dict(options), admin=False)
            assert refused.body["content"] == "Only those who may manage messages here can do that."
        await use(loopback, "person", {"name": "Ana Lobo"})
        listed = await use(loopback, "list", admin=False)
        refused = await use(loopback, "remove", {"watch": "1"}, admin=False)
        assert await bench.state.watches.of_channel(CHANNEL_ID) != ()
    assert refused.body["content"] == "Only those who may manage messages here can do that."
    assert f"**Ana Lobo** · by <@{ADMIN_ID}>" in listed.text
    assert listed.private


async def test_a_channel_that_could_not_be_posted_into_is_not_watched(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    loopback.app_permissions.update(send_messages=False)
    async with bench.running():
        refused = await use(loopback, "person", {"name": "Ana Lobo"})
        assert await bench.state.watches.all() == ()
    assert refused.text.startswith("I could not post here: let me see this channel")


async def test_a_watch_is_ended_by_command_and_by_button(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    async with bench.running():
        await use(loopback, "person", {"name": "Ana Lobo"})
        made = await use(loopback, "topic", {"words": "wheat *prices*"})
        offered = await loopback.complete("watch remove", "watch", "lobo")
        await loopback.until(lambda: offered.choices is not None)
        ended = await use(loopback, "remove", {"watch": "1"})
        pressed = await loopback.press("Stop watching", made)
        await loopback.until(lambda: pressed.shown)
        pressed = await loopback.press("Stop watching", made, admin=True)
        await loopback.until(lambda: pressed.shown)
        empty = await use(loopback, "list")
        publish(engine, KNOWN, PLAN)
        await asyncio.sleep(0.2)
    assert offered.choices == [{"name": "Ana Lobo", "value": "1"}]
    assert ended.body["content"] == "No longer watched here: Ana Lobo."
    assert ended.private
    assert pressed.shown[-1].body["content"] == "No longer watched here: “wheat \\*prices\\*”."
    assert "Nothing is watched here" in empty.text
    assert loopback.messages == []


async def test_a_manager_ends_the_watches_of_other_channels_and_nobody_those_of_other_servers(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    async with bench.running():
        await use(loopback, "person", {"name": "Ana Lobo"})
        await use(loopback, "person", {"name": "Piet Vos"}, place=OTHER_CHANNEL_ID)
        stolen = await use(loopback, "remove", {"watch": "2"})
        offered = await loopback.complete("watch remove", "watch", "")
        await loopback.until(lambda: offered.choices is not None)
        listed = await use(loopback, "list")
        assert len(await bench.state.watches.all()) == 2
    assert stolen.body["content"] == "There is no such watch here any more."
    assert offered.choices == [{"name": "Ana Lobo", "value": "1"}]
    assert "Piet Vos" not in listed.text


async def test_a_server_is_told_nothing_of_a_collection_that_is_not_its_own(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    bench.bounds = Bounds(guilds={GUILD_ID: frozenset({"open"}), OTHER_GUILD_ID: frozenset({"closed"})})
    secret = tell("secret", "Ana Lobo", "Secret Agent", first=MAY, collection="closed")
    opened = tell("opened", "Ana Lobo", "Eva Brandt", first=date(2031, 7, 1), collection="open")
    async with bench.running():
        made = await use(loopback, "person", {"name": "Ana Lobo"})
        await use(loopback, "person", {"name": "Ana Lobo"}, place=OTHER_CHANNEL_ID)
        publish(engine, KNOWN, secret, opened)
        await loopback.until(lambda: len(loopback.messages) == 2)
    told = {one.channel_id: one.text for one in loopback.messages}
    assert "0 such meetings" in made.text
    assert "Eva Brandt" in told[CHANNEL_ID]
    assert "Secret" not in told[CHANNEL_ID]
    assert "Secret Agent" in told[OTHER_CHANNEL_ID]
    assert "Eva Brandt" not in told[OTHER_CHANNEL_ID]


@pytest.mark.parametrize(
    ("bound", "title"), [(False, "Watching Ana Lobo"), (True, "Watching the governor of Texas")]
)
async def test_an_office_that_a_closed_collection_may_tell_names_nobody(
    loopback: LoopbackDiscord,
    bench: Bench,
    engine: ArticlesEngine,
    monkeypatch: pytest.MonkeyPatch,
    bound: bool,
    title: str,
) -> None:
    office = Office(title="governor of Texas", first=None, last=None, articles=1)
    known = KnownName(
        name="Ana Lobo", type=NameType.PERSON, forms=("Ana Lobo",), articles=1, offices=(office,)
    )
    monkeypatch.setattr(engine, "names", lambda: (known,))
    if bound:
        bench.bounds = Bounds(guilds={GUILD_ID: frozenset({""})})
    async with bench.running():
        made = await use(loopback, "person", {"name": "the governor of Texas"})
    assert made.embed["title"] == title


async def test_what_may_be_read_no_longer_when_it_is_posted_is_not_posted(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    closed = tell("closed", "Ana Lobo", "Secret Agent", first=MAY, collection="closed")
    opened = tell("opened", "Ana Lobo", "Eva Brandt", first=date(2031, 7, 1), collection="open")
    async with bench.running():
        await use(loopback, "person", {"name": "Ana Lobo"})
        bench.bots[-1].accepting = False  # the news are found, and wait
        publish(engine, KNOWN, closed, opened)
        watcher = bench.bots[-1].get_cog("WatchCog")
        await watcher._watcher.look()  # type: ignore[union-attr]
        assert len(await bench.state.news.due()) == 1
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(collections=frozenset({"open"})))
        bench.bots[-1].accepting = True
        await loopback.until(lambda: loopback.messages)
    (post,) = loopback.messages
    assert "Eva Brandt" in post.text
    assert "Secret" not in str(post.body)


async def test_news_of_a_server_that_may_read_nothing_any_more_or_watches_no_longer_are_dropped(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    async with bench.running():
        await use(loopback, "person", {"name": "Ana Lobo"})
        ended = await use(loopback, "person", {"name": "Ana Lobo"}, place=OTHER_CHANNEL_ID)
        bench.bots[-1].accepting = False  # the news are found, and wait
        publish(engine, KNOWN, PLAN)
        watcher = bench.bots[-1].get_cog("WatchCog")
        await watcher._watcher.look()  # type: ignore[union-attr]
        assert len(await bench.state.news.due()) == 2
        await bench.state.watches.remove(2)
    bench.bounds = Bounds(guilds={OTHER_GUILD_ID: frozenset({""})})
    async with bench.running():
        await settled(loopback, engine)
        assert await bench.state.news.due() == ()
        assert len(await bench.state.watches.all()) == 1
    assert ended.buttons == {"Stop watching": "readout:unwatch:2:0"}
    assert loopback.messages == []


async def test_a_button_ends_no_watch_of_another_server(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    async with bench.running():
        made = await use(loopback, "person", {"name": "Ana Lobo"})
        forged = await loopback.press("Stop watching", made, admin=True, place=OTHER_CHANNEL_ID)
        await loopback.until(lambda: forged.shown)
        assert len(await bench.state.watches.all()) == 1
    assert forged.shown[-1].text == "There is no such watch here any more."


async def test_a_collection_that_is_opened_later_is_no_news(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    closed = tell("closed", "Ana Lobo", "Eva Brandt", first=MAY, collection="closed")
    async with bench.running():
        await bench.state.preferences.set_channel(
            CHANNEL_ID, GUILD_ID, ChannelChoices(collections=frozenset({""}))
        )
        await use(loopback, "person", {"name": "Ana Lobo"})
        publish(engine, KNOWN, closed)
        await settled(loopback, engine)
        await bench.state.preferences.set_channel(CHANNEL_ID, GUILD_ID, ChannelChoices())
        publish(engine, KNOWN, closed, OTHER)
        await settled(loopback, engine)
        publish(engine, KNOWN, closed, OTHER, PLAN)
        await loopback.until(lambda: loopback.messages)
    (post,) = loopback.messages
    assert "Eva Brandt" not in post.text
    assert "Piet Vos" in post.text


async def test_direct_messages_are_told_what_they_may_read(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    async with bench.running():
        closed = await use(loopback, "person", {"name": "Ana Lobo"}, admin=False, place=DM_ID)
    assert "servers only" in closed.body["content"]
    bench.bounds = Bounds(direct=Filters(collections=frozenset({""})))
    async with bench.running():
        await use(loopback, "person", {"name": "Ana Lobo"}, admin=False, place=DM_ID)
        secret = tell("secret", "Ana Lobo", "Secret Agent", first=MAY, collection="closed")
        publish(engine, KNOWN, secret, PLAN)
        await loopback.until(lambda: loopback.messages)
        forgotten = await loopback.use("forget-me", place=DM_ID)
        await loopback.until(lambda: forgotten.shown)
        assert await bench.state.watches.all() == ()
    (post,) = loopback.messages
    assert post.channel_id == DM_ID
    assert "Secret" not in post.text
    assert "0 questions, 0 ratings and 1 watch." in forgotten.shown[0].text


async def test_a_thread_has_the_choices_of_its_channel(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    async with bench.running():
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(threads=True))
        await bench.state.preferences.set_channel(
            CHANNEL_ID, GUILD_ID, ChannelChoices(collections=frozenset({""}))
        )
        await loopback.use("ask", {"question": "When did they meet?"})
        await loopback.until(lambda: loopback.threads)
        (thread,) = loopback.threads
        await use(loopback, "person", {"name": "Ana Lobo"}, place=thread)
        secret = tell("secret", "Ana Lobo", "Secret Agent", first=MAY, collection="closed")
        publish(engine, KNOWN, secret, PLAN)
        await loopback.until(lambda: loopback.messages)
    assert loopback.messages[-1].channel_id == thread
    assert "Secret" not in loopback.messages[-1].text


async def test_watches_speak_the_language_of_their_server(
    loopback: LoopbackDiscord, bench: Bench, engine: ArticlesEngine
) -> None:
    publish(engine, KNOWN, PLAN)
    async with bench.running():
        await bench.state.preferences.set_guild(GUILD_ID, GuildChoices(language="de"))
        made = await use(loopback, "pair", {"name": "Ana Lobo", "other": "Piet Vos"})
        publish(engine, KNOWN, PLAN, OFF)
        await loopback.until(lambda: loopback.messages)
    assert made.embed["title"] == "Beobachtet: Ana Lobo und Piet Vos"
    (post,) = loopback.messages
    assert post.embed["title"] == "Ein Treffen fällt aus"
    assert "geplant → **abgesagt**" in post.text
    assert "Vorher: [Title of plan]" in post.text
