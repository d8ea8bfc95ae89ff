"""What is new in a period, as facts: meetings first told in it, and those that it tells otherwise."""

from collections.abc import Callable, Iterable
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
    news, told_again = find_news(link_occasions(dated), lambda one: _published(one) >= since)
    return Digest(
        since=since,
        until=until,
        briefings=snapshot.coverage(replace(scope, since=since, until=until)).articles,
        items=news,
        told_again=told_again,
    )


def find_news(
    occasions: Iterable[Occasion], is_new: Callable[[ArticleMeeting], bool]
) -> tuple[tuple[NewsItem, ...], int]:
    """Return what the new versions make news, changes first, and how many meetings they only tell again."""
    told = [_news_of(one, is_new) for one in occasions if any(map(is_new, one.versions))]
    items = [item for item in told if item is not None]
    return tuple(sorted(items, key=_by_kind_and_day)), len(told) - len(items)


def _news_of(occasion: Occasion, is_new: Callable[[ArticleMeeting], bool]) -> NewsItem | None:
    """Return in what way an occasion is news, or None where all was known."""
    before = [one for one in occasion.versions if not is_new(one)]
    if not before:
        return NewsItem(news=News.ADDED, occasion=occasion, now=occasion.lead)
    known = before[-1]
    now = [one for one in occasion.versions if is_new(one) and _is_no_older(one, known)]
    for version in reversed(now):
        if changes_status(known.meeting.status, version.meeting.status):
            return NewsItem(news=News.STATUS, occasion=occasion, now=version, before=known)
    return _new_date(occasion, before, now)


def _is_no_older(version: ArticleMeeting, known: ArticleMeeting) -> bool:
    """Tell whether a version can correct what is known: by an older briefing, or one of no day, it cannot."""
    day = version.article.published
    return day is not None and day >= (known.article.published or date.min)


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


def changes_status(before: MeetingStatus, now: MeetingStatus) -> bool:
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
