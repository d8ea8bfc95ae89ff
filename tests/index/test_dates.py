"""Time expressions: which words are found, and which days they mean."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import DateSpan, Modifier, Precision, TimeExpression, TimeKind
from index.dates import (
    find_time_expressions,
    format_span,
    narrow_to_future,
    narrow_to_past,
    parse_question_dates,
)

ANCHOR = date(2006, 7, 12)  # a Wednesday


def _only(text: str, anchor: date | None = ANCHOR) -> TimeExpression:
    found = find_time_expressions(text, anchor)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("The envoy met the minister Tuesday in Oslo.", "Tuesday", "2006-07-11", "2006-07-11"),
        ("The envoy will meet the minister Tuesday.", "Tuesday", "2006-07-18", "2006-07-18"),
        ("She spoke to reporters Wednesday.", "Wednesday", "2006-07-12", "2006-07-12"),
        ("They met last Wednesday.", "last Wednesday", "2006-07-05", "2006-07-05"),
        ("They will meet this coming Monday.", "this coming Monday", "2006-07-17", "2006-07-17"),
        ("They will meet Tuesday and Wednesday.", "Tuesday and Wednesday", "2006-07-18", "2006-07-19"),
        ("He toured the coast from Monday to Wednesday.", "Monday to Wednesday", "2006-07-10", "2006-07-12"),
        ("Talks were held Feb. 13-16 in Rome.", "Feb. 13-16", "2006-02-13", "2006-02-16"),
        ("They met on 16 November 2005.", "16 November 2005", "2005-11-16", "2005-11-16"),
        ("They met on November 16, 2005.", "November 16, 2005", "2005-11-16", "2005-11-16"),
        ("They met on the 15th of May 2004.", "the 15th of May 2004", "2004-05-15", "2004-05-15"),
        ("They met on 2005-11-16.", "2005-11-16", "2005-11-16", "2005-11-16"),
        ("They met on 11/16/2005.", "11/16/2005", "2005-11-16", "2005-11-16"),
        ("They met on 16/11/2005.", "16/11/2005", "2005-11-16", "2005-11-16"),
        ("They met last week.", "last week", "2006-07-03", "2006-07-09"),
        ("They will meet next month.", "next month", "2006-08-01", "2006-08-31"),
        ("They met in November.", "November", "2005-11-01", "2005-11-30"),
        ("They will meet in November.", "November", "2006-11-01", "2006-11-30"),
        ("The two met two weeks ago.", "two weeks ago", "2006-06-28", "2006-06-28"),
        ("They will meet in three days.", "in three days", "2006-07-15", "2006-07-15"),
        ("It grew in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31"),
        ("They met on Thanksgiving Day 2005.", "Thanksgiving Day 2005", "2005-11-24", "2005-11-24"),
        ("They met on Easter Sunday 2006.", "Easter Sunday 2006", "2006-04-16", "2006-04-16"),
        ("They met between May and June 2006.", "May and June 2006", "2006-05-01", "2006-06-30"),
        ("They met in nineteen ninety-six.", "nineteen ninety-six", "1996-01-01", "1996-12-31"),
        ("They met yesterday.", "yesterday", "2006-07-11", "2006-07-11"),
    ],
)
def test_words_mean_days(text: str, words: str, first: str, last: str) -> None:
    found = _only(text)
    assert (found.text, str(found.span.first), str(found.span.last)) == (words, first, last)


@pytest.mark.parametrize(
    ("text", "words", "modifier", "first"),
    [
        ("They met earlier this month.", "earlier this month", Modifier.START, "2006-07-01"),
        ("They met in early March 2006.", "early March 2006", Modifier.START, "2006-03-01"),
        ("They met in mid-2005.", "mid-2005", Modifier.MID, "2005-01-01"),
        ("They met at the end of 2005.", "the end of 2005", Modifier.END, "2005-01-01"),
    ],
)
def test_a_modifier_keeps_the_whole_period(text: str, words: str, modifier: Modifier, first: str) -> None:
    found = _only(text)
    assert (found.text, found.modifier, str(found.span.first)) == (words, modifier, first)


def test_an_hour_makes_a_time_of_its_day() -> None:
    found = _only("They met at 10 a.m. Tuesday.")
    assert found.kind is TimeKind.TIME
    assert found.span.first == date(2006, 7, 11)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("They talked for three days.", TimeKind.DURATION), ("They meet every Tuesday.", TimeKind.SET)],
)
def test_durations_and_sets_name_no_days(text: str, kind: TimeKind) -> None:
    found = _only(text)
    assert (found.kind, found.span.first) == (kind, None)


@pytest.mark.parametrize(
    "text", ["You may march on.", "Prime Minister Theresa May left.", "Mr. March spoke.", "It cost $2005."]
)
def test_words_that_only_look_like_dates_are_left_alone(text: str) -> None:
    assert find_time_expressions(text, ANCHOR) == ()


def test_without_an_anchor_only_absolute_dates_resolve() -> None:
    found = find_time_expressions("They met Tuesday, and on 3 May 2004.", None)
    assert [str(one.span.first) for one in found] == ["None", "2004-05-03"]


@given(st.text(alphabet="0123456789 -/.,:'aApmTuesdyMrchofthn\n", max_size=200))
@settings(deadline=None)
def test_any_text_gives_exact_offsets_in_order(text: str) -> None:
    reached = 0
    for one in find_time_expressions(text, ANCHOR):
        assert text[one.start : one.end] == one.text
        assert reached <= one.start < one.end
        reached = one.end


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)))
def test_a_week_later_relative_days_are_a_week_later(anchor: date) -> None:
    text = "They met Monday, and yesterday, and last week."
    before, after = (find_time_expressions(text, day) for day in (anchor, anchor + timedelta(days=7)))
    for one, other in zip(before, after, strict=True):
        assert one.span.first is not None
        assert other.span.first == one.span.first + timedelta(days=7)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("who met in march 2006?", ["march 2006"]),
        ("may he march with them in sept 2007", ["sept 2007"]),
        ("early 2005: who met whom", ["early 2005"]),
        ("what changed since the summit", []),
    ],
)
def test_questions_are_read_without_capitals(question: str, words: list[str]) -> None:
    assert [one.text for one in parse_question_dates(question, ANCHOR)] == words


def test_the_last_figures_of_a_telephone_number_are_no_year() -> None:
    assert [one.text for one in find_time_expressions("Call 1-800-432-1599 in 2004-2005.", ANCHOR)] == [
        "2004-2005"
    ]


def _span(first: str, last: str, precision: Precision) -> DateSpan:
    return DateSpan(first=date.fromisoformat(first), last=date.fromisoformat(last), precision=precision)


@pytest.mark.parametrize(
    ("first", "last", "precision", "modifier", "words"),
    [
        ("2024-01-30", "2024-01-31", Precision.DAY, None, "30–31 January 2024"),
        ("2006-07-13", "2006-07-13", Precision.DAY, None, "13 July 2006"),
        ("2006-03-01", "2006-03-31", Precision.MONTH, Modifier.START, "early March 2006"),
        ("2004-05-03", "2004-05-09", Precision.WEEK, None, "the week of 3–9 May 2004"),
        ("2004-05-03", "2004-05-09", Precision.WEEK, Modifier.START, "early in the week of 3–9 May 2004"),
        ("2004-01-01", "2004-08-27", Precision.YEAR, Modifier.START, "1 January – 27 August 2004"),
        ("2005-03-01", "2005-05-31", Precision.SEASON, None, "spring 2005"),
        ("1990-01-01", "1999-12-31", Precision.DECADE, Modifier.END, "the late 1990s"),
        ("2005-12-30", "2006-01-02", Precision.DAY, None, "30 December 2005 – 2 January 2006"),
    ],
)
def test_spans_are_written_as_people_write(
    first: str, last: str, precision: Precision, modifier: Modifier | None, words: str
) -> None:
    assert format_span(_span(first, last, precision), modifier) == words


def test_what_was_held_ends_before_the_anchor_and_what_is_planned_begins_on_it() -> None:
    july = _span("2006-07-01", "2006-07-31", Precision.MONTH)
    assert narrow_to_past(july, ANCHOR).last == date(2006, 7, 11)
    assert narrow_to_future(july, ANCHOR).first == ANCHOR
