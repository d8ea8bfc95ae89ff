"""What was said, raised, seen and thought: the very act of the very doer, and what talks were made of."""

import pytest

from bot.answering.answer import Answer, NoAnswer, Slot
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import BriefingsOpener
from tests.bot.answering.test_answerer import AS_OF

BRIEFINGS = {
    "tides": (
        "Senator Jon Webb and Premier Ada Sund met today with forty tide experts to discuss long-term"
        " goals for Eddy Bay. The bay has lost half of its eelgrass. "
        "Among the topics discussed were dyke repair, cheaper pumps and a herring ladder. "
        '"The bay is at the edge," Webb said. '
        "On May 2, Webb met with Bo Falk of the Lamp Guild. Their talk covered wicks and oil prices."
    ),
    "league": (
        "Senator Jon Webb met recently with members of the Norland Rowers League. "
        '"I share many of the concerns that they discussed with me and will work closely with them," '
        "said Webb. "
        "The Norland Rowers League was founded in 1938 as a credit union of oarsmen."
    ),
    "scouts": (
        "Senator Jon Webb today met with the Kalvik Sea Scouts in his office. "
        'The scouts talked with Webb about the "tern cap", which he wore for Cap Thursday. '
        "The scouts told him how their hut had burned down in March."
    ),
    "judge": (
        "Senator Jon Webb met harbour judge nominee Kari Vold today as she made the rounds of the senate. "
        "Webb was in good spirits. "
        '"I did let her know that cases on lighthouse fees will likely come before her," said Webb. '
        "Vold made clear that she would hear every pilot."
    ),
    "envoy": (
        "Senator Jon Webb today saw Envoy Nils Aas at the Pilot House. "
        "Webb pressed the envoy on the herring ban and the price of salt. "
        "The two plan to tour the Solund smelter next year."
    ),
    "families": (
        "Senator Jon Webb today met with the family of diver Rolf Dahl. "
        "The family was in Washington to take part in the unveiling of the Divers Wall. "
        '"I am glad that they came to Washington to share their story," said Webb.'
    ),
    "crossing": (
        "Senator Jon Webb today led Majority Leader Tor Moe on a tour along the border with"
        " Vestmark to show the need for more ferries. On Friday Webb is going to Ramvik for the"
        " express purpose of backing the new mayor, whom he will meet there."
    ),
    "keynote": (
        "Senator Jon Webb was in Ostby to speak at the Norland Deep Sea Summit and to visit Gull Boats. "
        "Webb delivered the keynote at the Norland Deep Sea Summit addressing the promise of kelp farming."
    ),
    "order": (
        "Senator Jon Webb received the Order of the Gannet, Solund's highest award for a foreigner, at the"
        " home of Consul Ida Krog. Webb was recognized for his leadership of the Lifeboat Fund."
    ),
    "wardens": (
        "Senator Jon Webb met with three of the nine wardens of the Quay Board in his office and discussed"
        " every quay on the closing list. "
        "The wardens included Rolf Lie, Signe Holt and Per Lunde."
    ),
    "trip": (
        "Senator Jon Webb leads a team to Jarlund to help orphans. The goal of the trip is to find homes for"
        " them. Premier Lars Kvam recently visited Jarlund, a sign of our better ties with that land. "
        "Webb stressed how much such ties matter to the orphans."
    ),
    "duty": (
        "Senator Jon Webb and Consul Nora Sand spoke today in Ostby about harbour passes, which Webb backs. "
        "The passes are dear. Few have them. Sailors ask for more. "
        "Webb and Consul Sand also discussed the duty on salted cod."
    ),
    "voyage": (
        "Senator Jon Webb met with Premier Ada Sund on Monday to share the worries of the Ostby crews. "
        "Premier Sund had asked all who had been away. "
        "Webb travelled to Skarland in June, and met with eel farmers. "
        "He had gone there to visit the crews and weigh their boats."
    ),
    "nurses": (
        "Senator Jon Webb today met with Halsund Hospital nurses to provide an update on the sick-bay law"
        " and take questions."
    ),
    "pupils": (
        "Senator Jon Webb last week met with six Fyrholm pupils visiting the capital as part of their"
        " class voyage. The pupils talked with Webb about the dear ferry fares and the gull cull."
    ),
    "wish": (
        "Senator Jon Webb wrote to Minister Anna Lind: You are planning to meet Minister Tor Vik to discuss"
        " several issues. I urge you, at this meeting, to discuss the debt of the salt ports."
    ),
    "salt": (
        "At a meeting with Envoy Ole Ruud last week, Senator Jon Webb voiced his worry over the whale tax. "
        "Ruud acknowledged that the whale tax hurts small ports. Webb conceded that it fills the chest."
    ),
    "ward": (
        "Senator Jon Webb hosted a roundtable with midwives in Larvik on Monday. "
        "The purpose of the roundtable was to gather ideas for the sick-pay bill."
    ),
    "oar": (
        "Senator Jon Webb met with the wardens of Lund Pier on Monday and gave them an account of the vote. "
        "At the meeting, Webb was presented with the Silver Oar by the Pier Society. "
        "Webb was asked to open the new slipway in May. "
        "Warden Gro Tveit was told that the cranes are rusting."
    ),
    "rope": (
        "Senator Jon Webb will meet with the pilots of Skjelvik on Friday to curb thefts of rope. "
        "After a roundtable with the pilots of Skjelvik, Webb will speak to the press."
    ),
    "bakers": (
        "Senator Jon Webb today met with bakers from Grimvik. The group met to discuss oven rules. "
        '"Hearing from bakers about the cost of the flour of Grimvik helps me do my work," Webb said.'
    ),
    "buoys": (
        "Senator Jon Webb is meeting with Director Mona Lien in Bodvik and will present her with a cheque"
        " of forty crowns raised by scouts."
    ),
    "charts": (
        "Senator Jon Webb viewed new charts of the fjord today and met with engineers at Kystlab. "
        "While at Kystlab, Webb also received demonstrations of several tide clocks built by the firm."
    ),
    "waves": (
        "Senator Jon Webb met with Premier Ada Holm today to discuss wave power. "
        "Webb and Holm also discussed a Northern Centre of Swell that would study the tides."
    ),
}


