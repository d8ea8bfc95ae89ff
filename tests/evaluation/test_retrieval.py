"""Ranking articles by each way to search."""

from types import SimpleNamespace
from typing import Any, cast

from bot.answering.answer import Slot
from evaluation.questions import Question
from evaluation.retrieval import rank_one, ranking_table, summarise
from index.article import Hit, Passage, Retriever
from index.engine import Mode, Snapshot

QUESTION = Question(id="q", text="Who?", article="right", slot=Slot.WHO, answers=("x",))


def hit(article: str, number: int, score: float) -> Hit:
    passage = Passage(start=0, end=1, text="x")
    return Hit(
        article_id=article,
        passage_id=number,
        passage=passage,
        score=score,
        rank=1,
        found_by=(Retriever.DENSE,),
    )


class ThreeLists:
    """A snapshot whose lists are given."""

    def __init__(self, **lists: list[Hit]) -> None:
        self._lists = lists

    def search(self, query: str, *, k: int, mode: Mode) -> Any:
        return SimpleNamespace(hits=self._lists[mode.value])


def test_every_mode_and_fusion_ranks_the_right_article() -> None:
    dense = [hit("other", 1, 0.9), hit("other", 2, 0.8), hit("right", 3, 0.7)]
    lexical = [hit("right", 3, 20.0), hit("other", 1, 2.0)]
    snapshot = ThreeLists(dense=dense, lexical=lexical, hybrid=lexical)
    ranks = rank_one(QUESTION, cast("Snapshot", snapshot))
    # By score passage 1 has .3 + 0 and passage 3 has 0 + .7. By rank 1/61 + 1/62 beats 1/63 + 1/61.
    assert ranks == {"dense": 2, "lexical": 1, "hybrid": 1, "fused by score": 1, "fused by rank": 2}


def test_a_row_holds_hits_and_mean_reciprocal_rank() -> None:
    row = list(ranking_table([summarise("dense", [QUESTION] * 4, [1, 2, None, 20])]))[-1]
    assert row.split()[:5] == ["dense", "0.250", "0.500", "0.500", "0.375"]
