"""How an occasion is worded: days by their precision, what became of it, whether sources agree."""

from datetime import date

import pytest

from bot.languages import Language
from bot.occasions.wording import (
    is_plain,
    join_days,
    write_agreement,
    write_course,
    write_people,
    write_span,
    write_when,
)
from index.article import DateSpan, MeetingStatus, Modifier, Participant, Precision
from index.engine import ArticleMeeting
from index.occasions import Occasion, link_occasions
from tests.bot.telling import tell

PLANNED, CANCELLED, HELD = MeetingStatus.PLANNED, MeetingStatus.CANCELLED, MeetingStatus.HELD
MAY = date(2031, 5, 6)
GERMAN = Language(
    code="de",
    name="Deutsch",
    texts={"{count} sources agree": ("{count} Quellen stimmen überein",), "or": ("oder",)},
)


def only(*records: ArticleMeeting) -> Occasion:
    (occasion,) = link_occasions(records)
    return occasion


@pytest.mark.parametrize(
    ("first", "last", "precision", "modifier", "words"),
    [
        (MAY, MAY, Precision.DAY, None, "6 May 2031"),
        (date(2031, 5, 1), date(2031, 5, 31), Precision.MONTH, None, "c. May 2031"),
        (date(2031, 5, 1), date(2031, 5, 20), Precision.MONTH, None, "between 1 and 20 May 2031"),
        (date(2031, 1, 1), date(2031, 5, 20), Precision.YEAR, None, "between 1 January and 20 May 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), Precision.YEAR, None, "c. 2031"),
        (date(2031, 3, 1), date(2031, 3, 31), Precision.MONTH, Modifier.START, "early March 2031"),
        (date(2031, 5, 5), date(2031, 5, 11), Precision.WEEK, None, "the week of 5–11 May 2031"),
    ],
)
def test_a_date_shows_how_exactly_it_is_known(
    first: date, last: date, precision: Precision, modifier: Modifier | None, words: str
) -> None:
    assert write_span(DateSpan(first=first, last=last, precision=precision), modifier) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (["5 September 1978", "6 September 1978"], "5 or 6 September 1978"),
        (["30 May 2004", "1 June 2004"], "30 May 2004 or 1 June 2004"),
        (["4–5 May 2024", "6 May 2024", "9 May 2024"], "4–5, 6 or 9 May 2024"),
        (["c. May 2004", "June 2005"], "c. May 2004 or June 2005"),
    ],
)
def test_alternatives_say_month_and_year_once(days: list[str], words: str) -> None:
    assert join_days(days) == words


@pytest.mark.parametrize(
    ("told", "course", "plain"),
    [
        ([HELD], "held", True),
        ([PLANNED, HELD], "planned, then held", False),
        ([PLANNED, CANCELLED], "planned, then cancelled", False),
        ([CANCELLED, HELD], "cancelled, then held", False),
        ([HELD, PLANNED], "held", True),
    ],
)
def test_what_became_of_it(told: list[MeetingStatus], course: str, plain: bool) -> None:
    records = [
        tell(f"n{n}", "Ana Lobo", "Piet Vos", first=MAY, status=status, published=date(2031, 4 + n, 1))
        for n, status in enumerate(told)
    ]
    occasion = only(*records)
    assert write_course(occasion) == course
    assert is_plain(occasion) is plain


def test_agreement_counts_sources_and_one_source_says_nothing() -> None:
    first, second = (tell(name, "Ana Lobo", "Piet Vos", first=MAY) for name in ("north", "south"))
    assert write_agreement(only(first)) == ""
    assert write_agreement(only(first, second)) == "2 sources agree"
    assert write_agreement(only(first, second), GERMAN) == "2 Quellen stimmen überein"


def test_disputes_are_named_together() -> None:
    occasion = only(
        tell("north", "Ana Lobo", "Piet Vos", first=MAY, where="Riga"),
        tell("south", "Ana Lobo", "Piet Vos", first=MAY, where="Oslo"),
    )
    assert write_agreement(occasion) == "sources differ on the place: Riga or Oslo"
    occasion = only(
        tell("north", "Ana Lobo", "Piet Vos", "Eva Brandt", first=MAY, where="Riga"),
        tell("south", "Ana Lobo", "Piet Vos", "Otto Berg", first=date(2031, 5, 7), where="Riga"),
    )
    assert write_agreement(occasion) == (
        "sources differ on the date: 6 or 7 May 2031 and on the people: Eva Brandt or Otto Berg"
    )


def test_a_day_in_another_language_is_written_as_it_is_there() -> None:
    occasion = only(
        tell("north", "Ana Lobo", "Piet Vos", first=MAY, where="Riga"),
        tell("south", "Ana Lobo", "Piet Vos", first=date(2031, 5, 7), where="Riga"),
    )
    assert write_when(occasion, GERMAN) == "6 oder 7. Mai 2031"


def test_many_names_are_counted() -> None:
    named = [Participant(name=f"N{n}") for n in range(6)]
    assert write_people(named, most=3) == "N0, N1, N2 and 3 others"
    assert write_people(named[:4], most=3) == "N0, N1, N2 and N3"
