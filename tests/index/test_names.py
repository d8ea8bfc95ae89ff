"""Names: who a shorter form means within an article."""

import pytest

from index.names import Cast
from index.names.words import is_shorter_form, name_words


def test_titles_case_and_possessives_do_not_count() -> None:
    assert name_words("Sen. MORENO's") == ("moreno",)
    assert name_words("the Secretary") == ("the", "secretary")


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Moreno", "Ada Moreno", True),
        ("A. Moreno", "Ada Moreno", True),
        ("Luis Moreno", "Ada Moreno", False),
        ("Ada", "Ada Moreno", False),
    ],
)
def test_a_shorter_form_ends_with_the_surname(short: str, full: str, expected: bool) -> None:
    assert is_shorter_form(short, full) is expected


def test_a_surname_two_people_share_is_left_as_it_is() -> None:
    cast = Cast("Senator Ada Moreno met Mr. Luis Moreno. Moreno left.", None)
    assert cast.resolve("Moreno") == "Moreno"
    assert cast.resolve("Sen. Ada Moreno") == "Ada Moreno"


def test_the_office_holder_is_found_in_the_article() -> None:
    cast = Cast("Sen. Ada Moreno today spoke.", "Office of Senator Moreno")
    assert cast.holder == "Ada Moreno"


def test_mentions_carry_the_fullest_form() -> None:
    body = "Judge Ruth Okafor arrived. Later Okafor left."
    found = Cast(body, None).mentions()
    assert [(one.text, one.name) for one in found] == [
        ("Ruth Okafor", "Ruth Okafor"),
        ("Okafor", "Ruth Okafor"),
    ]
    assert all(body[one.start : one.end] == one.text for one in found)
