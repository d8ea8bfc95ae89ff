"""Summaries judged blind: the sheet does not tell which side is which, and the key counts what was judged."""

import argparse
import json
from datetime import date
from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.questions import QuestionsUnusable
from evaluation.summaries import (
    LEAD,
    Pair,
    Side,
    draw_pairs,
    read_key,
    read_verdicts,
    run,
    sign_test,
    tally,
    write_key,
    write_sheet,
)
from index.article import Article
from tests.bot.fakes import ArticlesEngine

TOWNS = ("Ostrava", "Brno", "Opava", "Zlín", "Tábor", "Cheb", "Kolín", "Písek", "Most")


def _article(key: str, sentences: int) -> Article:
    body = "Contact:\n" + " ".join(
        f"Minister Ilse Brandt opened the new ferry\nharbour of {town} in the name of the government."
        for town in TOWNS[:sentences]
    )
    return Article(id=key, path=f"{key}.md", title=f"Title of {key}", body=body, published=date(2024, 1, 9))


@pytest.fixture
def engine() -> ArticlesEngine:
    return ArticlesEngine([*(_article(f"long{n}", 9) for n in range(12)), _article("short", 3)], [])


def _draw(engine: ArticlesEngine, count: int = 6, seed: int = 1) -> list[Pair]:
    with engine.snapshot() as snapshot:
        return draw_pairs(snapshot, count, seed)


def test_articles_of_some_length_are_drawn_and_shuffled_by_the_seed(engine: ArticlesEngine) -> None:
    pairs = _draw(engine, count=50)
    assert [one.number for one in pairs] == list(range(1, 13))
    assert "short" not in {one.article.id for one in pairs}
    assert {one.left for one in pairs} == set(Side)
    assert pairs == _draw(engine, count=50)
    assert [one.article.id for one in pairs] != [one.article.id for one in _draw(engine, 50, seed=2)]


def test_both_texts_are_sentences_of_the_article_on_one_line(engine: ArticlesEngine) -> None:
    for pair in _draw(engine):
        flat = " ".join(pair.article.body.split())
        for sentences in pair.sides:
            assert 1 <= len(sentences) <= LEAD
            assert all(one in flat for one in sentences)
        assert flat.startswith(" ".join(pair.lead))


def test_the_sheet_tells_nothing_of_the_sides(engine: ArticlesEngine) -> None:
    pairs = _draw(engine)
    turned = [
        Pair(
            number=one.number,
            article=one.article,
            summary=one.lead,
            lead=one.summary,
            left=Side.LEAD if one.left is Side.SUMMARY else Side.SUMMARY,
        )
        for one in pairs
    ]
    sheet = "\n".join(write_sheet(pairs))
    assert sheet == "\n".join(write_sheet(turned))
    for one in pairs:
        left, right = (" ".join(side) for side in one.sides)
        part = sheet[sheet.index(f"## {one.number}. ") :]
        assert part.index(f": {left}") < part.index(f": {right}") < part.index("# The articles")
        assert one.article.body in sheet


def _verdicts(folder: Path, pairs: list[Pair], better: list[str]) -> tuple[Path, Path]:
    key, verdicts = folder / "key.jsonl", folder / "verdicts.jsonl"
    key.write_text("\n".join(write_key(pairs)))
    lines = [
        {"number": pair.number, "better": one, "why": f"why {pair.number}"}
        for pair, one in zip(pairs, better, strict=True)
    ]
    verdicts.write_text("\n".join(json.dumps(one) for one in lines))
    return key, verdicts


def _side(pair: Pair, wanted: Side) -> str:
    return "left" if pair.left is wanted else "right"


def test_the_tally_counts_by_what_the_sides_were(engine: ArticlesEngine, tmp_path: Path) -> None:
    pairs = _draw(engine)
    better = [_side(one, Side.SUMMARY) for one in pairs[:4]] + [_side(pairs[4], Side.LEAD), "equal"]
    key, verdicts = _verdicts(tmp_path, pairs, better)
    lines = tally(read_verdicts(verdicts, read_key(key)))
    assert "  5  lead     why 5" in lines
    assert "  6  equal    why 6" in lines
    assert "summary better 4, first sentences better 1, equal 1" in lines
    assert any("75.0%" in line for line in lines)
    assert any(line.endswith("p = 0.375") for line in lines)


def test_the_sign_test_is_exact() -> None:
    assert sign_test(0, 0) == 1.0
    assert sign_test(3, 3) == 1.0
    assert sign_test(5, 0) == sign_test(0, 5) == 2 / 32


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"number": 9, "better": "left"}', "no verdict on a pair"),
        ('{"number": [1], "better": "left"}', "no verdict on a pair"),
        ('{"number": 1, "better": "both"}', "no verdict on a pair"),
        ('{"number": 1, "better": "left"}\n{"number": 1, "better": "left"}', "again"),
        ('{"number": 1, "better": "left"}', "no verdict on 2"),
        ("[]", "not a JSON object"),
    ],
)
def test_verdicts_that_do_not_fit_the_sheet_are_told(
    engine: ArticlesEngine, tmp_path: Path, line: str, told: str
) -> None:
    pairs = _draw(engine, count=2)
    key, verdicts = _verdicts(tmp_path, pairs, ["equal", "equal"])
    verdicts.write_text(line)
    with pytest.raises(QuestionsUnusable, match=told):
        read_verdicts(verdicts, read_key(key))


def test_a_key_that_is_none_is_told(tmp_path: Path) -> None:
    key = tmp_path / "key.jsonl"
    key.write_text('{"number": 1, "article": "a", "left": "middle", "words": {"summary": 1, "lead": 2}}')
    with pytest.raises(QuestionsUnusable, match="write the sheet anew"):
        read_key(key)


def test_the_command_writes_a_sheet_and_counts_the_verdicts(
    engine: ArticlesEngine,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("evaluation.summaries.open_engine", lambda settings, index: engine)
    arguments = argparse.Namespace(index=tmp_path, sheet=tmp_path / "new" / "sheet", count=3, seed=1)
    arguments.verdicts = None
    assert run(arguments) == 0
    assert "3 pairs" in capsys.readouterr().out
    keys = read_key(arguments.sheet / "key.jsonl")
    verdicts = tmp_path / "verdicts.jsonl"
    verdicts.write_text("".join(f'{{"number": {one}, "better": "equal"}}\n' for one in keys))
    assert main(["summaries", "--sheet", str(arguments.sheet), "--verdicts", str(verdicts)]) == 0
    assert "equal 3" in capsys.readouterr().out


def test_what_is_missing_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summaries", "--sheet", str(tmp_path)]) == 1
    assert "--index" in capsys.readouterr().err
    assert main(["summaries", "--sheet", str(tmp_path), "--verdicts", str(tmp_path / "none.jsonl")]) == 1
    assert "key.jsonl cannot be read" in capsys.readouterr().err
    assert main(["summaries", "--sheet", str(tmp_path), "--index", str(tmp_path / "none")]) == 1
    assert capsys.readouterr().err
