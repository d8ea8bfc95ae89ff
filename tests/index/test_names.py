"""Names: who a shorter form means within an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.names import Cast
from index.names.cast import _find_person, _pattern_of, _places_of_words
from index.names.words import is_shorter_form, name_words


def test_titles_case_and_possessives_do_not_count() -> None:
    assert name_words("Sen. MORENO's") == ("moreno",)
    assert name_words("the Secretary") == ("the", "secretary")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Sen. Ann King", ("ann", "king")),
        ("Sen. King", ("king",)),
        ("Tom Prince, Jr.", ("tom", "prince")),
        ("King Olav", ("olav",)),
        ("the King", ("the", "king")),
        ("the Crown Prince", ("crown",)),
    ],
)
def test_a_title_may_be_a_surname(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


@pytest.mark.parametrize(
    ("told", "mentions"),
    [
        ("King left.", ["Ann King", "King"]),
        ("On Monday Sen. King and King Olav left.", ["Ann King", "King"]),
        ("The King of Norway left.", ["Ann King"]),
        ("The Norwegian King left.", ["Ann King"]),
    ],
)
def test_a_title_alone_names_the_person_who_bears_it(told: str, mentions: list[str]) -> None:
    cast = Cast(f"Sen. Ann King spoke. {told}", None)
    assert [one.text for one in cast.mentions() if one.name == "Ann King"] == mentions


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


@pytest.mark.parametrize(
    ("body", "short", "full"),
    [
        ("Prime Minister Nouri al-Maliki spoke.", "Maliki", "Nouri al-Maliki"),
        ("President Ursula von der Leyen spoke.", "von der Leyen", "Ursula von der Leyen"),
        ("Sen. Robert Casey Jr. spoke.", "Casey", "Robert Casey Jr."),
        ("Sen. Robert Casey, Jr. spoke.", "Sen. Casey", "Robert Casey, Jr."),
        ("Gov. Ada Moreno III spoke.", "Moreno", "Ada Moreno III"),
        ("Sens. Ada Moreno (R-ME), Ruth Okafor and Bo Lind spoke.", "Lind", "Bo Lind"),
        ("Senators Ada Moreno and Ruth Okafor spoke.", "Okafor", "Ruth Okafor"),
        ("Mr. Luis Moreno and Mrs. Ada Moreno came.", "Mrs. Moreno", "Ada Moreno"),
        ('Mayor Ada "Bo" Moreno spoke.', "Moreno", 'Ada "Bo" Moreno'),
        ("Mayor Ada (Bo) Moreno spoke.", "Ada Moreno", "Ada (Bo) Moreno"),
        ("Mr. Luis Moreno and Mrs. Ada Moreno came.", "Moreno", "Moreno"),
        ("Mr. Luis Moreno and Mrs. Ada Moreno came.", "Ms. Moreno", "Ms. Moreno"),
    ],
)
def test_a_short_form_means_whom_the_article_names_in_full(body: str, short: str, full: str) -> None:
    assert Cast(body, None).resolve(short) == full


def test_capitals_of_a_headline_name_the_same_person() -> None:
    body = "OKAFOR MEETS TEACHERS\n\nSen. Ruth Okafor met teachers."
    assert [(one.text, one.name) for one in Cast(body, None).mentions()] == [
        ("OKAFOR", "Ruth Okafor"),
        ("Ruth Okafor", "Ruth Okafor"),
    ]


def test_words_a_parser_took_for_a_person_are_nobody() -> None:
    assert Cast("", None, ["Was Asked To Visit", "Ruth Okafor"]).people == ("Ruth Okafor",)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The Department of Fisheries and Harbors (DFH) met.",
            {"DFH": "Department of Fisheries and Harbors"},
        ),
        ("the North Harbor Council (NHC), and the NHC", {"NHC": "North Harbor Council"}),
        ("Sen. Okafor (D-ME) and three others (all from Maine).", {}),
        ("the great harbor (TGX)", {}),
    ],
)
def test_letters_stand_for_the_words_before_them(body: str, expected: dict[str, str]) -> None:
    assert Cast(body, None).acronyms == expected


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


NAMES = st.lists(
    st.sampled_from(["Ana", "O'Neill", "’Abd", "Lee", "Lee-Ruiz", "Ruiz", "Jr.", "de"]), min_size=1
)


@given(
    NAMES.map(" ".join),
    st.lists(st.sampled_from(["Ana ", "O'Neill", "’Abd ", "ABD", "LEE", "Lee", "-", " "])),
)
def test_a_person_is_found_wherever_their_forms_stand(person: str, parts: list[str]) -> None:
    body = "".join(parts)
    expected = [match.span() for match in _pattern_of(person).finditer(body)]
    assert [match.span() for match in _find_person(person, body, _places_of_words(body))] == expected
