"""Occasions chosen and written out, for a terminal, for other programs and for Discord."""
