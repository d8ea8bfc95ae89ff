"""Markdown: what is shown to people is the words, so the markup goes.

Headings and list items become paragraphs of their own without their marks, links become their text; images
and raw HTML are dropped.
"""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.article import Article
from index.cleaning import clean_body, normalise
from index.loaders.base import CorpusFile, Format, LoadFailure, read_text
from index.loaders.building import build_article
from index.loaders.front_matter import split_front_matter


def _read(file: CorpusFile) -> Iterator[Article | LoadFailure]:
    fields, text = split_front_matter(normalise(read_text(file.file)))
    title, plain = strip_markup(text)
    yield build_article(file, fields, clean_body(plain, with_headline=False), title=title)


def strip_markup(text: str) -> tuple[str | None, str]:
    """Return the heading that the text opens with, or None, and the text below it without markup."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    title = None
    if tokens and tokens[0].type == "heading_open":
        title, tokens = _inline(tokens[1].children or ()), tokens[3:]
    return title or None, "\n\n".join(filter(None, _blocks(tokens)))


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield " | ".join(row)
            row = None
        elif token.type == "inline":
            words = _inline(token.children or ())
            if row is None:
                yield words
            else:
                row.append(words)
        elif token.type in ("fence", "code_block"):
            yield token.content.strip()


def _inline(tokens: Sequence[Token]) -> str:
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak":
            parts.append("\n")
    return "".join(parts).strip()


FORMAT = Format(suffixes=(".md", ".markdown"), read=_read)
