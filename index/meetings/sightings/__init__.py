"""Where in a sentence a meeting is told: by verbs, by nouns, by company and by legs."""
