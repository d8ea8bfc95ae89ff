"""Digests: when they are due by the clocks of a place, and what each tells."""
