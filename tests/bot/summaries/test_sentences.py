"""A sentence is quoted only where it can be understood alone."""

from datetime import date

import pytest

from bot.summaries.sentences import opening_of, read_candidates
from bot.summaries.standing import stands_alone
from tests.bot.summaries.conftest import article


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ilse Brandt met the ferry operators in Ostrava on Tuesday to settle the dispute.",
        "The senator from Ohio (R-ME) said that US ferries would sail again by the end of March.",
        "“The ferries sail again on Monday,” Brandt told reporters in the harbour of Ostrava.",
        "Brandt said that she would meet the operators once more before the end of the week.",
        "Title I of the act pays for twelve new ferries on the upper river from next year on.",
        "Sen. Jim Brandt, I-Vt., today introduced the Ferries Act of 2006, which pays for twelve ferries.",
        "Earlier today Ilse Brandt and Joseph I. Novák opened the ferry harbour on the I-95 near Ostrava.",
        "This week Ilse Brandt reintroduced the act that protects copyrighted photographs of the ferries.",
        "Each year the ferries of Ostrava carry two million people, and most of them come back alive.",
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
        "The ferries of this harbour have brought Ostrava its bread since the bridges were destroyed.",
        "Yes, there will be more storms in Ostrava before the ferries can sail to the islands again.",
        "The study will tell Ostrava how your ministry could help the ferries and their captains.",
        "Under that law, Ostrava may close the harbour to every ferry that was built before the war.",
        "The remaining ferries of Ostrava will be repaired in the harbour of the islands by March.",
        "Below is the full text of the letter that Ilse Brandt sent to the captains of Ostrava.",
        "Ilse Brandt's speech can be found below, and her act at http://ostrava.example/ferries.",
        "Photo: Ilse Brandt on the ferry from Ostrava to the islands, on the last day of the year.",
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


def _quoted(body: str) -> list[str]:
    return [one.quote.text for one in read_candidates(article("a", body, date(2024, 1, 2)))]


def test_a_first_sentence_may_be_long_and_has_nothing_to_lean_on() -> None:
    lead = f"Many captains of Ostrava {'sailed to the islands and ' * 14}told Brandt so at the harbour."
    assert 60 < len(lead.split()) <= 80
    assert _quoted(lead) == [lead]
    assert _quoted(f"Contact the harbour\n\n{lead}") == [lead]
    assert _quoted(f"Ferries sail to Ostrava again on Monday, Brandt said.\n\n{lead}")[1:] == []


def test_a_pronoun_of_a_first_sentence_may_mean_who_comes_after() -> None:
    lead = "From her seat in the parliament, Minister Brandt told the captains that the ferries will sail."
    assert _quoted(lead) == [lead]
    assert _quoted(f"Ferries sail to Ostrava again on Monday, Brandt said.\n{lead}")[1:] == []
    assert _quoted("In the harbour they waited for the ferries and for the captains of the islands.") == []


@pytest.mark.parametrize(("first", "last"), [('"', '"'), ("“", "”")])
def test_nothing_is_torn_out_of_a_long_quotation(first: str, last: str) -> None:
    lead = "Minister Ilse Brandt opened the harbour of Ostrava on Tuesday."
    after = "Ferries between Ostrava and the islands sail every hour from Monday on."
    said = (
        f"{first}Ostrava has waited for the ferries for a long and bitter time.\n"
        f"{first}Islands without bread are no islands for the people of Ostrava. "
        f"Captains of Ostrava will sail again from the harbour. "
        f"Ostrava will not wait for the ferries again.{last} {after}"
    )
    assert _quoted(f"{lead} {said}") == [lead, after]
    unclosed = said.replace(last, "") if first == "“" else f"{first}Ostrava has waited for the ferries."
    assert _quoted(f"{lead} {unclosed}\n{after}")[-1] == after


def test_a_letter_is_quoted_in_its_own_voice() -> None:
    letter = (
        "Dear Minister:\nThank you for the ferries that sail to Ostrava. "
        "I look forward to the new harbour of the islands. They have waited for it since December."
    )
    found = read_candidates(article("a", letter, date(2024, 1, 2), "Letter to Minister Brandt"))
    assert [one.quote.text.split()[0] for one in found] == ["Thank", "I"]
    assert all(one.loose for one in found)


def test_a_quoted_statement_loses_the_mark_that_is_never_closed() -> None:
    body = (
        "Minister Ilse Brandt issued the following statement on the ferries today:\n"
        "“I am glad that the operators and Ostrava have found an agreement at last.\n"
        "“Ostrava and all its islands can be glad of their ferries again.”"
    )
    told = article("a", body, date(2024, 1, 2))
    statement = read_candidates(told)[1:]
    assert [one.quote.text[0] for one in statement] == ["I", "“"]
    assert all(told.body[one.quote.start : one.quote.end] == one.quote.text for one in statement)


def test_what_speaks_of_things_told_before_is_loose() -> None:
    body = (
        "Minister Ilse Brandt spoke at the ceremony in the harbour of Ostrava on Tuesday. "
        "The ceremony drew thirty thousand people from the islands to Ostrava. "
        "Captains of Ostrava thanked Brandt for these ferries and for the harbour. "
        "The islands of Ostrava have been without ferries since the storm of December."
    )
    assert [one.loose for one in read_candidates(article("a", body, None))] == [False, True, True, False]


def test_the_name_of_a_law_is_no_quotation() -> None:
    law = "Minister Ilse Brandt introduced the “Ferries and Harbours Act” in the parliament of Ostrava."
    said = "“Ferries are what the islands of Ostrava live on,” said Minister Ilse Brandt."
    assert [one.quotation for one in read_candidates(article("a", f"{law} {said}", None))] == [False, True]


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


def test_the_opening_of_an_article_ends_with_a_sentence_and_outside_of_a_quotation() -> None:
    said = "He was glad. “We have waited. We wait no more. Nobody will wait.” So he said."
    opening = opening_of(article("a", said, None))
    assert opening is not None
    assert opening.quote.text == "He was glad."
    quoted = opening_of(article("b", "“We have waited. We wait no more. Nobody will wait. Never.”", None))
    assert quoted is not None
    assert quoted.quote.text == "“We have waited. We wait no more. Nobody will wait."
