"""Meetings read out of sentences of our own, with the real parser: a rule each."""

from datetime import date

import pytest

from index.article import Article, Meeting, MeetingKind, MeetingStatus
from index.meetings import MeetingExtractor


@pytest.fixture(scope="module")
def extractor() -> MeetingExtractor:
    return MeetingExtractor.load()


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
