"""One person's meetings in order of their days: the lines, and the picture of them."""

from bot.timeline.timeline import Entry, Timeline, make_timeline

__all__ = ["Entry", "Timeline", "make_timeline"]
