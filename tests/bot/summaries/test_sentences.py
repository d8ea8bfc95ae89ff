"""A sentence is quoted only where it can be understood alone."""

from datetime import date

import pytest

from bot.summaries.sentences import opening_of, read_candidates, stands_alone
from tests.bot.summaries.conftest import article


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ilse Brandt met the ferry operators in Ostrava on Tuesday to settle the dispute.",
        "The senator from Ohio (R-ME) said that US ferries would sail again by the end of March.",
        "“The ferries sail again on Monday,” Brandt told reporters in the harbour of Ostrava.",
        "Brandt said that she would meet the operators once more before the end of the week.",
        "Title I of the act pays for twelve new ferries on the upper river from next year on.",
    ],
)
def test_what_names_its_people_stands_alone(sentence: str) -> None:
    assert stands_alone(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "He also said that the ferries would sail again on the upper river by Monday.",
        "This would be the first meeting of the two governments for more than ten years.",
        "But the operators of the ferries refused to sign the paper that was put before them.",
        "Brandt also met the mayor of Ostrava and the captains of the seven river ferries.",
        "As a result, the ferries between Ostrava and the islands stay in harbour until Monday.",
        "The two agreed to meet again in Ostrava once the ferries have been inspected by experts.",
        "Today's talks in Ostrava were the third of the kind since the ferries stopped sailing.",
        "We have told Ostrava and the operators that the ferries must sail again by Monday.",
        "“We have waited long enough for the ferries, and the islands have waited with us all.”",
        "“The ferries will sail again on Monday, and the islands will have their post and bread.",
        "After the operators left the room, he told reporters that Ostrava had made its last offer.",
        "For more on the ferries of Ostrava call the press office of the harbour on weekdays.",
        "BRANDT MEETS THE OPERATORS OF THE FERRIES IN OSTRAVA FOR A THIRD TIME.",
        "* 225,000 crowns for the ferry operators of Ostrava and of the islands in the river.",
        "Brandt met the operators of the ferries in Ostrava",
        "Brandt met them.",
    ],
)
def test_what_leans_on_another_does_not(sentence: str) -> None:
    assert not stands_alone(sentence)


def test_a_statement_is_quoted_after_the_words_that_say_whose_it_is() -> None:
    body = (
        "Minister Ilse Brandt issued the following statement on the ferries today:\n\n"
        "I am glad that the operators and the harbour of Ostrava have found an agreement.\n"
        "It was high time for the islands and for all who live on them."
    )
    introduction, statement = read_candidates(article("a", body, date(2024, 1, 2)))
    assert statement.introduction == introduction
    assert statement.quote.text.startswith("I am glad")


def test_every_candidate_is_verbatim_and_told_once() -> None:
    sentence = "Minister Ilse Brandt met the ferry operators in Ostrava on Tuesday."
    told = article("a", f"{sentence}\n\n{sentence}\nBrandt left for the islands in the evening.", None)
    found = read_candidates(told)
    assert found[0].quote.text == sentence
    assert len(found) == 2
    assert all(told.body[one.quote.start : one.quote.end] == one.quote.text for one in found)


def test_the_opening_of_a_text_without_sentences_is_cut_between_words() -> None:
    told = article("a", "  ferry " * 200, None)
    opening = opening_of(told)
    assert opening is not None
    assert told.body[opening.quote.start : opening.quote.end] == opening.quote.text
    assert set(opening.quote.text.split()) == {"ferry"}
    assert opening_of(article("b", " \n", None)) is None
