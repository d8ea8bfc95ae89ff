"""Who else took part: ends of long lists, hosts, those who are handed something, those met on a journey."""

from datetime import date

import pytest

from index.article import Article, Meeting, MeetingKind
from index.meetings import MeetingExtractor


def read(extractor: MeetingExtractor, body: str) -> tuple[Meeting, ...]:
    article = Article(id="a", path="a", title="", body=body, source=None, published=date(2024, 3, 8))
    return extractor.extract(article).meetings


def names(meeting: Meeting) -> set[str]:
    return {one.name for one in meeting.participants}


@pytest.mark.parametrize(
    ("body", "people"),
    [
        (
            "Sens. Ada Lind and Tom Berg, Rep. Eva Moreno, the Army Corps of Engineers, the Stony Creek "
            "project manager and area officials met today to discuss the dam.",
            {
                "Ada Lind",
                "Tom Berg",
                "Eva Moreno",
                "Army Corps of Engineers",
                "Stony Creek project manager",
                "area officials",
            },
        ),
        (
            "Senator Rosa Diaz met with Governor Tom Hale, the Army Corps of Engineers, ranchers and county "
            "officials on Monday.",
            {"Rosa Diaz", "Tom Hale", "Army Corps of Engineers", "ranchers", "county officials"},
        ),
        (
            "A bipartisan group of 17 senators, including Ada Lind and Tom Berg, met with President Hale.",
            {"bipartisan group of 17 senators", "Ada Lind", "Tom Berg", "Hale"},
        ),
        (
            "Senator Rosa Diaz will come to Bergen on Thursday to meet with local law enforcement and the "
            "management of the mill.",
            {"Rosa Diaz", "local law enforcement", "management of the mill"},
        ),
    ],
)
def test_a_list_is_read_to_its_end(extractor: MeetingExtractor, body: str, people: set[str]) -> None:
    (meeting,) = read(extractor, body)
    assert names(meeting) == people


@pytest.mark.parametrize(
    "body",
    [
        "Ada Lind, chairwoman of the panel and a senator from Maine, met with Tom Berg on Monday.",
        "Ada Lind and Tom Berg, members of the council and friends of the port, met on Monday.",
    ],
)
def test_what_people_are_is_nobody_else(extractor: MeetingExtractor, body: str) -> None:
    (meeting,) = read(extractor, body)
    assert names(meeting) == {"Ada Lind", "Tom Berg"}


@pytest.mark.parametrize(
    "opening",
    [
        "In his meeting with the nominee for Secretary of the Interior, Gov. Tom Hale (R-ID), ",
        "In a meeting with the nominee for Secretary of the Interior, Gov. Tom Hale, ",
        "During her meeting with Governor Tom Hale on Monday, ",
    ],
)
def test_a_meeting_before_its_subject_is_that_subjects(extractor: MeetingExtractor, opening: str) -> None:
    (meeting,) = read(extractor, f"{opening}Senator Rosa Diaz discussed the beetles.")
    assert names(meeting) == {"Tom Hale", "Rosa Diaz"}


def test_a_meeting_of_ours_is_the_speakers(extractor: MeetingExtractor) -> None:
    body = '"In my meeting with Governor Tom Hale, Senator Eva Lind was praised," said Senator Rosa Diaz.'
    (meeting,) = read(extractor, body)
    assert names(meeting) == {"Tom Hale", "Rosa Diaz"}


def test_who_travels_to_meet_somebody_does_so_once_and_there(extractor: MeetingExtractor) -> None:
    body = (
        "Senator Rosa Diaz (R-ME) traveled to Rill County today to meet with nurses and doctors at Wren "
        "Hospital to discuss Medicare."
    )
    (meeting,) = read(extractor, body)
    assert names(meeting) == {"Rosa Diaz", "nurses", "doctors"}
    assert meeting.kind is MeetingKind.VISIT
    assert meeting.where is not None
    assert meeting.where.text == "Wren Hospital"
    assert meeting.why is not None
    assert meeting.why.text == "to discuss Medicare"


