"""Tags that a page shows and no relation declares: links in a box for tags, as names, a label or addresses say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from articlekit.markup import Element
from articlekit_html.metadata.page.microdata import is_elsewhere
from articlekit_html.metadata.page.text import spaced_text_of, text_of


def _any_of(*words: str) -> frozenset[str]:
    """Give the words, which are parted by strokes."""
    return frozenset("|".join(words).split("|"))


_NAMES: Final = (
    r"(?:tags?|tagged|keywords?|topics?|thema|themen|schlag(?:wort|worte|wörter|woerter)|stich(?:worte|wörter|woerter)|"
    r"mots?[-_]?cles?|etiquetas?|palabras[-_]?clave|trefwoorden|aiheet|tagi)"
)
"""What tags are called in the languages that addresses and stylesheets are written in."""
_ADDRESS: Final = re.compile(rf"(?<!:)/{_NAMES}/[^/]")
"""Addresses of the pages that list what has a tag."""
_BOX: Final = re.compile(rf"(?<![^\s_-]){_NAMES}(?![^\s_-]|[\s_-](?:cloud|manager))")
"""Names of the elements that hold tags."""
_POST: Final = re.compile(r"(?<!\S)(?:post-\d+|hentry)(?!\S)")
"""Names that WordPress gives a post, among others for each of its tags."""
_LABELS: Final = _any_of(
    "tag|tags|tagged|tagged as|tagged with|keyword|keywords|key words|topics|schlagworte|schlagwörter",
    "stichworte|stichwörter|themen|mot-clé|mots-clés|mots clés|mots-cles|étiquettes|etiquetas|palabras clave|temas",
    "palavras-chave|assuntos|parole chiave|argomenti|trefwoorden|onderwerpen|ämnen|taggar|emner|emneord|asiasanat",
    "avainsanat|aiheet|tagi|słowa kluczowe|štítky|klíčová slova|címkék|etichete|etiketler|anahtar kelimeler|теги|тэги",
    "метки|ключевые слова|ключові слова|ετικέτες|תגיות|برچسب‌ها|برچسب ها|کلیدواژه‌ها|کلیدواژه ها|وسوم|الوسوم",
    "كلمات مفتاحية|टैग|टैग्स|ট্যাগ|แท็ก|từ khóa|kata kunci|标签|关键词|关键字|標籤|關鍵字|キーワード|タグ|태그|키워드",
)
"""What readers are told that they are tags by, in the main languages."""
_AROUND: Final = " \t\r\n,;|·•/#"
_AROUND_LABELS: Final = f"{_AROUND}:：[]()【】"
_UP: Final = 3
_LONGEST: Final = 60
_LONGEST_LABEL: Final = 30
_LONGEST_NAMES: Final = 200
_MOST: Final = 40
"""A longer list is a cloud of all that the site has."""
_BETWEEN: Final = 3
"""So many characters may stand between two."""


def tags_shown(links: Iterable[Element]) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """Give the boxes for tags in which some of the links stand together, and the texts of these."""
    boxes: dict[Element, list[Element]] = {}
    for link in links:
        parent = link.getparent()
        if parent in boxes:
            boxes[parent].append(link)
        elif parent is not None and (box := _box_of(parent)) is not None:
            boxes.setdefault(box, []).append(link)
    for box, inside in boxes.items():
        is_one = len(inside) <= _MOST and _is_of_tags(box, inside) and not is_elsewhere(inside[0])
        if is_one and (texts := _texts_in(box, inside)):
            yield box, texts


def _texts_in(box: Element, links: list[Element]) -> tuple[str, ...]:
    """Give the texts of the links in a box; nothing where it says more than they do."""
    said = [text for link in links if (text := text_of(link, _LONGEST))]
    whole = spaced_text_of(box)
    if whole is None or len(whole) - sum(map(len, said)) > _LONGEST_LABEL + _BETWEEN * len(said):
        return ()
    return tuple(text for text in said if not text.endswith((":", "：")) and any(map(str.isalnum, text)))


def _box_of(parent: Element) -> Element | None:
    """Give the element that holds a link beside others: around it alone may stand one for its looks."""
    box: Element | None = parent
    for _ in range(_UP):
        if box is None or box[0].getnext() is not None or ((box.text or box[0].tail) and _says(box)):
            break
        box = box.getparent()
    return box


def _says(box: Element) -> bool:
    """Whether words stand beside the only element in a box."""
    return bool((box.text or "").strip(_AROUND) or (box[0].tail or "").strip(_AROUND))


def _is_of_tags(box: Element, links: list[Element]) -> bool:
    """Whether a name or a label says it, or the addresses of all of several links."""
    first, around = links[0], box.getparent()
    for element in (box, first, around):
        name = _name_in(names) if element is not None and (names := element.get("class")) else None
        # One link that is named so is a label over the title.
        if name and (len(links) > 1 or not name.startswith("topic")):
            return True
    if len(links) > 1 and all(_ADDRESS.search((link.get("href") or "").lower()) for link in links):
        return True
    return _label_of(box, first).lower().strip(_AROUND_LABELS) in _LABELS


def _label_of(box: Element, first: Element) -> str:
    """Give the text before the first link of a box, in it or right before it."""
    item = first
    while (around := item.getparent()) is not None and around is not box:
        item = around
    before = item.getprevious()
    text = (box.text if before is None else before.tail) or ""
    if text.isspace() or not text:
        label = box.getprevious() if before is None else before
        text = (label.text or "") if label is not None and not len(label) else ""
    return text[: 2 * _LONGEST_LABEL].strip()


@lru_cache(maxsize=1 << 12)
def _name_in(names: str) -> str | None:
    """Give the name of a box for tags among class names."""
    names = names[:_LONGEST_NAMES].lower()
    found = _BOX.search(names)
    return found[0] if found is not None and not _POST.search(names) else None
