"""Pictures and what is embedded: where they really are, behind lazy loading, sources to choose from and fallbacks."""

from __future__ import annotations

import re
from typing import Literal

from articlekit.blocks import Embed, Image
from articlekit.markup.line import in_one_line
from articlekit.markup.reading.frames import DROP, SPAN, Verdict
from articlekit.markup.reading.maths import put_formula, tex
from articlekit.markup.reading.reader import Reader
from articlekit.markup.safety import is_safe_frame, is_safe_picture
from articlekit.markup.tokens import Piece, attributes_of, names_of

# Where lazy loading keeps the address until the picture comes into view; `src` holds a placeholder then.
_LAZY = ("data-lazy-src", "data-src", "data-original", "data-lazy", "data-orig-src", "data-url", "data-echo")
_LAZY_SETS = ("data-lazy-srcset", "data-srcset")
_LATER = frozenset(_LAZY)
_PLACEHOLDER = re.compile(
    r"data:|about:|(?:blank|spacer|pixel|placeholder|transparent|loading|lazy|clear|1x1|grey|gray)[\w-]*\.(?:gif|png|svg|jpe?g)$",
    re.IGNORECASE,
)
# Data that is shorter is a placeholder, whatever it shows.
_LEAST_DATA = 1_000
# Class names of pictures that stand for characters, and for formulas.
_FORMULAS = frozenset(
    names_of("latex tex math mathimg mwe-math-fallback-image-inline mwe-math-fallback-image-display ee_img")
)
_STANDING_FOR_TEXT = _FORMULAS | frozenset(names_of("emoji twemoji emoticon smiley wp-smiley"))
_CANDIDATE = re.compile(r"([^\s,]\S*+)(?:\s++([0-9]++(?:\.[0-9]++)?+)[wx])?+[^,]*+")
_SIZE = re.compile(r"-[0-9]+x[0-9]+(?=\.\w+$)")


def open_picture(reader: Reader) -> Verdict:
    """Put a picture; one that stands for a character or a formula is that."""
    put_picture(reader, reader.attributes())
    return SPAN


def put_picture(reader: Reader, attributes: dict[str, str]) -> None:
    """Put a picture, by the attributes of its element."""
    alt = in_one_line(attributes.get("alt"))
    classes = attributes.get("class", "")
    if alt is not None and not _STANDING_FOR_TEXT.isdisjoint(names := classes.split()):
        if _FORMULAS.isdisjoint(names):
            reader.line.add(alt)
        else:
            put_formula(reader, tex(alt), is_display=False)
        return
    url = None if _is_tracker(attributes) else _picture_address(reader, attributes)
    if url is None or url == reader.twin:
        reader.twin = None
        return
    link = reader.line.open.get("a")
    reader.put(Image(url=url, alt=alt, link=link.rule[1] if link and link.rule[0] == "link" else None))
    reader.last_shown = url


def _is_tracker(attributes: dict[str, str]) -> bool:
    return attributes.get("width") in ("0", "1") and attributes.get("height") in ("0", "1")


def _picture_address(reader: Reader, attributes: dict[str, str]) -> str | None:
    """Find the address that a browser would show in the end."""
    source = attributes.get("src")
    stands_in = (
        not source or _PLACEHOLDER.match(source if source[:5] == "data:" else source.rpartition("/")[2]) is not None
    )
    if not stands_in and _LATER.isdisjoint(attributes):
        return reader.address(source, is_safe_picture)
    candidates = [attributes.get(key) for key in _LAZY]
    candidates.append(None if stands_in else source)
    candidates.extend(_largest(attributes.get(key)) for key in (*_LAZY_SETS, "srcset"))
    if stands_in:
        for other in reader.sources:
            found = attributes_of(other)
            candidates.extend(_largest(found.get(key)) for key in ("srcset", *_LAZY_SETS))
        if source and (not source.startswith("data:") or len(source) >= _LEAST_DATA):
            candidates.append(source)
    addresses = (reader.address(candidate, is_safe_picture) for candidate in candidates if candidate)
    return next((address for address in addresses if address and (address == source or address[:5] != "data:")), None)


