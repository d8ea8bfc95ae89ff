"""Show the meetings of a person in order of their days, as lines, as JSON, or as a picture."""

import argparse
import json
from pathlib import Path

from bot.commands.arguments import UsageError, add_scope, check_period, read_day, read_scope
from bot.occasions.people import UnclearName
from bot.settings import load_settings
from bot.timeline import Timeline, make_timeline
from bot.timeline.lines import show_timeline
from bot.timeline.theme import Theme
from bot.timeline.timeline_json import timeline_as_json


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `timeline`."""
    parser = subparsers.add_parser("timeline", help="the meetings of a person, by date")
    parser.add_argument("name", metavar="NAME", help="whose meetings")
    parser.add_argument("--with", dest="other", metavar="N", help="only those with this person too")
    parser.add_argument("--since", type=read_day, metavar="D", help="held on this day or later")
    parser.add_argument("--until", type=read_day, metavar="D", help="held on this day or earlier")
    parser.add_argument("--png", type=Path, metavar="FILE", help="draw a picture into this file")
    parser.add_argument(
        "--theme",
        choices=[theme.value for theme in Theme],
        default=Theme.DARK.value,
        help="colours of the picture (default: dark)",
    )
    parser.add_argument("--json", action="store_true", help="print the timeline as JSON")
    add_scope(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Show, and return the exit code. Raises `UsageError` where NAME means several people."""
    from bot.wiring import read_shelf

    check_period(arguments.since, arguments.until)
    shelf = read_shelf(load_settings(), arguments.index, lambda snapshot: read_scope(arguments, snapshot))
    try:
        timeline = make_timeline(
            shelf, arguments.name, arguments.other, since=arguments.since, until=arguments.until
        )
    except UnclearName as error:
        raise UsageError(str(error)) from error
    if arguments.png is not None:
        _draw(timeline, arguments.png, Theme(arguments.theme))
    if arguments.json:
        print(json.dumps(timeline_as_json(timeline), ensure_ascii=False))
    else:
        show_timeline(timeline)
    return 0


def _draw(timeline: Timeline, file: Path, theme: Theme) -> None:
    from bot.timeline.picture import draw_timeline

    if not timeline.entries:
        raise UsageError("There is no dated meeting to draw; leave --png out.")
    try:
        file.write_bytes(draw_timeline(timeline, theme))
    except OSError as error:
        raise UsageError(f"{file} cannot be written ({error.strerror}); name another file.") from error
