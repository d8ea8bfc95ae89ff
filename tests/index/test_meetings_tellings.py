"""Meetings whose other side, or whose very telling, stands in unusual words: with the real parser."""

from datetime import date

import pytest

from index.article import Article, Meeting, MeetingKind, MeetingStatus
from index.meetings import MeetingExtractor


def read(extractor: MeetingExtractor, body: str) -> tuple[Meeting, ...]:
    article = Article(
        id="a", path="a", title="", body=body, source="Office of Senator Ann Lee", published=date(2024, 3, 8)
    )
    return extractor.extract(article).meetings


@pytest.mark.parametrize(
    "body",
    [
        "During a meeting in Oslo on Monday, Ann Lee told Tom Berg that the port must reopen.",
        "At a meeting in her Oslo office on Monday, Ann Lee pressed Governor Tom Berg to release the funds.",
        "In a phone call on Monday, Ann Lee urged Tom Berg to hold elections.",
        "During talks in Oslo on Monday, Ann Lee stressed to Tom Berg the need for a bridge.",
        "At a meeting in Oslo on Monday, Ann Lee extracted a promise from Tom Berg.",
        "Following a meeting with Tom Berg in Oslo on Monday, Ann Lee told reporters that she was hopeful.",
        "Ann Lee attended a dinner hosted by Tom Berg in Oslo on Monday.",
        "Ann Lee was in Oslo on Monday for talks with Tom Berg.",
        "Presidents Ann Lee and Tom Berg shook hands in Oslo on Monday.",
        "Ambassador Tom Berg presented his credentials to President Ann Lee in Oslo on Monday.",
        "At a news conference with Mayor Tom Berg in Oslo on Monday, Ann Lee announced a grant.",
        "A meeting took place in Oslo on Monday, attended by Ann Lee and Tom Berg.",
        "The meeting, which was attended by Ann Lee and Tom Berg, took place in Oslo on Monday.",
        "Tom Berg, whom Ann Lee met in Oslo on Monday, denied the charge.",
        "Tom Berg, with whom Ann Lee met on Monday, denied the charge.",
        "The envoy, Tom Berg, whose meeting with Ann Lee on Monday lasted an hour, denied the charge.",
        "Ann Lee was among those who met Tom Berg in Oslo on Monday.",
        "Ann Lee and Tom Berg discussed trade by phone on Monday.",
        "Senator Ann Lee said that she and Tom Berg had discussed the bridge over dinner on Monday.",
        "Ann Lee dined with Tom Berg in Oslo on Monday.",
        "Ann Lee played golf with Tom Berg on Monday.",
        "Ann Lee was escorted to the camp by Tom Berg on Monday.",
        "Tom Berg gave Ann Lee a tour of the plant on Monday.",
        "Ann Lee and Tom Berg cut the ribbon at the new bridge in Boise on Monday.",
        "Ann Lee and Tom Berg signed a treaty in Oslo on Monday.",
        '"Tom Berg came to see me on Monday," Senator Ann Lee said.',
        '"I had a very good meeting with Tom Berg on Monday," Senator Ann Lee told reporters.',
        '"It was an honor to meet with Tom Berg in Oslo on Monday," said Senator Ann Lee.',
        '"It was great to sit down with Tom Berg in Oslo on Monday," Senator Ann Lee said.',
    ],
)
def test_two_who_met_on_a_day(extractor: MeetingExtractor, body: str) -> None:
    (meeting,) = read(extractor, body)
    assert {one.name for one in meeting.participants} == {"Ann Lee", "Tom Berg"}
    assert meeting.status is MeetingStatus.HELD
    assert meeting.when is not None
    assert meeting.when.span.first == meeting.when.span.last == date(2024, 3, 4)


