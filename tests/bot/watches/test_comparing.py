"""What is news of a meeting: new, called off, moved to another day or place; and what is not."""

from dataclasses import replace
from datetime import date

import pytest

from bot.watches.comparing import MeetingNews, news_of
from index.article import MeetingStatus
from index.engine import ArticleMeeting
from index.occasions import Aspect, Occasion, link_occasions
from tests.bot.telling import tell

PAIR = ("Ana Lobo", "Piet Vos")
MAY = date(2031, 5, 5)
PLAN = tell("plan", *PAIR, first=MAY, where="Oslo", status=MeetingStatus.PLANNED, published=date(2031, 5, 1))


def later(name: str = "later", day: int = 3, **told: object) -> ArticleMeeting:
    facts = {"first": MAY, "where": "Oslo", "status": MeetingStatus.PLANNED} | told
    return tell(name, *PAIR, published=date(2031, 5, day), **facts)  # type: ignore[arg-type]


def news(
    *reports: ArticleMeeting, fresh: set[str], remembered: tuple[ArticleMeeting, ...] = ()
) -> MeetingNews | None:
    (occasion,) = link_occasions(reports)
    return news_of(occasion, frozenset(fresh), remembered, is_pair)


def is_pair(occasion: Occasion) -> bool:
    return {one.name for one in occasion.participants} >= set(PAIR)


def test_a_meeting_first_told_is_new() -> None:
    found = news(PLAN, fresh={"plan"})
    assert found is not None
    assert (found.changed, found.before) == ((), None)
    assert found.now.meeting.evidence == PLAN.meeting.evidence
    assert found.now.article.body == ""
    assert found.collections == {""}


def test_what_is_told_again_is_no_news() -> None:
    assert news(PLAN, later(), fresh={"later"}) is None
    assert news(PLAN, fresh=set()) is None


@pytest.mark.parametrize("status", [MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.HELD])
def test_another_status_is_a_change(status: MeetingStatus) -> None:
    found = news(PLAN, later(status=status), fresh={"later"})
    assert found is not None
    assert found.before is not None
    assert found.changed == (Aspect.STATUS,)
    assert (found.before.meeting.status, found.now.meeting.status) == (MeetingStatus.PLANNED, status)
    assert found.now.article.id == "later"


def test_a_late_plan_takes_nothing_back() -> None:
    held = later("held", day=6, status=MeetingStatus.HELD)
    assert news(held, later("again", day=8), fresh={"again"}) is None
    assert news(later("now", status=MeetingStatus.CANCELLED), PLAN, fresh={"plan"}) is None


def test_another_day_by_another_outlet_is_a_change() -> None:
    found = news(PLAN, later(first=date(2031, 5, 6)), fresh={"later"})
    assert found is not None
    assert found.before is not None
    assert found.changed == (Aspect.WHEN,)
    assert found.before.meeting.when is not None
    assert found.before.meeting.when.span.first == MAY
    assert found.now.meeting.when is not None
    assert found.now.meeting.when.span.first == date(2031, 5, 6)


def test_a_day_that_an_older_report_gives_is_no_change() -> None:
    older = tell(
        "older", *PAIR, first=date(2031, 5, 6), where="Oslo", status=MeetingStatus.PLANNED,
        published=date(2031, 4, 20),
    )  # fmt: skip
    assert news(PLAN, older, fresh={"older"}) is None


def test_one_of_two_disputed_days_is_no_change_any_more() -> None:
    other = later("other", first=date(2031, 5, 6))
    assert news(PLAN, other, later("third", day=4), fresh={"third"}) is None


def test_a_plan_gets_its_day_and_place() -> None:
    vague = tell("vague", *PAIR, status=MeetingStatus.PLANNED, published=date(2031, 5, 2))
    found = news(vague, later(), fresh={"later"})
    assert found is not None
    assert found.changed == (Aspect.WHEN, Aspect.WHERE)
    held = tell("held", *PAIR, status=MeetingStatus.HELD, published=date(2031, 5, 6))
    told = later("told", day=7, first=date(2031, 5, 6), status=MeetingStatus.HELD)
    assert news(held, told, fresh={"told"}) is None


def test_another_place_is_a_change() -> None:
    found = news(PLAN, later(where="Geneva"), fresh={"later"})
    assert found is not None
    assert found.before is not None
    assert found.changed == (Aspect.WHERE,)
    assert found.before.meeting.where is not None
    assert found.now.meeting.where is not None
    assert (found.before.meeting.where.text, found.now.meeting.where.text) == ("Oslo", "Geneva")


def test_a_house_in_the_known_city_is_no_other_place_but_a_move_is() -> None:
    house = _telling(later(where="the chancery"), "Ana Lobo and Piet Vos met in the chancery in Oslo then.")
    assert news(PLAN, house, fresh={"later"}) is None
    moved = later("moved", where="Geneva", why="moved from Oslo")
    found = news(PLAN, moved, fresh={"moved"})
    assert found is not None
    assert found.changed == (Aspect.WHERE,)


def test_an_article_that_was_edited_tells_what_changed() -> None:
    june = later("plan", first=date(2031, 6, 9), where="Geneva")
    found = news(june, fresh={"plan"}, remembered=(PLAN,))
    assert found is not None
    assert found.changed == (Aspect.WHEN, Aspect.WHERE)
    assert found.before is not None
    assert found.before.article.id == "plan"


def test_an_edit_that_changes_no_fact_and_a_file_that_moved_are_no_news() -> None:
    reworded = _telling(PLAN, "plan: Ana Lobo will meet Piet Vos in Oslo then.")
    assert news(reworded, fresh={"plan"}, remembered=(PLAN,)) is None
    moved = replace(PLAN, id="2031/plan/1", article=replace(PLAN.article, id="2031/plan"))
    assert news(moved, fresh={"2031/plan"}, remembered=(PLAN,)) is None


def test_an_edit_is_compared_with_the_meeting_of_the_same_people() -> None:
    other = tell("plan", "Ana Lobo", "Eva Brandt", first=date(2031, 6, 1), published=date(2031, 5, 1))
    cancelled = replace(PLAN, meeting=later("plan", status=MeetingStatus.CANCELLED).meeting)
    found = news(cancelled, fresh={"plan"}, remembered=(other, PLAN))
    assert found is not None
    assert found.changed == (Aspect.STATUS,)


def test_a_known_meeting_is_new_to_a_watch_once_its_person_is_named() -> None:
    alone = tell("alone", "Ana Lobo", "Eva Brandt", first=MAY, where="Oslo", published=date(2031, 5, 6))
    three = tell("three", "Ana Lobo", "Eva Brandt", "Piet Vos", first=MAY, where="Oslo")
    found = news(alone, three, fresh={"three"})
    assert found is not None
    assert (found.changed, found.before) == ((), None)
    assert found.now.article.id == "three"


def test_every_collection_that_was_read_is_named() -> None:
    closed = replace(PLAN, article=replace(PLAN.article, collection="closed"))
    found = news(closed, later(status=MeetingStatus.CANCELLED), fresh={"later"})
    assert found is not None
    assert found.collections == {"", "closed"}


def _telling(record: ArticleMeeting, sentence: str) -> ArticleMeeting:
    meeting = record.meeting
    evidence = replace(meeting.evidence, end=len(sentence), text=sentence)
    return replace(
        record, article=replace(record.article, body=sentence), meeting=replace(meeting, evidence=evidence)
    )
