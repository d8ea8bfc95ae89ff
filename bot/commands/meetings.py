"""List the meetings that the briefings record."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date

from bot.answer_json import record_as_json
from bot.answering.words import folded_words
from bot.commands.arguments import add_index, check_period, read_day
from bot.meeting_files import meetings_as_calendar, meetings_as_csv
from bot.settings import load_settings
from bot.terminal import show_meetings
from index.article import Meeting, MeetingStatus
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
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the meetings as JSON")
    form.add_argument("--csv", action="store_true", help="print them as comma-separated values")
    form.add_argument("--ics", action="store_true", help="print those with a known date as a calendar")
    add_index(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List, and return the exit code."""
    from bot.wiring import open_engine

    since, until = arguments.since, arguments.until
    check_period(since, until)
    engine = open_engine(load_settings(), arguments.index)
    try:
        with engine.snapshot() as snapshot:
            records = [one for one in snapshot.meetings() if _is_wanted(one.meeting, arguments)]
    finally:
        engine.close()
    listed = [one for one in records if _is_within(one.meeting, since, until)]
    _show(listed, arguments)
    if since is not None or until is not None:
        _tell_undated(sum(_is_undated(one.meeting) for one in records))
    return 0


def _show(records: Sequence[ArticleMeeting], arguments: argparse.Namespace) -> None:
    if arguments.json:
        meetings = [record_as_json(one) for one in records]
        print(json.dumps({"meetings": meetings}, ensure_ascii=False))
    elif arguments.csv:
        print(meetings_as_csv(records), end="")
    elif arguments.ics:
        print(meetings_as_calendar(records), end="")
    else:
        show_meetings(records)


def _tell_undated(count: int) -> None:
    if count:
        meetings = "meeting" if count == 1 else "meetings"
        print(f"{count:,} {meetings} without a known date left out.", file=sys.stderr)


def _is_wanted(meeting: Meeting, arguments: argparse.Namespace) -> bool:
    names = [one.name for one in meeting.participants]
    where = "" if meeting.where is None else meeting.where.text
    topic = f"{meeting.evidence.text} {'' if meeting.why is None else meeting.why.text}"
    return (
        (arguments.who is None or _names_one(names, arguments.who))
        and (arguments.other is None or _names_one(names, arguments.other))
        and (arguments.where is None or _says(where, arguments.where))
        and (arguments.topic is None or _says(topic, arguments.topic))
        and (arguments.status is None or meeting.status.value == arguments.status)
    )


def _names_one(names: Sequence[str], wanted: str) -> bool:
    return any(_says(name, wanted) for name in names)


def _says(text: str, wanted: str) -> bool:
    return folded_words(wanted) <= folded_words(text)


def _is_within(meeting: Meeting, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    return meeting.when is not None and meeting.when.span.overlaps(since, until)


def _is_undated(meeting: Meeting) -> bool:
    return meeting.when is None or meeting.when.span.first is None
