"""Names: who a shorter form means, and whom a question names."""

import pytest

from index.article import Extraction, NameMention, NameType
from index.engine import KnownName
from index.names import Cast, match_names, merge_names
from index.names.words import is_shorter_form, name_words


def known(name: str, articles: int = 1, kind: NameType = NameType.PERSON) -> KnownName:
    return KnownName(name=name, type=kind, forms=(name,), articles=articles)


PEOPLE = (known("Ada Moreno", 5), known("Luis Moreno", 3), known("Élodie Brûlé", 2), known("Tom Rice"))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who met Ada Moreno?", [["Ada Moreno"]]),
        ("when did sen. moreno travel", [["Ada Moreno", "Luis Moreno"]]),
        ("brule-ada moreno sept 2007: whose place?", [["Élodie Brûlé"], ["Ada Moreno"]]),
        ("What was Brûlé's aim?", [["Élodie Brûlé"]]),
        ("what is the price of rice?", []),
        ("Where did Rice go?", [["Tom Rice"]]),
    ],
)
def test_a_question_names_people_in_any_form(question: str, expected: list[list[str]]) -> None:
    found = match_names(question, PEOPLE)
    assert [[one.name for one in match.candidates] for match in found] == expected
    assert all(question[match.start : match.end] == match.text for match in found)


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


def test_the_name_table_counts_articles_not_mentions() -> None:
    def mention(text: str) -> NameMention:
        return NameMention(start=0, end=len(text), text=text, name="Ada Moreno", type=NameType.PERSON)

    twice = Extraction(names=(mention("Moreno"), mention("Ada Moreno")))
    table = merge_names([twice, Extraction(names=(mention("Sen. Moreno"),))])
    assert [(one.name, one.articles) for one in table] == [("Ada Moreno", 2)]
    assert table[0].forms == ("Ada Moreno", "Moreno", "Sen. Moreno")
