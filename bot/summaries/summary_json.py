"""Summaries and digests as JSON."""

from typing import Any

from bot.answer_json import citation_as_json, day_as_json, meeting_as_json
from bot.summaries.citing import CitedDigest, CitedItem
from bot.summaries.summary import Summary
from bot.summaries.wording import write_lack, write_silence


def summary_as_json(summary: Summary) -> dict[str, Any]:
    """Return a summary as JSON values; `text` is all of its sentences, or says why there is none."""
    quotes = " ".join(" ".join(one.quote.split()) for one in summary.sentences)
    return {
        "subject": summary.subject.value,
        "about": summary.about,
        "text": quotes or write_lack(summary),
        "sentences": [{"text": one.quote, "citation": one.number} for one in summary.sentences],
        "citations": [citation_as_json(one) for one in summary.sentences],
        "briefings": summary.coverage.articles,
    }


def digest_as_json(cited: CitedDigest) -> dict[str, Any]:
    """Return a digest as JSON values; `text` says where a period brought nothing new, else it is null."""
    digest = cited.digest
    return {
        "since": day_as_json(digest.since),
        "until": day_as_json(digest.until),
        "text": None if digest.items else write_silence(digest),
        "news": [_item(one) for one in cited.items],
        "citations": [citation_as_json(one) for one in cited.citations],
        "briefings": digest.briefings,
        "told_again": digest.told_again,
    }


def _item(one: CitedItem) -> dict[str, Any]:
    item = one.item
    before = item.before
    return {
        "news": item.news.value,
        "id": item.occasion.id,
        "meeting": meeting_as_json(item.now.meeting),
        "citation": one.number,
        "before": None
        if before is None
        else {"meeting": meeting_as_json(before.meeting), "citation": one.before},
    }
