"""Which days a question is about, counted from the day it is asked."""

from datetime import date

import pytest

from index.article import DateSpan, Precision
from index.dates import EventBound, Side, read_question_period

AS_OF = date(2006, 7, 12)  # a Wednesday
EVER, NEVER = str(date.min), str(date.max)


def days(question: str) -> tuple[str, str] | None:
    span = read_question_period(question, AS_OF).days
    return None if span is None else (str(span.first), str(span.last))


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("Who met Lee last week?", "2006-07-03", "2006-07-09"),
        ("Who met Lee this month?", "2006-07-01", "2006-07-31"),
        ("Whom did Lee meet in March?", "2006-03-01", "2006-03-31"),
        ("whom did lee meet in march", "2006-03-01", "2006-03-31"),
        ("Whom will Lee meet in September?", "2006-09-01", "2006-09-30"),
        ("Who met Lee on 5 May?", "2006-05-05", "2006-05-05"),
        ("Who met Lee on 5 May 2004?", "2004-05-05", "2004-05-05"),
        ("Who met Lee between March and May 2005?", "2005-03-01", "2005-05-31"),
        ("Who met Lee between 5 and 9 May 2005?", "2005-05-05", "2005-05-09"),
        ("Who met Lee from 5 May to 9 June 2005?", "2005-05-05", "2005-06-09"),
        ("Who met Lee in the last two weeks?", "2006-06-28", "2006-07-12"),
        ("Who met Lee in the past month?", "2006-06-12", "2006-07-12"),
        ("Whom will Lee meet in the next ten days?", "2006-07-12", "2006-07-22"),
        ("Who met Lee since May 2005?", "2005-05-01", NEVER),
        ("Who met Lee since 5 May?", "2006-05-05", NEVER),
        ("Who met Lee after 5 May 2005?", "2005-05-06", NEVER),
        ("Who met Lee after May 2005?", "2005-06-01", NEVER),
        ("Who met Lee before 5 May 2005?", EVER, "2005-05-04"),
        ("Who met Lee by 5 May 2005?", EVER, "2005-05-05"),
        ("Who met Lee until the end of May 2005?", EVER, "2005-05-31"),
        ("Who met Lee after 5 May 2005 but before June 2005?", "2005-05-06", "2005-05-31"),
        ("Who met Lee in 2005, after 5 May 2005?", "2005-05-06", "2005-12-31"),
        ("Where did Lee first meet them, before their May 2005 meeting?", EVER, "2005-05-31"),
        ("Had he met Lee before writing to them in May 2005?", EVER, "2005-05-31"),
        ("Whom did Lee meet on the last day of May 2005?", "2005-05-01", "2005-05-31"),
        ("Who was hosted by Senator Lee in May 2005?", "2005-05-01", "2005-05-31"),
        ("Who spoke after meeting Lee in May 2005?", "2005-05-01", "2005-05-31"),
        ("Who met Lee in late summer 2005?", "2005-06-01", "2005-08-31"),
        ("Whom did Lee meet on the last night of May 2005?", "2005-05-01", "2005-05-31"),
        ("Who came to Ostby after the 2005 floods?", "2005-01-01", NEVER),
        ("Whom did Lee see before the May 2005 vote?", EVER, "2005-05-31"),
        ("Who served at Lee's May 2005 Thursday lunch?", "2005-05-01", "2005-05-31"),
        ("Where was Lee in winter 2005?", "2004-12-01", "2006-02-28"),
        ("Did Lee go to the dam before bringing in the bill on dams in May 2005?", EVER, "2005-05-31"),
        ("lee - may 2005 or later", "2005-05-01", NEVER),
        ("Who met Lee yesterday?", "2006-07-11", "2006-07-11"),
    ],
)
def test_a_question_is_about_some_days(question: str, first: str, last: str) -> None:
    assert days(question) == (first, last)


@pytest.mark.parametrize(
    "question",
    ["Who met Lee?", "Who led the Jobs Tomorrow tour?", "When may Lee visit?", "Did Lee speak for an hour?"],
)
def test_a_question_without_a_time_is_about_any(question: str) -> None:
    assert days(question) is None
    assert read_question_period(question, AS_OF).events == ()


@pytest.mark.parametrize(
    ("question", "event"),
    [
        ("Who met Lee since the summit?", EventBound(side=Side.SINCE, words="summit")),
        ("Who met Lee after the Vienna talks?", EventBound(side=Side.SINCE, words="Vienna talks")),
        ("Who met Lee before the election?", EventBound(side=Side.BEFORE, words="election")),
        ("who met lee ahead of the oslo conference", EventBound(side=Side.BEFORE, words="oslo conference")),
    ],
)
def test_an_event_bounds_the_days(question: str, event: EventBound) -> None:
    assert read_question_period(question, AS_OF).events == (event,)


@pytest.mark.parametrize("question", ["What did Lee say after the meeting?", "Who spoke before the talks?"])
def test_the_meeting_asked_about_is_no_bound(question: str) -> None:
    assert read_question_period(question, AS_OF).events == ()


def test_the_days_of_an_event_come_from_who_knows_them() -> None:
    summit = DateSpan(first=date(2006, 5, 3), last=date(2006, 5, 4), precision=Precision.DAY)
    known = {"Vienna summit": summit}

    def resolved(question: str) -> tuple[date | None, date | None] | None:
        span = read_question_period(question, AS_OF).resolve(known.get)
        return None if span is None else (span.first, span.last)

    assert resolved("Who met Lee since the Vienna summit?") == (date(2006, 5, 5), date.max)
    assert resolved("Who met Lee in May, before the Vienna summit?") == (date(2006, 5, 1), date(2006, 5, 2))
    assert resolved("Who met Lee before the Oslo summit?") is None


def test_a_weekday_in_a_name_bounds_nothing() -> None:
    assert days("When did Lee host the Thursday Club?") is None
    assert days("Whom did Lee meet on Thursday?") is not None
