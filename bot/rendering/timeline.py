"""A timeline as Discord shows it: dated lines, each with its source, and the picture below them."""

import discord

from bot.languages import ENGLISH, Language
from bot.occasions.wording import (
    is_plain,
    on_one_line,
    write_agreement,
    write_course,
    write_people,
    write_when,
)
from bot.rendering.answer import ANSWERED, NOT_FOUND, Rendered, SentFile, outlet_and_date, write_coverage
from bot.rendering.markup import fit
from bot.rendering.meetings import fill, write_shortened, write_source, write_undated
from bot.timeline import Entry, Timeline
from index.engine import Coverage

_TITLE = 256
_LINE = 400
_SHOWN = 12
_PICTURE = "timeline.png"


def render_timeline(
    timeline: Timeline, picture: bytes | None, coverage: Coverage, language: Language = ENGLISH
) -> Rendered:
    """Draw the newest lines, in order of days, and the picture; the file holds all, with the sentences."""
    embed = discord.Embed(title=fit(timeline.title, _TITLE)[0], colour=ANSWERED)
    notes = []
    lines = [_line(entry, language) for entry in timeline.entries[-_SHOWN:]]
    shown = fill(lines[::-1])[::-1]
    embed.description = "\n".join(shown)
    if not lines:
        embed.description = language.say("The briefings record no dated meeting of theirs.")
        embed.colour = NOT_FOUND
        notes.append(write_coverage(coverage, language))
    if len(shown) < len(timeline.entries):
        notes.append(write_shortened(len(shown), len(timeline.entries), language))
    if timeline.undated:
        notes.append(write_undated(timeline.undated, language))
    embed.set_footer(text=" · ".join(notes) or None)
    if not lines:
        return Rendered(embeds=(embed,))
    files = [SentFile(name="timeline.txt", content=_write_out(timeline, language).encode())]
    if picture is not None:
        embed.set_image(url=f"attachment://{_PICTURE}")
        files.insert(0, SentFile(name=_PICTURE, content=picture))
    return Rendered(embeds=(embed,), files=tuple(files))


def _line(entry: Entry, language: Language) -> str:
    when, _ = fit(write_when(entry.occasion, language), _LINE)
    what, _ = fit(_what(entry, language), _LINE)
    source = write_source(entry.occasion.lead.article, language)
    return f"**{entry.citation} · {when}**\n{what}\n{source}"


def _what(entry: Entry, language: Language) -> str:
    occasion = entry.occasion
    parts = [write_people(entry.others, language, most=4) or language.say(occasion.lead.meeting.kind.value)]
    parts += [on_one_line(stated[1].text) for stated in (occasion.where, occasion.why) if stated is not None]
    if not is_plain(occasion):
        parts.append(write_course(occasion, language))
    parts.append(write_agreement(occasion, language))
    return " · ".join(part for part in parts if part)


def _write_out(timeline: Timeline, language: Language) -> str:
    lines = [timeline.title, ""]
    for entry in timeline.entries:
        lines.append(f"{write_when(entry.occasion, language)}: {_what(entry, language)} [{entry.citation}]")
    for citation in timeline.citations:
        source = ", ".join(part for part in (citation.title, outlet_and_date(citation, language)) if part)
        lines += ["", f"[{citation.number}] {source}", f"“{on_one_line(citation.quote)}”"]
        lines += [citation.url] if citation.url else []
    return "\n".join([*lines, ""])
