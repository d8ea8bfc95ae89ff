"""The sample briefings load, and their README tells the format as the code has it."""

import re
from pathlib import Path

from index.article import Article
from index.loaders import SUFFIXES, find_files, read_articles
from index.loaders.front_matter import FIELDS

CORPUS = Path(__file__).parent.parent / "corpus"
README = (CORPUS / "README.md").read_text(encoding="utf-8")


def _names(header: str) -> list[str]:
    table = README.split(f"| {header} |", 1)[1].split("\n\n", 1)[0]
    return [name for row in table.split("\n")[2:] for name in re.findall(r"`([^`]+)`", row.split("|")[1])]


def test_every_sample_loads_under_an_id_of_its_own() -> None:
    loaded = [article for file in find_files(CORPUS) for article in read_articles(file, CORPUS)]
    articles = [article for article in loaded if isinstance(article, Article)]
    assert articles == loaded
    assert len({article.id for article in articles}) == len(articles) >= 30
    assert any(article.published is None for article in articles)
    # A sample that answers from a line or two would flatter what reads it.
    assert sum(len(article.body.split()) >= 110 for article in articles) >= 0.9 * len(articles)


def test_the_reference_lists_the_suffixes_and_fields_of_the_code() -> None:
    assert sorted(_names("suffix")) == sorted(SUFFIXES)
    assert sorted(_names("field")) == sorted(FIELDS)


def test_the_examples_in_the_reference_load(tmp_path: Path) -> None:
    for language, suffix in (("markdown", ".md"), ("json", ".jsonl")):
        example = README.split(f"```{language}\n", 1)[1].split("```", 1)[0]
        (tmp_path / f"example{suffix}").write_text(example, encoding="utf-8")
    loaded = [article for file in find_files(tmp_path) for article in read_articles(file, tmp_path)]
    assert len(loaded) == 2
    assert all(isinstance(article, Article) and article.published for article in loaded)
