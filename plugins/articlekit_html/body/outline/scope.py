"""Where on a page it is worth looking: what surely holds the article, found without walking the whole tree."""

from __future__ import annotations

from itertools import islice
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.outline.anchors import Anchors
from articlekit_html.body.outline.hints import Hint, hints_of
from articlekit_html.metadata.page.text import UNSEEN, length_of

PARAGRAPHS: Final = 0.85
"""The scope holds this share of the text of all paragraphs, …"""
TEXT: Final = 0.4
"""… and this share of all text."""
CLIMB: Final = 8
"""It is sought so many levels up; then all of the page is looked through."""
NEAR: Final = 4
WIDER: Final = 1.5
"""It is widened to hold the title as well if that is so many levels up, and makes the text so much longer, at most."""
BESIDE: Final = 0.5
"""It is widened, too, where so large a part of its text stands around the title in another element."""
ENOUGH: Final = 1000
"""Where paragraphs hold fewer characters, the article may be written without them."""

_FOOTNOTE: Final = int(Hint.FOOTNOTE)
_COMMENT: Final = int(Hint.COMMENT)
_ARTICLE: Final = int(Hint.ARTICLE)


class TextLengths(dict[Element, int]):
    """How many characters elements hold, scripts and styles left out; each is counted once."""

    def __missing__(self, element: Element) -> int:
        length = length_of(element) - sum(len(unseen.text or "") for unseen in element.iter(*UNSEEN))
        self[element] = length
        return length


def find_scope(body: Element, title: Element | None, lengths: TextLengths) -> Element:
    """Find the innermost element that holds most of the text, as paragraphs and at all; time is linear in the tree.

    Args:
        body: What to look through.
        title: The element that shows the title: what leads into the text stands between the two.
        lengths: Those of elements of the page.
    """
    scope = _fullest(body, lengths)
    if _is_of_readers(scope, body):
        return body
    if title is not None and scope is not body:
        scope = _up_to(title, scope, lengths)
    return scope if scope is body else _with_notes(_named(scope, lengths))


def _is_of_readers(scope: Element, body: Element) -> bool:
    """Whether a scope stands in comments: where those have most paragraphs, the article may be written without any."""
    for element in (scope, *scope.iterancestors()):
        if element is body:
            break
        if hints_of("", element.get("class"), element.get("id"), None) & _COMMENT:
            return True
    return False


def _with_notes(scope: Element) -> Element:
    """Widen the scope to hold the notes that stand right behind it."""
    anchors = Anchors(scope)
    for behind in scope.itersiblings():
        is_named = hints_of("", behind.get("class"), behind.get("id"), behind.get("role")) & _FOOTNOTE
        if is_named or anchors.are_answered(behind):
            above = scope.getparent()
            return scope if above is None else above
    return scope


def _up_to(title: Element, scope: Element, lengths: TextLengths) -> Element:
    """Widen the scope to hold the title as well, where little else comes with it, or much stands around the title."""
    around = list(title.iterancestors())
    for level, above in enumerate((scope, *scope.iterancestors())):
        if above in around:
            at = around.index(above)
            is_wide = level and lengths[above] > WIDER * lengths[scope]
            # What stands apart from the paragraphs is the text, if it stands with the title.
            return scope if is_wide and (not at or lengths[around[at - 1]] < BESIDE * lengths[scope]) else above
        if level == NEAR:
            break
    return scope


def _named(scope: Element, lengths: TextLengths) -> Element:
    """Widen the scope to what is named as the article's text, where little else comes with it."""
    for above in islice(scope.iterancestors(), CLIMB):
        if hints_of("", above.get("class"), above.get("id"), None) & _ARTICLE:
            return above if lengths[above] <= WIDER * lengths[scope] else scope
    return scope


def _fullest(body: Element, lengths: TextLengths) -> Element:
    held: dict[Element, int] = {}
    for paragraph in body.iter("p"):
        above = paragraph.getparent()
        if above is not None:
            size = length_of(paragraph) if len(paragraph) else len(paragraph.text or "")
            held[above] = held.get(above, 0) + size
    total = sum(held.values())
    if total < ENOUGH:
        return body
    fullest = max(held, key=lambda element: held[element])
    around = [fullest, *fullest.iterancestors()]
    around = around[: around.index(body) + 1]
    enough = PARAGRAPHS * total
    level = 0
    for level, size in enumerate(_by_level(held, around)):  # noqa: B007
        enough -= size
        if enough <= 0:
            break
    enough = TEXT * lengths[body]
    for scope in around[level : level + CLIMB]:
        if lengths[scope] >= enough:
            return scope
    return body


def _by_level(held: dict[Element, int], around: list[Element]) -> list[int]:
    """Sum up what elements hold by the innermost of some nested elements around them."""
    level_of = {element: level for level, element in enumerate(around)}
    sizes = [0] * len(around)
    for element, size in held.items():
        passed = []
        node: Element | None = element
        while node is not None and node not in level_of:
            passed.append(node)
            node = node.getparent()
        level = level_of[node] if node is not None else len(around) - 1
        level_of.update(dict.fromkeys(passed, level))
        sizes[level] += size
    return sizes
