"""From an article to what it tells of meetings: sentences chosen, parsed, framed, filled, merged."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from index.article import Article, Extraction, NameType, Span
from index.datelines import behind_dateline, find_dateline
from index.dates import DATE_RULES, find_time_expressions
from index.meetings.elsewhere.delegations import add_leaders
from index.meetings.elsewhere.headings import add_days_above, add_stated_dates, add_stated_places
from index.meetings.elsewhere.lists import add_attendees
from index.meetings.elsewhere.retellings import add_retold
from index.meetings.elsewhere.sequels import carry_on, find_topic
from index.meetings.elsewhere.titles import add_titled
from index.meetings.merge import merge_meetings
from index.meetings.participants.people import without_titles
from index.meetings.reading import read_sentence
from index.meetings.syntax.context import Context, find_addressee
from index.meetings.syntax.mending import join_hyphens, mend_people
from index.meetings.syntax.mentions import collect_names, find_entities
from index.meetings.syntax.parser import Parser, SpacyParser
from index.meetings.syntax.trees import Tree
from index.meetings.syntax.triggers import select_sentences
from index.names.cast import CAST_RULES, Cast
from index.sentences import split_sentences

RULES = "meetings-32"
"""Raise when the rules change: articles read under another version are read again."""
ARTICLES_AT_ONCE = 32


class MeetingExtractor:
    """Reads names and meetings out of articles; the parser loads with the first sentence."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self.version = f"{RULES}+{DATE_RULES}+{CAST_RULES}+{parser.version}"

    @classmethod
    def load(cls) -> "MeetingExtractor":
        """Return the extractor with the packaged language model."""
        return cls(SpacyParser())

    def extract(self, article: Article) -> Extraction:
        """Return the names and meetings of an article."""
        return next(self.extract_many([article]))

    def extract_many(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Return the extraction of each article, in order; sentences are parsed in batches."""
        waiting = iter(articles)
        while batch := list(islice(waiting, ARTICLES_AT_ONCE)):
            chosen = [select_sentences(one.body, _sentences(one.body)) for one in batch]
            trees = self._parser.parse(
                (one.body, span) for one, spans in zip(batch, chosen, strict=True) for span in spans
            )
            for article, spans in zip(batch, chosen, strict=True):
                yield _understand(article, list(islice(trees, len(spans))))


def _sentences(body: str) -> Iterator[Span]:
    return behind_dateline(body, split_sentences(body))


def _understand(article: Article, trees: Sequence[Tree]) -> Extraction:
    trees = join_hyphens(trees)
    entities = [entity for tree in trees for entity in find_entities(tree, article.body)]
    named = (without_titles(name) for name, kind, _, _ in entities if kind is NameType.PERSON)
    people = [name for name in named if len(name.split()) > 1]
    cast = Cast(article.body, article.source, people, article.title)
    trees = mend_people(trees, cast)
    expressions = find_time_expressions(article.body, article.published)
    context = Context(
        cast=cast,
        body=article.body,
        addressee=find_addressee(cast, article.body),
        dateline=find_dateline(article.body),
    )
    meetings = [one for tree in trees for one in read_sentence(article, tree, context, expressions)]
    listed = add_days_above(meetings, article.body, expressions, article.published)
    merged = merge_meetings(carry_on(listed, article.body))
    dated = add_stated_dates(merged, article.body, expressions, article.published)
    attended = add_leaders(add_attendees(dated, trees, context), trees, context)
    placed = add_stated_places(attended, article.body)
    retold = add_retold(placed, trees, context, expressions, article.published)
    topical = [one if one.why else replace(one, why=find_topic(one, trees, context)) for one in retold]
    places = [name for name, kind, _, _ in entities if kind is NameType.PLACE]
    titled = add_titled(topical, article.title, places)
    return Extraction(names=collect_names(cast, entities), meetings=tuple(titled))
