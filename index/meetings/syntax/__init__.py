"""Sentences and their words: which are parsed, how, and who speaks in them."""
