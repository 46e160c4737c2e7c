"""WXR, WordPress's export: RSS with all that a post has, versions 1.0 to 1.2."""

from collections.abc import Iterator

from articlekit.plugin import Article, Source
from articlekit_wordpress.wxr.sniffing import sniff
from articlekit_wordpress.wxr.writing import HOLDS, write

__all__ = ["HOLDS", "parse", "sniff", "write"]


def parse(source: Source) -> Iterator[Article]:
    """Read the posts, pages and posts of other types, one by one, in the order of the export.

    Raises:
        NoArticleError: There is none in it.
    """
    from articlekit_wordpress.wxr.reading import read_export  # when there is something to read

    return read_export(source)
