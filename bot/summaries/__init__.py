"""Summaries in the briefings' own sentences, each cited, and what is new as facts. Imports no discord."""
