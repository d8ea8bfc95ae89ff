"""Reports of meetings as watches remember them and news carry them: without the article's body, as JSON."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from typing import Any

from bot.state import Report
from index.article import Article, Extraction
from index.engine import ArticleMeeting
from index.records import decode_extraction, encode_extraction


def report_of(version: ArticleMeeting) -> Report:
    """Return what is remembered of one article's version of a meeting."""
    written = json.dumps(report_as_json(version), ensure_ascii=False)
    return Report(article=version.article.id, mark=mark_of(version), written=written)


def mark_of(version: ArticleMeeting) -> str:
    """Digest what a version tells, whichever file it is in: its sentence, who, when, where, what became."""
    meeting = version.meeting
    when = None if meeting.when is None else [str(meeting.when.span.first), str(meeting.when.span.last)]
    told = [
        meeting.evidence.text,
        sorted(one.name for one in meeting.participants),
        meeting.status.value,
        when,
        None if meeting.where is None else meeting.where.text,
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:32]


def report_as_json(version: ArticleMeeting) -> dict[str, Any]:
    """Return a version as JSON values."""
    article = version.article
    return {
        "id": version.id,
        "article": {
            "id": article.id,
            "path": article.path,
            "title": article.title,
            "source": article.source,
            "url": article.url,
            "published": None if article.published is None else article.published.isoformat(),
            "collection": article.collection,
            "tags": list(article.tags),
        },
        "told": json.loads(encode_extraction(Extraction(meetings=(version.meeting,)))),
    }


def report_from_json(values: dict[str, Any]) -> ArticleMeeting:
    """Return the version that was written as `values`; its article has no body."""
    about = dict(values["article"])
    published, tags = about.pop("published"), about.pop("tags")
    article = Article(
        body="",
        published=None if published is None else date.fromisoformat(published),
        tags=tuple(tags),
        **about,
    )
    (meeting,) = decode_extraction(json.dumps(values["told"])).meetings
    return ArticleMeeting(id=values["id"], article=article, meeting=meeting)


def report_from_written(report: Report) -> ArticleMeeting:
    """Return the version that is remembered as `report`."""
    return report_from_json(json.loads(report.written))


def without_body(version: ArticleMeeting) -> ArticleMeeting:
    """Return a version as it is read back."""
    return replace(version, article=replace(version.article, body=""))
