"""Meetings as wire reports tell them: datelines, "here", plans told again with their day."""

from datetime import date

import pytest

from index.article import Article, Meeting
from index.datelines import find_dateline
from index.meetings import MeetingExtractor

PUBLISHED = date(2024, 3, 8)


def read(extractor: MeetingExtractor, body: str) -> Meeting:
    article = Article(id="a", path="a", title="", body=body, published=PUBLISHED)
    (found,) = extractor.extract(article).meetings
    for quote in (found.evidence, found.where, found.why):
        assert quote is None or body[quote.start : quote.end] == quote.text
    return found


@pytest.mark.parametrize(
    ("body", "town"),
    [
        ("RIGA, March 7 — President Ann Lee", "RIGA"),
        ("RIGA (AP) — President Ann Lee", "RIGA"),
        ("NEW DELHI, India, 7 March 2024 (Wire) -- President Ann Lee", "NEW DELHI, India"),
        ("WASHINGTON, D.C. - “We met,” he said.", "WASHINGTON, D.C."),
        ("PORT-AU-PRINCE, Feb. 2 – Ann Lee", "PORT-AU-PRINCE"),
        ("President Ann Lee — who met Tom Berg", None),
        ("NATO leaders met in Riga - again.", None),
        ("NATO-Russia talks opened when Ann Lee met", None),
        ("FOR IMMEDIATE RELEASE - President Ann Lee", None),
        ("ROCKVILLE, Maryland — President Ann Lee", "ROCKVILLE, Maryland"),
        ("By Tom Berg\n\nRIGA, March 7 — President Ann Lee", "RIGA"),
        (f"{'Long. ' * 200}\n\nRIGA, March 7 — President Ann Lee", None),
    ],
)
def test_a_dateline_names_the_town(body: str, town: str | None) -> None:
    found = find_dateline(body)
    assert (found and found.town.text) == town
    if found is not None:
        assert body[found.town.start : found.town.end] == found.town.text
        assert body[found.end] in "“PA"


def test_the_town_of_a_dateline_is_nobody_who_meets_and_what_here_means(extractor: MeetingExtractor) -> None:
    body = (
        "SOFIA, March 7 — Foreign Minister Ann Lee met President Tom Berg here on Thursday to discuss wheat."
    )
    meeting = read(extractor, body)
    assert {one.name for one in meeting.participants} == {"Ann Lee", "Tom Berg"}
    assert meeting.where is not None
    assert meeting.where.text == "SOFIA"
    assert meeting.evidence.text.startswith("Foreign Minister")
    assert meeting.when is not None
    assert meeting.when.span.first == date(2024, 3, 7)


def test_without_here_the_town_of_a_dateline_places_nothing(extractor: MeetingExtractor) -> None:
    meeting = read(extractor, "SOFIA, March 7 — Foreign Minister Ann Lee met President Tom Berg on Thursday.")
    assert meeting.where is None


def test_two_who_sit_down_together_meet(extractor: MeetingExtractor) -> None:
    body = "President Ann Lee and King Tom Berg sat down together in Riga. The conversation focused on oil."
    meeting = read(extractor, body)
    assert {one.name for one in meeting.participants} == {"Ann Lee", "Tom Berg"}
    assert meeting.why is not None
    assert meeting.why.text == "on oil"


def test_what_talks_turned_to_is_told_with_its_verb(extractor: MeetingExtractor) -> None:
    body = "President Ann Lee met Minister Tom Berg in Riga. The talks then turned to deeper cuts in fees."
    meeting = read(extractor, body)
    assert meeting.why is not None
    assert meeting.why.text == "turned to deeper cuts in fees"


def test_a_plan_told_again_with_its_day_has_that_day_and_place(extractor: MeetingExtractor) -> None:
    body = (
        "Secretary of State Ann Lee will travel to France next week. She is scheduled to meet "
        "Foreign Minister Luc Roy in Paris on March 14. The talks are aimed at a treaty on fishing."
    )
    meeting = read(extractor, body)
    assert meeting.when is not None
    assert meeting.when.span.first == meeting.when.span.last == date(2024, 3, 14)
    assert meeting.where is not None
    assert meeting.where.text == "Paris"
    assert meeting.why is not None
    assert meeting.why.text == "aimed at a treaty on fishing"


