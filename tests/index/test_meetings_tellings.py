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
