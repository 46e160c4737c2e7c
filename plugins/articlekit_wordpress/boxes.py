"""Boxes that plugins put into a post's content and that are no part of it.

A box is known by the class or id its plugin gives it, and only left out while it is small beside the rest; a table of
contents also by what it is made of, links into the post itself, since themes give the name to other things.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from attrs import frozen

from articlekit.markup import Element, parse_fragment, plain_text
from articlekit.plugin import Diagnostic
from articlekit_wordpress.values import counted

# So many elements are looked at, and so far for the end of each: a box is small, and time stays linear.
_CANDIDATES = 200
_LONGEST = 50_000
# A box that is nearly all there is, is the article.
_SHARE_OF_TEXT = 0.8
# What elements are called; patterns that begin with plain characters are found fastest.
_CLASSES = re.compile(r"""class=["']([^"'<>]*)""")
_IDS = re.compile(r""" id=["']([^"'<>]*)""")
_FORMS = re.compile(r"<(form)\b", re.IGNORECASE)
_OPENING = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,15})\b[^<>]*")


@frozen(kw_only=True)
class _Box:
    """A kind of box."""

    name: str
    #: A part of the class or id that such a box has, in lower case, as nearly all class names are.
    hints: tuple[str, ...]
    #: A class or id that such a box has, whole.
    called: re.Pattern[str]
    #: Whether an element that is called so is one, by its text and what is in it.
    holds: Callable[[Element, str], bool]
    #: Whether a post may be nothing but that.
    may_be_all: bool = False

    def may_be_called(self, names: str) -> bool:
        """Whether an element of these class names, or of this id, may be one."""
        return any(hint in names for hint in self.hints) and any(map(self.called.fullmatch, names.lower().split()))


def drop_boxes(html: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Leave boxes of plugins out of the source of a content.

    Example:
        >>> drop_boxes('<p>One two three.</p><div class="sharedaddy">Share</div>')[0]
        '<p>One two three.</p>'
    """
    boxes = _hinted(html)
    if not boxes:
        return html, ()
    names: Counter[str] = Counter()
    pieces: list[str] = []
    end = whole = 0
    for place, box in islice(_candidates(html, boxes), _CANDIDATES):
        start, stop = _element(html, place) if place >= end else (0, 0)
        size = _size_of_box(box, html[start:stop]) if stop else None
        if size is None:
            continue
        # A box is more tags than text: where its source is short beside the rest, so is its text.
        if not box.may_be_all and (stop - start) * 4 > len(html):
            whole = whole or len(plain_text(html))
            if size > _SHARE_OF_TEXT * whole:
                continue
        pieces.append(html[end:start])
        end = stop
        names[box.name] += 1
    if not names:
        return html, ()
    note = Diagnostic(code="body.boilerplate-dropped", message=f"left out of the body: {counted(names)}")
    return "".join(pieces) + html[end:], (note,)


def _hinted(html: str) -> list[_Box]:
    """Say which boxes a content may hold, by what its elements are called; mostly none."""
    # Each once: a page builder calls hundreds of elements by the same names.
    names = " ".join({*_CLASSES.findall(html), *_IDS.findall(html)})
    boxes = [box for box in _BOXES if any(hint in names for hint in box.hints)]
    return [*boxes, _FORM] if "<form" in html else boxes


def _candidates(html: str, boxes: list[_Box]) -> Iterator[tuple[int, _Box]]:
    """Give the places, in order, of elements that are called as one of these boxes is."""
    called: dict[str, list[_Box]] = {}
    found: list[tuple[int, _Box]] = []
    for pattern in (_CLASSES, _IDS, _FORMS):
        for element in pattern.finditer(html):
            names = element[1]
            if names not in called:
                called[names] = [box for box in boxes if box.may_be_called(names)]
            found += [(element.start(), box) for box in called[names]]
    return iter(sorted(found, key=lambda candidate: candidate[0]))


def _element(html: str, place: int) -> tuple[int, int]:
    """Give where the element whose start tag holds `place` starts and stops; nothing where it has no end nearby."""
    start = html.rfind("<", 0, place + 1)
    opening = _OPENING.match(html, start) if start >= 0 else None
    if opening is None or opening.end() < place:
        return 0, 0
    depth = 0
    for tag in _tags(opening[1].lower()).finditer(html, start, start + _LONGEST):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return start, tag.end()
    return 0, 0


@cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}\b[^<>]*>?", re.IGNORECASE)


def _size_of_box(box: _Box, html: str) -> int | None:
    """Give the length of an element's text if it is such a box."""
    element = parse_fragment(html)
    text = " ".join("".join(element.itertext()).split())
    return len(text) if box.holds(element, text) else None


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
    _Box(
        name="a table of contents",
        hints=("toc", "table-of-contents", "tableofcontents", "table_of_contents"),
        called=_names(r"(?:.*[-_])?(?:toc|table[-_]?of[-_]?contents?)(?:[-_].*)?|(?:ez|lwp|simple|joli)-?toc.*"),
        holds=_leads_into_the_post,
    ),
    _Box(
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
    _Box(
        name="related posts",
        hints=("related", "yarpp", "rp4wp", "crp_", "wp_rp", "zem_rp"),
        called=_names(
            r"""jp-relatedposts | yarpp.* | rp4wp-.* | crp_related.* | wp_rp_.* | zem_rp_.*
            | (?:.*[-_])?related-?(?:posts?|articles?|stories|reading)(?:[-_].*)?"""
        ),
        holds=_leads_elsewhere,
    ),
    _Box(
        name="a link to the whole post",
        hints=("more-link", "link-more"),
        called=_names("more-link|link-more|read-more-link"),
        holds=_is_short(200),
    ),
    _Box(
        name="reading time",
        hints=("reading-time", "read-time", "readtime"),
        called=_names(r"(?:.*[-_])?read(?:ing)?-?time(?:[-_].*)?"),
        holds=_is_short(80),
    ),
    _Box(
        name="reactions",
        hints=("reaction",),
        called=_names(r"(?:.*[-_])?reactions?(?:[-_].*)?"),
        holds=_is_short(400),
    ),
    _Box(
        name="podcast links",
        hints=("powerpress_",),
        called=_names("powerpress_(?:links|subscribe_links).*"),
        holds=_is_short(400),
    ),
)
_FORM = _Box(name="a form", hints=("form",), called=_names("form"), holds=_asks, may_be_all=True)
