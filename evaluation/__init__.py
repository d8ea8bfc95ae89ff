"""How good is it: judged data, metrics and reports, in one command a question."""
