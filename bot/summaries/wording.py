"""A summary and a digest in words that the terminal and Discord share."""

from datetime import date

from bot.languages import ENGLISH, Language
from bot.occasions.wording import join, on_one_line, write_date, write_people
from bot.summaries.digest import Digest, News, NewsItem
from bot.summaries.summary import Subject, Summary
from index.engine import ArticleMeeting

_MOST_NAMES = 6


def title_of(summary: Summary) -> str:
    """Write what a summary is of."""
    if summary.subject is Subject.ARTICLE:
        return summary.about
    return f"On {summary.about}" if summary.subject is Subject.TOPIC else f"The briefings {summary.about}"


def write_lack(summary: Summary) -> str:
    """Write why a summary has no sentence."""
    count = count_briefings(summary.coverage.articles)
    if summary.subject is Subject.TOPIC:
        return (
            f"None of the {count} says anything of {summary.about}." if summary.coverage.articles else _NONE
        )
    if summary.subject is Subject.PERIOD:
        if not summary.coverage.articles:
            return f"No briefing was published {summary.about}."
        return f"None of the {count} published {summary.about} has a sentence that stands alone."
    return "The briefing is empty."


_NONE = "There are no briefings to look through."


def write_silence(digest: Digest, language: Language = ENGLISH) -> str:
    """Write that a period brought nothing new."""
    period = write_period(digest, language)
    if not digest.briefings:
        return language.say("No briefing was published {period}.", period=period)
    return language.count(
        "{number} briefing was published {period}; it tells of no new meeting and of no change.",
        "{number} briefings were published {period}; they tell of no new meeting and of no change.",
        digest.briefings,
        period=period,
    )


def write_counts(digest: Digest, language: Language = ENGLISH) -> str:
    """Write what a digest holds: "2 changed and 5 new in 12 briefings; 3 told again"."""
    added = sum(one.news is News.ADDED for one in digest.items)
    changed = len(digest.items) - added
    parts = [language.say("{count} changed", count=f"{changed:,}")] if changed else []
    parts += [language.say("{count} new", count=f"{added:,}")] if added else []
    briefings = count_briefings(digest.briefings, language)
    news = join(parts, language.say("and"))
    counts = language.say("{news} in {briefings}", news=news, briefings=briefings)
    if not digest.told_again:
        return counts
    return f"{counts}; {language.say('{count} told again', count=f'{digest.told_again:,}')}"


def write_period(digest: Digest, language: Language = ENGLISH) -> str:
    """Write the days of a digest: "from 1 March 2006", or "from ... to ..."."""
    return write_days(digest.since, digest.until, language)


def write_days(since: date, until: date | None, language: Language = ENGLISH) -> str:
    """Write a period by its first and last day, or that it has no end."""
    first = language.day(since)
    if until is None:
        return language.say("from {day}", day=first)
    if since == until:
        return language.say("on {day}", day=first)
    return language.say("from {first} to {last}", first=first, last=language.day(until))


def write_news(item: NewsItem, language: Language = ENGLISH) -> str:
    """Write in what way a meeting is news, in a few words."""
    if item.news is News.DATE:
        return language.say("another date")
    return language.say(item.now.meeting.status.value) if item.news is News.STATUS else _added(item, language)


def write_meeting(version: ArticleMeeting, language: Language = ENGLISH) -> str:
    """Write who met, when and where, as one version tells it."""
    meeting = version.meeting
    parts = [write_people(meeting.participants, language, most=_MOST_NAMES)]
    parts += [] if meeting.when is None else [write_date(meeting.when, language)]
    parts += [] if meeting.where is None else [on_one_line(meeting.where.text)]
    return " · ".join(part for part in parts if part)


def write_before(version: ArticleMeeting, language: Language = ENGLISH) -> str:
    """Write what was told of a meeting before: "before: planned, 3 May 2007"."""
    meeting = version.meeting
    told = [language.say(meeting.status.value)]
    told += [] if meeting.when is None else [write_date(meeting.when, language)]
    return language.say("before: {told}", told=", ".join(told))


def count_briefings(count: int, language: Language = ENGLISH) -> str:
    """Write a number of briefings."""
    return language.count("{number} briefing", "{number} briefings", count)


def _added(item: NewsItem, language: Language) -> str:
    told = [language.say(one.value) for one in item.occasion.statuses]
    return language.say(", then ").join(told) if len(told) > 1 else language.say(item.occasion.status.value)


def write_day(day: date) -> str:
    """Write a day out."""
    return ENGLISH.day(day)
