"""From a question to an answer on a screen."""
