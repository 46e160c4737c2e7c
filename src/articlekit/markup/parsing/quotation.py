"""Tags in which the quotation mark that ends a value is missing: the value goes on to the first one in another tag."""

from __future__ import annotations

import re
from typing import Final

from articlekit.markup.parsing.raw_tags import BLOCKS
from articlekit.markup.parsing.regions import Regions

# No part of it can match what another does, so that it is linear. What ends with a hyphen may be the end of a comment.
_ODD_TAG: Final = re.compile(rb"""<[a-zA-Z](?:[^<>"']++|"[^"<>]*+"|'[^'<>]*+')*+(?<==)"[^"<>]*[^"<>-](?=>)""")
_LONGEST_TAG: Final = 400
_NAME_OF_VALUE: Final = re.compile(rb"""<[a-zA-Z][^<>"]{0,300}\s[\w:-]{1,100}=\Z""")
_VALUE: Final = re.compile(rb"[\w/#.]")
_BLOCK_END: Final = re.compile(rf"</(?:{BLOCKS})>".encode(), re.IGNORECASE)


def with_values_ended(data: bytes) -> bytes:
    """End values where their tag does, if they go on to the quotation mark that begins the value of another tag.

    What stands behind that one, the value of the other, shows it. Where no quotation mark follows at all, the end tags
    of blocks do.
    """
    # Most pages have as many marks that end as that begin; to count them takes a quarter of the time of the search, and
    # misses pages that have lost an even number.
    if data.count(b'"') % 2 == 0:
        return data
    parts: list[bytes] = []
    done, regions = 0, Regions(data)
    for tag in _ODD_TAG.finditer(data):
        at = tag.end()
        if _takes_tags(data, at) and regions.around(at) is None:
            parts.append(data[done:at])
            done = at
    return b'"'.join((*parts, data[done:])) if parts else data


def _takes_tags(data: bytes, at: int) -> bool:
    end = data.find(b'"', at)
    if end < 0:
        return _BLOCK_END.search(data, at) is not None
    return bool(_NAME_OF_VALUE.search(data[max(at, end - _LONGEST_TAG) : end]) and _VALUE.match(data, end + 1))
