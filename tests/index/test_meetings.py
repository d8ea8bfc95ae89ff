"""Meetings read out of sentences of our own, with the real parser: a rule each."""

from datetime import date

import pytest

from index.article import Article, Meeting, MeetingKind, MeetingStatus
from index.meetings import MeetingExtractor


def read(extractor: MeetingExtractor, body: str, source: str | None = None) -> tuple[Meeting, ...]:
    article = Article(id="a", path="a", title="", body=body, source=source, published=date(2024, 3, 8))
    found = extractor.extract(article).meetings
    for meeting in found:
        for quote in (meeting.where, meeting.why, meeting.evidence, meeting.when and meeting.when.quote):
            assert not quote or body[quote.start : quote.end] == quote.text
    return found


def names(meeting: Meeting) -> list[str]:
    return [one.name for one in meeting.participants]


@pytest.mark.parametrize(
    ("body", "people", "kind"),
    [
        (
            "President Ada Moreno met with Prime Minister Tom Berg in Oslo.",
            ["Ada Moreno", "Tom Berg"],
            "meeting",
        ),
        ("President Ada Moreno sat down with Tom Berg.", ["Ada Moreno", "Tom Berg"], "meeting"),
        (
            "President Ada Moreno and President Tom Berg held talks in Oslo.",
            ["Ada Moreno", "Tom Berg"],
            "meeting",
        ),
        ("President Ada Moreno spoke by phone with Tom Berg.", ["Ada Moreno", "Tom Berg"], "call"),
        ("Senator Ada Moreno was briefed by engineers.", ["engineers", "Ada Moreno"], "meeting"),
    ],
)
def test_frames(extractor: MeetingExtractor, body: str, people: list[str], kind: str) -> None:
    (meeting,) = read(extractor, body)
    assert sorted(names(meeting)) == sorted(people)
    assert meeting.kind is MeetingKind(kind)


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("met", MeetingStatus.HELD),
        ("will meet", MeetingStatus.PLANNED),
        ("is scheduled to meet", MeetingStatus.PLANNED),
        ("declined to meet", MeetingStatus.DECLINED),
    ],
)
def test_status_follows_the_verb(extractor: MeetingExtractor, verb: str, status: MeetingStatus) -> None:
    (meeting,) = read(extractor, f"Senator Ada Moreno {verb} with Ambassador Tom Berg.")
    assert meeting.status is status


@pytest.mark.parametrize("verb", ["did not meet", "could meet", "would meet"])
def test_what_did_not_happen_is_no_record(extractor: MeetingExtractor, verb: str) -> None:
    assert read(extractor, f"Senator Ada Moreno {verb} with Ambassador Tom Berg.") == ()


def test_all_slots_of_one_sentence(extractor: MeetingExtractor) -> None:
    (meeting,) = read(
        extractor, "Senator Ada Moreno met with farmers in Lisbon on Tuesday to discuss water rights."
    )
    assert meeting.where is not None
    assert meeting.where.text == "Lisbon"
    assert meeting.why is not None
    assert meeting.why.text == "to discuss water rights"
    assert meeting.when is not None
    assert meeting.when.span.first == meeting.when.span.last == date(2024, 3, 5)


def test_unstated_slots_stay_empty(extractor: MeetingExtractor) -> None:
    (meeting,) = read(extractor, "Senator Ada Moreno met with Ambassador Tom Berg.")
    assert (meeting.when, meeting.where, meeting.why) == (None, None, None)


def test_a_pronoun_is_the_office_holder(extractor: MeetingExtractor) -> None:
    body = "Sen. Ada Moreno wrote a letter. I met with Governor Tom Berg yesterday."
    (meeting,) = read(extractor, body, "Office of Senator Moreno")
    assert names(meeting) == ["Ada Moreno", "Tom Berg"]


def test_one_occasion_told_twice_is_one_record(extractor: MeetingExtractor) -> None:
    body = "Senator Ada Moreno met with Ambassador Tom Berg today. Moreno met with Berg in Oslo."
    (meeting,) = read(extractor, body)
    assert meeting.when is not None
    assert meeting.where is not None


def test_things_are_not_met(extractor: MeetingExtractor) -> None:
    assert read(extractor, "The plan met the goal. The town received a grant. He met the deadline.") == ()


def test_batches_keep_the_order(extractor: MeetingExtractor) -> None:
    bodies = ["Nothing happened.", "Senator Ada Moreno met with Ambassador Tom Berg.", ""]
    articles = [Article(id=str(n), path="", title="", body=body) for n, body in enumerate(bodies)]
    assert [len(one.meetings) for one in extractor.extract_many(articles)] == [0, 1, 0]


def test_two_who_met_each_other(extractor: MeetingExtractor) -> None:
    (meeting,) = read(
        extractor, "President Ada Moreno and General Secretary Tom Berg met in Oslo on Tuesday."
    )
    assert names(meeting) == ["Ada Moreno", "Tom Berg"]


