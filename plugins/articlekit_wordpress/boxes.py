"""Boxes that plugins put into a post's content and that are no part of it.

A box is known by the class or id its plugin gives it, and only left out while it is small beside the rest; a table of
contents also by what it is made of, links into the post itself, since themes give the name to other things.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from itertools import islice
from typing import TypeAlias, cast

from attrs import frozen
from lxml import etree

from articlekit.markup import Element
from articlekit.plugin import Diagnostic

# So many elements are looked at for each hint, and so many texts in each: a box is small, and time stays linear.
_CANDIDATES = 64
_TEXTS = 2_000
# A box that is nearly all there is, is the article.
_SHARE_OF_TEXT = 0.8
# The names of elements in a source, before it is parsed; patterns that begin with plain characters are found fastest.
_CLASSES = re.compile(r"""class=["']([^"'<>]*)""")
_IDS = re.compile(r""" id=["']([^"'<>]*)""")


@frozen(kw_only=True)
class Box:
    """A kind of box."""

    name: str
    #: A part of the class or id that such a box has, or its tag; in lower case, as nearly all class names are.
    hints: tuple[str, ...]
    #: A class or id that such a box has, whole.
    called: re.Pattern[str]
    #: Whether an element that is called so is one, by its text and what is in it.
    holds: Callable[[Element, str], bool]
    #: Whether a post may be nothing but that.
    may_be_all: bool = False


Hint: TypeAlias = tuple[Box, str]


def hints_of_boxes(html: str) -> list[Hint]:
    """Say which boxes a content may hold, by the names in its source; mostly none."""
    names = ""
    if "class=" in html or "id=" in html:
        names = " ".join(_CLASSES.findall(html)) + " " + " ".join(_IDS.findall(html))
    hints = [(box, hint) for box in _BOXES for hint in box.hints if hint in names]
    if "<form" in html:
        hints.append((_FORM, "<form"))
    return hints


def find_boxes(root: Element, hints: Iterable[Hint]) -> tuple[set[Element], tuple[Diagnostic, ...]]:
    """Find the elements of a content that are boxes of plugins and not text of the post.

    Args:
        root: The content as it was parsed.
        hints: What `hints_of_boxes` says of its source.

    Returns:
        The elements, to be passed over, and a note that says what they are.
    """
    found: set[Element] = set()
    inside: set[Element] = set()
    counted: Counter[str] = Counter()
    whole = 0
    for box, hint in hints:
        for element in islice(_hinted(hint)(root), _CANDIDATES):
            size = None if element in inside else _size_of_box(box, element)
            if size is None:
                continue
            whole = whole or _size(root)
            if box.may_be_all or size <= _SHARE_OF_TEXT * whole:
                found.add(element)
                inside.update(element.iter())
                counted[box.name] += 1
    if not found:
        return found, ()
    names = ", ".join(name + f" ×{count}" * (count > 1) for name, count in counted.items())
    return found, (Diagnostic(code="body.boilerplate-dropped", message=f"left out of the body: {names}"),)


def _size_of_box(box: Box, element: Element) -> int | None:
    """Give the length of an element's text if it is such a box."""
    if not _is_called(element, box):
        return None
    text = _text(element)
    return len(text) if text is not None and box.holds(element, text) else None


@cache
def _hinted(hint: str) -> Callable[[Element], list[Element]]:
    # XPath 1.0 knows no lower case; the class names of plugins hardly any upper.
    named = f".//*[contains(@class, '{hint}') or contains(@id, '{hint}')]"
    path = f".//{hint[1:]}" if hint.startswith("<") else named
    return cast("Callable[[Element], list[Element]]", etree.XPath(path))


def _is_called(element: Element, box: Box) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')} <{element.tag!s}>".lower().split()
    return any(box.called.fullmatch(name) for name in names)


@cache
def _shown() -> Callable[[Element], list[str]]:
    path = ".//text()[not(parent::script or parent::style)]"
    return cast("Callable[[Element], list[str]]", etree.XPath(path))


def _size(root: Element) -> int:
    return len(" ".join("".join(_shown()(root)).split()))


def _text(element: Element) -> str | None:
    """Give the text of an element, white space collapsed; None for more than a box has."""
    pieces = list(islice(element.itertext(), _TEXTS + 1))
    return " ".join("".join(pieces).split()) if len(pieces) <= _TEXTS else None


def _is_short(limit: int) -> Callable[[Element, str], bool]:
    return lambda _, text: len(text) <= limit


def _leads_into_the_post(element: Element, text: str) -> bool:
    links = list(element.iter("a"))
    within = [link for link in links if "#" in link.get("href", "")]
    words = sum(len(" ".join("".join(link.itertext()).split())) for link in within)
    # Beside the links stand a heading and numbers.
    return len(within) > 1 and len(within) * 5 >= len(links) * 4 and len(text) - words <= 60 + 8 * len(within)


def _leads_elsewhere(element: Element, text: str) -> bool:
    return len(text) <= 60 or (len(text) <= 3000 and next(element.iter("a"), None) is not None)


def _asks(element: Element, text: str) -> bool:
    controls = [c for c in element.iter("input", "select", "textarea") if c.get("type") not in {"hidden", "submit"}]
    # Some page builders wrap a form around everything.
    prose = any(len("".join(p.itertext()).strip()) > 150 for p in element.iter("p"))
    return bool(controls) and not prose and len(text) <= 5000


def _names(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


_BOXES = (
    Box(
        name="a table of contents",
        hints=("toc", "table-of-contents", "tableofcontents", "table_of_contents"),
        called=_names(r"(?:.*[-_])?(?:toc|table[-_]?of[-_]?contents?)(?:[-_].*)?|(?:ez|lwp|simple|joli)-?toc.*"),
        holds=_leads_into_the_post,
    ),
    Box(
        name="share buttons",
        hints=("shar", "social", "addtoany", "a2a_", "heateor", "essb_", "swp_", "post-flair", "ulike", "rating"),
        called=_names(
            r"""sharedaddy | sd-(?:block|sharing.*) | jp-post-flair | addtoany_.* | a2a_kit | heateor_sss_.*
            | essb_links | ssba.* | shariff.* | swp_social_panel.* | mashsb.* | sharethis-.*
            | (?:.*[-_])?social-?shar(?:e|ing).*
            | simplesocialbuttons.* | (?:post|entry|content|article)-shar(?:e|ing).*
            | shar(?:e|ing)-?(?:buttons?|bar|links?|box|icons?|container|wrapper)
            | wp_?ulike.* | (?:post|kk-star)-ratings?.* | kksr-.*"""
        ),
        holds=_is_short(400),
    ),
    Box(
        name="related posts",
        hints=("related", "yarpp", "rp4wp", "crp_", "wp_rp", "zem_rp"),
        called=_names(
            r"""jp-relatedposts | yarpp.* | rp4wp-.* | crp_related.* | wp_rp_.* | zem_rp_.*
            | (?:.*[-_])?related-?(?:posts?|articles?|stories|reading)(?:[-_].*)?"""
        ),
        holds=_leads_elsewhere,
    ),
    Box(
        name="a link to the whole post",
        hints=("more-link", "link-more"),
        called=_names("more-link|link-more|read-more-link"),
        holds=_is_short(200),
    ),
    Box(
        name="reading time",
        hints=("reading-time", "read-time", "readtime"),
        called=_names(r"(?:.*[-_])?read(?:ing)?-?time(?:[-_].*)?"),
        holds=_is_short(80),
    ),
    Box(
        name="reactions",
        hints=("reaction",),
        called=_names(r"(?:.*[-_])?reactions?(?:[-_].*)?"),
        holds=_is_short(400),
    ),
    Box(
        name="podcast links",
        hints=("powerpress_",),
        called=_names("powerpress_(?:links|subscribe_links).*"),
        holds=_is_short(400),
    ),
)
_FORM = Box(name="a form", hints=("<form",), called=_names("<form>"), holds=_asks, may_be_all=True)
