"""One pass over a page for the elements that speak of it: meta, link, title, scripts of data, headings, times, links.

Everything else in this package reads what this pass has gathered, or walks a bounded neighbourhood.
"""

from __future__ import annotations

from typing import Any, Final

from attrs import Factory, frozen

from articlekit.markup import Element

_TAGS: Final = ("meta", "link", "a", "script", "title", "h1", "h2", "h3", "time", "base")
_RELATIONS: Final = frozenset(("author", "tag", "category", "license"))
"""What a link can say of the article by its ``rel`` (HTML Standard 4.6.7, microformats' existing rel values), …"""
_ADDRESSES: Final = frozenset(
    ("alternate", "amphtml", "canonical", "https://api.w.org/", "image_src", "license", "shortlink")
)
"""… and which addresses of it, or of what stands for it, a ``link`` gives."""


@frozen(kw_only=True)
class Link:
    """A ``link`` or ``a`` element."""

    relations: tuple[str, ...]
    url: str
    element: Element

    def attribute(self, name: str) -> str:
        """Give an attribute in lower case, empty where there is none."""
        return (self.element.get(name) or "").strip().lower()


@frozen(kw_only=True)
class Head:
    """What the pass has gathered, in document order."""

    root: Element
    #: Contents of ``meta``, by property or name in lower case.
    properties: dict[str, list[str]] = Factory(dict)
    #: ``meta`` that is microdata.
    items: list[Element] = Factory(list)
    #: ``link`` whose relation gives an address of the article.
    links: list[Link] = Factory(list)
    #: ``a`` whose relation says something of the article.
    anchors: list[Link] = Factory(list)
    #: Every ``a`` behind the first ``h1``, or of all the page where it has none: menus stand before it.
    below: list[Element] = Factory(list)
    #: Texts of ``script type="application/ld+json"``.
    scripts: list[str] = Factory(list)
    titles: list[Element] = Factory(list)
    headings: list[Element] = Factory(list)
    #: ``h2`` and ``h3``, for pages whose title is one.
    subheadings: list[Element] = Factory(list)
    lesser_headings: list[Element] = Factory(list)
    times: list[Element] = Factory(list)
    bases: list[Element] = Factory(list)

    def first(self, *names: str) -> str | None:
        """Give the first content that is not empty, by the names in their order."""
        for name in names:
            for content in self.properties.get(name, ()):
                return content
        return None

    def all(self, *names: str) -> list[str]:
        """Give all contents of the first name that has any."""
        return next((self.properties[name] for name in names if name in self.properties), [])


def read_head(root: Element) -> Head:
    """Walk the tree once."""
    head = Head(root=root)
    elements = {
        "title": head.titles,
        "h1": head.headings,
        "h2": head.subheadings,
        "h3": head.lesser_headings,
        "time": head.times,
        "base": head.bases,
    }
    anchors, below = head.anchors, head.below
    for element in root.iter(*_TAGS):
        tag: Any = element.tag
        if tag == "a":
            below.append(element)
            rel = element.get("rel")
            if rel and rel not in _COMMON:
                relations = rel.lower().split()
                if not _RELATIONS.isdisjoint(relations):
                    anchors.append(Link(relations=tuple(relations), url=element.get("href") or "", element=element))
        elif tag == "meta":
            _add_property(head, element)
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").lower() and element.text:
                head.scripts.append(element.text)
        elif tag == "link":
            relations = (element.get("rel") or "").lower().split()
            if not _ADDRESSES.isdisjoint(relations) and (url := element.get("href")):
                head.links.append(Link(relations=tuple(relations), url=url, element=element))
        else:
            if tag == "h1" and not head.headings:
                below.clear()
            elements[tag].append(element)
    return head


_COMMON: Final = frozenset(
    ("nofollow", "noopener", "noopener noreferrer", "noreferrer", "noopener nofollow", "bookmark")
)


def _add_property(head: Head, meta: Element) -> None:
    content = meta.get("content")
    if content is None or not (content := content.strip()):
        return
    name, prop = meta.get("name"), meta.get("property")
    if prop:
        # RDFa lets a property have several names.
        for token in prop.lower().split():
            head.properties.setdefault(token, []).append(content)
    if name and name != prop:
        head.properties.setdefault(name.strip().lower(), []).append(content)
    if meta.get("itemprop"):
        head.items.append(meta)
    if not (name or prop) and (kind := meta.get("http-equiv")):
        head.properties.setdefault(kind.strip().lower(), []).append(content)
