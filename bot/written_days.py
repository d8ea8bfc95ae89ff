"""A day as the option of a command holds it: text, since Discord has no option for days."""

from datetime import date

from bot.faults import OptionName, Refusal


def read_written_day(option: str, text: str | None) -> date | None:
    """Read the day of an option, None where it was left out. Raises `Refusal`."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise Refusal("{option} must be a day written as 2024-01-28.", option=OptionName(option)) from None
