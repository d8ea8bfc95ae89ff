"""People of the meetings: forms brought together, found by words, offered by beginnings, in no time."""

import random
from datetime import date

import pytest

from bot.occasions.people import People, UnclearName, only_one
from bot.occasions.shelf import OccasionLibrary
from index.engine import EVERYTHING, Filters
from index.occasions import link_occasions
from tests.bot.fakes import ArticlesEngine
from tests.bot.telling import tell
from tests.work import count_calls

RECORDS = [
    tell("a", "Ana Lobo", "officials of the port of Riga", first=date(2030, 1, 1)),
    tell("b", "Lobo", "José Muñoz", first=date(2030, 2, 1), collection="north"),
    tell("c", "Eva Brandt", "Ana Lobo", first=date(2030, 3, 1)),
    tell("d", "Jon Brandt", "Brandt", first=date(2030, 4, 1)),
]
PEOPLE = People(link_occasions(RECORDS))


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("lobo", ["Ana Lobo"]),
        ("Chancellor A. Lobo", ["Ana Lobo"]),
        ("jose munoz", ["José Muñoz"]),
        ("riga port", ["officials of the port of Riga"]),
        ("Eva Brandt", ["Eva Brandt"]),
        ("Nobody", []),
        ("", []),
    ],
)
def test_a_name_means_whom_it_can(wanted: str, names: list[str]) -> None:
    assert [one.name for one in PEOPLE.called(wanted)] == names


def test_a_surname_of_two_is_asked_back_and_a_shorter_form_counts_with_its_only_meaning() -> None:
    assert [len(one.occasions) for one in PEOPLE.called("lobo")] == [3]
    with pytest.raises(UnclearName, match=r"Eva Brandt \(1\) or Jon Brandt"):
        only_one(People(link_occasions([RECORDS[2], tell("e", "Jon Brandt")])), "Brandt")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("lo", ["Ana Lobo"]),
        ("AN", ["Ana Lobo"]),
        ("mun jos", ["José Muñoz"]),
        ("brandt e", ["Eva Brandt"]),
        ("x", []),
    ],
)
def test_choices_begin_as_one_writes(written: str, names: list[str]) -> None:
    assert list(PEOPLE.suggest(written, most=25)) == names


def test_nothing_written_offers_those_of_most_meetings() -> None:
    assert PEOPLE.suggest("", most=1) == ("Ana Lobo",)


def test_choices_are_no_more_work_than_the_names_are_many() -> None:
    chance = random.Random(2)
    syllables = ["ba", "ko", "li", "mo", "ne", "ra", "su", "ti"]

    def word() -> str:
        return "".join(chance.choice(syllables) for _ in range(4)).capitalize()

    def calls(names: int, written: str) -> int:
        people = People(link_occasions([tell(f"n{n}", f"{word()} {word()}", word()) for n in range(names)]))
        return count_calls(lambda: people.suggest(written, most=25))

    for written in ("", "b", "ba", "b k", "bako l", "zzz"):
        assert calls(2000, written) < 6 * calls(500, written)


def test_a_shelf_is_kept_until_the_index_changes_and_holds_nothing_out_of_scope() -> None:
    library = OccasionLibrary()
    engine = ArticlesEngine([one.article for one in RECORDS], RECORDS)
    with engine.snapshot() as snapshot:
        assert library.at_hand() is None
        everything = library.open(snapshot)
        assert library.open(snapshot) is everything
        assert library.at_hand(EVERYTHING) is everything
        north = library.open(snapshot, Filters(collections=frozenset({"north"})))
    assert [one.id for one in north.occasions] == ["b/1"]
    assert north.sources == ("The b",)
    assert {one.name for one in north.people.all} == {"Lobo", "José Muñoz"}
    fewer = ArticlesEngine([RECORDS[0].article], RECORDS[:1])
    with fewer.snapshot() as snapshot:
        assert len(library.open(snapshot).occasions) == 1


def test_a_name_in_full_chooses_between_two_that_differ_by_an_accent() -> None:
    people = People(link_occasions([tell("x", "Lena Sa", "Ana Lobo"), tell("y", "Léna Sa", "Piet Vos")]))
    assert {one.name for one in people.called("lena sa")} == {"Lena Sa", "Léna Sa"}
    for name in ("Lena Sa", "Léna Sa"):
        someone = only_one(people, name)
        assert someone is not None
        assert someone.name == name