@pytest.mark.parametrize(
    "body",
    [
        "At the meeting, Ann Lee told Tom Berg that the port must reopen.",
        "At a town hall meeting in Oslo on Monday, Ann Lee urged Tom Berg to resign.",
        "In a conference call on Monday, Ann Lee urged Tom Berg to resign.",
        "At a hearing on Monday, Ann Lee urged Tom Berg to act.",
        "During a meeting on Monday, Ann Lee told reporters that the port must reopen.",
        "In a letter written after a meeting, Ann Lee told Tom Berg that the port must reopen.",
        "Ann Lee held a press conference in Oslo on Monday.",
        "At a press conference with reporters on Monday, Ann Lee announced a grant.",
        "The money was held back in Conference with the House.",
        "Ann Lee and Tom Berg sought funds in the last days of negotiations.",
        "The Rill Hotel hosted a conference on trade in May.",
        "Farmers and librarians who wish to attend the workshop can register.",
        '"It is important to meet with Tom Berg," said Senator Ann Lee.',
        '"It would be an honor to meet with Tom Berg," said Senator Ann Lee.',
        '"It was an honor to meet such a bright young woman," said Senator Ann Lee.',
        "The band toured Europe in May.",
        "Trade was a key issue for discussion between Latvian and Estonian officials.",
        "Ann Lee signed a letter.",
        "We appear before the courts with considerable frequency.",
        "Ann Lee thanked Tom Berg for taking part in the Tour of Hope.",
        "Ann Lee and Tom Berg discussed trade.",
        "Tom Berg, whose plan Ann Lee met with scorn, denied the charge.",
    ],
)
def test_the_same_words_of_something_else(extractor: MeetingExtractor, body: str) -> None:
    assert read(extractor, body) == ()


@pytest.mark.parametrize(
    ("body", "kind", "where"),
    [
        ("Senator Ann Lee hosted the Women's Leadership Conference in Boise.", MeetingKind.OTHER, "Boise"),
        ("Senator Ann Lee held a grants workshop in Boise on Monday.", MeetingKind.OTHER, "Boise"),
        ("Senator Ann Lee toured Interlock Systems on Monday.", MeetingKind.VISIT, "Interlock Systems"),
    ],
)
def test_what_one_alone_is_told_to_give_or_to_tour(
    extractor: MeetingExtractor, body: str, kind: MeetingKind, where: str
) -> None:
    (meeting,) = read(extractor, body)
    assert [one.name for one in meeting.participants] == ["Ann Lee"]
    assert meeting.kind is kind
    assert meeting.where is not None
    assert meeting.where.text == where


def test_a_gathering_with_a_day_of_its_own_is_no_part_of_a_meeting(extractor: MeetingExtractor) -> None:
    body = "Ann Lee met with Tom Berg in Riga. In May, Ann Lee hosted a conference on trade in Boise."
    assert len(read(extractor, body)) == 2


@pytest.mark.parametrize(
    ("body", "people", "status"),
    [
        ("10:30 AM Senator Ann Lee to visit Rill County Clinic", {"Ann Lee"}, "planned"),
        ("MEDIA ADVISORY: Senator Ann Lee to tour Norse Dairy", {"Ann Lee"}, "planned"),
        ("Senator Ann Lee to speak to the Boise Rotary Club", {"Ann Lee", "Boise Rotary Club"}, "planned"),
        ("Tom Berg called Ann Lee to congratulate her on her victory.", {"Tom Berg", "Ann Lee"}, "held"),
        ("Tom Berg received a phone call from Ann Lee on Monday.", {"Tom Berg", "Ann Lee"}, "held"),
        ("Tom Berg received a briefing from Ann Lee on Monday.", {"Tom Berg", "Ann Lee"}, "held"),
        ("Ann Lee addressed the Boise Rotary Club on Monday.", {"Ann Lee", "Boise Rotary Club"}, "held"),
        ("Ann Lee addressed graduates at Rill College.", {"Ann Lee", "graduates at Rill College"}, "held"),
        ("Tom Berg led a trade delegation of mayors to Riga in May 2003.", {"Tom Berg"}, "held"),
        ("A delegation led by Minister Tom Berg visited Latvia.", {"delegation", "Tom Berg"}, "held"),
        ("Ann Lee invited Tom Berg to Boise to see the depot.", {"Ann Lee", "Tom Berg"}, "requested"),
        (
            "Ann Lee would appreciate the opportunity to meet with Tom Berg.",
            {"Ann Lee", "Tom Berg"},
            "requested",
        ),
        ("Ann Lee appreciated the opportunity to meet with Tom Berg.", {"Ann Lee", "Tom Berg"}, "held"),
        (
            "Ann Lee would ask for the opportunity to meet with Tom Berg.",
            {"Ann Lee", "Tom Berg"},
            "requested",
        ),
        ("Ann Lee took a tour of the plant in Boise on Monday.", {"Ann Lee"}, "held"),
        ("During a tour of the plant, Ann Lee announced a grant.", {"Ann Lee"}, "held"),
        (
            "Talks were held in Riga on Monday between Latvian and Estonian officials.",
            {"Latvian officials", "Estonian officials"},
            "held",
        ),
        ("During his trip to Kenya, Tom Berg will open a school.", {"Tom Berg"}, "planned"),
        ("On a visit to Riga on Monday, Tom Berg said that the port must reopen.", {"Tom Berg"}, "held"),
        ("The visit by Tom Berg to Riga on Monday was his first.", {"Tom Berg"}, "held"),
        ("The trip will be Tom Berg's second, for he visited Riga in 2004.", {"Tom Berg"}, "held"),
    ],
)
def test_who_does_what_and_whether_it_is_done(
    extractor: MeetingExtractor, body: str, people: set[str], status: str
) -> None:
    (meeting,) = read(extractor, body)
    assert {one.name for one in meeting.participants} == people
    assert meeting.status == status


