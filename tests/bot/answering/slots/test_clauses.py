"""People, places and purposes in single sentences: the whole phrase, and nothing that only looks like one."""

import pytest

from bot.answering.evidence.places import is_fresh, places_in
from bot.answering.lexicon.place_kinds import asked_kind, fits_kind
from bot.answering.lexicon.words import fold, folded_words, stem
from bot.answering.slots.people import is_new, names_in
from bot.answering.slots.purposes import (
    cause_in,
    front_purpose_in,
    listed_matters_in,
    matter_in,
    named_purpose_in,
    noun_asked,
    purpose_in,
    told_of_noun,
    trimmed,
)
from bot.answering.slots.sides import sides_in
from bot.answering.understanding.leading import leader_in, leading_asked
from bot.answering.understanding.vocabulary import vocabulary_of

NOBODY = vocabulary_of(())


def people_in(sentence: str) -> list[str]:
    return [one.text for one in names_in(sentence, NOBODY) if one.person]


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        (
            "Lind met Port Authority Commissioner Bo Falk and Ivy Marine College President Ida Moe.",
            ["Bo Falk", "Ida Moe"],
        ),
        ("She met the Committee on Fisheries at the National Center for Sea Research.", []),
        ('The prints hang in the "Distant Harbours" show.', []),
        ("* Jon Webb, incoming chair of the Harbour Council", ["Jon Webb"]),
    ],
)
def test_people_are_told_from_bodies_and_titles(sentence: str, people: list[str]) -> None:
    assert people_in(sentence) == people


def test_a_name_is_described_by_its_title_and_by_what_follows_it() -> None:
    (name,) = names_in("with Jon Webb, chair of the harbour council, and", NOBODY)
    assert {stem(fold("chair")), stem(fold("harbour"))} <= name.described


def test_a_person_known_by_surname_is_not_new() -> None:
    (name,) = names_in("Foreign Minister Anna Lind", NOBODY)
    assert not is_new(name, folded_words("Who did Lind meet?"))
    assert is_new(name, folded_words("Who did Okoro meet?"))


@pytest.mark.parametrize(
    ("sentence", "names", "side"),
    [
        ("Lind met with dockers and pilots in Bergen.", "lind", "dockers and pilots"),
        ("Lind was briefed by Eddy Bay officials on Friday.", "lind", "Eddy Bay officials"),
        ("Dockers met with Lind on Friday.", "lind", "Dockers"),
    ],
)
def test_the_side_that_the_question_does_not_name(sentence: str, names: str, side: str) -> None:
    assert side in list(sides_in(sentence, frozenset([names])))


@pytest.mark.parametrize(
    ("question", "sentence", "leader"),
    [
        ("Who led the team?", "The team, headed by Anna Lind, left.", "Anna Lind"),
        ("Which minister chaired it?", "Falk headed up the meeting.", "Falk"),
        ("Who put on the pilots' dinner?", "The dinner was hosted by the Ferry Union.", "the Ferry Union"),
        ("Who hosted it?", "Falk headed up the meeting.", None),
        (
            "Who led it?",
            "Lind was led on the tour by Port President Dr. Ida Moe.",
            "Port President Dr. Ida Moe",
        ),
        ("Who showed Lind round the port?", "A tour of the port was led by Ida Moe, the pilot.", "Ida Moe"),
        ("Who gave Lind a tour of the port?", "Lind was guided through the port by Ida Moe.", "Ida Moe"),
        ("Who walked Lind through the port?", "Ida Moe gave Lind a brief tour.", "Ida Moe"),
        ("Who walked Lind through the port?", "Ida Moe showed Lind a letter.", None),
        ("Who led the talks through the night?", "The talks were led by Ida Moe.", "Ida Moe"),
        ("Who is to lead it?", "Senator Bo Falk is leading the trip, with Ada Sund.", "Senator Bo Falk"),
        ("Who hosted it?", "Lind opened a briefing hosted by the Pilots Union to act.", "the Pilots Union"),
    ],
)
def test_who_leads_is_another_than_who_hosts(question: str, sentence: str, leader: str | None) -> None:
    act = leading_asked(question)
    assert act is not None
    assert leader_in(sentence, act) == leader


