"""What the words around an expression do to it: plans, datelines, dates told before."""

from datetime import date

import pytest

from index.article import TimeKind
from index.dates import find_time_expressions

ANCHOR = date(2006, 7, 12)  # a Wednesday


def _days(text: str, anchor: date | None = ANCHOR) -> list[tuple[str, str, str]]:
    found = find_time_expressions(text, anchor)
    return [(one.text, str(one.span.first), str(one.span.last)) for one in found]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The envoy meets the minister Monday.", "2006-07-17"),
        ("The two are to meet Monday.", "2006-07-17"),
        ("She is scheduled to arrive Thursday.", "2006-07-13"),
        ("He planned to leave Thursday.", "2006-07-13"),
        ("They are traveling to Oslo on Friday.", "2006-07-14"),
        ("They would meet Friday.", "2006-07-14"),
        ("The offer stands until Tuesday.", "2006-07-18"),
        ("He cancelled his visits to Oslo Thursday.", "2006-07-06"),
        ("Nothing is during Friday.", "2006-07-07"),
        ("He planned a visit, and left Thursday.", "2006-07-06"),
        ("By a vote held Monday, the council agreed to pay.", "2006-07-10"),
        ("They would have met Friday.", "2006-07-07"),
    ],
)
def test_a_plan_points_ahead_and_a_report_back(text: str, day: str) -> None:
    assert _days(text)[0][1:] == (day, day)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("They met on July 6. Later in the day, he left.", "Later in the day", "2006-07-06"),
        ("The envoy left later in the day.", "later in the day", "2006-07-12"),
        ("The talks begin on July 20. Until then, nobody speaks.", "then", "2006-07-20"),
        (
            "They met on Friday, July 7. It was raised on the previous Tuesday.",
            "the previous Tuesday",
            "2006-07-04",
        ),
        ("They met on July 6, and that same day he left.", "that same day", "2006-07-06"),
        ("They met the day before last Friday.", "the day before last Friday", "2006-07-06"),
        ("He said he would look into Monday's ruling.", "Monday", "2006-07-10"),
        ("He said he would look into Monday's meeting.", "Monday", "2006-07-17"),
        ("They are planning to leave Friday.", "Friday", "2006-07-14"),
        ("Until Monday, they had not called.", "Monday", "2006-07-10"),
    ],
)
def test_a_day_told_before_is_what_later_words_count_from(text: str, words: str, day: str) -> None:
    assert _days(text)[-1] == (words, day, day)


def test_until_points_ahead_past_an_hour() -> None:
    assert _days("He had until 9 a.m. Tuesday to answer.") == [("9 a.m. Tuesday", "2006-07-18", "2006-07-18")]


@pytest.mark.parametrize(
    ("text", "kind", "first"),
    [
        ("The bridge was built in three days.", TimeKind.DURATION, "None"),
        ("He died within a week of his capture.", TimeKind.DURATION, "None"),
        ("They will meet in three days.", TimeKind.DATE, "2006-07-15"),
    ],
)
def test_a_time_taken_is_no_day(text: str, kind: TimeKind, first: str) -> None:
    (found,) = find_time_expressions(text, ANCHOR)
    assert (found.kind, str(found.span.first)) == (kind, first)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("They met on March 3, 2004. The next day they left.", "The next day", "2004-03-04", "2004-03-04"),
        ("They met on March 3, 2004, and later that day left.", "later that day", "2004-03-03", "2004-03-03"),
        ("They met on March 3, 2004; the next morning,", "the next morning", "2004-03-04", "2004-03-04"),
        (
            "They met on March 3, 2004; the following Friday,",
            "the following Friday",
            "2004-03-05",
            "2004-03-05",
        ),
        ("They met on March 3, 2004 and two days later.", "two days later", "2004-03-05", "2004-03-05"),
        ("He won in 1995, and the following year he lost.", "the following year", "1996-01-01", "1996-12-31"),
        ("He won in 1995. The next day he rested.", "The next day", "None", "None"),
        ("The following year he lost.", "The following year", "None", "None"),
    ],
)
def test_the_next_day_counts_from_a_date_told_before(text: str, words: str, first: str, last: str) -> None:
    assert _days(text)[-1] == (words, first, last)


@pytest.mark.parametrize(
    "head",
    [
        "BAGHDAD, July 4 — ",
        "WASHINGTON, D.C. (Tuesday, July 4) ",
        "Washington, D.C. - July 4, 2006 - ",
        "OSLO, 4 July (Reuters) - ",
        "Here is the letter:\nJuly 4, 2006\n",
    ],
)
def test_a_dateline_anchors_what_follows(head: str) -> None:
    assert _days(f"They met yesterday.\n{head}They met yesterday.")[-1] == (
        "yesterday",
        "2006-07-03",
        "2006-07-03",
    )


@pytest.mark.parametrize(
    "head",
    ["BAGHDAD, Feb. 4 — ", "Schedule:\nTuesday, August 8, 2006\n", "On July 4, he spoke: ", "July 4\n"],
)
def test_a_date_that_is_no_dateline_anchors_nothing(head: str) -> None:
    assert _days(f"{head}They met yesterday.")[-1] == ("yesterday", "2006-07-11", "2006-07-11")


def test_a_dateline_with_its_year_anchors_an_undated_article() -> None:
    assert _days("CAIRO, May 5, 2004 - They met Tuesday.", None)[-1][1] == "2004-05-04"
