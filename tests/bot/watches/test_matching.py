"""Which meetings a watch is about, and whom the name of one means."""

from datetime import date

import pytest

from bot.occasions.people import People, UnclearName
from bot.state import Subject
from bot.watches.matching import matching, words_meant
from index.article import NameType
from index.engine import KnownName, Office
from index.occasions import link_occasions
from tests.bot.telling import tell

OCCASIONS = link_occasions(
    [
        tell("one", "Ana Lobo", "Piet Vos", first=date(2031, 5, 5), why="to settle wheat prices"),
        tell("two", "Ana Lobo", "Eva Brandt", first=date(2031, 6, 5)),
        tell("three", "Lobo", "Jon Kern", first=date(2031, 7, 5)),
        tell("four", "Jon Brandt", "Piet Vos", first=date(2031, 8, 5)),
    ]
)
PEOPLE = People(OCCASIONS)


OFFICE = Office(title="governor of Texas", first=None, last=None, articles=3)
KNOWN = (
    KnownName(name="Ana Lobo", type=NameType.PERSON, forms=("Ana Lobo",), articles=3, offices=(OFFICE,)),
)


def told(subject: Subject, *words: str) -> set[str]:
    found = matching(OCCASIONS, PEOPLE, subject, words)
    return {one.lead.article.id for one in found}


def meant(subject: Subject, *written: str) -> tuple[str, ...]:
    return words_meant(subject, written, PEOPLE, KNOWN)


@pytest.mark.parametrize(
    ("subject", "words", "articles"),
    [
        (Subject.PERSON, ("Ana Lobo",), {"one", "two", "three"}),
        (Subject.PERSON, ("Nobody Yet",), set()),
        (Subject.PAIR, ("Ana Lobo", "Piet Vos"), {"one"}),
        (Subject.PAIR, ("Eva Brandt", "Piet Vos"), set()),
        (Subject.TOPIC, ("wheat price",), {"one"}),
        (Subject.TOPIC, ("wheat", "rye"), set()),
    ],
)
def test_a_watch_is_about_the_meetings_of_its_words(
    subject: Subject, words: tuple[str, ...], articles: set[str]
) -> None:
    assert told(subject, *words) == articles


def test_a_name_is_kept_in_full() -> None:
    assert meant(Subject.PERSON, "lobo") == ("Ana Lobo",)
    assert meant(Subject.PAIR, "sen. lobo", "VOS") == ("Ana Lobo", "Piet Vos")
    assert meant(Subject.PERSON, "the governor of Texas") == ("Ana Lobo",)
    assert meant(Subject.PERSON, "Nobody  Yet") == ("Nobody Yet",)
    assert meant(Subject.TOPIC, "Wheat prices") == ("Wheat prices",)


def test_a_name_of_several_is_asked_for_in_full() -> None:
    with pytest.raises(UnclearName, match="Eva Brandt"):
        meant(Subject.PERSON, "Brandt")
