"""The few words that bylines and date lines are told by, in the main languages. All in lower case."""

from __future__ import annotations

import re
from typing import Final


def _any_of(*words: str) -> str:
    """Give a pattern for any of the words, which are parted by strokes."""
    return "|".join(words)


AROUND: Final = " \t\n\r,;:.|•·⋅–—-*/©\"“”„'()[]{}<>\u200b\ufeff"
"""What may stand around a name, and is no part of it."""

_BY: Final = _any_of(
    "by|words by|story by|text by|written by|posted by|published by|reported by|reporting by|article by|review by",
    "zum profil von|profile of|recipe by|rezept von|blog post by|post by|contributed by",
    "author|authors|author(s)|byline|words|text|interview|view all posts by|all posts by",
    "von|text von|autor|autoren|autorin|autor/in|autor:in|geschrieben von|verfasst von|das interview führte",
    "zeige alle beiträge von|alle beiträge von|voir tous les articles de|ver todas las entradas de",
    "vedi tutti gli articoli di|ver todos os posts de|bekijk alle berichten van",
    "von unserem redakteur|von unserer redakteurin|von unserem korrespondenten|von unserer korrespondentin",
    "interview von|par|écrit par|rédigé par|publié par|article rédigé par|propos recueillis par|recueilli par",
    "auteur|auteurs|autrice|texte|texte de|un texte de|un article de",
    "por|por el|escrito por|publicado por|autora|autores|texto|texto de|reportagem de|una entrevista de",
    "di|da|a cura di|scritto da|pubblicato da|autore|autrice|testo|testo di|intervista di|articolo di",
    "dal nostro inviato|dalla nostra inviata|dal nostro corrispondente|dalla nostra corrispondente",
    "door|geschreven door|schrijver|door onze redacteur|door onze verslaggever|van onze redacteur",
    "van onze verslaggever|av|skrevet av|skriven av|af|skrevet af|tekst|skribent|forfatter|kirjoittaja|teksti",
    "od|przez|napisał|napisała|opracował|opracowała|oprac.|autorka|autorzy|napsal|napsala|szerző|írta|autorius",
    "yazan|yazar|haber|muhabir|oleh|penulis|bởi|tác giả|γράφει ο|γράφει η|του συντάκτη",
    "автор|автор статьи|автор материала|авторы|текст|подготовил|подготовила",
    "作者|文|記者|记者|本报记者|撰文|撰稿|執筆|著者|筆者|取材・文|ライター|글",
    "โดย|เขียนโดย|ผู้เขียน|द्वारा|लेखक|লেখক|எழுதியவர்|بقلم|كتب|كتبت|الكاتب|إعداد|نویسنده|به قلم|گزارش از|מאת|כתב",
)
_ANY_PIECE: Final = r"(?:ein|eine|eine?n)\s[^\W\d_]{4,20}\svon|(?:un|une)\s[^\W\d_]{4,20}\spar|(?:blog\s?)?beitrag\svon"
"""The same for whatever somebody has written: *Eine Reportage von*."""
BY: Final = re.compile(
    rf"(?:(?:{'|'.join(map(re.escape, sorted(_BY.split('|'), key=len, reverse=True)))})"
    r"(?:\s*[:：＝]\s*|(?<=文)[/／・]|(?<=[a-zà-ÿа-яёα-ωά-ώא-ת\u0600-\u06ff文者글.])\s+(?=\S))"
    r"|(?:本报)?(?:记者|記者)(?=[\u4e00-\u9fff]{2,4}\Z)"
    rf"|(?:{_ANY_PIECE})\s+(?=\S)|un\stexte\sd['’](?=\S))",
    re.IGNORECASE,
)
"""What a byline begins with."""

SURELY_BY: Final = ("by", "von", "par", "por", "door", ":", "：")
"""What it ends with where one word is enough to be a name."""

BEGINNINGS: Final = tuple(sorted({*_BY.split("|"), "ein", "un", "blog", "beitrag"}))
_DONE: Final = _any_of(
    "posted|published|submitted|created|added|uploaded|interview",
    "veröffentlicht|geschrieben|erstellt|verfasst|eingestellt|gepostet|beitrag|blogbeitrag|artikel|bericht|kommentar",
    "publié|posté|publicado|escrito|pubblicato|inviato|postado|geplaatst|gepost|skrivet|publicerad|udgivet|publisert",
)
SOMETHING_BY: Final = re.compile(
    rf"(?:{_DONE})(?:\s+(?:on|am|le|el|il|em|op|den|vom))?\W{{1,4}}(?:by|von|par|por|da|di|door|av|af|durch)\s+",
    re.IGNORECASE,
)
"""The same behind what somebody has done."""

DEEDS: Final = tuple(sorted(_DONE.split("|")))

AND: Final = re.compile(
    r"\s*[;•|]\s*|\s*[、，]\s*|\s+(?:and|und|et|och|og|en|ja|и|та|ve|és|și|dan|και|và|और|এবং|மற்றும்|و|และ|with|mit|avec)\s+|\s*&\s*(?!\s*co\b)|\s+/\s+",
    re.IGNORECASE,
)
"""What names are parted by, beside commas."""

AND_OF_ONE_LETTER: Final = re.compile(r"\s+(?:y|e|i|a)\s+")
"""The same where it may be part of a name too."""

WHEREABOUTS: Final = re.compile(
    r"\s+(?:special\s+(?:to|for)|in|from|for|à|em|im|aus|bei|für|pour|voor|från|fra|on behalf of)\s+(?=\S)",
    re.IGNORECASE,
)
"""What parts a name from the place or the paper that somebody writes from or for."""

