"""Answers and hits for the eye: colour and style on a terminal, plain text in a pipe."""

from collections.abc import Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.answering.answer import Answer, Citation, NoAnswer, Slot
from bot.answering.reply.compose import write_wording
from index.article import Article
from index.engine import SearchResult

_PIPE_WIDTH = 110
_LABELS = (Slot.WHO, Slot.WHEN, Slot.WHERE, Slot.WHY)


def show_answer(answer: Answer | NoAnswer) -> None:
    """Print the answer, its slots, and the numbered quotes with date and source."""
    console = open_console()
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
    console = open_console()
    if not result.hits:
        console.print("No passage was found.")
    for hit in result.hits:
        article = articles[hit.article_id]
        found_by = "+".join(retriever.value for retriever in hit.found_by)
        console.print(
            Text.assemble((f"{hit.rank}. ", "cyan"), (article.title, "bold"), f"  {hit.score:.3f} {found_by}")
        )
        console.print(Text(write_provenance(article.published, article.source, article.path), style="dim"))
        console.print(Text(hit.passage.text))
        console.print()


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the command line, which knows that a reader who has seen enough is no fault."""
        raise


def open_console() -> Console:
    """Open standard output: styled on a terminal, plain and of one width in a pipe."""
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
        (write_provenance(citation.published, citation.source, citation.url or citation.path), "dim"),
    )


def write_provenance(published: object, source: str | None, place: str) -> str:
    """Write when, by whom and where something was published."""
    return " · ".join([str(published) if published else "undated", *([source] if source else []), place])
