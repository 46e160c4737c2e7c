"""Cards, as Ghost calls what is no text in its editors: pictures, code, embeds, boxes. Written as HTML.

What is in them is told by Ghost's own renderers: https://github.com/TryGhost/Koenig. Captions and the words of boxes
are HTML already.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from articlekit.entities import encode
from articlekit.markup import html_of_text
from articlekit.plugin import Json
from articlekit_ghost.answers import objects


@frozen(kw_only=True)
class Written:
    """What an editor keeps, written as HTML."""

    html: str
    #: The kinds of cards that were left out.
    left_out: tuple[str, ...] = ()


def card_html(kind: str, card: Mapping[str, Json]) -> str | None:  # noqa: PLR0911  one for each kind
    """Write a card as HTML; None where it is of a kind that holds nothing of the article, or an unknown one."""
    match kind:
        case "hr" | "horizontalrule":
            return "<hr>"
        case "image":
            return f"<figure>{_image(card)}{_caption(card)}</figure>"
        case "gallery":
            return f"<figure>{''.join(map(_image, objects(card.get('images'))))}{_caption(card)}</figure>"
        case "code" | "codeblock":
            code = f'<code class="language-{attribute(card, "language")}">{encode(said(card, "code"))}</code>'
            return f"<pre>{code}</pre>{_caption(card)}"
        case "html":
            return said(card, "html")
        case "markdown" | "card-markdown":
            return html_of_text(said(card, "markdown"))
        case "embed":
            return f"<figure>{said(card, 'html')}{_caption(card)}</figure>"
        case "bookmark" | "button" | "audio" | "video" | "file":
            return f"<p>{_link(card)}</p>{_caption(card)}"
        case "callout":
            return f"<blockquote>{said(card, 'calloutText')}</blockquote>"
        case "toggle" | "header":
            below = said(card, "content") or said(card, "subheader")
            return f"<p>{said(card, 'heading') or said(card, 'header')}</p><p>{below}</p>"
        case "product":
            return f"<p>{said(card, 'productTitle')}</p>{said(card, 'productDescription')}"
    return None


def said(card: Mapping[str, Json], name: str) -> str:
    """Give a member that is text; empty where there is none."""
    value = card.get(name)
    return value if isinstance(value, str) else ""


def attribute(card: Mapping[str, Json], name: str) -> str:
    """Write a member as the value of an attribute."""
    return encode(said(card, name)).replace('"', "&quot;")


def _image(card: Mapping[str, Json]) -> str:
    return f'<img src="{attribute(card, "src")}" alt="{attribute(card, "alt")}">'


def _caption(card: Mapping[str, Json]) -> str:
    return f"<figcaption>{said(card, 'caption')}</figcaption>" if said(card, "caption") else ""


def _link(card: Mapping[str, Json]) -> str:
    url = attribute(card, "url") or attribute(card, "src") or attribute(card, "buttonUrl")
    metadata = card.get("metadata")
    title = said(metadata, "title") if isinstance(metadata, dict) else ""
    title = title or said(card, "title") or said(card, "fileTitle") or said(card, "buttonText")
    return f'<a href="{url}">{encode(title) or url}</a>'
