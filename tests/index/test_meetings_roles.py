"""Offices and whom they are held for, read from the words around a name."""

import pytest

from index.meetings.lexicon.nations import nation_of
from index.meetings.participants.roles import Office, read_office_before, split_office


@pytest.mark.parametrize(
    ("words", "role", "affiliation"),
    [
        ("She met Chinese Foreign Minister ", "foreign minister", "China"),
        ("He met Secretary of State ", "secretary of state", None),
        (
            "with South Korean Ambassador to the United States ",
            "ambassador to the United States",
            "South Korea",
        ),
        ("Lt. Gen. ", "lieutenant general", None),
        ("with Sen. ", "senator", None),
        ("and DHS Secretary ", "secretary", "DHS"),
        ("Harbour Authority Director ", "director", "Harbour Authority"),
        ("President of Bergen College ", "president", "Bergen College"),
        ("Secretary of State Tom Berg and Foreign Minister ", "foreign minister", None),
        ("Secretary of Trade and General Affairs ", "secretary of trade and general affairs", None),
        ("met with ", None, None),
        ("The mayor said that ", None, None),
    ],
)
def test_office_before_a_name(words: str, role: str | None, affiliation: str | None) -> None:
    found = read_office_before(words + "Ada Moreno", len(words), 0)
    assert found == Office(role=role, affiliation=affiliation)


def test_an_office_of_the_sentence_before_is_not_read() -> None:
    body = "They thanked the President. Ada Moreno left."
    assert read_office_before(body, body.index("Ada"), body.index("Ada")) == Office()


@pytest.mark.parametrize(
    ("words", "role", "affiliation"),
    [
        ("head of the Port of Bergen", "head", "Port of Bergen"),
        ("chief of staff of the Air Force", "chief of staff", "Air Force"),
        ("the founder", "founder", None),
    ],
)
def test_apposition_is_parted(words: str, role: str, affiliation: str | None) -> None:
    assert split_office(words) == Office(role=role, affiliation=affiliation)


@pytest.mark.parametrize(
    ("words", "nation"),
    [("South Korean", "South Korea"), ("U.S.", "United States"), ("Senior Chinese", None)],
)
def test_nations(words: str, nation: str | None) -> None:
    assert nation_of(words) == nation
