"""Where: the place that hangs on the meeting, of the kind asked for, and none of anything else."""

from datetime import date

import pytest

from bot.answering.answer import Answer, NoAnswer, Reason, Slot
from bot.answering.answerer import Answerer
from bot.answering.evidence.places import places_in
from bot.answering.lexicon.place_kinds import asked_kind, asked_words, fits_kind
from bot.answering.slots.meeting_places import kept_places, places_of_meeting
from tests.bot.answering.conftest import Opener

BODIES = {
    "medal": "Sen. Anna Lind, Chairman of the Harbour Conference, honored the pilots at a special "
    "ceremony in Solvik Friday afternoon.",
    "roundtable": "Sen. Ivo Falk's bill came of meetings he had in Norland with wounded sailors, including "
    "a roundtable he convened at Brekke Naval Medical Center in Tornes on May 10.",
    "institute": "Sen. Mona Reyes will take part in a Kepler Institute conference on tides during the "
    "week of August 15 in Ravnby, Norland.",
    "camp": "Sen. Otto Krag visited Djurso, a refugee camp in Gola Bay, Maresia, on Monday. He spoke "
    "with the families there.",
    "dateline": "TEL ORA, Maresia - It is time for talks about peace in the Southern Sea, Sen. Petra "
    "Holm said today, following a meeting here with Prime Minister Jon Okoro.",
    "ferry": "Sen. Rune Dahl met today with families of the sailors killed in the May 2 explosion at "
    "Sandby Mine.",
    "drive": "Sen. Tove Lunde and the Gull Food Bank are hosting a food drive. To join, call Senator "
    "Lunde's Haven office at 555-0100.",
    "bridge": "Sen. Vera Moen brought together Colonel Tor Wang of the Harbour Corps and Mayor Bo "
    "Chavez for the January meeting to settle the bridge permit. The permit was agreed after "
    "she arranged a meeting of the Harbour Corps and city officials in her Solvik office.",
    "palace": "King Olav received Sen. Siri Vik on Tuesday for talks on whales. The one-hour meeting between "
    "Vik and the King took place in the summer palace in Lillevik.",
    "grant": "Sen. Dag Moe announced funds for the Tarn ferry on Tuesday. Harbor master Una Brekke joined "
    "him for the announcement, which was made at the Kelp Point Senior Center. Moe met Brekke at the Gull "
    "Tavern in Tarn in March to talk about the ferry.",
    "race": "Sen. Nils Eide honored Rolf Tingstad on Saturday. The award was presented as part of the 9th "
    "Annual Eide Community Swim and Relay. Tingstad leads a club of children. The 9th Annual Eide Community "
    "Swim and Relay drew two crowds on the campus of Holm College.",
    "dust": "Health Secretary Mia Roth has accepted Sen. Jan Solli's invitation to a community "
    "meeting in Dalby on Friday. Solli has worked on the dust for years. The mine closed in 1990. A meeting "
    "with King Egil was held at the Narvik Hotel in April. Although plans are still being made, a "
    "community meeting will be held at the Dalby Town Hall at 2:30 p.m.",
    "tour": "After talks with farmer Lars Vang, Sen. Ida Rud said that prices would fall. On Thursday, the "
    "senators will be in Rauland, where meetings are scheduled with Captain Stig Ek. Rud's meeting with "
    "Samnian President Jorn Haug is scheduled for later in the week in Tolga.",
    "wing": "Sen. Pia Thorn today dedicated the new wing of the Roan Valley Hospital. Surgeon Bo Ness "
    "thanked Thorn at the ceremony.",
    "brewer": "Sen. Roy Tveit met brewer Per Lie on Monday. After the meeting, Tveit flew to Tarn for a "
    "rally at the Gull Hall.",
    "lunch": "Sen. Alf Skog sat down with coach Liv Berge over lunch at Mama Rosa's in Sandvik.",
    "hill": "The Ostmark council will meet with Sen. Geir Fossum at a Castle Hill meeting on Friday.",
    "king": "While in Maresia, Sen. Ulf Gran met with President Haug. While in Ostmark, Gran also "
    "met King Leif.",
    "unit": "Sen. Eli Bakke praised the nurses during a visit to Tarn's Hedda Falk Memorial Hospital.",
    "nominee": "Sen. Odd Vinje met with court nominee Finn Aune as he visited Senators' offices on "
    "Monday. The meeting in Vinje's office lasted half an hour.",
    "tram": "Sen. Ane Sand met with Norland officials in her Lillevik office on Monday about the "
    "tram. Mayor Leif Bru and engineer Kai Mo attended the meeting.",
    "hall": "WHAT: Forum with Sen. Gunn Strand on the old road\nWHERE: Grue Hall, 12 Grue Road, Fjordby\n",
}