def _largest(choices: str | None) -> str | None:
    """Give the largest picture of a ``srcset`` (https://html.spec.whatwg.org/multipage/images.html#srcset-attributes)."""
    if not choices:
        return None
    found = [(float(size or 1), address.rstrip(",")) for address, size in _CANDIDATE.findall(choices)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def open_sources(reader: Reader) -> Verdict:
    """Begin or end a choice of pictures, or add one to it."""
    if reader.name == "source":
        reader.sources.append(reader.slot)
    else:
        reader.sources.clear()
    return SPAN


def open_embed(reader: Reader) -> Verdict:
    """Put what is embedded; what stands inside for want of it is no part of the article."""
    name, attributes = reader.name, reader.attributes()
    # Parsers of older HTML let all that follows an `embed` be its content.
    content = [] if name == "embed" else reader.content()
    url = _embed_address(reader, name, attributes, content)
    if url == reader.twin:
        reader.twin = None
    elif url is not None:
        media = _MEDIA.get(attributes.get("data-media") or name.removeprefix("amp-"), "frame")
        reader.put(Embed(url=url, media=media, title=in_one_line(attributes.get("title"))))
        reader.last_shown = url
    return SPAN if name == "embed" else DROP


_MEDIA: dict[str, Literal["audio", "video", "frame", "object"]] = {
    "audio": "audio",
    "video": "video",
    "object": "object",
    "embed": "object",
}
_EMBED_LAZY = ("data-lazy-src", "data-src", "data-litespeed-src", "src", "data", "data-href")
# What the AMP components leave unsaid, as their documentation has it.
_AMP = {
    "amp-youtube": ("data-videoid", "https://www.youtube.com/embed/{}"),
    "amp-vimeo": ("data-videoid", "https://player.vimeo.com/video/{}"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/embed/video/{}"),
    "amp-twitter": ("data-tweetid", "https://twitter.com/i/status/{}"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/{}/"),
    "amp-soundcloud": ("data-trackid", "https://api.soundcloud.com/tracks/{}"),
}
AMP_EMBEDS = ("amp-iframe", "amp-video", "amp-audio", "amp-facebook", *_AMP)


def _embed_address(reader: Reader, name: str, attributes: dict[str, str], content: list[Piece]) -> str | None:
    if _is_tracker(attributes) or "display:none" in attributes.get("style", "").replace(" ", ""):
        return None
    candidates = [attributes.get(key) for key in _EMBED_LAZY]
    if name in _AMP:
        key, form = _AMP[name]
        if key in attributes:
            candidates.append(form.format(attributes[key]))
    for inner, slot, _ in content:
        if inner in ("source", "embed", "iframe"):
            found = attributes_of(slot)
            candidates.extend(found.get(key) for key in _EMBED_LAZY)
        elif inner == "param":
            found = attributes_of(slot)
            if found.get("name", "").lower() in ("movie", "src", "url", "filename"):
                candidates.append(found.get("value"))
    addresses = (reader.address(candidate, is_safe_frame) for candidate in candidates if candidate)
    return next(filter(None, addresses), None)


def open_noscript(reader: Reader) -> Verdict:
    """Put what scripts would have shown, unless it was there already; the words are only for those without scripts."""
    for name, slot, _ in reader.content():
        if name not in ("img", "amp-img", "iframe"):
            continue
        attributes = attributes_of(slot)
        before = reader.last_shown
        if name == "iframe":
            url = _embed_address(reader, name, attributes, [])
            if url is not None and url != before:
                reader.put(Embed(url=url, title=in_one_line(attributes.get("title"))))
        else:
            url = None if _is_tracker(attributes) else _picture_address(reader, attributes)
            if url is not None and (before is None or _name(url) != _name(before)):
                put_picture(reader, attributes)
        reader.twin = url
    return DROP


def _name(url: str) -> str:
    """Give what an address has in common with those of other sizes of the same picture."""
    return _SIZE.sub("", url.partition("?")[0])
