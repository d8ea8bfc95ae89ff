"""`inspect FILE`: show what the index understands of each article of a file. No index is needed."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.answer_json import day_as_json, meeting_as_json, span_as_json
from index.article import Article, Extraction, TimeExpression
from index.dates import find_time_expressions
from index.loaders import LoadFailure, read_articles
from index.meetings import MeetingExtractor
from index.meetings.syntax.parser import ParserUnavailable
from index.passages import split_passages

Json = dict[str, Any]


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    command = subparsers.add_parser(
        "inspect", help="show what the index understands of each article of a file; no index is needed"
    )
    command.add_argument("file", type=Path, metavar="FILE", help="a briefing, or a .jsonl of many")
    command.add_argument("--json", action="store_true", help="print one JSON object a line, an article each")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print every article of the file; return 1 where one cannot be read, 2 where there is no file."""
    file: Path = arguments.file
    if not file.is_file():
        print(f"There is no file {file}: name a briefing, or a .jsonl of many.", file=sys.stderr)
        return 2
    loaded = list(read_articles(file, file.parent))
    failures = [one for one in loaded if isinstance(one, LoadFailure)]
    articles = [one for one in loaded if isinstance(one, Article)]
    show = _as_json if arguments.json else _as_text
    try:
        for article, extraction in zip(articles, MeetingExtractor.load().extract_many(articles), strict=True):
            print(show(article, extraction))
    except ParserUnavailable as fault:
        print(fault, file=sys.stderr)
        return 1
    for failure in failures:
        print(f"{failure.path}: {failure.reason}", file=sys.stderr)
    return 1 if failures else 0


def _as_json(article: Article, extraction: Extraction) -> str:
    return json.dumps(describe(article, extraction), ensure_ascii=False)


def describe(article: Article, extraction: Extraction) -> Json:
    """Return what is understood of an article in the documented shape."""
    expressions = find_time_expressions(article.body, article.published)
    return {
        "article": {
            "id": article.id,
            "title": article.title,
            "published": day_as_json(article.published),
            "source": article.source,
            "body": article.body,
        },
        "passages": [{"start": one.start, "end": one.end} for one in split_passages(article)],
        "time_expressions": [_time_expression(one) for one in expressions],
        "names": [
            {"start": one.start, "end": one.end, "text": one.text, "name": one.name, "type": one.type.value}
            for one in extraction.names
        ],
        "meetings": [meeting_as_json(one) for one in extraction.meetings],
    }


def _time_expression(one: TimeExpression) -> Json:
    return {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "kind": one.kind.value,
        **span_as_json(one.span),
        "modifier": one.modifier.value if one.modifier else None,
    }


def _as_text(article: Article, extraction: Extraction) -> str:
    return "\n".join(_lines(article, extraction)) + "\n"


def _lines(article: Article, extraction: Extraction) -> Iterator[str]:
    published = day_as_json(article.published) or "no date"
    yield f"{article.title}  ({article.id}, {published}, {article.source or 'no source'})"
    yield f"  {len(split_passages(article))} passages"
    for one in find_time_expressions(article.body, article.published):
        days = (
            f"{day_as_json(one.span.first)} to {day_as_json(one.span.last)}"
            if one.span.first
            else one.kind.value
        )
        yield f"  time     {one.text}: {days} ({one.span.precision.value})"
    for name, kind in dict.fromkeys((one.name, one.type) for one in extraction.names):
        yield f"  {kind.value:12} {name}"
    for number, meeting in enumerate(extraction.meetings, start=1):
        people = ", ".join(one.name for one in meeting.participants)
        yield f"  meeting {number}: {people} [{meeting.kind.value}, {meeting.status.value}]"
        for slot, quote in (
            ("when", meeting.when.quote if meeting.when else None),
            ("where", meeting.where),
            ("why", meeting.why),
        ):
            yield f"    {slot:6} {' '.join(quote.text.split()) if quote else 'not stated'}"
        yield f"    read in: {' '.join(meeting.evidence.text.split())}"
