"""Lines within a text that are none: in which a program keeps what it needs, and notices of whose a text is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from orjson import JSONDecodeError, loads

from articlekit_html.body.outline import Outline
from articlekit_html.body.view import View

_COPYRIGHT: Final = re.compile(r"(?:copyright\s*)?©", re.IGNORECASE)
_LAST: Final = 3
"""So many lines at the end of an article may be of its authors."""
_NOTICE: Final = 260
"""Characters of a copyright notice, or of a credit that begins as one; what is longer may be text with it."""


def copyright_notices(page: Outline, lines: Iterable[int]) -> Iterator[int]:
    """Find those of some lines that begin with the sign, in whatever language they go on."""
    for line in lines:
        if _COPYRIGHT.match(page.texts[line]) and len(page.texts[line]) <= _NOTICE:
            yield line


def about_authors(view: View, lines: list[int]) -> Iterator[int]:
    """Find those of the last lines that name an author and say who that is, or nothing else; not what one says."""
    texts = view.page.texts
    for line in lines[-_LAST:] if view.authors and len(lines) > 2 * _LAST else ():
        for name in view.authors:
            if texts[line].startswith(name) and not texts[line].startswith(":", len(name)):
                yield line
                break


def data_of_programs(page: Outline, lines: Iterable[int]) -> Iterator[int]:
    """Find those of some lines that are JSON, but are not shown as code, and code that is hidden."""
    for line in lines:
        node, text = page.line_node[line], page.texts[line]
        if page.tags[node] == "pre":
            if page.elements[node].get("hidden") is not None:
                yield line
        elif text.startswith('{"') and text.endswith("}"):
            with suppress(JSONDecodeError):
                loads(text)
                yield line