def test_who_travels_with_somebody_is_still_on_a_trip(extractor: MeetingExtractor) -> None:
    body = "Senator Rosa Diaz travelled to Berlin with Tom Berg on Monday to meet Chancellor Eva Lind."
    (meeting,) = read(extractor, body)
    assert names(meeting) == {"Rosa Diaz", "Tom Berg", "Eva Lind"}
    assert meeting.kind is MeetingKind.TRIP


@pytest.mark.parametrize(
    ("body", "people"),
    [
        (
            "Senator Rosa Diaz today attended a forum hosted by Senator Eva Lind to discuss the drought.",
            {"Rosa Diaz", "Eva Lind"},
        ),
        (
            "During the event hosted by the Department of Agriculture, Senator Rosa Diaz joined Director "
            "Tom Berg in presenting the check to community leaders and the management of Kit Cooperative.",
            {
                "Rosa Diaz",
                "Tom Berg",
                "Department of Agriculture",
                "community leaders",
                "management of Kit Cooperative",
            },
        ),
        (
            "Senator Rosa Diaz visited Rill High School to present an award to the students.",
            {"Rosa Diaz", "students"},
        ),
        (
            "Senator Rosa Diaz met with farmers at a dinner hosted by the Rill Chamber of Commerce.",
            {"Rosa Diaz", "farmers"},
        ),
        (
            "Senator Rosa Diaz joined Mayor Tom Berg at a forum to present a plan to the Senate.",
            {"Rosa Diaz", "Tom Berg"},
        ),
    ],
)
def test_hosts_and_those_who_are_handed_something(
    extractor: MeetingExtractor, body: str, people: set[str]
) -> None:
    (meeting,) = read(extractor, body)
    assert names(meeting) == people


@pytest.mark.parametrize(
    ("told", "people"),
    [
        ("Joining Diaz at the event were Mayor Tom Berg and Sheriff Eva Lind.", {"Tom Berg", "Eva Lind"}),
        ("Joining them was Mayor Tom Berg.", {"Tom Berg"}),
        (
            "Also on hand were Mayor Tom Berg and representatives of the Rill Bank.",
            {"Tom Berg", "representatives of the Rill Bank"},
        ),
        ("On hand for the talks were Mayor Tom Berg and Sheriff Eva Lind.", {"Tom Berg", "Eva Lind"}),
        ("Mayor Tom Berg and several teachers were also on hand.", {"Tom Berg", "several teachers"}),
        (
            "The group included Tom Berg, chairman of the Rill Tribe, and Eva Lind, governor of the Pueblo.",
            {"Tom Berg", "Eva Lind"},
        ),
        ("The event was held in Oslo and was moderated by Tom Berg, former mayor.", {"Tom Berg"}),
        (
            "Among those making presentations at the meeting were Dr. Eva Lind and Governor Paul Chan.",
            {"Eva Lind", "Paul Chan"},
        ),
        (
            "Prices rose.\n\nRain fell.\n\nSenator Diaz was joined by Senators Tom Berg and Eva Lind.",
            {"Tom Berg", "Eva Lind"},
        ),
        ("Mayor Tom Berg and Sheriff Eva Lind also attended the meeting.", {"Tom Berg", "Eva Lind"}),
        ("Mayor Tom Berg and Sheriff Eva Lind took part in the talks.", {"Tom Berg", "Eva Lind"}),
        ("Sheriff Eva Lind sat in on the meeting.", {"Eva Lind"}),
        ("Taking part were also Mayor Tom Berg and farm workers.", {"Tom Berg", "farm workers"}),
        ("With her were Mayor Tom Berg and Sheriff Eva Lind.", {"Tom Berg", "Eva Lind"}),
        ("Others in the room included Mayor Tom Berg.", {"Tom Berg"}),
        ("Diaz's delegation included Mayor Tom Berg.", {"Tom Berg"}),
        (
            "She was accompanied by Sheriff Eva Lind and a group of nurses.",
            {"Eva Lind", "group of nurses"},
        ),
        ("Mayor Tom Berg and Sheriff Eva Lind accompanied her.", {"Tom Berg", "Eva Lind"}),
        (
            "Members of the delegation were:\n- Mayor Tom Berg (D-Rill)\n- Sheriff Eva Lind\n",
            {"Tom Berg", "Eva Lind"},
        ),
        (
            "Participating leaders include:\nTom Berg, chairman of the Rill Tribe\n"
            "Eva Lind, governor of the Pueblo\nOmar Finch",
            {"Tom Berg", "Eva Lind", "Omar Finch"},
        ),
    ],
)
def test_those_told_of_in_other_sentences(extractor: MeetingExtractor, told: str, people: set[str]) -> None:
    (meeting,) = read(extractor, f"Senator Rosa Diaz met with farmers in Bergen on Monday.\n\n{told}")
    assert names(meeting) == {"Rosa Diaz", "farmers", *people}