def test_the_chair_of_a_council_leads_nothing_by_that_word() -> None:
    assert leading_asked("Which harbour council chair joined Lind?") is None


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("They met in Bergen on Tuesday.", "Bergen"),
        (
            "They met at the Bergen Office of the Pilot Service today.",
            "the Bergen Office of the Pilot Service",
        ),
        ("She met him in her Oslo, D.C. office.", "her Oslo, D.C. office"),
        ("She travelled to Tromso to see the fleet.", "Tromso"),
        ("They met in person at Spar House, the old mint.", "Spar House"),
    ],
)
def test_places_are_whole(sentence: str, place: str) -> None:
    assert next(places_in(sentence)) == place


@pytest.mark.parametrize(
    "sentence",
    ["They met in March.", "She met Youth in Action award winners.", "He serves in the Coast Guard."],
)
def test_what_is_no_place(sentence: str) -> None:
    assert list(places_in(sentence)) == []


def test_the_kind_of_place_asked_for() -> None:
    assert asked_kind("Which school did Lind tour?") == "school"
    assert fits_kind("Which school did Lind tour?", "Bergen Marine Academy")
    assert not fits_kind("Which city did Lind visit?", "the harbour office")
    assert not is_fresh("Bergen", "Where in Bergen did they meet?")


def test_purposes_matters_and_causes() -> None:
    assert purpose_in("Lind met Okoro to discuss cod, Lind said today.") == "to discuss cod"
    assert purpose_in("Lind is scheduled to meet Okoro about cod.") == "about cod"
    assert matter_in("They also raised the closing of the yard.") == "raised the closing of the yard"
    assert cause_in("The visit was put off because the strait froze.") == "because the strait froze"
    assert purpose_in("Lind met Okoro.") is None
    assert purpose_in("Lind met Okoro for about two hours.", loose=True) is None
    assert matter_in("The talks about an hour ago.") is None
    assert matter_in("Lind shares the concerns that they discussed with her.") is None
    assert purpose_in("Lind spoke at the Sea Summit for Young Sailors.") is None
    assert (
        purpose_in("Lind spoke at the fair addressing the price of salt.") == "addressing the price of salt"
    )
    assert (
        purpose_in("Lind flies to Oslo for the sole purpose of saving cod, and will meet Moe there.", 60)
        == "for the sole purpose of saving cod, and will meet Moe there"
    )
    assert purpose_in("Lind listened to the was and is of it.") is None


@pytest.mark.parametrize(
    ("sentence", "matters"),
    [
        ("Among the topics discussed were cod quotas and tides.", "cod quotas and tides"),
        ("The issues they raised ranged from salt to sails.", "salt to sails"),
        ("Also on the agenda were the yard and its rent.", "the yard and its rent"),
        ("The subject was the herring war.", "the herring war"),
        ("Their conversation covered nets and tolls.", "nets and tolls"),
        ("The call dealt mainly with mending the pier.", "mending the pier"),
        ("The issues were many.", None),
        ("The delegation included Bo Falk and Ada Sund.", None),
        ("The call included Bo Falk and Ada Sund.", None),
    ],
)
def test_what_was_talked_about_may_be_listed(sentence: str, matters: str | None) -> None:
    assert listed_matters_in(sentence) == matters


def test_a_side_goes_on_behind_an_abbreviation() -> None:
    (side,) = sides_in("Lind today toured the yards with U.S. Envoy Bo Falk.", frozenset({"lind"}))
    assert "Bo Falk" in side


def test_nobody_is_met_by_meeting_a_standard() -> None:
    assert not list(sides_in("Small ports attempt to meet the new safety standard.", frozenset({"lind"})))
    assert not list(sides_in('Lind received the "Friend of Gulls" award from them.', frozenset({"lind"})))


def test_a_nickname_in_quotes_is_part_of_a_name() -> None:
    assert people_in('Lind met Islar "Bek" Tolmin, an exchange student.')[-1] == 'Islar "Bek" Tolmin'


def test_what_follows_another_statement_is_no_purpose_of_the_meeting() -> None:
    sentence = "Lind, while meeting with owners on Monday, announced a bill to lower the duty."
    assert purpose_in(sentence, sentence.index("meeting") + 7) is None


def test_a_room_is_told_with_its_number() -> None:
    assert (
        next(places_in("They will meet in room 419 of the Customs House.")) == "room 419 of the Customs House"
    )


PANEL = "Senators Bo Falk (R-Ohio), chairman of the panel, Ada Sund, and Tor Moe (D-W.Va.) came."


def described(sentence: str, name: str) -> frozenset[str]:
    return next(one.described for one in names_in(sentence, NOBODY) if one.text == name)


