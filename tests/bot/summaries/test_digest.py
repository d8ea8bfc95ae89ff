"""What is new: meetings first told in a period, and those that it tells otherwise."""

from datetime import date

from bot.summaries.citing import cite_digest
from bot.summaries.digest import Digest, News, digest
from bot.summaries.summary_json import digest_as_json
from bot.summaries.wording import write_counts, write_silence
from index.article import MeetingStatus
from tests.bot.fakes import ArticlesEngine
from tests.bot.summaries.conftest import article, meeting

PEOPLE = ("Ilse Brandt", "Tomas Vrba")
PLAN = "Ilse Brandt will meet Tomas Vrba in Ostrava on 20 January."
OFF = "Ilse Brandt cancelled the meeting with Tomas Vrba on 20 January."
HELD = "Ilse Brandt met Tomas Vrba in Ostrava on 20 January."
AGAIN = "As planned, Ilse Brandt will meet Tomas Vrba in Ostrava on 20 January."
OTHERS = "Marta Kolar received Peter Novak in Brno on 18 January."

planned = article("planned", PLAN, date(2024, 1, 5))
cancelled = article("cancelled", OFF, date(2024, 1, 18))
held = article("held", HELD, date(2024, 1, 21))
again = article("again", AGAIN, date(2024, 1, 12))
others = article("others", OTHERS, date(2024, 1, 18))
undated = article("undated", OTHERS, None)
DAY = date(2024, 1, 20)

RECORDS = {
    "planned": meeting(planned, PLAN, MeetingStatus.PLANNED, DAY, PEOPLE),
    "cancelled": meeting(cancelled, OFF, MeetingStatus.CANCELLED, DAY, PEOPLE),
    "held": meeting(held, HELD, MeetingStatus.HELD, DAY, PEOPLE),
    "again": meeting(again, AGAIN, MeetingStatus.PLANNED, DAY, PEOPLE),
    "others": meeting(others, OTHERS, MeetingStatus.HELD, date(2024, 1, 18), ("Marta Kolar", "Peter Novak")),
    "undated": meeting(undated, OTHERS, MeetingStatus.HELD, None, ("Marta Kolar", "Peter Novak")),
}


def _digest(*keys: str, since: date = date(2024, 1, 10), until: date | None = None) -> Digest:
    records = [RECORDS[key] for key in keys]
    engine = ArticlesEngine([one.article for one in records], records)
    with engine.snapshot() as snapshot:
        return digest(snapshot, since, until)


def test_a_meeting_first_told_in_the_period_is_new() -> None:
    (item,) = _digest("others").items
    assert item.news is News.ADDED
    assert item.before is None
    assert item.now.meeting.evidence.text == OTHERS


def test_a_plan_that_was_called_off_or_carried_out_is_news() -> None:
    for key, status in (("cancelled", MeetingStatus.CANCELLED), ("held", MeetingStatus.HELD)):
        (item,) = _digest("planned", key).items
        assert item.news is News.STATUS
        assert item.now.meeting.status is status
        assert item.before is not None
        assert item.before.meeting.evidence.text == PLAN


def test_what_is_told_again_is_no_news() -> None:
    told = _digest("planned", "again")
    assert told.items == ()
    assert told.told_again == 1
    assert write_silence(told) == (
        "1 briefing was published from 10 January 2024; it tells of no new meeting and of no change."
    )


def test_a_late_report_of_the_plan_takes_nothing_back() -> None:
    told = _digest("cancelled", "held", "again", since=date(2024, 1, 22))
    assert told.items == ()


def test_what_was_published_later_is_not_yet_known() -> None:
    told = _digest("planned", "cancelled", until=date(2024, 1, 15))
    assert told.items == ()
    assert told.briefings == 0
    assert write_silence(told) == "No briefing was published from 10 January 2024 to 15 January 2024."


def test_a_briefing_without_a_date_belongs_to_no_period() -> None:
    assert _digest("undated").items == ()


def test_changes_come_first_and_each_is_cited() -> None:
    told = _digest("planned", "cancelled", "others")
    assert [one.news for one in told.items] == [News.STATUS, News.ADDED]
    assert write_counts(told) == "1 changed and 1 new in 2 briefings"
    cited = cite_digest(told)
    assert [one.quote for one in cited.citations] == [OFF, PLAN, OTHERS]
    written = digest_as_json(cited)
    assert written["text"] is None
    assert [one["citation"] for one in written["news"]] == [1, 3]
    assert written["news"][0]["before"]["citation"] == 2
