"""What is new in a period, as facts: meetings first told in it, and those that it tells otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from index.article import DateSpan, MeetingStatus
from index.engine import EVERYTHING, ArticleMeeting, Filters, Snapshot
from index.occasions import Occasion, link_occasions

_SETTLED = frozenset({MeetingStatus.HELD, MeetingStatus.CANCELLED, MeetingStatus.DECLINED})
_AHEAD = frozenset({MeetingStatus.PLANNED, MeetingStatus.REQUESTED, MeetingStatus.ONGOING})


class News(StrEnum):
    """In what way a meeting is news."""

    ADDED = "added"
    STATUS = "status"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    """A meeting that is news: the version that makes it so, and what was told of it before, if anything."""

    news: News
    occasion: Occasion
    now: ArticleMeeting
    before: ArticleMeeting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The news of the briefings published from `since` to `until` (None: no end), changes first.

    `briefings` counts those published in the period, and `told_again` the meetings of which they tell nothing
    new.
    """

    since: date
    until: date | None
    briefings: int
    items: tuple[NewsItem, ...]
    told_again: int


def digest(snapshot: Snapshot, since: date, until: date | None = None, scope: Filters = EVERYTHING) -> Digest:
    """Compare what a period tells of each meeting with what was told before it.

    Of `scope` the source and the collections count; what it does not let through is neither news nor known.
    Briefings without a published date belong to no period.
    """
    history = replace(scope, since=None, until=until)
    dated = [one for one in snapshot.meetings(where=history) if one.article.published is not None]
    told = [(one, _news_of(one, since)) for one in link_occasions(dated) if _is_told_since(one, since)]
    items = [item for _, item in told if item is not None]
    return Digest(
        since=since,
        until=until,
        briefings=snapshot.coverage(replace(scope, since=since, until=until)).articles,
        items=tuple(sorted(items, key=_by_kind_and_day)),
        told_again=len(told) - len(items),
    )


def _is_told_since(occasion: Occasion, since: date) -> bool:
    return any(_published(one) >= since for one in occasion.versions)


def _news_of(occasion: Occasion, since: date) -> NewsItem | None:
    """Return in what way an occasion that the period tells of is news, or None where all was known."""
    before = [one for one in occasion.versions if _published(one) < since]
    now = [one for one in occasion.versions if _published(one) >= since]
    if not before:
        lead = occasion.lead
        return NewsItem(news=News.ADDED, occasion=occasion, now=lead)
    known = before[-1]
    for version in reversed(now):
        if _changes(known.meeting.status, version.meeting.status):
            return NewsItem(news=News.STATUS, occasion=occasion, now=version, before=known)
    return _new_date(occasion, before, now)


def _new_date(
    occasion: Occasion, before: Iterable[ArticleMeeting], now: Iterable[ArticleMeeting]
) -> NewsItem | None:
    known = [one for one in before if _days(one) is not None]
    dated = [one for one in now if _days(one) is not None]
    if not known or not dated:
        return None
    was, given = _days(known[-1]), _days(dated[-1])
    if was is None or given is None or given.overlaps(was.first, was.last):
        return None
    return NewsItem(news=News.DATE, occasion=occasion, now=dated[-1], before=known[-1])


def _changes(before: MeetingStatus, now: MeetingStatus) -> bool:
    """Tell whether a status is news: a late report of the plan takes nothing back that was settled."""
    return now is not before and not (before in _SETTLED and now in _AHEAD)


def _days(version: ArticleMeeting) -> DateSpan | None:
    when = version.meeting.when
    return None if when is None or when.span.first is None else when.span


def _published(version: ArticleMeeting) -> date:
    # Undated ones were left out above.
    return version.article.published or date.max


def _by_kind_and_day(item: NewsItem) -> tuple[bool, date, date, str]:
    days = _days(item.now)
    published = _published(item.now)
    day = published if days is None or days.first is None else days.first
    return (item.news is News.ADDED, day, published, item.occasion.id)
