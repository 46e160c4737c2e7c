"""Which elements are captions, once it is known what reads like text."""

from __future__ import annotations

from collections.abc import Iterable

from articlekit_html.body.first_rules.view import View


def captions_of(view: View, text: Iterable[bool]) -> bytearray:
    """Mark the nodes that are captions.

    A picture with few words is a figure, though nothing calls it one, unless one of its lines reads like the text of
    the article, or one of what stands beside it and looks the same: then none of them is a caption.

    Args:
        view: The page.
        text: Of each line, whether it reads like text.
    """
    page, caption, unit = view.page, view.caption, view.unit
    if not any(unit):
        return caption
    spoken = {unit[node] for node, is_text in zip(page.line_node, text, strict=True) if is_text and unit[node]}
    if not spoken:
        return caption
    look_of = {around: (page.parent[around], page.tags[around], page.names[around]) for around in {*unit} - {0}}
    looks = {look_of[around] for around in spoken}
    return bytearray(
        0 if around and look_of[around] in looks else is_one for is_one, around in zip(caption, unit, strict=True)
    )
