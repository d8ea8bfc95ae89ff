"""Citations: numbered in the order they are first needed, one a quote, and verified to be verbatim."""

from bot.answering.answer import Citation
from index.article import Article, Quote


class Citations:
    """Collects the citations of one answer."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, bool, int, int], int] = {}
        self._made: list[Citation] = []

    def number(self, article: Article, quote: Quote) -> int:
        """Return the number under which a quote is cited. Raises `ValueError` if the article lacks it."""
        key = (article.id, quote.in_title, quote.start, quote.end)
        if key not in self._numbers:
            self._made.append(cite(article, quote, len(self._made) + 1))
            self._numbers[key] = len(self._made)
        return self._numbers[key]

    def all(self) -> tuple[Citation, ...]:
        """Return the citations, number 1 first."""
        return tuple(self._made)


def cite(article: Article, quote: Quote, number: int) -> Citation:
    """Return the citation of a quote. Raises `ValueError` if the article does not say it verbatim."""
    field = article.title if quote.in_title else article.body
    if field[quote.start : quote.end] != quote.text or not quote.text.strip():
        raise ValueError(f"article {article.id} does not say what is quoted from it at {quote.start}")
    return Citation(
        number=number,
        article_id=article.id,
        path=article.path,
        title=article.title,
        source=article.source,
        url=article.url,
        published=article.published,
        quote=quote.text,
        start=quote.start,
        end=quote.end,
        in_title=quote.in_title,
    )
