"""Plain text that stands where HTML could stand, as HTML."""

from __future__ import annotations

import re

from articlekit.entities import encode

_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def html_of_text(text: str, *, line_breaks: bool = False) -> str:
    r"""Write plain text as HTML: blank lines part paragraphs, and nothing in it is markup.

    Args:
        text: The text; its line ends may be those of any system.
        line_breaks: Whether a line end within a paragraph was meant, and not made by wrapping.

    Example:
        >>> html_of_text("Fish & chips,\nhot.\n\nTea.")
        '<p>Fish &amp; chips,\nhot.</p><p>Tea.</p>'
        >>> html_of_text("Fish & chips,\nhot.", line_breaks=True)
        '<p>Fish &amp; chips,<br>hot.</p>'
    """
    parts = _BLANK_LINE.split(encode(text.replace("\r\n", "\n")))
    return "".join(f"<p>{part}</p>" for part in ([p.replace("\n", "<br>") for p in parts] if line_breaks else parts))
