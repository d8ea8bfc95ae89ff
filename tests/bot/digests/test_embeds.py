"""What a posted digest and its setting look like, to the letter; and that no text breaks a limit."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digests.schedules import Schedule
from bot.languages import ENGLISH, Language, Languages
from bot.rendering.answer import Rendered
from bot.rendering.digests import render_channel_digest, render_digest_set
from bot.state import ChannelDigest, DigestPlace
from bot.state.digests import Reached
from bot.summaries.citing import CitedDigest, cite_digest
from bot.summaries.digest import Digest, find_news
from index.article import MeetingStatus
from index.engine import ArticleMeeting
from index.occasions import link_occasions
from tests.bot.agreed import assert_as_agreed
from tests.bot.summaries.conftest import article, meeting
from tests.discord.contract import limit_complaints

GERMAN = Languages.load().of("de")
PEOPLE = ("Ilse Brandt", "Tomas Vrba")
TOLD_AT = datetime(2024, 2, 1, 7, tzinfo=UTC)
HELD = ChannelDigest(
    place=DigestPlace(channel_id=3, parent_id=None, guild_id=2, setter_id=4, locale=None),
    schedule=Schedule(hour=8, zone=ZoneInfo("Europe/Berlin")),
    told=Reached(arrival=1, at=TOLD_AT),
    next_at=datetime(2024, 2, 2, 7, tzinfo=UTC),
    refused=0,
    posting=None,
)


def _record(
    key: str,
    text: str,
    status: MeetingStatus,
    published: date,
    *,
    title: str,
    names: tuple[str, ...] = PEOPLE,
) -> ArticleMeeting:
    briefing = replace(article(key, text, published, title), url=f"https://example.org/{key}")
    return meeting(briefing, text, status, date(2024, 1, 20), names)


PLANNED = _record(
    "planned",
    "Minister Ilse Brandt will meet Tomas Vrba in Ostrava on 20 January about the river ferries.",
    MeetingStatus.PLANNED,
    date(2024, 1, 11),
    title="A meeting is planned",
)
CANCELLED = _record(
    "cancelled",
    "Minister Ilse Brandt cancelled the meeting with Tomas Vrba on 20 January for *want* of a paper.",
    MeetingStatus.CANCELLED,
    date(2024, 1, 18),
    title="The meeting is [called] off @everyone",
)
OTHER = _record(
    "other",
    "Judge Amy Okafor met Piet Vos in Lagos on Saturday.",
    MeetingStatus.HELD,
    date(2024, 1, 22),
    title="A judge in Lagos",
    names=("Amy Okafor", "Piet Vos"),
)


def _cited(*records: ArticleMeeting, briefings: int, known: tuple[str, ...] = ()) -> CitedDigest:
    items, again = find_news(link_occasions(records), lambda one: one.article.id not in known)
    days = {"since": date(2024, 2, 1), "until": date(2024, 2, 2)}
    return cite_digest(Digest(**days, briefings=briefings, items=items, told_again=again))


NEWS = _cited(PLANNED, CANCELLED, OTHER, briefings=1203, known=("planned",))
TOLD_AGAIN = _cited(PLANNED, briefings=3, known=("planned",))
QUIET = _cited(briefings=0)


def _message(rendered: Rendered) -> dict[str, Any]:
    return {"embeds": [one.to_dict() for one in rendered.embeds], "file": rendered.attachment}


@pytest.mark.parametrize("language", [ENGLISH, GERMAN], ids=lambda one: one.code)
@pytest.mark.parametrize(
    ("name", "cited"), [("digest", NEWS), ("digest_told_again", TOLD_AGAIN), ("digest_quiet", QUIET)]
)
def test_a_digest_looks_as_agreed(name: str, cited: CitedDigest, language: Language) -> None:
    assert_as_agreed(f"{name}_{language.code}", _message(render_channel_digest(cited, HELD, language)))


@pytest.mark.parametrize("language", [ENGLISH, GERMAN], ids=lambda one: one.code)
def test_the_setting_of_a_digest_looks_as_agreed(language: Language) -> None:
    weekly = replace(HELD, schedule=replace(HELD.schedule, weekday=6, hour=0), refused=2)
    forgotten = replace(HELD, place=replace(HELD.place, setter_id=None))
    shown = [_message(render_digest_set(one, language)) for one in (HELD, weekly, forgotten, None)]
    assert_as_agreed(f"digest_set_{language.code}", shown)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=1500),
            st.text(max_size=400),
            st.lists(st.text(min_size=1, max_size=200), min_size=1, max_size=9),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_no_text_breaks_a_limit(told: list[tuple[str, str, list[str]]]) -> None:
    records = []
    for number, (sentence, title, names) in enumerate(told):
        text = f"{number} {sentence}."
        briefing = article(f"{number}", text, date(2024, 1, 1), title)
        records.append(meeting(briefing, text, MeetingStatus.HELD, date(2024, 1, 1), tuple(names)))
    items, again = find_news(link_occasions(records), lambda _: True)
    days = {"since": date(2024, 2, 1), "until": date(2024, 2, 2)}
    cited = cite_digest(Digest(**days, briefings=9, items=items, told_again=again))
    rendered = render_channel_digest(cited, HELD, ENGLISH)
    body = {"embeds": [one.to_dict() for one in rendered.embeds]}
    assert limit_complaints(body, has_files=rendered.attachment is not None, is_edit=False) == []
