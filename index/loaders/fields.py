"""The fields that describe an article, and how their values are checked."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from index.garbling import mend_encoding
from index.loaders.base import Malformed

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What the file says about its article; None or empty where it says nothing."""

    id: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: date | None = None
    collection: str | None = None
    tags: tuple[str, ...] = ()


def parse_published(value: str) -> date:
    """Return the day of an ISO date, or of a date and time that states its zone."""
    try:
        if _DATE.fullmatch(value):
            return date.fromisoformat(value)
        moment = datetime.fromisoformat(value) if _DATE.match(value) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Malformed(
            f"`published` is {value[:40]!r}, which is no existing date in the form wanted; "
            "write YYYY-MM-DD, or a date and time with its zone such as 2024-01-28T09:30:00+00:00"
        )
    return moment.date()


def parse_fields(texts: dict[str, str], tags: tuple[str, ...]) -> Fields:
    """Return the fields whose `texts` were given; an empty text counts as none."""
    given = {name: text for name, raw in texts.items() if (text := " ".join(mend_encoding(raw).split()))}
    published = given.get("published")
    return Fields(
        id=given.get("id"),
        title=given.get("title"),
        source=given.get("source"),
        url=given.get("url"),
        published=None if published is None else parse_published(published),
        collection=given.get("collection"),
        tags=tuple(tag for tag in tags if tag),
    )
