"""The kinds of boxes that plugins, themes and page builders put into a post's content, and what they are called.

Each is told by a class or id that its maker gives it, and by what it holds: a name alone may be a theme's for something
else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Final

from attrs import frozen

from articlekit.markup import Element


@frozen(kw_only=True)
class Box:
    """A kind of box."""

    name: str
    #: A part of the class or id that such a box has, as nearly all write it: in lower case.
    hints: tuple[str, ...]
    #: A class or id that such a box has, whole and in lower case.
    called: re.Pattern[str]
    #: Whether an element that is called so is one, by its text and what is in it.
    holds: Callable[[Element, str], bool]
    #: Whether a post may be nothing but that.
    may_be_all: bool = False
    #: The HTML that stands in the place of such a box, before what stands behind it.
    instead: Callable[[Element, str], str] = lambda _, __: ""

    def may_be_called(self, names: str) -> bool:
        """Whether an element of these class names, or of this id, may be one."""
        return any(hint in names for hint in self.hints) and any(map(self.called.fullmatch, names.lower().split()))


def _is_short(limit: int) -> Callable[[Element, str], bool]:
    return lambda _, text: len(text) <= limit


def _leads_into_the_post(element: Element, text: str) -> bool:
    links = list(element.iter("a"))
    within = [link for link in links if "#" in link.get("href", "")]
    words = sum(len(" ".join("".join(link.itertext()).split())) for link in within)
    # Beside the links stand a heading and numbers.
    return len(within) > 1 and len(within) * 5 >= len(links) * 4 and len(text) - words <= 60 + 8 * len(within)


def _leads_elsewhere(element: Element, text: str) -> bool:
    return len(text) <= 60 or (len(text) <= 3000 and _links(element))


def _links(element: Element) -> bool:
    return next(element.iter("a"), None) is not None


def _is_card(element: Element, text: str) -> bool:
    return len(text) <= 600 and _links(element)


def _is_post(element: Element, _: str) -> bool:
    return _address(element) is not None


def _address(element: Element) -> str | None:
    """Give where an embedded post is: what leads to it stands last, behind who has posted it."""
    return next((link.get("href") for link in reversed(list(element.iter("a"))) if link.get("href")), None)


def _embed(element: Element, behind: str) -> str:
    """Write what a script would show in the place of a quoted post, unless a frame behind it shows it already."""
    if behind.lstrip().startswith("<iframe"):
        return ""
    said = " ".join("".join(element.itertext()).split())
    return f'<iframe src="{escape(_address(element) or "")}" title="{escape(said)}"></iframe>'


def _asks(element: Element, text: str) -> bool:
    # Some page builders wrap a form around everything.
    prose = any(len("".join(p.itertext()).strip()) > 150 for p in element.iter("p"))
    return _has_fields(element) and not prose and len(text) <= 5000


def _asks_shortly(element: Element, text: str) -> bool:
    return len(text) <= 600 and _has_fields(element)


def _has_fields(element: Element) -> bool:
    fields = element.iter("input", "select", "textarea")
    return any(field.get("type") not in {"hidden", "submit"} for field in fields)


def _names(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


BOXES: Final = (
    Box(
        name="a table of contents",
        hints=("toc", "table-of-contents", "tableofcontents", "table_of_contents"),
        called=_names(r"(?:.*[-_])?(?:toc|table[-_]?of[-_]?contents?)(?:[-_].*)?|(?:ez|lwp|simple|joli)-?toc.*"),
        holds=_leads_into_the_post,
    ),
    Box(
        name="share buttons",
        hints=("shar", "social", "addtoany", "a2a_", "heateor", "essb_", "swp_", "post-flair", "ulike", "rating"),
        called=_names(
            r"""sharedaddy | sd-(?:block|sharing.*) | jp-post-flair | addtoany_.* | a2a_kit | heateor_sss_.*
            | essb_links | ssba.* | shariff.* | swp_social_panel.* | mashsb.* | sharethis-.*
            | (?:.*[-_])?social-?(?:shar(?:e|ing)|links?|icons?).*
            | simplesocialbuttons.* | (?:post|entry|content|article)-shar(?:e|ing).*
            | shar(?:e|ing)-?(?:buttons?|bar|links?|box|icons?|container|wrapper) | elementor-widget-share-buttons
            | wp_?ulike.* | (?:post|kk-star)-ratings?.* | kksr-.*"""
        ),
        holds=_is_short(400),
    ),
    Box(
        name="related posts",
        hints=("related", "yarpp", "rp4wp", "crp_", "wp_rp", "zem_rp"),
        called=_names(
            r"""jp-relatedposts | yarpp.* | rp4wp-.* | crp_related.* | wp_rp_.* | zem_rp_.*
            | (?:.*[-_])?related-?(?:posts?|articles?|stories|reading)(?:[-_].*)?"""
        ),
        holds=_leads_elsewhere,
    ),
    Box(
        # What the server fills when it shows the post; nobody has written it there.
        name="a list of posts",
        hints=(
            *("block-latest-", "block-archives", "block-categories", "tag-cloud", "block-query", "block-rss", "-posts"),
            *("block-calendar", "block-page-list", "block-navigation", "block-comments", "vc_grid", "et_pb_blog"),
        ),
        called=_names(
            r"""wp-block-(?:latest-(?:posts|comments)|archives|categories|tag-cloud|query|rss|calendar|page-list|navigation
            |comments|.*-posts) | elementor-widget-(?:archive-)?posts | vc_grid-container.* | et_pb_blog_\d+"""
        ),
        holds=_leads_elsewhere,
    ),
    Box(
        name="a card that leads elsewhere",
        hints=("blogcard", "blogCard", "blog-card", "linkcard", "link-card", "lkc-", "linkto"),
        called=_names(r"(?:.*[-_])?(?:blog|link)-?cards?(?:[-_].*)? | lkc-(?:ex|in)ternal-wrap | (?:longc_)?linkto"),
        holds=_is_card,
    ),
    Box(
        name="an embedded post",
        hints=(
            "twitter-",
            "instagram-",
            "tiktok-",
            "bluesky-",
            "mastodon-",
            "text-post-",
            "reddit-",
            "imgur-",
            "embedded-",
        ),
        called=_names(
            r"""twitter-(?:tweet|video) | instagram-media | tiktok-embed | bluesky-embed | mastodon-embed
            | text-post-media | reddit-embed(?:-bq)? | imgur-embed-pub | wp-embedded-content"""
        ),
        holds=_is_post,
        may_be_all=True,
        instead=_embed,
    ),
    Box(
        name="a link to the whole post",
        hints=("more-link", "link-more"),
        called=_names("more-link|link-more|read-more-link"),
        holds=_is_short(200),
    ),
    Box(
        name="a button",
        hints=("button", "vc_btn3", "kt-btn"),
        called=_names(
            r"""wp-block-(?:button(?:s|__link)?|file__button) | elementor-(?:button(?:-wrapper)?|widget-button)
            | et_pb_button(?:_module_wrapper)? | vc_btn3(?:-container)? | fl-(?:module-)?button(?:-wrap)?
            | fusion-button | (?:uagb|kb)-buttons?.* | wp-block-kadence-(?:advanced|single)btn | gb-button
            | x-anchor-button"""
        ),
        holds=_is_short(200),
    ),
    Box(
        name="an offer of a shop",
        hints=("aawp", "lasso-", "yyi-rinker", "pochipp", "kaerebalink"),
        called=_names("aawp-product | lasso-container | yyi-rinker-contents | pochipp-box | kaerebalink-box"),
        holds=_is_card,
    ),
    Box(
        name="who the author is",
        hints=("author", "sabox", "molongui", "m-a-box", "ts-fab", "abh_box"),
        called=_names(
            r"""(?:.*[-_])?author[-_]?(?:bio|box|info|profile)(?:[-_].*)? | (?:.*[-_])?about[-_]?(?:the[-_])?author
            | saboxplugin-wrap | pp-(?:multiple-)?author.* | molongui.* | m-a-box.* | ts-fab-wrapper | abh_box.*
            | wp-post-author.* | wp-block-(?:post-)?author.* | elementor-widget-author-box"""
        ),
        holds=_is_short(1000),
    ),
    Box(
        name="a sign-up",
        hints=("newsletter", "subscri", "mc4wp", "mailpoet", "formkit", "optin"),
        called=_names(
            r"""(?:.*[-_])?(?:newsletter|subscri(?:be|ption)s?|optin)(?:[-_].*)? | mc4wp-.* | mailpoet.*
            | formkit-form | jetpack_subscription_widget | wp-block-jetpack-subscriptions.*"""
        ),
        holds=_asks_shortly,
    ),
    Box(
        name="links beside the post",
        hints=("navigation", "nav-links", "breadcrumb", "page-links", "tags", "tag-links", "cat-links"),
        called=_names(
            r"""post-?navigation | nav-links | (?:.*[-_])?breadcrumbs?(?:[-_].*)? | page-links | (?:post|entry)-tags
            | (?:tags?|cat)-links"""
        ),
        holds=_is_short(400),
    ),
    Box(
        name="reading time",
        hints=("reading-time", "read-time", "readtime"),
        called=_names(r"(?:.*[-_])?read(?:ing)?-?time(?:[-_].*)?"),
        holds=_is_short(80),
    ),
    Box(
        name="a count of views",
        hints=("views", "pvc_"),
        called=_names("(?:post|page|entry)-views? | pvc_stats"),
        holds=_is_short(80),
    ),
    Box(
        name="reactions",
        hints=("reaction",),
        called=_names(r"(?:.*[-_])?reactions?(?:[-_].*)?"),
        holds=_is_short(400),
    ),
    Box(
        name="podcast links",
        hints=("powerpress_",),
        called=_names("powerpress_(?:links|subscribe_links).*"),
        holds=_is_short(400),
    ),
)
FORM: Final = Box(name="a form", hints=("form",), called=_names("form"), holds=_asks, may_be_all=True)
