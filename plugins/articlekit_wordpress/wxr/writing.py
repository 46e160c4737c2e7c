"""Articles as an export that WordPress imports: WXR 1.2."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from attrs import define, field
from lxml import etree

from articlekit.entities import encode
from articlekit.markup import Element, write_blocks
from articlekit.markup.xml.text import xml_html, xml_text
from articlekit.moments import write_rfc822
from articlekit.plugin import BLOCKS, FIELDS, MARKS, Article, Holds, Json, Moment, Site
from articlekit.unmended import unmended_markup
from articlekit_wordpress.dates import write_moment
from articlekit_wordpress.names import SUBTITLES
from articlekit_wordpress.shortcodes import has_shortcodes
from articlekit_wordpress.values import Object

HOLDS = Holds(fields=FIELDS - {"authors", "license"}, blocks=BLOCKS, marks=MARKS, shared={"site", "language"})
"""What an export can hold of an article. Of authors it holds the names alone; site and language are those of the whole
export. Characters that XML does not allow become U+FFFD."""

_SPACES = {
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "wp": "http://wordpress.org/export/1.2/",
}
# In WordPress's order; what an article of another format keeps in `extra` has no place in an export.
_KEPT = (
    *("comment_status", "ping_status", "post_name", "status", "post_parent", "menu_order", "post_type"),
    *("post_password", "is_sticky"),
)
_DEFAULTS = {"status": "publish", "post_type": "post"}
_THUMBNAIL = "_thumbnail_id"


def write(articles: Sequence[Article]) -> str:
    """Write articles as one export, with the attachments that their images are.

    Example:
        >>> write([Article(title="Fish & chips")]).partition("<item>")[2].partition("</title>")[0].strip()
        '<title>Fish &amp;amp; chips'
    """
    root = etree.Element("rss", version="2.0", nsmap=_SPACES)
    channel = etree.SubElement(root, "channel")
    _add_head(channel, articles)
    attachments = _Attachments.of(articles)
    for article in articles:
        _add_item(channel, article, attachments.number(article))
    for address, number in attachments.numbers.items():
        item = etree.SubElement(channel, "item")
        _add(item, "wp:post_id", number)
        _add(item, "wp:post_type", "attachment")
        _add(item, "wp:attachment_url", address)
    etree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + unmended_markup(etree.tostring(root, encoding="unicode")) + "\n"


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    prefix, _, local = name.rpartition(":")
    tag = f"{{{_SPACES[prefix]}}}{local}" if prefix else local
    element = etree.SubElement(parent, tag, {key: xml_text(value) for key, value in attributes.items()})
    element.text = xml_text(text)


def _add_head(channel: Element, articles: Sequence[Article]) -> None:
    first = articles[0] if articles else Article()
    site = first.site or Site()
    _add(channel, "title", encode(site.name or ""))
    _add(channel, "link", site.url or "")
    if first.language:
        _add(channel, "language", first.language)
    _add(channel, "wp:wxr_version", "1.2")
    named = {login: name for article in articles for login, name in _creators(article)}
    for login, name in named.items():
        author = etree.SubElement(channel, f"{{{_SPACES['wp']}}}author")
        _add(author, "wp:author_login", login)
        _add(author, "wp:author_display_name", encode(name))


def _creators(article: Article) -> Iterable[tuple[str, str]]:
    """Give each author's login and name; who has no login is known by the name."""
    said = article.extra.get("author_login")
    logins = said if isinstance(said, list) else [said]
    names = [author.name for author in article.authors]
    if len(logins) != len(names):
        return zip(names, names, strict=True)
    return ((login if isinstance(login, str) else name, name) for login, name in zip(logins, names, strict=True))


