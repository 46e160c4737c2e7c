"""Shortcodes that no plugin expanded: ``[vc_row …]``, ``[caption …]…[/caption]``, ``[embed]…[/embed]``.

Square brackets are also prose (``[sic]``, ``[1]``, ``[…]``), Markdown (``[text](url)``), code and placeholders
(``[IMAGE]``, ``[first_name]``). So a tag is told by its shape: it carries attributes, or it is closed by a tag of its
name, or it has an underscore in its name or is one of WordPress's own and stands apart from the words around it.

The grammar: https://developer.wordpress.org/reference/functions/get_shortcode_regex/
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from articlekit.plugin import Diagnostic
from articlekit_wordpress.values import counted

# Nothing between the brackets is a bracket, so every character is looked at once.
_TAG = re.compile(r"\[(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>(?:[\s/=<][^\[\]]*)?)\]")
# wptexturize has made typographic quotes of those round a value, in the local style, most often as references.
_QUOTE = r"""(?:["'“”„″‘’‚′«»]|&(?:\#0?\d{2,4}|quot|[lr]aquo|[lrbs]dquo|[lrs]quo);)"""
_QUOTED_ATTRIBUTE = re.compile(rf"[\s>][A-Za-z_][\w-]*={_QUOTE}")
# A bare value is also how prose writes an equation: only names that are everywhere attributes count.
_BARE_ATTRIBUTE = re.compile(
    r"[\s>](?:ids?|src|url|link|href|class|type|width|height|title|name|slug|key|category|count|limit|columns|size|align)="
    r"[^\s=\]]"
)
_MEDIA_ADDRESS = re.compile(rf"\s(?:src|mp3|m4a|ogg|wav|mp4|m4v|webm|ogv)={_QUOTE}?(https?://[^\s\"'<>&\]]+)")
_ADDRESS = re.compile(r"\s*(https?://[^\s\"'<>]+)\s*")
_IMAGE = re.compile(r"\s*(?:<p>\s*)?((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?)", re.IGNORECASE)
_CAPTION = re.compile(r"\scaption=")
_VALUE = re.compile(rf"{_QUOTE}(.*?){_QUOTE}(?=\s|$)", re.DOTALL)
_OWN = frozenset({"audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption"})
# What may stand beside a tag that stands apart: nothing, a line's end, an element's tag.
_EDGES = ("", ">", "<", "\n", "\r")
# In ASCII's letters alone: without case, ``<ſcript`` would be one too, and its end looked for in vain.
_CODE = re.compile(r"<((?ai:pre|code|kbd|samp|style|script|textarea))\b")


def drop_shortcodes(html: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Drop the tags of shortcodes from the source of a content and keep the text between them.

    A caption becomes a figure; what embeds an address becomes a frame, a sound or a video.

    Example:
        >>> drop_shortcodes('<p>[box color="red"]Kept [sic].[/box]</p>')[0]
        '<p>Kept [sic].</p>'
    """
    if "[" not in html:
        return html, ()
    tags = _shortcodes(html)
    if not tags:
        return html, ()
    pieces: list[str] = []
    end = 0
    for start, stop, replacement in _replacements(html, tags):
        pieces += html[end:start], replacement
        end = stop
    pieces.append(html[end:])
    names = Counter(f"[{tag['name']}]" for tag in tags)
    message = f"tags of shortcodes that no plugin had expanded were dropped: {counted(dict(names.most_common()))}"
    return "".join(pieces), (Diagnostic(code="body.shortcodes-dropped", message=message),)


def has_shortcodes(html: str) -> bool:
    """Whether `drop_shortcodes` would drop anything."""
    return "[" in html and bool(_shortcodes(html))


def _shortcodes(html: str) -> list[re.Match[str]]:
    tags = list(_TAG.finditer(html))
    if not tags:
        return []
    tags = list(_outside_code(html, tags))
    opened: set[str] = set()
    paired: set[str] = set()
    for tag in tags:
        if not tag["close"]:
            opened.add(tag["name"])
        elif tag["name"] in opened:
            paired.add(tag["name"])
    return [tag for tag in tags if tag["name"] in paired or _is_shortcode(html, tag)]


def _code(html: str) -> Iterator[tuple[int, int]]:
    """Where brackets are code, not markup."""
    end = 0
    while opening := _CODE.search(html, end):
        end = html.find(f"</{opening[1]}", opening.end())
        if end < 0:
            return
        yield opening.start(), end


def _outside_code(html: str, tags: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    regions = _code(html)
    start, end = next(regions, (len(html), len(html)))
    for tag in tags:
        while end < tag.start():
            start, end = next(regions, (len(html), len(html)))
        if tag.start() < start:
            yield tag


def _is_shortcode(html: str, tag: re.Match[str]) -> bool:
    name, rest = tag["name"], tag["rest"]
    if rest.startswith("=") or html.startswith("(", tag.end()):
        return False
    if _QUOTED_ATTRIBUTE.search(rest) or _BARE_ATTRIBUTE.search(rest):
        return True
    if "_" not in name and name not in _OWN:
        return False
    return bool(tag["close"]) or (not rest.strip(" /") and _stands_apart(html, tag))


def _stands_apart(html: str, tag: re.Match[str]) -> bool:
    """Whether a tag adjoins another tag, or stands alone in its line or element."""
    before, after = _around(html, tag.start(), tag.end())
    return before == "]" or after == "[" or (before in _EDGES and after in _EDGES)


def _around(html: str, start: int, end: int) -> tuple[str, str]:
    """Give the characters before and after, passing over blanks; none is the edge of the text."""
    return html[max(0, start - 8) : start].rstrip(" \t")[-1:], html[end : end + 8].lstrip(" \t")[:1]


def _replacements(html: str, tags: Sequence[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """Say of each place what stands there instead: of a caption or embed as a whole, of other tags by runs."""
    i = 0
    while i < len(tags):
        following = tags[i + 1] if i + 1 < len(tags) else None
        if whole := _whole(html, tags[i], following):
            end, replacement = whole
            yield tags[i].start(), end, replacement
            i += 1
            while i < len(tags) and tags[i].start() < end:
                i += 1
            continue
        first = i
        while i + 1 < len(tags) and not html[tags[i].end() : tags[i + 1].start()].strip():
            i += 1
            if _whole(html, tags[i], tags[i + 1] if i + 1 < len(tags) else None):
                i -= 1
                break
        run = tags[first : i + 1]
        yield run[0].start(), run[-1].end(), _gap(html, run)
        i += 1


def _whole(html: str, tag: re.Match[str], following: re.Match[str] | None) -> tuple[int, str] | None:
    name = tag["name"]
    if tag["close"] or name not in _OWN:
        return None
    closing = following if following is not None and following["close"] and following["name"] == name else None
    inside = html[tag.end() : closing.start()] if closing else ""
    end = closing.end() if closing else tag.end()
    if name in {"caption", "wp_caption"} and (image := _IMAGE.match(inside)):
        caption = inside[image.end() :].strip() or _caption(tag["rest"])
        return end, f"<figure>{image[1]}<figcaption>{caption}</figcaption></figure>"
    if name == "embed" and (address := _ADDRESS.fullmatch(inside)):
        return end, f'<iframe src="{address[1]}"></iframe>'
    if name in {"audio", "video"} and (address := _MEDIA_ADDRESS.search(tag["rest"]) or _ADDRESS.fullmatch(inside)):
        return end, f'<{name} src="{address[1]}"></{name}>'
    return None


def _caption(attributes: str) -> str:
    # WordPress 3.3 and older put the caption into an attribute.
    start = _CAPTION.search(attributes)
    value = start and _VALUE.match(attributes, start.end())
    return value[1] if value else ""


def _gap(html: str, run: Sequence[re.Match[str]]) -> str:
    """Keep words apart that stood in different boxes of a page builder, and those together that stood in one."""
    before, after = _around(html, run[0].start(), run[-1].end())
    if before in _EDGES or after in _EDGES:
        return ""
    next_box = any(tag["close"] and not after["close"] for tag, after in pairwise(run))
    return "<div></div>" if next_box or any("_" in tag["name"] for tag in run) else ""
