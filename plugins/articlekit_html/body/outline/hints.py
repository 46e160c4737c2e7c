"""What class names, ids and roles say of an element: hints in the web's common vocabulary, never a site's own names."""

from __future__ import annotations

import re
from enum import IntFlag, auto
from functools import lru_cache
from typing import Final


class Hint(IntFlag):
    """What an element seems to hold."""

    NAVIGATION = auto()
    FOOTER = auto()
    HEADER = auto()
    SIDE = auto()
    RELATED = auto()
    SHARE = auto()
    COMMENT = auto()
    ADVERTISEMENT = auto()
    SIGN_UP = auto()
    CONSENT = auto()
    PAYWALL = auto()
    META = auto()
    CAPTION = auto()
    HIDDEN = auto()
    LEAD = auto()
    TITLE = auto()
    ARTICLE = auto()
    CONTENT = auto()
    EMBED = auto()
    FOOTNOTE = auto()
    WIDGET = auto()
    NOTICE = auto()
    LOGIN = auto()
    CORRECTION = auto()
    ANSWER = auto()
    QUOTE = auto()


# Whole words of a name (``post-meta`` and ``postMeta`` are two).
_WORDS: Final = {
    Hint.NAVIGATION: (
        "nav menu menus toc pager pagination breadcrumb breadcrumbs crumbs navi navbar navigation sitemap submenu "
        "navbox catlinks"
    ),
    Hint.FOOTER: "footer foot copyright colophon disclaimer disclaimers",
    Hint.HEADER: "header masthead topbar head",
    Hint.SIDE: "sidebar aside side rail sidecol complementary",
    Hint.RELATED: (
        "related relateds recommended recommendation recommendations recommend similar trending popular latest "
        "teaser teasers upnext carousel slider swiper slick recirc recirculation explore more next prev previous "
        "siblings also suggested suggestions crosslink crosslinks"
    ),
    Hint.SHARE: (
        "share shares sharing social socials follow facebook twitter whatsapp linkedin pinterest sharer like likes "
        "powerpress"
    ),
    # Not ``discussion`` or ``reply``: ids that are made of headings say so of sections of the text.
    Hint.COMMENT: "comment comments disqus respond commentlist",
    Hint.ADVERTISEMENT: (
        "ad ads adv advert adverts advertisement advertising advertorial sponsor sponsored sponsors promo promos "
        "promotion promoted dfp gpt affiliate commercial cta testimonial testimonials rinker pochipp kaerebalink"
    ),
    Hint.SIGN_UP: (
        "newsletter newsletters subscribe subscription subscriptions signup optin mailing form forms login signin "
        "register"
    ),
    Hint.CONSENT: "cookie cookies consent gdpr privacy",
    Hint.PAYWALL: "paywall regwall",
    Hint.LOGIN: "login signin register registration",
    Hint.META: (
        "byline author authors bio date dateline time timestamp meta metadata tags tag tagcloud category "
        "categories cats keywords topics topic kicker published updated readtime print printer tools toolbar "
        "rating ratings vote votes views counter info label labels badge terms"
    ),
    Hint.CAPTION: "caption captions figcaption credit credits",
    Hint.HIDDEN: (
        "hidden hide modal popup overlay dialog tooltip drawer offcanvas invisible noprint notification toast popover "
        "skip screenreader"
    ),
    Hint.LEAD: (
        "standfirst subtitle subtitles lead lede leadin deck dek chapo summary excerpt intro subheadline subhead "
        "subheading abstract teaser sapo preamble ingress"
    ),
    Hint.TITLE: "title headline heading hgroup",
    Hint.CONTENT: (
        "article articles content contents entry post story main body text prose copy hentry blog news detail "
        "single richtext page section"
    ),
    Hint.FOOTNOTE: "footnote footnotes endnote endnotes",
    Hint.CORRECTION: "correction corrections corrigendum erratum errata clarification",
    # Of sidebars, and of all that a page builder makes.
    Hint.WIDGET: "widget widgets",
    # Of what a site says to its readers, and of boxes in which an author says something apart.
    Hint.NOTICE: "alert notice",
    Hint.QUOTE: "quote quotation blockquote pullquote",
}

