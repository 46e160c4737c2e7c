"""An object of JSON that is cut off: what is there of it."""

from __future__ import annotations

import json
import re
from typing import Final

from articlekit.json_numbers import read_decimal, read_integer
from articlekit.plugin import Json

DECODER: Final = json.JSONDecoder(strict=False, parse_constant=str, parse_int=read_integer, parse_float=read_decimal)
"""Reads what feeds hold: controls in strings, and numbers that Python does not hold, NaN too, as their text."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"?|[{}\[\]]', re.DOTALL)
_CUT_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{0,3})?$")
_CUT_LITERAL = re.compile(r"[\w.+-]{1,40}$")


def read_cut(text: str) -> dict[str, Json] | None:
    r"""Read an object that has no end, with the last string as far as it goes; None where nothing can be read.

    Example:
        >>> read_cut('{"id": "7", "content_html": "<p>One li')
        {'id': '7', 'content_html': '<p>One li'}
    """
    closing: list[str] = []
    in_string = False
    for token in _TOKEN.finditer(text):
        match token[0]:
            case "{":
                closing.append("}")
            case "[":
                closing.append("]")
            case "}" | "]":
                if closing:
                    closing.pop()
            case string:
                in_string = token.end() == len(text) and not _is_closed(string)
    end = "".join(reversed(closing))
    text = f'{_without_cut_escape(text)}"' if in_string else _without_cut_literal(text)
    # A name may stand there without its value.
    for missing in ("", "null", ":null"):
        try:
            read = DECODER.decode(text + missing + end)
        except (ValueError, RecursionError):
            continue
        return read if isinstance(read, dict) else None
    return None


def _without_cut_literal(text: str) -> str:
    return _CUT_LITERAL.sub("", text.rstrip()).rstrip().rstrip(",")


def _is_closed(string: str) -> bool:
    backslashes = len(string) - 1 - len(string[:-1].rstrip("\\"))
    return len(string) > 1 and string.endswith('"') and backslashes % 2 == 0


def _without_cut_escape(text: str) -> str:
    cut = _CUT_ESCAPE.search(text, max(0, len(text) - 6))
    if cut is None:
        return text
    backslashes = cut.start() + 1 - len(text[: cut.start() + 1].rstrip("\\"))
    return text[: cut.start()] if backslashes % 2 else text
