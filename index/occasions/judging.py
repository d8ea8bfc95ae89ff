"""Whether two records tell of one occasion: people, days, place, and the words of the sentence."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from index.article import MeetingKind
from index.engine import ArticleMeeting
from index.names.words import fold
from index.occasions.days import DayMatch, Days, days_of, gap_between, published_apart, told_together
from index.occasions.days import compare as compare_days
from index.occasions.people import Attendance, Company, attendance
from index.occasions.people import compare as compare_people
from index.occasions.places import Place, PlaceMatch, place_of
from index.occasions.places import compare as compare_places
from index.occasions.statuses import AHEAD

_WORD = re.compile(r"[^\W_]+")
_COPIED = 0.7
_RETOLD = 30
"""Days within which an article may run another's sentence about an undated occasion."""
_SEASON = 45
"""Days of publication within which a mere month, in two articles, is one meeting of the same people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """A record, and what of it is compared."""

    record: ArticleMeeting
    people: Attendance
    days: Days
    place: Place | None
    words: frozenset[str]
    outlet: str


class Likeness(NamedTuple):
    """How well two records agree; the greater is linked first."""

    copied: bool
    days: DayMatch
    place: PlaceMatch
    full: bool
    people: float
    words: float


def trait_of(record: ArticleMeeting) -> Trait:
    """Read off a record what is compared."""
    meeting = record.meeting
    return Trait(
        record=record,
        people=attendance(meeting.participants),
        days=days_of(record),
        place=place_of(meeting.where),
        words=frozenset(_WORD.findall(fold(meeting.evidence.text))),
        outlet=outlet_of(record),
    )


def outlet_of(record: ArticleMeeting) -> str:
    """Return who tells a record: the outlet, or the article where none is named."""
    return (record.article.source or record.article.id).casefold()


def likeness(one: Trait, two: Trait) -> Likeness | None:
    """Return how well two records agree, or None where they are not of one occasion."""
    days = compare_days(one.days, two.days)
    if days is DayMatch.FAR or one.record.article.id == two.record.article.id:
        return None
    company = compare_people(one.people, two.people)
    if not company.shared or _is_call(one) != _is_call(two):
        return None
    place = compare_places(one.place, two.place)
    words = len(one.words & two.words) / max(1, len(one.words | two.words))
    # One person's trips to two places are told in the same words, too.
    apart = place is PlaceMatch.OTHER and company.shared < 2
    copied = words >= _COPIED and days is not DayMatch.NEAR and _is_retold(one, two, days) and not apart
    if not copied and not _is_one(one, two, days, place, company):
        return None
    return Likeness(copied, days, place, company.full, company.share, words)


def excludes(one: Trait, two: Trait) -> bool:
    """Tell whether two records cannot be of one occasion, whatever a third says."""
    return (
        one.record.article.id == two.record.article.id
        or compare_days(one.days, two.days) is DayMatch.FAR
        or _is_call(one) != _is_call(two)
        or not compare_people(one.people, two.people).shared
    )


def _is_one(one: Trait, two: Trait, days: DayMatch, place: PlaceMatch, company: Company) -> bool:
    if company.shared < 2:
        # One person can meet many in a day: all the fewer must be there, on that day, at that place.
        return company.full and days is DayMatch.SAME and place is PlaceMatch.SAME
    if min(company.named_apart) > 0 and (place is not PlaceMatch.SAME or company.share < 0.4):
        # Two who travel together meet one after another.
        return False
    match days:
        case DayMatch.SAME:
            return True
        case DayMatch.NEAR:
            return _is_near(one, two, place)
        case DayMatch.LOOSE:
            return company.full and _is_loose(one, two, place)
        case _:
            return company.full and _is_undated(one, two, place)


def _is_near(one: Trait, two: Trait, place: PlaceMatch) -> bool:
    # An outlet that reports a second day of its own accord reports a second meeting.
    if one.outlet == two.outlet and _is_ahead(one) == _is_ahead(two):
        return False
    if place is PlaceMatch.SAME:
        return True
    return place is PlaceMatch.UNKNOWN and gap_between(one.days, two.days) <= 1


def _is_loose(one: Trait, two: Trait, place: PlaceMatch) -> bool:
    apart = published_apart(one.days, two.days)
    soon = apart is not None and apart <= _SEASON
    return place is PlaceMatch.SAME or (soon and place is PlaceMatch.UNKNOWN)


def _is_undated(one: Trait, two: Trait, place: PlaceMatch) -> bool:
    if one.days.published is None and two.days.published is None:
        return place is PlaceMatch.SAME and one.days.first is None and two.days.first is None
    return place is not PlaceMatch.OTHER and told_together(one.days, two.days)


def _is_retold(one: Trait, two: Trait, days: DayMatch) -> bool:
    if days is DayMatch.SAME:
        return True
    apart = published_apart(one.days, two.days)
    return apart is None or apart <= _RETOLD


def _is_call(one: Trait) -> bool:
    return one.record.meeting.kind is MeetingKind.CALL


def _is_ahead(one: Trait) -> bool:
    return one.record.meeting.status in AHEAD
