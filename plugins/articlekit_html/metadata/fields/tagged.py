"""Tags that a page shows and no relation declares: links in a box for tags, as names, a label or addresses say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from articlekit.markup import Element
from articlekit_html.metadata.page.microdata import is_elsewhere
from articlekit_html.metadata.page.text import spaced_text_of, text_of

_NAMES: Final = (
    r"(?:tags?|tagged|keywords?|topics?|thema|themen|schlag(?:wort|worte|wörter|woerter)|stich(?:worte|wörter|woerter)|"
    r"mots?[-_]?cles?|etiquetas?|palabras[-_]?clave|trefwoorden|aiheet|tagi)"
)
"""What tags are called in the languages that addresses and stylesheets are written in."""
_ADDRESS: Final = re.compile(rf"(?<!:)/{_NAMES}/[^/]", re.IGNORECASE)
"""Addresses of the pages that list what has a tag."""
_BOX: Final = re.compile(rf"(?:^|[\s_-]){_NAMES}(?=$|[\s_-](?!cloud|manager))", re.IGNORECASE)
"""Names of the elements that hold tags."""
_POST: Final = re.compile(r"(?<!\S)(?:post-\d+|hentry)(?!\S)")
"""Names that WordPress gives a post, among others for each of its tags."""
_LABEL: Final = re.compile(
    r"\W*(?:tags?|tagged(?: (?:as|with))?|filed under|key ?words?|topics|schlag(?:worte|wörter)|"
    r"stich(?:worte|wörter)|themen|mots[- ]cl[ée]s?|étiquettes|"
    r"etiquetas|palabras clave|temas|palavras[- ]chave|assuntos|parole chiave|argomenti|"
    r"trefwoorden|onderwerpen|ämnen|taggar|emner|emneord|asiasanat|avainsanat|aiheet|tagi|słowa kluczowe|štítky|"
    r"klíčová slova|címkék|etichete|etiketler|anahtar kelimeler|теги|метки|ключевые слова|ключові слова|ετικέτες|תגיות|"
    r"برچسب[\s\u200c]?ها|کلیدواژه[\s\u200c]?ها|وسوم|الوسوم|كلمات مفتاحية|टैग्स?|ট্যাগ|แท็ก|từ khóa|kata kunci|标签|"
    r"關鍵字|关键词|关键字|標籤|キーワード|タグ|태그|키워드)\W*",
    re.IGNORECASE,
)
"""What readers are told that they are tags by, in the main languages."""
_AROUND: Final = " \t\r\n,;|·•/#"
_UP: Final = 3
_LONGEST: Final = 60
_LONGEST_LABEL: Final = 30
_LONGEST_NAMES: Final = 200
_MOST: Final = 40
"""A longer list is a cloud of all that the site has."""
_BETWEEN: Final = 3
"""So many characters may stand between two."""


def tags_shown(root: Element, *, has_heading: bool) -> Iterator[tuple[str, ...]]:
    """Give the texts of links that stand together in a box for tags, box by box.

    Args:
        root: The page.
        has_heading: Whether it has an ``h1``: menus stand above that.
    """
    boxes: dict[Element, list[Element]] = {}
    above: set[Element] = set()
    is_above = has_heading
    for element in root.iter("a", "h1"):
        if element.tag == "h1":
            is_above = False
        elif (box := _box_of(element)) is not None:
            boxes.setdefault(box, []).append(element)
            if is_above:
                above.add(box)
    for box, links in boxes.items():
        if len(links) <= _MOST and _is_of_tags(box, links, is_below=box not in above) and not is_elsewhere(links[0]):
            yield from filter(None, [_texts_in(box, links)])


def _texts_in(box: Element, links: list[Element]) -> tuple[str, ...]:
    """Give the texts of the links in a box; nothing where it says more than they do."""
    said = [text for link in links if (text := text_of(link, _LONGEST))]
    whole = spaced_text_of(box)
    if whole is None or len(whole) - sum(map(len, said)) > _LONGEST_LABEL + _BETWEEN * len(said):
        return ()
    return tuple(text for text in said if not text.endswith((":", "：")) and any(map(str.isalnum, text)))


def _box_of(link: Element) -> Element | None:
    """Give the element that holds a link beside others: around it alone may stand one for its looks."""
    box = link.getparent()
    for _ in range(_UP):
        if box is None or len(box) > 1 or (box.text or "").strip() or (box[0].tail or "").strip(_AROUND):
            break
        box = box.getparent()
    return box


def _is_of_tags(box: Element, links: list[Element], *, is_below: bool) -> bool:
    """Whether names or a label say it; or, below the title, all addresses of several links."""
    around = box.getparent()
    named = (box, links[0]) if around is None else (box, links[0], around)
    if any((names := element.get("class")) and _names_tags(names, len(links)) for element in named):
        return True
    if is_below and len(links) > 1 and all(_ADDRESS.search(link.get("href") or "") for link in links):
        return True
    return _LABEL.fullmatch(_label_of(box, links[0])) is not None


def _label_of(box: Element, first: Element) -> str:
    """Give the text before the first link of a box, in it or right before it."""
    item = first
    while (around := item.getparent()) is not None and around is not box:
        item = around
    before = item.getprevious()
    text = box.text if before is None else before.tail or ""
    if not (text or "").strip() and before is not None:
        text = text_of(before, _LONGEST_LABEL)
    if not (text or "").strip() and before is None and (heading := box.getprevious()) is not None:
        text = text_of(heading, _LONGEST_LABEL)
    return (text or "").strip()


@lru_cache(maxsize=1 << 12)
def _names_tags(names: str, links: int) -> bool:
    """Whether class names are those of a box for tags; one link that is named *topic* is a label over the title."""
    names = names[:_LONGEST_NAMES]
    found = None if _POST.search(names) else _BOX.search(names)
    return found is not None and (links > 1 or "topic" not in found[0].lower())
