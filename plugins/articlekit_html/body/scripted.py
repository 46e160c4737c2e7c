"""Text that a page shows only when its scripts have run: HTML in their strings, typed blocks. Nothing is run.

Programs that build pages in the browser hand their data over so: as JSON in a script of its own, as a variable, as
pieces of a stream. Strings may be written in strings once more.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Final

from articlekit.markup import Element, parse_fragment
from articlekit_html.body.titled_text import titled_text

ENOUGH: Final = 200
"""So many characters a string has at least, and so much text the HTML in it, or made of typed blocks."""
_DEPTH: Final = 3
"""Strings are looked for in so many layers of strings."""
_MOST: Final = 5_000_000
"""So many characters of scripts are looked through."""
_BLOCKS: Final = 3
_WORDS: Final = 2
_PART: Final = 0.5
"""What speaks of the title's matter has this share of its longer words, which are several."""

# A string that never ends goes on to the end, so that none of its characters is looked at twice.
_STRING: Final = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)(?:"|\\?\Z)', re.DOTALL)
_ESCAPE: Final = re.compile(
    r"\\(?:[\"\\/bfnrt]|u[0-9A-Fa-f]{4}|x(?P<two>[0-9A-Fa-f]{2})|u\{(?P<any>[0-9A-Fa-f]{1,6})\}|(?P<own>.))", re.DOTALL
)
"""An escape; only those without a name are JSON's (ECMAScript, 12.9.4)."""
_CUT_ESCAPE: Final = re.compile(r"\\u[0-9A-Fa-f]{0,3}\Z")
_BLOCK: Final = re.compile(r"<(?:p|br|li|h[2-6]|blockquote|figure)[\s/>]", re.IGNORECASE)
_TAG: Final = re.compile("<[^<>]*>")
_WORD: Final = re.compile(r"[^\W\d_]{4,}|[^\W\d_a-zA-Z]{2,}")


def read_scripted(root: Element, title: str | None) -> Element | None:
    """Parse the longest HTML on the title's matter that the scripts of a page hold; give its ``body``.

    Args:
        root: The page.
        title: What the article is called: scripts hold texts of other matters too.
    """
    title = title or ""
    words = {word.casefold() for word in _WORD.findall(title)}
    strings = [said for source in _sources(root) for said in _strings(source)]
    data = (*_sources(root, but="ld+json"), *filter(_is_data, strings))
    titled = [source for source in data if title and title in source]
    stated = [said for source in titled if (said := titled_text(source, title))]
    held = [said for said in strings if _is_of(said, words)]
    html = max((said for said in (*stated, *held) if _length(said) >= ENOUGH), key=_length, default=None)
    if html is None:
        return None
    return parse_fragment(html)


def _sources(root: Element, *, but: str | None = None) -> Iterator[str]:
    """Give the scripts of a page, but for those of one type, up to so many characters."""
    left = _MOST
    for script in root.iter("script"):
        if but and but in (script.get("type") or ""):
            continue
        source = (script.text or "")[:left]
        left -= len(source)
        yield source


def _strings(source: str) -> Iterator[str]:
    """Give the long strings of a script, decoded, and those in them."""
    waiting = [(source, 0)]
    while waiting:
        text, depth = waiting.pop()
        for string in _STRING.finditer(text):
            if len(string[1]) >= ENOUGH:
                said = _decoded(string[1])
                yield said
                if depth < _DEPTH and '"' in said:
                    waiting.append((said, depth + 1))


def _is_data(said: str) -> bool:
    """Whether a string is JSON, as `JSON.parse` is given it."""
    return said.lstrip()[:1] in ("{", "[")


def _decoded(string: str) -> str:
    if "\\" not in string:
        return string
    string = _ESCAPE.sub(_in_json, _CUT_ESCAPE.sub("", string))
    try:
        said: str = json.loads(f'"{string}"', strict=False)
    except ValueError:
        return ""
    return said


def _in_json(escape: re.Match[str]) -> str:
    if code := escape["two"] or escape["any"]:
        return chr(min(int(code, 16), sys.maxunicode)).replace("\\", "\\\\").replace('"', '\\"')
    return escape["own"] or escape[0]


def _length(said: str) -> int:
    """Count the characters of text in what is HTML of some blocks; 0 for all else, such as data with HTML in it."""
    begins = said.lstrip()[:1] == "<"
    blocks = sum(1 for _ in islice(_BLOCK.finditer(said), _BLOCKS)) if begins else 0
    return len(" ".join(_TAG.sub("", said).split())) if blocks == _BLOCKS else 0


def _is_of(said: str, words: set[str]) -> bool:
    folded = said.casefold()
    return len(words) >= _WORDS and sum(word in folded for word in words) >= _PART * len(words)
