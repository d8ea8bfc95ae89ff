"""Watches, and the news they tell, as Discord shows them: short enough for a phone, and whole in a file."""

from collections.abc import Mapping, Sequence

import discord

from bot.controls import Act, Control
from bot.languages import ENGLISH, Language
from bot.occasions.wording import on_one_line, write_date, write_people
from bot.rendering.answer import ANSWERED, NOT_FOUND, PARTIAL, Rendered, SentFile
from bot.rendering.markup import fit, shortened
from bot.rendering.meetings import fill, write_source
from bot.state import Watch
from bot.watches.comparing import MeetingNews
from bot.watches.items import Bundle
from bot.watches.wording import is_called_off, write_changes, write_watch
from index.article import Article, MeetingKind, MeetingStatus
from index.occasions import Aspect

_AUTHOR = 250
_TITLE = 230  # of 256, with "Watching" before it in the longest language
_LINE = 320
_TEXT = 3000
_SHOWN = 6
_BUTTONS = 3
_LABEL = 80


def render_news(bundle: Bundle, watches: Mapping[int, Watch], language: Language = ENGLISH) -> Rendered:
    """Draw what watches of a channel found, changes first; what is much or long is whole in the file."""
    blocks = [_draw(one.news, language) for one in bundle.items]
    shown = fill([text for text, _ in blocks[:_SHOWN]], _TEXT)
    embed = discord.Embed(
        title=_title([one.news for one in bundle.items], language), description="\n\n".join(shown)
    )
    changed = any(one.news.changed for one in bundle.items)
    embed.colour = PARTIAL if changed else ANSWERED
    told = [watches[key] for key in sorted({key for one in bundle.items for key in one.watches})]
    names = ", ".join(write_watch(one, language) for one in told)
    embed.set_author(name=shortened(language.say("Watched here: {what}", what=names), _AUTHOR))
    embed.set_footer(text=_notes(bundle, len(shown), language) or None)
    whole = len(shown) == len(blocks) and not any(cut for _, cut in blocks)
    files = () if whole else (_file(bundle, watches, language),)
    return Rendered(embeds=(embed,), files=files, controls=stop_controls(told, language))


def render_made(watch: Watch, known: int, language: Language = ENGLISH) -> Rendered:
    """Say what will be told from now on, and how much there is already."""
    what, _ = fit(write_watch(watch, language), _TITLE)
    count = language.count(
        "{number} such meeting is recorded already",
        "{number} such meetings are recorded already",
        known,
    )
    embed = discord.Embed(
        title=language.say("Watching {what}", what=what),
        description=language.say(
            "From now on I tell this channel when such a meeting is first recorded, called off, or told with "
            "another date or place."
        ),
        colour=ANSWERED,
    )
    embed.set_footer(text=f"{count} · /watch list · /watch remove")
    return Rendered(embeds=(embed,), controls=stop_controls([watch], language))


def render_watches(watches: Sequence[Watch], language: Language = ENGLISH) -> Rendered:
    """List the watches of a channel: what, by whom, since when."""
    if not watches:
        return Rendered(
            embeds=(
                discord.Embed(
                    title=language.say("Watches of this channel"),
                    description=language.say("Nothing is watched here. Begin with `/watch person`."),
                    colour=NOT_FOUND,
                ),
            )
        )
    lines = [
        language.say(
            "{what} · by {who}, {day}",
            what=f"**{fit(write_watch(one, language), _LINE)[0]}**",
            who=f"<@{one.place.maker_id}>",
            day=language.day(one.made_at.date()),
        )
        for one in watches
    ]
    shown = fill(lines, _TEXT)
    embed = discord.Embed(
        title=language.say("Watches of this channel"), description="\n".join(shown), colour=ANSWERED
    )
    if len(shown) == len(lines):
        return Rendered(embeds=(embed,))
    whole = "\n".join(write_watch(one, language) for one in watches)
    return Rendered(embeds=(embed,), files=(SentFile(name="watches.txt", content=f"{whole}\n".encode()),))


def stop_controls(watches: Sequence[Watch], language: Language) -> tuple[Control, ...]:
    """Return the buttons that end watches; none where they are too many to tell apart."""
    if len(watches) > _BUTTONS:
        return ()
    if len(watches) == 1:
        return (Control(act=Act.UNWATCH, key=watches[0].key, label=language.say("Stop watching")),)
    labels = [language.say("Stop: {what}", what=write_watch(one, language)) for one in watches]
    return tuple(
        Control(act=Act.UNWATCH, key=one.key, label=shortened(label, _LABEL))
        for one, label in zip(watches, labels, strict=True)
    )


