"""Slots and their quotes made into an answer with citations and confidence, or into a reasoned no answer."""
