"""From an answer to what Discord shows: pure functions, with Discord's limits kept by construction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import discord

from bot.answering.answer import Answer, Citation, NoAnswer, Reason, Slot
from bot.answering.reply.compose import write_wording
from bot.controls import Control
from bot.desk import Answered
from bot.languages import ENGLISH, Language
from bot.occasions.wording import on_one_line
from bot.reindexing import BuildReport
from bot.rendering.markup import fit, link, width
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A file sent along."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What to send: plain text or embeds, with buttons and files.

    `attachment` is the text of the file that holds what the embeds had to shorten.
    """

    text: str | None = None
    embeds: tuple[discord.Embed, ...] = ()
    attachment: str | None = None
    files: tuple[SentFile, ...] = ()
    controls: tuple[Control, ...] = ()


def render_answer(
    answered: Answered, language: Language = ENGLISH, controls: tuple[Control, ...] = ()
) -> Rendered:
    """Draw an answer, or the lack of one, as one embed; the whole goes in a file where it is shortened."""
    answer = answered.answer
    title, title_cut = fit(on_one_line(answer.question), _TITLE)
    text, text_cut = fit(_text(answered, language), _TEXT)
    embed = discord.Embed(title=title, description=text, colour=_colour(answer))
    label = _label(answer, language)
    if label is not None:
        embed.set_author(name=label)
    shortened = title_cut or text_cut
    for name, value, cut in _slot_fields(answer, language):
        embed.add_field(name=name, value=value, inline=False)
        shortened |= cut
    shortened |= _add_sources(embed, answer.citations, language, room=_TOTAL - _size(embed) - _FOOTER)
    embed.set_footer(text=_footer(answered, shortened, language))
    attachment = write_out(answered, language) if shortened else None
    return Rendered(embeds=(embed,), attachment=attachment, controls=controls)


def write_out(answered: Answered, language: Language = ENGLISH) -> str:
    """Write the whole answer as plain text."""
    answer = answered.answer
    lines = [answer.question, "", _text(answered, language), ""]
    for slot, name in slot_names(language).items():
        value = answer.slots.get(slot)
        if value is not None:
            lines.append(f"{name}: {_slot_text(value.text, value.span, language)} [{value.citation}]")
    for citation in answer.citations:
        lines += ["", f"[{citation.number}] {citation.title} ({outlet_and_date(citation, language)})"]
        lines += [citation.url] if citation.url else []
        lines.append(f"“{citation.quote}”")
    return "\n".join([*lines, "", write_coverage(answered.coverage, language), ""])


def write_coverage(coverage: Coverage, language: Language = ENGLISH) -> str:
    """Write how many briefings were searched, and of which days."""
    counted = language.count("Searched {number} briefing", "Searched {number} briefings", coverage.articles)
    if coverage.first is None or coverage.last is None:
        return counted
    first, last = language.day(coverage.first), language.day(coverage.last)
    if first == last:
        return f"{counted}, {first}"
    return language.say("{counted}, {first} to {last}", counted=counted, first=first, last=last)


def outlet_and_date(citation: Citation, language: Language = ENGLISH) -> str:
    """Write who published a briefing, and when."""
    published = citation.published
    day = language.say("undated") if published is None else language.day(published)
    return f"{citation.source}, {day}" if citation.source else day


def _text(answered: Answered, language: Language) -> str:
    """Return the answer's own words; the lack of one is told in the language of the server."""
    answer = answered.answer
    if isinstance(answer, Answer) or language.code == ENGLISH.code:
        return answer.text
    text = f"{reason_labels(language)[answer.reason]}."
    if answer.citations:
        text += " " + language.say("The nearest they say: “{quote}”", quote=answer.citations[0].quote)
    return f"{text} {write_coverage(answered.coverage, language)}."


def _colour(answer: Answer | NoAnswer) -> discord.Colour:
    if isinstance(answer, NoAnswer):
        return NOT_FOUND
    return ANSWERED if answer.complete else PARTIAL


def reason_labels(language: Language) -> dict[Reason, str]:
    """Return what is shown small above the question: the kind of answer is plain before its text is read."""
    return {
        Reason.NOTHING_RELEVANT: language.say("Not in the briefings"),
        Reason.NO_MEETING: language.say("No such meeting in the briefings"),
        Reason.OTHER_PEOPLE: language.say("The briefings name other people"),
        Reason.OTHER_DATE: language.say("The briefings give another date"),
        Reason.OTHER_PLACE: language.say("The briefings give another place"),
        Reason.NOT_STATED: language.say("The briefings do not state it"),
    }


