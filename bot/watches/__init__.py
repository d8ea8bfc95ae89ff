"""Watches: what channels want to be told of, and what is news to each of them."""