# Letters in a row, also inside a longer word (``newsletterbox``); hyphens and underscores of the name do not count.
_PARTS: Final = {
    Hint.NAVIGATION: "navbar navigation breadcrumb pagination tableofcontents",
    Hint.FOOTER: "footer copyright",
    Hint.SIDE: "sidebar rightrail rightcol leftcol widgetarea",
    Hint.RELATED: (
        "related recommend readmore readnext mostread mostpopular morefrom seealso readalso topstories "
        "morestories recirculation"
    ),
    Hint.SHARE: "sharing sharebar sharebutton socialmedia sharetools addtoany addthis sharedaddy",
    Hint.COMMENT: "comment disqus",
    Hint.ADVERTISEMENT: "aawpproduct advert sponsor adslot adunit adcontainer adwrap",
    Hint.SIGN_UP: "newsletter subscri signup signin optin",
    Hint.CONSENT: "cookie consent gdpr",
    Hint.LOGIN: "signin",
    Hint.PAYWALL: "paywall regwall registrationwall registerwall loginwall salewall subscriptionwall",
    Hint.META: (
        "byline authorbio authorbox aboutauthor authorinfo postmeta entrymeta articlemeta timestamp readingtime "
        "readtime articletags publishdate contributor"
    ),
    Hint.CAPTION: "caption photocredit imagecredit",
    Hint.HIDDEN: "sronly visuallyhidden screenreader modal popup offcanvas skiplink",
    Hint.LEAD: "standfirst subheadline subheading",
    Hint.TITLE: "headline",
    Hint.ARTICLE: (
        "articlebody articlecontent articletext entrycontent postcontent postbody posttext storybody storycontent "
        "storytext contentbody contentarticle bodycopy bodytext bodycontent richtext wysiwyg newscontent newstext "
        "newsbody textcontent singlecontent pagecontent blogcontent maintext maincontenttext markdownbody"
    ),
    # The elements that services ask authors to paste: what is inside stands in for what a script would show.
    Hint.EMBED: ("twittertweet instagrammedia tiktokembed blueskyembed mastodonembed textpostmedia redditembed"),
    Hint.FOOTNOTE: "footnote",
    Hint.QUOTE: "pullquote blockquote quoteblock",
}

_OF_ROLE: Final[dict[str, int]] = {
    "navigation": int(Hint.NAVIGATION),
    "menu": int(Hint.NAVIGATION),
    "menubar": int(Hint.NAVIGATION),
    "tablist": int(Hint.NAVIGATION),
    "search": int(Hint.NAVIGATION),
    "contentinfo": int(Hint.FOOTER),
    "banner": int(Hint.HEADER),
    "complementary": int(Hint.SIDE),
    "form": int(Hint.SIGN_UP),
    "dialog": int(Hint.HIDDEN),
    "alertdialog": int(Hint.HIDDEN),
    "alert": int(Hint.HIDDEN),
    "doc-footnote": int(Hint.FOOTNOTE),
    "doc-endnotes": int(Hint.FOOTNOTE),
}
"""WAI-ARIA 1.2 and DPUB-ARIA 1.1 roles."""

_OF_TAG: Final[dict[str, int]] = {
    "nav": int(Hint.NAVIGATION),
    "footer": int(Hint.FOOTER),
    "header": int(Hint.HEADER),
    "aside": int(Hint.SIDE),
    "form": int(Hint.SIGN_UP),
    "figcaption": int(Hint.CAPTION),
    "dialog": int(Hint.HIDDEN),
}

_NAME_LENGTH: Final = 240
"""So many characters of a class attribute are read; what follows in longer ones is layout."""

_CAMEL_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_WORD: Final = re.compile(r"[^-_:/.\[\]()|0-9\s]+")


def _by_name(names: dict[Hint, str]) -> dict[str, int]:
    """Give for each name all that it says, as the bits of `Hint`."""
    said: dict[str, int] = {}
    for hint, listed in names.items():
        for name in listed.split():
            said[name] = said.get(name, 0) | int(hint)
    return said


_BY_WORD: Final = _by_name(_WORDS)
_BY_PART: Final = _by_name(_PARTS)
_LONG: Final = 8
_STATE: Final = re.compile(r"(?<!\S)(?:has|show|with|without|no(?![-_]?print))[-_]\S+|(?<=[a-z])With(?:out)?[A-Z]\S*")
"""Names for what stands, or does not stand, in an element or beside it: ``has-sidebar``."""
_SLUG: Final = re.compile(r"[-_](?:a|an|and|are|by|for|from|how|in|is|my|of|on|or|the|to|what|when|why|with|your)[-_]")
"""Ids that are made of headings, ``sharing-with-a-friend``, say what a section of the text is about."""
_GENRES: Final = frozenset(("commentary", "commentaries"))
"""Words for kinds of articles, which hold one of the parts and mean something else."""


@lru_cache(maxsize=1 << 13)
def _of_long_word(word: str) -> int:
    hints = _BY_WORD.get(word, 0)
    if word not in _GENRES:
        for part, hint in _BY_PART.items():
            if part in word:
                hints |= hint
    return hints


@lru_cache(maxsize=1 << 13)
def _of_name(name: str) -> int:
    name = name[:_NAME_LENGTH]
    if "has" in name or "ith" in name or "no" in name or "show-" in name:
        # Few names have what all states have, and to look for that takes a third of the time.
        name = _STATE.sub("", name)
    words = _WORD.findall(name) if name.islower() else map(str.lower, _CAMEL_WORD.findall(name))
    hints = 0
    last = ""
    for word in words:
        if len(word) < _LONG:
            hints |= _BY_WORD.get(word, 0) | _BY_PART.get(last + word, 0)
        else:
            hints |= _of_long_word(word)
        last = word
    return hints


def hints_of(tag: str, name: str | None, identifier: str | None, role: str | None) -> int:
    """Gather the hints of an element from its tag, class, id and role, as the bits of `Hint`."""
    # Plain integers: the operators of enumerations are slow.
    hints = _OF_TAG.get(tag, 0)
    if name:
        hints |= _of_name(name)
    if identifier and not _SLUG.search(identifier):
        hints |= _of_name(identifier)
    if role:
        hints |= _OF_ROLE.get(role, 0)
    return hints