@pytest.mark.parametrize(
    "told",
    [
        "Diaz was joined by Senators Tom Berg and Eva Lind in introducing the Farm Act.",
        "Diaz was joined by Senators Tom Berg and Eva Lind in a letter to the Secretary.",
        "The bill's supporters include Tom Berg and Eva Lind.",
        "The company is led by Tom Berg.",
        "Among those opposing the plan are Senators Tom Berg and Eva Lind.",
        "Mayor Tom Berg did not attend the meeting.",
        "Opposing the plan were Senators Tom Berg and Eva Lind.",
        "Members of the committee are Senators Tom Berg and Eva Lind.",
    ],
)
def test_those_who_join_in_a_cause_were_not_there(extractor: MeetingExtractor, told: str) -> None:
    (meeting,) = read(extractor, f"Senator Rosa Diaz met with farmers in Bergen on Monday. {told}")
    assert names(meeting) == {"Rosa Diaz", "farmers"}


@pytest.mark.parametrize(
    ("body", "people"),
    [
        (
            "Senator Rosa Diaz, together with Mayor Tom Berg, met with farmers on Monday.",
            {"Rosa Diaz", "Tom Berg", "farmers"},
        ),
        (
            "Senator Rosa Diaz held talks with Envoy Tom Berg in Riga in the presence of General Eva Lind.",
            {"Rosa Diaz", "Tom Berg", "Eva Lind"},
        ),
        (
            "A Latvian delegation led by Rosa Diaz and including General Eva Lind met Chancellor Tom Berg.",
            {"Latvian delegation", "Rosa Diaz", "Eva Lind", "Tom Berg"},
        ),
    ],
)
def test_those_who_come_along(extractor: MeetingExtractor, body: str, people: set[str]) -> None:
    (meeting,) = read(extractor, body)
    assert names(meeting) == people


@pytest.mark.parametrize(
    ("body", "people"),
    [
        ("Diaz visited Wren Hospital to hear from doctors and nurses about cuts.", {"doctors", "nurses"}),
        ("Diaz toured the Kit plant and told workers that she would fight.", {"workers"}),
        ("Diaz toured the Kit plant in Bergen. She told workers that she would fight.", {"workers"}),
        ("Diaz held a hearing in Bergen to hear from fishermen and tribes.", {"fishermen", "tribes"}),
        ("Diaz toured the Kit plant in Bergen. She told reporters that she would fight.", set()),
        (
            "Diaz toured the Kit plant. Rain fell for hours over the hills and the entire valley of Rill. "
            "She told workers that she would fight.",
            set(),
        ),
        ("Diaz visited the mill and told voters that she would run.", set()),
        ("Diaz visited the mill to thank Congress for its help.", set()),
        ("Diaz visited Wren Hospital, and officials told patients to leave.", set()),
    ],
)
def test_those_whom_a_visitor_speaks_with(extractor: MeetingExtractor, body: str, people: set[str]) -> None:
    (meeting,) = read(extractor, f"Senator Rosa {body}")
    assert names(meeting) == {"Rosa Diaz", *people}


