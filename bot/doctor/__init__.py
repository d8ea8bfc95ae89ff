"""What is missing in a set-up, one line each with its cure."""

from bot.doctor.finding import Finding, Grade
from bot.doctor.index_checks import check_corpus, check_index
from bot.doctor.setup_checks import check_language_model, check_state, check_token

__all__ = [
    "Finding",
    "Grade",
    "check_corpus",
    "check_index",
    "check_language_model",
    "check_state",
    "check_token",
]
