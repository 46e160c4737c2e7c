"""HTML and XML: hardened parsers, HTML into blocks, blocks into HTML. The one room that knows lxml.

Most formats carry HTML inside, so most parser plugins need no more than this::

    from articlekit.markup import read_blocks

    reading = read_blocks(post["content"], url=post["link"])
    Article(body=reading.blocks, diagnostics=reading.diagnostics)
"""

from articlekit.markup.parsing import Element, parse_fragment, parse_html, parse_xml
from articlekit.markup.reading import Reading, plain_text, read_blocks, read_blocks_of, read_inline
from articlekit.markup.records import Record, local_name, read_records
from articlekit.markup.writing import write_blocks, write_inline

__all__ = [
    "Element",
    "Reading",
    "Record",
    "local_name",
    "parse_fragment",
    "parse_html",
    "parse_xml",
    "plain_text",
    "read_blocks",
    "read_blocks_of",
    "read_inline",
    "read_records",
    "write_blocks",
    "write_inline",
]