@pytest.mark.parametrize(
    ("body", "people"),
    [
        ("Mayor Eva Lind invited Senator Rosa Diaz to tour the harbor next week.", {"Eva Lind", "Rosa Diaz"}),
        ('"I invited Admiral Tom Berg to visit Bergen," Senator Rosa Diaz said.', {"Tom Berg", "Rosa Diaz"}),
        ("President Omar Finch was invited by President Ann Lee to visit Riga.", {"Omar Finch", "Ann Lee"}),
    ],
)
def test_who_invites_somebody_is_to_meet_them(
    extractor: MeetingExtractor, body: str, people: set[str]
) -> None:
    (meeting,) = read(extractor, body)
    assert names(meeting) == people


@pytest.mark.parametrize(
    "told",
    [
        "She was accompanied by General Eva Lind and Mayor Ann Bay.",
        "General Eva Lind and Mayor Ann Bay attended the meeting.",
    ],
)
def test_who_came_along_did_so_to_the_last_meeting(extractor: MeetingExtractor, told: str) -> None:
    body = (
        "Senator Rosa Diaz met Chancellor Tom Berg in Berlin on Monday. On Tuesday, Diaz met Premier Wu Ling "
        f"in Riga. {told}"
    )
    first, last = read(extractor, body)
    assert names(first) == {"Rosa Diaz", "Tom Berg"}
    assert names(last) == {"Rosa Diaz", "Wu Ling", "Eva Lind", "Ann Bay"}


def test_a_journey_elsewhere_is_another_one(extractor: MeetingExtractor) -> None:
    body = (
        "Senator Rosa Diaz met Chancellor Tom Berg in Berlin. Last year Diaz travelled to Oslo, accompanied "
        "by General Eva Lind."
    )
    talks, journey = read(extractor, body)
    assert names(talks) == {"Rosa Diaz", "Tom Berg"}
    assert talks.when is None
    assert names(journey) == {"Rosa Diaz", "Eva Lind"}


def test_a_line_of_a_list_gives_the_next_no_office(extractor: MeetingExtractor) -> None:
    body = (
        "Senator Rosa Diaz met with farmers.\n\nThose attending the meeting were:\n"
        "Tom Berg, chairman of the Rill Tribe\nEva Lind\n"
    )
    (meeting,) = read(extractor, body)
    assert {one.name: one.role for one in meeting.participants}["Eva Lind"] is None


@pytest.mark.parametrize(
    ("group", "people"),
    [
        (
            "members of the National Cattle Association and Rill Conservation Service",
            {"members of the National Cattle Association", "members of Rill Conservation Service"},
        ),
        ("members of the Committee on Banking and Housing", None),
        ("members of the House and Senate", None),
        ("leaders of Norway and Sweden", None),
    ],
)
def test_the_people_of_each_body(extractor: MeetingExtractor, group: str, people: set[str] | None) -> None:
    (meeting,) = read(extractor, f"Senator Rosa Diaz met with {group} to discuss the drought.")
    assert names(meeting) == {"Rosa Diaz", *(people or {group})}


def test_the_next_meeting_in_the_same_house_is_the_same(extractor: MeetingExtractor) -> None:
    body = (
        "Senator Rosa Diaz met with nurses at Wren Hospital on Monday. Diaz met with Ann Bay, director of "
        "Wren Hospital, to discuss Medicare."
    )
    (meeting,) = read(extractor, body)
    assert names(meeting) == {"Rosa Diaz", "nurses", "Ann Bay"}


def test_visits_to_two_houses_are_two(extractor: MeetingExtractor) -> None:
    body = (
        "Senator Rosa Diaz toured the Kit Mill in Bergen on Monday. Diaz then visited Wren Hospital with "
        "Mayor Ann Bay."
    )
    mill, hospital = read(extractor, body)
    assert names(mill) == {"Rosa Diaz"}
    assert names(hospital) == {"Rosa Diaz", "Ann Bay"}


def test_the_next_meeting_in_the_same_town_may_be_another(extractor: MeetingExtractor) -> None:
    body = "Senator Rosa Diaz met with farmers in Bergen on Monday. Diaz met with Bergen Mayor Ann Bay."
    assert len(read(extractor, body)) == 2
