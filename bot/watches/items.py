"""News as they wait to be told: JSON, with the watches that they are news to."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from bot.watches.comparing import MeetingNews
from bot.watches.reports import report_as_json, report_from_json
from index.occasions import Aspect

MOST = 200
"""Meetings that one post tells; how many more there are is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    """News of a meeting, and the keys of the watches of one channel that it is news to."""

    news: MeetingNews
    watches: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What one post tells: changes first, then by day; `more` were too many."""

    items: tuple[NewsItem, ...]
    more: int = 0


def bundle(found: Iterable[tuple[str, int, MeetingNews]]) -> Bundle:
    """Bundle what watches of one channel found: the occasion's id, the watch's key, and the news.

    A meeting that is new to one watch and a change to another is told once, as a change.
    """
    items: dict[str, NewsItem] = {}
    for occasion, watch, news in found:
        held = items.get(occasion)
        if held is None:
            items[occasion] = NewsItem(news=news, watches=(watch,))
        else:
            told = held.news if held.news.changed else news
            items[occasion] = NewsItem(news=told, watches=(*held.watches, watch))
    ordered = sorted(items.values(), key=_by_kind_and_day)
    return Bundle(items=tuple(ordered[:MOST]), more=max(0, len(ordered) - MOST))


def narrowed(whole: Bundle, watches: frozenset[int], collections: frozenset[str] | None) -> Bundle:
    """Return what is news to these watches, and was read in these collections alone (None: in any)."""
    kept = tuple(
        replace(one, watches=standing)
        for one in whole.items
        if (standing := tuple(key for key in one.watches if key in watches))
        and (collections is None or one.news.collections <= collections)
    )
    return replace(whole, items=kept)


def write_bundle(whole: Bundle) -> str:
    """Write a bundle as JSON."""
    items = [
        {
            "watches": one.watches,
            "changed": [aspect.value for aspect in one.news.changed],
            "now": report_as_json(one.news.now),
            "before": None if one.news.before is None else report_as_json(one.news.before),
            "collections": sorted(one.news.collections),
        }
        for one in whole.items
    ]
    return json.dumps({"items": items, "more": whole.more}, ensure_ascii=False)


def read_bundle(written: str) -> Bundle:
    """Read what `write_bundle` wrote."""
    values = json.loads(written)
    return Bundle(items=tuple(map(_read, values["items"])), more=values["more"])


def _read(values: dict[str, Any]) -> NewsItem:
    before = values["before"]
    news = MeetingNews(
        now=report_from_json(values["now"]),
        before=None if before is None else report_from_json(before),
        changed=tuple(Aspect(one) for one in values["changed"]),
        collections=frozenset(values["collections"]),
    )
    return NewsItem(news=news, watches=tuple(values["watches"]))


def _by_kind_and_day(item: NewsItem) -> tuple[bool, str, str]:
    now = item.news.now
    when = now.meeting.when
    day = now.article.published if when is None or when.span.first is None else when.span.first
    return (not item.news.changed, str(day or "9999"), now.id)
