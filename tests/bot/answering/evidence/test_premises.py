"""What a question takes for granted is told of the very meeting: its people, matter, place and day."""

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import BriefingsOpener
from tests.bot.answering.test_answerer import AS_OF

BRIEFINGS = {
    "bill": (
        "With winter near, Senator Jon Webb has joined a group of colleagues to urge Budget Director "
        "Rolf Aas to pay for firewood in 2027. "
        "Two weeks ago, I joined Senator Kari Moe, Senator Per Dahl and many others "
        "to introduce a firewood bill."
    ),
    "rules": (
        "On three occasions since March, Senator Jon Webb petitioned Harbour Secretary Nils Voll to give "
        "pilots time to meet the new towing requirements."
    ),
    "debate": (
        "Ferry Secretary Tor Sand said today that debate on the herring quota will begin on Monday, "
        "which Senator Jon Webb had called for."
    ),
    "mass": (
        "Senator Jon Webb today met with Deacon Ivar Lie to discuss soup kitchens. "
        "Like Webb and Lie, along with Bishop Odd Krog, many will attend a jubilee on Sunday."
    ),
    "guest": (
        "Senator Jon Webb hosted a meeting in his Capitol Hill office today with Commissioner Anna Roth to "
        "discuss her trips to Norland and Vestby, and the need to pass the Ferry Act of 2024."
    ),
    "general": (
        "Senator Jon Webb met with Admiral Ada Sund in April after she was named. "
        "At today's hearing, Webb asked Sund about towing and Kalvik dredging plans."
    ),
    "toured": "Senator Jon Webb was joined by Mayor Liv Strand at the new Ostby mill on Tuesday.",
    "visit": (
        "In a prelude to Premier Rolf Sund's visit to Skarholm, Senator Jon Webb today met with two bakers."
    ),
    "remarks": (
        "Senator Jon Webb made the following statement regarding President Moen's meeting with Pilot Chief "
        "Signe Aas in Solvik on Wednesday. He also met with Consul Ragna Holt on Thursday."
    ),
    "address": (
        "Senator Jon Webb praised Vestby and its sister city of Herrvik in his address to the Harbour Guild."
    ),
    "union": "Senator Jon Webb met with representatives of the Weavers Union in his office on Tuesday.",
    "dinner": "Senator Jon Webb and Envoy Bo Falk had dinner on Monday and spoke of whales.",
}


@pytest.fixture(scope="module")
def answerer(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS)


@pytest.mark.parametrize(
    "question",
    [
        # What they did jointly or asked of somebody brought nobody together.
        "When did Webb meet with Budget Director Aas about firewood?",
        "When did Webb meet Kari Moe about firewood?",
        "When did Webb see Secretary Voll about towing?",
        "When did Webb sit down with Secretary Sand about the herring quota?",
        # Who only speaks of it, or is met by others, did not meet them.
        "When did Webb meet Pilot Chief Aas in Solvik?",
        "When did Webb meet privately with Premier Sund?",
        # A place that is only spoken of was not travelled to, and a body does not tell who of it came.
        "When did Webb travel to Herrvik?",
        "Who from the Weavers Union met Webb in his office?",
        # Who will attend something else with them was not there.
        "Did Bishop Krog meet with Webb about soup kitchens?",
        # Of such a matter there is no word.
        "When did Webb meet Commissioner Roth about beekeeping subsidies?",
        "When did Webb meet Deacon Lie on oyster farming?",
        "Where did Webb meet Commissioner Roth regarding clock towers in May 2025?",
        # Another place, which is only talked of there or describes something.
        "When did Webb meet Commissioner Roth in Vestby?",
        "When did Webb meet Commissioner Anna Roth in Norland?",
        "When did Webb meet Admiral Sund in Kalvik?",
        # Another time, which only a law is called by, or another day than the month asked about.
        "Where did Webb meet Commissioner Roth in October 2024?",
        "On which day in April 2025 did Webb meet Admiral Sund?",
    ],
)
def test_what_is_not_told_of_the_meeting_is_not_answered(answerer: Answerer, question: str) -> None:
    found = answerer.answer(question, as_of=AS_OF)
    assert isinstance(found, NoAnswer), found.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When did Webb meet Commissioner Roth about her trips?", "9 May 2025"),
        ("When did Webb meet Commissioner Roth on Capitol Hill?", "9 May 2025"),
        ("Where did Webb meet Commissioner Roth in May 2025?", "Capitol Hill office"),
        ("When did Webb meet Deacon Lie over coffee about soup kitchens?", "9 May 2025"),
        ("In which month did Webb meet Admiral Sund?", "April 2025"),
        ("When did Webb meet Mayor Strand in Ostby?", "6 May 2025"),
        ("When did Webb meet Consul Holt?", "8 May 2025"),
        ("When did President Moen meet Pilot Chief Aas?", "7 May 2025"),
        ("Whom did Webb meet in his office on 6 May 2025?", "Weavers Union"),
        ("When did Webb talk with Envoy Falk about whales?", "5 May 2025"),
    ],
)
def test_what_is_told_of_the_meeting_is_answered(answerer: Answerer, question: str, told: str) -> None:
    found = answerer.answer(question, as_of=AS_OF)
    assert isinstance(found, Answer), found.text
    assert told in found.text
