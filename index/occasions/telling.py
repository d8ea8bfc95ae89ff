"""Tell one occasion from all its versions: what holds by now, who told it independently, what is disputed."""

from collections.abc import Sequence
from datetime import date

from index.article import MeetingStatus, Participant
from index.engine import ArticleMeeting
from index.names.words import name_words
from index.occasions.copies import CopyFinder
from index.occasions.disputes import disagreements
from index.occasions.judging import outlet_of
from index.occasions.occasion import Aspect, Disagreement, Occasion, Source
from index.occasions.people import is_same_participant
from index.occasions.statuses import AHEAD, KNOWLEDGE, TOOK_PLACE


def tell(versions: Sequence[ArticleMeeting], copies: CopyFinder) -> Occasion:
    """Make the occasion of versions that stand in order of publication."""
    sources = independent_sources(versions, copies)
    disputed = disagreements(versions, sources)
    status = _status(versions)
    lead = max(versions, key=lambda one: _authority(one, status, disputed))
    return Occasion(
        id=versions[0].id,
        versions=tuple(versions),
        sources=sources,
        disagreements=disputed,
        status=status,
        lead=lead,
        participants=_participants(lead, versions),
    )


def independent_sources(versions: Sequence[ArticleMeeting], copies: CopyFinder) -> tuple[Source, ...]:
    """Group versions that do not count twice: those of one outlet, and near-copies of one story."""
    groups: list[list[ArticleMeeting]] = []
    for version in versions:
        joined = [group for group in groups if any(_is_one_voice(version, other, copies) for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([other for group in joined for other in group] + [version])
    ordered = sorted(groups, key=lambda group: min(map(versions.index, group)))
    return tuple(
        Source(name=_name(group), versions=tuple(sorted(group, key=versions.index))) for group in ordered
    )


def _is_one_voice(one: ArticleMeeting, two: ArticleMeeting, copies: CopyFinder) -> bool:
    return outlet_of(one) == outlet_of(two) or copies.are_copies(one.article, two.article)


def _name(group: Sequence[ArticleMeeting]) -> str:
    article = group[0].article
    return article.source or article.title


def _status(versions: Sequence[ArticleMeeting]) -> MeetingStatus:
    """Return the newest status; what has been held stays held, whatever plan is told again later."""
    newest = max(
        versions,
        key=lambda one: (one.article.published or date.min, KNOWLEDGE[one.meeting.status]),
    ).meeting.status
    held = [one.meeting.status for one in versions if one.meeting.status in TOOK_PLACE]
    return held[-1] if held and newest in AHEAD else newest


def _authority(
    version: ArticleMeeting, status: MeetingStatus, disputed: Sequence[Disagreement]
) -> tuple[float, ...]:
    meeting = version.meeting
    filled = sum(slot is not None for slot in (meeting.when, meeting.where, meeting.why))
    agreed = sum(
        any(version.id == one.id for one in dispute.readings[0].versions)
        for dispute in disputed
        if dispute.aspect is not Aspect.STATUS
    )
    return (meeting.status is status, agreed, filled, len(meeting.participants))


def _participants(lead: ArticleMeeting, versions: Sequence[ArticleMeeting]) -> tuple[Participant, ...]:
    told = list(lead.meeting.participants)
    others = [version for version in versions if version is not lead]
    for one in (one for version in others for one in version.meeting.participants):
        same = [n for n, other in enumerate(told) if is_same_participant(one.name, other.name)]
        if not same:
            told.append(one)
        elif len(name_words(one.name)) > len(name_words(told[same[0]].name)) == 1:
            told[same[0]] = one
    return tuple(told)
