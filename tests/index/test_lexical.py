"""The word index: its traps, each shown to be handled."""

import json
from datetime import date
from pathlib import Path

import pytest

from index.article import Article, Passage
from index.catalog import StoredPassage
from index.engine import Filters
from index.lexical import LexicalIndex, LexicalUnusable, Sentinel


def stored(number: int, text: str) -> StoredPassage:
    article = Article(
        id=f"a{number}",
        path=f"a{number}.md",
        title="",
        body=text,
        source="The Courier" if number % 2 else "The Herald",
        published=date(2020, 1, number) if number < 29 else None,
    )
    return StoredPassage(id=number, article=article, passage=Passage(start=0, end=len(text), text=text))


@pytest.fixture
def lexical(tmp_path: Path) -> LexicalIndex:
    index = LexicalIndex(tmp_path)
    index.start_anew()
    passages = [stored(n, f"Envoy number{n} met officials in Zürich") for n in range(1, 31)]
    index.publish([], passages, Sentinel(identity="s", generation=1))
    return index


def test_deleted_passages_are_gone_and_the_sentinel_is_one(lexical: LexicalIndex) -> None:
    lexical.publish([1, 2, 30], [stored(31, "A walrus")], Sentinel(identity="s", generation=2))
    view = lexical.view()
    assert view.ids().tolist() == [*range(3, 30), 31]
    assert view.sentinel() == Sentinel(identity="s", generation=2)
    assert view.search("number1", 10, Filters()) == []


def test_a_view_is_pinned(lexical: LexicalIndex) -> None:
    view = lexical.view()
    lexical.publish([5], [], Sentinel(identity="s", generation=2))
    assert [one.passage_id for one in view.search("number5", 3, Filters())] == [5]
    assert lexical.view().search("number5", 3, Filters()) == []


def test_stems_accents_and_case(lexical: LexicalIndex) -> None:
    view = lexical.view()
    for words in ("OFFICIAL", "zurich", "Zürich", "meeting officials"):
        assert len(view.search(words, 50, Filters())) == 30, words


def test_ties_are_settled_by_id_also_at_the_cut(lexical: LexicalIndex) -> None:
    # The dated ones, whose texts are of one length.
    found = lexical.view().search("officials", 7, Filters(until=date(2030, 1, 1)))
    assert [one.passage_id for one in found] == [1, 2, 3, 4, 5, 6, 7]


def test_the_undated_are_left_out_by_any_bound(lexical: LexicalIndex) -> None:
    view = lexical.view()
    late = view.search("officials", 50, Filters(since=date(2020, 1, 27)))
    assert [one.passage_id for one in late] == [27, 28]
    assert len(view.search("officials", 50, Filters(until=date(2030, 1, 1)))) == 28


def test_scores_do_not_depend_on_filters(lexical: LexicalIndex) -> None:
    view = lexical.view()
    free = {one.passage_id: one.score for one in view.search("number7 officials", 50, Filters())}
    for one in view.search("number7 officials", 50, Filters(source="the courier")):
        assert one.score == pytest.approx(free[one.passage_id])


@pytest.mark.parametrize("text", ["why:", "(", "AND", "*", "", "passage:99", '"', "generation", "the of"])
def test_query_syntax_is_only_words(lexical: LexicalIndex, text: str) -> None:
    assert lexical.view().search(text, 10, Filters()) == []


def test_left_over_files_of_a_killed_build_do_not_stop_the_next(
    lexical: LexicalIndex, tmp_path: Path
) -> None:
    # Written and entered in the list of files, as tantivy does it, but not yet part of a commit.
    folder = tmp_path / "lexical"
    listed = folder / ".managed.json"
    left = [
        segment.with_suffix(f".{stamp}.del") for segment in folder.glob("*.fast") for stamp in range(1, 80)
    ]
    for path in left:
        path.write_bytes(b"left over")
    listed.write_text(json.dumps([*json.loads(listed.read_text()), *(path.name for path in left)]))
    LexicalIndex(tmp_path).publish([4], [], Sentinel(identity="s", generation=2))
    view = lexical.view()
    assert view.sentinel() == Sentinel(identity="s", generation=2)
    assert view.ids().tolist() == [1, 2, 3, *range(5, 31)]


def test_no_folder_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(LexicalUnusable):
        LexicalIndex(tmp_path / "none").view()
