"""What class names say of an element: that it holds an author, a date, a standfirst, or something of other articles.

Names in the web's common vocabulary, in the languages that stylesheets are written in; never a site's own.
"""

from __future__ import annotations

import re
from enum import IntEnum, auto
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from articlekit.markup import Element

Meaning: TypeAlias = Literal["author", "published", "modified"]


def _any_of(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts))


_AUTHOR: Final = _any_of(
    r"author|by-?_?line|reader-credits|writer|reporter|journalist|contributor|signature|posted-?by|written-?by|vcard|\bfn\b|name-uid\b",
    r"autor(?!ité)|auteur|verfasser|redakteur",
)
_NOT_AUTHOR: Final = _any_of(
    "bio|about|avatar|image|img|photo|pict|social|follow|desc|job|role|posit|date|time|more|comment|relat|share|twitter",
    "icon|thumb|count|excerpt|text|info-?box|newsletter|widget|authority|by-?author|category|archive|email|website",
    "posts-by|recent|quote|testimonial|listing|sponsor",
)
_OF_DATES: Final = _any_of("date|time|posted")
_DATE: Final = _any_of(
    "date|publi|posted|time(?!line|r)|pubdat|meta|created|dtreviewed|submitted|datum|fecha|erstellt|veroeff"
)
_NOT_DATE: Final = _any_of(
    "updat|modif|comment|relat|event|countdown|candidate|mandate|reading|read-?time|runtime|validat|image|metabox"
)
# Parted by first letters: at most places in a name one look at the letter says that nothing begins there.
_EITHER: Final = _any_of(
    "aut|by|name-uid|c(?:ontrib|reated)|d(?:at|trev)|erstel|f(?:n|echa)|journal|meta|p(?:osted|ubli)",
    "r(?:ea?d(?:ak|er-c)|eport)",
    "s(?:ignat|ubmit)|time|v(?:erfas|card|eroeff)|writ",
)
"""What a name must hold to be looked at more closely."""
_OTHERS: Final = _any_of(
    "comment|respond|relat(?!ive)|recommend|popular|recent|latest|trending|more-|read-?next|see-also|mostread|upnext",
    r"next-|prev|sidebar|side-bar|(?<!elementor-)widget(?! blog\b)|breadcrumb|navbar|navigation|menu|archive|calendar",
    r"event(?!s-(?:none|auto))|teaser(?![-_]{0,2}text|\S*meta)|carousel|slider|swiper|(?<!node-)promo|sponsor|newsletter",
    r"(?<!h)feed|copyright|(?<!\S)footnotes?(?!\S)|(?<!\bv)(?<!\bh-)card(?![-_]{0,2}meta)|^(?!.*author).*\bvcard",
)
_COMMENT: Final = re.compile(
    r"(?<![^\s_-])(?<!has-)(?<!no-)comments?(?![^\s_-])(?!-(?:open|closed|off|on))", re.IGNORECASE
)
_OF_POSTS: Final = re.compile(r"(?<!\S)(?:category|tag|has|with|without|no)-\S+")
"""Names that WordPress gives a post for what it is about, and names for what stands in or beside an element."""
_STANDFIRST: Final = _any_of(
    r"standfirst|sub-?_?title|sub-?headline|sub-?head(?!er|ing)|(?<![a-z])de(?:k|ck)(?![a-z])|strapline|tagline",
    "article-?desc",
    "untertitel|sous-?_?titre|subt[ií]tul|vorspann|ingress|chapo|sapo|bajada|entradilla|sottotitolo|occhiello",
)
_LEAD: Final = _any_of(
    r"(?<![a-z])le(?:ad|de)(?![a-z])|lead-?text|lead-?in(?!g)|intro|teaser-?text|abstract|summary|excerpt|sub-?heading"
)
"""Names of standfirsts, and of what may be the first paragraph of the text as well."""
_NOT_STANDFIRST: Final = _any_of(
    "relat(?!ive)|share|newsletter|comment|author|bio|breadcrumb|byline|caption|meta|promo"
)

_OTHERS_TAGS: Final = frozenset(("aside", "nav"))
_LONGEST: Final = 40
"""Characters of a name that was given by a person; programs make longer ones."""
_LONGEST_LIST: Final = 300
_LONGEST_FRAME: Final = 200


@lru_cache(maxsize=1 << 14)
def meaning_of_names(names: str) -> Meaning | None:
    """Say what a class attribute is for; nothing where it says nothing."""
    names = names[:_LONGEST_LIST].lower()
    if not _EITHER.search(names):
        return None
    for name in names.split():
        if len(name) < _LONGEST:
            if _AUTHOR.search(name) and not _NOT_AUTHOR.search(name):
                return "author"
            if _DATE.search(name) and not _NOT_DATE.search(name):
                return "published"
    return None


def names_author_too(element: Element) -> bool:
    """Whether one of the names that make an element one for a date is for an author as well: ``date-author``."""
    names = (element.get("class") or "")[:_LONGEST_LIST].lower().split()
    return any(
        _DATE.search(name) and _AUTHOR.search(name) and not _NOT_AUTHOR.search(_OF_DATES.sub("", name))
        for name in names
    )


@lru_cache(maxsize=1 << 12)
def _are_of_others(names: str) -> bool:
    return len(names) < _LONGEST_FRAME and _OTHERS.search(_OF_POSTS.sub("", names.lower())) is not None


def speaks_of_others(element: Element) -> bool:
    """Whether an element is named as one for comments, lists of other articles, the frame of the page.

    What stands beside the text (``aside``) and is named as one for dates is of the article.
    """
    names, identifier = element.get("class"), element.get("id")
    return (
        (element.tag in _OTHERS_TAGS and not (names and meaning_of_names(names) == "published"))
        or (names is not None and _are_of_others(names))
        or (identifier is not None and _COMMENT.search(identifier) is not None)
    )


def is_in_comments(element: Element) -> bool:
    """Whether it is part of what readers have said."""
    around = element.iterancestors("div", "ol", "section", "ul")
    return any(_COMMENT.search(f"{above.get('class') or ''} {above.get('id') or ''}") for above in around)


class Standing(IntEnum):
    """What names say of an element that stands behind the title."""

    OTHER = auto()
    UNNAMED = auto()
    LEAD = auto()
    STANDFIRST = auto()


@lru_cache(maxsize=1 << 12)
def standing_of(names: str) -> Standing:
    """Say whether names are those of a standfirst, of a standfirst or a first paragraph, or of something else."""
    names = names[:_LONGEST_LIST].lower()
    if _NOT_STANDFIRST.search(names):
        return Standing.OTHER
    if _STANDFIRST.search(names):
        return Standing.STANDFIRST
    return Standing.LEAD if _LEAD.search(names) else Standing.UNNAMED
