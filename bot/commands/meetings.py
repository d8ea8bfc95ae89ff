"""List the meetings that the briefings record."""

import argparse
import json
from collections.abc import Sequence
from datetime import date

from bot.answer_json import meeting_as_json
from bot.answering.words import folded_words
from bot.commands.arguments import UsageError, add_index, read_day
from bot.settings import load_settings
from bot.terminal import show_meetings
from index.article import MeetingStatus
from index.engine import ArticleMeeting


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `meetings`."""
    parser = subparsers.add_parser("meetings", help="list meetings")
    parser.add_argument("--who", metavar="N", help="someone who takes part")
    parser.add_argument("--with", dest="other", metavar="N", help="someone else who takes part")
    parser.add_argument("--where", metavar="P", help="the place")
    parser.add_argument("--topic", metavar="T", help="words of the purpose or of the sentence")
    parser.add_argument("--since", type=read_day, metavar="D", help="held on this day or later")
    parser.add_argument("--until", type=read_day, metavar="D", help="held on this day or earlier")
    parser.add_argument("--status", choices=[status.value for status in MeetingStatus])
    parser.add_argument("--json", action="store_true", help="print the meetings as JSON")
    add_index(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List, and return the exit code."""
    from bot.wiring import open_engine

    since, until = arguments.since, arguments.until
    if since is not None and until is not None and until < since:
        raise UsageError(f"--until {until} is before --since {since}; swap them.")
    engine = open_engine(load_settings(), arguments.index)
    try:
        with engine.snapshot() as snapshot:
            records = [one for one in snapshot.meetings() if _is_wanted(one, arguments)]
    finally:
        engine.close()
    dated = [one for one in records if _is_within(one, since, until)]
    undated = sum(one.meeting.when is None or one.meeting.when.span.first is None for one in records)
    left_out = undated if since is not None or until is not None else 0
    if arguments.json:
        meetings = [meeting_as_json(one) for one in dated]
        print(json.dumps({"meetings": meetings, "undated_left_out": left_out}, ensure_ascii=False))
    else:
        show_meetings(dated, left_out)
    return 0


def _is_wanted(record: ArticleMeeting, arguments: argparse.Namespace) -> bool:
    meeting = record.meeting
    names = [one.name for one in meeting.participants]
    topic = f"{meeting.evidence.text} {'' if meeting.why is None else meeting.why.text}"
    return (
        (arguments.who is None or _names_one(names, arguments.who))
        and (arguments.other is None or _names_one(names, arguments.other))
        and (arguments.where is None or (meeting.where is not None and _says(meeting.where.text, arguments.where)))  # noqa: E501
        and (arguments.topic is None or _says(topic, arguments.topic))
        and (arguments.status is None or meeting.status.value == arguments.status)
    )  # fmt: skip


def _names_one(names: Sequence[str], wanted: str) -> bool:
    return any(_says(name, wanted) for name in names)


def _says(text: str, wanted: str) -> bool:
    return folded_words(wanted) <= folded_words(text)


def _is_within(record: ArticleMeeting, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    return record.meeting.when is not None and record.meeting.when.span.overlaps(since, until)
