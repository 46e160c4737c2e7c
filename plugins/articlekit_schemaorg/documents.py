"""A saved document and the blocks of JSON-LD in it: one, several, or the pieces of one that is broken."""

from __future__ import annotations

import re
from typing import Final

from articlekit.json_repair import cut, start_of
from articlekit.json_rest import Records, begun, is_rest
from articlekit.plugin import Diagnostic, Source

_SCRIPT: Final = re.compile(
    r"<script\b[^<>]{0,400}\bld\+json\b[^<>]{0,400}>(.*?)(?:</script\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_KINDS: Final = r"(?:Article|(?<!Job)Posting|Report|NewsAnalysis|APIReference|ClaimReview)\""
_KIND: Final = re.compile(rf'"@?type"\s*:\s*(?:\[\s*(?:"[^"]{{0,60}}"\s*,\s*)*)?"[^"]{{0,60}}{_KINDS}')
_FIRST_MEMBER: Final = re.compile(r'[\[{\s]*+"@(?:context|type|id|graph)"')
# It looks back from its characters, which is fifty times as fast as to look for every border of a word.
_VOCABULARY: Final = re.compile(r"schema\.org(?<!\wschema\.org)\b")
# How a node, or a document of its own, begins.
_NODE: Final = rf'"@context"|"@type"\s*:\s*\[?\s*"[^"]{{0,60}}{_KINDS}'
# By these, which no person, picture or page has, what is left of an article is known, though it says not what it is.
_RECORDS: Final = Records(
    begin=_NODE,
    members=frozenset(("headline", "alternativeHeadline", "articleBody", "articleSection", "wordCount")),
    list="@graph",
    holders=frozenset(("@graph",)),
    lost='"@type":"Article"',
)
_WINDOW: Final = 65_536

_SURE, _LIKELY, _ONLY_SCRIPTS, _OTHER_KIND = 0.92, 0.6, 0.6, 0.3


def sniff(source: Source) -> float:
    """Say how sure it is that this is a document of schema.org: JSON-LD says so in its first member."""
    head = source.head
    if head[:7].lower() == "<script":
        return _ONLY_SCRIPTS if not _SCRIPT.sub("", source.text).strip() else 0.0
    text = source.text[:_WINDOW].lstrip()
    start = start_of(text)
    if not text.startswith(("{", "["), start) and not is_rest(source.text):
        return 0.0
    begins, is_known = _FIRST_MEMBER.match(text, start), _VOCABULARY.search(text)
    if _KIND.search(text):
        return _SURE if begins else _LIKELY if is_known or '"@type"' in text else 0.0
    if begins and is_known:
        return _OTHER_KIND
    return _LIKELY if source.media_type == "application/ld+json" else 0.0


def blocks_of(text: str) -> tuple[list[str], tuple[Diagnostic, ...]]:
    """Cut a document into blocks of JSON-LD, each to be read for itself; say what is lost at its beginning.

    Scripts of a page are blocks, and so are values that stand one after the other. A list or a graph that is broken is
    cut where its nodes begin, so that what is broken in one does not reach the next.
    """
    if text.lstrip()[:7].lower() == "<script":
        return [script[1] for script in _SCRIPT.finditer(text)], ()
    rest = begun(text, _RECORDS)
    return cut(rest.text if rest else text, record=_NODE, lists=("@graph",)), rest.diagnostics if rest else ()
