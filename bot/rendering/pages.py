"""What the buttons of an answer show of it: quotes in context, citations to copy. Paged, never cut."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import discord

from bot.answering.answer import Answer, Citation, NoAnswer
from bot.controls import Act, page_controls
from bot.languages import Language
from bot.occasions.wording import on_one_line
from bot.rendering.answer import ANSWERED, Rendered, outlet_and_date
from bot.rendering.markup import escape, link, width
from index.article import Article
from index.engine import Filters, Snapshot
from index.sentences import split_sentences

_PAGE = 3500
_AROUND = 2
_A_PAGE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A citation with the sentences around it; `before` and `after` are empty where the article is gone."""

    citation: Citation
    before: str = ""
    after: str = ""


def passages_of(answer: Answer | NoAnswer, snapshot: Snapshot, scope: Filters) -> tuple[Passage, ...]:
    """Find every citation in its article; where that changed, or may not be read here, it stands alone."""
    return tuple(_in_context(one, snapshot.article(one.article_id), scope) for one in answer.citations)


def _in_context(citation: Citation, article: Article | None, scope: Filters) -> Passage:
    unchanged = article is not None and article.body[citation.start : citation.end] == citation.quote
    if article is None or citation.in_title or not unchanged or not _may_read(article, scope):
        return Passage(citation=citation)
    sentences = list(split_sentences(article.body))
    before = [one for one in sentences if one.end <= citation.start][-_AROUND:]
    after = [one for one in sentences if one.start >= citation.end][:_AROUND]
    return Passage(
        citation=citation,
        before=article.body[before[0].start : citation.start] if before else "",
        after=article.body[citation.end : after[-1].end] if after else "",
    )


def _may_read(article: Article, scope: Filters) -> bool:
    return scope.collections is None or article.collection in scope.collections


def render_evidence(passages: Sequence[Passage], key: int, page: int, language: Language) -> Rendered:
    """Draw one page of evidence: a quote in bold between the sentences around it."""
    pages = [(one, part) for one in passages for part in _parts(one)]
    page = max(1, min(page, len(pages)))
    passage, text = pages[page - 1]
    citation = passage.citation
    head = f"{link(on_one_line(citation.title), citation.url)}\n{escape(outlet_and_date(citation, language))}"
    embed = discord.Embed(
        title=language.say("Evidence {number}", number=citation.number),
        description=f"{head}\n\n{text}",
        colour=ANSWERED,
    )
    return paged(embed, Act.EVIDENCE, key, page, len(pages), language)


def _parts(passage: Passage) -> list[str]:
    before, after = (escape(on_one_line(text)) for text in (passage.before, passage.after))
    parts = [f"**{one}**" for one in split_text(on_one_line(passage.citation.quote), _PAGE // 2)]
    if before and width(before) + width(parts[0]) < _PAGE:
        parts[0] = f"{before} {parts[0]}"
    if after and width(after) + width(parts[-1]) < _PAGE:
        parts[-1] = f"{parts[-1]} {after}"
    return parts


def split_text(text: str, limit: int) -> list[str]:
    """Escape `text`, split between words into parts of at most `limit` units each."""
    parts: list[str] = []
    current, taken = "", 0
    for piece in _pieces(text, limit // 2):
        # Alone, a piece is escaped at least as much as within a line.
        size = width(escape(piece))
        if current and taken + size > limit:
            parts.append(escape(current.rstrip()))
            current, taken = "", 0
        current, taken = current + piece, taken + size
    return [*parts, escape(current.rstrip())]


def _pieces(text: str, longest: int) -> Iterator[str]:
    for word in re.findall(r"\S+\s*", text):
        for at in range(0, len(word), longest):
            yield word[at : at + longest]


def fill_pages(blocks: Sequence[str]) -> list[str]:
    """Put blocks of text, none over 2,000 units, on as few pages as read well."""
    pages: list[list[str]] = [[]]
    for block in blocks:
        full = sum(width(one) + 2 for one in pages[-1]) + width(block) > _PAGE
        if pages[-1] and (full or len(pages[-1]) >= _A_PAGE):
            pages.append([])
        pages[-1].append(block)
    return ["\n\n".join(page) for page in pages]


def render_citations(answer: Answer | NoAnswer, language: Language) -> Rendered:
    """Write the citations as plain text to copy; in a file where they are long."""
    lines = []
    for one in answer.citations:
        lines.append(
            f"“{on_one_line(one.quote)}” {one.title}, {outlet_and_date(one, language)}.{_address(one)}"
        )
    text = "\n\n".join(lines)
    block = f"```\n{text.replace('```', '` ` `')}\n```"
    if width(block) <= 1900:
        return Rendered(text=block)
    return Rendered(text=language.say("The citations are in the file."), attachment=f"{text}\n")


def _address(citation: Citation) -> str:
    return f" {citation.url}" if citation.url else ""


def paged(embed: discord.Embed, act: Act, key: int, page: int, pages: int, language: Language) -> Rendered:
    """Number a page, and give it the buttons that turn it."""
    if pages > 1:
        embed.set_footer(text=language.say("Page {page} of {pages}", page=page, pages=pages))
    return Rendered(embeds=(embed,), controls=page_controls(act, key, page, pages))
