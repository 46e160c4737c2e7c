"""WXR, WordPress's export: RSS with all that a post has, versions 1.0 to 1.2."""

from articlekit_wordpress.wxr.reading import parse, sniff
from articlekit_wordpress.wxr.writing import HOLDS, write

__all__ = ["HOLDS", "parse", "sniff", "write"]
