"""`/summary`: an article, a topic or a period in the briefings' own sentences, or what is new."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.equipment import Equipment
from bot.faults import Refusal
from bot.languages import Language
from bot.occasions.wording import on_one_line
from bot.offering import CHOICES, LONGEST, Choices, offered
from bot.rendering.answer import Rendered
from bot.rendering.markup import shortened, width
from bot.rendering.summaries import MOST_NEWS, render_digest, render_summary
from bot.responding import read_here, respond_to
from bot.summaries.citing import cite_digest
from bot.summaries.digest import digest
from bot.summaries.summarising import summarise_article, summarise_period, summarise_topic
from bot.written_days import read_written_day
from index.article import Article
from index.engine import Filters, ListedArticle, Snapshot

if TYPE_CHECKING:
    from bot.client import ReadoutBot


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person wants summed up: exactly one of an article, a topic, a period or what is new."""

    article: str | None
    topic: str | None
    since: date | None
    until: date | None
    new_since: date | None


class SummaryCog(commands.Cog):
    """Sums up briefings."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment

    @app_commands.command(name="summary", description="The gist of an article, a topic or a period")
    @app_commands.describe(
        article="A briefing, by its title",
        topic="What the briefings say of this",
        since="Briefings published on or after this day, as 2024-01-28",
        until="Briefings published on or before this day, as 2024-01-28",
        new_since="What is new since this day: meetings first told, and those changed",
    )
    async def summary(
        self,
        interaction: "discord.Interaction[ReadoutBot]",
        article: str | None = None,
        topic: app_commands.Range[str, 1, 200] | None = None,
        since: str | None = None,
        until: str | None = None,
        new_since: str | None = None,
    ) -> None:
        """Sum up what is asked for, to all who can read the channel."""

        async def prepare(language: Language) -> Rendered:
            wish = _read(article, topic, since, until, new_since)
            return await read_here(interaction, self._equipment, _work(wish, language))

        await respond_to(interaction, self._equipment, prepare, private=False)

    @summary.autocomplete("article")
    async def _complete(self, interaction: "discord.Interaction[ReadoutBot]", written: str) -> Choices:
        return await offered(self._articles(interaction, written))

    async def _articles(self, interaction: discord.Interaction[Any], written: str) -> Choices:
        scope = await self._equipment.scopes.of(interaction)
        return await self._equipment.desk.glance(lambda snapshot: choices(snapshot.articles(scope), written))


def choices(articles: Sequence[ListedArticle], written: str) -> Choices:
    """Offer the articles whose title, id or source holds every word written, newest first."""
    words = written.casefold().split()
    found = []
    for one in reversed(articles):
        said = f"{one.title} {one.id} {one.source or ''} {one.published or ''}".casefold()
        if all(word in said for word in words):
            day = f"{one.published} · " if one.published else ""
            name = shortened(on_one_line(f"{day}{one.title}"), LONGEST)
            found.append(app_commands.Choice(name=name, value=key_of(one.id)))
        if len(found) == CHOICES:
            break
    return found


def key_of(article_id: str) -> str:
    """Return what stands for an article in a choice, which Discord keeps to 100 characters."""
    if width(article_id) <= LONGEST:
        return article_id
    return f"#{hashlib.sha256(article_id.encode()).hexdigest()[:32]}"


def _read(
    article: str | None, topic: str | None, since: str | None, until: str | None, new_since: str | None
) -> Wish:
    first, last, new = (
        read_written_day("since", since),
        read_written_day("until", until),
        read_written_day("new_since", new_since),
    )
    wanted = sum(one is not None for one in (article, topic, new))
    if wanted > 1 or (new is not None and first is not None) or (article and (first or last)):
        raise Refusal("Ask for one thing at a time: an article, a topic, a period, or what is new.")
    if wanted == 0 and first is None:
        raise Refusal("Say what to sum up: an `article`, a `topic`, a period from `since`, or `new_since`.")
    begins = new or first
    if begins is not None and last is not None and begins > last:
        raise Refusal("The period ends before it begins; swap its days.")
    return Wish(article=article, topic=topic, since=first, until=last, new_since=new)


def _work(wish: Wish, language: Language) -> Callable[[Snapshot, Filters], Rendered]:
    def work(snapshot: Snapshot, scope: Filters) -> Rendered:
        if wish.new_since is not None:
            told = digest(snapshot, wish.new_since, wish.until, scope)
            return render_digest(cite_digest(told, MOST_NEWS), language)
        if wish.article is not None:
            summary = summarise_article(snapshot, _found(snapshot, wish.article, scope))
        elif wish.topic is not None:
            where = replace(scope, since=wish.since, until=wish.until)
            summary = summarise_topic(snapshot, wish.topic, where)
        else:
            summary = summarise_period(snapshot, wish.since or date.min, wish.until, scope)
        return render_summary(summary, language)

    return work


def _found(snapshot: Snapshot, key: str, scope: Filters) -> Article:
    """Return the article that a choice or an id means, of those that may be read here. Raises `Refusal`."""
    listed = next((one for one in snapshot.articles(scope) if key in (key_of(one.id), one.id)), None)
    article = None if listed is None else snapshot.article(listed.id)
    if article is None:
        raise Refusal("No briefing has the id “{key}”; choose one while you write its title.", key=key)
    return article
