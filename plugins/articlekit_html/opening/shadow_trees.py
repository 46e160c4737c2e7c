"""Trees that a page keeps in the shadow of an element, put where readers see them (DOM Standard 4.2.2, slots)."""

from __future__ import annotations

from articlekit.markup import Element


def show_shadow_trees(root: Element) -> None:
    """Put each shadow tree in the place of its template, and into its slots what stands beside that.

    What no slot takes is shown by no browser; it stays behind the tree, for what is read to lose nothing.
    """
    # Those inside come first: no slot of theirs is then left in those around them.
    for template in reversed(list(root.iter("template"))):
        host = template.getparent()
        if template.get("shadowrootmode") is None or host is None:
            continue
        given: dict[str, list[Element]] = {}
        for child in host.iterchildren():
            if child is not template:
                given.setdefault(child.get("slot") or "", []).append(child)
        for slot in list(template.iter("slot")):
            name = slot.get("name") or ""
            taken, text = given.pop(name, ()), None if name else host.text
            if taken or (text and text.strip()):
                slot.clear(keep_tail=True)
                slot.text = text
                slot.extend(taken)
                host.text = host.text if name else None
            slot.tag = "span"
        template.tag = "div"
