"""The operator's aliases: read from a file, refused with its line, and at work with the next build."""

from datetime import date
from pathlib import Path

import pytest

from index.article import Meeting
from index.builder import BuildRefused, BuildRequest, build
from index.engine import Snapshot
from index.local import LocalEngine
from index.names.alias_file import AliasFileUnusable, decode_aliases, encode_aliases, read_alias_file
from index.progress import Unwatched
from tests.index.briefings import write_lines
from tests.index.extracting import PatternExtractor
from tests.index.hashing import HashingEmbedder

EXAMPLE = """
[[merge]]
name = "Minister Number 1"
also = ["Minister Number 2", "the envoy Quill"]

[[split]]
name = "Minister Number 3"
into = "Minister Number 3 (north)"
until = 2100-01-01

[[hide]]
article = "line-4"
quote = "agreed  to MEET again"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "aliases.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read_and_kept_as_it_is(tmp_path: Path) -> None:
    aliases = read_alias_file(write(tmp_path, EXAMPLE))
    assert aliases.merges[0].also == ("Minister Number 2", "the envoy Quill")
    assert aliases.splits[0].until == date(2100, 1, 1)
    assert decode_aliases(encode_aliases(aliases)) == aliases


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[merge]\n", r"no TOML: .*line 1"),
        ("\n\n[[merge]]\nname = 'Ann'\n", r"line 3: this \[\[merge\]\] needs `also = \.\.\.`"),
        ("[[merge]]\nname = 'Ann'\nalso = 'Bo'\n", r"line 1: 'also' must be a list of texts"),
        ("[[merge]]\nname = 'Ann'\nalso = [1]\n", r"line 1: 'also' must be a list of texts"),
        ("[[merge]]\nname = ' '\nalso = ['Bo']\n", r"line 1: 'name' must be a text"),
        ("[[hide]]\narticle = 'a'\n[[hide]]\nid = 'b'\n", r"line 3: this \[\[hide\]\] needs `article"),
        (
            "[[hide]]\narticle = 'a'\nwords = 'b'\n",
            r"line 1: a \[\[hide\]\] has no 'words', only article",
        ),
        ("[[split]]\nname = 'a'\ninto = 'b'\n", r"line 1: say in which articles"),
        ("[[split]]\nname = 'a'\ninto = 'b'\nsince = '2006'\n", r"line 1: 'since' must be a day"),
        ("x = 1\n[[joins]]\na = 1\n", r"line 1: there is no 'x'"),
        ("[merge]\nname = 'a'\n", r"write \[\[merge\]\] with two brackets"),
        (
            "[[merge]]\nname='a'\nalso=['c']\n[[merge]]\nname='b'\nalso=['C']\n",
            r"line 4: 'C' is also said to be 'a'",
        ),
    ],
)
def test_a_bad_file_is_one_sentence_with_the_line(tmp_path: Path, text: str, complaint: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(AliasFileUnusable, match=complaint) as told:
        read_alias_file(path)
    assert "\n" not in str(told.value)
    assert str(path) in str(told.value)


class Site:
    """A corpus of ten briefings, its store, and what the builds read."""

    def __init__(self, folder: Path) -> None:
        self.corpus, self.store = folder / "corpus", folder / "store"
        self.corpus.mkdir()
        self.extractor = PatternExtractor()
        write_lines(self.corpus / "all.jsonl", 10)

    def build(self) -> tuple[int, int]:
        """Return the generation, and how many passages were encoded."""
        request = BuildRequest(corpus=self.corpus, store=self.store)
        report = build(request, HashingEmbedder(), self.extractor, Unwatched())
        return report.generation, report.encoded

    def look(self) -> tuple[dict[str, tuple[int, tuple[str, ...]]], list[Meeting]]:
        engine = LocalEngine.open(self.store, HashingEmbedder())
        with engine.snapshot() as snapshot:
            names = {one.name: (one.articles, one.forms) for one in snapshot.names()}
            meetings = meetings_in(snapshot)
        engine.close()
        return names, meetings


def meetings_in(snapshot: Snapshot) -> list[Meeting]:
    return [one.meeting for one in snapshot.meetings()]


def test_a_changed_file_takes_effect_and_reads_nothing_again(tmp_path: Path) -> None:
    site = Site(tmp_path)
    assert site.build()[0] == 1
    names, before = site.look()
    assert {"Minister Number 1", "Minister Number 2", "Minister Number 3"} <= names.keys()
    read = len(site.extractor.read)
    write(site.corpus, EXAMPLE.replace("line-4", told_article(site)))

    assert site.build() == (2, 0)
    assert len(site.extractor.read) == read
    names, after = site.look()
    assert names["Minister Number 1"][0] == 2
    assert "the envoy Quill" in names["Minister Number 1"][1]
    assert "Minister Number 2" not in names
    assert "Minister Number 3 (north)" in names
    assert len(after) == len(before) - 1
    people = {participant.name for meeting in after for participant in meeting.participants}
    assert "Minister Number 3 (north)" in people
    assert "Minister Number 2" not in people

    assert site.build() == (2, 0)
    (site.corpus / "aliases.toml").unlink()
    assert site.build() == (3, 0)
    assert site.look()[1] == before


def told_article(site: Site) -> str:
    engine = LocalEngine.open(site.store, HashingEmbedder())
    with engine.snapshot() as snapshot:
        found = next(one for one in snapshot.meetings() if "meet again" in one.meeting.evidence.text)
    engine.close()
    return found.article.id


def test_a_bad_file_stops_the_build_and_the_index_stays(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.build()
    before = site.look()
    write(site.corpus, "[[merge]]\nname = 'Ann'\n")
    with pytest.raises(BuildRefused, match="line 1"):
        site.build()
    assert site.look() == before


def test_a_file_named_but_absent_is_told(tmp_path: Path) -> None:
    site = Site(tmp_path)
    request = BuildRequest(corpus=site.corpus, store=site.store, aliases=tmp_path / "none.toml")
    with pytest.raises(BuildRefused, match=r"cannot be read .* check ALIASES_FILE"):
        build(request, HashingEmbedder(), site.extractor, Unwatched())
