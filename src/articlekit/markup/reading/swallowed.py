"""Tags that have lost a quotation mark or their own end: they take what stands behind them for attributes."""

from __future__ import annotations

import re
from typing import Final

from articlekit.markup.tokens import Tokens

# Possessive: each character is looked at once, for each of the two.
_QUOTED: Final = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
_ADDRESS_OR_NAME: Final = re.compile(
    r"""(?<![\w-])(?:href|src|class|id|rel|target|style)\s*+=\s*+(?:"(?!data:|javascript:)([^"]*+)|'(?!data:|javascript:)([^']*+))""",
    re.IGNORECASE,
)
_TAG: Final = re.compile(r"</?[a-z]", re.IGNORECASE)


def has_swallowed(tokens: Tokens) -> bool:
    """Whether a tag holds another, where none can be: in its name, between its attributes, in what holds no markup.

    Other attributes may hold some: pages keep captions in them.

    Example:
        >>> from articlekit.markup.tokens import tokenize
        >>> [has_swallowed(tokenize(html)) for html in ('<a href="/b>c</a> <i class="d">', '<a title="<b>">')]
        [True, False]
    """
    in_names = any("<" in name for name in tokens.names if name is not None)
    return in_names or any(isinstance(slot, str) and "<" in slot and _holds_a_tag(slot) for slot in tokens.slots)


def _holds_a_tag(slot: str) -> bool:
    values = (found[1] or found[2] or "" for found in _ADDRESS_OR_NAME.finditer(slot))
    return _TAG.search(_QUOTED.sub("", slot)) is not None or any(map(_TAG.search, values))
