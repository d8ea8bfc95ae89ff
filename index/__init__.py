"""From an article file to a searchable index. Knows no Discord and no LLM."""
