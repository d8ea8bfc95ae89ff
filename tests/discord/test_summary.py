"""`/summary` through the real client: articles offered, sentences cited, news, refusals, closed rooms."""

from dataclasses import replace
from datetime import date

import pytest

from bot.cogs.summary import choices, key_of
from bot.cooldowns import Allowance
from bot.scopes import Bounds
from index.article import Article, MeetingStatus
from index.engine import ListedArticle
from tests.bot.fakes import ArticlesEngine
from tests.bot.summaries.conftest import article, meeting
from tests.discord.conftest import Bench
from tests.discord.loopback import GUILD_ID, LoopbackDiscord, Sent

TALKS = "Minister Ilse Brandt met the ferry operators in Ostrava on Tuesday to settle the dispute."
PLAN = "Minister Ilse Brandt will meet Tomas Vrba in Ostrava on 20 January about the river ferries."
OFF = "Minister Ilse Brandt cancelled the meeting with Tomas Vrba on 20 January for want of a paper."
SECRET = "Agent Otto Kern met the ferry smugglers in a closed room of the harbour on Monday night."
PEOPLE = ("Ilse Brandt", "Tomas Vrba")
DAY = date(2024, 1, 20)


def _open(key: str, body: str, published: date, title: str) -> Article:
    return replace(article(key, body, published, title), collection="open")


FERRIES = _open("ferries", TALKS, date(2024, 1, 9), "Brandt meets the ferry operators")
PLANNED = _open("planned", PLAN, date(2024, 1, 11), "A meeting is planned")
CANCELLED = _open("cancelled", OFF, date(2024, 1, 18), "The meeting is called off")
CLOSED = replace(article("closed", SECRET, date(2024, 1, 12), "A closed room"), collection="closed")
RECORDS = [
    meeting(PLANNED, PLAN, MeetingStatus.PLANNED, DAY, PEOPLE),
    meeting(CANCELLED, OFF, MeetingStatus.CANCELLED, DAY, PEOPLE),
    meeting(CLOSED, SECRET, MeetingStatus.HELD, date(2024, 1, 8), ("Otto Kern", "ferry smugglers")),
]


@pytest.fixture(autouse=True)
def briefings(bench: Bench) -> None:
    bench.real = (bench.answerer, ArticlesEngine([FERRIES, PLANNED, CANCELLED, CLOSED], RECORDS))


async def _shown(loopback: LoopbackDiscord, options: dict[str, str]) -> Sent:
    used = await loopback.use("summary", options)
    await loopback.until(lambda: used.shown)
    return used.shown[-1]


async def test_an_article_is_offered_by_its_title_and_summed_up(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        offered = await loopback.complete("summary", "article", "brandt FERRY")
        await loopback.until(lambda: offered.choices is not None)
        assert offered.choices == [
            {"name": "2024-01-09 · Brandt meets the ferry operators", "value": "ferries"}
        ]
        sent = await _shown(loopback, {"article": "ferries"})
    assert sent.embed["title"] == "Brandt meets the ferry operators"
    assert sent.embed["description"] == f"{TALKS} \\[1\\]"
    assert "The" not in sent.embed.get("footer", {}).get("text", "")
    (sources,) = sent.embed["fields"]
    assert sources["value"] == "\\[1\\] Brandt meets the ferry operators · Gazette, 9 January 2024"


async def test_a_topic_and_a_period_are_told_by_day(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        topic = await _shown(loopback, {"topic": "ferry operators"})
        period = await _shown(loopback, {"since": "2024-01-10", "until": "2024-01-11"})
        empty = await _shown(loopback, {"since": "2030-01-01"})
    assert topic.embed["description"].startswith("**9 January 2024** · Minister Ilse Brandt met")
    assert period.embed["title"] == "The briefings from 10 January 2024 to 11 January 2024"
    assert period.embed["description"] == f"**11 January 2024** · {PLAN} \\[1\\]"
    assert empty.embed["description"] == "No briefing was published from 1 January 2030."


async def test_what_is_new_is_told_as_facts(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        sent = await _shown(loopback, {"new_since": "2024-01-15"})
    (news,) = sent.embed["fields"]
    assert news["name"].startswith("cancelled · Ilse Brandt and Tomas Vrba · 20 January 2024")
    assert OFF in news["value"]
    assert "before: planned, 20 January 2024 (Gazette, 11 January 2024)" in news["value"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "Say what to sum up"),
        ({"article": "ferries", "topic": "ferries"}, "one thing at a time"),
        ({"new_since": "2024-01-01", "since": "2024-01-01"}, "one thing at a time"),
        ({"since": "2024-02-01", "until": "2024-01-01"}, "ends before it begins"),
        ({"since": "soon"}, "`since` must be a day"),
        ({"article": "nothing"}, "No briefing has the id “nothing”"),
    ],
)
async def test_what_cannot_be_summed_up_is_refused_in_a_sentence(
    loopback: LoopbackDiscord, bench: Bench, options: dict[str, str], said: str
) -> None:
    async with bench.running():
        sent = await _shown(loopback, options)
    assert said in sent.body["content"]


async def test_who_sums_up_too_fast_is_asked_to_wait(loopback: LoopbackDiscord, bench: Bench) -> None:
    bench.per_user = Allowance(questions=1, seconds=600.0)
    async with bench.running():
        first = await _shown(loopback, {"article": "ferries"})
        second = await _shown(loopback, {"article": "ferries"})
    assert first.embed["title"] == "Brandt meets the ferry operators"
    assert "You ask faster than I can read." in second.body["content"]


async def test_a_server_sees_nothing_of_a_collection_that_is_not_its_own(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    bench.bounds = Bounds(guilds={GUILD_ID: frozenset({"open"})})
    async with bench.running():
        offered = await loopback.complete("summary", "article", "closed")
        await loopback.until(lambda: offered.choices is not None)
        assert offered.choices == []
        by_id = await _shown(loopback, {"article": "closed"})
        others = [
            await _shown(loopback, options)
            for options in (
                {"topic": "ferry smugglers"},
                {"since": "2024-01-01"},
                {"new_since": "2024-01-01"},
            )
        ]
    assert "No briefing has the id" in by_id.body["content"]
    assert not any("Kern" in str(sent.embed) for sent in others)


def test_choices_keep_to_what_discord_takes() -> None:
    listed = [
        ListedArticle(id=f"{n}/{'x' * 120}", title="long " * 60, published=None, source=None, digest=b"")
        for n in range(40)
    ]
    offered = choices(listed, "LONG")
    assert len(offered) == 25
    assert all(len(one.name) <= 100 and len(one.value) <= 100 for one in offered)
    assert offered[0].value == key_of(listed[-1].id)
    assert len({one.value for one in offered}) == 25
