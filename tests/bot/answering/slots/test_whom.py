"""Whom a question describes: who bears the description is told, and nobody else in their stead."""

import pytest

from bot.answering.answer import Answer, NoAnswer, Slot
from bot.answering.answerer import Answerer
from bot.answering.slots.bearing import fit_of
from bot.answering.slots.people import names_in
from bot.answering.understanding.sought import read_sought
from bot.answering.understanding.vocabulary import vocabulary_of
from tests.bot.answering.conftest import BriefingsOpener
from tests.bot.answering.test_answerer import AS_OF

NOBODY = vocabulary_of(())
BRIEFINGS = {
    "quay": (
        "Senator Jon Webb was joined at the Ostby quay today by Bo Falk and Ada Sund, Tern County "
        "Commissioners; former Ostby Mayor Ivy Moe; and several harbour pilots. "
        "Sens. Odd Krog (R-Maine), chairman of the Ferry Committee, and Rolf Aas (D-W.Va.) accompanied Webb "
        "on the visit. The coffee was poured by Tor Dahl, Tern County Sheriff, as Webb toured the quay."
    ),
    "works": (
        "Senator Jon Webb today met with employees at Gull Boats, Inc. in Ramvik about the new keel. "
        "Webb also spoke with leading island officials and General Nils Voll, as well as two coast guards."
    ),
    "lodge": (
        "Senator Jon Webb hosted the Herring Lunch with Secretary of Cod Fisheries Nils Q. Krog and Deputy "
        "Secretary of the Harbours Ada Voll at the lodge in Tarn today. Nils Krog, Ada Voll and Bo Voll "
        "thanked him."
    ),
    "rostrum": "Yesterday, Webb received the Odd Krog Award by the Rostrum Committee of the Skua School.",
    "chapel": (
        "Senator Jon Webb met with two representatives from the Gull Fund at the chapel of Tysnes today. "
        "Gull Fund director Ida Falk and Deacon Tor Lie came to discuss the poor."
    ),
    "jetty": (
        "Senator Jon Webb met with three representatives from the Tug Fund at the jetty of Bryne today. "
        "Governor Per Lie and Mayor Ida Holm thanked the pilots of the town."
    ),
    "pier": (
        "Senator Jon Webb today met with officials of the town of Bergsvik, including Mayor Ida Moe and Port "
        "Manager Odd Lie, at the pier of Bergsvik."
    ),
    "cod": (
        "Senator Jon Webb, Chairman of the Whale Policy Committee, today met with members of the Oster Cod "
        "Bureau to discuss the next tidal law."
    ),
    "tern": (
        "Senator Jon Webb once went to Ostland to meet his Ostland counterpart, General Falk. Webb asked the "
        "Ostland premier, who went to Tarn, to name a counterpart to Ida Holm, Webb's Tarn counterpart."
    ),
    "commission": (
        "Senator Jon Webb's ferry commission met in Tarn today. It heard of fares. It took notes. "
        "Fares have risen. Webb's seven-member ferry commission of Tarn is chaired by Ada Sund, a pilot."
    ),
    "honor": (
        'Senator Jon Webb received the "Friend of Gulls" award from the Gull Fund. Webb was in Vik to meet '
        "with Bo Falk, head of the Gull Fund, about terns."
    ),
    "beacon": (
        "In April, Senator Jon Webb visited Rosvik and received a briefing on the beacon. It burns oil. "
        "It was built by sailors. Nobody tends it. It is old. Along with Kari Holt, Webb attended a play."
    ),
    "slip": (
        "Senator Jon Webb met with two of the members of the Ferry Board at the slip of Ramvik today. "
        "The slip is long. It was built of wood. The members included General Nils Voll and Ida Moe. "
    ),
}


