"""Excerpts written by hand, told from those that WordPress cuts from the body.

Without an excerpt of its own a post gets its first 55 words and `` [&hellip;]``, both of which themes change.
`wp_trim_excerpt`: https://developer.wordpress.org/reference/functions/wp_trim_excerpt/
"""

from __future__ import annotations

import re
from collections.abc import Callable

from articlekit.markup import plain_text
from articlekit.markup.elements import WHITE_SPACE
from articlekit.plugin import Json
from articlekit_wordpress.values import raw, rendered

# What themes append, to either kind: a link to the whole post.
_MORE_LINK = re.compile(r"<(?:a|p|span|div)\b[^<>]*\b(?:more-link|link-more|read-?more)\b")
_ENDS_CUT_OFF = re.compile(r"\s*(?:[\[(]\s*(?:…|\.\.\.)\s*[\])]|…|\.\.\.)\s*$")
# WordPress's own ending, in the source: nearly all excerpts end so, and need no more looking at.
_OWN_ENDING = re.compile(r"\[(?:&hellip;|&#8230;|…|\.\.\.)\]\s*(?:</p>\s*)?$")
_NO_LETTER = re.compile(r"[\W_]+")
_WORDS = 55


def read_summary(excerpt: Json, start_of_body: Callable[[int], str]) -> tuple[str | None, bool]:
    """Give an excerpt that was written by hand, or say that it was cut from the body.

    Args:
        excerpt: The field as it stands in the post.
        start_of_body: Gives the body's beginning, of at least so many characters where there are as many.

    Returns:
        The summary, if there is one, and whether there is an excerpt but WordPress made it.
    """
    typed = raw(excerpt)
    html = rendered(excerpt) or typed
    if not html or (isinstance(excerpt, dict) and excerpt.get("protected")):
        return None, False
    if typed is None and _OWN_ENDING.search(html, max(0, len(html) - 40)):
        return None, True
    more = _MORE_LINK.search(html)
    shown = (html[: more.start()] if more else html).strip(WHITE_SPACE)
    # Nearly all are one paragraph, which is quicker to read without its tags.
    text = plain_text(shown.removeprefix("<p>").removesuffix("</p>"))
    if not text:
        return None, False
    if typed is not None:
        return (text, False) if typed.strip(WHITE_SPACE) else (None, True)
    return (None, True) if _is_cut_from(text, start_of_body) else (text, False)


def _is_cut_from(text: str, start_of_body: Callable[[int], str]) -> bool:
    ending = _ENDS_CUT_OFF.search(text, max(0, len(text) - 20))
    if ending and ending[0].strip()[0] in "[(":
        return True
    words = text[: ending.start()] if ending else text
    # Between the words are tags in the body, and characters that themes and wptexturize change.
    body = start_of_body(2 * len(words) + 200)
    if not body:
        return len(words.split()) == _WORDS
    # Most are there word for word, which is found out faster.
    if " ".join(words.split()) in " ".join(body.split()):
        return True
    return _NO_LETTER.sub("", words) in _NO_LETTER.sub("", body)
