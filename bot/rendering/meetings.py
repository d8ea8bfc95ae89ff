"""Meetings as Discord shows them: short enough for a phone, and whole, with every source, in a file."""

from collections.abc import Iterable, Sequence
from datetime import date

import discord

from bot.languages import ENGLISH, Language
from bot.occasions.choosing import Chosen, Wanted, is_dated
from bot.occasions.citing import versions_cited
from bot.occasions.wording import (
    is_plain,
    on_one_line,
    write_agreement,
    write_course,
    write_people,
    write_when,
)
from bot.rendering.answer import ANSWERED, NOT_FOUND, PARTIAL, Rendered, SentFile, write_coverage
from bot.rendering.markup import escape, fit, link, width
from index.article import Article, MeetingKind, Quote
from index.engine import Coverage
from index.occasions import Occasion

_TITLE = 256
# An embed of more text than this is hard to read on a phone; Discord would take 4096.
_TEXT = 3000
_PART = 320
_SHOWN = 6


def render_meetings(
    chosen: Chosen, wanted: Wanted, coverage: Coverage, language: Language = ENGLISH
) -> Rendered:
    """Draw meetings, the newest first; where they are many or long, the file holds all of them whole."""
    title, title_cut = fit(write_wanted(wanted, language), _TITLE)
    blocks = [draw_occasion(one, language) for one in newest_first(chosen.occasions)]
    shown = fill([text for text, _ in blocks[:_SHOWN]])
    embed = discord.Embed(title=title, description="\n\n".join(shown), colour=_colour(chosen.occasions))
    notes = []
    if not blocks:
        embed.description = language.say("The briefings record no such meeting.")
        notes.append(write_coverage(coverage, language))
    if len(shown) < len(blocks):
        notes.append(write_shortened(len(shown), len(blocks), language))
    if chosen.undated:
        notes.append(write_undated(chosen.undated, language))
    embed.set_footer(text=" · ".join(notes) or None)
    if not title_cut and len(shown) == len(blocks) and not any(cut for _, cut in blocks):
        return Rendered(embeds=(embed,))
    return Rendered(embeds=(embed,), files=(list_occasions(chosen.occasions, language),))


def draw_occasion(occasion: Occasion, language: Language = ENGLISH) -> tuple[str, bool]:
    """Write when, who, where, why, the sentence that says so and its source; tell whether some was cut."""
    when, when_cut = fit(_when_line(occasion, language), _PART)
    lines, cuts = [f"**{when}**"], [when_cut]
    stated = [write_people(occasion.participants, language, most=6), _of(occasion.where), _of(occasion.why)]
    for text in (" · ".join(part for part in stated[:2] if part), stated[2]):
        if text:
            line, cut = fit(text, _PART)
            lines.append(line)
            cuts.append(cut)
    disputed = bool(occasion.disagreements)
    for version in versions_cited(occasion)[: 2 if disputed else 1]:
        quote, cut = fit(on_one_line(version.meeting.evidence.text), _PART)
        lines += [f"> {quote}", write_source(version.article, language)]
        cuts.append(cut)
    agreement = write_agreement(occasion, language)
    if agreement:
        line, cut = fit(agreement, _PART)
        lines.append(f"⚠️ {line}" if disputed else f"✅ {line}")
        cuts.append(cut)
    cuts.append(len(occasion.participants) > 7 or len(occasion.versions) > (2 if disputed else 1))
    return "\n".join(lines), any(cuts)


def write_source(article: Article, language: Language) -> str:
    """Write a briefing as a link, with its outlet and day."""
    day = language.say("undated") if article.published is None else language.day(article.published)
    outlet = f"{article.source}, {day}" if article.source else day
    title = on_one_line(article.title)
    label = fit(title, _PART)[0] if width(title) > _PART else link(title, article.url)
    return f"{label} ({escape(on_one_line(outlet))})"


def list_occasions(occasions: Sequence[Occasion], language: Language = ENGLISH) -> SentFile:
    """Write all meetings, in order of their days, with every version's sentence and source, as a file."""
    text = "\n\n".join(_written(one, language) for one in occasions)
    return SentFile(name="meetings.txt", content=f"{text}\n".encode())


def newest_first(occasions: Iterable[Occasion]) -> list[Occasion]:
    """Order meetings from the newest day on; those without a day come last."""
    return sorted(occasions, key=lambda one: (is_dated(one), _day(one), one.id), reverse=True)


def fill(texts: Sequence[str], room: int = _TEXT) -> list[str]:
    """Return as many of the texts, from the first on, as fit whole."""
    shown: list[str] = []
    for text in texts:
        room -= width(text) + 2
        if room < 0:
            break
        shown.append(text)
    return shown


def write_wanted(wanted: Wanted, language: Language) -> str:
    """Write what was asked for as a title: "Meetings · Lobo · Riga · since 4 May 2024"."""
    parts = [language.say("Meetings"), wanted.who, wanted.other, wanted.where, wanted.topic]
    parts.append(None if wanted.status is None else language.say(wanted.status.value))
    parts.append(
        None if wanted.since is None else language.say("since {day}", day=language.day(wanted.since))
    )
    parts.append(
        None if wanted.until is None else language.say("until {day}", day=language.day(wanted.until))
    )
    parts.append(wanted.source)
    return " · ".join(on_one_line(part) for part in parts if part)


def write_shortened(shown: int, count: int, language: Language) -> str:
    """Say that only the newest are shown."""
    return language.say("The newest {shown} of {count}; all are in the file", shown=shown, count=f"{count:,}")


def write_undated(count: int, language: Language) -> str:
    """Say how many more there are without a known day."""
    return language.count(
        "{number} without a known date left out", "{number} without a known date left out", count
    )


def _when_line(occasion: Occasion, language: Language) -> str:
    parts = [write_when(occasion, language)]
    kind = occasion.lead.meeting.kind
    if kind not in (MeetingKind.MEETING, MeetingKind.OTHER):
        parts.append(language.say(kind.value))
    if not is_plain(occasion):
        parts.append(write_course(occasion, language))
    return " · ".join(parts)


def _written(occasion: Occasion, language: Language) -> str:
    stated = [write_people(occasion.participants, language), _of(occasion.where), _of(occasion.why)]
    lines = [_when_line(occasion, language), *(part for part in stated if part)]
    if agreement := write_agreement(occasion, language):
        lines.append(agreement)
    for version in versions_cited(occasion):
        article = version.article
        day = language.say("undated") if article.published is None else language.day(article.published)
        source = ", ".join(part for part in (article.title, article.source, day, article.url) if part)
        lines += [f"  “{on_one_line(version.meeting.evidence.text)}”", f"  {source}"]
    return "\n".join(lines)


def _of(stated: tuple[object, Quote] | None) -> str:
    return "" if stated is None else on_one_line(stated[1].text)


def _day(occasion: Occasion) -> date:
    when = occasion.when
    return when[1].span.first or date.min if when is not None else date.min


def _colour(occasions: Sequence[Occasion]) -> discord.Colour:
    if not occasions:
        return NOT_FOUND
    return PARTIAL if any(one.disagreements for one in occasions) else ANSWERED
