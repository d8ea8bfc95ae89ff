"""Which meeting or statement of the articles a question means, and what speaks against it."""
