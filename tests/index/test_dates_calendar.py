"""Tables of what names its own place in the calendar, and of what only looks as if it did."""

from datetime import date

import pytest

from index.article import Precision
from index.dates import find_time_expressions

ANCHOR = date(2006, 7, 12)  # a Wednesday


def _only(text: str) -> tuple[str, str, str]:
    (found,) = find_time_expressions(text, ANCHOR)
    return found.text, str(found.span.first), str(found.span.last)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("It grew in the third quarter of 1989.", "the third quarter of 1989", "1989-07-01", "1989-09-30"),
        ("It grew in the first quarter.", "the first quarter", "2006-01-01", "2006-03-31"),
        ("It will grow in the fourth quarter.", "the fourth quarter", "2006-10-01", "2006-12-31"),
        ("It grew in Q2 2005.", "Q2 2005", "2005-04-01", "2005-06-30"),
        ("It fell in the latest quarter.", "the latest quarter", "2006-04-01", "2006-06-30"),
        (
            "It fell from the year-ago second quarter.",
            "the year-ago second quarter",
            "2005-04-01",
            "2005-06-30",
        ),
        ("It met in the first half of 2005.", "the first half of 2005", "2005-01-01", "2005-06-30"),
        ("It paid 9 cents a share a year earlier.", "a year earlier", "2005-04-01", "2005-06-30"),
        ("It fell to $3 million from $4 million a year ago.", "a year ago", "2005-04-01", "2005-06-30"),
        ("Year-earlier net income was $3 million.", "Year-earlier", "2005-04-01", "2005-06-30"),
        ("Annual sales were $9 million, less than a year ago.", "a year ago", "2005-01-01", "2005-12-31"),
        ("It paid $9 million in taxes in the quarter.", "the quarter", "2006-04-01", "2006-06-30"),
        ("Sales fell in the latest period.", "the latest period", "2006-04-01", "2006-06-30"),
        ("Sales in the 2004 period were low.", "the 2004 period", "2004-04-01", "2004-06-30"),
        ("It met in the last half of 2005.", "the last half of 2005", "2005-07-01", "2005-12-31"),
        (
            "It grew in the first two quarters of 2005.",
            "the first two quarters of 2005",
            "2005-01-01",
            "2005-06-30",
        ),
        (
            "It met in the latter half of last year.",
            "the latter half of last year",
            "2005-07-01",
            "2005-12-31",
        ),
        ("Ten cents a share, in the fourth quarter.", "the fourth quarter", "2005-10-01", "2005-12-31"),
        (
            "It met in the spring of nineteen ninety-four.",
            "the spring of nineteen ninety-four",
            "1994-03-01",
            "1994-05-31",
        ),
        ("It met in May nineteen ninety-seven.", "May nineteen ninety-seven", "1997-05-01", "1997-05-31"),
        ("It won, against a loss of $3 million last year.", "last year", "2005-04-01", "2005-06-30"),
        ("They will sign by year-end.", "by year-end", "2006-01-01", "2006-12-31"),
        ("It lost a tenth since year-end.", "since year-end", "2005-01-01", "2005-12-31"),
        ("Sales were better a year ago.", "a year ago", "2005-01-01", "2005-12-31"),
    ],
)
def test_quarters_and_halves(text: str, words: str, first: str, last: str) -> None:
    assert _only(text) == (words, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "They walked through the quarter by the harbour.",
        "They met in the quarter by the harbour.",
        "A quarter of them left.",
    ],
)
def test_a_quarter_of_a_town_or_a_share_is_no_date(text: str) -> None:
    assert find_time_expressions(text, ANCHOR) == ()


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("the nineteenth century", "1800-01-01", "1899-12-31"),
        ("the 18th century", "1700-01-01", "1799-12-31"),
        ("the twenty-first century", "2000-01-01", "2099-12-31"),
        ("the 21st century", "2000-01-01", "2099-12-31"),
        ("the '80s", "1980-01-01", "1989-12-31"),
        ("the fifties", "1950-01-01", "1959-12-31"),
    ],
)
def test_centuries_and_decades(words: str, first: str, last: str) -> None:
    assert _only(f"It was built in {words}.") == (words, first, last)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("New Year's Day 2005", "2005-01-01"),
        ("Good Friday 2005", "2005-03-25"),
        ("Ash Wednesday 2006", "2006-03-01"),
        ("Memorial Day", "2006-05-29"),
        ("the Fourth of July", "2006-07-04"),
        ("Labor Day 2005", "2005-09-05"),
        ("Election Day 2004", "2004-11-02"),
        ("last Election Day", "2005-11-08"),
        ("Veterans Day 2005", "2005-11-11"),
        ("Thanksgiving 2005", "2005-11-24"),
        ("Christmas Eve 2005", "2005-12-24"),
    ],
)
def test_holidays(words: str, day: str) -> None:
    text, first, last = _only(f"They met on {words}.")
    assert (text, first, last) == (words.removeprefix("the "), day, day)


