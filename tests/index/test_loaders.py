"""Each format gives its articles; what cannot be read says why, and stops nothing else."""

import gzip
import os
from datetime import date
from pathlib import Path

import pytest

from index.article import Article
from index.loaders import LoadFailure, find_files, read_articles


def _load(root: Path, name: str, content: str | bytes) -> list[Article | LoadFailure]:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_articles(file, root))


def test_markdown_loses_its_markup(tmp_path: Path) -> None:
    text = "# Talks\n\n*Ann Lee* met [Bo Day](http://x.test).\n\n- one\n- two\n"
    (article,) = _load(tmp_path, "north/talks.md", text)
    assert isinstance(article, Article)
    assert (article.id, article.title, article.collection) == ("north/talks", "Talks", "north")
    assert article.body == "Ann Lee met Bo Day.\n\none\n\ntwo"


def test_front_matter_names_the_fields(tmp_path: Path) -> None:
    text = "---\nid: x\npublished: 2024-01-28T23:30:00-05:00\ncollection: c\n"
    text += "tags: [a, b]\nmood: [1]\n---\nWords."
    (article,) = _load(tmp_path, "a.txt", text)
    assert isinstance(article, Article)
    assert (article.id, article.published, article.collection) == ("x", date(2024, 1, 28), "c")
    assert (article.tags, article.body) == (("a", "b"), "Words.")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("---\npublished: 2024-02-30\n---\nWords.", "`published`"),
        ("---\npublished: 2024-02-03T10:00\n---\nWords.", "`published`"),
        ("---\ntitle: [a\n---\nWords.", "not YAML"),
        ("---\ntitle: [a]\n---\nWords.", "`title`"),
        ("---\ntitle: a\nWords.", "never closes"),
        ("", "no text"),
        (b"\x89PNG\x00\x01", "not UTF-8"),
        (b"ab\x00c", "binary"),
    ],
)
def test_a_bad_file_says_what_to_write(tmp_path: Path, content: str | bytes, words: str) -> None:
    (failure,) = _load(tmp_path, "a.md", content)
    assert isinstance(failure, LoadFailure)
    assert failure.path == "a.md"
    assert words in failure.reason


def test_utf_16_is_read_by_its_mark(tmp_path: Path) -> None:
    text = "---\ntitle: Gespräche\n---\nAnn Lee met Bo Day in Zürich."
    for encoded in (b"\xff\xfe" + text.encode("utf-16-le"), b"\xfe\xff" + text.encode("utf-16-be")):
        (article,) = _load(tmp_path, "a.md", encoded)
        assert isinstance(article, Article)
        assert (article.title, article.body) == ("Gespräche", "Ann Lee met Bo Day in Zürich.")
    (cut,) = _load(tmp_path, "a.md", b"\xff\xfe" + text.encode("utf-16-le")[:-1])
    assert isinstance(cut, LoadFailure)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("Words.")
    file.chmod(0)
    (failure,) = read_articles(file, tmp_path)
    assert isinstance(failure, LoadFailure)
    assert "permission" in failure.reason


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no file here that exists and fails to read")
@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.jsonl", "a.jsonl.gz"])
def test_a_file_whose_disk_fails_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to("/proc/self/mem")
    (failure,) = read_articles(tmp_path / name, tmp_path)
    assert isinstance(failure, LoadFailure)
    assert failure.reason.startswith("cannot be read (")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"id": "a", "text": ["One."]}', "`text`"),
        ('{"id": "a", "title": 7, "text": "One."}', "`title`"),
        ('{"id": true, "text": "One."}', "`id`"),
        ('{"id": "a", "published": 20240128, "text": "One."}', "`published`"),
        ('{"id": "a", "tags": "trade", "text": "One."}', "`tags`"),
        ('{"id": "a", "tags": [1], "text": "One."}', "`tags`"),
        ('["a", "One."]', "not a JSON object"),
        ('{"id": "a", "text": " "}', "no text"),
    ],
)
def test_a_field_of_the_wrong_type_is_named(tmp_path: Path, line: str, words: str) -> None:
    failure, article = _load(tmp_path, "a.jsonl", f'{line}\n{{"id": "b", "text": "Two."}}\n')
    assert isinstance(failure, LoadFailure)
    assert failure.path == "a.jsonl#line 1"
    assert words in failure.reason
    assert isinstance(article, Article)


def test_a_bad_line_fails_alone(tmp_path: Path) -> None:
    lines = '{"url": "http://x.test/1", "text": "One."}\n{broken\n{"id": 7, "text": "Two."}\n'
    first, bad, second = _load(tmp_path, "a.jsonl.gz", gzip.compress(lines.encode()))
    assert isinstance(first, Article)
    assert first.id.startswith("a#")
    assert bad == LoadFailure(path="a.jsonl.gz#line 2", reason="is not JSON; write one whole object a line")
    assert isinstance(second, Article)
    assert second.id == "7"


def test_a_broken_or_boundless_gzip_file_is_a_failure(tmp_path: Path) -> None:
    (broken,) = _load(tmp_path, "a.jsonl.gz", b"no gzip")
    assert isinstance(broken, LoadFailure)
    (bomb,) = _load(tmp_path, "b.jsonl.gz", gzip.compress(b" " * 40_000_000))
    assert isinstance(bomb, LoadFailure)


def test_a_large_article_loads(tmp_path: Path) -> None:
    (article,) = _load(tmp_path, "a.txt", "The ministers met. " * 270_000)
    assert isinstance(article, Article)


def test_files_are_found_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "README.md", ".hidden.md", "sub/README.md", "x.png", ".git/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words.")
    names = [file.relative_to(tmp_path).as_posix() for file in find_files(tmp_path)]
    assert names == ["a.txt", "b.md", "sub/README.md"]
    assert find_files(tmp_path / "b.md") == [tmp_path / "b.md"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "---\ntitle: Ann Lee met Bo Day\n---\n"),
        ("a.md", "# Ann Lee met Bo Day\n"),
        ("a.txt", "---\ntitle: Ann Lee met Bo Day\n---\n"),
        ("a.txt", "Ann Lee met Bo Day\n"),
        ("a.jsonl", '{"title": "Ann Lee met Bo Day"}'),
    ],
)
def test_an_article_that_is_a_title_alone_is_read_as_its_text(tmp_path: Path, name: str, text: str) -> None:
    (article,) = _load(tmp_path, name, text)
    assert isinstance(article, Article)
    assert article.body == "Ann Lee met Bo Day"


def test_a_line_with_its_article_in_the_title_is_read_from_there(tmp_path: Path) -> None:
    words = "The ministers met in Bergen  on Thursday. " * 20
    (article,) = _load(tmp_path, "a.jsonl", f'{{"title": "{words}", "text": ""}}')
    assert isinstance(article, Article)
    assert article.body == words.strip()
    assert len(article.title) <= 120
