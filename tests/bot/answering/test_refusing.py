"""What a question takes for granted and no briefing says: undone meetings, offices, namesakes, partners."""

from datetime import date

import pytest

from bot.answering.answer import Answer, NoAnswer, Slot
from bot.answering.answerer import Answerer
from bot.answering.lexicon.undoing import tells_undoing
from bot.answering.slots.people import names_in
from bot.answering.understanding.vocabulary import vocabulary_of
from tests.bot.answering.conftest import BriefingsOpener

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
    "pilots": "Minister Anna Lind (L-Norland) today spoke with Pilot Secretary Ivar Dahl, who last week"
    " approved the"
    " yards of Ostby.\nLind has driven a Gull Comet for years.\nOn May 7, Lind visited the Tern Filling"
    " Station in Vestby.\nLast week, Lind wrote to Carl Egon Berg about the Gull Comet.\n",
    "clerks": "Senator Jon Webb prepares to meet with Tern County Commissioners on Friday, May 16, in"
    " Kalvik, as"
    ' part of his "Boats Today, Boats Tomorrow" tour to discuss county priorities.\nContact: Mona Strand,'
    " 202/555-0199.\n",
    "judge": "Webb today took part in the Ferry Council confirmation hearing of Judge Rolf Aas, who has"
    " been nominated to succeed"
    " Ferry Secretary Nils Voll.\nAas today testified before the Ferry Committee, on which Webb serves.\n",
    "husband": "Senator Jon Webb met Dr. Omar Haddad, husband of jailed scholar Leila Mansour, on May 6,"
    " 2025.\n",
    "pupil": "Signe Holt, of Kalvik, met this week with Senator Jon Webb during her stay in Ostby for the"
    " Young"
    " Skippers program.\n",
    "safety": "Webb on Monday was briefed by TDP Director Per Lunde and other senior wardens on the state"
    " of security"
    " at the depot and to gain a better understanding as to why the gates have failed.\n",
    "square": "Senator Jon Webb praised the work in downtown Ramvik-a project for the square.\nWebb today met"
    " with Ramvik town officials to review the Ramvik square.\n",
    "market": "Senator Jon Webb joined Harbour Manager Odd Krog to tour the fish market.\n",
    "spouse": "Senator Jon Webb today met with Dr. Emil Roth, Dr. Rita Sand's husband, and pledged to work"
    " for her release.\nOn May 8, Webb wrote to Premier Lars Kvam on the case and hopes to discuss it.\n",
    "rink": "On May 7, Webb visited three skating schools in Ostby.\nTom Aske of Ice for All thanked him for"
    " the skates.\n",
    "joint": "Ministers Anna Lind and Kari Vold (D-WV) today issued the following statement:\n"
    '"In a Customs House meeting today, Pilot Ragna Dahl briefed us on the wreck."\n',
    "engineer": "Senator Jon Webb was joined on May 7 at the talks by Engineer Nora Lie, who is based in"
    " Elvik.\nOn May 8, Webb toured the Gull plant in Solund, Norland.\n",
    "officers": "Senator Jon Webb was briefed on May 6 by Defence Secretary Ada Sund, Envoy Bo Falk, and"
    " leading naval officers.\nWebb was one of the eight senators who were there.\n",
    "label": "Senator Jon Webb (R-Norland) met Colonel Ada Sund on May 5, 2025, about pilots.\n",
}


