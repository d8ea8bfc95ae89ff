"""What the buttons of an answer show: quotes in context, related meetings, citations. Paged, never cut."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import discord

from bot.answering.answer import Answer, Citation, NoAnswer
from bot.answering.words import topic_words
from bot.controls import Act, page_controls
from bot.languages import Language
from bot.markup import escape, link, on_one_line, width
from bot.render import ANSWERED, Rendered, outlet_and_date
from index.article import Article
from index.engine import ArticleMeeting, Filters, Snapshot
from index.sentences import split_sentences

_PAGE = 3500
_AROUND = 2
_A_PAGE = 5
_SEARCHED = 40


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
    return _paged(embed, Act.EVIDENCE, key, page, len(pages), language)


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
    parts, current = [], ""
    for word in re.findall(r"\S+\s*", text):
        for piece in [word[at : at + limit // 2] for at in range(0, len(word), limit // 2)]:
            if current and width(escape(current + piece)) > limit:
                parts.append(escape(current.rstrip()))
                current = ""
            current += piece
    return [*parts, escape(current.rstrip())]


def related_to(answer: Answer | NoAnswer, snapshot: Snapshot, scope: Filters) -> tuple[ArticleMeeting, ...]:
    """Find other meetings of the people of an answer, those they share most people with first."""
    cited = snapshot.meetings_of(tuple(dict.fromkeys(one.article_id for one in answer.citations[:1])))
    own = [one for one in cited if _is_cited(one, answer)] or list(cited[:1])
    people = {name for one in own for name in _names_of(one)}
    if not people:
        return ()
    hits = snapshot.search(" ".join(sorted(people)), k=_SEARCHED, where=scope).hits
    found = snapshot.meetings_of(tuple(dict.fromkeys(hit.article_id for hit in hits)))
    shared = [(len(_shared(one, people)), one) for one in found if one.id not in {mine.id for mine in own}]
    ranked = sorted(
        (pair for pair in shared if pair[0]), key=lambda pair: (-pair[0], _day_of(pair[1]), pair[1].id)
    )
    return tuple(one for _, one in ranked)


def _is_cited(record: ArticleMeeting, answer: Answer | NoAnswer) -> bool:
    evidence = record.meeting.evidence
    return any(
        one.article_id == record.article.id and one.start < evidence.end and evidence.start < one.end
        for one in answer.citations
    )


def _names_of(record: ArticleMeeting) -> set[str]:
    return {one.name for one in record.meeting.participants}


def _shared(record: ArticleMeeting, people: set[str]) -> set[str]:
    words = {person: topic_words(person) for person in people}
    return {
        person
        for person in people
        for name in _names_of(record)
        if words[person] and (words[person] <= topic_words(name) or topic_words(name) == words[person])
    }


def _day_of(record: ArticleMeeting) -> str:
    when = record.meeting.when
    first = None if when is None else when.span.first
    return str(first or record.article.published or "9999")


def render_related(records: Sequence[ArticleMeeting], key: int, page: int, language: Language) -> Rendered:
    """Draw one page of meetings: who met when and where, with the sentence that says so."""
    if not records:
        return Rendered(text=language.say("The briefings tell of no other meeting of these people."))
    pages = fill_pages([block for one in records for block in _blocks(one, language)])
    page = max(1, min(page, len(pages)))
    embed = discord.Embed(
        title=language.say("Related meetings"), description=pages[page - 1], colour=ANSWERED
    )
    return _paged(embed, Act.RELATED, key, page, len(pages), language)


def fill_pages(blocks: Sequence[str]) -> list[str]:
    """Put blocks of text, none over 2,000 units, on as few pages as read well."""
    pages: list[list[str]] = [[]]
    for block in blocks:
        full = sum(width(one) + 2 for one in pages[-1]) + width(block) > _PAGE
        if pages[-1] and (full or len(pages[-1]) >= _A_PAGE):
            pages.append([])
        pages[-1].append(block)
    return ["\n\n".join(page) for page in pages]


def _blocks(record: ArticleMeeting, language: Language) -> list[str]:
    article = record.article
    published = language.say("undated") if article.published is None else language.day(article.published)
    outlet = f"{article.source}, {published}" if article.source else published
    head = [f"**{one}**" for one in split_text(_headline(record, language), 900)]
    people = ", ".join(one.name for one in record.meeting.participants)
    quotes = [f"> {one}" for one in split_text(on_one_line(record.meeting.evidence.text), 900)]
    source = f"{link(on_one_line(article.title), article.url)} ({escape(outlet)})"
    parts = [*head, *split_text(people, 900), source, *quotes]
    whole = "\n".join(part for part in parts if part)
    return [whole] if width(whole) <= _PAGE // 2 else [part for part in parts if part]


def _headline(record: ArticleMeeting, language: Language) -> str:
    when, where = record.meeting.when, record.meeting.where
    day = language.say("no date") if when is None else language.span(when.span)
    if when is not None and when.span.first is None:
        day = on_one_line(when.quote.text)
    return day if where is None else f"{day} · {on_one_line(where.text)}"


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


def _paged(embed: discord.Embed, act: Act, key: int, page: int, pages: int, language: Language) -> Rendered:
    if pages > 1:
        embed.set_footer(text=language.say("Page {page} of {pages}", page=page, pages=pages))
    return Rendered(embeds=(embed,), controls=page_controls(act, key, page, pages))
