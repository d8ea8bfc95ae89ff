"""Escaping and shortening for Discord."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.markup import escape, fit, link, shortened, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, Sen. O'Neil (D) - 50%", "plain words, Sen. O'Neil (D) - 50%"),
        ("*bold* _it_ ~x~ |y| `z`", r"\*bold\* \_it\_ \~x\~ \|y\| \`z\`"),
        ("<@1> <t:5:D> <:e:2>", r"\<@1\> \<t:5:D\> \<:e:2\>"),
        ("# head\n- item\n2. two", "\\# head\n\\- item\n2\\. two"),
        ("see https://x.org/a_b", r"see https\://x.org/a\_b"),
        ("@everyone and @here", "@\u200beveryone and @\u200bhere"),
    ],
)
def test_text_is_shown_letter_for_letter(text: str, shown: str) -> None:
    assert escape(text) == shown


@given(st.text(), st.integers(8, 200))
def test_what_fits_is_whole_and_what_does_not_is_marked(text: str, limit: int) -> None:
    shown, cut = fit(text, limit)
    assert width(shown) <= limit
    assert cut == (width(escape(text)) > limit)
    assert shown == escape(text) or shown.endswith(r" \[…\]")


def test_a_cut_falls_at_the_end_of_a_sentence() -> None:
    shown, cut = fit("They met. They spoke at length. They left by train.", 42)
    assert cut
    assert shown == r"They met. They spoke at length. \[…\]"


def test_one_long_sentence_is_cut_between_words() -> None:
    shown, _ = fit("they went on and on " * 20, 50)
    assert re.fullmatch(r"(?:they|went|on|and| )+ \\\[…\\\]", shown)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://x.org/a(b) c", "[A (b)](https://x.org/a%28b%29%20c)"),
        (None, "A (b)"),
        ("javascript:alert(1)", "A (b)"),
        ("https://[broken", "A (b)"),
    ],
)
def test_only_web_addresses_become_links_and_they_stay_whole(url: str | None, shown: str) -> None:
    assert link("A [b]", url) == shown


@pytest.mark.parametrize(
    ("text", "limit", "wanted"),
    [
        ("two words", 9, "two words"),
        ("two words more", 10, "two words…"),
        ("two words more", 9, "two…"),
        ("endlessly", 5, "endl…"),
        ("🙂🙂🙂🙂", 6, "🙂🙂…"),
        ("", 5, ""),
    ],
)
def test_plain_text_is_shortened_to_whole_words(text: str, limit: int, wanted: str) -> None:
    assert shortened(text, limit) == wanted
    assert width(wanted) <= limit