@pytest.fixture(scope="module")
def answerer(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Which two Tern County commissioners turned out with Webb at the Ostby quay?",
            "Bo Falk and Ada Sund",
        ),
        ("Which ex-mayor was with Webb at the Ostby quay?", "Ivy Moe"),
        ("Which West Virginia senator came along to the quay with Webb?", "Rolf Aas"),
        ("Which two senators accompanied Webb to the Ostby quay?", "Odd Krog and Rolf Aas"),
        ("Which county sheriff poured the coffee when Webb toured the quay?", "Tor Dahl"),
        ("Which company's workers did Webb meet in Ramvik about the keel?", "Gull Boats, Inc"),
        ("Which cabinet secretary was at the Herring Lunch with Webb in Tarn?", "Nils Q. Krog"),
        (
            "Which two Gull Fund representatives did Webb see at the chapel?",
            "Ida Falk and Tor Lie",
        ),
        ("Which two ferry board members did Webb see at the slip?", "Nils Voll and Ida Moe"),
        ("Name the mayor and the port manager from Bergsvik who saw Webb.", "Ida Moe and Odd Lie"),
        ("Who were the port manager and the mayor whom Webb saw at the pier?", "Odd Lie and Ida Moe"),
        ("Who chaired the seven-member ferry commission of Tarn?", "Ada Sund"),
        ("Which cod group did Webb host ahead of the next tidal law?", "Oster Cod Bureau"),
        ("Which counterpart did Webb go to Ostland to meet?", "General Falk"),
        ("Whom did Webb see in Vik about terns?", "Bo Falk (head)"),
        ("Name the sheriff and the ex-mayor who were with Webb at the Ostby quay.", "Tor Dahl and Ivy Moe"),
    ],
)
def test_who_bears_the_description_is_told(answerer: Answerer, question: str, told: str) -> None:
    answer = answerer.answer(question, as_of=AS_OF)
    assert isinstance(answer, Answer), answer.text
    assert answer.slots[Slot.WHO].text == told


@pytest.mark.parametrize(
    "question",
    [
        "Which harbour pilots, by name, joined Webb at the Ostby quay?",
        "Which Idaho senator came along to the quay with Webb?",
        "Which island officials, by name, did Webb speak with?",
        "Which coast guards, by name, did Webb speak with?",
        "Which employees, by name, did Webb meet at Gull Boats?",
        "Which ex-mayors were with Webb at the Ostby quay?",
        "Which three Tug Fund representatives did Webb meet at the jetty of Bryne?",
        "Who gave Webb the Odd Krog Award?",
        "Which officials briefed Webb at the beacon in Rosvik?",
        "Name the mayor and the sheriff from Bergsvik who saw Webb.",
        "Who chaired the whale board of Tarn?",
    ],
)
def test_nobody_else_is_told_in_their_stead(answerer: Answerer, question: str) -> None:
    assert isinstance(answerer.answer(question, as_of=AS_OF), NoAnswer)


@pytest.mark.parametrize(
    ("question", "noun", "several", "group"),
    [
        ("Which ex-cabinet member walked the quay with Lind?", "secretary", False, False),
        ("Which two House members joined Lind?", "congressman", True, False),
        ("Which of Lind's island advisors, by name, came?", "advisor", True, False),
        ("Which Port of Ostby officials met Lind?", "official", True, False),
        ("To which state agency's delegates did Lind speak?", "agency", True, True),
        ("Name the ferry chief Pete Lind had been meeting.", "chief", False, False),
        ("Which pilot co-hosted the lunch with Lind?", "pilot", False, False),
        ("Which wounded Marine did Lind honor?", "marine", False, False),
        ("Which fishing companies did Lind see?", "company", True, True),
        ("Whose workers did Lind see?", "worker", True, True),
        ("Whose letters did Lind bring?", "", False, False),
        ("Who spoke for Gull Boats?", "", False, False),
        ("Whom did Lind meet?", "", False, False),
    ],
)
def test_the_noun_asked_for(question: str, noun: str, several: bool, group: bool) -> None:
    sought = read_sought(question)
    assert (sought.noun, sought.several, sought.group) == (noun, several, group)


