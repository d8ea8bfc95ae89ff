"""From an answer to what Discord shows: pure functions, with Discord's limits kept by construction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import discord

from bot.answering.answer import Answer, Citation, NoAnswer, Reason, Slot
from bot.answering.compose import write_wording
from bot.markup import fit, link, on_one_line, width
from bot.reindexing import BuildReport
from index.article import DateSpan, Precision
from index.dates import format_span
from index.engine import Coverage

ANSWERED = discord.Colour(0x2E8B57)
PARTIAL = discord.Colour(0xC98A00)
NOT_FOUND = discord.Colour(0x6B7480)

# Discord takes 256 in a title or a field's name, 4096 in a description, 1024 in a field, 2048 in a footer,
# 25 fields, and 6000 in all. A phone shows about 40 characters a line: what is longer is read in the file.
_TITLE = 256
_TEXT = 1400
_SLOT = 300
_SOURCE = 1000
_SHORTEST_SOURCE = 120
_TOTAL = 5900
_FOOTER = 300

_SHOWN_SLOTS = (Slot.WHO, Slot.WHEN, Slot.WHERE, Slot.WHY)
# Shown small above the question, so that the kind of the answer is plain before its text is read.
_LABELS = {
    Reason.NOTHING_RELEVANT: "Not in the briefings",
    Reason.NO_MEETING: "No such meeting in the briefings",
    Reason.OTHER_PEOPLE: "The briefings name other people",
    Reason.OTHER_DATE: "The briefings give another date",
    Reason.OTHER_PLACE: "The briefings give another place",
    Reason.NOT_STATED: "The briefings do not state it",
}
_PARTIAL_LABEL = "Part of the answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer, and what was searched for it."""

    answer: Answer | NoAnswer
    coverage: Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What to send: plain text or embeds, and the text of the file that holds what they had to shorten."""

    text: str | None = None
    embeds: tuple[discord.Embed, ...] = ()
    attachment: str | None = None


def render_answer(answered: Answered) -> Rendered:
    """Draw an answer, or the lack of one, as one embed; the whole goes in a file where it is shortened."""
    answer = answered.answer
    title, title_cut = fit(on_one_line(answer.question), _TITLE)
    text, text_cut = fit(answer.text, _TEXT)
    embed = discord.Embed(title=title, description=text, colour=_colour(answer))
    label = _label(answer)
    if label is not None:
        embed.set_author(name=label)
    shortened = title_cut or text_cut
    for name, value, cut in _slot_fields(answer):
        embed.add_field(name=name, value=value, inline=False)
        shortened |= cut
    shortened |= _add_sources(embed, answer.citations, room=_TOTAL - _size(embed) - _FOOTER)
    embed.set_footer(text=_footer(answered, shortened))
    return Rendered(embeds=(embed,), attachment=write_out(answered) if shortened else None)


def write_out(answered: Answered) -> str:
    """Write the whole answer as plain text."""
    answer = answered.answer
    lines = [answer.question, "", answer.text, ""]
    for slot in _SHOWN_SLOTS:
        value = answer.slots.get(slot)
        if value is not None:
            lines.append(
                f"{slot.value.capitalize()}: {_slot_text(value.text, value.span)} [{value.citation}]"
            )
    for citation in answer.citations:
        lines += ["", f"[{citation.number}] {citation.title} ({_outlet_and_date(citation)})"]
        lines += [citation.url] if citation.url else []
        lines.append(f"“{citation.quote}”")
    return "\n".join([*lines, "", _searched(answered.coverage), ""])


def _colour(answer: Answer | NoAnswer) -> discord.Colour:
    if isinstance(answer, NoAnswer):
        return NOT_FOUND
    return ANSWERED if answer.complete else PARTIAL


def _label(answer: Answer | NoAnswer) -> str | None:
    if isinstance(answer, NoAnswer):
        return _LABELS[answer.reason]
    return None if answer.complete else _PARTIAL_LABEL


def _slot_fields(answer: Answer | NoAnswer) -> Iterator[tuple[str, str, bool]]:
    for slot in _SHOWN_SLOTS:
        name = slot.value.capitalize()
        value = answer.slots.get(slot)
        if value is not None:
            text, cut = fit(on_one_line(_slot_text(value.text, value.span)), _SLOT)
            yield name, f"{text} \\[{value.citation}\\]", cut
        elif slot in answer.asked and isinstance(answer, Answer):
            yield name, "*Not stated in the briefings.*", False


def _slot_text(text: str, span: DateSpan | None) -> str:
    """Put the days before words that do not name their year: "Tuesday" alone says nothing a week later."""
    if span is None or span.first is None or str(span.first.year) in text:
        return text
    return f"{format_span(span)} (“{text}”)"


def _write_day(day: date) -> str:
    return format_span(DateSpan(first=day, last=day, precision=Precision.DAY))


def _add_sources(embed: discord.Embed, citations: Sequence[Citation], *, room: int) -> bool:
    shortened = False
    for position, citation in enumerate(citations):
        name, _ = fit(f"{citation.number} · {on_one_line(_outlet_and_date(citation))}", _TITLE)
        left = min(_SOURCE, room - width(name))
        if left < _SHORTEST_SOURCE or len(embed.fields) >= 24:
            embed.add_field(name="More sources", value=f"{len(citations) - position} more are in the file.")
            return True
        value, cut = _source(citation, left)
        embed.add_field(name=name, value=value, inline=False)
        room -= width(name) + width(value)
        shortened |= cut
    return shortened


def _source(citation: Citation, room: int) -> tuple[str, bool]:
    title = link(on_one_line(citation.title), citation.url)
    if width(title) > room // 2:
        title, _ = fit(on_one_line(citation.title), room // 2)
    head = f"{title}\n> "
    quote, cut = fit(on_one_line(citation.quote), room - width(head))
    return head + quote, cut


def _outlet_and_date(citation: Citation) -> str:
    published = citation.published
    day = "undated" if published is None else _write_day(published)
    return f"{citation.source}, {day}" if citation.source else day


def _footer(answered: Answered, shortened: bool) -> str | None:
    # The text of a NoAnswer itself ends with what was searched.
    notes = [] if isinstance(answered.answer, NoAnswer) else [_searched(answered.coverage)]
    wording = write_wording(answered.answer)
    if wording is not None:
        notes.append(wording.rstrip("."))
    if shortened:
        notes.append("Shortened: the whole answer is in the file.")
    return " · ".join(notes) or None


def _searched(coverage: Coverage) -> str:
    counted = f"Searched {coverage.articles:,} briefing{'' if coverage.articles == 1 else 's'}"
    if coverage.first is None or coverage.last is None:
        return counted
    first, last = _write_day(coverage.first), _write_day(coverage.last)
    return f"{counted}, {first}" if first == last else f"{counted}, {first} to {last}"


def _size(embed: discord.Embed) -> int:
    fields = sum(width(field.name or "") + width(field.value or "") for field in embed.fields)
    return width(embed.author.name or "") + width(embed.title or "") + width(embed.description or "") + fields


def render_report(report: BuildReport) -> Rendered:
    """Draw what a build changed; files that failed are listed, all of them in the file when they are many."""
    changes = (("added", report.added), ("changed", report.changed), ("removed", report.removed))
    said = ", ".join(f"{count:,} {word}" for word, count in changes if count) or "nothing changed"
    text = f"{said[0].upper()}{said[1:]}; {report.unchanged:,} unchanged. Took {report.seconds:.1f} s."
    embed = discord.Embed(title=f"Index updated (generation {report.generation})", description=text)
    embed.colour = PARTIAL if report.failed else ANSWERED
    if not report.failed:
        return Rendered(embeds=(embed,))
    lines = [f"{failure.path}: {failure.reason}" for failure in report.failed]
    value, cut = fit("\n".join(lines), _SOURCE)
    embed.add_field(name=f"{len(lines):,} could not be read", value=value, inline=False)
    return Rendered(embeds=(embed,), attachment="\n".join([*lines, ""]) if cut else None)
