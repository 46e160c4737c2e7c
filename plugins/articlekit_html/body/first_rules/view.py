"""A page and what the first rules say of it: its container, its captions, and which lines look like the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import compress, count
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.first_rules.container import find_containers
from articlekit_html.body.first_rules.posts import find_posts
from articlekit_html.body.first_rules.prose import Prose
from articlekit_html.body.first_rules.unclosed import open_figures
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.hints import Hint
from articlekit_html.body.outline.kinds import HEADINGS, is_block

_ARTICLE: Final = int(Hint.ARTICLE)
_CAPTION: Final = int(Hint.CAPTION)
_EMBED: Final = int(Hint.EMBED)
_PROMPT: Final = int(Hint.PAYWALL | Hint.LOGIN)
_UNSEEN_LOGIN: Final = int(Hint.HIDDEN | Hint.LOGIN)
_FOOTNOTE: Final = int(Hint.FOOTNOTE)

_SHOWN: Final = frozenset(("blockquote", "pre", "table"))
"""What a figure may show that is text: all else in it is caption or credit."""

_FIGURES: Final = frozenset(("figure", "figcaption"))

_MAY_SHOW: Final = (
    *("a", "amp-img", "audio", "canvas", "embed", "figcaption", "iframe", "noscript", "object", "svg", "template"),
    "video",
)
"""What a figure without a picture holds if it is one: what else may be shown, or a place for it; links of galleries."""

_FRAMES: Final = ("audio", "iframe", "video")

_TEXT_BESIDE: Final = re.compile("media-text|balloon|speech")
"""What WordPress calls a block of text beside a picture, and themes what somebody says beside his own."""

_UNIT_TEXT: Final = 300
_UNIT_LINES: Final = 3
"""An element with a picture and no more text than this is a picture with its caption."""
_CAPTION_TEXT: Final = 1000
"""An element that is called a caption is one up to this length, where there is a picture beside it."""

_SEVERAL: Final = 2
"""So many pictures, each with words of its own, are a gallery."""

_EMBED_SHARE: Final = 0.5
"""An element that is called an embedded post is one if no larger share of the page's prose is in it."""

_PROMPT_TEXT: Final = 600
_UNSEEN_PROMPT: Final = 2400
"""An element that is named so is what asks for payment up to this length; a longer one is what is paid for.

What is not shown at first asks its readers to sign in in several ways, of which a script shows one.
"""

_NO_TEXT: Final = frozenset(("button", "h1"))

_PARAGRAPH: Final = 60.0
"""So much prose beside a caption is a paragraph of the text."""

_UNITS: Final = frozenset(("aside", "div", "dl", "section", "span"))