@pytest.fixture(scope="module")
def bot(open_answerer: Opener, tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    corpus = tmp_path_factory.mktemp("briefings")
    for name, body in BODIES.items():
        text = f"---\ntitle: News of the {name}\npublished: 2026-05-11\n---\n{body}\n"
        (corpus / f"{name}.md").write_text(text, encoding="utf-8")
    return open_answerer(corpus)


def asked(bot: Answerer, question: str) -> Answer | NoAnswer:
    return bot.answer(question, as_of=date(2026, 6, 1))


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Which city hosted Lind's ceremony for the pilots?", "Solvik"),
        (
            "At which hospital did Falk hold his roundtable with wounded sailors?",
            "Brekke Naval Medical Center in Tornes",
        ),
        ("In which city was Reyes to take part in the Kepler tides conference?", "Ravnby, Norland"),
        ("Which refugee camp did Krag visit?", "Djurso, a refugee camp in Gola Bay, Maresia"),
        ("Which city was Holm in when she met Okoro?", "TEL ORA, Maresia"),
        ("Where did Mayor Chavez and the Harbour Corps settle the bridge permit?", "her Solvik office"),
        ("In what building did King Olav receive Siri Vik?", "the summer palace in Lillevik"),
        ("Where was Moe's announcement on the Tarn ferry made?", "the Kelp Point Senior Center"),
        (
            "On what campus was the Eide swim at which Rolf Tingstad got his award?",
            "the campus of Holm College",
        ),
        ("In which building were Solli and Mia Roth to hold their community meeting?", "the Dalby Town Hall"),
        ("In what city was Samnia's president to receive Rud's delegation?", "Tolga"),
        ("Where did Bo Ness thank Thorn?", "Roan Valley Hospital"),
        ("Where did Skog have lunch with Liv Berge?", "Mama Rosa's in Sandvik"),
        ("Where was Fossum to meet the Ostmark council?", "Castle Hill"),
        ("Where did Gran meet King Leif?", "Ostmark"),
        ("At which Tarn hospital did Bakke praise the nurses?", "Tarn's Hedda Falk Memorial Hospital"),
        ("Where did Vinje and nominee Aune meet?", "Vinje's office"),
        ("Where was the tram meeting with Mayor Bru and Kai Mo?", "her Lillevik office"),
        ("In which hall was Strand to hold a forum on the old road?", "Grue Hall, 12 Grue Road, Fjordby"),
    ],
)
def test_the_place_that_hangs_on_the_meeting(bot: Answerer, question: str, place: str) -> None:
    answer = asked(bot, question)
    assert isinstance(answer, Answer)
    assert answer.slots[Slot.WHERE].text == place