def _add_item(channel: Element, article: Article, thumbnail: str | None) -> None:
    item = etree.SubElement(channel, "item")
    for name, value in (("title", article.title and encode(article.title)), ("link", article.url)):
        if value is not None:
            _add(item, name, value)
    if article.published is not None:
        _add(item, "pubDate", write_rfc822(article.published))
    for login, _ in _creators(article):
        _add(item, "dc:creator", login)
    if isinstance(guid := article.extra.get("guid"), str):
        _add(item, "guid", guid, isPermaLink="false")
    html = xml_html(write_blocks(article.body))
    # Brackets that would be read as a shortcode are written as the handbook advises.
    _add(item, "content:encoded", html.replace("[", "&#91;") if has_shortcodes(html) else html)
    _add(item, "excerpt:encoded", encode(article.summary or ""))
    if article.id is not None:
        _add(item, "wp:post_id", article.id)
    _add_moment(item, "post_date", article.published)
    _add_moment(item, "post_modified", article.modified)
    for name in _KEPT:
        if isinstance(said := article.extra.get(name, _DEFAULTS.get(name)), str):
            _add(item, f"wp:{name}", said)
    _add_terms(item, article)
    _add_meta(item, article, thumbnail)


def _add_moment(item: Element, name: str, moment: Moment | None) -> None:
    if moment is not None:
        local, utc = write_moment(moment)
        _add(item, f"wp:{name}", _mysql(local))
        if utc is not None:
            _add(item, f"wp:{name}_gmt", _mysql(utc))


def _mysql(iso: str) -> str:
    return iso.replace("T", " ")


def _add_terms(item: Element, article: Article) -> None:
    slugs = article.extra.get("slugs")
    for taxonomy, names in (("category", article.categories), ("post_tag", article.tags)):
        known = slugs.get(taxonomy) if isinstance(slugs, dict) else None
        for name in names:
            said = known.get(name) if isinstance(known, dict) else None
            slug = said if isinstance(said, str) else quote(name.lower().replace(" ", "-"), safe="", errors="replace")
            _add(item, "category", encode(name), domain=taxonomy, nicename=slug)
    others = article.extra.get("terms")
    for term in others if isinstance(others, list) else ():
        if isinstance(term, dict):
            parts = {key: text for key, text in term.items() if isinstance(text, str)}
            nicename = {"nicename": parts["slug"]} if "slug" in parts else {}
            _add(item, "category", encode(parts.get("name", "")), domain=parts.get("taxonomy", ""), **nicename)


def _add_meta(item: Element, article: Article, thumbnail: str | None) -> None:
    said = article.extra.get("postmeta")
    meta: Object = dict(said) if isinstance(said, dict) else {}
    if article.subtitle is not None:
        key = next((key for key in SUBTITLES if key in meta), SUBTITLES[0])
        meta[key] = meta.get(key) or encode(article.subtitle)
    if thumbnail is not None:
        meta[_THUMBNAIL] = thumbnail
    for key, value in meta.items():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str):
                inside = etree.SubElement(item, f"{{{_SPACES['wp']}}}postmeta")
                _add(inside, "wp:meta_key", key)
                _add(inside, "wp:meta_value", text)


def _thumbnail(article: Article) -> str | None:
    meta: Json = article.extra.get("postmeta")
    said = meta.get(_THUMBNAIL) if isinstance(meta, dict) else None
    return said if isinstance(said, str) and said.isascii() and said.isdecimal() else None


@define
class _Attachments:
    """The numbers of the attachments, by address: those that are known, else those that follow all others."""

    numbers: dict[str, str] = field(factory=dict)

    @classmethod
    def of(cls, articles: Sequence[Article]) -> _Attachments:
        made = cls()
        taken = {article.id for article in articles}
        for article in articles:
            number = _thumbnail(article)
            if article.image and article.image not in made.numbers and number and number not in taken:
                made.numbers[article.image] = number
                taken.add(number)
        following = 1 + max((int(n) for n in taken if n and n.isascii() and n.isdecimal() and len(n) < 16), default=0)
        for article in articles:
            if article.image and article.image not in made.numbers:
                made.numbers[article.image] = str(following)
                following += 1
        return made

    def number(self, article: Article) -> str | None:
        return self.numbers[article.image] if article.image else None
