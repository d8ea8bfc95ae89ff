"""Marks and accents read in a wrong encoding are mended; what was written is left alone."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article
from index.garbling import mend_encoding
from index.loaders import read_articles


@pytest.mark.parametrize(
    ("garbled", "written"),
    [
        ("Leeâ€™s visit to BogotÃ¡", "Lee’s visit to Bogotá"),
        ("Leeâ\x80\x99s â\x80\x9cfrankâ\x80\x9d talks", "Lee’s “frank” talks"),
        ("Leeâs visit", "Lee’s visit"),
        ("They havenât met and theyâll not", "They haven’t met and they’ll not"),
        ("SHE DIDNâT GO", "SHE DIDN’T GO"),
        ("the 21âs meeting", "the 21’s meeting"),
        ("It isnât Ann OâBrien", "It isn’t Ann O’Brien"),
        ("It isnât the ministersâ day", "It isn’t the ministers’ day"),
        ("She said, âWe met,â? and left", "She said, “We met,” and left"),
        ("WASHINGTON, D.C. â Ann Lee met", "WASHINGTON, D.C. — Ann Lee met"),
        ("Washington, DC âAnn Leeâs party", "Washington, DC — Ann Lee’s party"),
        ("Riga, LV (R.I.) âAnn Leeâs party", "Riga, LV (R.I.) — Ann Lee’s party"),
        ("Leeâs tableâland, seaâ and air", "Lee’s table—land, sea — and air"),
        ("Leeâs â¢ pointâ¦", "Lee’s • point…"),
        ("RIGA, D.C.Â - Leeâs day.Â  Then", "RIGA, D.C. - Lee’s day.  Then"),
    ],
)
def test_a_garbled_mark_is_mended(garbled: str, written: str) -> None:
    assert mend_encoding(garbled).replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    "text",
    [
        "Bâle, Mâcon and a château",
        "des dégâts, un mât",
        "São Paulo, Ângela",
        "Ann Lee’s “talks” — all",
        "hâlâ kâr",
    ],
)
def test_what_was_written_stays(text: str) -> None:
    assert mend_encoding(text) == text


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_plain_text_never_changes(text: str) -> None:
    assert mend_encoding(text) == text


@given(st.text(alphabet="âÂÃ?s tA.€™Leo\n"))
def test_mended_text_is_not_mended_again(text: str) -> None:
    once = mend_encoding(text)
    assert mend_encoding(once) == once or "Ã" in text or "Â" in text


def test_the_title_and_the_body_of_an_article_are_mended(tmp_path: Path) -> None:
    record = {
        "id": "a",
        "title": "Leeâs visit",
        "source": "LeeÂ Wire",
        "text": "Ann Leeâs talks were âfrank,â? he said.",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    (tmp_path / "b.txt").write_text("Leeâs visit\n\nAnn Leeâs talks were frank.\n", encoding="utf-8")
    listed, plain = (next(iter(read_articles(tmp_path / name, tmp_path))) for name in ("a.jsonl", "b.txt"))
    assert isinstance(listed, Article)
    assert isinstance(plain, Article)
    assert listed.title == "Lee’s visit"
    assert listed.body == "Ann Lee’s talks were “frank,” he said."
    assert (plain.title, plain.body) == ("Lee’s visit", "Ann Lee’s talks were frank.")
