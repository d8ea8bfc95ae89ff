"""Summarise an article, a topic or a period, or tell what is new, in the briefings' own sentences."""

import argparse
import difflib
import json
from collections.abc import Sequence

from bot.commands.arguments import UsageError, add_index, check_period, read_day, read_words
from bot.settings import load_settings
from index.article import Article
from index.engine import EVERYTHING, Filters, ListedArticle, Snapshot

_NEAREST = 3


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `summary`."""
    parser = subparsers.add_parser("summary", help="summarise an article, a topic or a period")
    parser.add_argument("article", nargs="?", type=read_words, metavar="ARTICLE", help="the id of an article")
    parser.add_argument("--topic", type=read_words, metavar="T", help="what the briefings say of this")
    parser.add_argument("--since", type=read_day, metavar="D", help="published on this day or later")
    parser.add_argument("--until", type=read_day, metavar="D", help="published on this day or earlier")
    parser.add_argument(
        "--new-since", type=read_day, metavar="D", help="the meetings first told, and those changed, since"
    )
    parser.add_argument("--json", action="store_true", help="print it as JSON")
    add_index(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Summarise, and return the exit code."""
    _check(arguments)
    from bot.wiring import open_engine

    engine = open_engine(load_settings(), arguments.index)
    try:
        with engine.snapshot() as snapshot:
            _tell_news(snapshot, arguments) if arguments.new_since else _summarise(snapshot, arguments)
    finally:
        engine.close()
    return 0


def _check(arguments: argparse.Namespace) -> None:
    given = (arguments.article, arguments.topic, arguments.new_since)
    asked = sum(one is not None for one in given)
    if asked > 1:
        raise UsageError("Ask for one summary at a time: an article, --topic, or --new-since.")
    if asked == 0 and arguments.since is None:
        raise UsageError(
            "Say what to summarise: the id of an article, --topic T, --since D or --new-since D."
        )
    if arguments.article is not None and (arguments.since or arguments.until):
        raise UsageError("An article has one date; leave --since and --until out.")
    if arguments.new_since is not None and arguments.since is not None:
        raise UsageError("--new-since is itself a beginning; leave --since out.")
    check_period(arguments.new_since or arguments.since, arguments.until)


def _tell_news(snapshot: Snapshot, arguments: argparse.Namespace) -> None:
    from bot.summaries.citing import cite_digest
    from bot.summaries.digest import digest
    from bot.summaries.screen import show_digest
    from bot.summaries.summary_json import digest_as_json

    cited = cite_digest(digest(snapshot, arguments.new_since, arguments.until))
    if arguments.json:
        print(json.dumps(digest_as_json(cited), ensure_ascii=False))
    else:
        show_digest(cited)


def _summarise(snapshot: Snapshot, arguments: argparse.Namespace) -> None:
    from bot.summaries.screen import show_summary
    from bot.summaries.summarising import summarise_article, summarise_period, summarise_topic
    from bot.summaries.summary_json import summary_as_json

    if arguments.article is not None:
        summary = summarise_article(snapshot, find_article(snapshot, arguments.article))
    elif arguments.topic is not None:
        where = Filters(since=arguments.since, until=arguments.until)
        summary = summarise_topic(snapshot, arguments.topic, where)
    else:
        summary = summarise_period(snapshot, arguments.since, arguments.until, EVERYTHING)
    if arguments.json:
        print(json.dumps(summary_as_json(summary), ensure_ascii=False))
    else:
        show_summary(summary)


def find_article(snapshot: Snapshot, wanted: str) -> Article:
    """Return the article of that id. Raises `UsageError`, which names the ids nearest to it."""
    article = snapshot.article(wanted)
    if article is not None:
        return article
    near = nearest_ids(wanted, snapshot.articles())
    known = (
        f"; the nearest are {', '.join(near)}"
        if near
        else "; `python -m bot search` finds articles by their words"
    )
    raise UsageError(f"There is no article {wanted!r}{known}.")


def nearest_ids(wanted: str, articles: Sequence[ListedArticle]) -> list[str]:
    """Return the ids most like what was written, those that hold it or whose title does first."""
    folded = wanted.casefold()
    holding = [one.id for one in articles if folded in one.id.casefold() or folded in one.title.casefold()]
    ids = [one.id for one in articles]
    alike = difflib.get_close_matches(wanted, ids, n=_NEAREST, cutoff=0.4)
    return list(dict.fromkeys([*holding[:_NEAREST], *alike]))[:_NEAREST]
