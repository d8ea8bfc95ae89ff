"""Who takes part, as news tells it: lists, appositions, hyphens, groups, pronouns, letters."""

from datetime import date

import pytest

from index.article import Article, Meeting
from index.meetings import MeetingExtractor


def read(extractor: MeetingExtractor, body: str, source: str | None = None) -> tuple[Meeting, ...]:
    article = Article(id="a", path="a", title="", body=body, source=source, published=date(2024, 3, 8))
    found = extractor.extract(article).meetings
    for meeting in found:
        for one in meeting.participants:
            assert one.mention is None or body[one.mention.start : one.mention.end] == one.mention.text
    return found


@pytest.mark.parametrize(
    ("body", "people"),
    [
        (
            "Senators Ada Moreno and Eva Lind met with Ambassador Kim Tae-sik on Monday.",
            {"Ada Moreno", "Eva Lind", "Kim Tae-sik"},
        ),
        (
            "Senator Ada Moreno met with city officials, including Mayor Tom Berg, on Monday.",
            {"Ada Moreno", "city officials", "Tom Berg"},
        ),
        (
            "Senator Ada Moreno met with Mayor Tom Berg as well as General Eva Lind about the port.",
            {"Ada Moreno", "Tom Berg", "Eva Lind"},
        ),
        (
            "In a meeting today with Ambassador Tom Berg, Senator Ada Moreno, a member of the panel, "
            "vowed to help.",
            {"Ada Moreno", "Tom Berg"},
        ),
        (
            "Senator Ada Moreno met with farmers in Lisbon. Moreno was joined in her office by members of "
            "the Bergen Chamber of Commerce.",
            {"Ada Moreno", "farmers", "members of the Bergen Chamber of Commerce"},
        ),
        (
            "Senator Ada Moreno met with farmers.\n\nPrices rose.\n\nRain fell.\n\n"
            "Among the attendees at the meeting were:\n* Tom Berg, head of the port\n* Eva Lind, a doctor\n",
            {"Ada Moreno", "farmers", "Tom Berg", "Eva Lind"},
        ),
    ],
)
def test_all_who_took_part(extractor: MeetingExtractor, body: str, people: set[str]) -> None:
    assert {one.name for one in read(extractor, body)[0].participants} == people


@pytest.mark.parametrize(
    ("met", "people"),
    [
        (
            'Port Rill Mayor Eleanor "Bo" Finch and City Manager Tom Berg',
            {'Eleanor "Bo" Finch', "Tom Berg"},
        ),
        ("Port Rill Mayor Finch and other officials", {"Finch", "other officials"}),
        ("Rep. Peter King (R-NY) and King Olav of Norway", {"Peter King", "Olav"}),
        ("Port Rill Mayor Deloris Prince and the Prince of Wales", {"Deloris Prince", "Prince of Wales"}),
        ("Crown Prince Olav and Chief Justice Ann Lee", {"Crown Prince Olav", "Ann Lee"}),
    ],
)
def test_a_name_is_neither_its_office_nor_its_town(
    extractor: MeetingExtractor, met: str, people: set[str]
) -> None:
    (meeting,) = read(extractor, f"Senator Ada Moreno met with {met} on Monday.")
    assert {one.name for one in meeting.participants} == {"Ada Moreno", *people}


def test_the_two_are_those_told_before(extractor: MeetingExtractor) -> None:
    body = (
        "President Ada Moreno met with Prime Minister Tom Berg in Oslo on Monday.\n\n"
        "The two leaders will meet again in Lisbon in May."
    )
    _, again = read(extractor, body)
    assert [one.name for one in again.participants] == ["Ada Moreno", "Tom Berg"]


@pytest.mark.parametrize(
    ("body", "people"),
    [
        ("Prime Minister Ann Lee came. The prime minister met with Mayor Tom Berg.", {"Ann Lee", "Tom Berg"}),
        ("Bank President Ann Lee came. The president met with Mayor Tom Berg.", {"president", "Tom Berg"}),
        ("Former President Ann Lee came. The president met with Mayor Tom Berg.", {"president", "Tom Berg"}),
        (
            "President Ann Lee came. President Omar Finch called. The president met with Mayor Tom Berg.",
            {"president", "Tom Berg"},
        ),
        (
            "President Ann Lee came. The president of Peru met with Mayor Tom Berg.",
            {"president of Peru", "Tom Berg"},
        ),
        (
            "Sens. Ada Diaz and Ruth Okafor came. The Senators met with Mayor Tom Berg.",
            {"Ada Diaz", "Ruth Okafor", "Tom Berg"},
        ),
        (
            "Sens. Ada Diaz and Ruth Okafor came. Sens. Bo Lind and Eva Roy left. "
            "The senators met with Mayor Tom Berg.",
            {"senators", "Tom Berg"},
        ),
        (
            "Sens. Ada Diaz and Ruth Okafor came. The Republican senators met with Mayor Tom Berg.",
            {"Republican senators", "Tom Berg"},
        ),
        (
            "Foreign Minister Ann Lee met with her Norwegian counterpart. "
            "Norwegian Foreign Minister Tom Berg agreed.",
            {"Ann Lee", "Tom Berg"},
        ),
        (
            "Foreign Minister Ann Lee met with her Norwegian counterpart. "
            "Norwegian President Tom Berg agreed.",
            {"Ann Lee", "her Norwegian counterpart"},
        ),
        (
            "Senator Ada Diaz hosted Secretary Tom Berg in Riga, where the two met with fishermen.",
            {"Ada Diaz", "Tom Berg", "fishermen"},
        ),
        ("Ada Diaz and Tom Berg met with their interpreters in Riga.", {"Ada Diaz", "Tom Berg"}),
        (
            "Senator Ada Diaz led a delegation to Oslo, where they met with Mayor Tom Berg.",
            {"Ada Diaz", "delegation", "Tom Berg"},
        ),
    ],
)
def test_an_office_alone_means_its_only_holder(
    extractor: MeetingExtractor, body: str, people: set[str]
) -> None:
    (meeting,) = read(extractor, body)
    assert {one.name for one in meeting.participants} == people