@pytest.fixture(scope="module")
def answerer(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS, source="Harbour Office")


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
        # Whom the question says was met is named elsewhere in the briefing, or as somebody's kin.
        "When did Lind meet Carl Egon Berg about the Gull Comet?",
        "What did Webb and Nils Voll talk about when they met in May 2025?",
        "When did Webb meet Leila Mansour?",
        "When did Webb visit Rita Sand about her release?",
        "When did Tom Aske go with Webb to the skating schools in Ostby?",
        # A group is told, and none of it by name; or fewer than are asked for.
        "Which naval officers, by name, briefed Webb on May 6?",
        "Which eight senators, by name, were briefed with Webb on May 6?",
        # A letter is no meeting.
        "When did Webb and Premier Lars Kvam meet?",
        # Only a talk is told, not a tour.
        "When did Pilot Secretary Dahl tour the yards of Ostby with Lind?",
        "How did Lind persuade Secretary Dahl to buy a Gull Comet?",
        # Titles in quotes, a place, the press contact, and a clause behind a dash name nobody.
        "Name the Tern County Commissioners whom Webb was to meet on May 16, 2025.",
        "Which Ramvik town officials met Webb about the square?",
        "Who was the former harbour manager who joined Webb at the fish market?",
        # What a stay or a briefing was for is not what was discussed, nor where.
        "What did Signe Holt and Senator Webb discuss?",
        "Where did the May 2025 TDP security briefing for Webb take place?",
        "When did Webb meet Colonel Ada Sund in Norland?",
        # Where somebody is based, or another town than the plant's.
        "When did Webb hold the talks with Engineer Nora Lie in Elvik?",
        "When did Webb tour the Gull plant in Elvik?",
    ],
)
def test_what_no_briefing_says_is_refused(answerer: Answerer, question: str) -> None:
    assert isinstance(answerer.answer(question, as_of=AS_OF), NoAnswer)


@pytest.mark.parametrize(
    ("question", "slot", "told"),
    [
        ("Why did Lind meet Bo Falk?", Slot.WHY, "dredging"),
        ("Whom did Webb meet about Leila Mansour?", Slot.WHO, "Haddad"),
        ("Whom did Webb meet on May 5, 2025?", Slot.WHO, "Ada Sund"),
        ("Who joined Webb to tour the fish market?", Slot.WHO, "Odd Krog"),
        ("When did Lind host the 2025 Thursday Club?", Slot.WHEN, "8 May 2025"),
        ("Who was to be the guest speaker at Lind's luncheon?", Slot.WHO, "Ivy Moe"),
        ("When is Senator Webb to tour Gull Boats?", Slot.WHEN, "14 May 2025"),
        # "Us" are those who issued the statement, and a label tells their state.
        ("Who briefed Lind and Vold on the wreck?", Slot.WHO, "Ragna Dahl"),
        ("When was the West Virginia minister Vold briefed on the wreck?", Slot.WHEN, "9 May 2025"),
        ("When did Gus Webb visit the skating schools in Ostby?", Slot.WHEN, "7 May 2025"),
        ("In which town is Webb to tour Gull Boats?", Slot.WHERE, "Vestby"),
    ],
)
def test_what_a_briefing_says_is_told(answerer: Answerer, question: str, slot: Slot, told: str) -> None:
    assert told in text_of(answerer, question, slot)


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Jon Webb to meet with students and faculty at Tern Hill School in Clinton", ["Jon Webb"]),
        ('Jon Webb spoke on his "Boats Today, Boats Tomorrow" tour.', ["Jon Webb"]),
        ('Jon Webb met Tor "Bo" Falk.', ["Jon Webb", 'Tor "Bo" Falk']),
    ],
)
def test_places_and_titles_in_quotes_are_no_people(sentence: str, people: list[str]) -> None:
    assert [one.text for one in names_in(sentence, vocabulary_of([])) if one.person] == people


def test_a_dash_ends_a_name() -> None:
    names = names_in("Jon Webb praised the work in downtown Ramvik-a project of years.", vocabulary_of([]))
    assert [one.text for one in names] == ["Jon Webb", "Ramvik"]


@pytest.mark.parametrize(
    ("question", "undone"),
    [
        ("Why did Webb refuse to meet Lind?", True),
        ("Which visit of Lind was called off?", True),
        ("Who did Webb meet to discuss withdrawing the fleet?", False),
        ("When did Webb and Lind meet about the refusal of the union?", False),
        ("Who met Lind after Webb rejected the offer?", False),
    ],
)
def test_what_is_refused_in_a_matter_is_no_meeting_undone(question: str, undone: bool) -> None:
    assert tells_undoing(question) is undone
