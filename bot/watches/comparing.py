"""What is news of a meeting to a watch that knows reports of it: all of it, or what is told otherwise."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.summaries.digest import changes_status
from bot.watches.reports import mark_of, without_body
from index.article import DateSpan, MeetingDate, Quote
from index.engine import ArticleMeeting
from index.occasions import Aspect, Occasion
from index.occasions.copies import CopyFinder
from index.occasions.people import attendance, compare
from index.occasions.places import contradict, place_of
from index.occasions.statuses import AHEAD, OFF
from index.occasions.telling import tell

_OPEN = AHEAD | OFF
_MOVED = re.compile(
    r"\b(?:mov(?:e[ds]?|ing)|relocat\w+|transfer\w+|shift\w+|switch\w+|instead of|rather than|no longer)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingNews:
    """A meeting that is news: as it stands now, by the report that makes it so, and as it was known before.

    `changed` says of what it is told otherwise, nothing where it is new. `collections` are those of all
    reports that any of this was read in. No article has a body.
    """

    now: ArticleMeeting
    before: ArticleMeeting | None
    changed: tuple[Aspect, ...]
    collections: frozenset[str]


def news_of(
    occasion: Occasion,
    fresh: frozenset[str],
    remembered: Sequence[ArticleMeeting],
    is_about: Callable[[Occasion], bool],
) -> MeetingNews | None:
    """Compare what the articles in `fresh` tell of a meeting with what was known, and return what is news.

    `remembered` are the reports that the watch knows of articles which have changed since, or moved. What is
    told again is no news, nor what an older article tells: by then more was known.
    """
    marks = {mark_of(one) for one in remembered}
    new = [one for one in occasion.versions if one.article.id in fresh and mark_of(one) not in marks]
    if not new:
        return None
    old = [one for one in occasion.versions if all(one is not other for other in new)]
    known = [*old, *_replaced(new, remembered)]
    before = tell(sorted(known, key=_published), CopyFinder()) if known else None
    if before is None or not is_about(before):
        return _news(occasion, _best(occasion, new), None, ())
    since = max(map(_published, known))
    later = [one for one in new if one.article.published is None or _published(one) >= since]
    return _change(occasion, before, later)


def _replaced(new: Sequence[ArticleMeeting], remembered: Sequence[ArticleMeeting]) -> list[ArticleMeeting]:
    """Return, for each new report, the one that its article gave of this meeting before it was changed."""
    found: dict[str, ArticleMeeting] = {}
    for report in new:
        people = attendance(report.meeting.participants)
        candidates = [
            (company.shared, one)
            for one in remembered
            if one.article.id == report.article.id
            for company in [compare(people, attendance(one.meeting.participants))]
            if company.shared
        ]
        if candidates:
            _, best = max(candidates, key=lambda one: (one[0], one[1].id))
            found[mark_of(best)] = best
    return list(found.values())


def _change(occasion: Occasion, before: Occasion, later: Sequence[ArticleMeeting]) -> MeetingNews | None:
    told = [one for one in later if one.meeting.status is occasion.status]
    tellers: dict[Aspect, ArticleMeeting] = {}
    if told and changes_status(before.status, occasion.status):
        tellers[Aspect.STATUS] = told[-1]
    dated = next((one for one in reversed(later) if _days(one.meeting.when) is not None), None)
    if dated is not None and _is_other_date(before, dated):
        tellers[Aspect.WHEN] = dated
    placed = next((one for one in reversed(later) if one.meeting.where is not None), None)
    if placed is not None and _is_other_place(before, placed):
        tellers[Aspect.WHERE] = placed
    if not tellers:
        return None
    teller = next(iter(tellers.values()))
    now = replace(
        teller.meeting,
        when=tellers[Aspect.WHEN].meeting.when if Aspect.WHEN in tellers else None,
        where=tellers[Aspect.WHERE].meeting.where if Aspect.WHERE in tellers else None,
    )
    return _news(occasion, replace(teller, meeting=now), before, tuple(tellers))


def _is_other_date(before: Occasion, report: ArticleMeeting) -> bool:
    days, dated = _days(report.meeting.when), _dated(before)
    if days is None:
        return False
    if not dated:  # the date of a plan becomes known; that of what is over adds nothing
        return before.status in _OPEN
    disputed = any(one.aspect is Aspect.WHEN for one in before.disagreements)
    known = [_days(one.meeting.when) for one in (dated if disputed else dated[-1:])]
    return not any(one is not None and days.overlaps(one.first, one.last) for one in known)


def _is_other_place(before: Occasion, report: ArticleMeeting) -> bool:
    place, placed = place_of(report.meeting.where), _placed(before)
    if place is None:
        return False
    if not placed:
        return before.status in _OPEN
    known = place_of(placed[-1].meeting.where)
    if known is None or known.words & place.words:
        return False
    if _MOVED.search(report.meeting.evidence.text) and known.is_bare and place.is_bare:
        return True
    return contradict(known, placed[-1].article, place, report.article)


def _dated(occasion: Occasion) -> list[ArticleMeeting]:
    return [one for one in occasion.versions if _days(one.meeting.when) is not None]


def _placed(occasion: Occasion) -> list[ArticleMeeting]:
    return [one for one in occasion.versions if one.meeting.where is not None]


def _news(
    occasion: Occasion, teller: ArticleMeeting, before: Occasion | None, changed: tuple[Aspect, ...]
) -> MeetingNews:
    versions = [*occasion.versions, *(before.versions if before is not None else ())]
    return MeetingNews(
        now=_as_it_stands(occasion, teller),
        before=None if before is None else _as_it_stood(before),
        changed=changed,
        collections=frozenset(one.article.collection for one in versions),
    )


def _as_it_stands(occasion: Occasion, teller: ArticleMeeting) -> ArticleMeeting:
    """Return what all versions together tell, in the sentence of one of them, whose word goes first."""
    meeting = replace(
        teller.meeting,
        participants=occasion.participants,
        status=occasion.status,
        when=_first(teller.meeting.when, None if occasion.when is None else occasion.when[1]),
        where=teller.meeting.where or _quote(occasion.where),
        why=teller.meeting.why or _quote(occasion.why),
    )
    return without_body(replace(teller, meeting=meeting))


def _as_it_stood(before: Occasion) -> ArticleMeeting:
    """Return what was known, by the newest that gave a date and a place."""
    lead = before.lead
    when = next((one.meeting.when for one in reversed(_dated(before))), lead.meeting.when)
    where = next((one.meeting.where for one in reversed(_placed(before))), None)
    return _as_it_stands(before, replace(lead, meeting=replace(lead.meeting, when=when, where=where)))


def _first(own: MeetingDate | None, others: MeetingDate | None) -> MeetingDate | None:
    return own if _days(own) is not None else others or own


def _quote(stated: tuple[ArticleMeeting, Quote] | None) -> Quote | None:
    return None if stated is None else stated[1]


def _best(occasion: Occasion, new: Sequence[ArticleMeeting]) -> ArticleMeeting:
    return next((one for one in new if one.id == occasion.lead.id), new[-1])


def _days(when: MeetingDate | None) -> DateSpan | None:
    return None if when is None or when.span.first is None else when.span


def _published(version: ArticleMeeting) -> date:
    return version.article.published or date.min
