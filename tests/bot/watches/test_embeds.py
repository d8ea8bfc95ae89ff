"""What watches tell and how they are listed, to the letter; and that no text breaks a limit."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.languages import ENGLISH, Language, Languages
from bot.rendering.answer import Rendered
from bot.rendering.watches import render_made, render_news, render_watches
from bot.state import Subject, Watch, WatchPlace
from bot.views import build_view
from bot.watches.comparing import MeetingNews, news_of
from bot.watches.items import Bundle, bundle, narrowed, read_bundle, write_bundle
from index.article import MeetingStatus, Participant
from index.engine import ArticleMeeting
from index.occasions import link_occasions
from tests.bot.agreed import assert_as_agreed
from tests.bot.telling import tell
from tests.discord.contract import limit_complaints

LANGUAGES = [ENGLISH, Languages.load().of("de")]
MAY = date(2031, 5, 5)
PLACE = WatchPlace(channel_id=3, parent_id=None, guild_id=2, maker_id=4, locale=None)
PERSON = Watch(
    key=1,
    place=PLACE,
    made_at=datetime(2031, 4, 1, tzinfo=UTC),
    subject=Subject.PERSON,
    words=("Ilse Brandt",),
    told=0,
)
TOPIC = replace(PERSON, key=2, subject=Subject.TOPIC, words=("river ferries",))
PAIR = replace(PERSON, key=3, subject=Subject.PAIR, words=("Ilse Brandt", "Tomas Vrba"))
PEOPLE = ("Minister Ilse Brandt", "Tomas Vrba")


def report(key: str, day: date, **told: Any) -> ArticleMeeting:
    facts: dict[str, Any] = {"where": "Ostrava", "why": "about the river ferries"} | told
    return tell(key, *PEOPLE, first=day, source="Gazette", **facts)


PLAN = report("plan", MAY, status=MeetingStatus.PLANNED, published=date(2031, 4, 20))
MOVED = report(
    "plan", date(2031, 6, 9), status=MeetingStatus.PLANNED, where="Riga", published=date(2031, 4, 28)
)
OFF = report("off", MAY, status=MeetingStatus.CANCELLED, published=date(2031, 5, 3))
HELD = report("held", date(2031, 4, 2), status=MeetingStatus.HELD, published=date(2031, 4, 3))


def news(*reports: ArticleMeeting, fresh: str, before: tuple[ArticleMeeting, ...] = ()) -> MeetingNews:
    (occasion,) = link_occasions(reports)
    found = news_of(occasion, frozenset({fresh}), before, lambda _: True)
    assert found is not None
    return found


NEW = news(HELD, fresh="held")
CALLED_OFF = news(PLAN, OFF, fresh="off")
CHANGED = news(MOVED, fresh="plan", before=(PLAN,))


def body(rendered: Rendered) -> dict[str, Any]:
    view = build_view(rendered.controls)
    return {
        "embeds": [one.to_dict() for one in rendered.embeds],
        "components": view.to_components(),
        "files": {one.name: one.content.decode() for one in rendered.files},
    }


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
async def test_each_kind_of_news_is_told_as_agreed(language: Language) -> None:
    watches = {one.key: one for one in (PERSON, TOPIC)}
    for name, found in (("new", NEW), ("called_off", CALLED_OFF), ("changed", CHANGED)):
        told = bundle([("one", PERSON.key, found)])
        assert_as_agreed(f"watch_{name}_{language.code}", body(render_news(told, watches, language)))
    both = bundle([("one", 1, NEW), ("two", 1, CHANGED), ("two", 2, CHANGED), ("three", 2, CALLED_OFF)])
    assert_as_agreed(f"watch_bundle_{language.code}", body(render_news(both, watches, language)))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
async def test_watches_are_made_and_listed_as_agreed(language: Language) -> None:
    assert_as_agreed(f"watch_made_{language.code}", body(render_made(PAIR, 12, language)))
    assert_as_agreed(f"watch_list_{language.code}", body(render_watches([PERSON, TOPIC, PAIR], language)))
    assert_as_agreed(f"watch_list_empty_{language.code}", body(render_watches([], language)))


def test_news_to_two_watches_are_told_once_and_as_a_change() -> None:
    told = bundle([("one", 1, NEW), ("two", 1, NEW), ("two", 2, CHANGED)])
    assert [(one.watches, one.news) for one in told.items] == [((1, 2), CHANGED), ((1,), NEW)]


def test_a_bundle_is_read_back_whole_and_narrowed() -> None:
    told = bundle([("one", 1, NEW), ("two", 2, CALLED_OFF)])
    assert read_bundle(write_bundle(told)) == told
    assert narrowed(told, frozenset({2}), None).items == (told.items[0],)
    assert narrowed(told, frozenset({1, 2}), frozenset({"closed"})).items == ()
    assert narrowed(told, frozenset({1, 2}), frozenset({""})) == told


def test_a_bundle_holds_so_many_and_counts_the_rest() -> None:
    told = bundle([(f"{n}", 1, NEW) for n in range(230)])
    assert (len(told.items), told.more) == (200, 30)
    rendered = render_news(told, {1: PERSON})
    assert rendered.embeds[0].footer.text == (
        "6 of 200 shown; all are in the file · 30 more than one message can hold: see /meetings"
    )


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=2500)


@settings(max_examples=60, deadline=None)
@given(name=_TEXT, place=_TEXT, quote=_TEXT, title=_TEXT, words=_TEXT, count=st.integers(1, 30))
async def test_no_text_breaks_a_limit(
    name: str, place: str, quote: str, title: str, words: str, count: int
) -> None:
    def long(version: ArticleMeeting) -> ArticleMeeting:
        meeting = version.meeting
        assert meeting.where is not None
        changed = replace(
            meeting,
            participants=(Participant(name=name),) * 9,
            where=replace(meeting.where, text=place),
            evidence=replace(meeting.evidence, text=quote),
        )
        article = replace(version.article, title=title, url=f"https://x.example/{'y' * len(title)}")
        return replace(version, article=article, meeting=changed)

    assert CHANGED.before is not None
    found = replace(CHANGED, now=long(CHANGED.now), before=long(CHANGED.before))
    watches = {n: replace(TOPIC, key=n, words=(words,)) for n in range(1, 1 + min(count, 5))}
    told: Bundle = bundle([(f"{n}", key, found) for n in range(count) for key in watches])
    for rendered in (
        render_news(told, watches),
        render_made(watches[1], 3),
        render_watches(list(watches.values())),
    ):
        shown = body(rendered)
        assert limit_complaints(shown, has_files=bool(shown["files"]), is_edit=False) == []
        labels = [one["label"] for row in shown["components"] for one in row["components"]]
        assert all(0 < len(one.encode("utf-16-le")) // 2 <= 80 for one in labels)
