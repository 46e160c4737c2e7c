"""Says what a broken post lacks, and takes from elsewhere in it what stands there twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from articlekit.plugin import Diagnostic
from articlekit_wordpress.values import Object
from articlekit_wordpress.vocabulary import OF_A_POST, always_there

if TYPE_CHECKING:
    from articlekit.plugin import Json
    from articlekit_wordpress.repair.scanner import Scan
    from articlekit_wordpress.repair.tree import Broken


def of_broken_posts(
    result: Scan, posts: Sequence[tuple[str, Object]], original: Callable[[int], int | None]
) -> dict[str, list[Diagnostic]]:
    """Name for each broken post, by its place, what it lacks."""
    places = {id(post): place for place, post in posts}
    broken = {id(found.post) for found in result.broken}
    whole = [post for _, post in posts if id(post) not in broken]
    notes: dict[str, list[Diagnostic]] = {}
    if result.start_lost and posts:
        place, post = posts[0]
        notes[place] = _without_start(post, [sibling for sibling in whole if sibling is not post])
    for found in result.broken:
        if id(found.post) in places:
            notes.setdefault(places[id(found.post)], []).extend(_without_rest(found, whole, original(found.offset)))
    return notes


def where(result: Scan) -> str:
    """Say inside which member the last post ends: `` inside content.rendered``."""
    path = result.broken[-1].path if result.broken else ()
    return f" inside {'.'.join(path)}" if path else ""


def _without_start(post: Object, whole: Sequence[Object]) -> list[Diagnostic]:
    taken = _taken_from_elsewhere(post)
    notes = []
    content = post.get("content")
    if isinstance(content, dict) and content.get("rendered") and "title" not in post:
        message = "the beginning of content.rendered is missing"
        notes.append(Diagnostic(code="body.start-lost", message=message, offset=0))
    missing = ", ".join(name for name in _expected(post, whole) if name not in post)
    if missing:
        elsewhere = f"; {' and '.join(taken)} were taken from other members" if taken else ""
        message = f"{missing} stood before the beginning of the text{elsewhere}"
        notes.append(Diagnostic(code="fields.lost", message=message, offset=0))
    return notes


def _without_rest(broken: Broken, whole: Sequence[Object], offset: int | None) -> list[Diagnostic]:
    notes = []
    if broken.path[:1] == ("content",):
        message = "a part of content.rendered is missing" if broken.goes_on else "content.rendered ends early"
        notes.append(Diagnostic(code="body.truncated", message=message, offset=offset))
    missing = ", ".join(name for name in _expected(broken.post, whole) if name not in broken.post)
    if missing:
        notes.append(Diagnostic(code="fields.lost", message=f"missing: {missing}", offset=offset))
    return notes


def _expected(post: Object, whole: Sequence[Object]) -> tuple[str, ...]:
    """Name the members that a post should have: those of its sound siblings, else what WordPress always writes."""
    for sibling in whole:
        if sibling.get("type") == post.get("type") and len(OF_A_POST.intersection(sibling)) > 3:
            return tuple(name for name in sibling if name in OF_A_POST)
    return always_there(post)


_ID: Final = re.compile(r"/(\d{1,18})/?\Z")
_TYPE: Final = re.compile(r"/types/([\w-]{1,60})/?\Z")


def _taken_from_elsewhere(post: Object) -> list[str]:
    """Fill in the members that other members of the same post repeat; name them."""
    links, classes, seo = post.get("_links"), post.get("class_list"), post.get("yoast_head_json")
    offers: dict[str, Json] = {}
    if isinstance(links, dict):
        if found := _ID.search(_address(links.get("self"))):
            offers["id"] = int(found[1])
        if found := _TYPE.search(_address(links.get("about"))):
            offers["type"] = found[1]
    names = classes.values() if isinstance(classes, dict) else classes if isinstance(classes, list) else ()
    for name in names:
        kind, _, value = name.partition("-") if isinstance(name, str) else ("", "", "")
        if kind == "post" and value.isdecimal():
            offers.setdefault("id", int(value[:18]))
        elif kind in {"type", "status"}:
            offers.setdefault(kind, value)
    if isinstance(seo, dict) and isinstance(canonical := seo.get("canonical") or seo.get("og_url"), str):
        offers["link"] = canonical
        offers["slug"] = canonical.rstrip("/").rpartition("/")[2]
    taken = [name for name in offers if name not in post]
    for name in taken:
        post[name] = offers[name]
    return taken


def _address(links: Json) -> str:
    first = links[0] if isinstance(links, list) and links else None
    address = first.get("href") if isinstance(first, dict) else None
    return address if isinstance(address, str) else ""
