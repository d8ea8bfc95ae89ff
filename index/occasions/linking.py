"""Link the records of all articles into occasions: a pure function of the records, whatever their order."""

from collections.abc import Iterable, Sequence
from datetime import date

from index.engine import ArticleMeeting
from index.occasions.blocking import candidate_pairs
from index.occasions.copies import CopyFinder
from index.occasions.judging import Trait, excludes, likeness, trait_of
from index.occasions.occasion import Occasion
from index.occasions.statuses import KNOWLEDGE
from index.occasions.telling import tell


def link_occasions(records: Iterable[ArticleMeeting]) -> tuple[Occasion, ...]:
    """Return the occasions that the records tell of, in order of their days; each record is in exactly one.

    Pairs of records are judged where they share people at about one time, and the likest are linked first
    (agglomerative clustering), unless something in the one excludes something in the other: two records of
    one article stay two occasions. An occasion without a day stands by its oldest publication.
    """
    traits = sorted((trait_of(one) for one in records), key=_by_publication)
    copies = CopyFinder()
    occasions = [tell([trait.record for trait in group], copies) for group in _grouped(traits)]
    return tuple(sorted(occasions, key=_by_day))


def _grouped(traits: Sequence[Trait]) -> list[list[Trait]]:
    groups = {position: [position] for position in range(len(traits))}
    group_of = list(range(len(traits)))
    for first, second in _likest_first(traits):
        one, two = group_of[first], group_of[second]
        if one == two or any(excludes(traits[a], traits[b]) for a in groups[one] for b in groups[two]):
            continue
        for member in groups[two]:
            group_of[member] = one
        groups[one] += groups.pop(two)
    return [[traits[member] for member in sorted(members)] for members in groups.values()]


def _likest_first(traits: Sequence[Trait]) -> list[tuple[int, int]]:
    judged = ((likeness(traits[a], traits[b]), (a, b)) for a, b in candidate_pairs(traits))
    alike = [(found, pair) for found, pair in judged if found is not None]
    # Positions follow publication and id, so ties are broken by what the records say, not by their order.
    return [pair for _, pair in sorted(alike, key=lambda one: (tuple(-float(x) for x in one[0]), one[1]))]


def _by_publication(trait: Trait) -> tuple[date, int, str, str]:
    article, status = trait.record.article, trait.record.meeting.status
    # Of one day, the plan was told before what became of it.
    return (article.published or date.max, KNOWLEDGE[status], article.id, trait.record.id)


def _by_day(occasion: Occasion) -> tuple[date, date, str]:
    published = occasion.versions[0].article.published or date.max
    dated = occasion.when
    day = None if dated is None else dated[1].span.first
    return (day or published, published, occasion.id)
