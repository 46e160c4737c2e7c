"""HTML and XML: hardened parsers, HTML into blocks, blocks into HTML. The one room that knows lxml.

Most formats carry HTML inside, so most parser plugins need no more than this::

    from articlekit.markup import read_blocks

    reading = read_blocks(post["content"], url=post["link"])
    Article(body=reading.blocks, diagnostics=reading.diagnostics)

How HTML becomes blocks::

    text ──▶ tokens ──▶ reader ──▶ blocks ──▶ writing ──▶ HTML that is safe in a browser
    tree ──▶    │          │
                │          └─ rules: what each tag means; one room for each kind of block says how it is made
                └─ tags in a row, with the text between them

The reader needs no tree: it keeps track of marks and blocks, and takes every other tag for the border of a paragraph or
for nothing. So text is read without a parser; what has to choose among elements first, parses a page with `parse_html`.
"""

from articlekit.markup.line import in_one_line
from articlekit.markup.marks import canonical_marks
from articlekit.markup.parsing.parsers import (
    Document,
    parse_document,
    parse_fragment,
    parse_html,
    parse_xml,
    recover_xml,
)
from articlekit.markup.reading.doors import Reading, plain_text, read_blocks, read_blocks_of, read_inline
from articlekit.markup.reading.figures import canonical_figure
from articlekit.markup.safety import is_safe_frame, is_safe_link, is_safe_picture, resolve
from articlekit.markup.tokens import Element
from articlekit.markup.writing.blocks import write_blocks
from articlekit.markup.writing.inline import write_inline
from articlekit.markup.writing.plain import html_of_text
from articlekit.markup.xml.record import Record, local_name
from articlekit.markup.xml.records import opened_xml, read_records
from articlekit.markup.xml.rest import is_rest_of_xml
from articlekit.markup.xml.text import xml_html, xml_text

__all__ = [
    "Document",
    "Element",
    "Reading",
    "Record",
    "canonical_figure",
    "canonical_marks",
    "html_of_text",
    "in_one_line",
    "is_rest_of_xml",
    "is_safe_frame",
    "is_safe_link",
    "is_safe_picture",
    "local_name",
    "opened_xml",
    "parse_document",
    "parse_fragment",
    "parse_html",
    "parse_xml",
    "plain_text",
    "read_blocks",
    "read_blocks_of",
    "read_inline",
    "read_records",
    "recover_xml",
    "resolve",
    "write_blocks",
    "write_inline",
    "xml_html",
    "xml_text",
]
