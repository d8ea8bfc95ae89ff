"""What `/sources`, `/status` and `/help` show."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands

from bot.languages import Language
from bot.occasions.wording import on_one_line
from bot.rendering.answer import ANSWERED, Rendered, write_coverage
from bot.rendering.markup import escape
from index.article import MeetingStatus
from index.engine import ArticleMeeting, Coverage, Filters, Snapshot

_LISTED = 40
_EXAMPLES = 3
_LOOKED_AT = 200


def render_sources(snapshot: Snapshot, scope: Filters, language: Language) -> Rendered:
    """List the sources and collections that may be asked, the whole list in a file where it is long."""
    sources = snapshot.sources(scope)
    collections = [
        one for one in snapshot.collections() if scope.collections is None or one in scope.collections
    ]
    shown = ", ".join(escape(one) for one in sources[:_LISTED]) or language.say("None is named.")
    if len(sources) > _LISTED:
        shown += " " + language.say("and {count} more, in the file", count=len(sources) - _LISTED)
    embed = discord.Embed(
        title=language.say("The briefings"),
        description=f"{write_coverage(snapshot.coverage(scope), language)}.",
    )
    embed.colour = ANSWERED
    for at, part in enumerate(_fields(shown)):
        embed.add_field(name=language.say("Sources") if at == 0 else "…", value=part, inline=False)
    named = ", ".join(escape(one) for one in collections if one)
    if named:
        embed.add_field(name=language.say("Collections"), value=_fields(named)[0], inline=False)
    attachment = "\n".join([*sources, ""]) if len(sources) > _LISTED else None
    return Rendered(embeds=(embed,), attachment=attachment)


def _fields(text: str) -> list[str]:
    parts = [""]
    for word in text.split(" "):
        if len(parts[-1]) + len(word) > 1000:
            parts.append("")
        parts[-1] = f"{parts[-1]} {word}".strip()
    return parts


def render_status(
    coverage: Coverage, *, waiting: int, latency: float, uptime: float, language: Language
) -> Rendered:
    """Tell what the index holds, how long the line is, and how far Discord is away."""
    embed = discord.Embed(title=language.say("Status"), colour=ANSWERED)
    counted = language.count("{number} briefing", "{number} briefings", coverage.articles)
    days = ""
    if coverage.first is not None and coverage.last is not None:
        days = f", {language.day(coverage.first)} – {language.day(coverage.last)}"
    undated = language.count("{number} without a date", "{number} without a date", coverage.undated)
    index = f"{counted}{days}\n{undated}\n" + language.say("generation {number}", number=coverage.generation)
    embed.add_field(name=language.say("Index"), value=index, inline=False)
    line = language.count("{number} question at work", "{number} questions at work", waiting)
    embed.add_field(name=language.say("Line"), value=line)
    # Before the first heartbeat the client knows no latency.
    away = "–" if latency != latency else f"{latency * 1000:.0f} ms"
    embed.add_field(name="Discord", value=away)
    hours, minutes = divmod(int(uptime) // 60, 60)
    embed.add_field(name=language.say("Up for"), value=f"{hours} h {minutes} min")
    return Rendered(embeds=(embed,))


def examples_from(snapshot: Snapshot, scope: Filters) -> tuple[str, ...]:
    """Write questions that the newest briefings answer."""
    hits = snapshot.search("meeting talks visit", k=_LOOKED_AT, where=scope).hits
    records = snapshot.meetings_of(tuple(dict.fromkeys(hit.article_id for hit in hits)))
    telling = [one for one in records if _tells_all(one)]
    newest = sorted(telling, key=lambda one: (str(one.article.published), one.id), reverse=True)
    articles: dict[str, ArticleMeeting] = {}
    for record in newest:
        articles.setdefault(record.article.id, record)
    chosen = list(articles.values())[:_EXAMPLES]
    return tuple(
        _question(record, kind) for record, kind in zip(chosen, ("when", "why", "where"), strict=False)
    )


def _tells_all(record: ArticleMeeting) -> bool:
    meeting = record.meeting
    named = [one for one in meeting.participants if len(one.name.split()) > 1 and len(one.name) < 40]
    stated = meeting.when is not None and meeting.where is not None and meeting.why is not None
    dated = meeting.when is not None and meeting.when.span.first is not None
    return meeting.status is MeetingStatus.HELD and len(named) >= 2 and stated and dated


def _question(record: ArticleMeeting, kind: str) -> str:
    people = [one.name for one in record.meeting.participants if len(one.name.split()) > 1]
    when = record.meeting.when
    year = "" if when is None or when.span.first is None else f" in {when.span.first.year}"
    return f"{kind.capitalize()} did {people[0]} meet {people[1]}{'' if kind == 'when' else year}?"


def render_help(
    examples: Sequence[str],
    known: Sequence[app_commands.Command[Any, ..., Any] | app_commands.Group],
    language: Language,
) -> Rendered:
    """Show how to ask, examples, and every command there is."""
    embed = discord.Embed(
        title=language.say("Ask who met, when, where and why"),
        description=language.say(
            "Mention me with a question, or use `/ask`. Reply to an answer to go on: “why?”, “who else was "
            "there?”, “what about March?”. Right-click a message to ask about it, or to check what it "
            "claims. Every answer shows the sentence that it was read in; what the briefings do not say, I "
            "do not say."
        ),
        colour=ANSWERED,
    )
    if examples:
        lines = "\n".join(f"- {escape(on_one_line(one))}" for one in examples)
        embed.add_field(name=language.say("The briefings answer, for example"), value=lines, inline=False)
    listed = "\n".join(
        f"{language.mention(one.name, '/')} {language.say(one.description)}"
        for one in sorted(known, key=lambda one: one.name)
    )
    for at, part in enumerate(_lines(listed)):
        embed.add_field(name=language.say("Commands") if at == 0 else "…", value=part, inline=False)
    return Rendered(embeds=(embed,))


def _lines(text: str) -> list[str]:
    parts = [""]
    for line in text.splitlines():
        if len(parts[-1]) + len(line) > 1000:
            parts.append("")
        parts[-1] = f"{parts[-1]}\n{line}".strip()
    return parts