def test_a_leader_takes_part_with_both_sides(extractor: MeetingExtractor) -> None:
    body = (
        "Norwegian and Danish officials will meet in Oslo on Tuesday.\n\n"
        "Deputy Minister Ada Moreno will lead the Danish delegation."
    )
    (meeting,) = read(extractor, body)
    assert names(meeting) == ["Norwegian officials", "Danish officials", "Ada Moreno"]
    assert meeting.participants[2].role == "leader of the Danish delegation"


def test_those_present_are_told_nearby_only(extractor: MeetingExtractor) -> None:
    told = "President Ada Moreno met with Prime Minister Tom Berg in Oslo.\n\n"
    present = "Minister Eva Lind was present."
    (near,) = read(extractor, told + present)
    assert names(near) == ["Ada Moreno", "Tom Berg", "Eva Lind"]
    (far,) = read(extractor, told + "Prices rose.\n\nRain fell.\n\n" + present)
    assert names(far) == ["Ada Moreno", "Tom Berg"]


def test_i_is_the_quoted_speaker_not_the_office_holder(extractor: MeetingExtractor) -> None:
    body = (
        "Sen. Ada Moreno praised the plan.\n\n"
        '"We looked at it. I met with Governor Tom Berg yesterday," said Mayor Eva Lind.'
    )
    (meeting,) = read(extractor, body, "Office of Senator Moreno")
    assert names(meeting) == ["Eva Lind", "Tom Berg"]


def test_her_is_the_other_person(extractor: MeetingExtractor) -> None:
    body = (
        "The visit of Prime Minister Eva Lind to Oslo on April 3 has been postponed.\n\n"
        "The decision follows reports on Lind. President Tom Berg spoke with her by telephone on Monday."
    )
    visit, call = read(extractor, body)
    assert (names(visit), visit.status) == (["Eva Lind"], MeetingStatus.POSTPONED)
    assert names(call) == ["Tom Berg", "Eva Lind"]


def test_a_wish_that_they_meet_is_a_request(extractor: MeetingExtractor) -> None:
    body = "Senator Ada Moreno requested in a letter that Secretary Tom Berg meet with farmers."
    (meeting,) = read(extractor, body)
    assert meeting.status is MeetingStatus.REQUESTED
    assert names(meeting) == ["Tom Berg", "farmers"]


@pytest.mark.parametrize("subject", ["Critics", "Senator Eva Lind"])
def test_why_is_not_what_others_discussed(extractor: MeetingExtractor, subject: str) -> None:
    told = "President Ada Moreno met with Prime Minister Tom Berg in Oslo. "
    assert read(extractor, told + f"{subject} discussed the price of fish.")[0].why is None
    assert read(extractor, told + "They discussed the price of fish.")[0].why is not None


def test_a_name_after_a_state_and_a_title(extractor: MeetingExtractor) -> None:
    (meeting,) = read(extractor, "Senator Ada Moreno met with Arizona Senator Tom Berg today.")
    assert names(meeting) == ["Ada Moreno", "Tom Berg"]


def test_the_day_of_what_others_did_is_not_the_meetings(extractor: MeetingExtractor) -> None:
    body = "Senator Ada Moreno met with families of the miners killed in the Feb. 2 explosion."
    (meeting,) = read(extractor, body)
    assert meeting.when is None


def test_following_the_call_is_its_day(extractor: MeetingExtractor) -> None:
    told = "Senator Ada Moreno held a conference call with Mayor Eva Lind on Tuesday. "
    back = "Following the conference call Moreno consulted with Attorney Tom Berg."
    _, later = read(extractor, told + back)
    assert names(later) == ["Ada Moreno", "Tom Berg"]
    assert later.when is not None
    assert later.when.span.first == date(2024, 3, 5)


def test_headings_state_day_and_place(extractor: MeetingExtractor) -> None:
    body = (
        "Senator Ada Moreno will meet with farmers.\n\n"
        "WHEN: Tuesday, March 12, 10 a.m.\n\nWHERE: City Hall, Lisbon"
    )
    (meeting,) = read(extractor, body)
    assert meeting.when is not None
    assert meeting.when.span.first == date(2024, 3, 12)
    assert meeting.where is not None
    assert meeting.where.text == "City Hall, Lisbon"


def test_talks_are_called_by_their_place(extractor: MeetingExtractor) -> None:
    body = "The Camp David talks began on Monday with the arrival of Ada Moreno and Tom Berg."
    (meeting,) = read(extractor, body)
    assert names(meeting) == ["Ada Moreno", "Tom Berg"]
    assert meeting.where is not None
    assert meeting.where.text == "Camp David"


def test_the_place_of_a_topic_is_not_the_meetings(extractor: MeetingExtractor) -> None:
    body = "Ada Moreno was briefed by Director Tom Berg on the state of security at the lab."
    (meeting,) = read(extractor, body)
    assert meeting.where is None


def test_people_in_bullets(extractor: MeetingExtractor) -> None:
    body = "In Oslo, Senator Ada Moreno met with:\n- Mayor Eva Lind\n- Governor Tom Berg\n\nPrices rose."
    (meeting,) = read(extractor, body)
    assert sorted(names(meeting)) == ["Ada Moreno", "Eva Lind", "Tom Berg"]
