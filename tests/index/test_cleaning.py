"""Page furniture goes, prose stays."""

import os
from pathlib import Path

import pytest

from index.article import Article
from index.cleaning import clean_body
from index.loaders import read_articles

PAGE = """Skip to content

Ministers agree on cod

Share on Facebook | Tweet | Email

The senator will share her plan with the press on Friday. Subscribe rates fell.
She will leave a reply for the ministers.

Source: Harbor Wire

Leave a Reply

Your email address will not be published. Required fields are marked *
"""


def test_a_pasted_page_gives_its_article() -> None:
    clean = clean_body(PAGE)
    assert clean.title == "Ministers agree on cod"
    assert clean.source == "Harbor Wire"
    assert clean.body == (
        "The senator will share her plan with the press on Friday. Subscribe rates fell.\n"
        "She will leave a reply for the ministers."
    )


def test_what_a_site_repeats_on_a_page_is_dropped() -> None:
    footer = "Harbor Wire, the voice of the coast"
    page = f"""This website uses cookies to give you the best experience.

Accept all cookies

Ministers agree on cod

{footer}

The ministers met in Bergen on Monday.

Sign up for our newsletter and never miss a story

{footer}

They will meet again in Tromsø.

{footer}

© 2024 Harbor Wire. All rights reserved.
"""
    clean = clean_body(page)
    assert clean.title == "Ministers agree on cod"
    assert clean.body == "The ministers met in Bergen on Monday.\n\nThey will meet again in Tromsø."


def test_a_sentence_said_thrice_stays() -> None:
    said = "The ministers will meet again."
    assert clean_body(f"{said}\n\n{said}\n\n{said}").body.count(said) == 3


def test_prose_is_left_alone() -> None:
    prose = "The senator will share it.\n\nPrint is dead &amp; gone.\n\nShe will leave a comment."
    assert clean_body(prose).body == prose


def test_invisible_characters_and_line_ends_are_made_plain() -> None:
    assert clean_body("\ufeffOne\u00a0two.\r\nTh\u200bree.").body == "One two.\nThree."


def test_the_page_the_project_began_from() -> None:
    folder = Path(os.environ.get("READOUT_DEV_DATA", "absent")) / "seed"
    if not folder.is_dir():
        pytest.skip("READOUT_DEV_DATA names no folder with the seed page")
    (article,) = read_articles(next(folder.glob("*.txt")), folder)
    assert isinstance(article, Article)
    assert article.title == "US, China leaders to meet on restricting illegal fentanyl supply"
    assert (article.source, article.published) == ("The Hill", None)
    assert article.body.startswith("Senior American")
    assert article.body.endswith("tense interactions.")
