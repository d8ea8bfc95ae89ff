"""The sentences of an article that can stand alone: no heading, no footer, none that leans on another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bot.answering.lexicon.words import topic_words
from bot.occasions.wording import on_one_line
from bot.summaries.standing import (
    OPENING_WORDS,
    ends_within_quotation,
    introduces,
    is_loose,
    is_of_statement,
    is_prose,
    is_quotation,
    speaks,
    stands_alone,
)
from index.article import Article, Quote, Span
from index.sentences import split_sentences

_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\S+")
_OPENING = 120  # words, so many at most
_SENTENCES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence that a summary may quote. `place` counts the article's sentences from 0.

    What stands in a statement is understood only after the `introduction`, which says whose it is, and which
    `introduces` it: it says too little without. One that is `loose` ("The funds will be used at once.") is
    clear beside others of its article alone.
    """

    article: Article
    quote: Quote
    place: int
    words: frozenset[str]
    loose: bool = False
    quotation: bool = False
    introduces: bool = False
    introduction: "Candidate | None" = None


def read_candidates(article: Article) -> tuple[Candidate, ...]:
    """Return the sentences of an article that can be understood alone, in its order."""
    return tuple(_candidates(article))


def opening_of(article: Article) -> Candidate | None:
    """Return the opening of an article of which hardly a sentence can stand alone.

    Its first sentences, so far as they are not long and end outside of quotations if any does; of a text
    without sentences its first words.
    """
    words = list(_TOKEN.finditer(article.body))[:_OPENING]
    if not words:
        return None
    first = [one for one in islice(_sentences(article), _SENTENCES) if one.span.end <= words[-1].end()]
    whole = [one.span.end for one in first if not one.ends_quoted] or [one.span.end for one in first]
    end = max(whole, default=words[: OPENING_WORDS.stop][-1].end())
    quote = _quote(article, Span(start=words[0].start(), end=end))
    return Candidate(article=article, quote=quote, place=0, words=topic_words(quote.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence on one line, whether it begins and ends within a quotation longer than itself, and whether
    it speaks of what was told before."""

    span: Span
    text: str
    begins_quoted: bool
    ends_quoted: bool
    loose: bool


def _sentences(article: Article) -> Iterator[_Sentence]:
    within, end = False, 0
    before: set[str] = set()
    for span in split_sentences(article.body):
        text = on_one_line(article.body[span.start : span.end])
        # Of a quotation of several paragraphs each opens it anew; at its end, one that nobody closed is over.
        begins = within and "\n" not in article.body[end : span.start]
        within, end = ends_within_quotation(text, begins), span.end
        loose = is_loose(text, before)
        yield _Sentence(span=span, text=text, begins_quoted=begins, ends_quoted=within, loose=loose)
        before.update(_WORD.findall(text.casefold()))


def _candidates(article: Article) -> Iterator[Candidate]:
    told: set[str] = set()
    opened = voiced = False
    introduction: Candidate | None = None
    for place, one in enumerate(_sentences(article)):
        alone = stands_alone(one.text, opens=not opened) and not one.begins_quoted
        introducing = introduces(one.text)
        if not opened and is_prose(one.text):
            # A letter, a speech or a column is its author's throughout, and its title says whose it is.
            opened, voiced = True, speaks(one.text) and not one.ends_quoted
        stated = (introduction is not None or voiced) and is_of_statement(one.text)
        if one.text in told or not (alone or introducing or stated):
            continue
        told.add(one.text)
        said_by = None if alone or introducing else introduction
        candidate = Candidate(
            article=article,
            quote=_quote(article, one.span if alone or introducing else _unquoted(article, one.span)),
            place=place,
            words=topic_words(one.text),
            loose=one.loose or (not said_by and speaks(one.text)),
            quotation=is_quotation(one.text),
            introduces=introducing,
            introduction=said_by,
        )
        introduction = candidate if introducing else introduction
        yield candidate


def _unquoted(article: Article, span: Span) -> Span:
    """Leave out the mark that opens, or ends, a quotation of several sentences: whose it is was said."""
    text = article.body[span.start : span.end]
    if text.count('"') + text.count("“") + text.count("”") != 1:
        return span
    return Span(
        start=span.start + (text[0] in '"“'),
        end=span.end - (text[-1] in '"”'),
    )


def _quote(article: Article, span: Span) -> Quote:
    return Quote(start=span.start, end=span.end, text=article.body[span.start : span.end])
