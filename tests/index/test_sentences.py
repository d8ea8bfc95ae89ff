"""Sentences end where a reader ends them, and lose no character."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Sen. Ann Lee (D-CA) met Rep. J. Jones on Jan. 5.", "They talked."],
        ["The talks begin at 9 a.m. Monday in Oslo.", "The group left at 5 p.m.", "He stayed."],
        ["Officials of Acme Inc. Friday met Gov. Day.", "Bill No. 12 passed."],
        ["They live in the U.S.", "The visit ended."],
        ['"We agreed," she said.', '"It is done."', "He left."],
        ['"Will they come?" Ann Lee asked.', "Nobody knew."],
        ["He left (by train.)", "She stayed."],
    ],
)
def test_a_sentence_ends_at_its_own_stop(sentences: list[str]) -> None:
    body = " ".join(sentences)
    assert [body[span.start : span.end] for span in split_sentences(body)] == sentences


def test_lines_end_sentences_only_where_prose_does() -> None:
    body = "Agenda\n\n- cod\n- herring\n\nThe ministers of the northern countries will meet again\nin Bergen."
    found = [body[span.start : span.end] for span in split_sentences(body)]
    assert found == [
        "Agenda",
        "- cod",
        "- herring",
        "The ministers of the northern countries will meet again\nin Bergen.",
    ]


@given(st.text())
def test_every_character_but_space_is_in_exactly_one_sentence(body: str) -> None:
    spans = split_sentences(body)
    covered = "".join(body[span.start : span.end] for span in spans)
    assert "".join(covered.split()) == "".join(body.split())
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    assert all(body[span.start : span.end] == body[span.start : span.end].strip() != "" for span in spans)