@pytest.fixture(scope="module")
def answerer(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What subjects came up when Webb and Sund met the tide experts?", "herring ladder"),
        ("What did Webb and Sund discuss with the tide experts?", "herring ladder"),
        ("For what purpose did Webb go to Skarland?", "weigh their boats"),
        ("Why did Webb travel to Skarland?", "weigh their boats"),
        ("Why did Webb meet Premier Sund?", "worries of the Ostby crews"),
        ("Why did Webb meet Premier Sund before he went to Skarland?", "worries of the Ostby crews"),
        ("What did Webb give the nurses of Halsund Hospital?", "update on the sick-bay law"),
        ("Fyrholm pupils with Webb - what was on their minds?", "ferry fares"),
        ("What did the Fyrholm pupils bring up with Webb?", "ferry fares"),
        ("What did the tide experts raise with Webb and Sund?", "herring ladder"),
        ("Which topics were on the agenda when Webb and Sund saw the tide experts?", "herring ladder"),
        ("What did Webb and Bo Falk of the Lamp Guild talk about?", "wicks and oil prices"),
        ("Which piece of clothing came up when Webb met the Kalvik Sea Scouts?", "tern cap"),
        ("What did the Kalvik Sea Scouts tell Webb?", "hut had burned down"),
        ("What cases did Webb tell Kari Vold would come before her?", "lighthouse fees"),
        ("Which cases did Webb mention to Kari Vold?", "lighthouse fees"),
        ("What did Kari Vold get across to Webb?", "would hear every pilot"),
        ("What brought the family of diver Rolf Dahl to Washington?", "Divers Wall"),
        ("Why did Webb take the majority leader to the Vestmarkian border?", "more ferries"),
        ("What was the subject of Webb's keynote at the Norland Deep Sea Summit?", "kelp farming"),
        ("Why is Webb going to Ramvik?", "backing the new mayor"),
        ("What did Webb press Envoy Aas on?", "herring ban"),
        ("What was Webb honored for when Solund gave him its award?", "Lifeboat Fund"),
        ("What did Webb go over with wardens Lie, Holt and Lunde?", "every quay on the closing list"),
        ("What subjects other than harbour passes did Webb and Consul Sand take up?", "salted cod"),
        ("What did Envoy Ruud admit to Webb?", "hurts small ports"),
        ("What did Webb concede at the meeting with Envoy Ruud?", "fills the chest"),
        ("What was the aim of Webb's roundtable with the midwives in Larvik?", "sick-pay bill"),
        ("What was Webb hoping to get out of the roundtable with midwives in Larvik?", "sick-pay bill"),
        ("What prize was Webb handed when he met the wardens of Lund Pier?", "Silver Oar"),
        ("What was Webb given at his meeting with the wardens of Lund Pier?", "Silver Oar"),
        ("What problem brings Webb to the pilots of Skjelvik?", "thefts of rope"),
        ("What problem brought Webb to a roundtable with the pilots of Skjelvik?", "thefts of rope"),
        ("What did Webb and the Grimvik bakers get together about?", "oven rules"),
        ("Why is Webb seeing Director Lien?", "present her with a cheque"),
        ("Besides the charts, what was Webb shown at Kystlab?", "tide clocks"),
        ("What research centre did Webb and Holm talk about?", "Centre of Swell"),
        ("What did Webb want Minister Lind to bring up with Vik?", "debt of the salt ports"),
    ],
)
def test_what_was_said_and_raised_is_told(answerer: Answerer, question: str, told: str) -> None:
    answer = answerer.answer(question, as_of=AS_OF)
    assert isinstance(answer, Answer), answer.text
    assert told in answer.slots[Slot.WHY].text
    assert told in answer.citations[answer.slots[Slot.WHY].citation - 1].quote


@pytest.mark.parametrize(
    "question",
    [
        "What did Envoy Aas answer when Webb pressed him on the herring ban?",
        "What did Webb and Aas see on their tour of the Solund smelter?",
        "What did Envoy Aas think of the herring ban?",
        "What did Webb announce when he met Envoy Aas?",
        "What concerns did the Norland Rowers League bring to Webb?",
        "What did Bo Falk warn Webb of?",
        "What did Webb and Premier Kvam talk about when they met in Jarlund?",
        "What did Kari Vold tell the Kalvik Sea Scouts?",
        # Who is told or asked something neither tells nor asks it.
        "What did Warden Tveit tell Webb?",
        "What did Webb ask of the wardens of Lund Pier?",
        "What prize was Warden Tveit handed at the meeting with Webb?",
    ],
)
def test_what_nobody_is_said_to_have_said_or_seen_is_left_open(answerer: Answerer, question: str) -> None:
    answer = answerer.answer(question, as_of=AS_OF)
    assert isinstance(answer, NoAnswer), answer.text
