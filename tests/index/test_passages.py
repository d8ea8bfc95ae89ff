"""Passages hold whole sentences, overlap by one, and quote the body exactly."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from index.article import Article
from index.passages import LIMIT, split_passages
from index.sentences import split_sentences


def _article(body: str) -> Article:
    return Article(id="a", path="a.txt", title="A", body=body)


@given(st.text())
def test_passages_are_verbatim_and_lose_nothing(body: str) -> None:
    passages = split_passages(_article(body))
    assert all(body[passage.start : passage.end] == passage.text for passage in passages)
    covered = {at for passage in passages for at in range(passage.start, passage.end)}
    assert all(at in covered for at, character in enumerate(body) if not character.isspace())


def test_a_passage_begins_with_the_sentence_that_ended_the_one_before() -> None:
    body = " ".join(
        f"Minister number {number} met the port officials in the old harbor." for number in range(40)
    )
    passages = split_passages(_article(body))
    starts = {span.start for span in split_sentences(body)}
    assert len(passages) > 2
    for left, right in itertools.pairwise(passages):
        assert right.start in starts
        assert left.start < right.start < left.end < right.end


def test_an_endless_sentence_is_cut_between_words() -> None:
    body = "word " * 1000
    passages = split_passages(_article(body))
    assert max(len(passage.text.split()) for passage in passages) <= LIMIT
    assert set(" ".join(passage.text for passage in passages).split()) == {"word"}


def test_an_empty_body_has_no_passages() -> None:
    assert split_passages(_article("  \n ")) == ()