def _label(answer: Answer | NoAnswer, language: Language) -> str | None:
    if isinstance(answer, NoAnswer):
        return reason_labels(language)[answer.reason]
    return None if answer.complete else language.say("Part of the answer")


def slot_names(language: Language) -> dict[Slot, str]:
    """Return what the slots of an answer are called."""
    return {
        Slot.WHO: language.say("Who"),
        Slot.WHEN: language.say("When"),
        Slot.WHERE: language.say("Where"),
        Slot.WHY: language.say("Why"),
    }


def _slot_fields(answer: Answer | NoAnswer, language: Language) -> Iterator[tuple[str, str, bool]]:
    for slot, name in slot_names(language).items():
        value = answer.slots.get(slot)
        if value is not None:
            text, cut = fit(on_one_line(_slot_text(value.text, value.span, language)), _SLOT)
            yield name, f"{text} \\[{value.citation}\\]", cut
        elif slot in answer.asked and isinstance(answer, Answer):
            yield name, f"*{language.say('Not stated in the briefings.')}*", False


def _slot_text(text: str, span: DateSpan | None, language: Language) -> str:
    """Put the days before words that do not name their year: "Tuesday" alone says nothing a week later."""
    if span is None or span.first is None:
        return text
    if str(span.first.year) in text:
        return text if language.code == ENGLISH.code else language.span(span)
    return f"{language.span(span)} (“{text}”)"


def _add_sources(
    embed: discord.Embed, citations: Sequence[Citation], language: Language, *, room: int
) -> bool:
    shortened = False
    for position, citation in enumerate(citations):
        name, _ = fit(f"{citation.number} · {on_one_line(outlet_and_date(citation, language))}", _TITLE)
        left = min(_SOURCE, room - width(name))
        if left < _SHORTEST_SOURCE or len(embed.fields) >= 24:
            left_out = language.say("{count} more are in the file.", count=len(citations) - position)
            embed.add_field(name=language.say("More sources"), value=left_out)
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


def _footer(answered: Answered, shortened: bool, language: Language) -> str | None:
    # The text of a NoAnswer itself ends with what was searched.
    notes = [] if isinstance(answered.answer, NoAnswer) else [write_coverage(answered.coverage, language)]
    wording = write_wording(answered.answer)
    if wording is not None:
        notes.append(language.say(wording).rstrip("."))
    if shortened:
        notes.append(language.say("Shortened: the whole answer is in the file."))
    return " · ".join(notes) or None


def _size(embed: discord.Embed) -> int:
    fields = sum(width(field.name or "") + width(field.value or "") for field in embed.fields)
    return width(embed.author.name or "") + width(embed.title or "") + width(embed.description or "") + fields


def render_report(report: BuildReport, language: Language = ENGLISH) -> Rendered:
    """Draw what a build changed; files that failed are listed, all of them in the file when they are many."""
    changes = (
        (language.say("{count} added", count=f"{report.added:,}"), report.added),
        (language.say("{count} changed", count=f"{report.changed:,}"), report.changed),
        (language.say("{count} removed", count=f"{report.removed:,}"), report.removed),
    )
    said = ", ".join(text for text, count in changes if count) or language.say("nothing changed")
    text = language.say(
        "{changes}; {unchanged} unchanged. Took {seconds} s.",
        changes=f"{said[0].upper()}{said[1:]}",
        unchanged=f"{report.unchanged:,}",
        seconds=f"{report.seconds:.1f}",
    )
    title = language.say("Index updated (generation {number})", number=report.generation)
    embed = discord.Embed(title=title, description=text)
    embed.colour = PARTIAL if report.failed else ANSWERED
    if not report.failed:
        return Rendered(embeds=(embed,))
    lines = [f"{failure.path}: {failure.reason}" for failure in report.failed]
    value, cut = fit("\n".join(lines), _SOURCE)
    name = language.say("{count} could not be read", count=f"{len(lines):,}")
    embed.add_field(name=name, value=value, inline=False)
    return Rendered(embeds=(embed,), attachment="\n".join([*lines, ""]) if cut else None)
