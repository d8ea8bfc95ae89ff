"""The sources of an occasion as citations: the lead's first, then the others in order of publication."""

from bot.answering.answer import Citation
from bot.answering.reply.citations import cite
from index.engine import ArticleMeeting
from index.occasions import Occasion


def versions_cited(occasion: Occasion) -> tuple[ArticleMeeting, ...]:
    """Return the versions in the order in which they are cited."""
    return (occasion.lead, *(one for one in occasion.versions if one.id != occasion.lead.id))


def cite_versions(occasion: Occasion, *, first: int = 1) -> tuple[Citation, ...]:
    """Return a citation a version, numbered from `first`; each quotes the sentence that tells the meeting."""
    return tuple(
        cite(version.article, version.meeting.evidence, number)
        for number, version in enumerate(versions_cited(occasion), first)
    )
