"""The citations of a digest, numbered in the order they are shown in, one a sentence."""

from dataclasses import dataclass

from bot.answering.answer import Citation
from bot.answering.reply.citations import Citations
from bot.summaries.digest import Digest, NewsItem


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedItem:
    """An item of news, and the numbers of the citations that say what is now told, and what was before."""

    item: NewsItem
    number: int
    before: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDigest:
    """A digest with its citations, number 1 first; `left_out` counts the items beyond those wanted."""

    digest: Digest
    items: tuple[CitedItem, ...]
    citations: tuple[Citation, ...]
    left_out: int = 0


def cite_digest(digest: Digest, most: int | None = None) -> CitedDigest:
    """Cite each item, or the first `most` of them.

    Raises `ValueError` where an article does not say what its record quotes.
    """
    cited = Citations()
    items = []
    for item in digest.items[:most]:
        number = cited.number(item.now.article, item.now.meeting.evidence)
        before = item.before
        earlier = None if before is None else cited.number(before.article, before.meeting.evidence)
        items.append(CitedItem(item=item, number=number, before=earlier))
    left_out = len(digest.items) - len(items)
    return CitedDigest(digest=digest, items=tuple(items), citations=cited.all(), left_out=left_out)
