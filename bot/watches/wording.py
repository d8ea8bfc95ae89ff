"""A watch and its news in words."""

from bot.languages import ENGLISH, Language
from bot.occasions.wording import on_one_line, write_date
from bot.state import Subject, Watch
from bot.watches.comparing import MeetingNews
from index.article import Meeting, MeetingStatus
from index.occasions import Aspect


def write_watch(watch: Watch, language: Language = ENGLISH) -> str:
    """Write what a watch is about: "Ana Lobo", "Ana Lobo and Piet Vos", "“wheat”"."""
    if watch.subject is Subject.TOPIC:
        return language.say("“{words}”", words=on_one_line(" ".join(watch.words)))
    return f" {language.say('and')} ".join(map(on_one_line, watch.words))


def write_changes(news: MeetingNews, language: Language = ENGLISH) -> list[tuple[str, str, str]]:
    """Write what changed, each by name, old value and new value; a status needs no name."""
    if news.before is None:
        return []
    before, now = news.before.meeting, news.now.meeting
    values = {
        Aspect.STATUS: ("", language.say(before.status.value), language.say(now.status.value)),
        Aspect.WHEN: (f"{language.say('Date')}: ", _when(before, language), _when(now, language)),
        Aspect.WHERE: (f"{language.say('Place')}: ", _where(before, language), _where(now, language)),
    }
    return [values[aspect] for aspect in (Aspect.STATUS, Aspect.WHEN, Aspect.WHERE) if aspect in news.changed]


def is_called_off(news: MeetingNews) -> bool:
    """Tell whether the news is that a meeting will not take place, or not then."""
    off = (MeetingStatus.CANCELLED, MeetingStatus.DECLINED, MeetingStatus.POSTPONED)
    return Aspect.STATUS in news.changed and news.now.meeting.status in off


def _when(meeting: Meeting, language: Language) -> str:
    return language.say("not stated") if meeting.when is None else write_date(meeting.when, language)


def _where(meeting: Meeting, language: Language) -> str:
    return language.say("not stated") if meeting.where is None else on_one_line(meeting.where.text)
