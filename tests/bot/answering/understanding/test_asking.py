"""Which slots questions ask for, however they are put, and by which words they know what they ask for."""

import pytest

from bot.answering.answer import Slot
from bot.answering.lexicon.words import fold, stem
from bot.answering.understanding.asking import read_asking


@pytest.mark.parametrize(
    ("question", "slots"),
    [
        ("Who met the envoy, when and where?", (Slot.WHO, Slot.WHEN, Slot.WHERE)),
        ("Which school did the minister tour?", (Slot.WHERE,)),
        ("Which school director met the minister?", (Slot.WHO,)),
        ("Whose office hosted the talks?", (Slot.WHERE,)),
        ("Which refugee camp for islanders did Lind tour?", (Slot.WHERE,)),
        ("lind herring lunch 2005 - on which campus?", (Slot.WHERE,)),
        ("At which bank did Lind speak?", (Slot.WHERE,)),
        ("In which month and in which city did Lind see Okoro?", (Slot.WHEN, Slot.WHERE)),
        ("In what capacity did Lind attend?", (Slot.WHO,)),
        ("Which head of state did Lind see?", (Slot.WHO,)),
        ("Governors of which states were there?", (Slot.WHO,)),
        ("Which university was a party to the deal?", (Slot.WHO,)),
        ("Which University of Ostby dean was with Lind?", (Slot.WHO,)),
        ("Which island envoy joined Bill Lind at the camp?", (Slot.WHO,)),
        ("Name the project managers who met Lind.", (Slot.WHO,)),
        ("Which report did Lind take up with the mayor?", (Slot.WHY,)),
        ("At which mayor's office did Lind speak?", (Slot.WHERE,)),
        ("Which base-closing chief saw Lind?", (Slot.WHO,)),
        ("lind okoro cod talks - date?", (Slot.WHEN,)),
        ("cod talks in ostby - date held?", (Slot.WHEN,)),
        ("What is the new date of the visit?", (Slot.WHEN,)),
        ("Date of Sen. Lind's meeting with Okoro?", (Slot.WHEN,)),
        ("Venue for the cod talks", (Slot.WHERE,)),
        ("participants in the cod talks", (Slot.WHO,)),
        ("What was on the table when Lind saw Okoro?", (Slot.WHY,)),
        ("Name a topic Lind took up with the union.", (Slot.WHY,)),
        ("What is the name of the envoy Lind met?", (Slot.WHO,)),
        ("What did Lind tell Okoro?", (Slot.WHAT,)),
        ("What award had Moe won when Lind met her?", (Slot.WHY,)),
        ("What prompted Lind to ring Okoro?", (Slot.WHY,)),
        ("What brought the family of the late pilot to Ostby?", (Slot.WHY,)),
        ("Which piece of clothing did Lind see?", (Slot.WHY,)),
        ("Which ferry came up when Lind met Okoro?", (Slot.WHY,)),
        ("Which tax did Lind bring up with Okoro?", (Slot.WHY,)),
        ("Which senators did Lind mention to Okoro?", (Slot.WHO,)),
        ("What retired officials did Lind meet?", (Slot.WHO,)),
        ("What did Okoro answer when Lind rang him?", (Slot.WHAT,)),
        ("What harbour officials did Lind meet?", (Slot.WHO,)),
        ("What fishing club joined Lind?", (Slot.WHO,)),
        ("By 4 May, had Lind already met Okoro?", (Slot.WHETHER,)),
        ("By May had Lind already met Okoro?", (Slot.WHETHER,)),
        ("At the fair did Lind sign it?", (Slot.WHETHER,)),
        ("By what day had Lind met Okoro?", (Slot.WHEN,)),
        ("By May had Lind said who would go?", (Slot.WHO,)),
        ("Which harbour did Lind and Okoro talk about?", (Slot.WHY,)),
        ("What research centre did Lind discuss with Okoro?", (Slot.WHY,)),
        ("In which harbour did Lind and Okoro talk about cod?", (Slot.WHERE,)),
        ("Which harbour did Lind and Okoro discuss cod in?", (Slot.WHERE,)),
        ("When Lind wrote to him, had Okoro already left?", (Slot.WHETHER,)),
        ("According to Lind, did Okoro attend?", (Slot.WHETHER,)),
        ("After meeting Lind, did Okoro sign?", (Slot.WHETHER,)),
        ("What was the point of the meeting with the men whose boats sank?", (Slot.WHY,)),
    ],
)
def test_the_slots_asked_for(question: str, slots: tuple[Slot, ...]) -> None:
    assert read_asking(question).slots == slots


def test_those_asked_for_are_known_by_the_words_before_the_verb() -> None:
    asking = read_asking("Which two harbour officials did Lind meet besides Okoro?")
    assert asking.named
    assert asking.sought.several
    assert stem(fold("harbour")) in asking.sought.said
    assert asking.apart == {"okoro"}


def test_what_somebody_did_describes_nobody() -> None:
    asking = read_asking("Which member of the House helped Lind open the fair?")
    assert stem(fold("helped")) not in asking.sought.said
    assert stem(fold("wounded")) in read_asking("Which two wounded Ostby pilots met Lind?").sought.said


@pytest.mark.parametrize(
    ("question", "count"), [("Which three pilots met Lind?", 3), ("Which number two met Lind?", 1)]
)
def test_how_many_are_asked_for(question: str, count: int) -> None:
    assert read_asking(question).sought.count == count


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("Name the mayor and the sheriff who met Lind.", "mayor", "sheriff"),
        ("Who were the island mayor and the captain that met Lind?", "mayor", "captain"),
        ("Name the president and chief executive of Gull Boats.", "executive", ""),
    ],
)
def test_two_are_asked_for_each_by_a_noun(question: str, first: str, second: str) -> None:
    asking = read_asking(question)
    assert (asking.sought.noun, asking.also.noun) == (first, second)


@pytest.mark.parametrize(
    ("question", "group"),
    [
        ("Which base's officials did Lind see?", True),
        ("Officials from which county briefed Lind?", True),
        ("Who was the head of the council?", False),
    ],
)
def test_a_body_is_told_from_its_people(question: str, group: bool) -> None:
    assert read_asking(question).sought.group is group


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("What award had Moe won?", {"award"}),
        ("What prompted Lind to ring Okoro?", set()),
        ("What issue did Lind raise?", set()),
        ("What mayor did Lind meet?", set()),
        ("What did Lind want?", set()),
    ],
)
def test_a_thing_asked_for_is_no_matter_of_a_meeting(question: str, thing: set[str]) -> None:
    assert read_asking(question).thing == thing
