"""What is new since an arrival, as facts: by what came into the index, whatever day it was published on."""

import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import date

from bot.state import Arrived
from bot.summaries.digest import Digest, News, NewsItem, find_news
from index.engine import ArticleMeeting, Filters, Snapshot
from index.names.words import fold
from index.occasions import Occasion, link_occasions


def digest_of_arrivals(
    snapshot: Snapshot,
    occasions: Sequence[Occasion],
    arrived: Arrived,
    *,
    days: tuple[date, date],
    scope: Filters,
) -> Digest:
    """Compare what the new articles tell of each of `occasions`, those of `scope`, with what was known.

    `days` are those on which the period began and ended. Briefings of any day count, also those without one.
    What an article told before it was corrected is no news, nor what one tells that was moved; what came
    after the period is left to the next. Changes come first, then the meetings of the latest days.
    """
    texts = {one.id: one.digest for one in snapshot.articles(scope)}
    digests = arrived.known | arrived.new

    def is_new(version: ArticleMeeting) -> bool:
        came = texts.get(version.article.id) in arrived.new
        return came and arrived.told.isdisjoint(marks_of(version))

    def is_there(version: ArticleMeeting) -> bool:
        return texts.get(version.article.id) in digests

    news, told_again = find_news(_without_later(occasions, is_there), is_new)
    changed = [one for one in news if one.news is not News.ADDED]
    added = sorted((one for one in news if one.news is News.ADDED), key=_day, reverse=True)
    return Digest(
        since=days[0],
        until=days[1],
        briefings=sum(one in arrived.new for one in texts.values()),
        items=(*changed, *added),
        told_again=told_again,
    )


def marks_of(version: ArticleMeeting) -> tuple[bytes, bytes]:
    """Digest a report twice: by its article and facts, and by its sentence, whichever article holds it."""
    meeting, article = version.meeting, version.article
    span = None if meeting.when is None else meeting.when.span
    facts = [
        meeting.status.value,
        None if span is None else [str(span.first), str(span.last)],
        sorted(fold(one.name) for one in meeting.participants),
    ]
    return _digest([article.id, facts]), _digest([meeting.evidence.text, str(article.published), facts])


def _day(item: NewsItem) -> date:
    when, published = item.now.meeting.when, item.now.article.published
    return (None if when is None else when.span.first) or published or date.min


def _without_later(
    occasions: Sequence[Occasion], is_there: Callable[[ArticleMeeting], bool]
) -> Sequence[Occasion]:
    versions = [version for one in occasions for version in one.versions]
    there = [one for one in versions if is_there(one)]
    if len(there) == len(versions):
        return occasions
    return link_occasions(sorted(there, key=lambda one: (one.article.published or date.max, one.id)))


def _digest(told: list[object]) -> bytes:
    return hashlib.sha256(json.dumps(told).encode()).digest()[:16]
