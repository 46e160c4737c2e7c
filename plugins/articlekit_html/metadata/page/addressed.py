"""The day that the address of a page names."""

from __future__ import annotations

import re
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from articlekit_html.metadata.days.months import month_of

_YEAR: Final = r"(?:19|20)\d\d"
_FORMS: Final = (
    # /2024/05/28/, /20240528-oil.html
    (re.compile(rf"/({_YEAR})[/-]?(\d\d)[/-]?(\d\d)(?=[/\-_.]|$)"), "ymd"),
    # /2024/may/28/oil
    (re.compile(rf"/({_YEAR})/([a-z]{{3,9}})/(\d\d?)(?=/|$)"), "ymd"),
    # /oil-2024-05-28
    (re.compile(rf"(?<!\d)(?<!\d-)({_YEAR})-(\d\d)-(\d\d)(?!-?\d)"), "ymd"),
    # /oil-28-05-2024; up to 12 it may as well be the month
    (re.compile(rf"(?<!\d)(?<!\d-)(1[3-9]|[23]\d)-(\d\d)-({_YEAR})(?!-?\d)"), "dmy"),
)


def day_of_address(address: str) -> date | None:
    """Give the day that the path of an address names, None where it names none."""
    path = urlsplit(address).path.lower()
    for pattern, order in _FORMS:
        for match in pattern.finditer(path):
            said = dict(zip(order, match.groups(), strict=True))
            month = int(said["m"]) if said["m"].isdecimal() else month_of(said["m"], "en")
            try:
                return date(int(said["y"]), month or 0, int(said["d"]))
            except ValueError:
                continue
    return None
