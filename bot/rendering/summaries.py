"""From a summary or a digest to what Discord shows: pure functions; what is too long is whole in a file."""

from collections.abc import Sequence

import discord

from bot.answering.answer import Citation
from bot.languages import ENGLISH, Language
from bot.occasions.wording import on_one_line
from bot.rendering.answer import ANSWERED, NOT_FOUND, Rendered, outlet_and_date, write_coverage
from bot.rendering.markup import fit, link, width
from bot.summaries.citing import CitedDigest, CitedItem
from bot.summaries.summary import Subject, Summary
from bot.summaries.wording import (
    title_of,
    write_before,
    write_counts,
    write_lack,
    write_meeting,
    write_news,
    write_period,
    write_silence,
)

# Of Discord's 256 for a title, 4096 for a description, 1024 for a field, 25 fields and 6000 in all.
_TITLE = 250
_SENTENCE = 400
_FIELD = 1000
_TOTAL = 5600
_FIELDS = 24
_NEWS = 600
MOST_NEWS = 2000
"""Meetings in the file of a digest, which Discord would refuse as too large after an import of an archive."""


def render_summary(summary: Summary, language: Language = ENGLISH) -> Rendered:
    """Draw the sentences, each with its number, and below them where they stand."""
    title, cut = fit(on_one_line(title_of(summary)), _TITLE)
    if not summary.sentences:
        text, _ = fit(write_lack(summary), _TITLE * 2)
        return Rendered(embeds=(discord.Embed(title=title, description=text, colour=NOT_FOUND),))
    paragraphs = []
    for one in summary.sentences:
        text, shortened = fit(on_one_line(one.quote), _SENTENCE)
        day = f"**{_day(one, language)}** · " if summary.subject is not Subject.ARTICLE else ""
        paragraphs.append(f"{day}{text} \\[{one.number}\\]")
        cut |= shortened
    embed = discord.Embed(title=title, description="\n\n".join(paragraphs), colour=ANSWERED)
    cut |= _add_sources(embed, summary.sentences, language)
    notes = [] if summary.subject is Subject.ARTICLE else [write_coverage(summary.coverage, language)]
    _set_footer(embed, notes, cut, language)
    return Rendered(embeds=(embed,), attachment=write_out_summary(summary) if cut else None)


def render_digest(cited: CitedDigest, language: Language = ENGLISH) -> Rendered:
    """Draw each meeting that is news with the sentence that says so; what does not fit is in the file."""
    digest = cited.digest
    title = language.say("New {period}", period=write_period(digest, language))
    if not digest.items:
        silence = write_silence(digest, language)
        return Rendered(embeds=(discord.Embed(title=title, description=silence, colour=NOT_FOUND),))
    counts = write_counts(digest, language)
    return list_news(discord.Embed(title=title, description=f"{counts}.", colour=ANSWERED), cited, language)


def list_news(
    embed: discord.Embed, cited: CitedDigest, language: Language = ENGLISH, *, most: int = _FIELDS - 1
) -> Rendered:
    """Add a field for each of the first items, at most `most`, to an embed; all are in the file then."""
    room, cut = _TOTAL - width(embed.title or "") - width(embed.description or "") - 200, False
    for position, one in enumerate(cited.items):
        name, value, shortened = _news(one, cited.citations, language)
        if position >= most or width(name) + width(value) > room:
            left = language.say("{count} more are in the file.", count=len(cited.items) - position)
            embed.add_field(name="…", value=left, inline=False)
            cut = True
            break
        embed.add_field(name=name, value=value, inline=False)
        room -= width(name) + width(value)
        cut |= shortened
    notes = []
    if cited.left_out:
        notes = [language.say("{count} beyond these: see /meetings", count=f"{cited.left_out:,}")]
    _set_footer(embed, notes, cut, language)
    return Rendered(embeds=(embed,), attachment=write_out_digest(cited) if cut else None)


def write_out_summary(summary: Summary) -> str:
    """Write the whole summary as plain text."""
    lines = [title_of(summary), ""]
    for one in summary.sentences:
        lines += [f"{on_one_line(one.quote)} [{one.number}]", ""]
    return "\n".join([*lines, *_written_sources(summary.sentences)])


def write_out_digest(cited: CitedDigest) -> str:
    """Write the whole digest as plain text."""
    lines = [f"New {write_period(cited.digest)}: {write_counts(cited.digest)}", ""]
    for one in cited.items:
        item = one.item
        lines.append(f"{write_news(item)}: {write_meeting(item.now)}")
        lines.append(f"“{on_one_line(item.now.meeting.evidence.text)}” [{one.number}]")
        if item.before is not None:
            lines.append(f"{write_before(item.before)} [{one.before}]")
        lines.append("")
    if cited.left_out:
        lines += [f"{cited.left_out:,} meetings beyond these are not in this file; /meetings lists them.", ""]
    return "\n".join([*lines, *_written_sources(cited.citations)])


def _news(one: CitedItem, citations: Sequence[Citation], language: Language) -> tuple[str, str, bool]:
    item, citation = one.item, citations[one.number - 1]
    name, name_cut = fit(f"{write_news(item, language)} · {write_meeting(item.now, language)}", _TITLE)
    quote, quote_cut = fit(on_one_line(citation.quote), _SENTENCE)
    title, _ = fit(on_one_line(citation.title), 120)
    lines = [f"> {quote}", f"{_linked(title, citation)} · {fit(outlet_and_date(citation, language), 120)[0]}"]
    if item.before is not None and one.before is not None:
        earlier = outlet_and_date(citations[one.before - 1], language)
        room = min(_NEWS, _FIELD - width("\n".join(lines)) - 1)
        before, before_cut = fit(f"{write_before(item.before, language)} ({earlier})", room)
        lines.append(before)
        quote_cut |= before_cut
    return name, "\n".join(lines), name_cut or quote_cut


def _linked(title: str, citation: Citation) -> str:
    # A link that would fill the field gives way to the title alone.
    linked = link(on_one_line(citation.title), citation.url)
    return linked if width(linked) <= 300 else title


def _add_sources(embed: discord.Embed, citations: Sequence[Citation], language: Language) -> bool:
    """Add one line an article; tell whether some had to be left out."""
    groups: dict[str, list[Citation]] = {}
    for one in citations:
        groups.setdefault(one.article_id, []).append(one)
    room = min(_FIELD, _TOTAL - width(embed.title or "") - width(embed.description or "") - 200)
    lines: list[str] = []
    for group in groups.values():
        marks = " ".join(f"\\[{one.number}\\]" for one in group)
        title, _ = fit(on_one_line(group[0].title), 100)
        where, _ = fit(outlet_and_date(group[0], language), 80)
        line = f"{marks} {_linked(title, group[0])} · {where}"
        if width(line) + 1 > room:
            break
        lines.append(line)
        room -= width(line) + 1
    embed.add_field(name=language.say("Sources"), value="\n".join(lines) or "…", inline=False)
    return len(lines) < len(groups)


def _written_sources(citations: Sequence[Citation]) -> list[str]:
    return [
        f"[{one.number}] {on_one_line(one.title)} ({outlet_and_date(one)}){f' {one.url}' if one.url else ''}"
        for one in citations
    ]


def _set_footer(embed: discord.Embed, notes: Sequence[str], cut: bool, language: Language) -> None:
    shortened = [language.say("Shortened: the whole is in the file.")] if cut else []
    text = " · ".join([*notes, *shortened])
    if text:
        embed.set_footer(text=text)


def _day(one: Citation, language: Language) -> str:
    return language.say("undated") if one.published is None else language.day(one.published)
