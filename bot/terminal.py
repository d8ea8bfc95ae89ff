"""Answers, hits and meetings for the eye: colour and style on a terminal, plain text in a pipe."""

from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.answering.answer import Answer, Citation, NoAnswer, Slot
from bot.answering.compose import write_wording
from index.article import Article, Meeting
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
    wording = write_wording(answer)
    if wording is not None:
        console.print()
        console.print(Text(wording, style="dim"))
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


def show_meetings(records: Sequence[ArticleMeeting]) -> None:
    """Print a table of meetings, each with the briefing that tells it."""
    console = _console()
    if not records:
        console.print("No such meeting is recorded.")
        return
    table = Table(box=box.HORIZONTALS, show_lines=True, header_style="bold", expand=True, pad_edge=False)
    table.add_column("When", ratio=3, min_width=16)
    table.add_column("Who", ratio=5)
    table.add_column("Where", ratio=3)
    table.add_column("Why, and the sentence that says so", ratio=11, overflow="fold")
    for record in records:
        table.add_row(*_meeting(record))
    console.print(table)


def _meeting(record: ArticleMeeting) -> tuple[Text, Text, Text, Text]:
    meeting, article = record.meeting, record.article
    where, why = meeting.where, meeting.why
    return (
        Text.assemble(f"{_when(meeting)}\n", (meeting.status.value, "dim")),
        Text(", ".join(one.name for one in meeting.participants)),
        Text("" if where is None else _one_line(where.text)),
        Text.assemble(
            "" if why is None else f"{_one_line(why.text)}\n",
            (f"“{_one_line(meeting.evidence.text)}”\n", "italic"),
            (_provenance(article.published, article.source, article.path), "dim"),
        ),
    )


def _when(meeting: Meeting) -> str:
    if meeting.when is None:
        return "not stated"
    if meeting.when.span.first is None:
        return f"“{_one_line(meeting.when.quote.text)}”, day not known"
    return format_span(meeting.when.span, meeting.when.modifier)


def _one_line(text: str) -> str:
    return " ".join(text.split())


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the command line, which knows that a reader who has seen enough is no fault."""
        raise


def _console() -> Console:
    console = _Console(highlight=False, soft_wrap=False)
    return console if console.is_terminal else _Console(highlight=False, width=_PIPE_WIDTH, no_color=True)


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
