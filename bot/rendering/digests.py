"""The digest of a channel as Discord shows it, and what is set of it; moments in each reader's own zone."""

from datetime import datetime

import discord

from bot.digests.schedules import Schedule
from bot.languages import Language
from bot.rendering.answer import ANSWERED, NOT_FOUND, PARTIAL, Rendered
from bot.rendering.summaries import list_news
from bot.state import ChannelDigest
from bot.summaries.citing import CitedDigest
from bot.summaries.wording import write_counts

# Nobody asked for it just now: what is more is read in the file.
_SHOWN = 8
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def moment(at: datetime, style: str = "f") -> str:
    """Write a moment as Discord shows it to each reader."""
    return f"<t:{int(at.timestamp())}:{style}>"


def render_channel_digest(cited: CitedDigest, held: ChannelDigest, language: Language) -> Rendered:
    """Draw the digest of a channel since the last one; a quiet time is told as such."""
    daily = held.schedule.weekday is None
    title = language.say("Daily digest") if daily else language.say("Weekly digest")
    since = moment(held.told.at)
    if not cited.digest.items:
        text = language.say("Nothing new since {moment}.", moment=since)
        if cited.digest.briefings:
            text += " " + language.count(
                "{number} briefing came in; it tells of no new meeting and of no change.",
                "{number} briefings came in; they tell of no new meeting and of no change.",
                cited.digest.briefings,
            )
        return Rendered(embeds=(discord.Embed(title=title, description=text, colour=NOT_FOUND),))
    counts = write_counts(cited.digest, language)
    text = language.say("Since {moment}: {counts}.", moment=since, counts=counts)
    embed = discord.Embed(title=title, description=text, colour=ANSWERED)
    return list_news(embed, cited, language, most=_SHOWN)


def render_digest_set(held: ChannelDigest | None, language: Language) -> Rendered:
    """Show what is set of the digest of a channel."""
    title = language.say("Digest of this channel")
    if held is None:
        text = language.say("None is posted here. `/digest daily` or `/digest weekly` sets one.")
        return Rendered(embeds=(discord.Embed(title=title, description=text, colour=NOT_FOUND),))
    embed = discord.Embed(title=title, description=write_schedule(held.schedule, language), colour=ANSWERED)
    coming = f"{moment(held.next_at)} ({moment(held.next_at, 'R')})"
    embed.add_field(name=language.say("Next"), value=coming, inline=False)
    embed.add_field(name=language.say("It tells what is new since"), value=moment(held.told.at), inline=False)
    if held.place.setter_id is not None:
        embed.add_field(name=language.say("Set by"), value=f"<@{held.place.setter_id}>", inline=False)
    if held.refused:
        embed.colour = PARTIAL
        trouble = language.say(
            "I could not post it lately. May I see this channel, send messages, embed links and attach files "
            "here? If so, the operator's log tells why."
        )
        embed.add_field(name=language.say("Trouble"), value=trouble, inline=False)
    return Rendered(embeds=(embed,))


def write_schedule(schedule: Schedule, language: Language) -> str:
    """Write when a digest is posted."""
    clock, zone = f"{schedule.hour:02}:00", schedule.zone.key
    if schedule.weekday is None:
        return language.say("Every day at {clock}, {zone}", clock=clock, zone=zone)
    weekday = language.say(WEEKDAYS[schedule.weekday])
    return language.say("Every {weekday} at {clock}, {zone}", weekday=weekday, clock=clock, zone=zone)