@pytest.mark.parametrize(
    ("sentence", "name", "bears"),
    [
        ("Lind met Bo Falk and Ada Sund, Tern County Commissioners.", "Bo Falk", "commissioners"),
        (PANEL, "Tor Moe", "senators"),
        (PANEL, "Tor Moe", "virginia"),
        ("Joined by former Secretary of Health and Human Services Bo Falk, Lind left.", "Bo Falk", "former"),
        ("Lind visited with clerk Ada Sund of Ostby, who was chosen.", "Ada Sund", "ostby"),
    ],
)
def test_a_name_in_a_list_bears_what_the_list_is_called(sentence: str, name: str, bears: str) -> None:
    assert stem(fold(bears)) in described(sentence, name)


def test_what_follows_a_name_as_another_group_is_not_said_of_it() -> None:
    sentence = "Lind met Premier Bo Falk, and harbour officials such as the pilots."
    assert stem("harbour") not in described(sentence, "Bo Falk")
    sentence = "Lind wrote to Bo Falk, asking the pilots to stay."
    assert stem("pilot") not in described(sentence, "Bo Falk")


@pytest.mark.parametrize(
    ("sentence", "purpose"),
    [
        ("To hear more crews, Senator Lind moved the talks to Ostby.", "To hear more crews"),
        ("To Lind, the talks were late.", None),
        ("Lind went to Ostby, to hear the crews.", None),
    ],
)
def test_a_purpose_may_stand_before_the_main_clause(sentence: str, purpose: str | None) -> None:
    assert front_purpose_in(sentence) == purpose


@pytest.mark.parametrize(
    ("sentence", "purpose"),
    [
        ("The forum was an opportunity to discuss the herring.", "was an opportunity to discuss the herring"),
        (
            "The goal of the evenings, like this one, is to enrol sailors.",
            "goal of the evenings, like this one, is to enrol sailors",
        ),
        ("The forum was late.", None),
    ],
)
def test_a_purpose_may_be_called_so(sentence: str, purpose: str | None) -> None:
    assert named_purpose_in(sentence) == purpose


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("to earn", None),
        ("harbour's.", None),
        ("and the seals of the bay", None),
        ("about 40 rowers of the club", None),
        ("on quays When: Friday Where: Ostby", "on quays"),
        ("to hear rowers", "to hear rowers"),
    ],
)
def test_a_purpose_is_a_whole_clause(words: str, whole: str | None) -> None:
    assert trimmed(words) == whole


def test_what_somebody_was_chosen_to_do_is_no_purpose() -> None:
    assert (
        purpose_in("Lind met Moe, who was chosen to light the lamp, to thank her for it.", 8)
        == "to thank her for it"
    )


@pytest.mark.parametrize(
    ("sentence", "matters"),
    [
        ("They came to speak with me about such vital subjects as eels, rope and tar.", "eels, rope and tar"),
        ("They discussed issues such as eels and tar.", "eels and tar"),
        ("Lind raised several matters, including the price of rope.", "the price of rope"),
        ('"They spoke of such matters as eels and tar," said Lind.', "eels and tar"),
        ("Such matters as eels are dear to him.", None),
    ],
)
def test_what_was_talked_about_is_listed_by_example(sentence: str, matters: str | None) -> None:
    assert listed_matters_in(sentence) == matters


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("What was the Falk couple's advice to Lind when they met?", "advice"),
        ("What was Lind's first demand?", "demand"),
        ("What was her answer to the pilots?", "answer"),
        ("What was the purpose of the talks?", None),
        ("What was the date of the talks?", None),
        ("What did Lind give Falk as advice?", None),
    ],
)
def test_the_noun_of_which_it_is_asked_what_it_was(question: str, noun: str | None) -> None:
    assert noun_asked(question) == noun


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Their advice to Lind was to keep the old boats.", "to keep the old boats"),
        ("Falk's main advice was that the tide waits for nobody.", "that the tide waits for nobody"),
        ("Lind will take their advice, and she was glad of it.", None),
    ],
)
def test_what_somebodys_advice_was(sentence: str, told: str | None) -> None:
    assert told_of_noun(sentence, "advice") == told


def test_an_adjective_behind_to_opens_no_purpose() -> None:
    assert purpose_in("Lind met Falk on moving cases to federal courts and rural banks.") is None
    assert purpose_in("Lind met Falk to heal the rift.") == "to heal the rift"
