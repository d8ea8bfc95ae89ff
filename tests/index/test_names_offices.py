"""Offices: what articles say beside a name, who held them when, and governments by their capitals."""

from datetime import date

import pytest

from index.article import DateSpan, NameMention, NameType, Precision
from index.engine import KnownName, Office
from index.names import NameMatcher
from index.names.titles import find_titles


def titles(body: str, name: str) -> list[str]:
    start = body.index(name)
    mention = NameMention(start=start, end=start + len(name), text=name, name=name, type=NameType.PERSON)
    return [title for _, title in find_titles(body, [mention])]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Secretary of State Ada Moreno spoke.", ["Secretary of State"]),
        ("On Monday Norwegian Prime Minister Ada Moreno spoke.", ["Norwegian Prime Minister"]),
        ("He met Ada Moreno, the Norwegian prime minister, in Oslo.", ["Norwegian prime minister"]),
        ("Ada Moreno, president of the Harbor Board, spoke.", ["president of the Harbor Board"]),
        ("Sen. Ada Moreno spoke.", ["Sen."]),
        ("Since President Ada Moreno spoke", ["President"]),
        ("Homeland Security Secretary\nAda Moreno spoke.", ["Homeland Security Secretary"]),
        ("Former President Ada Moreno spoke.", []),
        ("The former Director Ada Moreno spoke.", []),
        ("Deputy Director Ada Moreno spoke.", ["Deputy Director"]),
        ("Ada Moreno, a teacher, met the director.", []),
        ("The president met Ada Moreno.", []),
    ],
)
def test_an_office_stands_beside_the_name(body: str, expected: list[str]) -> None:
    assert titles(body, "Ada Moreno") == expected


def held(title: str, first: int, last: int) -> Office:
    return Office(title=title, first=date(first, 1, 1), last=date(last, 12, 31), articles=3)


def person(name: str, articles: int, *offices: Office) -> KnownName:
    return KnownName(name=name, type=NameType.PERSON, forms=(name,), articles=articles, offices=offices)


def place(name: str) -> KnownName:
    return KnownName(name=name, type=NameType.PLACE, forms=(name,), articles=2)


TABLE = (
    person("Ada Moreno", 9, held("Secretary of State", 2005, 2008)),
    person("Tom Rice", 8, held("Secretary of State", 2001, 2004), held("Senator", 2009, 2012)),
    person("Rice", 7, held("Secretary of State", 2001, 2004)),
    person("Ann Rice", 7, held("Judge", 2001, 2004)),
    person("Li Wen", 5, held("Chinese President", 2002, 2012)),
    person("Bo Lind", 4, held("President", 2001, 2008)),
    person("Eva Dahl", 4, held("Deputy Director of the Harbor Board", 2001, 2008)),
    person("Per Holm", 4, held("Director of the Harbor Board", 2001, 2008)),
    place("Beijing"),
    place("Oslo"),
    place("Washington"),
)


def named(question: str, year: int | None = None) -> list[list[str]]:
    when = None
    if year is not None:
        when = DateSpan(first=date(year, 1, 1), last=date(year, 12, 31), precision=Precision.YEAR)
    found = NameMatcher(TABLE).match(question, when)
    return [[one.name for one in match.candidates] for match in found]


@pytest.mark.parametrize(
    ("question", "year", "expected"),
    [
        ("Whom did the secretary of state meet?", None, [["Ada Moreno", "Tom Rice"]]),
        ("Whom did the secretary of state meet?", 2006, [["Ada Moreno"]]),
        ("Whom did the secretary of state meet?", 2003, [["Tom Rice"]]),
        ("Whom did the secretary of state meet?", 2009, [["Ada Moreno"]]),
        ("Whom did the secretary of state meet?", 1990, []),
        ("did the Chinese president visit", None, [["Li Wen"]]),
        ("did China's president visit", None, [["Li Wen"]]),
        ("did the president of China visit", None, [["Li Wen"]]),
        ("did the president visit", None, [["Bo Lind"]]),
        ("who is the harbor board director?", None, [["Per Holm"]]),
        ("who is the harbor board's deputy director?", None, [["Eva Dahl"]]),
        ("what did the senator say", None, []),
        ("When did Judge Rice leave?", None, [["Ann Rice"]]),
        ("When did Sen. Rice leave?", None, [["Tom Rice"]]),
        ("When did Rice leave?", None, [["Ann Rice", "Tom Rice"]]),
    ],
)
def test_an_office_means_who_held_it(question: str, year: int | None, expected: list[list[str]]) -> None:
    assert [sorted(one) for one in named(question, year)] == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Did Washington meet Li Wen?", [["United States", "Washington"], ["Li Wen"]]),
        ("talks with Beijing", [["China", "Beijing"]]),
        ("What did the Chinese side want?", [["China"]]),
        ("What did the Norwegian government want?", [["Norway"]]),
        ("Who met in Beijing?", [["Beijing"]]),
        ("Who went to Oslo?", [["Oslo"]]),
    ],
)
def test_a_capital_that_acts_is_a_government(question: str, expected: list[list[str]]) -> None:
    assert named(question) == expected
    for match in NameMatcher(TABLE).match(question):
        if match.candidates[0].name in ("United States", "China", "Norway"):
            assert match.candidates[0].type is NameType.ORGANISATION
