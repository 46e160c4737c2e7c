"""The library's own JSON whose beginning is lost: how its articles are told, and what is left of the first one."""

from __future__ import annotations

from typing import Final

from attrs import fields_dict

from articlekit.article import Article
from articlekit.diagnostic import Diagnostic
from articlekit.json_rest import BODY_LOST, Records
from articlekit.plugin import BLOCKS
from articlekit.writers._records import Tree

RECORDS: Final = Records(
    begin=r'"articlekit"\s*:',
    # No block, author, claim or diagnostic has these.
    members=frozenset(("published", "modified", "claims", "origin", "diagnostics", "extra")),
    lost='"articlekit":1',
)
_FIELDS: Final = frozenset(fields_dict(Article))


def restored(tree: Tree) -> tuple[Tree, tuple[Diagnostic, ...]]:
    """Put the blocks that are left where they belong, and what no field is known of into `Article.extra`."""
    unknown = {name: tree[name] for name in tree if name not in _FIELDS}
    known = {name: tree[name] for name in tree if name in _FIELDS}
    rest = unknown.get("")
    is_body = isinstance(rest, list) and any(isinstance(each, dict) and each.get("type") in BLOCKS for each in rest)
    notes: tuple[Diagnostic, ...] = ()
    if is_body and "body" not in known:
        first, *whole = unknown.pop("")
        text = first.get("text", first.get("")) if isinstance(first, dict) else None
        if isinstance(first, dict) and first.get("type") in BLOCKS:
            whole.insert(0, first)
        elif isinstance(text, str):
            whole.insert(0, {"type": "Paragraph", "text": text})
        else:
            unknown[""] = first
        known["body"], notes = whole, (BODY_LOST,)
    extra = known.get("extra", {})
    return known | ({"extra": extra | unknown} if unknown and isinstance(extra, dict) else {}), notes