@pytest.mark.parametrize(
    "question",
    [
        "Where did Dahl meet the families of the sailors?",
        "Where was Lunde's food drive with the Gull Food Bank announced?",
        "At which hotel was Lind's ceremony for the pilots?",
        "Where did Tveit meet Per Lie?",
        "In which hotel were Solli and Mia Roth to hold their community meeting?",
    ],
)
def test_a_place_of_something_else_is_none(bot: Answerer, question: str) -> None:
    answer = asked(bot, question)
    assert isinstance(answer, NoAnswer)
    assert answer.reason is Reason.NOT_STATED


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("They met in the Southern Sea, U.S. Sen. Anna Lind said.", ["the Southern Sea"]),
        ("They met in Solvik, Anna Lind said.", ["Solvik"]),
        ("Lind toured Cannon Park on Monday.", ["Cannon Park"]),
        ("She visited Mayor Falk.", []),
        ("They met in the village of Sandby in Norland.", ["the village of Sandby in Norland"]),
        ("They met in Sandby and Grue counties.", ["Sandby and Grue counties"]),
        ("She has travelled a lot and visited many Norland schools.", []),
        ("They left for a trip to the Harbour Summit.", []),
        ("She heard from people from my State of Norland who are going.", []),
        ("She spoke at the Solvik Center on Tides.", ["the Solvik Center on Tides"]),
        ("They listened to nurses at Solvik Hospital voice their fears.", ["Solvik Hospital"]),
        ("They met on the grounds of the N.D. Abbey.", ["the grounds of the N.D. Abbey"]),
        ("She spoke in front of the Wool Palace in Tornes.", ["the Wool Palace in Tornes"]),
        ("Speaking from the deck of the ferry Solveig, she promised it.", ["the deck of the ferry Solveig"]),
        ("Workers from the rope plant in Tornes spoke.", []),
        ("She led members of Congress at the Whale Museum in Tornes.", ["the Whale Museum in Tornes"]),
        ("She heard guests of the Wool Council at the Grue Inn.", ["the Grue Inn"]),
        ("They met in the Senate Reception Room adjacent to the stairs.", ["the Senate Reception Room"]),
        ("They met in the Senate.", []),
        ("They met at the Grue Inn in Tornes harbor.", ["the Grue Inn"]),
        ("At a Castle Hill briefing, they spoke.", ["Castle Hill"]),
        ("They spoke at a Grue Hall forum and at a Town Hall meeting.", ["a Grue Hall"]),
        ("She dedicated the new wing of the Sandby Hospital in Tornes.", ["Sandby Hospital in Tornes"]),
        ("She opened the hearing with a joke.", []),
        ("She welcomed Falk to her office on Monday.", ["her office"]),
        ("After the breakfast in Solvik, I drove on.", ["Solvik"]),
        ("Their visit to Grue Bay Refuge also marked its third year.", ["Grue Bay Refuge"]),
        ("Falk, the harbour master, met Lind in the nation's capital.", ["the nation's capital"]),
        ("They met in the Norland capital on Monday.", ["the Norland capital"]),
        ("They raised three million in capital to build it.", []),
        ("They spoke in the capital gains debate.", []),
        ("They met members of the Ferry Board on Capitol Hill.", ["Capitol Hill"]),
    ],
)
def test_a_place_phrase_ends_where_the_place_does(sentence: str, places: list[str]) -> None:
    assert list(places_in(sentence)) == places


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Lind met dockers hurt in Bergen, where she spoke.", ["Bergen"]),
        ("Lind met the families of pilots killed in a crash at Sandby Field.", []),
        ("Lind met with wounded sailors at Sandby Hospital.", ["Sandby Hospital"]),
        ("Lind met soldiers serving in Maresia.", []),
        ("They plan to travel to Tornes after their meeting with Lind.", []),
        ("They spoke after their meeting with Lind at the Customs House.", ["the Customs House"]),
        ("Lind will meet pilots in Norland, visit the reefs and view the docks in Maresia.", ["Norland"]),
        ("Lind offered funds to promote travel to Maresia.", []),
        ("Lind met Okoro, chairman of the port in Solvik.", []),
        ("Lind met Okoro, Mayor Falk and union men at Grue Hall.", ["Grue Hall"]),
        ("Lind met Okoro, chairman and owner of the port in Solvik.", []),
        ("To come, visit Lind's Solvik office or call 555-0100.", []),
        (
            "In room 12 of the Grue Building (following the hearing on eels) they met.",
            ["room 12 of the Grue Building"],
        ),
        ("Lind, who was born in Sandby, met Falk in Tornes.", ["Tornes"]),
        ("Lind, who was born in Sandby, met Falk.", []),
        ("Lind fought the famine in Maresia today by meeting with Falk.", []),
        ("Lind talked of the fire at the Sandby Mine with Falk at the Grue library.", ["the Grue library"]),
        ("Falk joined her for the announcement, which was made at the Grue Center.", ["the Grue Center"]),
        ("Falk joined Lind, who is deputy head of the Grue Center.", []),
        (
            "Lind met her host, the Right Honorable Bo Falk - a member in Tornes - in her Grue office.",
            ["her Grue office"],
        ),
        ("Lind -- who flew in from Maresia -- met Falk in Tornes.", ["Tornes"]),
        ("Falk, just returning from seeing the fleet in Maresia, met Lind in Tornes today.", ["Tornes"]),
        ("Back from a week in Maresia, Lind met Falk at the Grue library.", ["the Grue library"]),
        ("Lind met Falk, chairman of the Ferry Board, in her Tornes office.", ["her Tornes office"]),
        ("Lind met Falk, chairman of the Ferry Board on Capitol Hill.", ["Capitol Hill"]),
        ("Lind met Falk, an aide in his Tornes office.", []),
        ("Lind met her host, Mayor Bo Falk in Tornes.", ["Tornes"]),
        ("Lind met Falk, Deputy Minister in Tornes.", []),
    ],
)
def test_what_hangs_on_a_meeting(sentence: str, places: list[str]) -> None:
    question = "Where in Norland did Lind meet them?"
    assert list(places_of_meeting(sentence, question)) == places


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Where did Lind tour the mill?", ["Tornes"]),
        ("Where did Lind cut the ribbon?", []),
        ("Where did Lind thank the weavers?", []),
    ],
)
def test_a_further_act_is_no_matter_where_it_is_asked(question: str, places: list[str]) -> None:
    sentence = "Lind met the weavers to thank them and tour the rope works in Tornes."
    assert list(places_of_meeting(sentence, question)) == places


