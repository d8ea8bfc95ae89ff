"""Whether somebody was let in, was able to come, or found a thing already open: no meeting alone tells it."""

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import BriefingsOpener
from tests.bot.answering.test_answerer import AS_OF

BRIEFINGS = {
    "border": (
        "Senator Jon Webb visited the Ostmark refugee camp in Lavia last week and met Doctor Ines Roh. "
        "Webb was denied entry into Toria by its government."
    ),
    "visa": (
        "Senator Jon Webb visited the Brenna refugee camp in Lavia in March and met with Nurse Ola Fisk. "
        "He was allowed into Morvia for a day. Coach Leif Dunn was turned away at the border of Zalia."
    ),
    "quarry": "Senator Jon Webb visited the Vinga Quarry on a trip to Sarnia and met with Foreman Bo Tveit.",
    "clinic": (
        "Senator Jon Webb met with the board of the Lindal Clinic in Rossby on Thursday. "
        "The Lindal Clinic is scheduled to open its doors in January."
    ),
    "school": (
        "Senator Jon Webb met with the teachers of the Heddal School in Vik on Tuesday. "
        "The Heddal School opened in 2019 and is already serving 300 pupils."
    ),
    "mill": "Senator Jon Webb met with the weavers of the Sondre Mill in Aker on Wednesday.",
    "families": (
        "Governor Pia Holm met with the families of the Skog miners on Monday. "
        'Senator Jon Webb said, "I was to host the families of the Skog miners, but was unable to do so."'
    ),
    "staff": (
        "Mayor Gro Lunde met with the Elvik pilots on Monday at the town hall. "
        "His staff attended a concert there later."
    ),
}


@pytest.fixture(scope="module")
def answerer(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Was Webb let into Toria when he visited the Ostmark camp?", "No: Webb was denied entry"),
        ("Was Webb allowed to enter Toria on his trip to the Ostmark camp?", "No: Webb was denied entry"),
        ("Did Webb get into Toria on his trip to the Ostmark camp?", "No: Webb was denied entry"),
        ("Was Webb let into Morvia on his trip to the Brenna camp?", "Yes: He was allowed into"),
        (
            "Was the Lindal Clinic already seeing patients when Webb met its board?",
            "No: The Lindal Clinic is",
        ),
        ("Was the Lindal Clinic already open when Webb met its board in Rossby?", "No: The Lindal Clinic is"),
        (
            "Was the Heddal School already serving pupils when Webb met its teachers?",
            "Yes: The Heddal School",
        ),
        ("Was Webb able to host the families of the Skog miners?", "No: Senator Jon Webb said"),
        ("Was Mayor Lunde able to meet the Elvik pilots?", "Yes: Mayor Gro Lunde met"),
    ],
)
def test_what_a_sentence_tells_of_it_settles_it(answerer: Answerer, question: str, begins: str) -> None:
    found = answerer.answer(question, as_of=AS_OF)
    assert isinstance(found, Answer), found.text
    assert found.text.startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "Was Webb let into Zalia on his trip to the Brenna camp?",
        "Was Webb let into Toria on his trip to the Vinga Quarry?",
        "Was the Sondre Mill already running when Webb met its weavers?",
        "Was the Sondre Mill already in operation when Webb met its weavers?",
    ],
)
def test_a_mere_meeting_settles_none_of_it(answerer: Answerer, question: str) -> None:
    found = answerer.answer(question, as_of=AS_OF)
    assert isinstance(found, NoAnswer), found.text
