"""Wire reports, readouts and diaries: accented names, talks told together, what is denied or asked."""

from datetime import date

import pytest

from bot.answering.answer import Answer, NoAnswer, Slot
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import BriefingsOpener

AS_OF = date(2025, 6, 1)
BRIEFINGS = {
    "summit": "ODENSUND, May 9 (Tern) - On the margins of the summit on Thursday, Latvian President Raita"
    " Ozol"
    " met Moldovan Prime Minister Dorin Cebota, while Canadian Prime Minister Alan Whit held talks with"
    " Polish President Zofia Wrona on grain.\n",
    "quotas": "MONTEVALE, May 9 (Tern) - Trade Commissioner Ludo Ysen held separate meetings in Montevale on"
    " Thursday with Minister Graça Busta and Minister Álvaro Etche.\n",
    "race": "Minister Althea Grieg met Harbour President Dwight Corb on Monday and the port commander,"
    " Captain Lionel Bost, on Tuesday.\n",
    "denial": "GULLNES, May 9 (Tern) - Opposition leader Gorm Machar on Thursday denied having met"
    " officers of"
    " a foreign service in Prague in April.\n",
    "mayors": "Opposition leader Gorm Machar arrived on Thursday. He then met Mayor Ivo Šimek in Gullnes.\n",
    "offer": "Movement leader Maela Kerv said on Thursday that she would be ready to meet Premier Bert Lacas"
    " in Ostby.\n",
    "asked": "Tern Daily: Can you confirm whether Minister Halvard Ruyt will travel to Dushamb this month?\n"
    "Spokesperson: I have no information on that.\n",
    "chancellor": "TERNES, May 9 (Tern) - Premier Zhao Ming on Thursday hosted Chancellor Frieda Stahl at"
    " a tea"
    " house in Ternes.\nZhao, who studied in Aachholm, spoke German with his guest. Stahl flies on to Tokholm"
    " on Saturday.\n",
    "church": "Archbishop Desmond Ferry-Holt and Patriarch Ioann met on Tuesday at the abbey of St Dora near"
    " Vestby.\n",
    "tower": "Mayor Osian Quenn met tenants of Gantry Tower in Kalvik on Wednesday. Fire chief Glyn Mosty did"
    " not attend.\n",
    "premier": "Premier Jo Bazel met nurses on Wednesday. The meeting took place at the Sandnes Lodge.\n",
    "kin": "2004 - Papas's predecessor, Kyri Zann, met Minister Ertu Kamil in Burgholm.\n"
    "2015 - Kamil and Eleni Papas sat down at the Tern Palace.\n",
    "van": "Premier Sunniva Hagel spoke by phone today with President Joost van den Achter of the"
    " Antilles.\n",
    "čapek": "Prime Minister Radim Čapek-Nový received Dr. Ásta Þórs on Thursday at the Čertov Palace.\n",
    "strike": "Chief executive Cedric Tourn met union leader Nadia Pruv on Monday in Lyonby. The meeting"
    " lasted"
    " three hours, and Pruv asked for 40 new buses. She was promised $2 million for the depot.\n",
    "confirmed": "VALNES, May 9 (Tern) - Minister Censu Butti confirmed on Friday that he had met arms dealer"
    " Viktor Shulg in April.\n",
}


@pytest.fixture(scope="module")
def answerer(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS, source="Tern Wire")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Which president did Premier Hagel telephone?", "Joost van den Achter"),
        ("Whom did Radim Čapek-Nový receive in May 2025?", "Ásta Þórs"),
        ("Who received Dr. Ásta Þórs?", "Radim Čapek-Nový"),
        ("Where did Patriarch Ioann meet Archbishop Ferry-Holt?", "Vestby"),
        ("Where did Čapek-Nový receive Dr. Þórs?", "Čertov Palace"),
        ("Whom did Gorm Machar meet in Gullnes?", "Ivo Šimek"),
        ("Which prime minister did Raita Ozol meet?", "Dorin Cebota"),
        ("Where did Kamil and Papas sit down?", "Tern Palace"),
    ],
)
def test_names_of_any_spelling_are_read_whole(answerer: Answerer, question: str, text: str) -> None:
    found = answerer.answer(question, as_of=AS_OF)
    assert isinstance(found, Answer)
    told = found.slots[found.asked[0]]
    assert told is not None
    assert text in told.text


@pytest.mark.parametrize(
    "question",
    [
        "When did Alan Whit meet Prime Minister Cebota?",
        "Where did President Ozol meet President Wrona?",
        "When did Minister Busta meet Minister Etche in Montevale?",
        "When did President Corb meet Captain Bost?",
        "When did Gorm Machar meet officers of a foreign service in Prague?",
        "Where did Maela Kerv meet Premier Lacas?",
        "When did Minister Ruyt visit Dushamb?",
        "When did Zhao Ming and Frieda Stahl meet in Aachholm?",
        "What did Zhao Ming and Frieda Stahl discuss in Tokholm?",
        "When did Eleni Papas meet Minister Kamil in Burgholm?",
    ],
)
def test_what_was_not_so_is_not_told(answerer: Answerer, question: str) -> None:
    assert isinstance(answerer.answer(question, as_of=AS_OF), NoAnswer)


def test_who_did_not_attend_did_not(answerer: Answerer) -> None:
    found = answerer.answer("Did fire chief Glyn Mosty attend Quenn's meeting with the tenants?", as_of=AS_OF)
    assert found.text.startswith("No")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("When did Raita Ozol meet Dorin Cebota?", "8 May 2025"),
        ("When did Commissioner Ysen meet Minister Etche?", "8 May 2025"),
        ("When did Minister Grieg meet President Corb?", "5 May 2025"),
        ("When did Zhao Ming host Frieda Stahl?", "8 May 2025"),
    ],
)
def test_who_met_is_still_told_with_the_day(answerer: Answerer, question: str, text: str) -> None:
    found = answerer.answer(question, as_of=AS_OF)
    assert isinstance(found, Answer)
    when = found.slots[Slot.WHEN]
    assert when is not None
    assert text in when.text


def test_no_dateline_and_no_reporting_clause_is_a_side(answerer: Answerer) -> None:
    found = answerer.answer("Who met arms dealer Viktor Shulg?", as_of=AS_OF)
    assert isinstance(found, Answer)
    who = found.slots[Slot.WHO]
    assert who is not None
    assert "VALNES" not in who.text
    assert "confirmed" not in who.text


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How long did the meeting of Tourn and Nadia Pruv last?", "three hours"),
        ("How many buses did Nadia Pruv ask Cedric Tourn for?", "40 new buses"),
        ("How many minutes did the call between Hagel and van den Achter last?", None),
        ("How much money did Čapek-Nový promise Dr. Þórs?", None),
        ("How many ships did Grieg promise Corb?", None),
        ("How long did Raita Ozol talk with Dorin Cebota?", None),
    ],
)
def test_a_number_is_told_only_where_a_sentence_tells_it(
    answerer: Answerer, question: str, text: str | None
) -> None:
    found = answerer.answer(question, as_of=AS_OF)
    assert isinstance(found, NoAnswer) == (text is None)
    assert text is None or text in found.text


@pytest.mark.parametrize(
    "question",
    [
        "Did Gorm Machar meet officers of a foreign service in Prague?",
        "Has Maela Kerv met Premier Lacas?",
    ],
)
def test_what_is_denied_or_offered_proves_nothing(answerer: Answerer, question: str) -> None:
    assert not answerer.answer(question, as_of=AS_OF).text.startswith("Yes")
