"""Dates as people write them."""

from datetime import date

import pytest

from bot.days import write_span
from index.article import UNKNOWN_DATE, DateSpan, Precision


@pytest.mark.parametrize(
    ("first", "last", "precision", "written"),
    [
        ("2024-01-28", "2024-01-28", Precision.DAY, "28 January 2024"),
        ("2024-01-30", "2024-01-31", Precision.DAY, "30–31 January 2024"),
        ("2024-01-31", "2024-02-02", Precision.DAY, "31 January – 2 February 2024"),
        ("2023-12-31", "2024-01-02", Precision.DAY, "31 December 2023 – 2 January 2024"),
        ("2006-03-01", "2006-03-31", Precision.MONTH, "March 2006"),
        ("1998-01-01", "1998-12-31", Precision.YEAR, "1998"),
        ("1990-01-01", "1999-12-31", Precision.DECADE, "1990s"),
    ],
)
def test_a_span_is_written_as_exactly_as_it_is_known(
    first: str, last: str, precision: Precision, written: str
) -> None:
    span = DateSpan(first=date.fromisoformat(first), last=date.fromisoformat(last), precision=precision)
    assert write_span(span) == written


def test_an_unknown_date_says_so() -> None:
    assert write_span(UNKNOWN_DATE) == "date not known"
