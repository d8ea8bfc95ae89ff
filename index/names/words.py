"""Reduce names to the words they are compared by: no titles, case, diacritics, possessives."""

import re
import unicodedata
from collections.abc import Sequence

TITLES = frozenset(
    [
        "sen",
        "sens",
        "senator",
        "senators",
        "rep",
        "reps",
        "representative",
        "representatives",
        "congressman",
        "congresswoman",
        "gov",
        "governor",
        "president",
        "vice",
        "prime",
        "minister",
        "secretary",
        "ambassador",
        "judge",
        "justice",
        "general",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "sgt",
        "adm",
        "admiral",
        "colonel",
        "major",
        "captain",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "professor",
        "chairman",
        "chairwoman",
        "chair",
        "mayor",
        "the",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "chancellor",
        "director",
        "attorney",
        "commissioner",
        "administrator",
        "foreign",
        "sheriff",
        "deputy",
        "assistant",
        "acting",
        "former",
        "speaker",
        "leader",
        "premier",
        "sir",
        "lord",
        "rev",
    ]
)
SURNAMES_TOO = frozenset(("king", "lord", "major", "pope", "prince"))
"""Titles that are surnames behind a given name or another title: "Senator Ann King"."""
_RANKED = frozenset(("the", "a", "crown", "sergeant", "late", "former"))
"""Behind these words such a word is a title for all that: "the Crown Prince"."""
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"))
"""What stands behind a surname and is no part of it."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


def fold(text: str) -> str:
    """Return `text` without case and diacritics; its length may change."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in order without titles, "Jr." and possessives; all where none is left."""
    words = tuple(_POSSESSIVE.sub("", word) for word in _WORD.findall(fold(name)))
    kept = tuple(
        word for place, word in enumerate(words) if word not in TITLES or is_surname_too(words, place)
    )
    plain = tuple(word for place, word in enumerate(kept) if place == 0 or word not in SUFFIXES)
    return plain or words


def is_surname_too(words: Sequence[str], place: int) -> bool:
    """Tell whether a title in small letters ends a name as its surname: "Ann King", "Sen. King"."""
    if words[place] not in SURNAMES_TOO or place == 0 or words[place - 1] in _RANKED:
        return False
    return all(word in SUFFIXES for word in words[place + 1 :])


def is_shorter_form(short: str, full: str) -> bool:
    """Tell whether `short` ("Sen. Lugar", "R. Lugar") can name the person whose fullest form is `full`."""
    few, many = name_words(short), name_words(full)
    if not few or not many or few[-1] not in (many[-1], many[-1].partition("-")[2]):
        return False
    firsts = many[:-1]
    return (
        all(
            any(
                a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))
                for b in firsts
            )
            for a in few[:-1]
        )
        if firsts
        else len(few) == 1
    )
