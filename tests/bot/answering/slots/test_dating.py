"""When: the day of the meeting asked about, and no day of a letter, a plan gone by or another meeting."""

from datetime import date

import pytest

from bot.answering.answer import Answer, NoAnswer, Slot
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import BriefingsOpener

BRIEFINGS = {
    "panel": "Senator Webb has been asked to represent Norland before the Harbour Closure "
    "Commission in Solvik on June 17. Webb is also taking advice from the members of her own panel "
    "of retired captains, which she has met with weekly via conference call since March.",
    "dredging": "On May 1, the delegation requested a dredging meeting in Tornes. On May 3, the "
    "Harbour Agency agreed to hold a public meeting in Tornes, which took place May 7.",
    "debt": "Senator Webb sent a letter urging Secretary Anna Holm to raise the water debt. Under the 1944 "
    'treaty between both nations, water is owed. "You will meet Minister Jorge Dahlberg to discuss '
    'the debt," Webb wrote.',
    "ferries": 'Senator Webb today kicked off her "Ferries First" tour with a visit to Kelp County. '
    "Webb will continue her tour during the July 4 holiday break with visits to the Western Shore "
    "to meet with the county commissioners.",
    "workshops": "Senator Webb praised the base. Webb and Falk in April were in Brekke to take part "
    "in a forum with a Navy team, which toured the base. Informal workshops for agencies interested "
    "in Brekke Naval Base are scheduled for June 9 in Lom.",
    "notice": "Senator Webb and Senator Tim Brun today released a letter to Leader Carl Frost, who "
    "met with them in the past. Today, Webb and Brun put Frost on notice over drug imports.",
    "yard": "Senator Webb announced funds. On August 17, 2023, Webb visited the rail yard in "
    "Narvik. Webb and Senator Bo Hegg inspected progress at the Narvik rail yard on August 28, 2024.",
    "return": "Senator Webb returned Thursday from a four-day trip to Maresia, where she met with President "
    "Jorn Haug on May 6. While in Maresia, Webb also met King Olav.",
    "hall": "Senator Webb held a roundtable with nurses at Holm College in Bergen this morning. Later, she "
    "spoke with veterans in Ostby. The roundtable came two days after her town hall in Tolga.",
    "quarry": "In a May 2 letter to Director Eva Stang, Senator Webb asked for a meeting. Stang and "
    "Webb spoke by phone last week about the quarry.",
    "killing": "Senator Webb met with Attorney General Jon Okoro in February, urging help in bringing a "
    "suspect back. The letter went out. The paper came. The bill passed. Per Lie was killed by a sailor.",
    "draft": "Senator Webb gave an interview. Webb, of the Navy panel, asked Secretary Anna Holm at an "
    "April 23 hearing if there was any plan to draft pilots.",
    "oath": "Senator Webb said that Ward Solberg of Vik will be sworn in as chairman of the Kelp Fund next "
    "Thursday, May 15. Solberg has traveled to Maresia twice.",
}


@pytest.fixture(scope="module")
def bot(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS)


def asked(bot: Answerer, question: str) -> Answer | NoAnswer:
    return bot.answer(question, as_of=date(2025, 6, 1))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        (
            "When was Webb due to speak for Norland before the Harbour Closure Commission in Solvik?",
            date(2025, 6, 17),
        ),
        ("dredging public meeting in tornes - date held?", date(2025, 5, 7)),
        ("When did the Harbour Agency agree to hold a meeting in Tornes?", date(2025, 5, 3)),
        ("When was Webb planning to carry on her Ferries First tour on the Western Shore?", date(2025, 7, 4)),
        ("When did Webb kick off her Ferries First tour?", date(2025, 5, 9)),
        ("When were workshops for agencies interested in Brekke Naval Base to be held?", date(2025, 6, 9)),
        ("When did Webb and Hegg look over the rail yard in Narvik?", date(2024, 8, 28)),
        ("When did Webb meet President Haug?", date(2025, 5, 6)),
        ("On what day did Webb return from Maresia?", date(2025, 5, 8)),
        ("On what day did Webb get back from Maresia?", date(2025, 5, 8)),
        ("When did Webb and Stang speak by phone?", date(2025, 4, 28)),
        ("On what day did Webb ask Holm at a hearing whether a draft was planned?", date(2025, 4, 23)),
        ("What date was set for Ward Solberg's swearing-in as Kelp Fund chairman?", date(2025, 5, 15)),
        ("When did Webb hold a roundtable with nurses in Bergen?", date(2025, 5, 9)),
        ("In what month did Webb meet Jon Okoro over the suspect in the Per Lie killing?", date(2025, 2, 1)),
    ],
)
def test_the_day_of_the_meeting_asked_about(bot: Answerer, question: str, first: date) -> None:
    answer = asked(bot, question)
    assert isinstance(answer, Answer)
    span = answer.slots[Slot.WHEN].span
    assert span is not None
    assert span.first == first


@pytest.mark.parametrize(
    "question",
    [
        "When did Webb meet with her panel of retired captains?",
        "When did Webb first meet her panel of retired captains?",
        "When is Holm due to meet Minister Dahlberg over the water debt?",
        "When is Holm due to meet Minister Dahlberg (2025, water debt)?",
        "When will Webb meet President Haug in Maresia?",
        "When was Webb's town hall in Tolga?",
        "When did Webb write to Eva Stang?",
        "In which month did Carl Frost meet with Webb and Brun about drug imports?",
    ],
)
def test_a_day_of_something_else_is_none(bot: Answerer, question: str) -> None:
    assert isinstance(asked(bot, question), NoAnswer)
