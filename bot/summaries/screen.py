"""Summaries and digests for the eye, on a terminal or in a pipe."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from bot.answering.answer import Citation
from bot.occasions.wording import on_one_line
from bot.summaries.citing import CitedDigest, CitedItem
from bot.summaries.digest import News
from bot.summaries.summary import Subject, Summary
from bot.summaries.wording import (
    count_briefings,
    title_of,
    write_before,
    write_counts,
    write_day,
    write_lack,
    write_meeting,
    write_news,
    write_period,
    write_silence,
)
from bot.terminal import open_console, write_provenance
from index.article import MeetingStatus

_LONGEST = 400
_STYLES = {
    MeetingStatus.HELD: "green",
    MeetingStatus.ONGOING: "green",
    MeetingStatus.POSTPONED: "yellow",
    MeetingStatus.CANCELLED: "red",
    MeetingStatus.DECLINED: "red",
}


def show_summary(summary: Summary) -> None:
    """Print the sentences as one text, each with its number, then where they stand."""
    console = open_console()
    console.print()
    console.print(Text(on_one_line(title_of(summary)), style="bold"))
    if not summary.sentences:
        console.print(Text(write_lack(summary), style="yellow"))
        console.print()
        return
    console.print()
    console.print(_sentences(summary))
    console.print()
    for group in _by_article(summary.sentences):
        console.print(_source(group))
    if summary.subject is not Subject.ARTICLE:
        console.print(Text(f"From {count_briefings(summary.coverage.articles)}.", style="dim"))
    console.print()


def show_digest(cited: CitedDigest) -> None:
    """Print the changes, then the meetings first told, each with the sentence that says so."""
    console = open_console()
    digest = cited.digest
    console.print()
    if not digest.items:
        console.print(Text(write_silence(digest), style="yellow"))
        console.print()
        return
    console.print(Text.assemble((f"New {write_period(digest)}: ", "bold"), write_counts(digest)))
    for title, wanted in (("Changed", False), ("New", True)):
        items = [one for one in cited.items if (one.item.news is News.ADDED) is wanted]
        if items:
            console.print()
            console.print(Text(title, style="bold cyan"))
        for one in items:
            console.print(_item(one))
    console.print()
    for group in _by_article(cited.citations):
        console.print(_source(group))
    console.print()


def _item(one: CitedItem) -> Table:
    item = one.item
    style = _STYLES.get(item.now.meeting.status, "cyan")
    lines = [
        Text(write_meeting(item.now), style="bold"),
        Text.assemble(
            (f"“{_shortened(on_one_line(item.now.meeting.evidence.text))}”", "italic"),
            (f" [{one.number}]", "cyan"),
        ),
    ]
    if item.before is not None and one.before is not None:
        lines.append(Text.assemble((write_before(item.before), "dim"), (f" [{one.before}]", "cyan")))
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(width=14)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(Text(write_news(item), style=style), Text("\n").join(lines))
    return grid


def _sentences(summary: Summary) -> Table:
    """Lay the sentences out beside the days they were published on; an article has but one."""
    dated = summary.subject is not Subject.ARTICLE
    grid = Table.grid(padding=(0, 2))
    if dated:
        grid.add_column(style="dim", no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for one in summary.sentences:
        text = Text.assemble(on_one_line(one.quote), (f" [{one.number}]", "cyan"))
        day = "undated" if one.published is None else write_day(one.published)
        grid.add_row(*([Text(day)] if dated else []), text)
    return grid


def _shortened(quote: str) -> str:
    return quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST].rsplit(' ', 1)[0]} […]"


def _by_article(citations: Sequence[Citation]) -> list[list[Citation]]:
    groups: dict[str, list[Citation]] = {}
    for one in citations:
        groups.setdefault(one.article_id, []).append(one)
    return list(groups.values())


def _source(citations: Sequence[Citation]) -> Text:
    first = citations[0]
    numbers = " ".join(f"[{one.number}]" for one in citations)
    place = write_provenance(first.published, first.source, first.url or first.path)
    return Text.assemble((f"{numbers} ", "cyan"), (f"{on_one_line(first.title)}; {place}", "dim"))
