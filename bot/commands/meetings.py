"""List the meetings that the briefings record."""

import argparse
import json
import sys
from collections.abc import Sequence

from bot.commands.arguments import add_scope, check_period, read_day, read_scope
from bot.meeting_files import occasions_as_calendar, occasions_as_csv
from bot.occasions.agenda import show_occasions
from bot.occasions.choosing import Wanted, choose
from bot.occasions.occasion_json import occasion_as_json
from bot.settings import load_settings
from index.article import MeetingStatus
from index.occasions import Occasion


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `meetings`."""
    parser = subparsers.add_parser("meetings", help="list meetings")
    parser.add_argument("--who", metavar="N", help="someone who takes part")
    parser.add_argument("--with", dest="other", metavar="N", help="someone else who takes part")
    parser.add_argument("--where", metavar="P", help="the place")
    parser.add_argument("--topic", metavar="T", help="words of the purpose, the sentence or the title")
    parser.add_argument("--since", type=read_day, metavar="D", help="held on this day or later")
    parser.add_argument("--until", type=read_day, metavar="D", help="held on this day or earlier")
    parser.add_argument("--status", choices=[status.value for status in MeetingStatus])
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the meetings as JSON")
    form.add_argument("--csv", action="store_true", help="print them as comma-separated values")
    form.add_argument("--ics", action="store_true", help="print those with a known date as a calendar")
    add_scope(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List, and return the exit code."""
    from bot.wiring import read_shelf

    check_period(arguments.since, arguments.until)
    shelf = read_shelf(load_settings(), arguments.index, lambda snapshot: read_scope(arguments, snapshot))
    chosen = choose(shelf.occasions, shelf.people, _read_wanted(arguments))
    _show(chosen.occasions, arguments)
    if chosen.undated:
        print(tell_undated(chosen.undated), file=sys.stderr)
    return 0


def tell_undated(count: int) -> str:
    """Say how many meetings a period left out because no day is known."""
    return f"{count:,} {'meeting' if count == 1 else 'meetings'} without a known date left out."


def _read_wanted(arguments: argparse.Namespace) -> Wanted:
    return Wanted(
        who=arguments.who,
        other=arguments.other,
        where=arguments.where,
        topic=arguments.topic,
        since=arguments.since,
        until=arguments.until,
        status=None if arguments.status is None else MeetingStatus(arguments.status),
    )


def _show(occasions: Sequence[Occasion], arguments: argparse.Namespace) -> None:
    if arguments.json:
        print(json.dumps({"meetings": [occasion_as_json(one) for one in occasions]}, ensure_ascii=False))
    elif arguments.csv:
        print(occasions_as_csv(occasions), end="")
    elif arguments.ics:
        print(occasions_as_calendar(occasions), end="")
    else:
        show_occasions(occasions)
