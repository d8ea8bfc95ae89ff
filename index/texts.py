"""What of a passage is encoded, what is matched by words, and the key of a vector."""

import hashlib

from index.article import Article, Passage

TEXT_RULES = "1"
"""Version of `embedding_text`: part of every vector's key, so that a new rule encodes anew."""

WORD_RULES = "1"
"""Version of `lexical_text` and of how it is cut into words: when it changes, the words are indexed anew."""


def embedding_text(article: Article, passage: Passage) -> str:
    """Return what is encoded: the passage alone, since title and source in front hurt dense search."""
    return passage.text


def lexical_text(article: Article, passage: Passage) -> str:
    """Return what is matched by words: title, source and date in front, since they help word search.

    The date stands in words ("July 13 2006"), as questions have it.
    """
    day = article.published
    written = f"{day:%B} {day.day} {day.year}" if day else None
    return "\n".join(part for part in (article.title, article.source, written, passage.text) if part)


def vector_key(fingerprint: str, text: str) -> bytes:
    """Return the key of a vector: a 16-byte digest of the embedder and the exact text it encodes."""
    head = f"{fingerprint}\n{TEXT_RULES}\n".encode()
    return hashlib.sha256(head + text.encode("utf-8", "surrogatepass")).digest()[:16]
