"""Guesses the encoding of bytes that say nothing of it and are not UTF-8."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from articlekit.decoding import labels

_SAMPLE = 2**16
# Bytes that no text in 8 bits has: controls but for tab, LF, FF, CR and the escape of ISO-2022; NUL is counted apart.
_CONTROLS = bytes({*range(1, 32)} - {*b"\t\n\f\r\x1b"})
_STRANGE = ("Cc", "Cn", "Co", "Cs")

_WESTERN = "àâäáãåæçéèêëíìîïñóòôöøœßúùüÿÀÁÂÄÅÆÇÈÉÊÎÑÓÔÖØÚÜŒ’‘“”„–—…•«»€£°©®™§´¿¡·ºª½²\xa0\xad"

# What the commonest letters of a language written in an encoding are. Where the encoding is the right one, most of what
# is not ASCII is among them.
_LATIN = (
    ("windows-1252", _WESTERN, 1.0),
    ("windows-1252", "áéíóúýðþæöÁÉÍÓÚÞÆÖ„“”", 1.0),
    ("windows-1250", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”–’\xa0", 1.0),
    ("windows-1250", "áäčďéěíĺľňóôřŕšťúůýžÁČÉÍŘŠÚŽ„“”–’\xa0", 1.0),
    ("windows-1250", "áéíóöőúüűÁÉÍÓÖŐÚÜŰ„”–’»«\xa0", 1.0),
    ("windows-1250", "čćšžđČĆŠŽĐ„“”–’»«\xa0", 1.0),
    ("iso-8859-2", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ\xa0", 1.0),
    ("iso-8859-2", "áäčďéěíĺľňóôřŕšťúůýžÁČÉÍŘŠÚŽ\xa0", 1.0),
    ("windows-1254", "çğıöşüâîÇĞİÖŞÜ’‘“”–…\xa0", 1.0),
    ("windows-1257", "ąčęėįšųūžĄČĘĖĮŠŲŪŽ„“”–\xa0", 1.0),
    ("windows-1257", "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ„“”–«»\xa0", 1.0),
    ("macintosh", _WESTERN, 1.0),
)
_CYRILLIC = "оеаинтсрвлкміуядп"
_OTHER = (
    ("windows-1251", _CYRILLIC, 0.8),
    ("koi8-r", _CYRILLIC, 0.8),
    ("iso-8859-5", _CYRILLIC, 0.8),
    ("ibm866", _CYRILLIC, 0.8),
    ("x-mac-cyrillic", _CYRILLIC, 0.8),
    ("windows-1253", "αοιετνσηυρπκμλςάόέίή", 0.8),
    ("windows-1255", "יוהלאמרתבשנעד", 0.8),
    ("windows-1256", "اليمونرتبةعدسهفكق", 0.8),
    ("iso-8859-6", "اليمونرتبةعدسهفكق", 0.8),
    ("windows-874", "านรอกเงมยลวดทสตะปบคหแจพช่้ัี็์ิืไ", 0.8),
    ("shift_jis", "のにはをたがでてとしれさいるなっかもこらりあうくまンスルトーラリ、。", 0.6),
    ("euc-jp", "のにはをたがでてとしれさいるなっかもこらりあうくまンスルトーラリ、。", 0.6),
    ("euc-kr", "이다는에의가을를은고한하지도로인사기서나어대자리시아해일정스라부", 0.4),
    ("gbk", "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去，。", 0.3),
    ("big5", "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去，。", 0.3),
)
_MOST_STRANGE = 0.05
_DEFAULT = "windows-1252"
_LEAST_FIT = 0.4
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")


def wide(data: bytes) -> str | None:
    """Recognise UTF-16 and UTF-32 without a byte order mark; None if it is neither.

    Read as bytes, both are full of NULs and controls, which no text has; read as what they are, they hold none.
    """
    sample = data[:_SAMPLE]
    nuls = sample.count(0)
    others = len(sample) - len(sample.translate(None, _CONTROLS))
    if (nuls + others) * 50 < len(sample):
        return None
    if nuls * 2 >= len(sample):
        found = [name for name in ("utf-32le", "utf-32be") if reads_as(sample, name)]
        if found:
            return found[0]
    # Without controls it is ASCII in wide characters, every other byte a NUL; or narrow ones with NULs anywhere.
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if not others and (nuls * 4 < len(sample) or min(even, odd) * 3 > max(even, odd)):
        return None
    sample = sample[: len(sample) // 2 * 2]
    best = max(("utf-16le", "utf-16be"), key=lambda name: _order(sample, name))
    return best if reads_as(sample, best) else None


def reads_as(data: bytes, name: str) -> bool:
    """Tell whether bytes are text when read in UTF-16 or UTF-32."""
    return _strangeness(data[: min(len(data), _SAMPLE) // 4 * 4], name) < _MOST_STRANGE


def _order(data: bytes, name: str) -> float:
    """Weigh an order of bytes: the wrong one makes spaces into U+2000, and of CJK characters that do not exist.

    The right one also needs fewer rows of 256 characters than the wrong one.
    """
    text = data.decode(name, "replace")
    rows = len({ord(c) >> 8 for c in set(text)})
    return len(text.encode("ascii", "ignore")) / len(text) - rows / len(text) - 10 * _strangeness(data, name)


def _strangeness(data: bytes, name: str) -> float:
    """Give the share of what is no character, or none that text has."""
    text = Counter(data.decode(name, "replace"))
    strange = sum(n for c, n in text.items() if c not in "\t\n\f\r" and unicodedata.category(c) in _STRANGE)
    return (strange + text["\ufffd"]) / max(1, text.total())


def legacy(data: bytes) -> str:
    """Guess a legacy encoding by the letters that come out; without evidence windows-1252, the standard's default."""
    high = _HIGH_RUN.search(data)
    if high is None:
        return _DEFAULT
    sample = data[max(0, high.start() - 64) : high.start() + _SAMPLE]
    runs = [len(run) for run in _HIGH_RUN.findall(sample)]
    # In Latin scripts letters beyond ASCII stand among letters of ASCII, in all others with their like.
    alone = sum(n for n in runs if n <= 2)
    candidates = _LATIN if alone * 2 > sum(runs) else _OTHER
    scores = {name: 0.0 for name, _, _ in candidates}
    for name, letters, usual in candidates:
        scores[name] = max(scores[name], _fit(sample, name, letters) / usual)
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= _LEAST_FIT else _DEFAULT


def _fit(sample: bytes, name: str, letters: str) -> float:
    """Give the share of what is not ASCII that is among the letters."""
    others = Counter(c for c in labels.decode(sample, name) if not c.isascii())
    wrong = others.pop("\ufffd", 0)
    if wrong * 50 > others.total() + 50:  # the sample may begin and end inside a character
        return 0.0
    # The default is the likeliest before anything is seen, worth two letters.
    seen = sum(others[c] for c in set(letters)) + 2 * (name == _DEFAULT)
    return seen / (others.total() + 2)
