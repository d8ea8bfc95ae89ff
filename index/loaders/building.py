"""Put an article together from its file, its fields and its text."""

from index.article import Article
from index.cleaning import CleanText
from index.loaders.base import CorpusFile, Malformed
from index.loaders.fields import Fields


def build_article(
    file: CorpusFile, fields: Fields, clean: CleanText, *, title: str | None = None, id: str | None = None
) -> Article:
    """Return the article; what its fields state goes before what its text shows."""
    if not clean.body:
        raise Malformed("has no text; write the article below its fields, or delete it")
    return Article(
        id=fields.id or id or file.stem,
        path=file.path,
        title=fields.title or title or file.readable_name,
        body=clean.body,
        source=fields.source or clean.source,
        url=fields.url,
        published=fields.published,
        collection=file.collection if fields.collection is None else fields.collection,
        tags=fields.tags,
    )
