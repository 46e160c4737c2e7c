"""Lines of a page in which a program keeps what it needs: no reader sees them, or is meant to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from orjson import JSONDecodeError, loads

from articlekit_html.body.outline import Outline


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
