"""The body of a node: a formatted text, or paragraphs that are entities of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlekit.markup import html_of_text
from articlekit.plugin import Json
from articlekit_drupal.resources import Document, Object, references, text

# What Drupal and its modules call the text of a node, those first that are its own.
_BODIES: Final = ("body", "field_body", "field_text", "field_content", "field_article_body")
_PARAGRAPHS: Final = "paragraph--"


def body_html(attributes: Object, relationships: Object, document: Document) -> str | None:
    """Take the HTML of a node's text out of its fields; None where there is none."""
    named = [name for name in _BODIES if _html(attributes.get(name))]
    others = [name for name, value in attributes.items() if name not in _BODIES and _html(value)]
    # Of texts that nothing is known of the longest is the body.
    longest = sorted(others, key=lambda name: -len(_html(attributes[name]) or ""))
    parts = [*_paragraphs(relationships, document)]
    if not named and not parts:
        named = longest[:1]
    html = [_html(attributes.pop(name)) or "" for name in named[:1]]
    return "\n".join((*html, *parts)) or None


def _paragraphs(relationships: Object, document: Document) -> Iterator[str]:
    """Give the texts of Drupal's Paragraphs, in order, with those that stand in them; each once, even in itself."""
    seen: set[int] = set()
    stack = [*reversed(_parts(relationships, document))]
    while stack:
        paragraph = stack.pop()
        if id(paragraph) in seen:
            continue
        seen.add(id(paragraph))
        attributes, inner = paragraph.get("attributes"), paragraph.get("relationships")
        for said in attributes.values() if isinstance(attributes, dict) else ():
            if html := _html(said):
                yield html
        if isinstance(inner, dict):
            stack.extend(reversed(_parts(inner, document)))


def _parts(relationships: Object, document: Document) -> list[Object]:
    """Give the paragraphs that fields refer to, as far as they are there."""
    return [
        found
        for relationship in relationships.values()
        for reference in references(relationship)
        if (text(reference.get("type")) or "").startswith(_PARAGRAPHS)
        and (found := document.referred(reference)) is not None
    ]


def _html(value: Json) -> str | None:
    """Give the HTML of a formatted text: as Drupal shows it, else as it was typed."""
    if not isinstance(value, dict):
        return None
    if processed := text(value.get("processed")):
        return processed
    typed = text(value.get("value"))
    if typed is None or "format" not in value:
        return None
    if value.get("format") == "plain_text" or "<" not in typed:
        # Drupal's own filters make paragraphs of lines.
        return html_of_text(typed, line_breaks=True)
    return typed
