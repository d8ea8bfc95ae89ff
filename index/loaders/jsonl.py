"""JSON lines, gzipped or not: one article a line, as crawlers and archives export them."""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from index.article import Article
from index.cleaning import clean_body
from index.loaders.base import MAX_BYTES, CorpusFile, Format, LoadFailure, Malformed, decode
from index.loaders.building import beginning_of, build_article
from index.loaders.fields import Fields, parse_fields

FIELDS = ("id", "title", "published", "source", "url", "text", "collection", "tags")
# Text shrinks to a tenth or so; what grows beyond this was made to fill memory or time.
_MAX_GROWTH = 200


def _read(file: CorpusFile) -> Iterator[Article | LoadFailure]:
    with file.file.open("rb") as raw:
        packed = file.path.lower().endswith(".gz")
        stream = cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if packed else raw
        limit = _MAX_GROWTH * file.file.stat().st_size if packed else None
        try:
            yield from _read_lines(file, stream, limit)
        except (gzip.BadGzipFile, EOFError, zlib.error):
            raise Malformed("is not a whole gzip file; copy or compress it again") from None


def _read_lines(file: CorpusFile, stream: BinaryIO, limit: int | None) -> Iterator[Article | LoadFailure]:
    total = number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        total += len(line)
        if len(line) > MAX_BYTES or (limit is not None and total > max(limit, MAX_BYTES)):
            raise Malformed(f"has a line or a size past all bounds (line {number}); write one article a line")
        if not line.strip():
            continue
        try:
            yield _read_line(file, line)
        except Malformed as error:
            yield LoadFailure(path=f"{file.path}#line {number}", reason=str(error))


def _read_line(file: CorpusFile, line: bytes) -> Article:
    try:
        record = json.loads(decode(line))
    except (ValueError, RecursionError):
        raise Malformed("is not JSON; write one whole object a line") from None
    if not isinstance(record, dict):
        raise Malformed("is not a JSON object; write {...} with the fields of an article")
    fields = _fields(record)
    words = _text(record, "text")
    clean = clean_body(words if words.strip() else _text(record, "title"), with_headline=False)
    whole = fields.title or clean.body
    if not words.strip():
        # The article stands in its title, with all its blanks; what is shown as the title is its beginning.
        fields = replace(fields, title=None)
    digest = hashlib.sha256((fields.url or whole).encode("utf-8", "replace")).hexdigest()[:16]
    return build_article(file, fields, clean, title=beginning_of(whole), id=f"{file.stem}#{digest}")


def _fields(record: dict[str, object]) -> Fields:
    tags = record.get("tags")
    if tags is None:
        tags = []
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise Malformed('`tags` is not a list of texts; write ["trade", "visits"]')
    names = [name for name in FIELDS if name not in ("text", "tags")]
    return parse_fields({name: _text(record, name) for name in names}, tuple(tags))


def _text(record: dict[str, object], name: str) -> str:
    value = record.get(name)
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool) and name == "id":
        return str(value)
    if not isinstance(value, str):
        raise Malformed(f"`{name}` is not a text; write it in double quotes")
    return value


FORMAT = Format(suffixes=(".jsonl", ".jsonl.gz"), read=_read)
