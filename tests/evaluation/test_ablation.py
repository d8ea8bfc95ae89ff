"""The variants: each changes one thing of a search, and the trial of one scores it."""

from collections.abc import Sequence
from datetime import date

from evaluation.ablation import try_variant
from evaluation.variants import variants
from index.article import Article, Hit, NameType, Passage, Retriever
from index.engine import EVERYTHING, ArticleMeeting, Filters, KnownName, Mode, SearchResult, Snapshot
from index.names import NameMatcher
from index.passing import PassingSnapshot
from tests.evaluation.conftest import AS_OF, SampleRun

PUBLISHED = {"old": date(1990, 1, 1), "new": date(2020, 5, 20), "undated": None}
RUIZ = KnownName(name="Ana Ruiz", type=NameType.PERSON, forms=("Ana Ruiz", "Anita Ruiz"), articles=2)


def hit(article: str, number: int, score: float) -> Hit:
    passage = Passage(start=0, end=1, text="x")
    return Hit(
        article_id=article,
        passage_id=number,
        passage=passage,
        score=score,
        rank=number,
        found_by=(Retriever.DENSE,),
    )


class Found(PassingSnapshot):
    """A snapshot that finds the same hits whatever is asked, and keeps what was asked."""

    def __init__(self, *hits: Hit) -> None:
        self._hits = hits
        self.asked: list[tuple[str, Mode, Filters]] = []

    def search(
        self, query: str, *, k: int = 10, where: Filters = EVERYTHING, mode: Mode = Mode.HYBRID
    ) -> SearchResult:
        self.asked.append((query, mode, where))
        return SearchResult(hits=self._hits[:k], embed_ms=0.0, search_ms=0.0)

    def article(self, article_id: str) -> Article | None:
        return Article(id=article_id, path="a.md", title="T", published=PUBLISHED[article_id], body="x")

    def meetings_of(self, article_ids: Sequence[str]) -> tuple[ArticleMeeting, ...]:
        raise AssertionError("records are not to be read")


def changed(name: str, snapshot: Snapshot) -> Snapshot:
    known = {one.name: one for one in variants(NameMatcher([RUIZ]), AS_OF)}
    return known[name].wrap(snapshot)


def test_one_mode_alone_is_asked() -> None:
    found = Found(hit("old", 1, 1.0))
    changed("words alone", found).search("Who?")
    changed("meaning alone", found).search("Who?")
    assert [mode for _, mode, _ in found.asked] == [Mode.LEXICAL, Mode.DENSE]


def test_word_search_alone_gets_the_other_forms_of_names() -> None:
    found = Found(hit("old", 1, 1.0), hit("new", 2, 0.5))
    result = changed("with other forms of names", found).search("Whom did Ana Ruiz meet?", k=1)
    (dense, mode, _), (lexical, _, _) = found.asked
    assert (dense, mode) == ("Whom did Ana Ruiz meet?", Mode.DENSE)
    assert lexical == "Whom did Ana Ruiz meet? Anita Ruiz"
    assert [one.passage_id for one in result.hits] == [1]


def test_only_articles_near_the_date_are_searched_where_there_is_one() -> None:
    found = Found(hit("new", 1, 1.0))
    snapshot = changed("published near the date", found)
    snapshot.search("Who met Ruiz in May 2020?")
    snapshot.search("Who met Ruiz?")
    near, everywhere = (where for _, _, where in found.asked)
    assert (near.since, near.until) == (date(2020, 3, 31), date(2020, 9, 28))
    assert everywhere == EVERYTHING


def test_nearness_in_time_moves_an_article_forward() -> None:
    found = Found(hit("old", 1, 1.0), hit("undated", 2, 0.95), hit("new", 3, 0.9))
    snapshot = changed("nearer in time first", found)
    assert [one.passage_id for one in snapshot.search("Who met Ruiz in May 2020?").hits] == [3, 1, 2]
    assert [one.passage_id for one in snapshot.search("Who met Ruiz?").hits] == [1, 2, 3]


def test_every_article_is_shown_once_first() -> None:
    found = Found(hit("old", 1, 1.0), hit("old", 2, 0.9), hit("new", 3, 0.8))
    hits = changed("every article once first", found).search("Who?", k=3).hits
    assert [(one.passage_id, one.rank) for one in hits] == [(1, 1), (3, 2), (2, 3)]


def test_records_can_be_left_out() -> None:
    assert changed("without meeting records", Found()).meetings_of(["old"]) == ()


def test_a_trial_scores_search_and_answers(sample_run: SampleRun) -> None:
    questions = [one for one in sample_run.questions if one.id in {"when-02", "who-01", "false-01"}]
    as_it_is = variants(NameMatcher([]), AS_OF)[0]
    trial = try_variant(as_it_is, questions, sample_run.engine, AS_OF)
    assert trial.ranking.mrr.count == 2
    assert trial.ranking.hits[4] == 1.0
    assert trial.scores.figures["slot accuracy"].value == 1.0
    assert trial.scores.figures["false-answer rate"].value == 0.0
