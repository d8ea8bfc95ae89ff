"""What the statuses of a meeting's versions mean for each other."""

from index.article import MeetingStatus

AHEAD = frozenset({MeetingStatus.PLANNED, MeetingStatus.REQUESTED})
TOOK_PLACE = frozenset({MeetingStatus.HELD, MeetingStatus.ONGOING})
OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.DECLINED, MeetingStatus.POSTPONED})

KNOWLEDGE = {
    MeetingStatus.REQUESTED: 0,
    MeetingStatus.PLANNED: 1,
    MeetingStatus.POSTPONED: 2,
    MeetingStatus.CANCELLED: 2,
    MeetingStatus.DECLINED: 2,
    MeetingStatus.ONGOING: 3,
    MeetingStatus.HELD: 4,
}
"""Which of two reports of one day knows more: that it took place, before that it was off, before the plan."""
