"""Tags as they stand in the bytes of a page, for what is looked for before it is parsed."""

from __future__ import annotations

import re
from typing import Final

BLOCKS: Final = "article|blockquote|div|h[1-6]|ol|p|section|table|ul"
"""Names of the elements that hold the text of a page, as alternatives of a pattern."""
TAG: Final = re.compile(rb"</?[a-z]", re.IGNORECASE)
END_OF_DOCUMENT: Final = re.compile(rb"</(?:body|html)[\s>]", re.IGNORECASE)
