"""Other meetings of the people of an answer: those with most of them first, or in order of time."""

from collections.abc import Sequence
from datetime import date

import discord

from bot.answering.answer import Answer, NoAnswer
from bot.answering.lexicon.words import topic_words
from bot.controls import Act
from bot.languages import Language
from bot.occasions.wording import on_one_line
from bot.rendering.answer import ANSWERED, Rendered
from bot.rendering.markup import escape, link, width
from bot.rendering.pages import fill_pages, paged, split_text
from index.article import MeetingStatus
from index.engine import ArticleMeeting, Filters, Snapshot
from index.occasions import Occasion, link_occasions

_SEARCHED = 60
_LONGEST_BLOCK = 1700


def occasions_with(
    answer: Answer | NoAnswer, snapshot: Snapshot, scope: Filters, *, fewest: int
) -> tuple[Occasion, ...]:
    """Find the occasions that share at least `fewest` people with the one cited, that one included.

    Where the cited one has fewer people than that, all of them. Most people shared first, then oldest.
    """
    people = _people_of(answer, snapshot)
    if not people:
        return ()
    hits = snapshot.search(" ".join(people), k=_SEARCHED, where=scope).hits
    articles = dict.fromkeys([hit.article_id for hit in hits])
    linked = link_occasions(snapshot.meetings_of(tuple(articles)))
    shared = [(_shared(one, people), one) for one in linked]
    enough = [pair for pair in shared if pair[0] >= min(fewest, len(people))]
    return tuple(one for _, one in sorted(enough, key=lambda pair: (-pair[0], _day(pair[1]), pair[1].id)))


def others_than(answer: Answer | NoAnswer, occasions: Sequence[Occasion]) -> tuple[Occasion, ...]:
    """Leave out the occasion that the answer itself tells of."""
    return tuple(one for one in occasions if not any(_is_cited(version, answer) for version in one.versions))


def in_time(occasions: Sequence[Occasion]) -> tuple[Occasion, ...]:
    """Return occasions oldest first, undated ones last."""
    return tuple(sorted(occasions, key=lambda one: (_day(one), one.id)))


def render_occasions(
    occasions: Sequence[Occasion], act: Act, key: int, page: int, language: Language
) -> Rendered:
    """Draw one page of occasions: when, where and who, each source, and the sentence that says so."""
    if not occasions:
        return Rendered(text=language.say("The briefings tell of no other meeting of these people."))
    pages = fill_pages([block for one in occasions for block in _blocks(one, language)])
    page = max(1, min(page, len(pages)))
    title = language.say("Timeline") if act is Act.TIMELINE else language.say("Related meetings")
    embed = discord.Embed(title=title, description=pages[page - 1], colour=ANSWERED)
    return paged(embed, act, key, page, len(pages), language)


def _people_of(answer: Answer | NoAnswer, snapshot: Snapshot) -> tuple[str, ...]:
    cited = snapshot.meetings_of(tuple(dict.fromkeys(one.article_id for one in answer.citations[:1])))
    own = [one for one in cited if _is_cited(one, answer)] or list(cited[:1])
    return tuple(dict.fromkeys(person.name for one in own for person in one.meeting.participants))


def _is_cited(record: ArticleMeeting, answer: Answer | NoAnswer) -> bool:
    evidence = record.meeting.evidence
    return any(
        one.article_id == record.article.id and one.start < evidence.end and evidence.start < one.end
        for one in answer.citations
    )


def _shared(occasion: Occasion, people: Sequence[str]) -> int:
    names = [topic_words(one.name) for one in occasion.participants]
    return sum(any(_is_same(topic_words(person), name) for name in names) for person in people)


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


def _day(occasion: Occasion) -> date:
    dated = occasion.when
    first = None if dated is None else dated[1].span.first
    return first or date.max


def _blocks(occasion: Occasion, language: Language) -> list[str]:
    head = [f"**{one}**" for one in split_text(_headline(occasion, language), 900)]
    people = split_text(", ".join(one.name for one in occasion.participants), 900)
    quotes = [f"> {one}" for one in split_text(on_one_line(occasion.lead.meeting.evidence.text), 900)]
    sources = [_source(source.versions[0], language) for source in occasion.sources]
    parts = [part for part in (*head, *people, *quotes, *sources) if part]
    whole = "\n".join(parts)
    return [whole] if width(whole) <= _LONGEST_BLOCK else parts


def _headline(occasion: Occasion, language: Language) -> str:
    parts = [_days(occasion, language)]
    if occasion.where is not None:
        parts.append(on_one_line(occasion.where[1].text))
    if occasion.status is not MeetingStatus.HELD:
        parts.append(status_name(occasion.status, language))
    return " · ".join(parts)


def _days(occasion: Occasion, language: Language) -> str:
    if occasion.when is None:
        return language.say("no date")
    when = occasion.when[1]
    return on_one_line(when.quote.text) if when.span.first is None else language.span(when.span)


def status_name(status: MeetingStatus, language: Language) -> str:
    """Name what became of a meeting."""
    return {
        MeetingStatus.PLANNED: language.say("planned"),
        MeetingStatus.HELD: language.say("held"),
        MeetingStatus.ONGOING: language.say("ongoing"),
        MeetingStatus.POSTPONED: language.say("postponed"),
        MeetingStatus.CANCELLED: language.say("cancelled"),
        MeetingStatus.DECLINED: language.say("declined"),
        MeetingStatus.REQUESTED: language.say("requested"),
    }[status]


def _source(version: ArticleMeeting, language: Language) -> str:
    article = version.article
    published = language.say("undated") if article.published is None else language.day(article.published)
    outlet = f"{article.source}, {published}" if article.source else published
    return f"{link(on_one_line(article.title), article.url)} ({escape(outlet)})"
