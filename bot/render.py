"""From an answer to what Discord shows: pure functions, with Discord's limits kept by construction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import discord

from bot.answering.answer import Answer, Citation, NoAnswer, Reason, Slot
from bot.days import write_day, write_span
from bot.desk import Answered
from bot.markup import fit, link, on_one_line, width
from bot.reindexing import BuildReport
from index.article import DateSpan
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
_REASONS = {
    Reason.NOTHING_RELEVANT: "Nothing in the briefings is about this.",
    Reason.NO_MEETING: "The briefings mention this, but record no such meeting.",
    Reason.OTHER_PEOPLE: "The briefings record other people.",
    Reason.OTHER_DATE: "The briefings record another date.",
    Reason.OTHER_PLACE: "The briefings record another place.",
    Reason.NOT_STATED: "The briefings do not state it.",
}


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
    shortened = title_cut or text_cut
    for name, value, cut in _slot_fields(answer):
        embed.add_field(name=name, value=value, inline=False)
        shortened |= cut
    footer = _footer(answer, answered.coverage)
    shortened |= _add_sources(embed, answer.citations, room=_TOTAL - _size(embed) - _FOOTER)
    embed.set_footer(
        text=footer + (" · Shortened here: the whole answer is in the file." if shortened else "")
    )
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
    return "\n".join([*lines, "", _footer(answer, answered.coverage), ""])


def _colour(answer: Answer | NoAnswer) -> discord.Colour:
    if isinstance(answer, NoAnswer):
        return NOT_FOUND
    return ANSWERED if answer.complete else PARTIAL


def _slot_fields(answer: Answer | NoAnswer) -> Iterator[tuple[str, str, bool]]:
    if isinstance(answer, NoAnswer):
        yield "Why there is no answer", _REASONS[answer.reason], False
    for slot in _SHOWN_SLOTS:
        name = slot.value.capitalize()
        value = answer.slots.get(slot)
        if value is not None:
            text, cut = fit(on_one_line(_slot_text(value.text, value.span)), _SLOT)
            yield name, f"{text} \\[{value.citation}\\]", cut
        elif slot in answer.asked and isinstance(answer, Answer):
            yield name, "*Not stated in the briefings.*", False


def _slot_text(text: str, span: DateSpan | None) -> str:
    if span is None:
        return text
    if span.first is None:
        return f"{text} (date not known: the briefing is undated)"
    written = write_span(span)
    return written if written.casefold() == text.casefold() else f"{written} (“{text}”)"


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
    day = "undated" if published is None else write_day(published)
    return f"{citation.source}, {day}" if citation.source else day


def _footer(answer: Answer | NoAnswer, coverage: Coverage) -> str:
    counted = f"{coverage.articles:,} briefing{'' if coverage.articles == 1 else 's'}"
    searched = f"Searched {counted}{_range(coverage)}"
    if isinstance(answer, Answer) and not answer.complete:
        return f"Part of the answer is not in the briefings · {searched}"
    return searched


def _range(coverage: Coverage) -> str:
    if coverage.first is None or coverage.last is None:
        return ""
    first, last = write_day(coverage.first), write_day(coverage.last)
    return f", {first}" if first == last else f", {first} to {last}"


def _size(embed: discord.Embed) -> int:
    fields = sum(width(field.name or "") + width(field.value or "") for field in embed.fields)
    return width(embed.title or "") + width(embed.description or "") + fields


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