@pytest.mark.parametrize(
    "body",
    [
        "Ann Lee called Tom Berg a liar.",
        "Ann Lee called on Tom Berg to resign.",
        "Ann Lee addressed the shortage of nurses.",
        "Ann Lee addressed the Senate on Monday.",
        "Senators came together to address Burma.",
        "Ann Lee invited farmers to apply for grants.",
        "Ann Lee invited Tom Berg to the committee.",
        "I was the first official to invite and welcome Tom Berg to Boise to present him with a key.",
        "In March, Ann Lee joined with 13 fellow Senators in a letter to the Department on the rule.",
        "A bill was drafted with Ann Lee to visit upon the state new rules.",
    ],
)
def test_what_is_only_called_or_asked_is_no_meeting(extractor: MeetingExtractor, body: str) -> None:
    assert read(extractor, body) == ()


def test_the_lines_of_a_schedule_have_the_day_above_them(extractor: MeetingExtractor) -> None:
    body = (
        "Senator Ann Lee announced her plans.\n\nMONDAY, MARCH 11\n\n10:30 AM Senator Ann Lee to visit Rill "
        "High School\n\n1:00 PM Senator Ann Lee to tour Boise Hospital\n\nTUESDAY, MARCH 12\n\n"
        "9:00 AM Senator Ann Lee to speak to the Nampa Rotary Club\n"
    )
    days = [(one.when and one.when.span.first, one.where and one.where.text) for one in read(extractor, body)]
    assert days == [
        (date(2024, 3, 11), "Rill High School"),
        (date(2024, 3, 11), "Boise Hospital"),
        (date(2024, 3, 12), None),
    ]


def test_a_day_announced_without_a_verb_lies_ahead(extractor: MeetingExtractor) -> None:
    (meeting,) = read(extractor, "Senator Ann Lee to meet with Boise mayors on Monday")
    assert meeting.when is not None
    assert meeting.when.span.first == date(2024, 3, 11)


def test_a_speech_far_behind_a_journey_is_no_part_of_it(extractor: MeetingExtractor) -> None:
    body = (
        "Ann Lee visited Kenya to see the camps. The war there has driven two hundred thousand people from "
        "their homes, and the rains have spoilt what was left of the harvest, as she told the chamber. "
        "Aid came late and by few roads. Many are said to have walked for a week without bread. "
        "Ann Lee addressed the Boise Rotary Club."
    )
    assert [len(one.participants) for one in read(extractor, body)] == [1, 2]


def test_who_was_met_elsewhere_on_a_day_is_no_part_of_a_tour(extractor: MeetingExtractor) -> None:
    body = (
        "Following a tour of the Rill Paper Mill, Sen. Ann Lee (R-Texas) said the mill was critical. "
        "In a meeting on Capitol Hill earlier this month, Lee urged Tom Berg to keep the mill open."
    )
    tour, meeting = read(extractor, body)
    assert tour.where is not None
    assert tour.where.text == "the Rill Paper Mill"
    assert [one.name for one in tour.participants] == ["Ann Lee"]
    assert meeting.where is not None
    assert meeting.where.text == "Capitol Hill"
    assert {one.name for one in meeting.participants} == {"Ann Lee", "Tom Berg"}
