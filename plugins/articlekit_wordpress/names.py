"""Who wrote a post, how it is filed, where it was published: read from all the places that may say so.

Version 2 of the REST API gives numbers for all of it. The names come with ``_embed``, from plugins that add fields of
their own, or from the page's head that SEO plugins repeat; WordPress.com and version 1 give them outright.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from attrs import evolve

from articlekit.plugin import Author, Json, Site
from articlekit_wordpress.head import language_tag, read_head
from articlekit_wordpress.metadata import Metadata
from articlekit_wordpress.values import Object, address, members, rendered, string

Taxonomy: TypeAlias = Literal["category", "post_tag"]

# Fields of plugins and themes that give the address of the featured image, the surest first.
IMAGES = (
    "jetpack_featured_media_url",
    "better_featured_image",
    "featured_image_src",
    "featured_image_url",
    "featured_image",
    "post_thumbnail",
    "uagb_featured_image_src",
    "source_url",
)
_IMAGE_ADDRESSES = ("source_url", "full", "src", "URL", "url", "source")
# Fields that name the authors: PublishPress Authors, Co-Authors Plus, Spectra, themes.
_AUTHORS = ("authors", "coauthors", "author", "uagb_author_info", "author_info", "author_meta")
_AUTHOR_NAMES = ("display_name", "name", "author_nicename")
_AUTHOR_ADDRESSES = ("link", "author_link", "URL", "url")
SUBTITLES = ("subtitle", "wps_subtitle", "secondary_title")
LANGUAGES = ("lang", "language", "wpml_current_locale", "locale")


def read_metadata(post: Object) -> Metadata:
    """Read a post's metadata; the post is left as it is."""
    head = read_head(post)
    embedded = post.get("_embedded")
    beside = embedded if isinstance(embedded, dict) else {}
    return Metadata(
        authors=_authors(post, beside, head.authors),
        categories=_terms(post, beside, "category") or head.categories,
        tags=_terms(post, beside, "post_tag") or head.tags,
        language=head.language or _language(post),
        site=_site(post, head.site),
        image=_image(post, beside) or head.image,
        license=head.license,
        subtitle=head.subtitle or _subtitle(post),
    )


def _authors(post: Object, embedded: Object, of_page: tuple[Author, ...]) -> tuple[Author, ...]:
    named = tuple(authors_in(members(embedded["author"]))) if "author" in embedded else ()
    if of_page:
        # The page knows all authors and what they are; the user accounts know where they live.
        if [author.name for author in of_page] != [author.name for author in named]:
            return of_page
        return tuple(a if a.url else evolve(a, url=b.url) for a, b in zip(of_page, named, strict=True))
    if named:
        return named
    for key in _AUTHORS:
        said = post.get(key)
        if said and isinstance(said, dict | list | str) and (found := tuple(authors_in(members(said) or [said]))):
            return found
    name = string(post.get("author_name"))
    return (Author(name=name, url=address(post.get("author_url"))),) if name else ()


def authors_in(values: Iterable[Json]) -> Iterator[Author]:
    """Give the authors that objects or names stand for; an embedded error stands for none."""
    for value in values:
        name = _name(value, _AUTHOR_NAMES)
        if name:
            urls = (value.get(key) for key in _AUTHOR_ADDRESSES) if isinstance(value, dict) else ()
            yield Author(name=name, url=next((url for said in urls if (url := address(said))), None))


def _terms(post: Object, embedded: Object, taxonomy: Taxonomy) -> tuple[str, ...]:
    if "wp:term" in embedded:
        names = tuple(
            name
            for group in members(embedded["wp:term"])
            for term in members(group)
            if isinstance(term, dict) and term.get("taxonomy") == taxonomy and (name := string(term.get("name")))
        )
        if names:
            return names
    by_taxonomy = post.get("terms")
    if isinstance(by_taxonomy, dict) and (names := _names(by_taxonomy.get(taxonomy))):
        return names
    return _names(post.get("categories" if taxonomy == "category" else "tags"))


def _names(terms: Json) -> tuple[str, ...]:
    """Read terms given as objects or by name; numbers are no names."""
    values = terms.values() if isinstance(terms, dict) else terms if isinstance(terms, list) else ()
    return tuple(name for term in values if not isinstance(term, int) and (name := _name(term, ("name",))))


def _name(value: Json, keys: Iterable[str]) -> str | None:
    if isinstance(value, dict):
        return next((name for key in keys if (name := string(value.get(key)))), None)
    return None if isinstance(value, str) and value.isdecimal() else string(value)


def _image(post: Object, embedded: Object) -> str | None:
    media = next(iter(members(embedded.get("wp:featuredmedia"))), None)
    if isinstance(media, dict) and (url := address(media.get("source_url"))):
        return url
    for key in IMAGES:
        if (said := post.get(key)) and (url := _image_address(said)):
            return url
    return None


def _image_address(said: Json) -> str | None:
    # A list is `[url, width, height, …]` as PHP's functions give it, or the sizes of one picture, the largest first.
    first = next(iter(members(said)), said)
    if isinstance(first, dict):
        return next((url for key in _IMAGE_ADDRESSES if (url := _image_address_in(first.get(key)))), None)
    return address(first)


def _image_address_in(said: Json) -> str | None:
    return address(next(iter(members(said)), said))


def _language(post: Object) -> str | None:
    return next((tag for key in LANGUAGES if key in post and (tag := language_tag(post[key]))), None)


def _site(post: Object, of_page: Site | None) -> Site | None:
    name = (of_page.name if of_page else None) or string(post.get("site_name"))
    url = (of_page.url if of_page else None) or address(post.get("site_URL")) or _root(post)
    return Site(name=name, url=url) if name or url else of_page


def _root(post: Object) -> str | None:
    """Give the site's address, which is where its API begins."""
    links = post.get("_links")
    own = links.get("self") if isinstance(links, dict) else None
    first = next(iter(members(own)), None)
    href = address(first.get("href")) if isinstance(first, dict) else None
    root, api, _ = (href or "").partition("/wp-json/")
    return root if api else None


def _subtitle(post: Object) -> str | None:
    for place in (post, post.get("meta"), post.get("acf")):
        if isinstance(place, dict):
            for key in SUBTITLES:
                if (said := place.get(key)) and (text := string(rendered(said))):
                    return text
    return None
