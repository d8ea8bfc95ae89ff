"""Reranking: the order of a cross encoder over what hybrid search found, and refusals in a sentence."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from index.article import Hit, Passage, Retriever
from index.engine import EVERYTHING, Filters, Mode, SearchResult
from index.passing import PassingSnapshot
from index.reranker import DEPTH, CrossEncoderReranker, RerankerUnavailable, RerankingSnapshot

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "who", "met", "in", "oslo", "wheat", "rose", "the", "ministers")


def hits(count: int) -> tuple[Hit, ...]:
    return tuple(
        Hit(
            article_id=f"a{n}",
            passage_id=n,
            passage=Passage(start=0, end=1, text=f"text {n}"),
            score=1 - n / 100,
            rank=n + 1,
            found_by=(Retriever.DENSE,),
        )
        for n in range(count)
    )


class Found(PassingSnapshot):
    """A snapshot that finds what it is given, and keeps how many were asked for."""

    def __init__(self, found: tuple[Hit, ...]) -> None:
        self._found = found
        self.asked: list[int] = []

    def search(
        self, query: str, *, k: int = 10, where: Filters = EVERYTHING, mode: Mode = Mode.HYBRID
    ) -> SearchResult:
        self.asked.append(k)
        return SearchResult(hits=self._found[:k], embed_ms=1.0, search_ms=2.0)


class LastFirst:
    """Finds a passage the better, the later it was found; two at a time are equal."""

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        assert question == "who met"
        return [n // 2 / 100 for n in range(len(texts))]


def test_the_reranker_orders_what_hybrid_search_finds() -> None:
    inner = Found(hits(30))
    found = RerankingSnapshot(inner, LastFirst()).search("who met", k=4)
    assert inner.asked == [DEPTH]
    assert [hit.passage_id for hit in found.hits] == [18, 19, 16, 17]  # ties by passage id
    assert [hit.rank for hit in found.hits] == [1, 2, 3, 4]
    assert found.hits[0].score == 0.09
    assert found.search_ms >= 2.0


def test_hits_beyond_the_depth_stay_behind_in_their_order() -> None:
    found = RerankingSnapshot(Found(hits(30)), LastFirst()).search("who met", k=25)
    assert [hit.passage_id for hit in found.hits][DEPTH:] == [20, 21, 22, 23, 24]
    scores = [hit.score for hit in found.hits]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("mode", [Mode.DENSE, Mode.LEXICAL])
def test_one_retriever_alone_is_shown_as_it_is(mode: Mode) -> None:
    found = RerankingSnapshot(Found(hits(5)), LastFirst()).search("who met", k=3, mode=mode)
    assert [hit.passage_id for hit in found.hits] == [0, 1, 2]


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a way to make a cross encoder of a few hundred weights, with any number of labels."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

    def make(labels: int) -> Path:
        folder = tmp_path_factory.mktemp("model")
        (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
        BertTokenizer(vocab_file=str(folder / "vocab.txt")).save_pretrained(folder)
        torch.manual_seed(1)
        config = BertConfig(
            vocab_size=len(WORDS),
            hidden_size=8,
            num_hidden_layers=1,
            num_attention_heads=1,
            intermediate_size=8,
            max_position_embeddings=32,
        )
        config.num_labels = labels
        BertForSequenceClassification(config).save_pretrained(folder)
        return folder

    return make


def test_a_cross_encoder_reads_question_and_text_together(tiny_model: Any) -> None:
    reranker = CrossEncoderReranker(str(tiny_model(1)), threads=1)
    scores = reranker.score("who met in oslo", ["the ministers met in oslo", "wheat rose"])
    assert len(scores) == len(set(scores)) == 2
    assert all(0 < score < 1 for score in scores)
    assert scores == reranker.score("who met in oslo", ["the ministers met in oslo", "wheat rose"])
    assert scores != reranker.score("wheat", ["the ministers met in oslo", "wheat rose"])
    assert reranker.score("who", []) == []


def test_a_model_of_several_labels_is_refused(tiny_model: Any) -> None:
    with pytest.raises(RerankerUnavailable, match="gives 3 scores where a reranker gives one"):
        CrossEncoderReranker(str(tiny_model(3))).score("who", ["text"])


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RerankerUnavailable, match="RERANKER_MODEL"):
        CrossEncoderReranker(str(tmp_path)).score("who", ["text"])
