"""What fills a slot: who, when, where, why, what and whether, each read from the chosen evidence."""
