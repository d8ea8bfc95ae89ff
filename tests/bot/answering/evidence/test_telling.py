"""What somebody promised, urged, won or saw stands in a sentence that tells such an act of theirs."""

import pytest

from bot.answering.answer import Answer, NoAnswer, Slot
from bot.answering.answerer import Answerer
from bot.answering.lexicon.acts import PROMISING, TELLING, URGING, acts_asked, acts_in, acts_of, doer_asked
from tests.bot.answering.conftest import BriefingsOpener
from tests.bot.answering.test_answerer import AS_OF

BRIEFINGS = {
    "pilots": (
        "On May 5, Senator Jon Webb and Senator Ada Sund met with Harbour Chairman Bo Falk in Ostby. "
        "In that meeting, Chairman Falk agreed to send one surveyor to each closed quay and to hear crews. "
        "The quays have stood empty since winter. "
        "Webb told Falk that the island would take the matter to the courts. "
        "The forum's focus was on the salvage of old quays."
    ),
    "keeper": (
        "Senator Jon Webb today met with Ivy Moe of Ramvik, the recipient of the Lantern Keepers Medal. "
        "Moe was in the capital to take part in the Northern Lights Congress. "
        "At the yard Webb viewed the only floating crane that the coast guard owns."
    ),
}


@pytest.fixture(scope="module")
def answerer(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "What did the harbour chairman promise Webb and Sund in May 2025?",
            "one surveyor to each closed quay",
        ),
        ("What did Webb tell Falk?", "to the courts"),
        ("What brought Ivy Moe to the capital when Webb met her?", "Northern Lights Congress"),
        ("What was the theme of the forum of Webb and Falk in Ostby?", "salvage of old quays"),
        ("What award had Ivy Moe won when Webb met her?", "Lantern Keepers Medal"),
        ("What piece of coast guard equipment did Webb see in the yard?", "floating crane"),
    ],
)
def test_the_act_asked_for_is_told_in_its_own_words(answerer: Answerer, question: str, told: str) -> None:
    answer = answerer.answer(question, as_of=AS_OF)
    assert isinstance(answer, Answer), answer.text
    assert told in answer.slots[Slot.WHY].text
    assert told in answer.citations[answer.slots[Slot.WHY].citation - 1].quote


@pytest.mark.parametrize(
    "question",
    [
        "What did Falk tell Webb?",
        "What did Ada Sund tell Falk?",
        "What did Webb promise Ivy Moe?",
        "What award had Bo Falk won when Webb met him?",
        "What did Falk ask Webb for?",
        "What crane did Falk win?",
    ],
)
def test_what_another_said_is_no_answer(answerer: Answerer, question: str) -> None:
    assert isinstance(answerer.answer(question, as_of=AS_OF), NoAnswer)


def test_an_act_is_asked_for_in_the_main_clause_alone() -> None:
    assert acts_asked("What did Webb promise when he told Falk of it?") == {PROMISING}
    assert doer_asked("What did the harbour chairman promise Webb?") == {"harbour", "chief"}
    assert doer_asked("What did he promise Webb?") == frozenset()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Falk pledged two boats.", "pledged two boats."),
        ("Webb said that Falk had pledged two boats.", "pledged two boats."),
        ("Two boats were pledged by others.", None),
    ],
)
def test_an_act_is_told_from_its_verb_on(text: str, told: str | None) -> None:
    assert acts_of(text, frozenset({PROMISING}), frozenset({"falk"})) == told


def test_who_is_named_right_before_an_act_does_it() -> None:
    text = "At the hearing with Falk, Webb told of it."
    assert acts_of(text, frozenset({TELLING, URGING}), frozenset({"falk"}), frozenset({"webb"})) is None


def test_who_testified_tells_nothing_but_what_they_testified() -> None:
    assert TELLING in acts_in("Lind testified before the Harbour Committee that the tides are rising.")
    assert TELLING in acts_in("What did Lind testify at the hearing?")
    assert TELLING not in acts_in("Those who testified at the hearing were pilots.")
