"""Character references as the HTML standard describes them, state by state: slow, and beyond doubt.

https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state
"""

import string
from html.entities import html5

ASCII_ALPHANUMERIC = frozenset(string.ascii_letters + string.digits)

#: The table of the "numeric character reference end state".
REMAPPED_CONTROLS = {
    0x80: 0x20AC,
    0x82: 0x201A,
    0x83: 0x0192,
    0x84: 0x201E,
    0x85: 0x2026,
    0x86: 0x2020,
    0x87: 0x2021,
    0x88: 0x02C6,
    0x89: 0x2030,
    0x8A: 0x0160,
    0x8B: 0x2039,
    0x8C: 0x0152,
    0x8E: 0x017D,
    0x91: 0x2018,
    0x92: 0x2019,
    0x93: 0x201C,
    0x94: 0x201D,
    0x95: 0x2022,
    0x96: 0x2013,
    0x97: 0x2014,
    0x98: 0x02DC,
    0x99: 0x2122,
    0x9A: 0x0161,
    0x9B: 0x203A,
    0x9C: 0x0153,
    0x9E: 0x017E,
    0x9F: 0x0178,
}


def tokenize(source: str, attribute: bool) -> str:
    """The characters that the tokenizer emits for a text or an attribute value."""
    emitted = ""
    position = 0
    while position < len(source):
        if source[position] == "&":
            characters, position = character_reference(source, position, attribute)
            emitted += characters
        else:
            emitted += source[position]
            position += 1
    return emitted


def character_reference(source: str, start: int, attribute: bool) -> tuple[str, int]:
    """What the reference at `start` emits, and where the tokenizer goes on."""
    following = source[start + 1 : start + 2]
    if following in ASCII_ALPHANUMERIC:
        return named_reference(source, start, attribute)
    if following == "#":
        return numeric_reference(source, start)
    return "&", start + 1


def named_reference(source: str, start: int, attribute: bool) -> tuple[str, int]:
    name = max((name for name in html5 if source.startswith(name, start + 1)), key=len, default=None)
    if name is None:
        return "&", start + 1
    end = start + 1 + len(name)
    following = source[end : end + 1]
    if attribute and not name.endswith(";") and (following == "=" or following in ASCII_ALPHANUMERIC):
        return source[start:end], end
    return html5[name], end


def numeric_reference(source: str, start: int) -> tuple[str, int]:
    hexadecimal = source[start + 2 : start + 3] in {"x", "X"}
    digits = string.hexdigits if hexadecimal else string.digits
    first = position = start + (3 if hexadecimal else 2)
    code = 0
    while position < len(source) and source[position] in digits:
        code = code * (16 if hexadecimal else 10) + int(source[position], 16)
        position += 1
    if position == first:
        return source[start:position], position
    if source[position : position + 1] == ";":
        position += 1
    if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "\ufffd", position
    return chr(REMAPPED_CONTROLS.get(code, code)), position
