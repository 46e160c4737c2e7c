"""The few words that bylines and date lines are told by, in the main languages. All in lower case."""

from __future__ import annotations

import re
from typing import Final


def _any_of(*words: str) -> str:
    """Give a pattern for any of the words, which are parted by strokes."""
    return "|".join(words)


_BY: Final = _any_of(
    "by|words by|story by|text by|written by|posted by|published by|reported by|reporting by|article by|review by",
    "recipe by|rezept von",
    "author|authors|words|text|interview|view all posts by|all posts by",
    "von|text von|autor|autoren|autorin|autor/in|autor:in|geschrieben von|verfasst von|ein artikel von|ein beitrag von",
    "zeige alle beiträge von|alle beiträge von|voir tous les articles de|ver todas las entradas de",
    "vedi tutti gli articoli di|ver todos os posts de|bekijk alle berichten van",
    "ein gastbeitrag von|eine analyse von|ein kommentar von|eine kolumne von",
    "par|écrit par|rédigé par|publié par|auteur|auteurs|autrice|texte",
    "por|por el|escrito por|publicado por|autora|autores|texto",
    "di|da|a cura di|scritto da|pubblicato da|autore|testo",
    "door|geschreven door|schrijver|av|skrevet av|skriven av|af|skrevet af|tekst|skribent|forfatter|kirjoittaja",
    "od|przez|napisał|napisała|szerző|írta|autorius|yazan|oleh|penulis|bởi|tác giả",
    "автор|текст|подготовил|作者|文|記者|记者|โดย|द्वारा|بقلم|كتب|كتبت|מאת",
)
BY: Final = re.compile(rf"(?:{_BY})(?:\s*[:：]\s*|(?<=[a-zà-ÿа-яא-ת者文])\s+(?=\S))", re.IGNORECASE)
"""What a byline begins with."""

BEGINNINGS: Final = tuple(sorted(_BY.split("|")))
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
    r"\s*[;•|]\s*|\s*[、，]\s*|\s+(?:and|und|et|och|og|en|ja|и|та|ve|és|și|dan|with|mit|avec)\s+|\s*&\s*(?!\s*co\b)|\s+/\s+",
    re.IGNORECASE,
)
"""What names are parted by, beside commas."""

AND_OF_ONE_LETTER: Final = re.compile(r"\s+(?:y|e|i|a)\s+")
"""The same where it may be part of a name too."""

WHEREABOUTS: Final = re.compile(r"\s+(?:in|from|for|à|em|im|aus|bei|für|pour|voor|från|fra)\s+(?=\S)", re.IGNORECASE)
"""What parts a name from the place or the paper that somebody writes from or for."""

UPDATED: Final = re.compile(
    _any_of(
        "updat|modifi|revis|edited|changed|reviewed|aktualisier|stand:|geändert|bearbeitet",
        r"mis à jour|mise à jour|maj\b|actualiz|editado|aggiorna|modifica|atualiza|bijgewerkt|gewijzigd",
        "uppdater|opdater|oppdater|ändrad|päivitet|muokat|aktualizo|zaktualizowan|upraven|frissít|módosít|güncelle",
        "обновлен|обновл|изменен|оновлен|diperbarui|cập nhật|更新|修改|修订|수정|עודכן|تحديث",
    ),
    re.IGNORECASE,
)
"""That a date is one of a change."""

PUBLISHED: Final = re.compile(
    _any_of(
        "publi|posted|written|date:|updated|veröffentlich|erschienen|erstellt|geschrieben|gespeichert|eingestellt|datum",
        "stand:|vom |mis à jour|mise en ligne|paru|fecha|data:|pubbl|geplaatst|aktual|опубл|发布|发表|入力|입력|등록",
    ),
    re.IGNORECASE,
)
"""Words that such dates stand behind."""

