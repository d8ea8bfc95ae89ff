"""A day as the option of a command holds it: text, since Discord has no option for days."""

from datetime import date

from bot.faults import Refusal


def read_written_day(option: str, text: str | None) -> date | None:
    """Read the day of an option, None where it was left out. Raises `Refusal`."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise Refusal("`{name}` must be a day written as 2024-01-28.", name=option) from None
