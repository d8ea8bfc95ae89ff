"""What the index knows people and places by: it tells a name in a question from any other word."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.lexicon.words import fold, folded_list
from index.article import NameType
from index.engine import KnownName
from index.names import NameMatcher

# A list of names calls many a body a person: "Potato Board", "Project Award".
_NO_SURNAMES = frozenset(
    fold(word)
    for word in """
    school center centre committee commission department council award senate house call press cut chief force
    student visit office board bureau agency act bill university college hospital church company corporation
    association organization union party army navy guard corps court county city state island river lake north
    south east west street road avenue base airport station park valley forest project program plan fund bank
    group team service system institute foundation society museum library hall summit conference report
    republican democrat congress government administration ministry parliament capitol heart medal day
    security health energy water trade defense defence intelligence education veteran families soldier
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Finds the known names of a question; `surnames` and `places` are folded words."""

    matcher: NameMatcher
    surnames: frozenset[str]
    places: frozenset[str]


def vocabulary_of(names: Sequence[KnownName]) -> Vocabulary:
    """Read the name table of a snapshot: once a generation, since it takes longer than an answer.

    What is more often a place than a surname is a place.
    """
    people: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for one in names:
        words = folded_list(one.name)
        if one.type is NameType.PERSON and len(words) > 1:
            people[words[-1]] += one.articles
        elif one.type is NameType.PLACE:
            places.update(dict.fromkeys(words, one.articles))
    surnames = frozenset(word for word, count in people.items() if count >= places[word]) - _NO_SURNAMES
    return Vocabulary(matcher=NameMatcher(names), surnames=surnames, places=frozenset(places) - surnames)
