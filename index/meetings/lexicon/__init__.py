"""The words by which news tells a meeting."""
