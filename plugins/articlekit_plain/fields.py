"""From front matter to the fields of an article, by the names that Hugo, Jekyll, Eleventy and Zola give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Final

from attrs import field, mutable

from articlekit.markup import resolve
from articlekit.moments import read_moment
from articlekit.plugin import Article, Author, Diagnostic, Json, Moment, Site
from articlekit_plain.front_matter import as_json, text_of

# Of several names the first that is said counts; the others stay in `extra`.
_SUMMARIES: Final = ("summary", "description", "excerpt")
_LANGUAGES: Final = ("language", "lang", "locale")
_PUBLISHED: Final = ("publishDate", "published", "date", "created")
_MODIFIED: Final = ("lastmod", "last_modified_at", "updated", "modified")
_AUTHORS: Final = ("authors", "author")
_OF_AUTHOR: Final = frozenset({"name", "url", "kind"})
_TAGS: Final = ("tags", "tag", "keywords")
_CATEGORIES: Final = ("categories", "category")
_IMAGES: Final = ("image", "images", "featured_image", "cover", "thumbnail", "banner")
_ADDRESSES: Final = ("canonical_url", "canonicalURL", "canonical", "url", "permalink")


@mutable
class _Said:
    """What was said, and what of it no field holds yet."""

    values: dict[str, object]
    diagnostics: list[Diagnostic] = field(factory=list)

    def first(self, names: tuple[str, ...]) -> tuple[str, object] | None:
        return next(((name, self.values[name]) for name in names if self.values.get(name) is not None), None)

    def text(self, names: tuple[str, ...]) -> str | None:
        for name in names:
            if (text := text_of(self.values.get(name))) is not None:
                del self.values[name]
                return text
        return None

    def moment(self, names: tuple[str, ...]) -> Moment | None:
        found = self.first(names)
        if found is None:
            return None
        name, value = found
        # YAML allows a space before the offset and a small t.
        moment = value if isinstance(value, date | datetime) else read_moment((text_of(value) or "").upper())
        if moment is None:
            message = f"{name} is no date: {str(value)[:60]!r}"
            self.diagnostics.append(Diagnostic(code="date.invalid", message=message))
        else:
            del self.values[name]
        return moment

    def names(self, names: tuple[str, ...]) -> tuple[str, ...]:
        found = self.first(names)
        if found is None:
            return ()
        value = found[1].split(",") if isinstance(found[1], str) else found[1]
        texts = [text_of(each) for each in value] if isinstance(value, list) else [text_of(value)]
        if None in texts and any(texts):
            return tuple(text for text in texts if text)
        if all(texts):
            del self.values[found[0]]
        return tuple(text for text in texts if text)

    def authors(self) -> tuple[Author, ...]:
        found = self.first(_AUTHORS)
        if found is None:
            return ()
        several = found[1] if isinstance(found[1], list) else [found[1]]
        authors = tuple(author for each in several for author in _author(each))
        if len(authors) == len(several) and all(
            not isinstance(each, dict) or each.keys() <= _OF_AUTHOR for each in several
        ):
            del self.values[found[0]]
        return authors

    def site(self, base: str | None) -> Site | None:
        said = self.values.get("site")
        if isinstance(said, dict) and said.keys() <= {"name", "url"}:
            site = Site(name=text_of(said.get("name")), url=_resolved(text_of(said.get("url")), base))
            if site != Site() and (site.url or not said.get("url")):
                del self.values["site"]
                return site
        return None

    def address(self, names: tuple[str, ...], base: str | None) -> str | None:
        for name in names:
            address = _resolved(_address(self.values.get(name)), base)
            if address is not None:
                if isinstance(self.values[name], str):
                    del self.values[name]
                return address
        return None


def article_of(said: Mapping[str, object], base: str | None) -> Article:
    """Make an article of front matter, without its text; what no field holds stays in `extra`."""
    left = _Said({name: value for name, value in said.items() if value is not None and value != ""})
    taxonomies = left.values.get("taxonomies")
    if isinstance(taxonomies, dict):
        left.values = {**taxonomies, **{name: v for name, v in left.values.items() if name != "taxonomies"}}
    return Article(
        id=left.text(("id", "guid")),
        title=left.text(("title",)),
        subtitle=left.text(("subtitle",)),
        summary=left.text(_SUMMARIES),
        language=left.text(_LANGUAGES),
        license=left.text(("license", "licence")),
        url=left.address(_ADDRESSES, base),
        authors=left.authors(),
        published=left.moment(_PUBLISHED),
        modified=left.moment(_MODIFIED),
        categories=left.names(_CATEGORIES),
        tags=left.names(_TAGS),
        image=left.address(_IMAGES, base),
        site=left.site(base),
        diagnostics=tuple(left.diagnostics),
        extra=_as_extra(left.values),
    )


def _as_extra(values: Mapping[str, object]) -> dict[str, Json]:
    return {name: as_json(value) for name, value in values.items()}


def _author(value: object) -> Iterator[Author]:
    if isinstance(value, dict):
        name, url = text_of(value.get("name")), text_of(value.get("url"))
        kind = value.get("kind")
        if name:
            yield Author(name=name, url=url, kind=kind if kind in ("Person", "Organization") else None)
    elif name := text_of(value):
        yield Author(name=name)


def _address(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = next((value[name] for name in ("url", "src", "image", "path", "feature") if value.get(name)), None)
    return text_of(value) if isinstance(value, str) else None


def _resolved(address: str | None, base: str | None) -> str | None:
    """An absolute address; None where there is nothing to resolve a relative one against."""
    whole = resolve(address, base) if address else None
    return whole if whole and whole.lower().startswith(("https://", "http://")) else None
