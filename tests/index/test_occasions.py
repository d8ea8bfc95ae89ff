"""The same occasion across articles: what is linked, what is kept apart, who counts, what is disputed."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import (
    UNKNOWN_DATE,
    Article,
    DateSpan,
    Meeting,
    MeetingDate,
    MeetingKind,
    MeetingStatus,
    Participant,
    Precision,
    Quote,
)
from index.engine import ArticleMeeting
from index.occasions import Aspect, Occasion, link_occasions
from tests.work import count_calls

HELD, PLANNED, CANCELLED = MeetingStatus.HELD, MeetingStatus.PLANNED, MeetingStatus.CANCELLED
MAY = date(2031, 5, 6)


def quote(text: str) -> Quote:
    return Quote(start=0, end=len(text), text=text)


def told(
    article: str,
    *names: str,
    day: date | None = MAY,
    last: date | None = None,
    precision: Precision = Precision.DAY,
    where: str | None = "Riga",
    status: MeetingStatus = HELD,
    kind: MeetingKind = MeetingKind.MEETING,
    source: str | None = None,
    published: date | None = date(2031, 5, 7),
    body: str | None = None,
    number: int = 1,
) -> ArticleMeeting:
    """Return a record as an article of its own words and, unless told, its own outlet tells it."""
    sentence = f"In {article} it says that {' and '.join(names)} saw each other."
    span = UNKNOWN_DATE if day is None else DateSpan(first=day, last=last or day, precision=precision)
    return ArticleMeeting(
        id=f"{article}/{number}",
        article=Article(
            id=article,
            path=f"{article}.md",
            title=article,
            body=body or f"{sentence} {' '.join(f'{article}{n}' for n in range(40))}",
            source=source or f"The {article}",
            published=published,
        ),
        meeting=Meeting(
            participants=tuple(Participant(name=name) for name in names),
            kind=kind,
            status=status,
            when=MeetingDate(quote=quote("then"), span=span),
            where=None if where is None else quote(where),
            why=None,
            evidence=quote(sentence),
        ),
    )


def linked(*records: ArticleMeeting) -> list[list[str]]:
    return [[one.article.id for one in occasion.versions] for occasion in link_occasions(records)]


def only(*records: ArticleMeeting) -> Occasion:
    (occasion,) = link_occasions(records)
    return occasion


LOBO, VOS = "Ana Lobo", "Piet Vos"
FIRST = told("ledger", LOBO, VOS)


@pytest.mark.parametrize(
    "second",
    [
        told("gazette", VOS, LOBO),
        told("gazette", "Lobo", "P. Vos"),
        told("gazette", "Minister Ana Lobo", "Chancellor Piet Vos", "Eva Brandt"),
        told("gazette", LOBO, VOS, where=None),
        told("gazette", LOBO, VOS, where="Riga, Latvia"),
        told("gazette", LOBO, VOS, where="the chancery"),
        told("gazette", LOBO, VOS, day=MAY + timedelta(1)),
        told("gazette", LOBO, VOS, day=MAY + timedelta(3)),
        told("gazette", LOBO, VOS, day=MAY - timedelta(1), last=MAY + timedelta(1)),
        told("gazette", LOBO, VOS, day=date(2031, 5, 1), last=date(2031, 5, 31), precision=Precision.MONTH),
        told("gazette", LOBO, VOS, day=None),
        told("gazette", LOBO, published=None),
        told("gazette", LOBO, VOS, status=PLANNED, published=date(2031, 4, 1)),
    ],
    ids=lambda one: f"{[p.name for p in one.meeting.participants]}",
)
def test_reports_of_one_occasion_are_linked(second: ArticleMeeting) -> None:
    assert len(link_occasions([FIRST, second])) == 1


@pytest.mark.parametrize(
    "second",
    [
        told("gazette", LOBO, "Eva Brandt"),
        told("gazette", "Otto Berg", "Eva Brandt"),
        told("gazette", LOBO, VOS, day=MAY + timedelta(4)),
        told("gazette", LOBO, VOS, day=MAY + timedelta(2), where=None),
        told("gazette", LOBO, VOS, day=MAY + timedelta(1), where="Oslo"),
        told("gazette", LOBO, VOS, day=MAY + timedelta(1), source="The ledger"),
        told("gazette", LOBO, VOS, kind=MeetingKind.CALL),
        told("gazette", LOBO, VOS, day=None, published=date(2031, 9, 1)),
        told("gazette", LOBO, VOS, day=None, published=None, where="Oslo"),
        told("gazette", LOBO, where=None),
        told("gazette", LOBO, "local officials"),
        told("ledger", LOBO, VOS, number=2),
    ],
    ids=lambda one: f"{[p.name for p in one.meeting.participants]}",
)
def test_other_occasions_are_kept_apart(second: ArticleMeeting) -> None:
    assert len(link_occasions([FIRST, second])) == 2


def test_two_who_travel_together_meet_one_host_after_another() -> None:
    first = told("ledger", LOBO, VOS, "Eva Brandt", where=None)
    assert linked(first, told("gazette", LOBO, VOS, "Otto Berg", where=None)) == [["gazette"], ["ledger"]]


def test_a_family_name_may_stand_first() -> None:
    only(told("ledger", "Han Min-jun", VOS), told("gazette", "Han", "Vos"))


def test_the_likest_are_linked_where_an_article_tells_of_two_meetings() -> None:
    morning, evening = told("ledger", LOBO, VOS), told("ledger", LOBO, VOS, "Eva Brandt", number=2)
    occasions = link_occasions([morning, evening, told("gazette", LOBO, VOS, "Eva Brandt")])
    assert [[one.id for one in occasion.versions] for occasion in occasions] == [
        ["gazette/1", "ledger/2"],
        ["ledger/1"],
    ]


def test_a_chain_of_days_does_not_make_one_long_occasion() -> None:
    days = [told(f"n{n}", LOBO, VOS, day=MAY + timedelta(2 * n)) for n in range(4)]
    spans = [{one.article.id for one in occasion.versions} for occasion in link_occasions(days)]
    assert len(spans) == 2


def test_sources_are_outlets_and_copies_count_once() -> None:
    story = "The two ministers sat down in the old town hall for an hour and agreed on wheat and on rye. " * 2
    occasion = only(
        told("wire", LOBO, VOS, body=story),
        told("copy", LOBO, VOS, body=f"{story}This report is of an agency."),
        told("own", LOBO, VOS, body="Our correspondent watched them from the square until it was dark."),
        told("more", LOBO, VOS, source="The own"),
    )
    assert [sorted(one.article.id for one in source.versions) for source in occasion.sources] == [
        ["copy", "wire"],
        ["more", "own"],
    ]
    assert occasion.disagreements == ()


def test_short_reports_of_their_own_are_no_copies() -> None:
    first = told("a", LOBO, VOS, body="Ana Lobo met Piet Vos in Riga on Tuesday to talk about wheat.")
    second = told("b", LOBO, VOS, body="Ana Lobo met Piet Vos in Riga on Tuesday to talk about rye, we hear.")
    assert len(only(first, second).sources) == 2


def test_a_disputed_day_names_both_and_the_reading_of_more_sources_first() -> None:
    occasion = only(told("a", LOBO, VOS, day=MAY - timedelta(1)), told("b", LOBO, VOS), told("c", LOBO, VOS))
    (dispute,) = occasion.disagreements
    assert dispute.aspect is Aspect.WHEN
    assert [reading.text for reading in dispute.readings] == ["6 May 2031", "5 May 2031"]
    assert [one.article.id for one in dispute.readings[0].versions] == ["b", "c"]
    assert occasion.lead.article.id == "b"


def test_a_disputed_place_and_disputed_people() -> None:
    occasion = only(FIRST, told("gazette", LOBO, VOS, where="Oslo"))
    assert [[one.text for one in dispute.readings] for dispute in occasion.disagreements] == [
        ["Oslo", "Riga"]
    ]
    occasion = only(told("a", LOBO, VOS, "Eva Brandt"), told("b", LOBO, VOS, "Otto Berg"))
    assert [dispute.aspect for dispute in occasion.disagreements] == [Aspect.WHO]


def test_saying_less_or_naming_the_house_is_no_dispute() -> None:
    house = told("gazette", LOBO, VOS, where="Small Guild", body="They met in the Small Guild of Riga.")
    assert only(FIRST, house).disagreements == ()
    assert only(FIRST, told("gazette", LOBO, VOS, where=None, day=None)).disagreements == ()


def test_a_correction_speaks_of_the_wrong_place_and_disputes_it() -> None:
    body = "Correction: an earlier report put the meeting of Lobo and Vos in Riga. They met in Oslo."
    (dispute,) = only(FIRST, told("gazette", LOBO, VOS, where="Oslo", body=body)).disagreements
    assert dispute.aspect is Aspect.WHERE


def test_later_reports_supersede_the_plan_and_all_are_kept() -> None:
    plan = told("plan", LOBO, VOS, status=PLANNED, published=date(2031, 4, 1), day=MAY + timedelta(1))
    off = told("off", LOBO, VOS, status=CANCELLED, published=date(2031, 4, 20))
    after = told("after", LOBO, VOS)
    assert only(plan, off).status is CANCELLED
    occasion = only(after, off, plan)
    assert occasion.status is HELD
    assert occasion.statuses == (PLANNED, CANCELLED, HELD)
    assert occasion.disagreements == ()  # it was moved and called off, then took place after all
    assert occasion.lead.article.id == "after"
    assert occasion.id == "plan/1"
    again = told("again", LOBO, VOS, status=PLANNED, published=date(2031, 6, 1))
    assert only(after, again).status is HELD


def test_of_one_day_the_plan_was_told_first() -> None:
    plan = told("z", LOBO, VOS, status=PLANNED)
    assert only(FIRST, plan).statuses == (PLANNED, HELD)


def test_held_and_cancelled_at_once_is_disputed() -> None:
    off = told("off", LOBO, VOS, status=CANCELLED, published=date(2031, 5, 9))
    (dispute,) = only(FIRST, off).disagreements
    assert [reading.text for reading in dispute.readings] == ["held", "cancelled"]


def test_slots_and_people_that_the_lead_lacks_come_from_other_versions() -> None:
    bare = told("bare", "Lobo", VOS, where=None, published=date(2031, 5, 8))
    occasion = only(bare, told("full", LOBO, VOS, "Eva Brandt", day=None))
    assert [one.name for one in occasion.participants] == [LOBO, VOS, "Eva Brandt"]
    assert occasion.where is not None
    assert occasion.where[0].article.id == "full"
    assert occasion.when is not None
    assert occasion.when[0].article.id == "bare"
    assert occasion.why is None


_names = st.lists(st.sampled_from([LOBO, VOS, "Lobo", "Eva Brandt", "officials"]), min_size=1, max_size=3)
_days = st.one_of(st.none(), st.integers(0, 9).map(lambda n: MAY + timedelta(n)))
_records = st.lists(
    st.builds(
        lambda names, day, where, status, source, published: (names, day, where, status, source, published),
        _names,
        _days,
        st.sampled_from([None, "Riga", "Oslo"]),
        st.sampled_from([HELD, PLANNED, CANCELLED]),
        st.sampled_from(["North", "South", "East"]),
        _days,
    ),
    max_size=9,
)


@settings(max_examples=80, deadline=None)
@given(drawn=_records, shuffle=st.randoms(use_true_random=False))
def test_the_order_of_records_is_no_matter_and_each_is_in_one_occasion(
    drawn: Sequence[tuple[list[str], date | None, str | None, MeetingStatus, str, date | None]],
    shuffle: random.Random,
) -> None:
    records = [
        told(
            f"n{n // 2}",
            *names,
            day=day,
            where=where,
            status=status,
            source=source,
            published=published,
            number=n,
        )
        for n, (names, day, where, status, source, published) in enumerate(drawn)
    ]
    occasions = link_occasions(records)
    assert sorted(v.id for one in occasions for v in one.versions) == sorted(one.id for one in records)
    assert all(len({v.article.id for v in one.versions}) == len(one.versions) for one in occasions)
    for one in occasions:
        assert sorted(v.id for source in one.sources for v in source.versions) == sorted(
            v.id for v in one.versions
        )
    shuffle.shuffle(records)
    assert link_occasions(records) == occasions


def test_many_records_of_few_people_link_in_linear_time() -> None:
    chance = random.Random(5)
    people = [f"Given{n} Family{n % 90}" for n in range(140)]
    records = [
        told(f"n{n}", *chance.sample(people, 3), day=MAY + timedelta(chance.randrange(1500)))
        for n in range(4000)
    ]
    few = count_calls(lambda: link_occasions(records[:1000]))
    many = count_calls(lambda: link_occasions(records))
    assert many < 8 * few
    assert sum(len(one.versions) for one in link_occasions(records)) == 4000
