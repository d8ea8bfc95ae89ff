"""Summaries are the briefings' own sentences, in order, none twice, each cited."""

from datetime import date

import pytest

from bot.summaries.summarising import summarise_article, summarise_period, summarise_topic
from bot.summaries.summary import Summary
from bot.summaries.wording import write_lack
from index.article import MeetingStatus
from index.engine import EVERYTHING
from tests.bot.fakes import ArticlesEngine
from tests.bot.summaries.conftest import article, meeting

TALKS = "Minister Ilse Brandt met the ferry operators in Ostrava on Tuesday to settle the dispute."
FERRIES = article(
    "ferries",
    f"{TALKS} The harbour of Ostrava has been closed to all ferries since the storm of December. "
    "He also said that more was to come before long, whatever others say. "
    "Minister Ilse Brandt met the ferry operators in Ostrava on Tuesday, to settle the dispute at last. "
    "Weather in the mountains stayed mild, with little snow on the passes of the Jeseníky. "
    "Seven captains of the islands had asked Brandt for help in a letter of 3 January.",
    date(2024, 1, 9),
    "Brandt meets the ferry operators",
)
LATER = article(
    "later",
    "Ferry operators of Ostrava signed the agreement with Minister Brandt on Friday in the town hall.",
    date(2024, 1, 19),
)
OTHER = article("other", "The theatre of Brno opened its season with a comedy by Jan Novák on Sunday.", None)
RECORD = meeting(FERRIES, TALKS, MeetingStatus.HELD, date(2024, 1, 9), ("Ilse Brandt", "ferry operators"))


@pytest.fixture
def engine() -> ArticlesEngine:
    return ArticlesEngine([LATER, FERRIES, OTHER], [RECORD])


def _check(summary: Summary, engine: ArticlesEngine) -> None:
    for number, one in enumerate(summary.sentences, 1):
        told = engine.article(one.article_id)
        assert told is not None
        assert told.body[one.start : one.end] == one.quote
        assert one.number == number
    order = [(one.published or date.max, one.article_id, one.start) for one in summary.sentences]
    assert order == sorted(order)


def test_an_article_is_summed_up_in_order_without_saying_anything_twice(engine: ArticlesEngine) -> None:
    with engine.snapshot() as snapshot:
        summary = summarise_article(snapshot, FERRIES)
    _check(summary, engine)
    quotes = [one.quote for one in summary.sentences]
    assert quotes[0] == TALKS
    assert len(quotes) == 3
    assert sum("settle the dispute" in quote for quote in quotes) == 1
    assert not any(quote.startswith("He also") for quote in quotes)


def test_a_topic_takes_sentences_of_it_alone_by_time(engine: ArticlesEngine) -> None:
    with engine.snapshot() as snapshot:
        summary = summarise_topic(snapshot, "ferry operators")
    _check(summary, engine)
    assert [one.article_id for one in summary.sentences] == ["ferries", "later"]


def test_a_topic_that_nobody_speaks_of_has_no_sentence(engine: ArticlesEngine) -> None:
    with engine.snapshot() as snapshot:
        summary = summarise_topic(snapshot, "submarine cables")
    assert summary.sentences == ()
    assert write_lack(summary) == "None of the 3 briefings says anything of submarine cables."


def test_a_period_takes_one_sentence_of_each_briefing(engine: ArticlesEngine) -> None:
    with engine.snapshot() as snapshot:
        summary = summarise_period(snapshot, date(2024, 1, 1), date(2024, 1, 31), EVERYTHING)
        empty = summarise_period(snapshot, date(2025, 1, 1), None, EVERYTHING)
    _check(summary, engine)
    assert [one.article_id for one in summary.sentences] == ["ferries", "later"]
    assert summary.coverage.articles == 2
    assert write_lack(empty) == "No briefing was published from 1 January 2025."


def test_an_article_without_sentences_is_quoted_from_its_beginning() -> None:
    told = article("raw", "ferry operators met Brandt " * 40, date(2024, 1, 2))
    engine = ArticlesEngine([told])
    with engine.snapshot() as snapshot:
        (opening,) = summarise_article(snapshot, told).sentences
    assert opening.start == 0
    assert told.body.startswith(opening.quote)


def test_an_introduction_is_not_quoted_without_what_it_introduces() -> None:
    statement = article(
        "statement",
        "Minister Ilse Brandt issued the following statement on the ferries of Ostrava today:\n"
        "I am glad that the operators of the ferries and Ostrava have found an agreement at last.",
        date(2024, 1, 9),
    )
    engine = ArticlesEngine([statement, LATER])
    with engine.snapshot() as snapshot:
        alone = summarise_article(snapshot, statement)
        topic = summarise_topic(snapshot, "ferries of Ostrava")
        period = summarise_period(snapshot, date(2024, 1, 1), date(2024, 1, 31), EVERYTHING)
    assert [one.quote.split()[0] for one in alone.sentences] == ["Minister", "I"]
    assert [one.quote.split()[0] for one in topic.sentences][:2] == ["Minister", "I"]
    assert [one.article_id for one in period.sentences] == ["later"]
