"""Plain text: front matter or none, then the article as it is, perhaps pasted from a web page."""

from collections.abc import Iterator

from index.article import Article
from index.cleaning import clean_body, normalise
from index.loaders.base import CorpusFile, Format, LoadFailure, read_text
from index.loaders.building import build_article
from index.loaders.front_matter import split_front_matter


def _read(file: CorpusFile) -> Iterator[Article | LoadFailure]:
    fields, text = split_front_matter(normalise(read_text(file.file)))
    clean = clean_body(text, with_headline=fields.title is None)
    yield build_article(file, fields, clean, title=clean.title)


FORMAT = Format(suffixes=(".txt",), read=_read)
