"""Makes the summary of an article, of a topic, or of a period, from one snapshot of the index."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.answering.answer import Citation
from bot.answering.lexicon.words import folded_words, is_told, topic_words
from bot.answering.reply.citations import cite
from bot.summaries.choosing import centralities, choose, weigh_words
from bot.summaries.sentences import Candidate, opening_of, read_candidates
from bot.summaries.summary import Subject, Summary
from bot.summaries.wording import write_days
from index.article import Article, Meeting
from index.engine import EVERYTHING, ArticleMeeting, Filters, Snapshot

_OF_ARTICLE = 3
_OF_TOPIC = 6
# An article that has hardly a sentence that stands alone begins its summary as it begins itself.
_FEWEST = 2
_OF_PERIOD = 8
_PASSAGES = 60
# What a sentence gains, beside its place behind the lead: for telling of a meeting, for standing near all
# others, for the words of the title and of the topic, for standing in the statement that its article is; and
# what it loses for being a quotation (mostly praise), or for being loose so many sentences behind the lead.
_MEETING, _CENTRAL, _TITLED, _ASKED, _STATED = 0.6, 0.6, 0.4, 0.8, 0.4
_QUOTED, _LOOSE, _CLEAR = 0.3, 0.3, 2
# Of a long period so many articles are read, those that tell of a meeting first, then the newest.
_READ = 500
# A sentence is of a topic where it holds so much of the topic's words; its article must hold them all.
_TOPICAL = 0.5


def summarise_article(snapshot: Snapshot, article: Article) -> Summary:
    """Summarise one article, in at most three of its sentences."""
    candidates = read_candidates(article)
    records = snapshot.meetings_of([article.id])
    chosen = _chosen(candidates, _meetings(records), count=_OF_ARTICLE, of_one_article=_OF_ARTICLE)
    opening = opening_of(article)
    if len(chosen) < _FEWEST and opening is not None:
        chosen = [opening, *(one for one in chosen if one.quote.start >= opening.quote.end)]
    coverage = replace(
        snapshot.coverage(),
        articles=1,
        undated=int(article.published is None),
        first=article.published,
        last=article.published,
    )
    return Summary(subject=Subject.ARTICLE, about=article.title, sentences=_cited(chosen), coverage=coverage)


def summarise_topic(snapshot: Snapshot, topic: str, where: Filters = EVERYTHING) -> Summary:
    """Summarise what the briefings say of a topic, in at most six sentences, two of one article."""
    wanted = topic_words(topic) or folded_words(topic)
    hits = snapshot.search(topic, k=_PASSAGES, where=where).hits
    articles = _articles(snapshot, (hit.article_id for hit in hits))
    candidates = [
        one
        for article in articles
        if _share(wanted, folded_words(f"{article.title}\n{article.body}")) == 1.0
        for one in read_candidates(article)
        if _share(wanted, one.words) >= _TOPICAL and not one.loose
    ]
    records = snapshot.meetings_of([one.id for one in articles])
    chosen = _chosen(candidates, _meetings(records), wanted, count=_OF_TOPIC, of_one_article=2)
    return Summary(
        subject=Subject.TOPIC, about=topic, sentences=_cited(chosen), coverage=snapshot.coverage(where)
    )


def summarise_period(snapshot: Snapshot, since: date, until: date | None, scope: Filters) -> Summary:
    """Summarise the briefings published in a period, in at most eight sentences, one of one article."""
    where = replace(scope, since=since, until=until)
    meetings = _meetings(snapshot.meetings(where=where))
    newest = [one.id for one in reversed(snapshot.articles(where))]
    telling = sorted(newest, key=lambda one: one not in meetings)[:_READ]
    candidates = [
        one
        for article in _articles(snapshot, telling)
        for one in read_candidates(article)[:_OF_ARTICLE]
        if not one.loose
    ]
    chosen = _chosen(candidates, meetings, count=_OF_PERIOD, of_one_article=1)
    return Summary(
        subject=Subject.PERIOD,
        about=write_days(since, until),
        sentences=_cited(chosen),
        coverage=snapshot.coverage(where),
    )


Meetings = dict[str, list[Meeting]]


def _chosen(
    candidates: Sequence[Candidate],
    meetings: Meetings,
    topic: Collection[str] = frozenset(),
    *,
    count: int,
    of_one_article: int,
) -> list[Candidate]:
    weights = weigh_words(candidates)
    central = centralities(candidates, weights)
    first: dict[str, int] = {}
    for one in candidates:
        first.setdefault(one.article.id, one.place)

    def score(position: int) -> float:
        one = candidates[position]
        behind = one.place - first[one.article.id]
        # "The new centre would help" is clear beside the lead, and less and less so further on.
        unclear = _LOOSE if one.loose and behind > _CLEAR else 0.0
        quoted = _QUOTED if one.quotation else 0.0
        return (
            1.0 / (1.0 + 0.4 * behind)
            + _MEETING * _tells_of(meetings.get(one.article.id, ()), one)
            + _CENTRAL * central[position]
            + _TITLED * _share(topic_words(one.article.title), one.words)
            + _ASKED * _share(topic, one.words)
            + (_STATED if one.introduction is not None and one.introduction.place < _CLEAR else 0.0)
            - unclear
            - quoted
        )

    return choose(candidates, score, weights, count=count, of_one_article=of_one_article)


def _tells_of(meetings: Iterable[Meeting], one: Candidate) -> float:
    """Return how much of a meeting a sentence tells: 1 where it is the evidence, less for a single slot."""
    best = 0.0
    for meeting in meetings:
        if _holds(one, meeting.evidence.start) and not meeting.evidence.in_title:
            return 1.0
        slots = (meeting.where, meeting.why, None if meeting.when is None else meeting.when.quote)
        if any(slot is not None and not slot.in_title and _holds(one, slot.start) for slot in slots):
            best = 0.4
    return best


def _holds(one: Candidate, position: int) -> bool:
    return one.quote.start <= position < one.quote.end


def _share(wanted: Collection[str], words: frozenset[str]) -> float:
    return sum(is_told(word, words) for word in wanted) / len(wanted) if wanted else 0.0


def _articles(snapshot: Snapshot, ids: Iterable[str]) -> list[Article]:
    found = (snapshot.article(one) for one in dict.fromkeys(ids))
    return [one for one in found if one is not None]


def _meetings(records: Iterable[ArticleMeeting]) -> Meetings:
    grouped: Meetings = {}
    for one in records:
        grouped.setdefault(one.article.id, []).append(one.meeting)
    return grouped


def _cited(chosen: Iterable[Candidate]) -> tuple[Citation, ...]:
    ordered = sorted(chosen, key=_by_time)
    return tuple(cite(one.article, one.quote, number) for number, one in enumerate(ordered, 1))


def _by_time(one: Candidate) -> tuple[date, str, str, int]:
    article = one.article
    return (article.published or date.max, article.source or "", article.id, one.place)
