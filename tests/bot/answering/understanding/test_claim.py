"""What a question claims, without what only says when it was."""

import pytest

from bot.answering.slots.proving import is_encounter
from bot.answering.understanding.claim import claim_in


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Did Lind sign the charter when they met?", "Lind sign the charter"),
        ("After the talks in Ostby, had Webb decided to vote for it?", "Webb decided to vote for it"),
        ("Lind's trip to the quarry: was it her first?", "it her first"),
        ("Webb and Falk at the mill - could reporters sit in?", "reporters sit in"),
        ("Did Falk assure Lind during her visit that it was safe?", "Falk assure Lind that it was safe"),
        ("Had Lind been to Ostby before?", "Lind been to Ostby before"),
    ],
)
def test_the_claim_is_what_stands_behind_the_verb(question: str, claim: str) -> None:
    assert claim_in(question) == claim


@pytest.mark.parametrize(
    ("question", "met"),
    [
        ("Did Webb meet Falk?", True),
        ("Was Webb in Ostby when Falk toured the dam?", True),
        ("did lind fly over to the islands herself?", True),
        ("Did Webb sign the charter when he met Falk?", False),
        ("Did Falk promise to come to Ostby?", False),
        ("Was Webb happy with how the talks went?", False),
        ("Did the dam come up when Webb saw Falk?", False),
    ],
)
def test_an_act_of_its_own_is_no_mere_encounter(question: str, met: bool) -> None:
    assert is_encounter(question) is met
