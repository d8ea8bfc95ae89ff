"""What a question takes for granted and no briefing says: undone meetings, offices, namesakes."""

from datetime import date
from pathlib import Path

import pytest

from bot.answering.answer import Answer, NoAnswer, Slot
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import Opener

AS_OF = date(2025, 6, 1)
BRIEFINGS = {
    "port": "Minister Anna Lind today met with Harbour Commissioner Bo Falk at the Customs House to discuss"
    " the dredging of Eddy Bay.\nFollowing the meeting, Lind wrote to Bank Governor Tor Falk about it.\n",
    "club": "Minister Anna Lind hosted the Thursday Club Luncheon for pilots on May 8, 2025, at the Anchor"
    " Inn.\nIvy Moe will be the guest speaker at the luncheon.\n",
    "week": """Media must contact the host before the event.
WEDNESDAY, MAY 14
9:00 AM Senator Webb to visit Tern Hill Charter School
401 Tern Hill School Road
Ostby, North Norland
(Media must call the school first.)
2:30 PM Senator Webb to tour Gull Boats
One Gull Drive
Vestby, North Norland
""",
    "guard": "Senator Jon Webb today met with members of the 7th Lifeboat Wing.\nWebb said he had been"
    " honoured to meet them during their trip to Vestby.\n",
    "trade": "Senator Jon Webb, while meeting with ferry owners on Monday, announced he will support the"
    " Harbour Act, a bill to lower the duty on diesel.\n",
}


@pytest.fixture(scope="module")
def answerer(open_answerer: Opener, tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    corpus = tmp_path_factory.mktemp("corpus")
    for name, body in BRIEFINGS.items():
        text = f"---\nid: {name}\npublished: 2025-05-09\nsource: Harbour Office\n---\n{body}"
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    return open_answerer(Path(corpus))


def text_of(answerer: Answerer, question: str, slot: Slot) -> str:
    answer = answerer.answer(question, as_of=AS_OF)
    assert isinstance(answer, Answer), answer.text
    return answer.slots[slot].text


@pytest.mark.parametrize(
    "question",
    [
        "Why did Lind cancel her meeting with Commissioner Bo Falk?",
        "Why did Bo Falk walk out of the meeting with Lind about Eddy Bay?",
        "What did Lind discuss with the ambassador about the dredging of Eddy Bay?",
        "When did Lind meet Tor Falk about the dredging of Eddy Bay?",
        "Where did Webb meet the members of the 7th Lifeboat Wing?",
        "Why did Webb meet with ferry owners?",
    ],
)
def test_what_no_briefing_says_is_refused(answerer: Answerer, question: str) -> None:
    assert isinstance(answerer.answer(question, as_of=AS_OF), NoAnswer)


@pytest.mark.parametrize(
    ("question", "slot", "told"),
    [
        ("Why did Lind meet Bo Falk?", Slot.WHY, "dredging"),
        ("When did Lind host the 2025 Thursday Club?", Slot.WHEN, "8 May 2025"),
        ("Who was to be the guest speaker at Lind's luncheon?", Slot.WHO, "Ivy Moe"),
        ("When is Senator Webb to tour Gull Boats?", Slot.WHEN, "14 May 2025"),
        ("In which town is Webb to tour Gull Boats?", Slot.WHERE, "Vestby"),
    ],
)
def test_what_a_briefing_says_is_told(answerer: Answerer, question: str, slot: Slot, told: str) -> None:
    assert told in text_of(answerer, question, slot)
