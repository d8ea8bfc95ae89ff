"""Cut an article into passages: the runs of whole sentences that are indexed."""

import re
from collections.abc import Iterator

from index.article import Article, Passage, Span
from index.sentences import split_sentences

# In words. The packaged embedder reads 256 word pieces, which is about 190 words of English news.
TARGET = 120
LIMIT = 180

# What counts as a word: twelve letters at most, two of other alphabets, one ideograph; so that text without
# spaces, which embedders take apart into many pieces, is cut in time too.
_WORD = re.compile(r"[\u0370-\u1fff]{1,2}|[\u2e80-\U0010ffff]|[^\s\u0370-\u1fff\u2e80-\U0010ffff]{1,12}")


def split_passages(article: Article) -> tuple[Passage, ...]:
    """Return passages of about `TARGET` words, each beginning with the sentence that ended the one before.

    A sentence of more than `LIMIT` words is cut between words. `article.body[start:end] == text` holds.
    """
    body = article.body
    units = [unit for sentence in split_sentences(body) for unit in _fit(body, sentence)]
    passages = []
    for run in _runs(units):
        start, end = run[0].start, run[-1].end
        passages.append(Passage(start=start, end=end, text=body[start:end]))
    return tuple(passages)


def _runs(units: list[tuple[Span, int]]) -> Iterator[list[Span]]:
    run: list[Span] = []
    words = last = 0
    new = False
    for span, size in units:
        if new and words + size > TARGET:
            yield run
            run, words = ([run[-1]], last) if last + size <= LIMIT else ([], 0)
        run.append(span)
        words += size
        last = size
        new = True
    if run:
        yield run


def _fit(body: str, sentence: Span) -> Iterator[tuple[Span, int]]:
    """Yield the sentence with its number of words, in pieces where it has more than `LIMIT`."""
    starts = [match.start() for match in _WORD.finditer(body, sentence.start, sentence.end)]
    first = 0
    while len(starts) - first > LIMIT:
        cut = _cut(body, starts, first)
        yield Span(start=starts[first], end=_trim_end(body, starts[cut])), cut - first
        first = cut
    yield Span(start=starts[first], end=sentence.end), len(starts) - first


def _cut(body: str, starts: list[int], first: int) -> int:
    for cut in range(first + LIMIT, first + LIMIT // 2, -1):
        if body[starts[cut] - 1].isspace():
            return cut
    return first + LIMIT


def _trim_end(body: str, end: int) -> int:
    while body[end - 1].isspace():
        end -= 1
    return end
