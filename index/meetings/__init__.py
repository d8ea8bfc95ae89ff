"""Read meeting records out of an article: who met, when, where and why, and the words that say so."""

from index.meetings.extractor import MeetingExtractor

__all__ = ["MeetingExtractor"]
