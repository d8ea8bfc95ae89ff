"""Tables for spreadsheets, which run nothing of what people wrote."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_table(heading: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """Return comma-separated values with a heading."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows([_cell(one) for one in row] for row in rows)
    return out.getvalue()


def _cell(written: str) -> str:
    # A spreadsheet would run text that begins like a formula, and it was written by others.
    return f"'{written}" if written.startswith(_FORMULA_STARTS) else written