def test_dear_mr_secretary_is_you(extractor: MeetingExtractor) -> None:
    body = (
        "Senator Ada Moreno wrote to Secretary Tom Berg.\n\nDear Mr. Secretary:\n\n"
        "I met with you on Monday.\n\nSincerely,\n\nAda Moreno"
    )
    (meeting,) = read(extractor, body, "Office of Senator Moreno")
    assert {one.name for one in meeting.participants} == {"Ada Moreno", "Tom Berg"}


def test_a_surname_alone_is_the_person_named_in_full(extractor: MeetingExtractor) -> None:
    body = "Sen. Ada Zyrkin praised the plan. Zyrkin met with farmers in Lisbon last Thursday."
    (meeting,) = read(extractor, body)
    assert [one.name for one in meeting.participants] == ["Ada Zyrkin", "farmers"]


def test_role_and_affiliation(extractor: MeetingExtractor) -> None:
    body = (
        "Senator Ada Moreno met with Norwegian Foreign Minister Tom Berg "
        "and Eva Lind, head of the Bergen Port."
    )
    (meeting,) = read(extractor, body)
    told = [(one.name, one.role, one.affiliation) for one in meeting.participants]
    assert told == [
        ("Ada Moreno", "senator", None),
        ("Tom Berg", "foreign minister", "Norway"),
        ("Eva Lind", "head", "Bergen Port"),
    ]


def test_the_day_of_the_telling_is_not_the_meetings(extractor: MeetingExtractor) -> None:
    (meeting,) = read(extractor, "Senator Ada Moreno said on Monday that she met with Ambassador Tom Berg.")
    assert meeting.when is None


def test_a_place_in_the_journey_above(extractor: MeetingExtractor) -> None:
    body = "Senator Ada Moreno joined Senate colleagues last July for a trip to Norway."
    (meeting,) = read(extractor, body)
    assert meeting.where is not None
    assert meeting.where.text == "Norway"
    assert meeting.why is None


@pytest.mark.parametrize(
    ("body", "people"),
    [
        (
            "Sens. Ada Moreno (R-ME), Eva Lind (R-ME) and Rep. Tom Berg (D-ME) met on Monday.",
            {"Ada Moreno", "Eva Lind", "Tom Berg"},
        ),
        (
            "Ada Moreno spoke on Monday following her meeting with border leaders, Sen. Eva Lind, and "
            "DHS Secretary Tom Berg about the wall.",
            {"Ada Moreno", "border leaders", "Eva Lind", "Tom Berg"},
        ),
        (
            "Senator Ada Moreno met with Director Tara Derby-Perrin on Monday.",
            {"Ada Moreno", "Tara Derby-Perrin"},
        ),
    ],
)
def test_parties_lists_and_hyphens(extractor: MeetingExtractor, body: str, people: set[str]) -> None:
    (meeting,) = read(extractor, body)
    assert {one.name for one in meeting.participants} == people


def test_they_are_the_subjects_before(extractor: MeetingExtractor) -> None:
    body = (
        "During the visit, Senator Ada Moreno and Mayor Tom Berg were briefed on the dam. "
        "They also met with project managers to review the plan."
    )
    last = read(extractor, body)[-1]
    assert [one.name for one in last.participants] == ["Ada Moreno", "Tom Berg", "project managers"]


def test_two_meetings_of_one_sentence_in_two_places(extractor: MeetingExtractor) -> None:
    body = "Governor Ada Moreno, who visited troops in Norway, met with Senator Tom Berg in Lisbon today."
    assert {one.where.text for one in read(extractor, body) if one.where} >= {"Lisbon"}


def test_an_office_before_a_name_is_that_persons(extractor: MeetingExtractor) -> None:
    body = "Deputy Director of Bergen Port, Tom Berg, briefed Senator Ada Moreno on the plan."
    (meeting,) = read(extractor, body)
    assert {one.name for one in meeting.participants} == {"Tom Berg", "Ada Moreno"}


def test_an_office_is_never_the_next_but_one_persons(extractor: MeetingExtractor) -> None:
    body = (
        "In a conference call with the U.S. Secretary of Transportation, Mary Park, and the head of the "
        "Highway Administration, Richard Cole, Moreno expressed her thanks.\n\nSenator Ada Moreno left."
    )
    roles = {one.name: one.role or "" for meeting in read(extractor, body) for one in meeting.participants}
    assert "transportation" not in roles.get("Richard Cole", "").lower()


@pytest.mark.parametrize(
    "body",
    [
        "They and the two met on Monday.",
        "Minister Ann Lee and both met Bo Day on Monday.",
        "The minister and both leaders met in Oslo on Monday.",
    ],
)
def test_words_that_point_back_in_a_list_of_subjects_name_nobody(
    extractor: MeetingExtractor, body: str
) -> None:
    named = {one.name for meeting in read(extractor, body) for one in meeting.participants}
    assert named <= {"Ann Lee", "Bo Day", "The minister", "minister"}
