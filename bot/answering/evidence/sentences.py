"""The sentences of an article as they are read for a question, and what is read in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.lexicon.states import spelled_out
from bot.answering.lexicon.words import folded_words, stems_of
from index.article import DateSpan, Modifier, Quote
from index.sentences import split_sentences

_LONG = 400
# Questions that follow one another are often about the same articles.
_REMEMBERED = 256
# Twenty times as much is held in memory: a file of megabytes is read anew for each question instead.
_REMEMBERED_CHARS = 50_000
_GAP = re.compile(r"\s{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Words that fill a slot, and the sentence that says so.

    `recorded` where the build read them; `denies` where the sentence says that what is asked was not so.
    """

    text: str
    quote: Quote
    span: DateSpan | None = None
    modifier: Modifier | None = None
    recorded: bool = False
    denies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of an article, its folded words, with what its labels stand for, and their stems."""

    place: int
    quote: Quote
    words: frozenset[str]
    stems: frozenset[str]


def read_sentences(body: str) -> tuple[Sentence, ...]:
    """Return the sentences of a body, in order, with their words; those of the last bodies are remembered."""
    return _read_again(body) if len(body) <= _REMEMBERED_CHARS else _read(body)


@lru_cache(_REMEMBERED)
def _read_again(body: str) -> tuple[Sentence, ...]:
    return _read(body)


def _read(body: str) -> tuple[Sentence, ...]:
    found = []
    for place, quote in enumerate(_sentences(body)):
        words = folded_words(quote.text) | folded_words(spelled_out(quote.text))
        found.append(Sentence(place=place, quote=quote, words=words, stems=stems_of(words)))
    return tuple(found)


def _sentences(body: str) -> Iterator[Quote]:
    """Yield the sentences of a body; where a page lost its full stops, wide gaps stand for them."""
    for span in split_sentences(body):
        start = span.start
        if span.end - span.start > _LONG:
            for gap in _GAP.finditer(body, span.start, span.end):
                if gap.start() > start:
                    yield Quote(start=start, end=gap.start(), text=body[start : gap.start()])
                start = gap.end()
        if start < span.end:
            yield Quote(start=start, end=span.end, text=body[start : span.end])
