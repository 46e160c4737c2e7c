"""How records show themselves: shortly in a console, as safe HTML in a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Final

from attrs import NOTHING, fields

if TYPE_CHECKING:
    from attrs import AttrsInstance

    from articlekit.article import Article
    from articlekit.claim import Claim

_LONGEST: Final = 80
_MOST: Final = 5
_WEB: Final = ("https://", "http://")


def said_shortly(record: AttrsInstance, **instead: str | None) -> str:
    """Give a record's repr without what is as its default; `instead` says of fields what to show, or not to."""
    shown = []
    for field in fields(type(record)):
        value = getattr(record, field.name)
        factory = getattr(field.default, "factory", None)
        default = factory() if factory else field.default
        if field.name in instead:
            if (text := instead[field.name]) is not None:
                shown.append(f"{field.name}={text}")
        elif default is NOTHING or value != default:
            shown.append(f"{field.name}={shortened(repr(value))}")
    return f"{type(record).__name__}({', '.join(shown)})"


def shortened(text: str) -> str:
    """Cut a text that is too long for one line."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def article_html(article: Article) -> str:
    """Show an article: what is known of it, how it begins, what was repaired. Nothing of it is markup any more."""
    paragraphs = [run.block.text for run in article.runs]
    facts = {
        "address": _link(article.url),
        "by": escape(", ".join(author.name for author in article.authors)),
        "published": article.published.isoformat() if article.published else "",
        "format": escape(article.origin.format or "") if article.origin else "",
        "body": f"{len(article.body)} blocks, {len(article.text)} characters" if article.body else "",
        "claims": str(len(article.claims) or ""),
    }
    return "".join(
        [
            "<article>",
            f"<h3>{escape(article.title or '(no title)')}</h3>",
            f"<p>{' · '.join(f'{name} {value}' for name, value in facts.items() if value)}</p>",
            *(f"<p>{escape(text)}</p>" for text in paragraphs[:_MOST]),
            "<p>…</p>" if len(paragraphs) > _MOST else "",
            _listed(str(diagnostic) for diagnostic in article.diagnostics),
            "</article>",
        ]
    )


def claim_html(claim: Claim) -> str:
    """Show a claim: its words, who says it, how worth checking it is and why. Nothing of it is markup any more."""
    said = claim.attribution
    facts = {
        "says": escape((said.speaker or "someone") if said else "the author"),
        "score": "" if claim.score is None else f"{claim.score:.2f}",
        "review": _link(claim.review.url) if claim.review else "",
    }
    shown = " · ".join(f"{name} {value}" for name, value in facts.items() if value)
    return f"<blockquote><p>{escape(claim.text)}</p><p>{shown}</p>{_listed(claim.reasons)}</blockquote>"


def _link(url: str | None) -> str:
    # An address may be that of a script.
    if url is None or not url.startswith(_WEB):
        return escape(url or "")
    return f'<a href="{escape(url)}">{escape(url)}</a>'


def _listed(texts: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f"<ul>{items}</ul>" if items else ""
