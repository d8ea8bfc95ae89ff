"""Occasions for the eye, on a terminal or in a pipe: by day, each with the sentence that tells it."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from bot.occasions.wording import (
    is_plain,
    on_one_line,
    write_agreement,
    write_course,
    write_people,
    write_when,
)
from bot.terminal import open_console, write_provenance
from index.article import MeetingKind, MeetingStatus
from index.engine import ArticleMeeting
from index.occasions import Occasion

_WHEN = 24
_STYLES = {
    MeetingStatus.HELD: "green",
    MeetingStatus.ONGOING: "green",
    MeetingStatus.PLANNED: "cyan",
    MeetingStatus.REQUESTED: "cyan",
    MeetingStatus.POSTPONED: "yellow",
    MeetingStatus.CANCELLED: "red",
    MeetingStatus.DECLINED: "red",
}


def show_occasions(occasions: Sequence[Occasion]) -> None:
    """Print an agenda, in order of days, and how many articles it was read from."""
    console = open_console()
    if not occasions:
        console.print("No such meeting is recorded.")
        return
    for occasion in occasions:
        console.print(_entry(occasion))
        console.print()
    console.print(Text(_count(occasions), style="dim"))


def _entry(occasion: Occasion) -> Table:
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(width=_WHEN, style="bold", overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(Text(write_when(occasion)), _what(occasion))
    return grid


def _what(occasion: Occasion) -> Text:
    lines = [_headline(occasion)]
    if occasion.why is not None:
        lines.append(Text(on_one_line(occasion.why[1].text)))
    lines += _quoted(occasion.lead)
    others = [one for one in occasion.versions if one.id != occasion.lead.id]
    agreement = write_agreement(occasion)
    if occasion.disagreements:
        lines.append(Text(agreement, style="yellow"))
        lines += [line for other in others for line in _quoted(other)]
    elif others:
        told = "; ".join(_teller(one) for one in others)
        lines.append(
            Text.assemble((f"{agreement} · " if agreement else "", "green"), (f"also {told}", "dim"))
        )
    return Text("\n").join(lines)


def _quoted(version: ArticleMeeting) -> list[Text]:
    article = version.article
    return [
        Text(f"“{on_one_line(version.meeting.evidence.text)}”", style="italic dim"),
        Text(write_provenance(article.published, article.source, article.path), style="dim"),
    ]


def _headline(occasion: Occasion) -> Text:
    line = Text(write_people(occasion.participants), style="bold")
    if occasion.where is not None:
        line.append(f" · {on_one_line(occasion.where[1].text)}", style="not bold")
    kind = occasion.lead.meeting.kind
    if kind not in (MeetingKind.MEETING, MeetingKind.OTHER):
        line.append(f" · {kind.value}", style="not bold")
    if not is_plain(occasion):
        line.append(" · ", style="not bold")
        line.append(write_course(occasion), style=f"not bold {_STYLES[occasion.status]}")
    return line


def _teller(version: ArticleMeeting) -> str:
    article = version.article
    published = "undated" if article.published is None else article.published.isoformat()
    return f"{article.source or article.title}, {published}"


def _count(occasions: Sequence[Occasion]) -> str:
    articles = {version.article.id for one in occasions for version in one.versions}
    meetings = "meeting" if len(occasions) == 1 else "meetings"
    briefings = "briefing" if len(articles) == 1 else "briefings"
    return f"{len(occasions):,} {meetings} in {len(articles):,} {briefings}"
