"""Whether it was so: yes and no by what a briefing states, and silence where it states neither."""

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import BriefingsOpener
from tests.bot.answering.test_answerer import AS_OF

BRIEFINGS = {
    "alone": (
        "Senator Jon Webb met with Harbour Chairman Bo Falk in Ostby on Monday to discuss the closed quays. "
        "Webb was joined by Senators Ada Sund and Tor Lie. "
        "The quays have stood empty since winter."
    ),
    "ahead": (
        "Tomorrow, Senator Jon Webb will meet Surgeon Ivy Moe at the Ramvik Lighthouse. "
        "The lamp was lit again last year."
    ),
    "off": (
        "Senator Jon Webb has cancelled a trip to Norland with Envoy Carl Egon. "
        "He stays to vote on the ferry bill."
    ),
    "apart": (
        "In two separate visits last week, Senator Jon Webb showed Minister Nils Voll and Judge Leila Dahl "
        "around the yards of Vestby. Workers cheered."
    ),
    "moved": (
        "Senator Jon Webb will meet the bakers of Tern Hill on Friday. "
        "The meeting, earlier planned for the Tern Hill Mill, will now be held at the Tern Hill School. "
        "The meeting is closed to the press."
    ),
    "rumour": (
        "Senator Jon Webb met with Admiral Odd Krog on Tuesday and asked about a salt levy. "
        '"It is simply false that anybody considers a salt levy," Krog said.'
    ),
    "held": "Senator Jon Webb met with Pilot Commissioner Eva Berg on Monday and plans to write to her.",
    "charter": (
        "Senator Jon Webb met with Warden Signe Holt at the Kalvik Mill on Monday. "
        "She informed him that the mill is seeking a tenant for its loft. "
        "Webb personally autographed the pupils' sketchbooks. "
        "Holt pledged to lend the town two looms. "
        "He will present a lantern to the wardens on Friday."
    ),
    "again": (
        "Senator Jon Webb visited the flooded Solund Quarry on Tuesday. "
        "The pumps ran all night. "
        '"The men here have lost their sheds," Foreman Ulf Bakke said. '
        "The county paid for the pumps. The rain has stopped. "
        "It is the third time Webb has visited the quarry."
    ),
    "deputy": (
        "Senator Jon Webb praised the opening of the Elvik Ferry Hall on Monday. "
        '"A fine hall," said Webb, whose deputy will hand over a bell at the opening ceremony in Elvik.'
    ),
    "silent": (
        "Senator Jon Webb met with Premier Lars Kvam on Thursday about the herring treaty. "
        "Webb suggested a longer season, a proposal that drew no immediate response from Kvam. "
        "Kvam refused to commit to another count of the stocks. "
        "Webb will wait for the count before he makes a decision about the treaty."
    ),
    "wool": "Senator Jon Webb met with Premier Nora Lie on Thursday. They spoke of wool. She was glad.",
    "deal": (
        "Senator Jon Webb met with the parties to the eel deal on Tuesday. "
        '"I think all would agree there are gaps in the eel deal," Webb said. '
        "Webb thinks the eel deal is sound."
    ),
    "kiln": (
        "Senator Jon Webb toured the Elnes Kiln on Monday with Mayor Ann Flo. "
        "Webb attended the opening of the new furnace hall. "
        "He addressed the rope guild at its supper in Fure."
    ),
    "compass": (
        "Members of the Moss Divers Club visited Senator Jon Webb in his office today. "
        "The club presented Webb with its Golden Compass. "
        "Clerks from Senator Ida Roll's office attended."
    ),
    "letter": (
        "Senator Jon Webb met with Governor Eva Strand on Tuesday about the flood. "
        "Strand asked Webb for more boats. Webb agreed to send a letter to the admiral. "
        "Strand spoke of the levy on pumps. She promised to lift it."
    ),
    "open": (
        "Senator Jon Webb will meet the pilots of Vestby on Friday. "
        "Reporters are invited to the meeting. It is his first visit to the pilots."
    ),
}


