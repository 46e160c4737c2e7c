r"""Gives the HTML of a post back the tags it lost.

A reader of HTML that is run over JSON takes ``<p>`` for a tag and leaves ``<\/p>`` as text: every start tag is gone,
every end tag still there. So it is known where each paragraph ends. A pattern such as ``<[^>]+>`` takes both: then
only the line ends that WordPress writes after every block tell where one ends.
"""

from __future__ import annotations

import re
from typing import Final

from articlekit import entities
from articlekit.plugin import Diagnostic
from articlekit_wordpress.repair.code import beginning_of_code, without_code
from articlekit_wordpress.repair.strings import unescape

Notes = tuple[Diagnostic, ...]

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})\b([^<>]*+)>")
#: Elements that hold text and no blocks, or that can be read as if they did.
_TEXT_BLOCKS: Final = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "pre", "figcaption", "caption", "summary")
)
#: Elements around blocks: a text in them that no text block took is a paragraph.
_BOXES: Final = frozenset(
    (
        *("div", "section", "article", "aside", "header", "footer", "main", "nav", "figure", "ul", "ol", "dl", "table"),
        *("thead", "tbody", "tfoot", "tr", "blockquote", "form", "fieldset", "details", "address"),
    )
)
_VOID: Final = re.compile(r"<(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr|!--)")
_CODE: Final = frozenset({"script", "style"})
_ITEMS: Final = frozenset({"li", "dt", "dd"})
_BREAK: Final = re.compile(r"(?>(?:<br ?/?>)?)\s++|<br ?/?>")  # A whole run of white space, each looked at once.
_ESCAPED_TAG: Final = re.compile(r"&lt;/?(?:p|div|h[1-6]|ul|ol|li|a|span|figure|blockquote)\b")


def mend_content(html: str) -> tuple[str, Notes]:
    """Give the HTML of one post's text or excerpt back the paragraphs it lost.

    Sound HTML is returned as it is, after a few searches at the speed of `str.count`.

    Returns:
        HTML, and what had to be done: ``html.tags-lost``, ``html.double-encoded``.
    """
    notes: Notes = ()
    closers = html.count("</")
    if "\\" in html and html.count("<\\/") > closers:
        html = unescape(html)
        closers = html.count("</")
    if closers:
        return (html, notes) if _is_sound(html, closers) else _from_closers(html)
    if "<" in html:
        return html, notes
    if "&lt;/" in html and _ESCAPED_TAG.search(html):
        message = "the HTML had been escaped as text; this was undone"
        return entities.decode(html), (Diagnostic(code="html.double-encoded", message=message),)
    return _from_lines(html) if "\n" in html.strip() else (html, notes)


def _is_sound(html: str, closers: int) -> bool:
    """Whether most end tags have their start tags."""
    openers = html.count("<") - closers
    return openers >= closers or (openers - len(_VOID.findall(html))) * 3 > closers


def _lost(message: str) -> Notes:
    return (Diagnostic(code="html.tags-lost", message=message),)


# -- end tags without start tags


def _from_closers(html: str) -> tuple[str, Notes]:
    rebuilt = _Rebuilt()
    position = 0
    for tag in _TAG.finditer(html):
        rebuilt.text(html[position : tag.start()])
        position = tag.end()
        if tag[1]:
            rebuilt.close(tag[2].lower())
        else:
            rebuilt.open(tag[2].lower(), tag[0])
    rebuilt.text(html[position:])
    rebuilt.finish()
    return "".join(rebuilt.parts), _lost(f"start tags are missing: {html.count('</')} end tags stand alone")


class _Rebuilt:
    """HTML that is written again from texts and end tags."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._waiting: list[str] = []
        self._open: dict[str, int] = {}
        self._items: list[int] = []  # Where items begin in `parts` that no list has taken yet.

    def text(self, text: str) -> None:
        self._waiting.append(text)

    def open(self, name: str, tag: str) -> None:
        """Take a start tag that is still there."""
        if name in _TEXT_BLOCKS or name in _BOXES:
            self._paragraphs()
            self._open[name] = self._open.get(name, 0) + 1
            self.parts.append(tag)
        else:
            self._waiting.append(tag)

    def close(self, name: str) -> None:
        """Take an end tag, and make the start tag it lacks."""
        if self._open.get(name):
            self._open[name] -= 1
            self.parts += [*self._take(), f"</{name}>"]
        elif name in _TEXT_BLOCKS:
            self._block(name)
        elif name in _CODE:
            self._drop_code()
        elif name in {"ul", "ol", "dl"}:
            self._paragraphs()
            self._list(name)
        elif name == "blockquote":
            self._quote()
        elif name in _BOXES:
            self._paragraphs()

    def finish(self) -> None:
        self._paragraphs()

    def _take(self) -> list[str]:
        taken, self._waiting = self._waiting, []
        return taken

    def _block(self, name: str) -> None:
        *before, last = _split("".join(self._take()).strip())
        self.parts += [f"<p>{_broken(text)}</p>\n" for text in before if text]
        if not last:
            return
        if name in _ITEMS:
            self._items.append(len(self.parts))
        if name == "figcaption":
            self.parts.append(f"<figure><figcaption>{last}</figcaption></figure>\n")
        elif name in {"td", "th", "caption", "summary"}:
            self.parts.append(f"<p>{last}</p>\n")
        else:
            self.parts.append(f"<{name}>{last if name == 'pre' else _broken(last)}</{name}>\n")

    def _paragraphs(self) -> None:
        for text in _split("".join(self._take()).strip()):
            if text:
                self.parts.append(f"<p>{_broken(text)}</p>\n")

    def _list(self, name: str) -> None:
        if self._items:
            self.parts.insert(self._items[0], f"<{name}>\n")
            self.parts.append(f"</{name}>\n")
            self._items.clear()

    def _quote(self) -> None:
        rest = "".join(self._take()).strip()
        if rest:
            self.parts.append(f"<blockquote><p>{_broken(rest)}</p></blockquote>\n")
        elif self.parts and self.parts[-1].startswith("<p>"):
            self.parts[-1] = f"<blockquote>{self.parts[-1].rstrip()}</blockquote>\n"

    def _drop_code(self) -> None:
        """Leave out a script or style sheet whose start tag is lost: from where it begins to look like one."""
        begin = beginning_of_code(self._waiting[-1]) if self._waiting else None
        if begin is not None:
            self._waiting[-1] = self._waiting[-1][:begin]


def _split(text: str) -> list[str]:
    """Part a text where a start tag must have stood: a line break leaves two line ends, a paragraph three."""
    parts, start = [], 0
    for found in _BREAK.finditer(text):
        if found[0].count("\n") > 2:
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]


def _broken(text: str) -> str:
    """Write the line ends of a text as line breaks."""
    return _BREAK.sub(lambda found: "<br>\n" if "\n" in found[0] else found[0], text)


# -- no tags at all


def _from_lines(text: str) -> tuple[str, Notes]:
    lines = [line.strip() for line in without_code(text).split("\n")]
    html = "".join(f"<p>{line}</p>\n" for line in lines if line)
    return html, _lost("there are no tags, only lines, each of which was taken for a paragraph")