def test_where_they_serve_is_wanted_where_it_is_asked() -> None:
    sentence, question = "Lind met soldiers serving in Maresia.", "Where were they stationed?"
    assert list(places_of_meeting(sentence, question)) == ["Maresia"]


def test_where_somebody_came_from_is_wanted_where_it_is_asked() -> None:
    sentence = "Falk, returning from seeing the fleet in Maresia, met Lind in Tornes today."
    assert "Maresia" in list(places_of_meeting(sentence, "Where was Falk returning from when he met Lind?"))


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("At which school were the families housed whom Lind visited?", ["the Grue School in Tornes"]),
        ("Where are the families housed?", ["the Grue School in Tornes"]),
        ("Where did Lind meet the families housed in Norland?", []),
        ("Where was the meeting with those housed in Norland?", []),
        ("Where were the families fed?", []),
    ],
)
def test_where_people_are_kept_is_wanted_where_it_is_asked(question: str, places: list[str]) -> None:
    sentence = "Families from Maresia are housed for now at the Grue School in Tornes."
    assert list(kept_places(sentence, question)) == places


@pytest.mark.parametrize(
    ("question", "kind", "told"),
    [
        ("Which two counties did Lind see?", "county", "two "),
        ("In which Maresian border city did Lind stop?", "city", "Maresian border "),
        ("On which base was Lind?", "base", ""),
        ("At which bank did Lind speak?", None, ""),
    ],
)
def test_the_kind_asked_for_and_what_is_said_of_it(question: str, kind: str | None, told: str) -> None:
    assert asked_kind(question) == kind
    assert asked_words(question) == told


@pytest.mark.parametrize(
    ("question", "place", "fits"),
    [
        ("Which city did Lind see?", "Falk's rope works in Long Beach", True),
        ("Which city did Lind see?", "the Norland border", False),
        ("At which venue did Lind speak?", "Solvik, Grue County", False),
        ("Which site did Lind tour?", "the Institute of Tides", True),
        ("In which town did Lind speak?", "the Lamb Inn", False),
        ("In what building did Lind speak?", "the summer palace", True),
        ("At which post did Lind speak?", "the Norland Mission", True),
        ("Which refuge did Lind see?", "Grue Bay Wildlife Refuge", True),
    ],
)
def test_a_city_is_no_hospital(question: str, place: str, fits: bool) -> None:
    assert fits_kind(question, place) is fits