@pytest.fixture(scope="module")
def answerer(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Was Webb on his own when he met Bo Falk in Ostby?", "No: Webb was joined by"),
        ("Was Webb the only senator to meet Bo Falk in Ostby?", "No: Webb was joined by"),
        ("Did Webb meet Bo Falk in Ostby?", "Yes"),
        ("Had Webb already met Ivy Moe at the Ramvik Lighthouse?", "No: Tomorrow"),
        ("Did Webb travel to Norland with Carl Egon?", "No: Senator Jon Webb has cancelled"),
        (
            "Did Voll and Dahl see the Vestby yards with Webb on one and the same visit?",
            "No: In two separate",
        ),
        (
            "Was the Tern Hill Mill still the place of Webb's meeting with the bakers?",
            "No: The meeting, earlier",
        ),
        (
            "Were reporters to be let into Webb's meeting with the bakers of Tern Hill?",
            "No: The meeting is closed",
        ),
        (
            "Did Krog say that a salt levy was considered when he met Webb?",
            'No: "It is simply false',
        ),
        ("Had Webb already met Eva Berg?", "Yes"),
        # An act of its own is told by the sentence that tells it, in whatever words.
        ("Webb, Signe Holt in Kalvik - did Holt say the mill was looking for a tenant?", "Yes: She informed"),
        ("Did Webb sign the pupils' sketchbooks when he met Signe Holt?", "Yes: Webb personally autographed"),
        ("Did Signe Holt promise Webb looms for the town?", "Yes: Holt pledged"),
        # How often, who in whose stead, and what is left open.
        ("Was Webb's visit to the Solund Quarry his first?", "No: It is the third time"),
        ("Webb's visit to the Solund Quarry: was it his first since the flood?", "No: It is the third time"),
        ("Was it the second visit of Webb to the Vestby pilots?", "No: It is his first visit"),
        ("Was Webb himself to hand over the bell at the Elvik Ferry Hall?", 'No: "A fine hall," said'),
        ("Did Kvam respond to Webb's proposal of a longer season?", "No: Webb suggested"),
        ("Did Kvam agree with Webb to another count of the stocks?", "No: Kvam refused to commit"),
        ("Had Webb made up his mind about the treaty after meeting Kvam?", "No: Webb will wait"),
        (
            "Could reporters sit in on Webb's meeting with the bakers of Tern Hill?",
            "No: The meeting is closed",
        ),
        ("Could reporters sit in on Webb's meeting with the pilots of Vestby?", "Yes: Reporters are invited"),
        ("Did Webb think the eel deal was sound after meeting its parties?", "Yes: Webb thinks"),
        ("By May 2025 had Webb met Eva Berg?", "Yes"),
        # Of a speech, a gift and a promise the very thing is told.
        ("Did Webb speak at the supper of the rope guild in Fure?", "Yes: He addressed"),
        ("Did the Moss Divers Club give Webb a compass?", "Yes: The club presented"),
        ("Was Webb given a compass by the Moss Divers Club?", "Yes: The club presented"),
        (
            "Did clerks from Senator Roll's office attend Webb's meeting with the Moss Divers Club?",
            "Yes: Clerks from",
        ),
        ("Did Webb agree to write to the admiral when he met Strand?", "Yes: Webb agreed"),
        ("Did Strand promise Webb to lift the levy?", "Yes: She promised"),
        ("Did Webb and Strand talk about boats?", "Yes"),
        ("Did Webb show Voll and Dahl around the Vestby yards together?", "No: In two separate"),
    ],
)
def test_it_is_proved_or_denied_by_a_sentence(answerer: Answerer, question: str, begins: str) -> None:
    answer = answerer.answer(question, as_of=AS_OF)
    assert isinstance(answer, Answer), answer.text
    assert answer.text.startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "Was Webb alone when he met Eva Berg?",
        "Was Webb the only one to meet Eva Berg?",
        "Was Webb the only one to meet Ada Sund in Ostby?",
        "Was the meeting of Webb and Eva Berg open to the press?",
        "Did Webb and Eva Berg meet on the same day as the bakers?",
        # That people met tells no act of theirs, no first time, and not how they felt.
        "Did Lie promise Webb new quotas when they met?",
        "Did Webb sign the wool charter when he met Nora Lie?",
        "Was Webb's meeting with Nora Lie his first?",
        "Was Webb angry with Nora Lie when they met?",
        "Could reporters sit in on Webb's meeting with Nora Lie?",
        "Did Webb and Eva Berg meet Nora Lie together?",
        "Did Lie tell Webb that the looms were sold?",
        "Did Webb speak at the Elnes Kiln?",
        "Did Webb give the Moss Divers Club a compass?",
        "Did Senator Roll attend Webb's meeting with the Moss Divers Club?",
        "Did Webb agree to send boats when he met Strand?",
        "Did Webb and Strand talk about herring?",
        "Did Webb think the eel deal was ripe after meeting its parties?",
        # What is still to be done is not done.
        "Did Webb present a lantern to the wardens when he met Signe Holt?",
    ],
)
def test_what_a_meeting_does_not_prove_is_left_open(answerer: Answerer, question: str) -> None:
    assert isinstance(answerer.answer(question, as_of=AS_OF), NoAnswer)
