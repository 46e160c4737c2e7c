"""Addresses of pictures by the number of their item, which may come after the posts that show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from attrs import field, mutable

from articlekit.entities import decode
from articlekit.markup import opened_xml
from articlekit.plugin import Source

_CHUNK = 2**20
# No address or number is longer than the overlap of two chunks.
_OVERLAP = 4096
_NUMBER_OR_ADDRESS = re.compile(
    rb"<[\w.-]{1,40}:(?:post_id>\s*(?:<!\[CDATA\[)?\s*(?P<number>\d{1,20})"
    rb"|attachment_url>(?P<address>(?:<!\[CDATA\[)?[^<]{1,2000})<?)"
)


@mutable(eq=False, slots=False)
class Attachments:
    """The attachments of an export, looked for when the first is asked for."""

    _source: Source = field()

    def address(self, number: str) -> str | None:
        """Give the address of an attachment by its number."""
        return self._addresses.get(number)

    @cached_property
    def _addresses(self) -> dict[str, str]:
        """One pass over the bytes, without parsing: in an item the number stands before the address."""
        found: dict[str, str] = {}
        number = ""
        for match in self._matches():
            if match["number"]:
                number = match["number"].decode()
            else:
                text = match["address"].decode("utf-8", "replace").strip()
                cdata = text.startswith("<![CDATA[")
                text = text.removeprefix("<![CDATA[").partition("]]>")[0].strip()
                if text:
                    found[number] = text if cdata else decode(text)
        return found

    def _matches(self) -> Iterator[re.Match[bytes]]:
        with opened_xml(self._source) as stream:
            before = b""
            while chunk := stream.read(_CHUNK):
                window = before + chunk
                end = 0
                for match in _NUMBER_OR_ADDRESS.finditer(window):
                    if match.end() < len(window):
                        end = match.end()
                        yield match
                before = window[max(end, len(window) - _OVERLAP) :]
