"""Word lists written as words: one list a string, read once."""


def lexicon(words: str) -> frozenset[str]:
    """Return the words of `words`, which blanks and line breaks part."""
    return frozenset(words.split())
