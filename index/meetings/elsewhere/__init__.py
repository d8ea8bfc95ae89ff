"""What other sentences add: headings, titles, lists, sequels and retellings."""