class View:
    """What the rules say of an `Outline`."""

    def __init__(
        self, page: Outline, host: str | None = None, authors: tuple[str, ...] = (), image: str | None = None
    ) -> None:
        self.page = page
        #: Where the page is from, if that is known: links to it lead to other articles, links elsewhere to sources.
        self.host = host
        #: The names of those who wrote it, if they are known: what says who they are is no text.
        self.authors = authors
        #: The address of the picture that stands for the article, if that is known.
        self.image = image
        page.hint(find_posts(page), _EMBED)
        self.prose = prose = Prose(page)
        open_figures(page, prose)
        self.by_mass, self.container, self.total_prose = find_containers(page, prose)
        #: Nodes whose lines are captions or credits: inside a figure, but not in what it shows.
        self.caption = bytearray(len(page.tags))
        #: Of each node: the element around it (or itself) that is a figure without being called so, where no name says
        #: that the node is a caption; 0 elsewhere.
        self.unit = [0] * len(page.tags)
        #: Nodes inside what stands in for an embedded post.
        self.embed = self._inside(_EMBED, lambda node: prose.prose[node] <= _EMBED_SHARE * self.total_prose)
        #: Nodes inside footnotes or endnotes.
        self.note = self._inside(_FOOTNOTE, lambda _: True)
        #: Nodes inside what asks the reader to pay or to register.
        self.prompt = self._inside(_PROMPT, self._asks)
        #: Pictures in each node, its descendants included.
        self.pictures = page.pictures[:]
        #: Form controls in each node, its descendants included.
        self.controls = page.controls[:]
        self._mark_nodes()
        #: Lines that look like the article.
        self.rule = self._look()
        #: How often each text stands on the page.
        self.repeats = Counter(page.texts)
        #: The line of the first heading of the first level, and that of this or what else shows the title; -1 without.
        self.first_heading = next((line for line, node in enumerate(page.line_node) if page.tags[node] == "h1"), -1)
        self.title_line = self.first_heading if self.first_heading >= 0 else self._shown_title()

    def _shown_title(self) -> int:
        page = self.page
        shown = () if page.title is None else (page.title, *page.title.iterancestors())
        block = next(filter(is_block, shown), None)
        return next((line for line, node in enumerate(page.line_node) if page.elements[node] is block), -1)

    def _sum_up(self) -> list[int]:
        """Sum up controls and pictures; give how many of these with text are beside others in each node: a gallery."""
        page, parent, lines = self.page, self.page.parent, self.prose.lines
        page.count_up(self.controls)
        page.count_up(self.pictures)
        shown = [0] * len(parent)
        for node in reversed(list(compress(count(), self.pictures))):
            if node and lines[node]:
                shown[parent[node]] += max(shown[node], 1)
        return shown

    def _inside(self, hints: int, is_one: Callable[[int], bool]) -> bytearray:
        """Mark the nodes below the body with one of some hints of which something is true, and all that is in them."""
        page = self.page
        inside = bytearray(len(page.tags))
        if page.said & hints:
            for node in range(1, len(inside)):
                inside[node] = inside[page.parent[node]] or (page.hints[node] & hints > 0 and is_one(node))
        return inside

    def _asks(self, node: int) -> bool:
        """Whether an element that is named so is what asks for payment or registration, and not what is paid for."""
        is_unseen = self.page.hints[node] & _UNSEEN_LOGIN == _UNSEEN_LOGIN
        most = _UNSEEN_PROMPT if is_unseen else _PROMPT_TEXT
        return self.page.tags[node] != "p" and self.prose.text[node] <= most

    def _mark_nodes(self) -> None:
        page, prose = self.page, self.prose
        tags, parent, hints = page.tags, page.parent, page.hints
        caption, unit = self.caption, self.unit
        pictures, lines = self.pictures, prose.lines
        shown = self._sum_up()
        for node in range(1, len(tags)):
            above, tag = parent[node], tags[node]
            if caption[above]:
                caption[node] = tag not in _SHOWN
                if tag not in _FIGURES and not hints[node] & _CAPTION:
                    unit[node] = unit[above]
            elif tag == "figure":
                caption[node] = pictures[node] > 0 or (
                    prose.text[node] <= _UNIT_TEXT and next(page.elements[node].iter(*_MAY_SHOW), None) is not None
                )
            elif tag == "figcaption" or (
                hints[node] & _CAPTION
                and (pictures[above] or _stands_behind_frame(page.elements[node]))
                and prose.text[node] <= _CAPTION_TEXT
                # What says where the captions of a gallery stand is none of them.
                and shown[node] < _SEVERAL
            ):
                caption[node] = True
            elif (
                tag in _UNITS
                and pictures[node]
                and shown[node] < _SEVERAL
                and 0 < lines[node] <= _UNIT_LINES
                and prose.text[node] <= _UNIT_TEXT
                # What has a heading is a part of the text, or another article.
                and HEADINGS.isdisjoint(tags[node : page.end[node]])
                and not hints[node] & _ARTICLE
                and not self._holds_text_beside(node)
                and not any(_TEXT_BESIDE.search(name) for name in page.names[node : page.end[node]] if name)
            ):
                caption[node] = True
                unit[node] = node

    def _holds_text_beside(self, node: int) -> bool:
        """Whether a paragraph stands in a node beside a caption: it is of the text, in a column of its own."""
        page, tags = self.page, self.page.tags
        inside = range(node, page.end[node])
        caption = next((inner for inner in inside if tags[inner] == "figcaption"), 0)
        return caption > 0 and any(
            tags[inner] == "p" and self.prose.prose[inner] >= _PARAGRAPH and not caption < inner < page.end[caption]
            for inner in inside
        )

    def _look(self) -> bytearray:
        page, caption, unit = self.page, self.caption, self.unit
        tags, parent, hints, dropped = page.tags, page.parent, page.hints, self.prose.dropped
        first, last = self.container, page.end[self.container]
        return bytearray(
            first <= node < last
            and density <= 0.5
            and not dropped[node]
            # A paragraph right in what may be a figure may be text beside a picture.
            and (not caption[node] or (tags[node] == "p" and unit[node] == parent[node]))
            and tags[node] not in _NO_TEXT
            and not hints[node] & _CAPTION
            for node, density in zip(page.line_node, self.prose.density, strict=True)
        )


def _stands_behind_frame(element: Element) -> bool:
    """Whether the element before one shows what lives elsewhere, and says nothing."""
    before = element.getprevious()
    return (
        before is not None and next(before.iter(*_FRAMES), None) is not None and not "".join(before.itertext()).strip()
    )
