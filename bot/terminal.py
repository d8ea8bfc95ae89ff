"""Answers, hits and meetings for the eye: colour and style on a terminal, plain text in a pipe."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.answering.answer import Answer, Citation, NoAnswer, Slot
from index.article import Article
from index.dates import format_span
from index.engine import ArticleMeeting, SearchResult

_PIPE_WIDTH = 110
_LABELS = (Slot.WHO, Slot.WHEN, Slot.WHERE, Slot.WHY)


def show_answer(answer: Answer | NoAnswer) -> None:
    """Print the answer, its slots, and the numbered quotes with date and source."""
    console = _console()
    console.print()
    console.print(Text(answer.text, style="bold" if isinstance(answer, Answer) else "yellow"))
    if answer.slots:
        console.print()
        console.print(_slots(answer))
    for citation in answer.citations:
        console.print()
        console.print(_citation(citation))
    console.print()


def show_hits(result: SearchResult, articles: Mapping[str, Article]) -> None:
    """Print the passages found, best first."""
    console = _console()
    if not result.hits:
        console.print("No passage was found.")
    for hit in result.hits:
        article = articles[hit.article_id]
        found_by = "+".join(retriever.value for retriever in hit.found_by)
        console.print(
            Text.assemble((f"{hit.rank}. ", "cyan"), (article.title, "bold"), f"  {hit.score:.3f} {found_by}")
        )
        console.print(Text(_provenance(article.published, article.source, article.path), style="dim"))
        console.print(Text(hit.passage.text))
        console.print()


def show_meetings(records: Sequence[ArticleMeeting], left_out: int) -> None:
    """Print a table of meetings, and how many undated ones a filter by date left out."""
    console = _console()
    if not records:
        console.print("No such meeting is recorded.")
    else:
        table = Table("When", "Who", "Where", "Why", "Status", "Briefing", header_style="bold")
        for record in records:
            meeting = record.meeting
            table.add_row(
                Text("" if meeting.when is None else format_span(meeting.when.span)),
                Text(", ".join(one.name for one in meeting.participants)),
                Text("" if meeting.where is None else meeting.where.text),
                Text("" if meeting.why is None else meeting.why.text),
                Text(meeting.status.value),
                Text(record.article.title),
            )
        console.print(table)
    if left_out:
        console.print(f"{left_out:,} without a known date left out.")


def _console() -> Console:
    console = Console(highlight=False, soft_wrap=False)
    return console if console.is_terminal else Console(highlight=False, width=_PIPE_WIDTH, no_color=True)


def _slots(answer: Answer | NoAnswer) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="cyan")
    grid.add_column()
    for slot in _LABELS:
        value = answer.slots.get(slot)
        if value is not None:
            grid.add_row(slot.value.capitalize(), Text.assemble(value.text, (f" [{value.citation}]", "cyan")))
        elif isinstance(answer, Answer):
            grid.add_row(slot.value.capitalize(), Text("not stated", style="dim"))
    return grid


def _citation(citation: Citation) -> Text:
    return Text.assemble(
        (f"[{citation.number}] ", "cyan"),
        (f"“{citation.quote}”", "italic"),
        ("\n    " + citation.title + "; ", "dim"),
        (_provenance(citation.published, citation.source, citation.url or citation.path), "dim"),
    )


def _provenance(published: object, source: str | None, place: str) -> str:
    return " · ".join([str(published) if published else "undated", *([source] if source else []), place])