@pytest.mark.parametrize(
    ("question", "sentence", "bearers"),
    [
        (
            "Which Wyoming senators?",
            "Wyoming Sens. Jon Webb and Ada Sund met Ivy Moe.",
            ["Webb", "Sund"],
        ),
        (
            "Which Democrats?",
            "Sens. Jon Webb and Ada Sund (both D-Md.) met Bo Falk (R-Md.).",
            ["Webb", "Sund"],
        ),
        ("Which Army colonel?", "Lind met Colonel Todd Wang of the Army Corps and Mayor Moe.", ["Wang"]),
        ("Which secretary?", "Lind met Deputy Secretary Bo Falk and Trade Secretary Ida Moe.", ["Moe"]),
        (
            "Which chief executive?",
            "said Bo Falk, chairman, president and chief executive officer.",
            ["Falk"],
        ),
        (
            "Who was the head of Ostby's Fishing Affairs Council?",
            "* Bo Falk, incoming chair of Ostby FAC",
            ["Falk"],
        ),
        ("Which officers?", "Lind met Ambassador Bo Falk and Admiral Ida Moe.", ["Moe"]),
        ("Which island trade chief?", "Lind met Secretary Bo Falk of Defence.", []),
        ("Which fishery officials?", "Lind met Mayor Moe, as well as several fishery officials.", []),
        ("Which military officers?", "She met Secretary Bo Falk and leading fishery officers.", []),
        (
            "Which pilots?",
            "The pilots included General Bo Q. Hill (USN, Ret), Mayor Ida Moe of Ostby and Ada Sund.",
            ["Hill", "Moe", "Sund"],
        ),
        (
            "Which pilots?",
            "Lind met with harbour pilots, including Bo Falk and Ada Sund, and saw Mayor Moe.",
            ["Falk", "Sund"],
        ),
        (
            "Which student leader?",
            "Lind was joined by Bo Falk, President, Ostby Student Union; and Ada Sund, Chair, Gull Fund.",
            ["Falk"],
        ),
        (
            "Which former mayor?",
            "It was opened by former Ostby Mayor and Ferry Fund and Sea Fund President Ida Moe.",
            ["Moe"],
        ),
        ("Which mayor?", "It was opened by the mayor and Commissioner Ida Moe.", []),
        ("Which Idahoans?", "Sens. Bo Falk and Ada Sund from Idaho saw Rolf Aas of Iowa.", ["Falk", "Sund"]),
        ("Which Idahoan?", "Bo Falk and Ada Sund from Idaho saw Rolf Aas of Iowa.", ["Sund"]),
        ("Which geologist?", "Bo Falk, professor of geology, met Ada Sund, professor of law.", ["Falk"]),
        ("Which historian?", "Bo Falk, a history teacher, met Ada Sund, professor of law.", ["Falk"]),
        (
            "Which university chemist?",
            "Lind met Bo Falk, Chair of Chemistry at UO Ostby University.",
            ["Falk"],
        ),
        ("Which secretary?", "Lind met Under Secretary Bo Falk and Trade Secretary Ida Moe.", ["Moe"]),
        ("Which under secretary?", "Lind met Trade Undersecretary for Cod Bo Falk.", ["Falk"]),
        ("Which undersecretary?", "Lind met Under Secretary Bo Falk.", ["Falk"]),
        ("Which FA secretary?", "Lind met the Department of Ferry Affairs Secretary Bo Falk.", ["Falk"]),
        ("Which FA secretary?", "Lind met Tide Secretary Bo Falk about the Department of Ferry Affairs.", []),
        (
            "Which U.K. parliamentarian?",
            "She met Bo Falk - an MP of the United Keys.",
            ["Falk"],
        ),
        ("Which U.K. member of parliament?", "She met Bo Falk, a Member of Parliament of Ostland.", []),
        ("Which Army commander?", "Lind met General Bo Falk, head of Army Ferry Command.", []),
        ("Which lawmen?", "Lind met Sheriff Bo Falk and Mayor Ida Moe.", ["Falk"]),
        (
            "Which Coast Guard members?",
            "It was served by Ida Moe, as well as Bo Falk and Ada Sund, members of the Ostby Coast Guard.",
            ["Falk", "Sund"],
        ),
        ("Which two directors?", "Bo Falk and Ada Sund, director of the Tern Services, met Lind.", ["Sund"]),
        ("Which envoy?", "He was joined by the ambassador to Ostland, Bo Falk, who left.", ["Falk"]),
        ("Which envoy?", "He was joined by the ambassador to Ostland, Bo Falk, and Ida Moe.", []),
        ("Which nine-year-old?", "Lind met nine-year-old Bo Falk and Ida Moe.", ["Falk"]),
        (
            "Which officials from the ferry board?",
            "Lind met Bo Falk, Ferry Board chair, and Mayor Moe.",
            ["Falk"],
        ),
        ("Which Hoosier pilot?", "Lind met Bo Falk of Ostby, Ind., who is a pilot in Tarn.", ["Falk"]),
        ("Which pilot?", "Lind met Ida Moe of Ostby, and Bo Falk of Tarn, Maine, who is a pilot.", ["Falk"]),
        (
            "Which pilot of the year?",
            "Lind saw Bo Falk of Tarn, who was named Pilot by Tidal Works.",
            ["Falk"],
        ),
        ("Which mayor from Ostby?", "Lind met Ostby Mayor Bo Falk and Tarn Mayor Ida Moe.", ["Falk"]),
        ("Which co-chair?", "Lind met Ferry Chair Bo Falk.", ["Falk"]),
        (
            "Which retired generals?",
            "The pilots included General Bo Hill (USA, Ret) and General Ida Moe.",
            ["Hill"],
        ),
        ("Which director?", "Ida Moe headed home with Director Bo Falk.", ["Falk"]),
        ("Which clergymen?", "Lind met Bishop Bo Falk, Rev. Ida Moe and Sheriff Tor Dahl.", ["Falk", "Moe"]),
        (
            "Which ROFS administrator?",
            "Lind joined Realm Office of Ferry Safety (ROFS) Tide Administrator Bo Falk.",
            ["Falk"],
        ),
        ("Which clergyman?", "Lind saw Bishop Bo Falk, pastor at Tarn, and Mayor Moe.", ["Falk"]),
        ("Which MP?", "Lind met Mayor Moe and Bo Falk, a Member of Parliament.", ["Falk"]),
        (
            "Which ferry chief?",
            "Lind met the mayor of Ostby, Ida Moe, and the head of the Ferry Administration, Bo Falk, today.",
            ["Falk"],
        ),
        ("Which Tarnish counterpart?", "Lind met his Tarnish counterpart, General Bo Falk.", ["Falk"]),
        ("Which Tarnish counterpart?", "Lind met his Tarnish counterpart, General Bo Falk, once.", ["Falk"]),
        ("Which Tarnish counterpart?", "Lind met her counterpart, Ida Moe and Bo Falk.", []),
        ("Which ambassador?", "Lind met with Realm of Ostland (ROO) Ambassador to Tarn, Bo Falk.", ["Falk"]),
        (
            "Which embassy first secretary?",
            "They were joined by Ida Moe, Director of Ports; and Bo Falk, First Secretary, Tarn Embassy.",
            ["Falk"],
        ),
    ],
)
def test_who_bears_a_description(question: str, sentence: str, bearers: list[str]) -> None:
    sought = read_sought(question)
    fitting = [one for one in names_in(sentence, NOBODY) if fit_of(sought, one, frozenset()) is not None]
    assert [one.text.split()[-1] for one in fitting if one.person] == bearers


