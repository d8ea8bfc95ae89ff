"""A timeline on a terminal or in a pipe: dated lines, then the sources by number."""

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
from bot.timeline.timeline import Entry, Timeline
from index.article import MeetingKind
from index.occasions import Aspect

_WHEN = 24


def show_timeline(timeline: Timeline) -> None:
    """Print the title, a line a meeting, how many are undated, and the sources."""
    console = open_console()
    console.print(Text(timeline.title, style="bold"))
    console.print()
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(width=_WHEN, style="cyan", overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    for entry in timeline.entries:
        grid.add_row(write_when(entry.occasion), _what(entry))
    console.print(grid)
    console.print()
    console.print(Text(write_count(timeline), style="bold"))
    for citation in timeline.citations:
        console.print()
        source = write_provenance(citation.published, citation.source, citation.path)
        console.print(
            Text.assemble(
                (f"[{citation.number}] ", "cyan"),
                (f"“{on_one_line(citation.quote)}”\n", "italic"),
                (f"    {citation.title}; {source}", "dim"),
            )
        )


def write_count(timeline: Timeline) -> str:
    """Write how many meetings there are, and how many more have no known day."""
    count = len(timeline.entries)
    if not count:
        undated = f"; {timeline.undated:,} without a known date" if timeline.undated else ""
        return f"No dated meeting is recorded{undated}."
    said = f"{count:,} dated {'meeting' if count == 1 else 'meetings'}"
    return f"{said}; {timeline.undated:,} more without a known date." if timeline.undated else f"{said}."


def write_entry(entry: Entry) -> str:
    """Write with whom, where, why, and what became of it, on one line without the date."""
    occasion = entry.occasion
    kind = occasion.lead.meeting.kind
    parts = [f"with {write_people(entry.others)}"] if entry.others else []
    if kind not in (MeetingKind.MEETING, MeetingKind.OTHER) or not parts:
        parts.append(kind.value)
    parts += [on_one_line(stated[1].text) for stated in (occasion.where, occasion.why) if stated is not None]
    if not is_plain(occasion):
        parts.append(write_course(occasion))
    return " · ".join(parts)


def write_doubt(entry: Entry) -> str:
    """Write what its sources dispute, unless the date alone, which itself shows it; or that they agree."""
    if [one.aspect for one in entry.occasion.disagreements] == [Aspect.WHEN]:
        return "sources differ"
    return write_agreement(entry.occasion)


def _what(entry: Entry) -> Text:
    doubt = write_doubt(entry)
    style = "yellow" if entry.occasion.disagreements else "green"
    return Text.assemble(
        write_entry(entry), (f" · {doubt}" if doubt else "", style), (f" [{entry.citation}]", "cyan")
    )
