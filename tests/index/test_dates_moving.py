"""Days that a sentence puts something on, and those that it says are not the ones any more."""

from datetime import date

import pytest

from index.dates import days_left, find_moves, find_time_expressions

PUBLISHED = date(2025, 4, 28)
"""A Monday."""


@pytest.mark.parametrize(
    ("text", "new", "left"),
    [
        ("The talks were postponed from May 1 to May 8.", "2025-05-08", ["May 1"]),
        ("The talks were put off from 10 to 12 May.", "2025-05-12", []),
        ("Her visit has been moved from Thursday to Saturday.", "2025-05-03", ["Thursday"]),
        ("The meeting, set for Tuesday, was put off until Monday.", "2025-05-05", ["Tuesday"]),
        ("She postponed until May 8 a visit planned for May 1.", "2025-05-08", ["May 1"]),
        ("The visit was brought forward to 3 May.", "2025-05-03", []),
        ("He has rescheduled the hearing for 9 May.", "2025-05-09", []),
        ("The visit, planned for 3 May, was delayed by a week.", "2025-05-10", ["3 May"]),
        ("The visit, planned for 3 May, was brought forward by two days.", "2025-05-01", ["3 May"]),
        ("The visit was delayed by a week, he said on Sunday.", None, []),
        ("She put off Wednesday's lunch to the following Wednesday.", "2025-05-07", []),
        ("The visit was put off until at least June.", None, []),
        ("The talks were postponed on Sunday.", None, []),
    ],
)
def test_words_that_move_a_day(text: str, new: str | None, left: list[str]) -> None:
    times = find_time_expressions(text, PUBLISHED)
    days = [one.day.span.first for one in find_moves(text, times) if one.day is not None]
    assert [day.isoformat() for day in days if day is not None] == ([] if new is None else [new])
    assert [one.text for one in times if one.start in days_left(text, times)] == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("They will now meet on 12 May instead of 5 May.", ["5 May"]),
        ("They will meet on 12 May rather than on 5 May.", ["5 May"]),
        ("They will meet on May 10, not on May 3.", ["May 3"]),
        ("They will not meet on May 3 but on May 10.", ["May 3"]),
        ("They will not meet on May 3 as planned.", ["May 3"]),
        ("They were to meet on Tuesday but will now meet on Friday.", ["Tuesday"]),
        ("The talks, originally set for May 1, will take place on May 8.", ["May 1"]),
        ("The talks originally set for May 1 will take place on May 8.", ["May 1"]),
        ("The talks slated for May 1 are now expected on May 8.", ["May 1"]),
        ("The talks had been scheduled for May 1.", ["May 1"]),
        ("He said that the talks had been scheduled for May 8.", []),
        ("The talks are scheduled for May 8.", []),
        ("They will meet on May 8 as originally planned.", []),
        ("They did not meet until May 8.", []),
        ("They met on April 24 and will meet again on May 8.", []),
    ],
)
def test_days_that_are_not_the_ones_any_more(text: str, left: list[str]) -> None:
    times = find_time_expressions(text, PUBLISHED)
    assert [one.text for one in times if one.start in days_left(text, times)] == left


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The talks were put off until Monday.", date(2025, 5, 5)),
        ("Her meeting with him on Thursday has been called off.", date(2025, 5, 1)),
        ("She has cancelled a meeting with him planned for Wednesday.", date(2025, 4, 30)),
        ("The vote was moved to Thursday, when it passed.", date(2025, 4, 24)),
        ("They met on Thursday and called off the strike.", date(2025, 4, 24)),
        ("She called off Thursday's visit.", date(2025, 5, 1)),
        ("She was to meet him on Sunday, but he fell ill.", date(2025, 4, 27)),
        ("She was to meet him on Tuesday, but he fell ill.", date(2025, 4, 29)),
    ],
)
def test_the_weekday_of_a_plan_that_is_moved_or_dropped_lies_ahead(text: str, day: date) -> None:
    (found,) = find_time_expressions(text, PUBLISHED)
    assert found.span.first == day


def test_the_year_named_by_its_number_is_that_year_and_a_given_name_no_month() -> None:
    (year,) = find_time_expressions("We met in the year 2000.", PUBLISHED)
    assert (year.text, year.span.first) == ("the year 2000", date(2000, 1, 1)) or year.text == "2000"
    assert find_time_expressions("She is to meet President Jan Brandt there.", PUBLISHED) == ()
    (month,) = find_time_expressions("They met in May.", PUBLISHED)
    assert month.span.first == date(2025, 5, 1)
