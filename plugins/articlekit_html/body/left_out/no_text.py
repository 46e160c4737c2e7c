"""Lines within a text that are none: in which a program keeps what it needs, and notices of whose a text is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import compress, count, islice
from typing import Final

from orjson import JSONDecodeError, loads

from articlekit.markup import Element
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.hints import Hint

_META: Final = int(Hint.META)
_BOX: Final = re.compile(
    r"author[-_]*(?:bio|box|info|card|profile)|(?:about|bio)[-_]*(?:the[-_]*)?author", re.IGNORECASE
)
_BEGINS: Final = frozenset("©Cc")
_COPYRIGHT: Final = re.compile(r"(?:copyright\s*)?©", re.IGNORECASE)
_DATA: Final = 200
"""An answer of a program that an article shows is shorter than the data that a page keeps for one."""
_NOT_SHOWN: Final = ("", "hidden")
"""What says that an element is not shown (HTML Standard 6.1); what is hidden until it is found, is shown."""
_UNEXPANDED: Final = re.compile(r"""\[[A-Za-z][\w-]*\s[^\[\]]*[\w-]=["'“”„″«»‘’′][^\[\]]*\]""")
_SHORTCODE: Final = 300
"""A shortcode that no plugin of WordPress has replaced by what it stands for, up to so many characters."""
_FIELDS: Final = 20
_ASKING: Final = 500
_LINES: Final = 6
"""So many characters, in so many lines, has a box that asks for an address."""
_LAST: Final = 3
"""So many lines at the end of an article may be of its authors, …"""
_LIFE: Final = 600
"""… of so many characters at most."""
_GOES_ON: Final = re.compile(r",|\s+(?!\w*:)[^\W\d_]")
"""How a line goes on behind a name that it says something of; what somebody says stands behind a colon or a dash."""
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ENDS: Final = tuple(".!?…")
_NOTICE: Final = 260
"""Characters of a copyright notice, or of a credit that begins as one; what is longer may be text with it."""


def copyright_notices(page: Outline, lines: Iterable[int]) -> Iterator[int]:
    """Find those of some lines that begin with the sign, perhaps behind a link, and name a year, or are no sentence."""
    for line in lines:
        text = page.texts[line]
        if page.link_length[line] and page.link_length[line] >= len(text[: text.find("©")].strip()):
            text = text[text.find("©") :]
        if (
            text[:1] in _BEGINS
            and _COPYRIGHT.match(text)
            and len(text) <= _NOTICE
            and (_YEAR.search(text) or not text.endswith(_ENDS))
        ):
            yield line


def sign_ups(view: View, lines: list[int]) -> Iterator[int]:
    """Find those of some lines that stand with a field for an address of mail in a box of few words."""
    page, text, lines_in = view.page, view.prose.text, view.prose.lines
    boxes: list[range] = []
    for node in compress(count(), page.controls):
        if any(_is_for_mail(field) for field in islice(page.elements[node].iter("input"), _FIELDS)):
            box = node
            while page.parent[box] > 0 and text[page.parent[box]] <= _ASKING and lines_in[page.parent[box]] <= _LINES:
                box = page.parent[box]
            if text[box] <= _ASKING:
                boxes.append(range(box, page.end[box]))
    asking = [line for line in lines if any(page.line_node[line] in box for box in boxes)] if boxes else []
    # A form that stands in a short text does not make it a part of the form.
    if 2 * page.size(asking) < page.size(lines):
        yield from asking


def _is_for_mail(field: Element) -> bool:
    return field.get("type") == "email" or (field.get("name") or "").lower() in ("email", "e-mail", "mail")


def about_authors(view: View, lines: list[int]) -> Iterator[int]:
    """Find those of the last lines that name an author and say who that is, or nothing else; not what one says.

    Whoever begins other lines too is spoken of in the article, or speaks in it.
    """
    texts = view.page.texts
    yield from (line for line in lines[-_LAST:] if _is_in_box(view.page, view.page.line_node[line]))
    if len(lines) <= 2 * _LAST:
        return
    for name in view.authors:
        own = [line for line in lines if texts[line].startswith(name)]
        if len(own) == 1 and own[0] >= lines[-_LAST] and len(texts[own[0]]) <= _LIFE:
            rest = texts[own[0]][len(name) :]
            if not rest or _GOES_ON.match(rest):
                yield own[0]


def _is_in_box(page: Outline, node: int) -> bool:
    """Whether a node, or one around it, is named as a box for the author."""
    while node > 0:
        if page.hints[node] & _META and _BOX.search(f"{page.names[node]} {page.elements[node].get('id')}"):
            return True
        node = page.parent[node]
    return False


def data_of_programs(page: Outline, lines: Iterable[int]) -> Iterator[int]:
    """Find those of some lines that are JSON or a shortcode, but are not shown as code, and code that is hidden."""
    for line in lines:
        node, text = page.line_node[line], page.texts[line]
        if page.tags[node] == "pre":
            if page.elements[node].get("hidden") in _NOT_SHOWN:
                yield line
        elif text.startswith("[") and len(text) <= _SHORTCODE and _UNEXPANDED.fullmatch(text):
            yield line
        elif len(text) >= _DATA and text.startswith('{"') and text.endswith("}"):
            with suppress(JSONDecodeError):
                loads(text)
                yield line
