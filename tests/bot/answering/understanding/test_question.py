"""What a question is about: the words that tell one meeting from others, its people, days and offices."""

from datetime import date

import pytest

from bot.answering.lexicon.words import fold, stem
from bot.answering.understanding.question import understand
from bot.answering.understanding.vocabulary import vocabulary_of
from index.article import NameType
from index.engine import KnownName

AS_OF = date(2025, 5, 20)
NOBODY = vocabulary_of(())


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Which ferry group turned out for Lind?", {"ferry", "lind"}),
        ("Which pilot called on Lind right after the storm?", {"pilot", "lind", "storm"}),
        ("Who dropped by Lind's office ahead of the regatta?", {"lind", "office", "regatta"}),
        ("Which pilot wrote to the harbour group of Lind?", {"pilot", "wrote", "harbour", "group", "lind"}),
        ("Which ferry union saw Lind turn the wheel?", {"ferry", "union", "lind", "turn", "wheel"}),
    ],
)
def test_that_somebody_was_there_is_no_matter(question: str, topic: set[str]) -> None:
    assert understand(question, AS_OF, NOBODY).topic == topic


@pytest.mark.parametrize(
    ("question", "period"),
    [
        ("Which teacher of the year met Lind?", False),
        ("Which pilot met Lind at the end of the year?", True),
        ("Which teacher of the year met Lind in 2024?", True),
    ],
)
def test_an_honor_of_the_year_is_no_time(question: str, period: bool) -> None:
    assert (understand(question, AS_OF, NOBODY).period is not None) is period


def test_storms_are_nobody() -> None:
    names = [
        KnownName(name=f"Ida {surname}", type=NameType.PERSON, forms=(f"Ida {surname}", surname), articles=1)
        for surname in ("Krog", "Moe")
    ]
    vocabulary = vocabulary_of(names)
    asked = understand("Who came to Riga after Hurricanes Krog, Berg and Moe?", AS_OF, vocabulary)
    assert asked.people == frozenset()
    assert understand("Who came to Riga with Krog and Moe?", AS_OF, vocabulary).people == {"krog", "moe"}


@pytest.mark.parametrize(("question", "told"), [("Who met Lind in May?", False), ("Which mayor?", True)])
def test_a_month_is_no_mayor(question: str, told: bool) -> None:
    assert (stem(fold("mayor")) in understand(question, AS_OF, NOBODY).offices) is told