@pytest.mark.parametrize(
    "text",
    [
        "The Good Friday agreement holds.",
        "They sang around the Christmas tree.",
        "They left for the Easter recess.",
        "Iraqi Election Day was calm.",
    ],
)
def test_a_holiday_in_another_name_is_no_day(text: str) -> None:
    assert find_time_expressions(text, ANCHOR) == ()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2005-11-16", "2005-11-16"),
        ("2005-11-16T09:30", "2005-11-16"),
        ("2005-11-16T09:30:00Z", "2005-11-16"),
        ("11/16/05", "2005-11-16"),
        ("16/11/05", "2005-11-16"),
        ("16.11.2005", "2005-11-16"),
        ("3/1/98", "1998-03-01"),
        ("1/2/29", "2029-01-02"),
        ("1/2/30", "1930-01-02"),
    ],
)
def test_figures(words: str, day: str) -> None:
    assert _only(f"They met on {words}.") == (words, day, day)


@pytest.mark.parametrize("figures", ["2005-13-01", "31/31/2005", "30.02.2005"])
def test_figures_of_no_day_are_not_read_as_one(figures: str) -> None:
    spans = [one.span for one in find_time_expressions(f"They met on {figures}.", ANCHOR)]
    assert not any(span.precision is Precision.DAY for span in spans)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("'98", "1998-01-01", "1998-12-31"),
        ("1989-90", "1989-01-01", "1990-12-31"),
        ("fiscal 1999", "1999-01-01", "1999-12-31"),
        ("FY2005", "2005-01-01", "2005-12-31"),
        ("the 2005-06 school year", "2005-08-01", "2006-07-31"),
        ("this academic year", "2005-08-01", "2006-07-31"),
        ("next school year", "2006-08-01", "2007-07-31"),
        ("the summer of 1998", "1998-06-01", "1998-08-31"),
    ],
)
def test_years(words: str, first: str, last: str) -> None:
    assert _only(f"It was spent during {words}.") == (words, first, last)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met in May.", ["May"]),
        ("They met on May 5.", ["May 5"]),
        ("They met last May.", ["last May"]),
        ("They met in March and left.", ["March"]),
        ("May we go?", []),
        ("May God bless you.", []),
        ("Mrs. May left.", []),
        ("The speaker, Theresa May, left.", []),
        ("Sen. April spoke.", []),
        ("They may march.", []),
        ("SENATE MAY VOTE", []),
        ("MAY 2006", ["MAY 2006"]),
        ("WEDNESDAY, APRIL 19", ["WEDNESDAY, APRIL 19"]),
    ],
)
def test_may_is_a_month_where_it_stands_as_one(text: str, words: list[str]) -> None:
    assert [one.text for one in find_time_expressions(text, ANCHOR)] == words


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met Monday, July 10. The doors opened at 9 a.m.", ["2006-07-10", "2006-07-10"]),
        ("The doors opened at 9 a.m.", ["None"]),
    ],
)
def test_an_hour_is_of_a_day_that_the_text_names(text: str, days: list[str]) -> None:
    assert [str(one.span.first) for one in find_time_expressions(text, ANCHOR)] == days
