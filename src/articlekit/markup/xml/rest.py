"""XML whose beginning is lost: it is told by the records in it."""

from __future__ import annotations

import re
from typing import Final

from articlekit.source import Source

_DOCUMENT: Final = re.compile(r"\s*+<(?:[!?]|(?:html|head|body)\b)", re.IGNORECASE)


def is_rest_of_xml(source: Source, record: re.Pattern[str]) -> bool:
    r"""Say whether a text that has no beginning of a document holds the beginning of a record.

    Args:
        source: What does not begin as a document of the format.
        record: How a record begins, with the first of its members: an element alone others may have too. Its search
            takes time linear in the length of the text.

    Example:
        >>> recipe = re.compile(r"<recipe>\s*<name>")
        >>> is_rest_of_xml(Source.from_text("tea</name></recipe><recipe><name>Soup"), recipe)
        True
    """
    # What is streamed begins with an element of its own.
    return not source.is_streamed and not _DOCUMENT.match(source.head) and record.search(source.text) is not None
