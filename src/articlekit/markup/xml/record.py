"""What XML that holds many records is read into: an element for each."""

from __future__ import annotations

from attrs import field, frozen

from articlekit.diagnostic import Diagnostic
from articlekit.markup.tokens import Element


@frozen(kw_only=True)
class Record:
    """An element that stands for a record, or for what is said of all of them, and how it could be read."""

    element: Element = field(repr=False)
    #: Name without namespace and prefix.
    name: str
    diagnostics: tuple[Diagnostic, ...] = ()


def local_name(element: Element) -> str:
    """Give an element's name without its namespace; comments and instructions have none."""
    # A prefix that the document does not declare stays in the tag.
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""
