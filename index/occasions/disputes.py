"""What versions of one occasion disagree about. Saying less is no disagreement, nor is knowing later."""

from collections.abc import Callable, Sequence

from index.article import DateSpan
from index.dates import format_span
from index.engine import ArticleMeeting
from index.occasions.occasion import Aspect, Disagreement, Reading, Source
from index.occasions.people import attendance, compare, is_same_participant
from index.occasions.places import contradict, place_of
from index.occasions.statuses import AHEAD, OFF, TOOK_PLACE

Differ = Callable[[ArticleMeeting, ArticleMeeting], bool]
Text = Callable[[ArticleMeeting, Sequence[ArticleMeeting]], str]


def disagreements(versions: Sequence[ArticleMeeting], sources: Sequence[Source]) -> tuple[Disagreement, ...]:
    """Return what is disputed: date, place, people, status, in this order."""
    if len(versions) < 2:
        return ()
    found = (
        _disputed(Aspect.WHEN, _dated(versions), sources, _differ_in_days, _day_text),
        _disputed(Aspect.WHERE, _placed(versions), sources, _differ_in_place, _place_text),
        _disputed(Aspect.WHO, versions, sources, _differ_in_people, _people_text),
        _disputed(Aspect.STATUS, versions, sources, _differ_in_status, _status_text),
    )
    return tuple(one for one in found if one is not None)


def _disputed(
    aspect: Aspect,
    versions: Sequence[ArticleMeeting],
    sources: Sequence[Source],
    differ: Differ,
    text: Text,
) -> Disagreement | None:
    """Group versions by what they say; the reading of most sources comes first, ties by publication."""
    groups: list[list[ArticleMeeting]] = []
    for version in versions:
        fitting = [group for group in groups if not any(differ(version, other) for other in group)]
        if fitting:
            fitting[0].append(version)
        else:
            groups.append([version])
    if len(groups) < 2:
        return None
    groups.sort(key=lambda group: -_backers(group, sources))
    tellers = [group[0] for group in groups]
    return Disagreement(
        aspect=aspect,
        readings=tuple(Reading(text=text(group[0], tellers), versions=tuple(group)) for group in groups),
    )


def _backers(group: Sequence[ArticleMeeting], sources: Sequence[Source]) -> int:
    ids = {one.id for one in group}
    return sum(any(version.id in ids for version in source.versions) for source in sources)


def _dated(versions: Sequence[ArticleMeeting]) -> list[ArticleMeeting]:
    return [one for one in versions if _span(one) is not None]


def _placed(versions: Sequence[ArticleMeeting]) -> list[ArticleMeeting]:
    return [one for one in versions if place_of(one.meeting.where) is not None]


def _differ_in_days(one: ArticleMeeting, two: ArticleMeeting) -> bool:
    # A plan that was kept on another day was moved: the reports do not contradict each other.
    if (one.meeting.status in AHEAD) != (two.meeting.status in AHEAD):
        return False
    first, second = _span(one), _span(two)
    return first is not None and second is not None and not first.overlaps(second.first, second.last)


def _differ_in_place(one: ArticleMeeting, two: ArticleMeeting) -> bool:
    first, second = place_of(one.meeting.where), place_of(two.meeting.where)
    if first is None or second is None:
        return False
    return contradict(first, one.article, second, two.article)


def _differ_in_people(one: ArticleMeeting, two: ArticleMeeting) -> bool:
    company = compare(attendance(one.meeting.participants), attendance(two.meeting.participants))
    return min(company.named_apart) > 0


def _differ_in_status(one: ArticleMeeting, two: ArticleMeeting) -> bool:
    """Tell whether it took place by one and was off by the other, though the other is not the older."""
    for held, off in ((one, two), (two, one)):
        if held.meeting.status in TOOK_PLACE and off.meeting.status in OFF:
            first, then = off.article.published, held.article.published
            return first is None or then is None or first >= then
    return False


def _span(version: ArticleMeeting) -> DateSpan | None:
    when = version.meeting.when
    return None if when is None or when.span.first is None else when.span


def _day_text(version: ArticleMeeting, _: Sequence[ArticleMeeting]) -> str:
    when = version.meeting.when
    return "" if when is None else format_span(when.span, when.modifier)


def _place_text(version: ArticleMeeting, _: Sequence[ArticleMeeting]) -> str:
    where = version.meeting.where
    return "" if where is None else " ".join(where.text.split())


def _people_text(version: ArticleMeeting, tellers: Sequence[ArticleMeeting]) -> str:
    """Name those whom not every reading names."""
    others = [[one.name for one in teller.meeting.participants] for teller in tellers]
    apart = [
        one.name
        for one in version.meeting.participants
        if not all(any(is_same_participant(one.name, name) for name in names) for names in others)
    ]
    return ", ".join(apart)


def _status_text(version: ArticleMeeting, _: Sequence[ArticleMeeting]) -> str:
    return version.meeting.status.value
