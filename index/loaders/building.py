"""Put an article together from its file, its fields and its text."""

import textwrap

from index.article import Article
from index.cleaning import CleanText, clean_body
from index.loaders.base import CorpusFile, Malformed
from index.loaders.fields import Fields

_TITLE_CHARS = 120


def build_article(
    file: CorpusFile, fields: Fields, clean: CleanText, *, title: str | None = None, id: str | None = None
) -> Article:
    """Return the article; what its fields state goes before what its text shows.

    Some exports put the whole article in its title: without a text, the title is the text, and its beginning
    the title.
    """
    title = fields.title or title
    body = clean.body
    if not body and title:
        body, title = clean_body(title, with_headline=False).body, beginning_of(title)
    if not body:
        raise Malformed("has no text; write the article below its fields, or delete it")
    return Article(
        id=fields.id or id or file.stem,
        path=file.path,
        title=title or file.readable_name,
        body=body,
        source=fields.source or clean.source,
        url=fields.url,
        published=fields.published,
        collection=file.collection if fields.collection is None else fields.collection,
        tags=fields.tags,
    )


def beginning_of(text: str) -> str:
    """Return as many whole words of a text as make a title."""
    return textwrap.shorten(text, _TITLE_CHARS, placeholder="…")