def _title(news: Sequence[MeetingNews], language: Language) -> str:
    if len(news) == 1:
        return _headline(news[0], language)
    changed = sum(bool(one.changed) for one in news)
    parts = []
    if changed:
        parts.append(language.count("{number} meeting changed", "{number} meetings changed", changed))
    if changed < len(news):
        parts.append(language.count("{number} new meeting", "{number} new meetings", len(news) - changed))
    return ", ".join(parts)


def _headline(news: MeetingNews, language: Language) -> str:
    if not news.changed:
        return language.say("New meeting")
    if not is_called_off(news):
        return language.say("A meeting has changed")
    if news.now.meeting.status is MeetingStatus.POSTPONED:
        return language.say("A meeting is postponed")
    return language.say("A meeting is off")


def _mark(news: MeetingNews) -> str:
    if not news.changed:
        return "🆕"
    return "❌" if is_called_off(news) else "🔄"


def _draw(news: MeetingNews, language: Language) -> tuple[str, bool]:
    """Write who, what changed, when and where, the sentence and its source; tell whether some was cut."""
    meeting = news.now.meeting
    people, cut = fit(write_people(meeting.participants, language, most=6), _LINE)
    lines, cuts = [f"{_mark(news)} **{people}**"], [cut, len(meeting.participants) > 7]
    for name, before, now in write_changes(news, language):
        old, old_cut = fit(before, _LINE // 2)
        new, new_cut = fit(now, _LINE // 2)
        lines.append(f"{name}{old} → **{new}**")
        cuts += [old_cut, new_cut]
    for text in _facts(news, language):
        line, cut = fit(text, _LINE)
        lines.append(line)
        cuts.append(cut)
    quote, cut = fit(on_one_line(meeting.evidence.text), _LINE)
    lines += [f"> {quote}", write_source(news.now.article, language)]
    cuts.append(cut)
    if news.before is not None and news.before.article.id != news.now.article.id:
        lines.append(language.say("Before: {source}", source=write_source(news.before.article, language)))
    return "\n".join(lines), any(cuts)


def _facts(news: MeetingNews, language: Language) -> list[str]:
    """Return the lines of what is not said by the changes themselves."""
    meeting = news.now.meeting
    facts = []
    if meeting.when is not None and Aspect.WHEN not in news.changed:
        facts.append(write_date(meeting.when, language))
    if meeting.where is not None and Aspect.WHERE not in news.changed:
        facts.append(on_one_line(meeting.where.text))
    if meeting.kind not in (MeetingKind.MEETING, MeetingKind.OTHER):
        facts.append(language.say(meeting.kind.value))
    if Aspect.STATUS not in news.changed:
        facts.append(language.say(meeting.status.value))
    why = [] if meeting.why is None else [on_one_line(meeting.why.text)]
    return [" · ".join(facts), *why] if facts else why


def _notes(bundle: Bundle, shown: int, language: Language) -> str:
    notes = []
    if shown < len(bundle.items):
        count = f"{len(bundle.items):,}"
        notes.append(language.say("{shown} of {count} shown; all are in the file", shown=shown, count=count))
    if bundle.more:
        notes.append(
            language.say("{count} more than one message can hold: see /meetings", count=f"{bundle.more:,}")
        )
    return " · ".join(notes)


def _file(bundle: Bundle, watches: Mapping[int, Watch], language: Language) -> SentFile:
    text = "\n\n".join(
        _written(one.news, ", ".join(write_watch(watches[key], language) for key in one.watches), language)
        for one in bundle.items
    )
    return SentFile(name="watched.txt", content=f"{text}\n".encode())


def _written(news: MeetingNews, watched: str, language: Language) -> str:
    meeting = news.now.meeting
    lines = [f"{_headline(news, language)}: {write_people(meeting.participants, language)} ({watched})"]
    lines += [f"{name}{before} → {now}" for name, before, now in write_changes(news, language)]
    lines += _facts(news, language)
    lines += [f"  “{on_one_line(meeting.evidence.text)}”", f"  {_source(news.now.article, language)}"]
    if news.before is not None and news.before.article.id != news.now.article.id:
        lines.append("  " + language.say("Before: {source}", source=_source(news.before.article, language)))
    return "\n".join(lines)


def _source(article: Article, language: Language) -> str:
    day = language.say("undated") if article.published is None else language.day(article.published)
    return ", ".join(part for part in (article.title, article.source, day, article.url) if part)