@pytest.mark.parametrize(
    ("question", "sentence", "bearers"),
    [
        (
            "Members of which nations?",
            "Lind hosted members of the Tern, Gull Auk, and Skua Nations this week.",
            ["Tern", "Gull Auk", "Skua Nations"],
        ),
        ("Which union?", "Lind met Mayor Moe, other officials, and the United Pilot Workers.", ["Workers"]),
        ("Which nations?", "Lind hosted Bo Falk and the Skua Nations this week.", ["Skua Nations"]),
    ],
)
def test_which_bodies_bear_a_description(question: str, sentence: str, bearers: list[str]) -> None:
    sought = read_sought(question)
    fitting = [one for one in names_in(sentence, NOBODY) if fit_of(sought, one, frozenset()) is not None]
    assert [one.text for one in fitting if one.text.endswith(tuple(bearers))] == [one.text for one in fitting]
    assert len(fitting) == len(bearers)


@pytest.mark.parametrize(
    "sentence",
    [
        "They praised the Harbour Series victory.",
        "Lind saw Falk, Executive Director of TERNFED, and the Harbour Hill.",
        "Funds go to the Tidal Crime Studies program.",
        "Moe is one of the Harbour Scholars.",
        "Behind him stood the National Pilot Service Regional Director.",
        "Lind spoke to the Acting Deputy Director and the Third Secretary.",
    ],
)
def test_things_and_offices_are_no_people(sentence: str) -> None:
    assert [one.text for one in names_in(sentence, NOBODY) if one.person and " " in one.text] == []
