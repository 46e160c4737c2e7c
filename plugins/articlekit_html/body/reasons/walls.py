"""What stands before the text of a page: a paywall or a prompt to register, a notice on cookies, a check for robots."""

from __future__ import annotations

import re
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.choice import Choice
from articlekit_html.body.outline.addresses import is_page_beside
from articlekit_html.body.outline.hints import Hint, hints_of

FEW: Final = 600
"""A page of links, of an error, or one behind a notice or a check, has no more text of its own than this."""
STUB: Final = 2500
"""A longer body is no stub before a paywall."""
_LITTLE: Final = 600
"""Nor is one of a page that says that it is not free, if it is longer than this and nothing asks for more behind it."""
_BEHIND: Final = 10
"""A prompt to pay or to register stands so many lines behind the text at most: further off it is the page's."""
_ASKED: Final = 10
"""So many characters stand beside the link in what asks whether one has paid already."""
_CHECK: Final = re.compile(r"captcha|turnstile|challenge[-_/](?:platform|form|error|running|stage)", re.IGNORECASE)
"""What checks for robots are called, in names, addresses and programs."""
_HEAD: Final = 5000
"""So much of a program is looked at."""
_WRITTEN_IN: Final = frozenset(("email", "password", "search", "text"))

_CONSENT: Final = int(Hint.CONSENT)
_PAYWALL: Final = int(Hint.PAYWALL)
_LOGIN: Final = int(Hint.LOGIN)
_SIGN_UP: Final = int(Hint.SIGN_UP)
_OF_THE_SITE: Final = int(Hint.NAVIGATION | Hint.FOOTER | Hint.COMMENT)


def paywall_behind(choice: Choice, *, is_closed: bool) -> str | None:
    """Say what asks the reader, behind the text, to pay or to register; None where nothing does.

    Args:
        choice: What was chosen of the page.
        is_closed: Whether the page says of itself that it is not free.
    """
    if prompt := _prompt(choice) or _way_in(choice, is_closed=is_closed):
        return f"a paywall stands in the page: {prompt[:60]!r}"
    if is_closed and choice.length < _LITTLE:
        return "the page says that it is not free, and shows little of it"
    return None


def _prompt(choice: Choice) -> str | None:
    """Give what asks the reader, behind the text, to pay, or within its container to register: its longest line."""
    page, prompt = choice.view.page, choice.view.prompt
    inside = range(choice.container, page.end[choice.container] if choice.kept else choice.container)
    said = [
        page.texts[line]
        for line in _lines_behind(choice)
        if prompt[page.line_node[line]]
        and (page.line_node[line] in inside or page.is_within(page.line_node[line], _PAYWALL))
    ]
    return max(said, key=len, default=None)


def _lines_behind(choice: Choice) -> range:
    page = choice.view.page
    last = max(choice.kept, default=-1)
    return range(last + 1, min(last + 1 + _BEHIND, len(page.texts)) if last >= 0 else len(page.texts))


def _way_in(choice: Choice, *, is_closed: bool) -> str | None:
    """Give the line behind the text, in what also holds its title, that leads those in who have paid already.

    On a page that is not free it may lead those who have not to where they can, and say no more than that.
    """
    view = choice.view
    page = view.page
    around = _around_title(choice)
    for line in _lines_behind(choice):
        node, text = page.line_node[line], page.texts[line]
        if (
            node in around
            and page.line_links[line] == 1
            and (is_closed or len(text) - page.link_length[line] >= _ASKED)
            and not view.prose.comments[node]
            and not page.is_within(node, _OF_THE_SITE)
            and any(
                _leads_to(link, view.host, _LOGIN | _SIGN_UP if is_closed else _LOGIN)
                for link in page.elements[node].iter("a")
            )
        ):
            return text
    return None


def _around_title(choice: Choice) -> range:
    """Give all in the innermost node that holds what is chosen and the title; nothing where that is all of the page."""
    page, title_line = choice.view.page, choice.view.title_line
    if not choice.kept or title_line < 0:
        return range(0)
    node, title = choice.container, page.line_node[title_line]
    while not node <= title < page.end[node]:
        node = page.parent[node]
    return range(0) if page.elements[node].tag == "body" else range(node, page.end[node])


def _leads_to(link: Element, host: str | None, hints: int) -> bool:
    """Whether a link leads to a page of the site whose path has a word for what hints are for."""
    address = link.get("href") or ""
    path = address.partition("#")[0].partition("?")[0].rpartition("//")[2].partition("/")[2]
    return bool(hints_of("a", path, None, None) & hints) and is_page_beside(address, host)


def is_notice(choice: Choice) -> bool:
    """Whether most of a page, and of what is chosen if that is more than a few lines, is a notice on cookies.

    That is what is named so, or stands with a form that is sent to one.
    """
    page, text = choice.view.page, choice.view.prose.text
    asking = [page.parent[form] for form in page.tagged("form") if form and _asks_for_consent(page.elements[form])]
    named = [node for node, hints in enumerate(page.hints) if hints & _CONSENT]
    if 0 in asking or 0 in named:
        return text[0] > 0
    notice_of = page.outermost(sorted({*named, *asking}))
    if 2 * sum(text[node] for node in set(notice_of) if node) <= text[0]:
        return False
    chosen = page.size(line for line in choice.kept if notice_of[page.line_node[line]])
    return choice.length < FEW or 2 * chosen > choice.length


def _asks_for_consent(form: Element) -> bool:
    return bool(hints_of("form", form.get("action"), None, None) & _CONSENT)


def checks_for_robots(root: Element, *, by_scripts: bool) -> bool:
    """Whether a page without a field to write in has what checks that its reader is human.

    Args:
        root: The page.
        by_scripts: Whether a script for that is enough: many sites load one on every page.
    """
    fields = (field for field in root.iter("input", "textarea") if not _CHECK.search(_name(field)))
    if any((field.get("type") or "text").lower() in _WRITTEN_IN for field in fields):
        return False
    said = [_name(element) for element in root.iter("div", "p", "form", "input")]
    for program in root.iter("script", "iframe") if by_scripts else ():
        said += [program.get("src") or "", (program.text or "")[:_HEAD]]
    return any(map(_CHECK.search, said))


def _name(element: Element) -> str:
    return " ".join(filter(None, map(element.get, ("class", "id", "name"))))
