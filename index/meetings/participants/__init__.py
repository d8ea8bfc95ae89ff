"""Who takes part: parties, sides, groups, people and their roles."""
