"""Whom a question names, against a name table: any form, case or clipping; ambiguity is kept."""

import pytest

from index.article import NameType
from index.engine import KnownName
from index.names import NameMatcher
from tests.work import count_calls


def known(name: str, articles: int = 1, kind: NameType = NameType.PERSON, *forms: str) -> KnownName:
    return KnownName(name=name, type=kind, forms=(name, *forms), articles=articles)


TABLE = (
    known("Ada Moreno", 9),
    known("Luis Moreno", 5),
    known("Élodie Brûlé", 4),
    known("Tom Rice", 4),
    known("Theresa May", 4),
    known("Kenneth W. Hill", 3),
    known("Ursula von der Leyen", 3),
    known("Nouri al-Maliki", 3),
    known("Ruth Madrid-Okafor", 3),
    known("Robert Casey Jr.", 3),
    known("Nelson", 2),
    known("Bill Nelson", 2),
    known("Was Asked To Visit", 1),
    known("Ann Lee December", 1),
    known("Department of Homeland Security", 3, NameType.ORGANISATION, "DHS"),
    known("the Fisheries Council", 3, NameType.ORGANISATION),
    known("Rice County", 2, NameType.PLACE),
    known("Washington", 2, NameType.PLACE),
)


def named(question: str) -> list[list[str]]:
    found = NameMatcher(TABLE).match(question)
    assert all(question[one.start : one.end] == one.text for one in found)
    return [[candidate.name for candidate in one.candidates] for one in found]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who met Ada Moreno?", [["Ada Moreno"]]),
        ("Who met A. Moreno?", [["Ada Moreno"]]),
        ("Who met Ms. Moreno?", [["Ada Moreno", "Luis Moreno"]]),
        ("when did sen. moreno travel", [["Ada Moreno", "Luis Moreno"]]),
        ("brule-ada moreno sept 2007: whose place?", [["Élodie Brûlé"], ["Ada Moreno"]]),
        ("What was Brûlé's aim?", [["Élodie Brûlé"]]),
        ("moreno/rice talks - when?", [["Ada Moreno", "Luis Moreno"], ["Tom Rice"]]),
        ("Did Ken Hill go?", [["Kenneth W. Hill"]]),
        ("Did Kenneth Hill go?", [["Kenneth W. Hill"]]),
        ("Did K.W. Hill go?", [["Kenneth W. Hill"]]),
        ("Whom did von der Leyen host?", [["Ursula von der Leyen"]]),
        ("Whom did Leyen host?", [["Ursula von der Leyen"]]),
        ("maliki and al-maliki", [["Nouri al-Maliki"], ["Nouri al-Maliki"]]),
        ("Where was Madrid-Okafor's talk?", [["Ruth Madrid-Okafor"]]),
        ("When did Senator Casey, Jr. speak?", [["Robert Casey Jr."]]),
        ("DID CASEY MEET BILL NELSON?", [["Robert Casey Jr."], ["Bill Nelson"]]),
        ("Did Nelson go?", [["Bill Nelson"]]),
        ("What did the DHS and the Fisheries Council say?", [[TABLE[14].name], ["the Fisheries Council"]]),
        ("fisheries council budget", [["the Fisheries Council"]]),
        ("", []),
        ("?!", []),
    ],
)
def test_a_question_names_people_and_groups_in_any_form(question: str, expected: list[list[str]]) -> None:
    assert named(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what is the price of rice?", []),
        ("why did rice meet moreno?", [["Tom Rice"], ["Ada Moreno", "Luis Moreno"]]),
        ("Where did Rice go?", [["Tom Rice"]]),
        ("What did growers say of rice in Asia?", []),
        ("Who went to Rice County?", [["Rice County"]]),
        ("Did May call Rice in May 2016?", [["Theresa May"], ["Tom Rice"]]),
        ("who met in may?", []),
        ("May we know who visited?", []),
        ("what did the hill say", []),
    ],
)
def test_a_word_that_is_a_surname_too_names_somebody_only_as_a_name(
    question: str, expected: list[list[str]]
) -> None:
    assert named(question) == expected


@pytest.mark.parametrize("question", ["Did Kenneth Moreno go?", "Was Nelson Mandela there?", "luis rice"])
def test_another_given_name_is_another_person(question: str) -> None:
    assert named(question) == []


def test_a_possessive_or_a_group_before_a_surname_is_no_given_name() -> None:
    assert named("Did Bill's friend meet Democrat Brûlé?") == [["Élodie Brûlé"]]


def test_what_a_parser_took_for_a_person_by_mistake_is_nobody() -> None:
    assert named("Was there a visit in December?") == []


def test_a_larger_table_of_names_is_no_more_work() -> None:
    question = (
        "When did Given5 Surname1002, Senator Surname77 and Surname9 last meet the council in June 2004?"
    )

    def calls(names: int) -> int:
        matcher = NameMatcher([known(f"Given{n % 997} Surname{n}", 1) for n in range(names)])
        matcher.match(question)
        return count_calls(lambda: matcher.match(question))

    assert calls(30_000) < 2 * calls(2_000)


def test_initials_alone_are_no_sign_that_names_have_capitals() -> None:
    assert named("did the VA hear from ada moreno?") == [["Ada Moreno"]]
    assert named("which VA guard heard moreno?") == named("which guard heard moreno?")
