"""A summary and a digest in words that the terminal and Discord share."""

from datetime import date

from bot.occasions.wording import join, on_one_line, write_date, write_people
from bot.summaries.digest import Digest, News, NewsItem
from bot.summaries.summary import Subject, Summary
from index.article import DateSpan, Precision
from index.dates import format_span
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


def write_silence(digest: Digest) -> str:
    """Write that a period brought nothing new."""
    period = write_period(digest)
    if not digest.briefings:
        return f"No briefing was published {period}."
    one = digest.briefings == 1
    return (
        f"{count_briefings(digest.briefings)} {'was' if one else 'were'} published {period}; "
        f"{'it tells' if one else 'they tell'} of no new meeting and of no change."
    )


def write_counts(digest: Digest) -> str:
    """Write what a digest holds: "2 changed, 5 new, in 12 briefings"."""
    added = sum(one.news is News.ADDED for one in digest.items)
    changed = len(digest.items) - added
    parts = [f"{changed:,} changed"] if changed else []
    parts += [f"{added:,} new"] if added else []
    again = f"; {digest.told_again:,} told again" if digest.told_again else ""
    return f"{' and '.join(parts)} in {count_briefings(digest.briefings)}{again}"


def write_period(digest: Digest) -> str:
    """Write the days of a digest: "from 1 March 2006", or "from ... to ..."."""
    return write_days(digest.since, digest.until)


def write_days(since: date, until: date | None) -> str:
    """Write a period by its first and last day, or that it has no end."""
    if until is None:
        return f"from {write_day(since)}"
    return f"on {write_day(since)}" if since == until else f"from {write_day(since)} to {write_day(until)}"


def write_news(item: NewsItem) -> str:
    """Write in what way a meeting is news, in a few words."""
    if item.news is News.DATE:
        return "another date"
    return item.now.meeting.status.value if item.news is News.STATUS else _added(item)


def write_meeting(version: ArticleMeeting) -> str:
    """Write who met, when and where, as one version tells it."""
    meeting = version.meeting
    parts = [write_people(meeting.participants, most=_MOST_NAMES)]
    parts += [] if meeting.when is None else [write_date(meeting.when)]
    parts += [] if meeting.where is None else [on_one_line(meeting.where.text)]
    return " · ".join(part for part in parts if part)


def write_before(version: ArticleMeeting) -> str:
    """Write what was told of a meeting before: "before: planned, 3 May 2007"."""
    meeting = version.meeting
    parts = [meeting.status.value] + ([] if meeting.when is None else [write_date(meeting.when)])
    return f"before: {', '.join(parts)}"


def count_briefings(count: int) -> str:
    """Write a number of briefings."""
    return f"{count:,} briefing{'' if count == 1 else 's'}"


def _added(item: NewsItem) -> str:
    told = [one.value for one in item.occasion.statuses]
    return join(told, "then") if len(told) > 1 else item.occasion.status.value


def write_day(day: date) -> str:
    """Write a day out."""
    return format_span(DateSpan(first=day, last=day, precision=Precision.DAY))
