"""What may stand in written HTML: addresses that run nothing, and MathML by an allow-list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Final
from urllib.parse import urljoin

from articlekit.markup.parsing import Element

SAFE_SCHEMES: Final = frozenset(
    ["http", "https", "ftp", "ftps", "sftp", "mailto", "news", "nntp", "irc", "ircs", "tel", "sms", "fax", "geo", "urn", "doi", "magnet", "xmpp", "webcal", "feed", "matrix", "whatsapp", "viber", "tg", "skype", "facetime", "signal", "bitcoin", "ethereum", "lightning", "ipfs", "gopher", "gemini", "rtsp", "mms", "svn", "git", "ssh"]
)
"""Schemes an address may have; an address without a scheme is relative and safe too."""

# What the URL standard's parser drops before it looks at the scheme (https://url.spec.whatwg.org/#concept-basic-url-parser).
_EDGES = "".join(map(chr, range(0x21)))
_INSIDE = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*+:")
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif|bmp|x-icon)[;,]", re.IGNORECASE)


def clean(url: str) -> str:
    """Drop what the URL standard drops: controls and spaces at the ends, tabs and line breaks inside."""
    url = url.strip(_EDGES)
    return _INSIDE.sub("", url) if "\n" in url or "\t" in url or "\r" in url else url


def resolve(url: str, base: str | None) -> str:
    """Make an address absolute where a base is known."""
    url = clean(url)
    if base is None or not url or url.startswith(("http://", "https://")):
        return url
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def is_safe_link(url: str) -> bool:
    """Whether a link may lead there: a known scheme that runs nothing, or none."""
    scheme = _SCHEME.match(url)
    return bool(url) and (scheme is None or url[: scheme.end() - 1].lower() in SAFE_SCHEMES)


def is_safe_frame(url: str) -> bool:
    """Whether something may be shown from there: by HTTP, or relative."""
    scheme = _SCHEME.match(url)
    return bool(url) and (scheme is None or url[: scheme.end() - 1].lower() in ("http", "https"))


def is_safe_picture(url: str) -> bool:
    """Whether a picture may be shown from there: by HTTP, relative, or one that is data itself."""
    return is_safe_frame(url) or _PICTURE.match(url) is not None


_MATH_ELEMENTS: Final = frozenset(
    ["math", "maction", "maligngroup", "malignmark", "menclose", "merror", "mfenced", "mfrac", "mi", "mlabeledtr", "mlongdiv", "mmultiscripts", "mn", "mo", "mover", "mpadded", "mphantom", "mprescripts", "mroot", "mrow", "ms", "mscarries", "mscarry", "msgroup", "msline", "mspace", "msqrt", "msrow", "mstack", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover", "none", "semantics", "annotation"]
)
_MATH_ATTRIBUTES: Final = frozenset(
    ["accent", "accentunder", "align", "alttext", "columnalign", "columnlines", "columnspacing", "columnspan", "crossout", "depth", "dir", "display", "displaystyle", "encoding", "equalcolumns", "equalrows", "fence", "form", "frame", "framespacing", "height", "intent", "largeop", "length", "linethickness", "lspace", "mathbackground", "mathcolor", "mathsize", "mathvariant", "maxsize", "minsize", "movablelimits", "notation", "open", "close", "separators", "rowalign", "rowlines", "rowspacing", "rowspan", "rspace", "scriptlevel", "selection", "separator", "stackalign", "stretchy", "symmetric", "voffset", "width"]
)
TEX_ENCODINGS: Final = frozenset({"application/x-tex", "application/tex", "tex", "latex", "text/x-latex", "texstring"})


def _events(root: Element) -> Iterator[tuple[bool, Element]]:
    """Walk a tree without recursion: (True, element) where one begins, (False, element) where it ends."""
    yield True, root
    stack = [(root, iter(root))]
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield False, element
        else:
            yield True, child
            stack.append((child, iter(child)))


def safe_mathml(math: Element) -> str:
    """Write a ``math`` element with nothing in it but MathML."""
    parts: list[str] = []
    for begins, element in _events(math):
        tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
        if tag in _MATH_ELEMENTS:
            if begins:
                attributes = (
                    f' {name}="{escape(value)}"' for name, value in element.items() if name in _MATH_ATTRIBUTES
                )
                parts.append(f"<{tag}{''.join(attributes)}>")
                parts.append(escape(element.text or "", quote=False))
            else:
                parts.append(f"</{tag}>")
        if not begins and element is not math:
            parts.append(escape(element.tail or "", quote=False))
    return "".join(parts)
