"""The name table: what is one name, and what is kept apart."""

from index.article import NameType
from index.names.table import NameRow, make_table


def rows(*names: str, kind: NameType = NameType.PERSON) -> list[NameRow]:
    return [NameRow(name=name, type=kind, article=number, form=name) for number, name in enumerate(names)]


def table(*names: str, kind: NameType = NameType.PERSON) -> list[tuple[str, int]]:
    return [(one.name, one.articles) for one in make_table(rows(*names, kind=kind))]


def test_articles_count_not_mentions() -> None:
    twice = [
        NameRow(name="Ada Moreno", type=NameType.PERSON, article=1, form=form) for form in ("Moreno", "Ada")
    ]
    known = make_table(
        [*twice, NameRow(name="Ada Moreno", type=NameType.PERSON, article=2, form="Sen. Moreno")]
    )
    assert [(one.name, one.articles) for one in known] == [("Ada Moreno", 2)]
    assert known[0].forms == ("Ada", "Ada Moreno", "Moreno", "Sen. Moreno")


def test_case_and_spacing_make_no_other_name() -> None:
    assert table(
        "Fisheries  Council", "Fisheries Council", "FISHERIES COUNCIL", kind=NameType.ORGANISATION
    ) == [("Fisheries  Council", 3)]


def test_a_middle_name_left_out_makes_no_other_person() -> None:
    assert table("Ada B. Moreno", "Ada Moreno", "Ada Moreno") == [("Ada Moreno", 3)]


def test_somebody_who_may_be_either_of_two_is_kept_apart() -> None:
    assert sorted(table("Ada B. Moreno", "Ada Carla Moreno", "Ada Moreno", "Ada C. Moreno")) == [
        ("Ada B. Moreno", 1),
        ("Ada Carla Moreno", 2),
        ("Ada Moreno", 1),
    ]


def test_first_names_and_titles_tell_people_apart() -> None:
    assert table("Ada Moreno", "Luis Moreno", "Moreno") == [
        ("Ada Moreno", 1),
        ("Luis Moreno", 1),
        ("Moreno", 1),
    ]