UPDATED: Final = re.compile(
    _any_of(
        "updat|modifi|revis|edited|changed|reviewed|aktualisier|stand:|geändert|bearbeitet",
        r"mis à jour|mise à jour|maj\b|actualiz|editado|aggiorna|modifica|atualiza|bijgewerkt|gewijzigd",
        "uppdater|opdater|oppdater|ändrad|päivitet|muokat|aktualizo|zaktualizowan|upraven|frissít|módosít|güncelle",
        "обновлен|обновл|изменен|оновлен|ενημέρωσ|ενημερώθ|diperbarui|cập nhật|更新|修改|修订|수정|עודכן|تحديث",
        "روزرسانی|अपडेट|अद्यतन|আপডেট|হালনাগাদ|புதுப்பி|อัปเดต|อัพเดท|แก้ไข",
    ),
    re.IGNORECASE,
)
"""That a date is one of a change."""

PUBLISHED: Final = re.compile(
    _any_of(
        "publi|posted|written|date:|updated|veröffentlich|erschienen|erstellt|geschrieben|gespeichert|eingestellt|datum",
        "stand:|mis à jour|mise en ligne|paru|fecha|data:|pubbl|geplaatst|aktual|опубл|δημοσ|发布|发表|發布|入力",
        "公開|掲載|입력|등록|פורסם|نشر|انتشار|प्रकाशित|প্রকাশ|வெளியி|เผยแพร่|đăng|diterbitkan|dipublikasikan|julkais|megjelen|közzé|yayın",
    ),
    re.IGNORECASE,
)
"""Words that such dates stand behind."""

_CHECKED: Final = _any_of(
    "reviewed by|checked by|fact[ -]checked by|verified by|edited by|proofread by|translated by|produced by",
    "illustrated by|photographed by|filmed by|narrated by|photos? by|photographs? by|photography by|pictures? by",
    "images? by|illustrations? by|graphics? by|video by|geprüft von|überprüft von|redigiert von|bearbeitet von",
    "übersetzt von|lektoriert von|fotografiert von|illustriert von|fotos? von|bilder von|illustration(?:en)? von",
    "relu par|relue par|vérifié par|validé par|traduit par|révisé par|illustré par|photos? (?:de|par)",
    "revisado por|verificado por|editado por|traducido por|ilustrado por|traduzido por|fotos? (?:de|por)",
    "fotografías? (?:de|por)|revisionato da|tradotto da|foto di|gecontroleerd door|vertaald door|bewerkt door",
    r"nagekeken door|foto['’]?s? (?:van|door)|(?:photos?|photography|pictures?|illustrations?|images?|editors?)\s?:",
    r"(?:fotos?|bilder?|bild|beeld|kuvat?|foto|фото|illustration)\s?:|(?:责任编辑|責任編輯|编辑|編輯|責編|责编|摄影|撮影|写真|編集)\s?[:：｜]",
)
NOT_WRITTEN: Final = re.compile(
    rf"(?<!\w)(?:(?:medically|clinically|legally|expert|peer|fachlich|medizinisch)\s)?(?:{_CHECKED})", re.IGNORECASE
)
"""That who stands behind has looked it over, translated or illustrated it: no author."""
WRITTEN: Final = re.compile(
    r"(?<!\w)(?:(?:written|words|story|text)\sby|words|text|authors?|geschrieben\svon|verfasst\svon|écrit\spar|escrito\spor|"
    r"scritto\sda)\b|(?-i:\b(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor)\s(?=[^\W\d_a-zß-ÿ]))|[|;•·]",
    re.IGNORECASE,
)
"""Where a line comes back to who has written it, or goes on to something else."""

TERM: Final = re.compile(
    r"(?<!\w)(?:bis|until|till|through|deadline|stand vom|abgerufen am|gedruckt am|accessed|retrieved|printed(?: on)?|"
    r"imprimé le|jusqu['’]au|hasta el|fino al|tot)(?:\s(?:zum|den))?\W*(?:[^\W\d]+,\s)?\Z",
    re.IGNORECASE,
)
"""What stands before a day until which something lasts, or of what an article is made from."""
SPAN: Final = re.compile(r"\s?(?:[-–—]|bis|to|until|au|al|hasta|do|tot)\s?", re.IGNORECASE)
"""What joins two dates to the time between them."""

_DEGREES: Final = (
    r"m\.?\s?d|ph\.?\s?d|r\.?\s?d\.?\s?n?|m\.?\s?b\.?\s?a|m\.?s\.?c?|m\.?a|m\.?p\.?h|b\.?a|b\.?s\.?c?|d\.?o|d\.?d\.?s|d\.?v\.?m",
    r"j\.?d|esq|cpa|cfa|cfp|cepf|cscs|np|pa-c|pa|rn|bsn|msn|lcsw|fand|ldn|cdces|smt|foma|facs|facp|faap|dpt|pt|jr|sr",
    r"e-ryt \d+|m\.?ed|lmft|lpc|psyd|pharmd|pmp",
)
CREDENTIAL: Final = re.compile(rf"(?:{_any_of(*_DEGREES)})\.?®?", re.IGNORECASE)
"""Degrees and titles that stand behind a name."""

SUFFIX: Final = re.compile(r"\s*(?:기자|특파원|記者|记者|報道|報導|报道)$")
"""What stands behind a name for who they are."""