@pytest.mark.parametrize(
    ("body", "people", "status"),
    [
        ("The prime ministers of Estonia, Latvia and Lithuania met in Tallinn yesterday.", 1, "held"),
        ("The Chinese and Indian defence ministers are to hold talks in Samarkand on Monday.", 2, "planned"),
        ("EU leaders will gather in Brussels on 14-15 December.", 1, "planned"),
        ("Pope Leo on Friday granted an audience to Chancellor Olga Berg at the Vatican.", 2, "held"),
        ("Minister Ann Lee was received by President Tom Berg in Riga on Monday.", 2, "held"),
        ("Minister Ann Lee was greeted by President Tom Berg in Riga on Monday.", 2, "held"),
        (
            "Minister Ann Lee arrived in Riga on Monday for negotiations with Turkish officials on gas.",
            2,
            "held",
        ),
        ("President Ann Lee is due in London on Thursday for talks with Minister Eva Lind.", 2, "planned"),
        ("Minister Ann Lee was to meet Minister Eva Lind in Riga on Monday.", 2, "planned"),
        ("Talks between Kenya and Somalia, set for Tuesday, have been called off.", 2, "cancelled"),
        ("The summit between Ann Lee and Tom Berg was pushed back to May 10 in Busan.", 2, "planned"),
        ("The talks between Ann Lee and Tom Berg were put off.", 2, "postponed"),
        ("The Queen received Her Excellency Mrs. Ann Lee on Monday.", 2, "held"),
        ("The pontiff received poet Ann Lee on Monday.", 2, "held"),
        ("Presidents Ann Lee and Tom Berg spoke by phone on Monday.", 2, "held"),
        ("President Ann Lee and Chancellor Tom Berg held a video conference on Monday.", 2, "held"),
        ("Officials believe that Ann Lee met Tom Berg in Oslo on Monday.", 2, "held"),
    ],
)
def test_ways_of_the_wire_to_tell_a_meeting(
    extractor: MeetingExtractor, body: str, people: int, status: str
) -> None:
    meeting = read(extractor, body)
    assert len(meeting.participants) == people
    assert meeting.status == status
    assert meeting.why is None or meeting.why.text == "on gas"


def test_whoever_leads_a_delegation_takes_part_as_its_leader(extractor: MeetingExtractor) -> None:
    body = "A delegation led by Minister Ann Lee arrived in Riga for talks with Turkish officials on gas."
    roles = {one.name: one.role for one in read(extractor, body).participants}
    assert roles["Ann Lee"] == "leader of a delegation"


def test_a_plural_that_names_nobody_is_no_meeting_of_its_own(extractor: MeetingExtractor) -> None:
    article = Article(id="a", path="a", title="", body="The guests met on Monday. Others gathered too.")
    assert extractor.extract(article).meetings == ()


def test_what_was_not_called_off_is_not_cancelled(extractor: MeetingExtractor) -> None:
    body = "The meeting between Ann Lee and Tom Berg was not called off."
    article = Article(id="a", path="a", title="", body=body)
    assert not [one for one in extractor.extract(article).meetings if one.status == "cancelled"]


def test_a_greeting_in_a_letter_is_no_meeting(extractor: MeetingExtractor) -> None:
    body = "President Ann Lee greeted Minister Tom Berg warmly in a letter."
    assert extractor.extract(Article(id="a", path="a", title="", body=body)).meetings == ()


def test_a_day_to_come_dates_no_meeting_that_was_held(extractor: MeetingExtractor) -> None:
    body = "Minister Ann Lee met Minister Tom Berg in Riga. In May she is the host of a summit in Oslo."
    assert read(extractor, body).when is None


def test_the_sidelines_are_no_reason(extractor: MeetingExtractor) -> None:
    meeting = read(extractor, "Minister Ann Lee met Tom Berg on the margins of the G20 in Rome on Saturday.")
    assert meeting.why is None


@pytest.mark.parametrize(
    "body",
    [
        "Ann Lee denied having met Tom Berg in Oslo.",
        "Ann Lee was accused of having met Tom Berg in Oslo.",
        "Ann Lee is reported to have met Tom Berg in Oslo on Monday.",
        "The two leaders are believed to have met Tom Berg in Oslo on Monday.",
        "In an interview last month President Ann Lee ruled out meeting Tom Berg before May.",
        "Ann Lee said that she would be ready to meet Tom Berg in Oslo.",
        "Ann Lee is willing to meet Tom Berg in Oslo.",
        "President Ann Lee and Chancellor Tom Berg spoke at the rally.",
        "President Ann Lee and Chancellor Tom Berg held a news conference in Oslo.",
        "President Ann Lee received the Lincoln Award on Monday.",
    ],
)
def test_what_is_denied_rumoured_or_only_offered_is_no_meeting(
    extractor: MeetingExtractor, body: str
) -> None:
    assert extractor.extract(Article(id="a", path="a", title="", body=body)).meetings == ()


@pytest.mark.parametrize(
    ("body", "title", "people"),
    [
        (
            "Envoy Ann Löw ended a week of talks without a deal. On Monday she met Tom Berg in Oslo.",
            "",
            {"Ann Löw", "Tom Berg"},
        ),
        ("Secretary Ann Lee met the Chancellor, Tom Berg, in Oslo.", "", {"Ann Lee", "Tom Berg"}),
        ("Minister Ann Lee met the Minister of Trade, H.E. Tom Berg.", "", {"Ann Lee", "Tom Berg"}),
        (
            "The Prime Minister met Ambassador Eva Lind. He was joined by Trade Minister Tom Berg.",
            "Prime Minister Žižek meets the ambassador",
            {"Žižek", "Eva Lind"},
        ),
        ("Prime Minister Radim Čapek met President Óscar de la Ľup.", "", {"Radim Čapek", "Óscar de la Ľup"}),
    ],
)
def test_whom_a_title_a_pronoun_or_an_accented_name_means(
    extractor: MeetingExtractor, body: str, title: str, people: set[str]
) -> None:
    article = Article(id="a", path="a", title=title, body=body)
    (found,) = extractor.extract(article).meetings
    assert people <= {one.name for one in found.participants}
