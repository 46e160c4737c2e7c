"""Rows as CSV (RFC 4180), which opens in every spreadsheet and runs nothing there."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from articlekit.surrogates import without_surrogates

SEPARATOR = "; "
"""Stands between several values in one cell."""

# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection"; ASVS 5.0, 1.2.10): in some languages
# also where the sign is as wide as an ideograph, and behind what it does not show.
_FORMULA = re.compile(r"[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    r"""Write rows below a line of names; None is an empty cell.

    A text that a spreadsheet would take for a formula gets an apostrophe in front.

    Example:
        >>> table(("title", "words"), [("=1+1", 3), ("One, two", None)])
        'title,words\r\n\'=1+1,3\r\n"One, two",\r\n'
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return without_surrogates(stream.getvalue())


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def several(values: Iterable[str | None]) -> str:
    """Put several values into one cell."""
    return SEPARATOR.join(value for value in values if value)