_DEGREES: Final = (
    r"m\.?\s?d|ph\.?\s?d|r\.?\s?d\.?\s?n?|m\.?\s?b\.?\s?a|m\.?s\.?c?|m\.?a|m\.?p\.?h|b\.?a|b\.?s\.?c?|d\.?o|d\.?d\.?s|d\.?v\.?m",
    r"j\.?d|esq|cpa|cfa|cfp|cepf|cscs|np|pa-c|pa|rn|bsn|msn|lcsw|fand|ldn|cdces|smt|foma|facs|facp|faap|dpt|pt|jr|sr",
    r"e-ryt \d+|m\.?ed|lmft|lpc|psyd|pharmd|pmp",
)
CREDENTIAL: Final = re.compile(rf"(?:{_any_of(*_DEGREES)})\.?®?", re.IGNORECASE)
"""Degrees and titles that stand behind a name."""

_WRITERS: Final = _any_of(
    "editor|editors|editor-in-chief|reporter|correspondent|writer|contributor|columnist|journalist|author",
    "redakteur|redakteurin|redaktor|korrespondent|korrespondentin|autorin|journalistin|reporterin|volontär",
    "rédacteur|rédactrice|journaliste|correspondant|redactor|redactora|periodista|corresponsal",
    "giornalista|inviato|verslaggever|redacteur|kirjeenvaihtaja|toimittaja|корреспондент|редактор|журналист|muhabir",
)
WRITERS: Final = frozenset(_WRITERS.split("|"))
"""What those are who write."""

_ROLES: Final = _any_of(
    "director|manager|producer|specialist|analyst|founder|co-founder|ceo|cto|cmo|president|professor|expert|strategist",
    "consultant|head|dietitian|nutritionist|photographer|chief|officer|assistant|associate|senior|sr",
    "contributing|managing|freelance",
    "leiter|leiterin|fotograf",
)
ROLES: Final = WRITERS | frozenset(_ROLES.split("|"))
"""What somebody is, not who."""

_COLLECTIVES: Final = _any_of(
    "staff|team|editors|editorial|newsroom|desk|associated|agency|agencies|news|magazine|group|gmbh|inc|ltd|llc|ag|e.v",
    "redaktion|redaktionen|redactie|redacción|redacao|redação|redazione|rédaction|redakce|redakcja|toimitus|редакция",
    "redakcija|university|universität|institute|institut|association|foundation|press|blog|media|center|centre",
    "college|school|faculty|division|communications|department|company|society|organization|organisation|ministry|office|council|bureau|network",
    "ministerium|bundesministerium|ministère|ministerio|ministero|ministério|landesanstalt|bundesanstalt|bundesamt",
    "landesamt|verband|bundesverband|verein|stiftung|fraktion|fundación|fondation|fondazione|fundação",
    "reuters|afp|dpa|apa|sda|sid|ansa|efe|tass|xinhua|bloomberg",
)
COLLECTIVES: Final = frozenset(_COLLECTIVES.split("|"))
"""Words that say that an author is not a person: what groups are called, and the news agencies."""
COLLECTIVE_ENDINGS: Final = ("編集部", "编辑部", "新闻", "日報", "日报", "通信社", "通讯社")
"""The same in languages that part no words."""

SUFFIX: Final = re.compile(r"\s*(?:기자|특파원|記者|记者|報道|報導|报道)$")
"""What stands behind a name for who they are."""

COUNTRIES: Final = frozenset(
    _any_of(
        "germany|deutschland|austria|österreich|switzerland|schweiz|suisse|france|italy|italia|spain|españa|portugal",
        "netherlands|nederland|belgium|belgië|belgique|denmark|danmark|sweden|sverige|norway|norge|finland|suomi",
        "poland|polska|united kingdom|uk|england|scotland|wales|ireland|united states|usa|canada|mexico|méxico|brazil",
        "brasil|argentina|india|china|japan|australia|new zealand|south africa",
    ).split("|")
)
"""Countries with which an address may end."""
