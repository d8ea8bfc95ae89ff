"""Every text that people see is translated, whole and with the same blanks, into every language there is."""

import string
from datetime import date
from pathlib import Path

import pytest

from bot.languages import ENGLISH, Language, Languages
from index.article import DateSpan, Precision
from tests.bot.languages.spoken import texts_in_source

OTHERS = [one for one in Languages.load().all() if one is not ENGLISH]


@pytest.mark.parametrize("language", OTHERS, ids=lambda one: one.code)
def test_every_text_is_translated(language: Language) -> None:
    texts = texts_in_source()
    assert len(texts) > 50
    assert sorted(texts - set(language.texts)) == []


@pytest.mark.parametrize("language", OTHERS, ids=lambda one: one.code)
def test_translations_have_the_blanks_of_their_texts(language: Language) -> None:
    for text, forms in language.texts.items():
        for form in forms:
            assert _blanks(form) == _blanks(text), text


def _blanks(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_a_language_says_and_counts_and_writes_days() -> None:
    german = Languages.load().of("de")
    assert german.name == "Deutsch"
    assert german.say("Evidence {number}", number=2) == "Beleg 2"
    assert german.count("{number} rating", "{number} ratings", 1) == "1 Bewertung"
    assert german.count("{number} rating", "{number} ratings", 1200) == "1,200 Bewertungen"
    assert german.day(date(2024, 1, 28)) == "28. Januar 2024"
    spans = [
        (date(2024, 1, 30), date(2024, 1, 31), Precision.DAY, "30.–31. Jan. 2024"),
        (date(2006, 3, 1), date(2006, 3, 31), Precision.MONTH, "März 2006"),
        (date(2006, 1, 1), date(2006, 12, 31), Precision.YEAR, "2006"),
    ]
    for first, last, precision, written in spans:
        assert german.span(DateSpan(first=first, last=last, precision=precision)) == written
    assert german.span(DateSpan(first=None, last=None, precision=Precision.UNKNOWN)) == "Tag nicht bestimmbar"


def test_locales_of_discord_find_their_language() -> None:
    languages = Languages.load()
    assert languages.of("de").code == "de"
    for code in ("en-GB", "fr", None, ""):
        assert languages.of(code) is ENGLISH


def test_what_is_not_translated_is_said_in_english(tmp_path: Path) -> None:
    (tmp_path / "de.po").write_text('msgid ""\nmsgstr ""\n\nmsgid "Who"\nmsgstr ""\n')
    german = Languages.load(tmp_path).of("de")
    assert german.say("Who") == "Who"
    assert german.count("{number} rating", "{number} ratings", 3) == "3 ratings"
